import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { FINDING_CODES, type FindingCode } from '../../src/model/findings/finding.ts'

/** Per code: a message as it appears, and what usually helps. */
const EXAMPLES: Readonly<Record<FindingCode, readonly [message: string, mend: string]>> = {
  UNREADABLE_FILE: [
    'This file is missing.',
    'Add the file, or give it the name and folder this project expects: rules/base/, rules/municipalities/<town>/, forms/.',
  ],
  BAD_ATTACHMENT: [
    'permit.pdf does not go along: it is locked with a password.',
    'Put the file beside the answer file, whole, without password, as PDF, JPEG, PNG or plain text of at most 25 MB. Until then the packet says that the document follows later.',
  ],
  BAD_ENCODING: [
    'This file is not written as UTF-8, so letters with accents are lost.',
    'Save it again with the encoding UTF-8. In Notepad: Save as, Encoding, UTF-8.',
  ],
  FILE_TOO_LARGE: ['The file has 20000000 characters; at most 2000000 are read.', 'Split it, or check that it is the file you meant.'],
  BAD_YAML: [
    'This is not valid YAML: Missing closing "quote.',
    'Look on the named line, or just above it, for a missing quote, colon or bracket, or for other indentation than the lines around it.',
  ],
  DUPLICATE_KEY: ['The key when occurs twice in this map.', 'Remove one of the two; YAML keeps only one, and readers disagree which.'],
  FORBIDDEN_KEY: [
    'The key `__proto__` is not allowed anywhere in data.',
    'Give it another name. Such keys would change how programs behave instead of holding data.',
  ],
  BAD_SHAPE: [
    'The key optoins is not known here.',
    'Follow the message: it names the nearest known key, or how the value is written. The schemas in schemas/ let an editor show this while typing.',
  ],
  DUPLICATE_ID: [
    'The question terrace.area is defined twice here.',
    'Give one of them another id, or remove it. Answers and drafts know a question by its id.',
  ],
  PREFIX_ID: [
    'The id business.address.street begins with business.address, which is a question itself.',
    'Rename one of them. What people see as one thing (an address) is a group of facts, never a fact with facts inside.',
  ],
  UNKNOWN_REFERENCE: [
    'There is no question terace.area.',
    'Write the id of an existing item, or add the item. If a layer removed it, that layer must also change what still names it.',
  ],
  UNKNOWN_LAYER: ['There is no layer amsterdm to extend.', 'Write base, the id of a municipality, or municipality/district.'],
  CYCLIC_EXTENDS: ['Layers extend each other in a circle: a → b → a.', 'Let one of them extend base.'],
  BAD_CHANGE: [
    'There is no rule seperate here to change.',
    'Name an existing place: list/id, and deeper list/id/list/id, such as licences/terrace/rules/separate or forms/alcohol/sections/g/boxes/AL-066.',
  ],
  LOCKED: [
    'The base does not allow towns to change the question alcohol.model.',
    'Leave the change out: the item says local: never because national law or the form itself fixes it.',
  ],
  BASE_VERSION: [
    'Zandwijk is based on version 2026.1.0 of the base, but the current version is 2027.1.0.',
    'Run `horeca1 upgrade --variant zandwijk --from <the base of before>`: it says what changed and why, and what conflicts. When you have decided, write the new version at basedOn:.',
  ],
  BASE_LOG: [
    'There is no fees/gaming.frist in the base.',
    'Name a place as changes do, such as fees/gaming.first. What is gone says so with removed: true, what has another name with renamedTo:.',
  ],
  FEEL_SYNTAX: ['After "=" a value is expected.', 'The caret shows the place. FEEL compares with a single =, and writes and, or, not(…).'],
  FEEL_UNKNOWN_NAME: [
    'There is no fact activity.alcool.',
    'Write the id of a question, list, alias or parameter; the message names the nearest.',
  ],
  FEEL_UNKNOWN_OPTION: ['"onsite" is no option of activity.alcohol.', 'Write the id of an option, not its text.'],
  FEEL_TYPE: [
    'A number is compared with a text.',
    'Compare values of the same type; options and texts are written in double quotes, numbers are not.',
  ],
  FEEL_UNSUPPORTED: [
    'The function matches is not offered.',
    'Rewrite it with what docs/writing-rules.md lists; we only offer what is defined for questions that are not answered yet.',
  ],
  FEEL_TOO_LARGE: [
    'This expression has 300000 characters; at most 5000 are read.',
    'Give parts of it a name: a question with derived: holds a part and is used by its id. For many options write in (…).',
  ],
  FEEL_LONG_LINE: [
    'This line has 243 characters; lines of a condition or formula have at most 200.',
    'Write several lines below >-, a table with cases: or each:, or give a part a name with derived:.',
  ],
  CYCLIC_RULE: [
    'verdict("terrace") needs its own outcome: verdict("terrace") → terrace.present → verdict("terrace").',
    'Break the circle: let one of the rules read an answer instead of an outcome.',
  ],
  BAD_OPTION: [
    'The question activity.alcohol is a choice without options.',
    'choice and multiChoice have options, other types have none; countsAs names another option of the same question.',
  ],
  NO_BOUNDS: [
    'The question premises.buildYear is an integer without min and max.',
    'Write the smallest and largest value that can be meant (a day for a date), wide enough for every real business: what lies outside is refused where it is typed.',
  ],
  REASON_UNSTATED: [
    'The box E84 is decided by several answers, and has one reason for all.',
    'Write a list under otherwise: `- { when: not(gas.co2Bottles.count > 0), nl: geen CO2, en: no CO2 }`. The first that holds is printed.',
  ],
  ALWAYS_ATTACHED: [
    'The box GM-036 depends on whether machinePlan goes along, and nobody can say that it does not.',
    'Add `ifAny: true` to the document: somebody may then say "I do not have this" and is asked the box instead. Or let the box not depend on it.',
  ],
  READ_WITHOUT_VERDICT: [
    'The document machineIncomeProof reads activity.gaming, which belongs to the licence gamingMachines, whether or not that can be had.',
    'Add `verdict("gamingMachines") = "needed"` to its condition: who may not have machines is not asked for papers about them. What belongs to a licence is listed in its `owns:`.',
  ],
  DUTY_UNHEEDED: [
    'The check exOpening holds for a permit and for the notification of rule notifies of exploitation alike.',
    'Add `duty("exploitation") = "permit"`, or read in the condition what the rule with the other duty reads.',
  ],
  BLOCK_OUTSIDE_VERDICT: [
    'The check gmW5 blocks gamingMachines, while its verdict may still say that it is needed.',
    'What makes a licence impossible is a rule of it with `verdict: notAllowed`; the check then reads `verdict("gamingMachines") = "notAllowed"`. Write `mendable: true` when another person, day or paper takes the block away.',
  ],
  BLOCK_WITHOUT_WAY: ['The block alW6 names no way out.', 'Add `source:` with the article or page, and `advice:` with what to do.'],
  REFINES_NOTHING: [
    'Rule billiards of gamingMachines refines the tree, but reads nothing that is asked after it.',
    'Leave `refines:` out: the tree decides it. What a rule reads after the tree must be on a form, otherwise nobody is asked for it.',
  ],
  TWO_CLOCKS: [
    'town.closing.weekend says 03:00+1, while the hours of the town close at 02:00+1.',
    'The windows under `hours:` decide each night, `town.closing` only the first questions. Mend the one that is wrong.',
  ],
  UNREAD_PARAMETER: [
    'Nothing reads town.closing.weekday.',
    'Read it in a rule, a check, a form or a fee, or remove it: no town should look it up for nothing.',
  ],
  BOX_NOT_FILLED: [
    'The box AL-066 is filled by more than one means: questions, value.',
    'Keep exactly one of questions, value, document, rows with columns, forAuthority, or a signing type.',
  ],
  BOX_OPTION: [
    'The option outside of activity.alcohol has no place among the options of box AL-066.',
    'Add the option id to print: with the text of the paper option it ticks.',
  ],
  BOX_NEVER_FILLED: [
    'No answer can ever fill box terrace:TE-031: its condition contradicts that of its section, its form or its questions.',
    'Mend the condition, or take the box out. It is an error only when it is proven for every answer and every value of a town.',
  ],
  ELEMENT_UNCOVERED: [
    'The law wants element alcoholModelA/A3e (date of birth), but its box AL-024 is not on the form alcohol: the layer amsterdam removed it.',
    'Keep the box, its question and its conditions as wide as the law; or say in heldBy: of the element which box holds it instead. The lists are in rules/base/elements/.',
  ],
  OFFICIAL_FILE: [
    'There is no PDF alcohol-2026.pdf beside this file or in the folder of the town.',
    'Put the PDF in the folder of the town, without password, with an AcroForm (no XFA) and with all typefaces inside.',
  ],
  OFFICIAL_BOX: [
    'The box AL-014 has no field in alcohol-2026.pdf.',
    'Name its field under `fields:`. Where the PDF does not ask it, write the box under `without:` with the reason: its answer then goes to the continuation sheet.',
  ],
  OFFICIAL_FIELD: [
    'No box of alcohol fills the field handtekening of alcohol-2026.pdf.',
    'Name the field at its box under `fields:`, or under `left:` with the reason, such as "signed by hand".',
  ],
  REPLACES_LACKS: [
    'The form ownTerrace has nothing for the box TE-012 of terrace: terrace.width.',
    'Add a box with it, or write TE-012 below without:.',
  ],
  NO_EVIDENCE: [
    'The box TE-024 of the form terrace does not say why it is asked.',
    'Add evidence: with statute: (the article), form: (the municipalities on whose forms it is) or practice:, or write evidence: none. A rule set in whose base no box says so is not held to it.',
  ],
  EVIDENCE_CLASHES: [
    'The box AL-024 holds element alcoholModelA/A3e of the law, but its evidence is none.',
    'Add statute: with the article, or take the box out of heldBy: of the element. A box that a town adds is asked by that town: never none.',
  ],
  UNUSED_QUESTION: [
    'No box, condition, formula, document, check, fee or advice uses music.colour.',
    'Let a box or a rule use it, or remove the question. Being asked in the tree is no use. While a form says that it is incomplete, this is a note.',
  ],
  SAME_LABEL: [
    'inventory.lease.arrears.amount and premises.lease.arrears.amount have the same words on one page: "Hoeveel in totaal?".',
    'Say in the label what it is about. Parts of a group (an address) appear under the name of the group, and may share words with another group.',
  ],
  LIKELY_DUPLICATE: [
    'fire.evacPlan may ask the same as fire.evacAlarm: "Is er een ontruimingsplan?" and "Is er een ontruimingsalarm?".',
    'Merge the two, or say at one of them why they differ: differsFrom: [{ id: fire.evacAlarm, why: a plan on paper, not a device }].',
  ],
  ASKED_TWICE: [
    'activity.dance and activity.main may be taken for the same: the option "dansen" and "Wordt er gedanst?".',
    'Merge the two, let one follow from the other (settledBy, prefill, when), or say at one of them why they differ (differsFrom). It looks at labels and options in Dutch and English, whatever kind of answer each question wants.',
  ],
  FOLLOW_UP_FIRST: [
    'music.levelClass depends on music.level, which comes after it in topic environment: on a page the follow-up would come first.',
    'Move the follow-up below the question that its when: or settledBy: reads.',
  ],
  SENSITIVE_OFFER: [
    'loan.outstanding is sensitive (financial), and prefill would fill it in beforehand.',
    'Take prefill: out: who answers fills it in.',
  ],
  EMPTY_COMPARED: [
    'hours.purpose may be left empty, and this counts an empty one as another answer.',
    'A question with optional: true has no value (null) when it is left empty, and null equals no option. Compare it with null as well, give the question a default:, or take its optional: out.',
  ],
  UNTRANSLATED: [
    '412 of 3105 texts of the rules have no words in de; they read in English.',
    'Run `horeca1 language de`: it lists them with their Dutch and English words, ready to be filled in. Until then the pages show the English words, marked as English.',
  ],
  UNKNOWN_TEXT: [
    'No text of the rules reads so any more.',
    'The rules were reworded, or a key was misspelt. See with `horeca1 language <tag>` what the text is now and translate that.',
  ],
  TEXT_PLACEHOLDER: [
    'pages.step does not say {total}.',
    'The program fills in what is between braces: use each of them exactly as spelt, and no others.',
  ],
  WORKSHOP_TEXT: [
    '"[MAA]" is a note of the workshop, in a text that applicants and clerks read.',
    'Write the text for who reads it. Where a box was seen belongs in evidence: form:, where a value was read in source:.',
  ],
  MISSING_TRANSLATION: ['The English text of steps[3].title is missing.', 'Every text has nl: and en:.'],
  WORDS_NEVER_READ: [
    'This condition never holds, so these words are never read.',
    'Correct the condition, or remove the line. Proven over every answer and every value that a town may choose; rows and dates may be anything.',
  ],
  WORDS_WITHOUT_REST: [
    'There are words for a case, and no note: for all other cases.',
    'Write a note: beside wording:, which is read while none of these conditions holds; or a last line with when: true.',
  ],
  STATUS_REFUSED: [
    'The form alcohol cannot be adopted: a regulation prescribes the form of alcohol.',
    'Write status: preparation. A form is adopted only with a date and a reference, and never where a regulation prescribes another.',
  ],
  BIBOB_ADDED: [
    'A town may not add the box 9A to the national list of Bibob questions.',
    'Ask it on a form of your own, on its own legal ground, outside the Bibob questions (Regeling Bibob-formulieren 2024 art. 5).',
  ],
  BIBOB_SELECTION: [
    'Box 6F.1 is left out, but box 6F.2 is only asked after it.',
    'Leave the later boxes out too, or keep the one they depend on.',
  ],
  BIBOB_REWORDED: [
    'Another type for box 6B.3 asks something else than the national list does.',
    'Change the words only. As a note: check that the new words help the applicant, ask nothing extra, and mean the same (art. 6).',
  ],
  BIBOB_DOCUMENT: [
    'A town may not ask the document payslips for Bibob.',
    'Drop or shorten documents; never add one or lengthen its period.',
  ],
  BIBOB_SCOPE: [
    'The words of box 2I.1 look back 8 years; the national text 5.',
    'Keep to the period and the circle of people of the national question.',
  ],
  BIBOB_CONDITION: [
    'The box 6F.2 would be asked of more people.',
    'Keep the condition of the base and add yours with and: (base condition) and (your condition).',
  ],
  BIBOB_CHAPTER: [
    'The section machines belongs to gamingMachines and may only be asked when that is applied for.',
    'Leave act: as it is in the base.',
  ],
  BIBOB_FLOOR: [
    'The law demands box 6C.1: it cannot be left out of a Bibob form.',
    'Keep what Wet Bibob art. 7a(2) names. To ask nothing with the application, set town.bibob.profile to documents.',
  ],
  BIBOB_CATALOGUE: [
    'The profile full asks the questions of 2013, not those of the form of today.',
    'Fine as preparation. For real use lay the annex of 2024 beside every box and load it; nothing in the program changes.',
  ],
  BIBOB_LIGHT: [
    'A short list asks less than the national form.',
    'Be ready to ask the rest later: the national bureau may refuse to advise when it is sent too little (art. 9(5)).',
  ],
  BIBOB_BSN: [
    'Box 1G.2 asks the citizen service number of beneficiaries, for whom there is no ground.',
    'Take the number out of the box, or name its ground in rules/base/ruleset.yaml under bibob.bsn.',
  ],
  TREE_DEAD_END: ['After step terrace no step follows and nothing ends the path.', 'Add a step or a stop, or widen a condition.'],
  TREE_UNREACHABLE: ['The step toilets can never be reached.', 'Correct its condition, or remove it.'],
  TREE_DEAD_CONDITION: ['The condition of step music is always true.', 'Remove the condition, or correct it.'],
  TREE_TOO_LONG: ['A path asks 22 steps; the rule set allows 20.', 'Join steps, or raise maxSteps in ruleset.yaml.'],
  TREE_NOT_ENOUGH: [
    'When the tree asks no more for the verdict on alcohol, another answer could still make its rule noLargeRoom hold.',
    'Let the rule read the answers of the tree first, and what is asked later behind them.',
  ],
  TREE_NO_VERDICT: ['A path ends without a verdict for gamingMachines.', 'Add a last rule with when: true, or ask what the rules read.'],
  TREE_READS_LATER: ['The step kitchen reads music.kind, which is asked later.', 'Move the step, or read something that is asked before.'],
  EXAMPLE_FAILS: ['licences.terrace: expected notNeeded, found needed.', 'Correct the rule, or the expectation if the rule is right.'],
  EXAMPLE_SURPLUS: [
    'Nothing of this case rests on its answer to gaming.count.',
    'Take the answer out: no page asks it, so nobody can enter the example. Or mend the rule that should need it.',
  ],
  BAD_PERIOD: [
    'On 2026-12-31 exploitation.new has two values: one period begins before the other has ended.',
    'Let each period begin on the day after the one before it ends. What nobody knows yet is written as null.',
  ],
  HIDES_PERIOD: [
    'The amounts of exploitation.terrace take the place of those of amsterdam; on 2026-11-28 nothing holds, where 681.30 held.',
    'A list of a district replaces the list of the town. Repeat the entry that must stay.',
  ],
  BAD_HOURS: [
    'The window inside.week closes at 01:00, before it opens at 07:00.',
    'A time after midnight has +1. The first window that fits a night decides, so the narrower ones come first; together they name all seven nights.',
  ],
  NEVER_CHOSEN: [
    'The district mytown/harbour names no postcodes, so the site never proposes it.',
    'Add postcodes: to a district; streets:, postcodes: or question: to an area. A street belongs to one area only.',
  ],
  BAD_MARK: [
    'The mark mark.svg holds a script, which a picture does not need.',
    'Export it as plain SVG: shapes and colours only, no scripts, styles, texts or pictures from elsewhere. It is in the folder of the town.',
  ],
  NEGATIVE_AMOUNT: [
    'The amount of alcohol.new is -22.00 euro: less than nothing.',
    'Write what is paid. A reduction is part of the formula, and stops at nothing.',
  ],
  NO_SOURCE: [
    'The value of town.terrace.mode has no source.',
    'Add source: with the by-law and article, or the address where it was read; or unverified: true when nobody read it.',
  ],
  FEE_ABOVE_CEILING: [
    'The amount of gamingMachines.licence is 390.50 euro for gaming.count 2, gaming.term unlimited; the law allows 362.50 at most.',
    'Lower the amount. What is charged beside it, such as handling, is a fee line of its own with its own source.',
  ],
  CONTRAST: ['The colour accent #FFAA00 has a contrast of 1.9 on white; reading needs 4.5.', 'Choose a darker colour.'],
  REPEATS_BASE: [
    'brinkdam says of amounts of the fee terrace.base what base says already.',
    'Take the entry out. A layer holds differences only; what it repeats would stay behind when the base changes. `stats` prints the share per layer.',
  ],
  UNVERIFIED: [
    'The amount of terrace.area was not read in its source.',
    'Nothing is wrong. Read the source, correct the value and remove unverified; until then applicants read "check with your municipality".',
  ],
  STALE: [
    'The newest amount of terrace.area is of 2024, the year asked is 2026.',
    'Add the amount of this year with its source; until then it is shown outside the total.',
  ],
  UNKNOWN_VALUE: [
    'The amount of terrace.area is not known.',
    'Add the value with from: and source:. Unknown stays unknown and is never counted as 0.',
  ],
  ANSWER_UNKNOWN_QUESTION: ['There is no question activity.alcool.', 'Write the id of a question of this variant.'],
  ANSWER_UNKNOWN_OPTION: ['"onsite" is no option of activity.alcohol.', 'Write the id of an option.'],
  ANSWER_TYPE: [
    'financing.equity.amount holds whole cents, found "250,00".',
    'Write money in whole cents, shares in percent, dates as 2026-01-31.',
  ],
  ANSWER_VALUE: [
    '"premises.buildYear" expects a number that can be meant, found 3000.',
    'Follow the message: it names the form or the bounds. The page refuses the same value where it is typed.',
  ],
  ANSWER_UNKNOWN_ROW: ['There is no row p9.', 'Add the row to its list, or point at one that is there.'],
  ANSWER_DUPLICATE_ROW: ['Two rows are called p1.', 'Row ids are unique in the whole file.'],
  ANSWER_UNKNOWN_COLLECTION: ['There is no list peoples.', 'Write the id of a list of this variant.'],
  UNKNOWN_VARIANT: ['There is no town or district amsterdm.', 'Write the id of a town, or town/district.'],
  MORE_FINDINGS: [
    'There are 19900 more mistakes in this file from here on.',
    'Mend those above first; many may have one cause. Check that this is the file you meant.',
  ],
}

/** docs/issues.md: every code of a finding, what it means and how to mend it. */
export const issuesDoc = (): string => {
  const codes = Object.keys(FINDING_CODES) as FindingCode[]
  const parts = codes.map((code) => {
    const [message, mend] = EXAMPLES[code]
    return `## ${code}\n\n${FINDING_CODES[code]}\n\n> ${message}\n\n${mend}\n`
  })
  return `# Findings and how to mend them

Every finding names a file, line and column, says what is wrong and what to write instead, and carries one of these codes. Codes stay the
same between versions. Errors keep a rule set from being used, warnings do not, notes are only worth knowing. This page is generated by
\`npx tsx scripts/docs/write-issues-doc.ts\`.

${parts.join('\n')}`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(new URL('../../docs/issues.md', import.meta.url), issuesDoc())
