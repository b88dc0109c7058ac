import { type ClerkSlip, replaced } from './slips.ts'
import { TOWN, town } from './town.ts'

// What was accepted without a word, or told weakly, after the first three hundred.

interface Expected {
  readonly code: string
  readonly line: string
  /** How the mend begins. */
  readonly mend: string
  readonly severity?: 'warning'
  readonly file?: string
}
type Files = Readonly<Record<string, string>>
type Row = readonly [nr: number, mistake: string, files: Files, mended: Files | null, expected: Expected]

const FOLDER = 'rules/municipalities/proef/'
const OOST = `${FOLDER}districts/oost.yaml`
const oost = (values: string): string =>
  `schema: 1\nid: oost\nname: Oost\nextends: proef\npostcodes: ["9998"]\nparameters:\n  - { id: town.terrace.mode, values: ${values} }\n`
const later = replaced(
  'values: [{ value: separate, source: APV 2.10 }]',
  'values: [{ value: separate, until: 2026-12-31, source: APV 2.10 }, { value: partOfExploitation, from: 2027-01-01, source: APV 2.10 }]',
)

const spoiled = (from: string, to: string): Files => ({ [TOWN]: replaced(from, to) })
const feast = (yearly: string): Files =>
  spoiled(
    'hours:\n',
    `hours:
  - id: feast
    place: inside
    nights: [mon, tue, wed, thu, fri, sat, sun]
    event: { nl: Kermis, en: Fair }
    yearly: ${yearly}
    open: "07:00"
    close: "03:00+1"
    source: APV 2.29
`,
  )
const words = (...entries: string[]): Files =>
  spoiled('hours:\n', `words:\n${entries.map((entry) => `  - { ${entry}, source: x }\n`).join('')}hours:\n`)
const MANAGER = 'from: { nl: leidinggevende }, to: { nl: beheerder }'
const NAME = 'name: Proefdorp'
const CONTACT = '{ name: Gemeente Proef, web: https://www.proef.nl,'
const FEE = '      - amount: 412.50\n        from: 2026-01-01'
const LABEL = `label: { nl: Kleur van de stoelen, en: Colour of the chairs }
      when`
const label = (en: string, nl = 'Kleur van de stoelen'): Files => spoiled(LABEL, `label: { nl: ${nl}, en: ${en} }\n      when`)
const beside = (name: string): Files => ({ [TOWN]: town, [`${FOLDER}${name}`]: '' })
const more = (...changes: string[]): Files => ({ [TOWN]: `${town}${changes.map((change) => `  - { ${change}, why: a }\n`).join('')}` })
const UNREAD = { code: 'UNREADABLE_FILE', line: '', severity: 'warning' } as const
const CHECK = 'severity: info, licences: [], when: activity.main = "drinking", message: { nl: Let op., en: Mind this. }, source: x'

