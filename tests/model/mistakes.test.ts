import { expect, test } from 'vitest'
import { loadRuleSet } from '../../src/model/load.ts'
import { listVariants, resolveVariant } from '../../src/model/resolve.ts'
import { mistakesIn, shortly } from './fixtures/findings.ts'
import { files, spoiled } from './fixtures/rule-set.ts'

test('the rule set these tests spoil has no mistakes of its own', () => {
  expect(shortly(mistakesIn(files()))).toEqual([])
  const { ruleSet } = loadRuleSet(files())
  expect(ruleSet && listVariants(ruleSet).map(({ id }) => id)).toEqual(['brinkdam', 'brinkdam/haven', 'brinkdam/haven/kade'])
  for (const id of ['base', 'brinkdam', 'brinkdam/haven', 'brinkdam/haven/kade'])
    expect(ruleSet && resolveVariant(ruleSet, id).variant?.id).toBe(id)
})

const TOWN = 'rules/municipalities/brinkdam/municipality.yaml'
const DISTRICT = 'rules/municipalities/brinkdam/districts/haven.yaml'
const AREAS = 'rules/municipalities/brinkdam/areas.yaml'

/** file, what is planted, text before, text after, code, part of message and mend; `down`: lines below the text that was replaced. */
const planted: [file: string, mistake: string, from: string, to: string, code: string, says: string, down?: number][] = [
  ['rules/base/ruleset.yaml', 'a misspelt key', 'maxSteps: 4', 'maxStep: 4', 'BAD_SHAPE', 'Did you mean maxSteps?'],
  [
    'rules/base/ruleset.yaml',
    'a value that is no option',
    '{ value: separate,',
    '{ value: seperate,',
    'BAD_OPTION',
    'Did you mean separate?',
  ],
  ['rules/base/ruleset.yaml', 'a clock time with a dot', 'value: 01:00+1', 'value: 1.00 uur', 'BAD_SHAPE', 'Write 01:00.'],
  ['rules/base/ruleset.yaml', 'a version that is no version', 'version: 2026.1.0', 'version: v2', 'BAD_SHAPE', '2026.1.0'],
  [
    'rules/base/ruleset.yaml',
    'an unknown form for Bibob',
    'form: screening',
    'form: screning',
    'UNKNOWN_REFERENCE',
    'Did you mean screening?',
  ],
  [
    'rules/base/tree.yaml',
    'a step that asks an unknown fact',
    'ask: [terrace.area]',
    'ask: [terace.area]',
    'UNKNOWN_REFERENCE',
    'Did you mean terrace.area?',
  ],
  [
    'rules/base/tree.yaml',
    'a title without English',
    'title: { nl: Hoe groot, en: How large }',
    'title: { nl: Hoe groot }',
    'MISSING_TRANSLATION',
    'English',
  ],
  [
    'rules/base/tree.yaml',
    'a code of the domain files in a text for applicants',
    'title: { nl: Hoe groot, en: How large }',
    'title: { nl: "Hoe groot [MAA]", en: How large }',
    'WORKSHOP_TEXT',
    '"[MAA]" is a note',
  ],
  [
    'rules/base/tree.yaml',
    'a note of the workshop in a text for applicants',
    'title: { nl: Hoe groot, en: How large }',
    'title: { nl: Hoe groot, en: How large (not seen on a form) }',
    'WORKSHOP_TEXT',
    'a note of the workshop',
  ],
  [
    'forms/terrace.yaml',
    'English in a Dutch text',
    'law: { nl: APV 2.10, en: APV 2.10 }',
    'law: { nl: APV 2.10 and 2.11, en: APV 2.10 and 2.11 }',
    'WORKSHOP_TEXT',
    '"and" is English',
  ],
  ['rules/base/tree.yaml', 'a stop after an unknown step', 'after: aim', 'after: aims', 'UNKNOWN_REFERENCE', 'Did you mean aim?'],
  ['rules/base/tree.yaml', 'a condition on an unknown option', '"takeaway"', '"takeway"', 'FEEL_UNKNOWN_OPTION', 'takeaway'],
  [
    'rules/base/licences.yaml',
    'an unknown name on the second line of a folded expression',
    'terrace.area > 10',
    'terrace.aera > 10',
    'FEEL_UNKNOWN_NAME',
    'terrace.area',
  ],
  ['rules/base/licences.yaml', 'a verdict that does not exist', 'verdict: needed', 'verdict: neded', 'BAD_SHAPE', 'Did you mean needed?'],
  ['rules/base/licences.yaml', 'a form that does not exist', 'form: terrace', 'form: terace', 'UNKNOWN_REFERENCE', 'Did you mean terrace?'],
  [
    'rules/base/licences.yaml',
    'two rules with one id',
    '- id: onSite',
    '- id: otherwise',
    'DUPLICATE_ID',
    'The rule otherwise is defined twice here',
    4,
  ],
  ['rules/base/questions/plan.yaml', 'a type that does not exist', 'type: yesNo', 'type: yesno', 'BAD_SHAPE', 'Did you mean yesNo?'],
  [
    'rules/base/questions/plan.yaml',
    'an option that counts as nothing',
    'countsAs: onSite',
    'countsAs: onsite',
    'BAD_OPTION',
    'Did you mean onSite?',
  ],
  [
    'rules/base/questions/plan.yaml',
    'a number compared with a text',
    'derived: terrace.area > 50',
    'derived: terrace.area > "50"',
    'FEEL_TYPE',
    'terrace.area > "50"',
  ],
  ['rules/base/questions/people.yaml', 'a choice without options', 'type: text', 'type: choice', 'BAD_OPTION', 'without options'],
  [
    'rules/base/questions/people.yaml',
    'an id that begins another',
    '  - id: role.share',
    '  - id: person.name.last\n    subject: person\n    type: text\n    label: { nl: a, en: a }\n    topic: people\n  - id: role.share',
    'PREFIX_ID',
    'begins with person.name',
  ],
  ['rules/base/questions/people.yaml', 'an unknown topic', 'topic: people', 'topic: peple', 'UNKNOWN_REFERENCE', 'Did you mean people?'],
  [
    'rules/base/collections.yaml',
    'a role that does not exist',
    'roles: [manager]',
    'roles: [manger]',
    'UNKNOWN_REFERENCE',
    'Did you mean manager?',
  ],
  [
    'rules/base/collections.yaml',
    'a gate that is no yes-no question',
    'gate: terrace.present',
    'gate: terrace.area',
    'UNKNOWN_REFERENCE',
    'yes-no',
  ],
  [
    'rules/base/collections.yaml',
    'an alias called as a list',
    '- id: applicant',
    '- id: people\n    label: { nl: a, en: a }\n    subject: person\n    cases: [{ roles: [owner] }]\n  - id: applicant',
    'DUPLICATE_ID',
    'already that of a collection',
  ],
  [
    'rules/base/documents.yaml',
    'a licence that does not exist',
    'licences: [terrace]',
    'licences: [terras]',
    'UNKNOWN_REFERENCE',
    'There is no licence or extra terras',
  ],
  [
    'rules/base/documents.yaml',
    'a document per unknown list',
    'per: managers',
    'per: manager',
    'UNKNOWN_REFERENCE',
    'Did you mean managers?',
  ],
  ['rules/base/documents.yaml', 'an age that is no number', 'maxAgeDays: 90', 'maxAgeDays: terrace.present', 'FEEL_TYPE', 'number'],
  ['rules/base/advice.yaml', 'a group that does not exist', 'group: register', 'group: registers', 'BAD_SHAPE', 'Did you mean register?'],
  ['rules/base/advice.yaml', 'a link that is no address', 'link: "https://example.nl/muziek"', 'link: muziek', 'BAD_SHAPE', 'muziek'],
  ['rules/base/advice.yaml', 'half a day', 'days: -7', 'days: -7.5', 'BAD_SHAPE', 'whole number'],
  ['rules/base/checks.yaml', 'a severity that does not exist', 'severity: block', 'severity: blok', 'BAD_SHAPE', 'Did you mean block?'],
  [
    'rules/base/checks.yaml',
    'a step that does not exist',
    'step: terraceSize',
    'step: terracesize',
    'UNKNOWN_REFERENCE',
    'Did you mean terraceSize?',
  ],
  [
    'rules/base/checks.yaml',
    'a question that may be left empty, compared as if it could not',
    'when: terrace.area > 500',
    'when: terrace.heated = true',
    'EMPTY_COMPARED',
    'counts an empty one as another answer',
  ],
  ['rules/base/checks.yaml', 'two equal signs', 'when: terrace.area > 500', 'when: terrace.area == 500', 'FEEL_SYNTAX', '=='],
  ['rules/base/fees.yaml', 'an amount with a comma', 'amount: 125.50', 'amount: "125,50"', 'BAD_SHAPE', 'Write 125.50.'],
  ['rules/base/fees.yaml', 'a day that does not exist', 'from: 2025-01-01', 'from: 2025-02-30', 'BAD_SHAPE', '2026-01-31'],
  [
    'rules/base/fees.yaml',
    'a fee for an unknown licence',
    'licence: terrace',
    'licence: terrce',
    'UNKNOWN_REFERENCE',
    'Did you mean terrace?',
  ],
  [
    'forms/terrace.yaml',
    'a box that nothing fills',
    '- nr: TE-003',
    '- nr: TE-099\n        label: { nl: Leeg, en: Empty }\n        type: text\n      - nr: TE-003',
    'BOX_NOT_FILLED',
    'Nothing fills the box TE-099',
  ],
  [
    'forms/terrace.yaml',
    'an option without a place on paper',
    'options: [ja, nee]\n        questions: [activity.alcohol]\n        print: { onSite: ja, takeaway: nee, none: nee }',
    'options: [ja, nee]\n        questions: [activity.alcohol]\n        print: { onSite: ja, none: nee }',
    'BOX_OPTION',
    'takeaway',
  ],
  [
    'forms/terrace.yaml',
    'a box filled twice',
    'document: drawing',
    'document: drawing\n        questions: [terrace.area]',
    'BOX_NOT_FILLED',
    'questions, document',
    -3,
  ],
  [
    'forms/terrace.yaml',
    'a fact of a person outside a section per person',
    'questions: [terrace.area]',
    'questions: [person.name]',
    'UNKNOWN_REFERENCE',
    'does not repeat',
  ],
  [
    'forms/terrace.yaml',
    'an answer that is not known, printed as the one it counts as',
    'none: nee }',
    'none: nee, unsure: ja }',
    'BOX_OPTION',
    'prints "ja" for the answer unsure',
  ],
  ['forms/terrace.yaml', 'text printed that is no option', 'takeaway: nee', 'takeaway: neen', 'BOX_OPTION', 'Did you mean nee?'],
  [
    'forms/alcohol.yaml',
    'a second box with the same number',
    'nr: AL-067',
    'nr: AL-066',
    'DUPLICATE_ID',
    'The box AL-066 is defined twice here',
  ],
  ['forms/alcohol.yaml', 'another id than the file', 'id: alcohol', 'id: alcool', 'BAD_SHAPE', 'Write id: alcohol.'],
  [TOWN, 'an unknown layer to extend', 'extends: base', 'extends: bas', 'UNKNOWN_LAYER', 'Did you mean base?'],
  [
    TOWN,
    'a parameter that does not exist',
    '- id: town.terrace.mode',
    '- id: town.terace.mode',
    'BAD_CHANGE',
    'Did you mean town.terrace.mode?',
  ],
  [
    TOWN,
    'a prescribed form called adopted',
    '{ id: terrace, status: adopted',
    '{ id: alcohol, status: adopted',
    'STATUS_REFUSED',
    'preparation',
  ],
  [
    TOWN,
    'Bibob called official before its list is read',
    '{ id: terrace, status: adopted',
    '{ id: screening, status: official',
    'STATUS_REFUSED',
    '2024',
  ],
  [TOWN, 'a colour that cannot be read', '"#A00000"', '"#FFCC00"', 'CONTRAST', 'darker'],
  [TOWN, 'a colour by its name', '"#004699"', 'blue', 'BAD_SHAPE', '#004699'],
  [TOWN, 'a change without a reason', '    why: No limit here\n', '', 'BAD_SHAPE', 'why is missing', -2],
  [
    DISTRICT,
    'a change of what is not there',
    'at: licences/terrace/rules/large',
    'at: licences/terrace/rules/larg',
    'BAD_CHANGE',
    'Did you mean large?',
  ],
  [
    DISTRICT,
    'an expression of its own with an unknown name',
    'when: terrace.area > 20',
    'when: terras.area > 20',
    'FEEL_UNKNOWN_NAME',
    'terrace.area',
  ],
  [DISTRICT, 'a closing time after midnight without +1', 'close: "23:00"', 'close: "25:00"', 'BAD_SHAPE', '01:00+1'],
  [
    AREAS,
    'an area of an unknown district',
    'extends: brinkdam/haven',
    'extends: brinkdam/havn',
    'UNKNOWN_LAYER',
    'Did you mean brinkdam/haven?',
  ],
  [
    AREAS,
    'a question that does not exist',
    'streets: [Lange Kade]',
    'question: premises.side',
    'UNKNOWN_REFERENCE',
    'There is no question premises.side',
  ],
  [AREAS, 'streets that are no list', 'streets: [Lange Kade]', 'streets: Lange Kade', 'BAD_SHAPE', 'list'],
  [AREAS, 'an amount that begins on no day', 'from: 2026-01-01', 'from: 1-1-2026', 'BAD_SHAPE', 'Write 2026-01-01.'],
]

test.each(planted)('in %s, %s is found on its line with how to mend it', (file, _mistake, from, to, code, says, down = 0) => {
  const { files: all, line } = spoiled(file, from, to)
  const findings = mistakesIn(all)
  const found = findings.find((one) => one.code === code && one.file === file)
  expect(found, shortly(findings).join('\n')).toBeDefined()
  expect(found?.line).toBe(line + down)
  expect(`${found?.message} ${found?.mend}`).toContain(says)
  expect(shortly(findings.filter((one) => one !== found))).toEqual([])
})

test('an answer that is still to come is printed nowhere', () => {
  const rules = files()
  const path = 'rules/base/questions/plan.yaml'
  rules.set(path, (rules.get(path) ?? '').replace('countsAs: onSite', 'undecided: true'))
  expect(shortly(mistakesIn(rules))).toEqual([])
  rules.set('forms/terrace.yaml', (rules.get('forms/terrace.yaml') ?? '').replace('none: nee }', 'none: nee, unsure: ja }'))
  expect(mistakesIn(rules)).toMatchObject([{ code: 'BOX_OPTION', file: 'forms/terrace.yaml', message: expect.stringContaining('unsure') }])
})
