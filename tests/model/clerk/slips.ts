import { TOWN, town } from './town.ts'

/** One slip of a clerk: what becomes of the town, and the one finding that must come of it. The numbers are those of the trial with 99 mistakes. */
export interface ClerkSlip {
  readonly nr: number
  readonly mistake: string
  /** Every file of the town. */
  readonly files: Readonly<Record<string, string>>
  /** null: rightly accepted. */
  readonly finding: {
    readonly code: string
    readonly severity: 'error' | 'warning' | 'note'
    /** Part of the line it points at; the file when that is another than the town. */
    readonly line: string
    readonly file?: string
    /** Parts of message and mend. */
    readonly says: readonly string[]
  } | null
  /** Every file, once the mend is followed to the letter. */
  readonly mended?: Readonly<Record<string, string>>
}

export function replaced(from: string, to: string): string {
  const parts = town.split(from)
  if (parts.length !== 2) throw new Error(`"${from}" stands ${parts.length - 1} times in the town, not once`)
  return parts.join(to)
}

type Expected = [code: string, line: string, ...says: string[]]

const spoiled = (
  nr: number,
  mistake: string,
  from: string,
  to: string,
  [code, line, ...says]: Expected,
  severity: 'error' | 'warning' = 'error',
): ClerkSlip => ({ nr, mistake, files: { [TOWN]: replaced(from, to) }, finding: { code, severity, line, says } })

const whole = (nr: number, mistake: string, text: string, [code, line, ...says]: Expected): ClerkSlip => ({
  nr,
  mistake,
  files: { [TOWN]: text },
  finding: { code, severity: 'error', line, says },
})

const accepted = (nr: number, mistake: string, text: string): ClerkSlip => ({ nr, mistake, files: { [TOWN]: text }, finding: null })

const AMOUNT = '      - amount: 412.50'
const CONDITION = 'when: terrace.kind = "facade"'
const WINDOW = '    nights: [fri, sat]\n    open: "07:00"\n    close: "02:00+1"\n    source: APV 2.29'
const MODE = 'values: [{ value: separate, source: APV 2.10 }]'
const LABEL_OF_QUESTION = `topic: terrace
      label: { nl: Kleur van de stoelen, en: Colour of the chairs }`
const END = 'evidence: { form: [Proef] }\n'
const more = (change: string): string => `${END}${change}`
const DISTRICT = 'rules/municipalities/proef/districts/oost.yaml'