const ROWS: readonly Row[] = [
  // feasts
  [
    701,
    'a day of every year without noughts',
    feast('{ from: 1-9, until: 09-07 }'),
    feast('{ from: 09-01, until: 09-07 }'),
    { code: 'BAD_SHAPE', line: '1-9', mend: 'Write 09-01.' },
  ],
  [
    702,
    'a feast by its name',
    feast('Koningsdag'),
    feast('{ from: 04-27, until: 04-27 }'),
    { code: 'BAD_SHAPE', line: 'Koningsdag', mend: 'Write yearly: { from: 04-27, until: 04-27 }.' },
  ],
  [
    703,
    'a feast that moves by its name',
    feast('carnaval'),
    feast('{ afterEaster: -50, count: 4 }'),
    { code: 'BAD_SHAPE', line: 'carnaval', mend: 'Write yearly: { afterEaster: -50, count: 4 }.' },
  ],
  [
    704,
    'a feast for the days after Easter',
    feast('{ afterEaster: Hemelvaart }'),
    feast('{ afterEaster: 39 }'),
    { code: 'BAD_SHAPE', line: 'Hemelvaart', mend: 'Write yearly: { afterEaster: 39 }.' },
  ],
  [
    705,
    'a feast that moves for a day',
    feast('{ from: 2e paasdag, until: 04-07 }'),
    feast('{ afterEaster: 1 }'),
    { code: 'BAD_SHAPE', line: '2e paasdag', mend: 'Write yearly: { afterEaster: 1 }.' },
  ],
  [
    706,
    'a feast for the last day',
    feast('{ from: 12-25, until: kerst }'),
    feast('{ from: 12-25, until: 12-26 }'),
    { code: 'BAD_SHAPE', line: 'kerst', mend: 'Write 12-26.' },
  ],
  // words
  [
    707,
    'a word that is replaced twice',
    words(MANAGER, 'from: { nl: Leidinggevende }, to: { nl: bedrijfsleider }'),
    words(MANAGER),
    { code: 'BAD_CHANGE', line: 'bedrijfsleider', mend: 'Remove one of the two, or give each its own licences:.' },
  ],
  [
    708,
    'a word that an earlier line brought in',
    words(MANAGER, 'from: { nl: beheerder }, to: { nl: bedrijfsleider }'),
    words('from: { nl: leidinggevende }, to: { nl: bedrijfsleider }'),
    { code: 'BAD_CHANGE', line: 'bedrijfsleider', mend: 'Write the final word in that entry.' },
  ],
  [
    709,
    'two words on two lines of one entry',
    words('from: { nl: "leidinggevende\\nleidinggevenden" }, to: { nl: "beheerder\\nbeheerders" }'),
    words(MANAGER, 'from: { nl: leidinggevenden }, to: { nl: beheerders }'),
    { code: 'BAD_CHANGE', line: 'leidinggevenden', mend: 'Give each word an entry of its own, with its own to:.' },
  ],
  [
    710,
    'two words with a comma',
    words('from: { nl: "leidinggevende, leidinggevenden" }, to: { nl: "beheerder, beheerders" }'),
    words(MANAGER, 'from: { nl: leidinggevenden }, to: { nl: beheerders }'),
    { code: 'BAD_CHANGE', line: 'leidinggevenden', mend: 'Give each word an entry of its own, with its own to:.' },
  ],
  // keys
  [
    711,
    'two Dutch keys of a fee',
    spoiled(FEE, '      - bedrag: 412.50\n        vanaf: 2026-01-01'),
    { [TOWN]: town },
    { code: 'BAD_SHAPE', line: 'bedrag', mend: 'Write amount, from.' },
  ],
  [
    712,
    'two Dutch keys of the contact',
    spoiled(CONTACT, '{ naam: Gemeente Proef, website: https://www.proef.nl,'),
    { [TOWN]: town },
    { code: 'BAD_SHAPE', line: 'naam', mend: 'Write name, web.' },
  ],
  [
    713,
    'a Dutch key beside its English one',
    spoiled('      - amount: 412.50\n', '      - amount: 412.50\n        bedrag: 400.00\n'),
    { [TOWN]: town },
    { code: 'BAD_SHAPE', line: 'bedrag', mend: 'amount: is already given. Remove bedrag:.' },
  ],
  // what nobody sees
  [
    714,
    'a hard space in the name of the town',
    spoiled(NAME, 'name: Proef\u00a0dorp'),
    spoiled(NAME, 'name: Proef dorp'),
    { code: 'BAD_SHAPE', line: 'Proef\u00a0dorp', mend: 'Type it again, as Proef dorp.', severity: 'warning' },
  ],
  [
    715,
    'a byte order mark in the name of the town',
    spoiled(NAME, 'name: Proef\ufeffdorp'),
    { [TOWN]: town },
    { code: 'BAD_SHAPE', line: 'Proef\ufeffdorp', mend: 'Type it again, as Proefdorp.', severity: 'warning' },
  ],
  [
    716,
    'a soft hyphen in a label',
    label('Colour of the chairs', 'Kleur van de stoe\u00adlen'),
    { [TOWN]: town },
    { code: 'BAD_SHAPE', line: 'stoe\u00adlen', mend: 'Type it again, as Kleur van de stoelen.', severity: 'warning' },
  ],
  [
    717,
    'a hard space in the name of an office',
    spoiled(CONTACT, '{ name: Gemeente\u00a0Proef, web: https://www.proef.nl,'),
    { [TOWN]: town },
    { code: 'BAD_SHAPE', line: 'Gemeente\u00a0Proef', mend: 'Type it again, as Gemeente Proef.', severity: 'warning' },
  ],
  // translations
  [
    718,
    'an English text that repeats the Dutch one, without a small word',
    label('Kleur stoelen', 'Kleur stoelen'),
    label('Colour of chairs', 'Kleur stoelen'),
    { code: 'WORKSHOP_TEXT', line: 'Kleur stoelen', mend: 'Write the text of nl: in English after en:.', severity: 'warning' },
  ],
  // files
  [
    719,
    'a copy of an editor',
    beside('municipality.yaml.bak'),
    { [TOWN]: town },
    { ...UNREAD, file: `${FOLDER}municipality.yaml.bak`, mend: 'Delete the copy' },
  ],
  [
    720,
    'a copy with a tilde',
    beside('municipality.yaml~'),
    { [TOWN]: town },
    { ...UNREAD, file: `${FOLDER}municipality.yaml~`, mend: 'Delete the copy' },
  ],
  [
    721,
    'a table of fees',
    beside('tarieven.csv'),
    { [TOWN]: town },
    { ...UNREAD, file: `${FOLDER}tarieven.csv`, mend: 'Copy its values into municipality.yaml' },
  ],
  [
    722,
    'a spreadsheet',
    beside('tarieven 2027.xlsx'),
    { [TOWN]: town },
    { ...UNREAD, file: `${FOLDER}tarieven 2027.xlsx`, mend: 'Copy its values into municipality.yaml' },
  ],
  // layers
  [
    723,
    'a value without a period over one that changes',
    { [OOST]: oost('[{ value: generalRules, source: x }]'), [TOWN]: later },
    {
      [OOST]: oost('[{ value: generalRules, until: 2026-12-31, source: x }, { value: separate, from: 2027-01-01, source: x }]'),
      [TOWN]: later,
    },
    { code: 'HIDES_PERIOD', line: 'generalRules', mend: 'Give this value until: the day before that', severity: 'warning', file: OOST },
  ],
  [
    724,
    'takes a question away and adds it again',
    more(
      'op: remove, at: questions/proef.chairColour',
      'op: add, at: questions, item: { id: proef.chairColour, subject: terrace, type: text, topic: terrace, label: { nl: Kleur, en: Colour } }',
    ),
    null,
    { code: 'BAD_CHANGE', line: 'op: add, at: questions, item', mend: 'Use one op: change' },
  ],
  [
    725,
    'takes a check of the base away and adds it again',
    more('op: remove, at: checks/w5', `op: add, at: checks, item: { id: w5, ${CHECK} }`),
    null,
    { code: 'BAD_CHANGE', line: 'op: add, at: checks', mend: 'Use one op: change' },
  ],
  [
    726,
    'the same, with the id in the place',
    more('op: remove, at: checks/w5', `op: add, at: checks/w5, item: { ${CHECK} }`),
    null,
    { code: 'BAD_CHANGE', line: 'op: add, at: checks/w5', mend: 'Use one op: change' },
  ],
]

export const FOURTH_SLIPS: readonly ClerkSlip[] = ROWS.map(([nr, mistake, files, mended, { mend, ...expected }]) => ({
  nr,
  mistake,
  files,
  finding: { severity: 'error', file: TOWN, ...expected, says: [mend] },
  ...(mended ? { mended } : {}),
}))