export const SLIPS: readonly ClerkSlip[] = [
  spoiled(1, 'a tab for spaces', '        from: 2026-01-01\n        until', '\tfrom: 2026-01-01\n        until', [
    'BAD_YAML',
    '\tfrom: 2026-01-01',
    'indented with a tab',
    'spaces',
  ]),
  spoiled(2, 'the key fees twice', 'hours:\n', 'fees: []\nhours:\n', ['DUPLICATE_KEY', 'fees: []', 'occurs twice']),
  spoiled(3, 'one space less', '        until: 2026-12-31', '       until: 2026-12-31', [
    'BAD_YAML',
    '       until: 2026-12-31',
    'not as far from the margin',
    'space',
  ]),
  spoiled(4, 'a list as far out as its hyphen', '    amounts:\n      - amount: 412.50', '  amounts:\n      - amount: 412.50', [
    'BAD_YAML',
    '  amounts:',
    'margin',
  ]),
  spoiled(5, 'a comma in an amount', AMOUNT, '      - amount: 412,50', ['BAD_SHAPE', '412,50', 'Write 412.50.']),
  spoiled(6, 'a comma in an amount between { }', 'amount: 56.50,', 'amount: 56,50,', ['BAD_SHAPE', '56,50', 'comma', '56.50']),
  spoiled(7, 'a euro sign', AMOUNT, '      - amount: € 412.50', ['BAD_SHAPE', '€ 412.50', 'Write 412.50.']),
  spoiled(8, 'thousands', AMOUNT, '      - amount: 1.882,10', ['BAD_SHAPE', '1.882,10', 'Write 1882.10.']),
  spoiled(9, 'the 26th hour', 'close: "02:00+1"', 'close: "26:00"', ['BAD_SHAPE', '26:00', 'Write 02:00+1.']),
  spoiled(10, 'the 24th hour', 'close: "02:00+1"', 'close: 24:00', ['BAD_SHAPE', '24:00', 'Write 00:00+1.']),
  spoiled(11, 'one at night without +1', 'close: "01:00+1"', 'close: "01:00"', ['BAD_HOURS', 'close: "01:00"', '01:00+1']),
  spoiled(12, 'a dot in a time', 'close: "02:00+1"', 'close: 02.00', ['BAD_SHAPE', 'close: 02.00', 'Write 02:00.']),
  spoiled(13, '31 February, the Dutch way', 'until: 2026-12-31', 'until: 31-02-2026', ['BAD_SHAPE', '31-02-2026', 'no such day']),
  spoiled(14, '31 February', 'until: 2026-12-31', 'until: 2026-02-31', ['BAD_SHAPE', '2026-02-31', 'no such day']),
  spoiled(15, 'a date the Dutch way', 'until: 2026-12-31', 'until: 31-12-2026', ['BAD_SHAPE', '31-12-2026', 'Write 2026-12-31.']),
  spoiled(16, 'a colour by its name', 'primary: "#004699"', 'primary: blauw', ['BAD_SHAPE', 'blauw', '#004699']),
  spoiled(17, 'a colour of three digits', 'primary: "#004699"', 'primary: "#049"', ['BAD_SHAPE', '#049', 'Write "#004499".']),
  spoiled(18, 'a colour without quotes', 'primary: "#004699"', 'primary: #004699', ['BAD_YAML', 'primary: #004699', 'comment', 'quotes']),
  spoiled(19, 'a colour nobody can read', 'primary: "#004699"', 'primary: "#FFD500"', ['CONTRAST', '#FFD500', 'darker']),
  spoiled(20, 'a misspelt key near a known one', '    amounts:\n      - amount: 412.50', '    amount:\n      - amount: 412.50', [
    'BAD_SHAPE',
    '    amount:',
    'Did you mean amounts?',
  ]),
  spoiled(21, 'sorce', 'source: Legesverordening 2027', 'sorce: Legesverordening 2027', ['BAD_SHAPE', 'sorce', 'Did you mean source?']),
  spoiled(22, 'a fee that does not exist', 'id: alcohol.new', 'id: alcohol.nieuw', [
    'BAD_CHANGE',
    'alcohol.nieuw',
    'Did you mean alcohol.new?',
  ]),
  spoiled(23, 'an unknown question', CONDITION, 'when: terras.soort = "facade"', ['FEEL_UNKNOWN_NAME', 'terras.soort', 'no question']),
  spoiled(24, 'two equal signs', CONDITION, 'when: terrace.kind == "facade"', ['FEEL_SYNTAX', '==', 'one =']),
  spoiled(25, 'an option that does not exist', CONDITION, 'when: terrace.kind = "gevel"', ['FEEL_UNKNOWN_OPTION', 'gevel', 'facade']),
  spoiled(26, 'Dutch words in a condition', CONDITION, 'when: terrace.kind = "facade" en terrace.area > 5', [
    'FEEL_SYNTAX',
    ' en ',
    '"and"',
  ]),
  spoiled(27, 'an option without quotes', CONDITION, 'when: terrace.kind = facade', [
    'FEEL_UNKNOWN_NAME',
    '= facade',
    'in quotes',
    '"facade"',
  ]),
  spoiled(28, 'curly quotes in a condition', CONDITION, 'when: terrace.kind = “facade”', ['FEEL_SYNTAX', '“facade”', 'straight quotes']),
  accepted(29, 'curly quotes in a text', replaced('huisstijl 2026', '“huisstijl 2026”')),
  spoiled(30, 'curly quotes round a time', 'close: "02:00+1"', 'close: “02:00+1”', ['BAD_SHAPE', '“02:00+1”', 'Write 02:00+1.']),
  spoiled(31, 'no colon', '        source: Legesverordening 2026\n', '        source Legesverordening 2026\n', [
    'BAD_YAML',
    'source Legesverordening 2026',
    'no colon behind "source"',
  ]),
  spoiled(32, 'no space behind a colon', '        until: 2026-12-31', '        until:2026-12-31', [
    'BAD_YAML',
    'until:2026-12-31',
    'no space behind the colon',
  ]),
  spoiled(33, 'no hyphen before an item', '  - id: gamingMachines.licence', '    id: gamingMachines.licence', [
    'DUPLICATE_KEY',
    'gamingMachines',
    'hyphen',
  ]),
  spoiled(34, 'no space behind a hyphen', '  - id: gamingMachines.licence', '  -id: gamingMachines.licence', [
    'BAD_YAML',
    '-id:',
    'no space behind the hyphen',
  ]),
  spoiled(35, 'an en dash for a hyphen', '  - id: gamingMachines.licence', '  – id: gamingMachines.licence', [
    'BAD_YAML',
    '– id:',
    'hyphen',
  ]),
  spoiled(
    36,
    'a colon in a text',
    '{ nl: Kleur van de stoelen, en: Colour of the chairs }\n      when',
    '{ nl: Kleur: van de stoelen, en: Colour of the chairs }\n      when',
    ['BAD_YAML', 'Kleur: van', 'colon inside this text', 'quotes'],
  ),
  spoiled(37, 'a comma in a text between { }', LABEL_OF_QUESTION, LABEL_OF_QUESTION.replace('Kleur van', 'Kleur, hout van'), [
    'BAD_SHAPE',
    'Kleur, hout van',
    'comma',
    'quotes',
  ]),
  spoiled(
    38,
    'a text that begins with an apostrophe',
    'why: Wij kijken naar de kleur van de stoelen.\n    source',
    "why: 's Avonds kijken wij naar de kleur.\n    source",
    ['BAD_YAML', "why: 's Avonds", 'apostrophe', 'double quotes'],
  ),
  accepted(39, 'a byte order mark', `\uFEFF${town}`),
  accepted(40, 'Windows line ends', town.replaceAll('\n', '\r\n')),
  spoiled(41, 'another encoding', 'name: Proefdorp', 'name: Proefdorp \uFFFD', ['BAD_ENCODING', 'name: Proefdorp', 'UTF-8']),
  whole(42, 'UTF-16', `\uFFFD\uFFFD${[...town].map((letter) => `${letter}\u0000`).join('')}`, ['BAD_ENCODING', '', 'UTF-8']),
  whole(43, 'a huge file', `${town}${'# much\n'.repeat(400_000)}`, ['FILE_TOO_LARGE', 'schema', 'at most']),
  spoiled(44, 'extends itself', 'extends: base', 'extends: proef', ['CYCLIC_EXTENDS', 'extends: proef', 'base']),
  spoiled(45, 'extends what does not exist', 'extends: base', 'extends: bas', ['UNKNOWN_LAYER', 'extends: bas', 'Did you mean base?']),
  spoiled(
    46,
    'a rule that needs itself',
    END,
    more(`  - op: add
    at: licences/terrace/rules
    after: null
    why: Proef.
    item: { id: own, when: verdict("terrace") = "needed", verdict: needed, because: { nl: Daarom, en: So } }
`),
    ['CYCLIC_RULE', 'id: own', 'needs its own outcome'],
  ),
  spoiled(
    47,
    'two rules that need each other',
    END,
    more(`  - op: add
    at: licences/exploitation/rules
    after: null
    why: Proef.
    item: { id: own, when: verdict("terrace") = "needed", verdict: needed, because: { nl: Daarom, en: So } }
  - op: add
    at: licences/terrace/rules
    after: null
    why: Proef.
    item: { id: other, when: verdict("exploitation") = "needed", verdict: needed, because: { nl: Daarom, en: So } }
`),
    ['CYCLIC_RULE', 'item: { id: o', 'needs its own outcome'],
  ),
  spoiled(48, 'a fee above the national ceiling', 'amount: 56.50,', 'amount: 500.00,', ['FEE_ABOVE_CEILING', 'amount: 500.00', 'at most']),
  {
    nr: 49,
    mistake: 'a value of the base said again',
    files: {
      [TOWN]: replaced(
        '  - id: town.exploitation.mode',
        '  - id: town.exploitation.lodgingUpTo\n    values: [{ value: 10, unverified: true }]\n  - id: town.exploitation.mode',
      ),
    },
    finding: { code: 'REPEATS_BASE', severity: 'note', line: 'value: 10', says: ['says already'] },
  },
  spoiled(50, 'removes what the law asks', END, more('  - { op: remove, at: questions/fire.multiBuilding, why: Niet nodig. }\n'), [
    'ELEMENT_UNCOVERED',
    'questions/fire.multiBuilding',
    'The law wants',
    'proef removed it',
  ]),
  spoiled(
    51,
    'changes what is locked',
    '  - id: town.exploitation.mode',
    '  - id: town.fire.noticeDays\n    values: [{ value: 3, source: APV }]\n  - id: town.exploitation.mode',
    ['LOCKED', 'town.fire.noticeDays', 'national law'],
  ),
  spoiled(52, 'no English', LABEL_OF_QUESTION, LABEL_OF_QUESTION.replace(', en: Colour of the chairs', ''), [
    'MISSING_TRANSLATION',
    'Kleur van de stoelen }',
    'English',
  ]),
  spoiled(53, 'a text in one language only', LABEL_OF_QUESTION, 'topic: terrace\n      label: Kleur van de stoelen', [
    'BAD_SHAPE',
    'label: Kleur',
    'Write both languages',
  ]),
  spoiled(54, 'a question that nothing uses', 'questions: [proef.chairColour]', 'questions: [terrace.furniture.colour]', [
    'UNUSED_QUESTION',
    'id: proef.chairColour',
    'remove the question',
  ]),
  spoiled(
    55,
    'the same question added twice',
    END,
    more(`  - op: add
    at: questions
    why: Nog eens.
    item: { id: proef.chairColour, subject: terrace, type: text, topic: terrace, label: { nl: Stoelen, en: Chairs } }
`),
    ['DUPLICATE_ID', 'item: { id: proef', 'already there'],
  ),
  spoiled(
    56,
    'a fee twice',
    '  - id: gamingMachines.licence',
    '  - id: alcohol.new\n    amounts: [{ amount: 430.00, from: 2027-01-01, source: L }]\n  - id: gamingMachines.licence',
    ['DUPLICATE_ID', '- id: alcohol.new', 'twice'],
  ),
  spoiled(57, 'from after until', 'until: 2026-12-31', 'until: 2025-12-31', ['BAD_PERIOD', 'until: 2025-12-31', 'before it begins']),
  spoiled(58, 'periods that overlap', 'until: 2026-12-31', 'until: 2027-01-31', [
    'BAD_PERIOD',
    'from: 2027-01-01',
    'two values',
    '2027-01-31',
  ]),
  spoiled(59, 'a day between two periods', 'until: 2026-12-31', 'until: 2026-12-30', [
    'BAD_PERIOD',
    'from: 2027-01-01',
    '2026-12-31',
    'no value',
  ]),
  spoiled(60, 'per cent', AMOUNT, '      - amount: 5%', ['FEEL_SYNTAX', '5%', '0.05']),
  accepted(61, 'nothing to pay', replaced('amount: 412.50', 'amount: 0')),
  spoiled(62, 'unknown, in words', AMOUNT, '      - amount: onbekend', ['FEEL_UNKNOWN_NAME', 'onbekend', 'null']),
  spoiled(63, 'less than nothing', AMOUNT, '      - amount: -22.00', ['NEGATIVE_AMOUNT', '-22.00', 'less than nothing']),
  spoiled(64, 'a letter O for a nought', AMOUNT, '      - amount: 412.5O', ['FEEL_SYNTAX', '412.5O', 'letter']),
  spoiled(65, 'ja for true', 'value: true,', 'value: ja,', ['BAD_SHAPE', 'value: ja', 'Write true.']),
  spoiled(66, 'an option of a value that does not exist', MODE, 'values: [{ value: apart, source: APV 2.10 }]', [
    'BAD_OPTION',
    'apart',
    'separate',
  ]),
  spoiled(67, 'nights in Dutch', 'nights: [sun, mon, tue, wed, thu]', 'nights: [zo, ma, di, wo, do]', [
    'BAD_SHAPE',
    '[zo, ma',
    'Write sun, mon, tue, wed, thu.',
  ]),
  spoiled(68, 'op in Dutch', '  - op: add\n    at: questions', '  - op: toevoegen\n    at: questions', [
    'BAD_SHAPE',
    'toevoegen',
    'Write add',
  ]),
  spoiled(69, 'a change without a reason', '    why: Wij kijken naar de kleur van de stoelen.\n    source', '    source', [
    'BAD_SHAPE',
    'op: add',
    'why',
  ]),
  spoiled(70, 'a place that does not exist', '    at: questions\n', '    at: vragen\n', [
    'BAD_CHANGE',
    'at: vragen',
    'Did you mean questions?',
  ]),
  spoiled(71, 'after what does not exist', 'after: TE-045', 'after: TE-999', ['BAD_CHANGE', 'TE-999', 'Did you mean TE-0']),
  spoiled(72, 'the number of a box that is there', 'nr: PRO-1', 'nr: TE-045', ['DUPLICATE_ID', 'TE-045', 'another id']),
  spoiled(73, 'an id with a space', 'id: proef.chairColour', 'id: proef.chair colour', [
    'BAD_SHAPE',
    'proef.chair colour',
    'Write proef.chairColour.',
  ]),
  whole(74, 'an id that begins another', town.replaceAll('proef.chairColour', 'terrace'), ['PREFIX_ID', 'id: terrace', 'begin']),
  spoiled(75, 'an unknown type', 'subject: terrace\n      type: text', 'subject: terrace\n      type: tekst', [
    'BAD_SHAPE',
    'type: tekst',
    'text',
  ]),
  spoiled(
    76,
    'an option without its texts',
    'subject: terrace\n      type: text',
    'subject: terrace\n      type: choice\n      options: [rood, blauw]',
    ['BAD_SHAPE', 'options: [rood', 'id, label'],
  ),
  spoiled(77, 'an id that differs from its folder', 'id: proef\n', 'id: Proef\n', ['BAD_SHAPE', 'id: Proef', 'proef']),
  spoiled(78, 'no schema', 'schema: 1\n', '', ['BAD_SHAPE', 'id: proef', 'Add schema: 1.']),
  {
    nr: 79,
    mistake: 'a file that ends in .yml',
    files: { [TOWN.replace('.yaml', '.yml')]: town },
    finding: null,
  },
  {
    nr: 80,
    mistake: 'a folder of another name',
    files: { [TOWN]: town, 'rules/municipalities/proef/stadsdelen/oost.yaml': 'schema: 1\nid: oost\nname: Oost\nextends: proef\n' },
    finding: {
      code: 'UNREADABLE_FILE',
      severity: 'warning',
      line: 'schema',
      file: 'rules/municipalities/proef/stadsdelen/oost.yaml',
      says: ['districts/'],
    },
  },
  whole(81, 'an empty file', '', ['BAD_SHAPE', '', 'empty']),
  whole(82, 'a document of a word processor', `{\\rtf1\\ansi{\\fonttbl\\f0 Arial;}\n${town}}`, [
    'BAD_YAML',
    'rtf1',
    'word processor',
    'plain text',
  ]),
  spoiled(83, 'a mark that is not there', '  source: huisstijl 2026', '  mark: merk.svg\n  source: huisstijl 2026', [
    'BAD_MARK',
    'mark: merk.svg',
    'no file merk.svg',
    'folder of the town',
  ]),
  {
    nr: 84,
    mistake: 'a mark with a script',
    files: {
      [TOWN]: replaced('  source: huisstijl 2026', '  mark: merk.svg\n  source: huisstijl 2026'),
      'rules/municipalities/proef/merk.svg':
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><script>alert(1)</script><rect width="9" height="9"/></svg>',
    },
    finding: { code: 'BAD_MARK', severity: 'error', file: TOWN, line: 'mark: merk.svg', says: ['<script>', 'plain SVG'] },
  },
  spoiled(85, 'a mark outside the folder', '  source: huisstijl 2026', '  mark: ../../../../etc/passwd\n  source: huisstijl 2026', [
    'BAD_MARK',
    'mark: ../',
    'does not lie in the folder',
    'mark.svg',
  ]),
  spoiled(86, 'closes before it opens', WINDOW, WINDOW.replace('02:00+1', '06:00'), ['BAD_HOURS', 'close: "06:00"', '06:00+1']),
  spoiled(87, 'a night that is forgotten', 'nights: [sun, mon, tue, wed, thu]', 'nights: [mon, tue, wed, thu]', [
    'BAD_HOURS',
    'mon, tue',
    'sun',
  ]),
  spoiled(88, 'a window that is never reached', 'nights: [fri, sat]', 'nights: [mon, tue]', [
    'BAD_HOURS',
    'mon, tue]',
    'never',
    'inside.week',
  ]),
  spoiled(89, 'a postcode with letters', 'postcodes: ["9998"]', 'postcodes: [9998 AB]', ['BAD_SHAPE', '9998 AB', 'Write "9998".']),
  spoiled(90, 'no source', 'values: [{ value: always, source: APV 2.28 }]', 'values: [{ value: always }]', [
    'NO_SOURCE',
    'value: always',
    'source',
  ]),
  spoiled(91, 'a comment without its mark', 'hours:\n', 'hieronder de tijden\nhours:\n', ['BAD_YAML', 'hieronder', 'colon']),
  spoiled(92, 'a number compared with a text', CONDITION, 'when: terrace.area = "5"', ['FEEL_TYPE', 'terrace.area', 'number']),
  spoiled(93, 'a division by nought', AMOUNT, '      - amount: 5 / 0', ['FEEL_TYPE', '5 / 0', 'nought']),
  spoiled(94, 'a function that does not exist', AMOUNT, '      - amount: afronden(5)', ['FEEL_UNKNOWN_NAME', 'afronden', 'round']),
  spoiled(95, 'an address without https', 'web: https://www.proef.nl,', 'web: www.proef.nl,', [
    'BAD_SHAPE',
    'www.proef.nl',
    'Write https://www.proef.nl.',
  ]),
  spoiled(96, 'removes a check that does not exist', END, more('  - { op: remove, at: checks/w99, why: Niet nodig. }\n'), [
    'BAD_CHANGE',
    'w99',
    'Did you mean w',
  ]),
  spoiled(
    97,
    'removes a box twice',
    END,
    more(`  - { op: remove, at: forms/terrace/sections/furniture/boxes/TE-045, why: Niet nodig. }
  - { op: remove, at: forms/terrace/sections/furniture/boxes/TE-045, why: Niet nodig. }
`),
    ['BAD_CHANGE', 'boxes/TE-045', 'removed already'],
  ),
  spoiled(98, 'marks of two versions', 'name: Proefdorp\n', '<<<<<<< HEAD\nname: Proefdorp\n=======\nname: Proefstad\n>>>>>>> fees\n', [
    'BAD_YAML',
    '<<<<<<< HEAD',
    'conflict markers',
  ]),
  {
    nr: 99,
    mistake: 'a district that names the amount of next year only',
    files: {
      [TOWN]: town,
      [DISTRICT]: `schema: 1
id: oost
name: Oost
extends: proef
postcodes: ["9998"]
fees:
  - id: alcohol.new
    amounts: [{ amount: 430.00, from: 2027-01-01, source: Legesverordening 2027 }]
`,
    },
    finding: { code: 'HIDES_PERIOD', severity: 'warning', file: DISTRICT, line: 'amounts:', says: ['2026', 'proef'] },
  },
]
