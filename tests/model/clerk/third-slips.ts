import { type ClerkSlip, replaced } from './slips.ts'
import { TOWN, town } from './town.ts'

// A third hundred, over what the first two touch least. The mend of each is held to its first words, and where it can be followed to the letter what then stands there
// must be in order.

interface Expected {
  readonly code: string
  readonly line: string
  /** How the mend begins. */
  readonly mend: string
  readonly severity?: 'warning'
  readonly file?: string
}
type Row = [nr: number, mistake: string, from: string, to: string, followed: string | null, expected: Expected | null]
const YEAR = 'from: 2027-01-01'
const AMOUNT = '      - amount: 412.50'
const NIGHTS = 'nights: [fri, sat]'
const CONDITION = 'when: terrace.kind = "facade"'
const CLOSE = 'close: "02:00+1"'
const STYLE = '  source: huisstijl 2026'
const CONTACT = '{ name: Gemeente Proef, web: https://www.proef.nl, source: "https://www.proef.nl" }'
const NO_CHANNEL = 'changes:\n'
const channel = (fields: string): string => `channels:\n  - { id: alcohol, ${fields}, source: x }\nchanges:\n`
const raise = (entry: string): string => `raise:\n  - { ${entry}, source: x }\nhours:\n`
const END = 'evidence: { form: [Proef] }\n'
const more = (change: string): string => `${END}  - { ${change}, why: a }\n`
const LABEL = `topic: terrace
      label: { nl: Kleur van de stoelen, en: Colour of the chairs }`
const TEXT_TYPE = 'subject: terrace\n      type: text'
const BOX = `questions: [proef.chairColour]`
const POST = 'postcodes: ["9998"]'
const words = (entry: string): string => `words:\n  - { ${entry}, source: x }\nhours:\n`
const asks = (entry: string): string => `asks:\n  - { ${entry}, source: x }\nhours:\n`
const statuses = (entry: string): string => `statuses:\n  - { ${entry} }\nhours:\n`
const EVENT = `  - id: feast
    place: inside
    nights: [mon, tue, wed, thu, fri, sat, sun]
    event: { nl: Kermis, en: Fair }
    yearly: { from: 09-01, until: 09-07 }
    open: "07:00"
    close: "03:00+1"
    source: APV 2.29
`
const HOURS = 'hours:\n'
const ev = (from: string, to: string): string => `${HOURS}${EVENT.replace(from, () => to)}`
const E = (nr: number, mistake: string, from: string, to: string, followed: string | null, expected: Expected | null): Row => [
  nr,
  mistake,
  HOURS,
  ev(from, to),
  followed === null ? null : ev(from, followed),
  expected,
]
const C = (nr: number, mistake: string, from: string, to: string | null, expected: Expected | null): Row => [
  nr,
  mistake,
  NO_CHANNEL,
  channel(from),
  to === null ? null : channel(to),
  expected,
]
const H = (nr: number, mistake: string, make: (x: string) => string, from: string, to: string | null, expected: Expected | null): Row => [
  nr,
  mistake,
  HOURS,
  make(from),
  to === null ? null : make(to),
  expected,
]
const CH = (nr: number, mistake: string, from: string, to: string | null, expected: Expected | null): Row => [
  nr,
  mistake,
  END,
  more(from),
  to === null ? null : more(to),
  expected,
]

const ROWS: Row[] = [
  // (a)
  [
    301,
    'Dutch behind en:',
    LABEL,
    LABEL.replace('Colour of the chairs', 'Kleur van de stoelen bij het terras'),
    LABEL,
    {
      code: 'WORKSHOP_TEXT',
      line: 'Kleur van de stoelen b',
      mend: 'Write the text of nl: in English after en:.',
      severity: 'warning',
    },
  ],
  [
    302,
    'a copy behind en:',
    LABEL,
    LABEL.replace('Colour of the chairs', 'Kleur van de stoelen'),
    LABEL,
    {
      code: 'WORKSHOP_TEXT',
      line: 'Kleur van de stoelen }',
      mend: 'Write the text of nl: in English after en:.',
      severity: 'warning',
    },
  ],
  [
    303,
    'a postcode twice',
    POST,
    'postcodes: ["9998", "9997", "9998"]',
    'postcodes: ["9998", "9997"]',
    { code: 'DUPLICATE_ID', line: '"9998"]', mend: 'Remove one of the two.', severity: 'warning' },
  ],
  [
    304,
    'a postcode that lies in a range beside it',
    POST,
    'postcodes: ["9998", "9990-9999"]',
    'postcodes: ["9990-9999"]',
    { code: 'DUPLICATE_ID', line: '"9998", "9990-9999"]', mend: 'Remove one of the two.', severity: 'warning' },
  ],
  [
    305,
    'an amount that is left empty',
    AMOUNT,
    '      - amount:',
    AMOUNT,
    { code: 'BAD_SHAPE', line: 'amount:', mend: 'Write what belongs there, or null when that is what you mean.' },
  ],
  [
    306,
    'words without their language',
    HOURS,
    words('from: leidinggevende, to: beheerder'),
    words('from: { nl: leidinggevende }, to: { nl: beheerder }'),
    { code: 'BAD_SHAPE', line: 'leidinggevende, to: be', mend: 'Write from: { nl: leidinggevende } and to: { nl: beheerder }.' },
  ],
  // dates
  [310, 'a day as a spreadsheet counts it', YEAR, 'from: 46388', YEAR, { code: 'BAD_SHAPE', line: '46388', mend: 'Write 2027-01-01.' }],
  [
    312,
    'a day with a time',
    YEAR,
    'from: 2027-01-01T00:00:00',
    YEAR,
    { code: 'BAD_SHAPE', line: '2027-01-01T00:00:00', mend: 'Write 2027-01-01.' },
  ],
  [
    313,
    'a month that is cut short',
    YEAR,
    'from: 1 jan. 2027',
    YEAR,
    { code: 'BAD_SHAPE', line: '1 jan. 2027', mend: 'Write 2027-01-01.' },
  ],
  [
    315,
    'per before a day',
    YEAR,
    'from: per 1 januari 2027',
    YEAR,
    { code: 'BAD_SHAPE', line: 'per 1 januari 2027', mend: 'Write 2027-01-01.' },
  ],
  [316, 'en dashes in a day', YEAR, 'from: 2027–01–01', YEAR, { code: 'BAD_SHAPE', line: '2027–01–01', mend: 'Write 2027-01-01.' }],
  [317, 'a month for a day', YEAR, 'from: 2027-01', YEAR, { code: 'BAD_SHAPE', line: '2027-01', mend: 'Write 2027-01-01.' }],
  [318, 'a letter O in a day', YEAR, 'from: 2O27-01-01', YEAR, { code: 'BAD_SHAPE', line: '2O27-01-01', mend: 'Write 2027-01-01.' }],
  // amounts
  [
    324,
    'per year behind an amount',
    AMOUNT,
    '      - amount: 412.50 per jaar',
    AMOUNT,
    { code: 'BAD_SHAPE', line: 'per jaar', mend: 'Write 412.50.' },
  ],
  [326, 'free, in words', AMOUNT, '      - amount: gratis', '      - amount: 0', { code: 'BAD_SHAPE', line: 'gratis', mend: 'Write 0.' }],
  [
    327,
    'p.m. for an amount',
    AMOUNT,
    '      - amount: p.m.',
    '      - amount: null',
    { code: 'BAD_SHAPE', line: '', mend: 'Write null: it is not known yet.' },
  ],
  [
    328,
    'a dash for an amount',
    AMOUNT,
    '      - amount: "–"',
    '      - amount: null',
    { code: 'BAD_SHAPE', line: '–"', mend: 'Write null: it is not known yet.' },
  ],
  // look-alikes
  [
    330,
    'a Cyrillic letter in an id',
    'id: alcohol.new',
    'id: alc\u043Ehol.new',
    'id: alcohol.new',
    {
      code: 'BAD_CHANGE',
      line: 'alcоhol.new',
      mend: 'There is a character in it that cannot be seen, or a letter of another alphabet. Type alcohol.new again.',
    },
  ],
  [
    331,
    'a Cyrillic letter in a key',
    'hours:\n',
    'h\u043Eurs:\n',
    'hours:\n',
    {
      code: 'BAD_SHAPE',
      line: 'hоurs:',
      mend: 'There is a character in it that cannot be seen, or a letter of another alphabet. Type hours again.',
    },
  ],
  [
    332,
    'a Cyrillic letter in an option',
    CONDITION,
    CONDITION.replace('facade', 'f\u0430cade'),
    CONDITION,
    {
      code: 'FEEL_UNKNOWN_OPTION',
      line: 'terrace.kind = "fаcade',
      mend: 'There is a character in it that cannot be seen, or a letter of another alphabet. Type facade again.',
    },
  ],
  [
    333,
    'a Cyrillic letter in a question',
    CONDITION,
    CONDITION.replace('terrace.kind', 't\u0435rrace.kind'),
    CONDITION,
    {
      code: 'FEEL_UNKNOWN_NAME',
      line: 'tеrrace.kind = "facade',
      mend: 'There is a character in it that cannot be seen, or a letter of another alphabet. Type terrace.kind again.',
    },
  ],
  [
    334,
    'a sign without a width in an id',
    'id: alcohol.new',
    'id: alcohol.\u200Bnew',
    'id: alcohol.new',
    {
      code: 'BAD_CHANGE',
      line: 'alcohol.​new',
      mend: 'There is a character in it that cannot be seen, or a letter of another alphabet. Type alcohol.new again.',
    },
  ],
  [
    335,
    'a hard space behind an option',
    'value: separate,',
    'value: separate\u00A0,',
    'value: separate,',
    {
      code: 'BAD_OPTION',
      line: 'separate , source: APV',
      mend: 'There is a character in it that cannot be seen, or a letter of another alphabet. Type separate again.',
    },
  ],
  [
    336,
    'a soft hyphen in an id',
    'id: alcohol.new',
    'id: alco\u00ADhol.new',
    'id: alcohol.new',
    {
      code: 'BAD_CHANGE',
      line: 'alco­hol.new',
      mend: 'There is a character in it that cannot be seen, or a letter of another alphabet. Type alcohol.new again.',
    },
  ],
  [337, 'a hard space in a condition', CONDITION, CONDITION.replace(' = ', '\u00A0= '), CONDITION, null],
  [
    338,
    'a sign without a width in a condition',
    CONDITION,
    CONDITION.replace('kind', 'k\u200Bind'),
    CONDITION,
    { code: 'FEEL_SYNTAX', line: '​ind = "facade"', mend: 'There is an invisible character in it. Type terrace.kind again.' },
  ],
  // windows
  E(340, 'the 31st of April', '09-01', '04-31', '04-30', {
    code: 'BAD_SHAPE',
    line: '04-31, until: 09-07 }',
    mend: 'There is no such day. Write a day of the calendar, like 03-31.',
  }),
  E(341, 'a day of every year in words', '09-01', '1 september', '09-01', {
    code: 'BAD_SHAPE',
    line: '1 september, until: 09',
    mend: 'Write 09-01.',
  }),
  E(342, 'a day of every year without noughts, as Dutch has it', '09-01', '1-9', '09-01', {
    code: 'BAD_SHAPE',
    line: '1-9, until: 09-07 }',
    mend: 'Write 09-01.',
  }),
  E(343, 'a whole date for a day of every year', '09-01', '2026-09-01', '09-01', {
    code: 'BAD_SHAPE',
    line: '2026-09-01, until: 09-',
    mend: 'Write 09-01.',
  }),
  E(346, 'Easter and a date', '{ from: 09-01, until: 09-07 }', '{ afterEaster: -50, from: 09-01 }', '{ afterEaster: -50 }', {
    code: 'BAD_SHAPE',
    line: 'from: 09-01 }',
    mend: 'Keep those of one of the two ways.',
  }),
  E(348, 'an event without its nights', '    yearly: { from: 09-01, until: 09-07 }\n', '', null, {
    code: 'BAD_SHAPE',
    line: '{ nl: Kermis, en: Fair',
    mend: 'Add from: and until:, or yearly: { from: 12-31, until: 12-31 }.',
  }),
  E(349, 'a year that returns without an event', '    event: { nl: Kermis, en: Fair }\n', '', null, {
    code: 'BAD_SHAPE',
    line: '{ from: 09-01, until:',
    mend: 'Add event: with its name; for a part of the year use season: summer or winter.',
  }),
  [
    350,
    'nobody let in after it closed',
    CLOSE,
    `${CLOSE}\n    admission: 03:00+1`,
    `${CLOSE}\n    admission: 01:00+1`,
    { code: 'BAD_HOURS', line: '03:00+1', mend: 'Write a time before it closes; after midnight with +1.' },
  ],
  [
    351,
    'nothing served before it opens',
    CLOSE,
    `${CLOSE}\n    lastServing: 06:00`,
    null,
    { code: 'BAD_HOURS', line: '06:00', mend: 'A time after midnight has +1: write 06:00+1.' },
  ],
  [
    352,
    'one at night without +1, for admission',
    CLOSE,
    `${CLOSE}\n    admission: 01:00`,
    `${CLOSE}\n    admission: 01:00+1`,
    { code: 'BAD_HOURS', line: '01:00', mend: 'A time after midnight has +1: write 01:00+1.' },
  ],
  [
    354,
    'a night twice',
    NIGHTS,
    'nights: [fri, sat, sat]',
    NIGHTS,
    { code: 'DUPLICATE_ID', line: 'sat]', mend: 'Remove one of the two.', severity: 'warning' },
  ],
  // own text in questions
  [
    360,
    'ticks of a text',
    TEXT_TYPE,
    `${TEXT_TYPE}\n      minTicked: 2`,
    TEXT_TYPE,
    { code: 'NO_BOUNDS', line: '2', mend: 'Remove minTicked: it is for several ticks.' },
  ],
  [
    361,
    'a pattern between slashes',
    TEXT_TYPE,
    `${TEXT_TYPE}\n      pattern: /[A-Z]{2}/`,
    `${TEXT_TYPE}\n      pattern: "[A-Z]{2}"`,
    { code: 'BAD_SHAPE', line: '/[A-Z]{2}/', mend: 'Write [A-Z]{2}.' },
  ],
  [
    363,
    'a bound in quotes',
    TEXT_TYPE,
    'subject: terrace\n      type: integer\n      min: "0"\n      max: 10',
    'subject: terrace\n      type: integer\n      min: 0\n      max: 10',
    { code: 'BAD_SHAPE', line: '"0"', mend: 'Write 0.' },
  ],
  [
    364,
    'bounds the wrong way round',
    TEXT_TYPE,
    'subject: terrace\n      type: integer\n      min: 10\n      max: 0',
    null,
    { code: 'NO_BOUNDS', line: '10', mend: 'Swap them.' },
  ],
  [
    365,
    'a key with a space',
    BOX,
    `${BOX}\n      key: zaak terras`,
    `${BOX}\n      key: zaak.terras`,
    { code: 'BAD_SHAPE', line: 'zaak terras', mend: 'Write zaak.terras.' },
  ],
  [
    366,
    'a number among meta',
    BOX,
    `${BOX}\n      meta: { code: 12 }`,
    `${BOX}\n      meta: { code: "12" }`,
    { code: 'BAD_SHAPE', line: '12 }', mend: 'Put it in quotes: "12".' },
  ],
  [
    367,
    'meta without a name',
    BOX,
    `${BOX}\n      meta: HOR`,
    null,
    { code: 'BAD_SHAPE', line: 'HOR', mend: 'Write a map of keys and values.' },
  ],
  [
    368,
    'wording without its list',
    BOX,
    `${BOX}\n      wording: { when: terrace.kind = "facade", label: { nl: Een, en: One } }`,
    `${BOX}\n      wording: [{ when: terrace.kind = "facade", label: { nl: Een, en: One } }]`,
    {
      code: 'BAD_SHAPE',
      line: '{ when: terrace.kind =',
      mend: 'Put a hyphen before it: wording: [{ … }], or each on a line of its own behind a hyphen.',
    },
  ],
  [
    370,
    'another text in wording',
    BOX,
    `${BOX}\n      wording: [{ when: terrace.kind = "facade", hint: { nl: Een, en: One } }]`,
    null,
    { code: 'BAD_SHAPE', line: 'hint: { nl: Een, en: O', mend: 'Did you mean label?' },
  ],
  [
    371,
    'wording without words',
    BOX,
    `${BOX}\n      wording: [{ when: terrace.kind = "facade" }]`,
    null,
    { code: 'BAD_SHAPE', line: '{ when: terrace.kind =', mend: 'Add label: { nl: "…", en: "…" }.' },
  ],
  [
    372,
    'wording in one language',
    BOX,
    `${BOX}\n      wording: [{ when: terrace.kind = "facade", label: Een }]`,
    null,
    { code: 'BAD_SHAPE', line: 'Een }]', mend: 'Write both languages: { nl: "Een", en: "…" }.' },
  ],
  [
    373,
    'since without its list',
    LABEL,
    LABEL.replace(' }', ', since: { from: 2027-01-01, nl: Een, en: One } }'),
    LABEL.replace(' }', ', since: [{ from: 2027-01-01, nl: Een, en: One }] }'),
    {
      code: 'BAD_SHAPE',
      line: '{ from: 2027-01-01, nl',
      mend: 'Put a hyphen before it: since: [{ … }], or each on a line of its own behind a hyphen.',
    },
  ],
  [
    375,
    'two texts from one day',
    LABEL,
    LABEL.replace(' }', ', since: [{ from: 2027-01-01, nl: Een, en: One }, { from: 2027-01-01, nl: Twee, en: Two }] }'),
    null,
    { code: 'BAD_PERIOD', line: '{ from: 2027-01-01, nl', mend: 'Give one of them another day, or remove it.' },
  ],
  [
    376,
    'a question that ends before it begins',
    TEXT_TYPE,
    `${TEXT_TYPE}\n      from: 2027-01-01\n      until: 2026-01-01`,
    null,
    { code: 'BAD_PERIOD', line: '2026-01-01', mend: 'Write the last day on which it holds, or leave until: out.' },
  ],
  [379, 'geen for none', 'evidence: { form: [Proef] }', 'evidence: geen', null, { code: 'BAD_SHAPE', line: 'geen', mend: 'Write none.' }],
  // channels
  C(
    380,
    'capitals in a login',
    'kind: webform, address: "https://www.proef.nl/a", login: DigiD',
    'kind: webform, address: "https://www.proef.nl/a", login: digid',
    { code: 'BAD_SHAPE', line: 'DigiD, source: x }', mend: 'Did you mean digid?' },
  ),
  C(
    381,
    'a level as a number',
    'kind: webform, address: "https://www.proef.nl/a", login: eherkenning, loginLevel: 3',
    'kind: webform, address: "https://www.proef.nl/a", login: eherkenning, loginLevel: EH3',
    { code: 'BAD_SHAPE', line: '3, source: x }', mend: 'Write EH3.' },
  ),
  C(
    382,
    'a level of eHerkenning with DigiD',
    'kind: webform, address: "https://www.proef.nl/a", login: digid, loginLevel: EH3',
    'kind: webform, address: "https://www.proef.nl/a", login: digid',
    { code: 'BAD_SHAPE', line: 'EH3, source: x }', mend: 'Take loginLevel: out, or write login: eherkenning.' },
  ),
  C(
    383,
    'a unit behind a limit',
    'kind: webform, address: "https://www.proef.nl/a", maxFileMegabytes: 10 MB',
    'kind: webform, address: "https://www.proef.nl/a", maxFileMegabytes: 10',
    { code: 'BAD_SHAPE', line: '10 MB, source: x }', mend: 'Write 10.' },
  ),
  C(
    384,
    'a comma in a limit',
    'kind: webform, address: "https://www.proef.nl/a", maxFileMegabytes: "2,5"',
    'kind: webform, address: "https://www.proef.nl/a", maxFileMegabytes: 2.5',
    { code: 'BAD_SHAPE', line: '"2,5", source: x }', mend: 'Write 2.5.' },
  ),
  C(
    385,
    'one file larger than all together',
    'kind: webform, address: "https://www.proef.nl/a", maxFileMegabytes: 50, maxTotalMegabytes: 10',
    null,
    {
      code: 'BAD_SHAPE',
      line: '50, maxTotalMegabytes:',
      mend: 'Write the limit of one file behind maxFileMegabytes:, and of all together behind maxTotalMegabytes:.',
    },
  ),
  C(
    386,
    'kinds of files without their list',
    'kind: webform, address: "https://www.proef.nl/a", fileKinds: pdf',
    'kind: webform, address: "https://www.proef.nl/a", fileKinds: [pdf]',
    { code: 'BAD_SHAPE', line: 'pdf, source: x }', mend: 'Write a list: [pdf].' },
  ),
  C(
    387,
    'a dot before a kind of file',
    'kind: webform, address: "https://www.proef.nl/a", fileKinds: [.pdf]',
    'kind: webform, address: "https://www.proef.nl/a", fileKinds: [pdf]',
    { code: 'BAD_SHAPE', line: '.pdf], source: x }', mend: 'Write pdf.' },
  ),
  C(388, 'a program for a kind of file', 'kind: webform, address: "https://www.proef.nl/a", fileKinds: [word]', null, {
    code: 'BAD_SHAPE',
    line: 'word], source: x }',
    mend: 'Write docx.',
  }),
  C(389, 'e-mail without an address', 'kind: email', null, {
    code: 'BAD_SHAPE',
    line: 'email, source: x }',
    mend: 'Add address: with the e-mail address, such as horeca@gemeente.nl.',
  }),
  C(
    391,
    'ja for a mandate',
    'kind: webform, address: "https://www.proef.nl/a", login: eherkenning, mandate: ja',
    'kind: webform, address: "https://www.proef.nl/a", login: eherkenning, mandate: true',
    { code: 'BAD_SHAPE', line: 'ja, source: x }', mend: 'Write true.' },
  ),
  C(
    392,
    'bytes for megabytes',
    'kind: webform, address: "https://www.proef.nl/a", maxFileMegabytes: 10485760',
    'kind: webform, address: "https://www.proef.nl/a", maxFileMegabytes: 10',
    { code: 'BAD_SHAPE', line: '10485760, source: x }', mend: 'Write megabytes, not bytes: 10.' },
  ),
  [
    393,
    'a channel of no licence',
    NO_CHANNEL,
    channel('kind: counter').replace('alcohol', 'alcool'),
    channel('kind: counter'),
    { code: 'UNKNOWN_REFERENCE', line: 'alcool, kind: counter,', mend: 'Did you mean alcohol?' },
  ],
  // style
  [
    400,
    'typefaces in one text',
    STYLE,
    `  fontStack: ["Arial, Helvetica"]\n${STYLE}`,
    `  fontStack: [Arial, Helvetica]\n${STYLE}`,
    { code: 'BAD_SHAPE', line: '"Arial, Helvetica"]', mend: 'Write Arial, Helvetica.' },
  ],
  [
    401,
    'quotes round a typeface',
    STYLE,
    `  fontStack: ["'Open Sans'"]\n${STYLE}`,
    `  fontStack: [Open Sans]\n${STYLE}`,
    { code: 'BAD_SHAPE', line: '"\'Open Sans\'"]', mend: 'Write Open Sans.' },
  ],
  [
    404,
    'a mark on a disk',
    STYLE,
    `  mark: C:\\Logo\\merk.svg\n${STYLE}`,
    null,
    { code: 'BAD_MARK', line: 'C:\\Logo\\merk.svg', mend: 'Write the name of a file in that folder, such as mark.svg.' },
  ],
  [
    405,
    'a semicolon behind a colour',
    'primary: "#004699"',
    'primary: "#004699;"',
    'primary: "#004699"',
    { code: 'BAD_SHAPE', line: '"#004699;", text: "#1A', mend: 'Write "#004699".' },
  ],
  [
    406,
    'the name of a colour in Dutch',
    'primary: "#004699"',
    'hoofdkleur: "#004699"',
    'primary: "#004699"',
    { code: 'BAD_SHAPE', line: 'hoofdkleur: "#004699",', mend: 'Known keys: primary, text, accent, error.' },
  ],
  [
    408,
    'a colour of five digits',
    'primary: "#004699"',
    'primary: "#00469"',
    null,
    { code: 'BAD_SHAPE', line: '"#00469", text: "#1A1A', mend: 'Write it like "#004699".' },
  ],
  [
    409,
    'a colour with its transparency',
    'primary: "#004699"',
    'primary: "#004699FF"',
    'primary: "#004699"',
    { code: 'BAD_SHAPE', line: '"#004699FF", text: "#1', mend: 'Write "#004699".' },
  ],
  [
    411,
    'mailto before an address',
    CONTACT,
    CONTACT.replace('web:', 'email: mailto:horeca@proef.nl, web:'),
    CONTACT.replace('web:', 'email: horeca@proef.nl, web:'),
    { code: 'BAD_SHAPE', line: 'mailto:horeca@proef.nl', mend: 'Write horeca@proef.nl.' },
  ],
  [
    412,
    'an address between < and >',
    CONTACT,
    CONTACT.replace('web:', 'email: "<horeca@proef.nl>", web:'),
    CONTACT.replace('web:', 'email: horeca@proef.nl, web:'),
    { code: 'BAD_SHAPE', line: '"<horeca@proef.nl>", w', mend: 'Write horeca@proef.nl.' },
  ],
  [
    413,
    'a space in an address',
    CONTACT,
    CONTACT.replace('web:', 'email: horeca @proef.nl, web:'),
    CONTACT.replace('web:', 'email: horeca@proef.nl, web:'),
    { code: 'BAD_SHAPE', line: 'horeca @proef.nl, web:', mend: 'Write horeca@proef.nl.' },
  ],
  [
    415,
    'one slash in an address',
    CONTACT,
    CONTACT.replace('https://www.proef.nl, s', 'https:/www.proef.nl, s'),
    CONTACT,
    { code: 'BAD_SHAPE', line: 'https:/www.proef.nl, s', mend: 'Write https://www.proef.nl.' },
  ],
  // raise
  H(420, 'a comma in a percentage', raise, 'percent: "3,2", from: 2028-01-01', 'percent: 3.2, from: 2028-01-01', {
    code: 'BAD_SHAPE',
    line: '"3,2", from: 2028-01-0',
    mend: 'Write 3.2.',
  }),
  H(421, 'a share for a percentage', raise, 'percent: 0.032, from: 2028-01-01', 'percent: 3.2, from: 2028-01-01', {
    code: 'BAD_SHAPE',
    line: '0.032, from: 2028-01-0',
    mend: 'Write the percentage itself: 3.2 for 3.2 per cent.',
    severity: 'warning',
  }),
  H(
    422,
    'a fee that is no fee, except',
    raise,
    'percent: 3.2, from: 2028-01-01, except: [alcohol.nieuw]',
    'percent: 3.2, from: 2028-01-01, except: [alcohol.new]',
    { code: 'UNKNOWN_REFERENCE', line: 'alcohol.nieuw], source', mend: 'Did you mean alcohol.new?' },
  ),
  H(424, 'cents for euros', raise, 'percent: 3.2, from: 2028-01-01, roundTo: 5 cent', 'percent: 3.2, from: 2028-01-01, roundTo: 0.05', {
    code: 'BAD_SHAPE',
    line: '5 cent, source: x }',
    mend: 'Write 0.05.',
  }),
  H(
    425,
    'a comma in what is rounded to',
    raise,
    'percent: 3.2, from: 2028-01-01, roundTo: "0,05"',
    'percent: 3.2, from: 2028-01-01, roundTo: 0.05',
    { code: 'BAD_SHAPE', line: '"0,05", source: x }', mend: 'Write 0.05.' },
  ),
  H(429, 'the word percentage', raise, 'percentage: 3.2, from: 2028-01-01', 'percent: 3.2, from: 2028-01-01', {
    code: 'BAD_SHAPE',
    line: 'percentage: 3.2, from:',
    mend: 'Did you mean percent?',
  }),
  // words
  H(430, 'a word that becomes itself', words, 'from: { nl: leidinggevende }, to: { nl: leidinggevende }', null, {
    code: 'BAD_CHANGE',
    line: '{ nl: leidinggevende }',
    mend: 'Write another word after to:, or remove this line.',
  }),
  H(
    432,
    'words of no licence',
    words,
    'from: { nl: leidinggevende }, to: { nl: beheerder }, licences: [alcool]',
    'from: { nl: leidinggevende }, to: { nl: beheerder }, licences: [alcohol]',
    { code: 'UNKNOWN_REFERENCE', line: 'alcool], source: x }', mend: 'Did you mean alcohol?' },
  ),
  // asks
  H(440, 'a box without its form', asks, 'box: TE-003', 'box: terrace/TE-003', {
    code: 'BAD_SHAPE',
    line: 'TE-003, source: x }',
    mend: 'Write it like exploitation/EX-079.',
  }),
  H(441, 'a box that is not there', asks, 'box: terrace/TE-903', null, {
    code: 'UNKNOWN_REFERENCE',
    line: 'terrace/TE-903, source',
    mend: 'Did you mean terrace/TE-003?',
  }),
  H(442, 'everything, in Dutch', (x) => `asks: ${x}\nhours:\n`, 'alles', 'all', { code: 'BAD_SHAPE', line: 'alles', mend: 'Write all.' }),
  H(
    443,
    'a box asked twice',
    (x) => `asks:\n  - { box: terrace/TE-003, source: x }\n${x}hours:\n`,
    '  - { box: terrace/TE-003, source: x }\n',
    '',
    { code: 'DUPLICATE_ID', line: '{ box: terrace/TE-003,', mend: 'Remove one of the two.', severity: 'warning' },
  ),
  H(445, 'a dot between form and box', asks, 'box: terrace.TE-003', 'box: terrace/TE-003', {
    code: 'BAD_SHAPE',
    line: 'terrace.TE-003, source',
    mend: 'Write terrace/TE-003.',
  }),
  // statuses
  H(450, 'the status of no form', statuses, 'id: terras, status: adopted, on: 2026-11-03, reference: Z', null, {
    code: 'UNKNOWN_REFERENCE',
    line: 'terras, status: adopte',
    mend: 'Did you mean terrace?',
  }),
  H(451, 'adopted without a day', statuses, 'id: terrace, status: adopted', null, {
    code: 'STATUS_REFUSED',
    line: 'adopted }',
    mend: 'Add on: with the date and reference: with the decision, or write status: preparation.',
  }),
  // changes
  CH(460, 'a change of nothing', 'op: change, at: questions/music.kind, to: {}', null, {
    code: 'BAD_SHAPE',
    line: '{}, why: a }',
    mend: 'Write the properties that change, or remove this change.',
  }),
  CH(461, 'a slash behind a place', 'op: remove, at: checks/w4b/', 'op: remove, at: checks/w4b', null),
  CH(462, 'a slash before a place', 'op: remove, at: /checks/w4b', 'op: remove, at: checks/w4b', null),
  CH(463, 'backslashes in a place', 'op: remove, at: checks\\w4b', 'op: remove, at: checks/w4b', {
    code: 'BAD_CHANGE',
    line: 'checks\\w4b, why: a }',
    mend: 'Write checks/w4b.',
  }),
  CH(
    464,
    'a property in a place',
    'op: change, at: questions/music.kind/hint, to: { nl: Een, en: One }',
    'op: change, at: questions/music.kind, to: { hint: { nl: Een, en: One } }',
    { code: 'BAD_CHANGE', line: 'questions/music.kind/h', mend: 'Name the question itself, with op: change and to: { hint: … }.' },
  ),
  CH(465, 'after itself', 'op: reorder, at: steps/music, after: music', null, {
    code: 'BAD_CHANGE',
    line: 'steps/music, after: mu',
    mend: 'Name another item, or null for the first place.',
  }),
  CH(
    466,
    'an operation in Dutch',
    'op: change, at: documents/floorPlan, to: { accepted: { toevoegen: [gif] } }',
    'op: change, at: documents/floorPlan, to: { accepted: { add: [gif] } }',
    { code: 'BAD_SHAPE', line: '[gif] } }, why: a }', mend: 'Did you mean add?' },
  ),
  CH(468, 'takes from a list what is not in it', 'op: change, at: documents/floorPlan, to: { accepted: { remove: [gif] } }', null, {
    code: 'BAD_CHANGE',
    line: '{ remove: [gif] } }, w',
    mend: 'Write add: with what comes, remove: with what goes and, of a list, after: with what it comes after.',
  }),
  CH(469, 'adds to a list what is in it', 'op: change, at: documents/floorPlan, to: { accepted: { add: [pdf] } }', null, {
    code: 'BAD_CHANGE',
    line: '{ add: [pdf] } }, why:',
    mend: 'Write add: with what comes, remove: with what goes and, of a list, after: with what it comes after.',
  }),
  CH(470, 'after what is not in the list', 'op: change, at: documents/floorPlan, to: { accepted: { add: [gif], after: tiff } }', null, {
    code: 'BAD_CHANGE',
    line: '{ add: [gif], after: t',
    mend: 'Write add: with what comes, remove: with what goes and, of a list, after: with what it comes after.',
  }),
  CH(
    472,
    'spaces in a scale',
    'op: change, at: documents/floorPlan, to: { scale: ["1 : 50"] }',
    'op: change, at: documents/floorPlan, to: { scale: ["1:50"] }',
    { code: 'BAD_SHAPE', line: '"1 : 50"] }, why: a }', mend: 'Write 1:50.' },
  ),
  CH(
    473,
    'a number in words',
    'op: change, at: documents/floorPlan, to: { copies: drie }',
    'op: change, at: documents/floorPlan, to: { copies: 3 }',
    { code: 'BAD_SHAPE', line: 'drie }, why: a }', mend: 'Write 3.' },
  ),
  CH(474, 'more ticks than there are options', 'op: change, at: questions/application.changes, to: { minTicked: 40 }', null, {
    code: 'NO_BOUNDS',
    line: '40 }, why: a }',
    mend: 'Lower minTicked, or raise maxTicked.',
  }),
  CH(475, 'at least more than at most', 'op: change, at: questions/application.changes, to: { minTicked: 3, maxTicked: 2 }', null, {
    code: 'NO_BOUNDS',
    line: '3, maxTicked: 2 }, why',
    mend: 'Lower minTicked, or raise maxTicked.',
  }),
  CH(
    477,
    'a form that is not there, in a case',
    'op: change, at: licences/exploitation, to: { forms: [{ when: premises.maxPersons < 50, form: teras }] }',
    null,
    { code: 'UNKNOWN_REFERENCE', line: 'teras }] }, why: a }', mend: 'Write the id of an existing form, or add it.' },
  ),
  CH(
    478,
    'a form behind one that always holds',
    'op: change, at: licences/exploitation, to: { forms: [{ when: true, form: terrace }, { when: premises.maxPersons < 50, form: alcohol }] }',
    null,
    {
      code: 'TREE_DEAD_CONDITION',
      line: '{ when: premises.maxPe',
      mend: 'Give the line above a condition, put it last, or take this one out.',
    },
  ),
  CH(
    479,
    'a case type as a number',
    'op: change, at: licences/exploitation, to: { caseType: 1234 }',
    'op: change, at: licences/exploitation, to: { caseType: "1234" }',
    { code: 'BAD_SHAPE', line: '1234 }, why: a }', mend: 'Put it in quotes: "1234".' },
  ),
  CH(
    480,
    'a stop behind no step',
    'op: add, at: stops, item: { id: own, after: muziek, when: music.outside, text: { nl: Nee., en: No. }, goTo: { nl: Bel., en: Call. } }',
    null,
    { code: 'UNKNOWN_REFERENCE', line: 'muziek, when: music.ou', mend: 'Write the id of an existing step, or add it.' },
  ),
  CH(
    481,
    'years in words',
    'op: change, at: licences/exploitation, to: { validity: [{ years: vijf jaar }] }',
    'op: change, at: licences/exploitation, to: { validity: [{ years: 5 }] }',
    { code: 'BAD_SHAPE', line: 'vijf jaar }] }, why: a', mend: 'Write 5.' },
  ),
  CH(483, 'after a licence that is not there', 'op: change, at: licences/exploitation, to: { after: [alcool] }', null, {
    code: 'UNKNOWN_REFERENCE',
    line: 'alcool] }, why: a }',
    mend: 'Did you mean alcohol?',
  }),
  CH(
    485,
    'a verdict in Dutch',
    'op: add, at: licences/exploitation/rules, after: null, item: { id: own, when: premises.maxPersons < 5, verdict: nietNodig, because: { nl: Nee., en: No. } }',
    null,
    { code: 'BAD_SHAPE', line: 'nietNodig, because: {', mend: 'Write notNeeded.' },
  ),
  CH(487, 'takes away and changes', 'op: remove, at: checks/w4b, to: { severity: info }', 'op: remove, at: checks/w4b', {
    code: 'BAD_SHAPE',
    line: 'to: { severity: info }',
    mend: 'Remove it, or write op: change.',
  }),
  // numbers, parameters
  [
    492,
    'a time in words, for a value',
    '  - id: town.exploitation.mode',
    '  - id: town.closing.weekend\n    values: [{ value: 2.00 uur, source: x }]\n  - id: town.exploitation.mode',
    null,
    { code: 'BAD_SHAPE', line: '2.00 uur, source: x }]', mend: 'Write 02:00.' },
  ],
  [
    493,
    'a value that is left empty',
    'values: [{ value: always, source: APV 2.28 }]',
    'values: [{ value: , source: APV 2.28 }]',
    null,
    { code: 'BAD_SHAPE', line: 'value: , source: APV 2', mend: 'Write what belongs there, or null when that is what you mean.' },
  ],
  [
    494,
    'no values',
    'values: [{ value: always, source: APV 2.28 }]',
    'values: []',
    null,
    { code: 'BAD_SHAPE', line: '[]', mend: 'Write one with its source, or remove the entry so that the layer below applies.' },
  ],
  [
    497,
    'an en dash between postcodes',
    POST,
    'postcodes: ["9990–9998"]',
    'postcodes: ["9990-9998"]',
    { code: 'BAD_SHAPE', line: '"9990–9998"]', mend: 'Write 9990-9998.' },
  ],
  [
    501,
    'quotes round the schema',
    'schema: 1\n',
    'schema: "1"\n',
    'schema: 1\n',
    { code: 'BAD_SHAPE', line: '"1"', mend: 'Did you mean 1?' },
  ],
  [507, 'a tab behind a colon', 'name: Proefdorp', 'name:\tProefdorp', null, null],
]

const FOLDER = 'rules/municipalities/proef/'
const AREAS = `${FOLDER}areas.yaml`
const area = (fields: string): Record<string, string> => ({
  [TOWN]: town,
  [AREAS]: `schema: 1\nareas:\n  - { id: kade, name: Kade, extends: proef, ${fields} }\n`,
})
const OOST = `${FOLDER}districts/oost.yaml`
const oost = 'schema: 1\nid: oost\nname: Oost\nextends: proef\npostcodes: ["9998"]\n'
const FORM = `${FOLDER}forms/ownTerrace.yaml`
const form = `schema: 1
id: ownTerrace
title: { nl: Ons terras, en: Our terrace }
law: { nl: APV 2:10, en: By-law 2:10 }
addressee: { nl: Burgemeester, en: Mayor }
declaration: { nl: Naar waarheid ingevuld, en: Truthfully filled in }
falseStatements: { nl: Onware gegevens zijn strafbaar, en: False statements are punishable }
sections:
  - id: business
    title: { nl: De zaak, en: The business }
    boxes:
      - nr: SB-1
        label: { nl: Personen, en: Persons }
        type: number
        questions: [premises.maxPersons]
        evidence: { practice: gemeente }
      - nr: SB-2
        label: { nl: Terrassen, en: Terraces }
        type: text
        questions: [premises.address.street]
        evidence: { practice: gemeente }
`
const withForm = (text: string, extra = ''): Record<string, string> => ({
  [TOWN]: `${town}  - { op: change, at: licences/exploitation, to: { forms: [{ when: premises.maxPersons < 50, form: ownTerrace }] }, why: klein }\n${extra}`,
  [FORM]: text,
})
type Files = [nr: number, mistake: string, files: Record<string, string>, mended: Record<string, string> | null, expected: Expected | null]
const L = 'languages/de/'
const official = (fields: string): string => `${town}  - { op: change, at: forms/alcohol, to: { official: { ${fields} } }, why: eigen }\n`
const FILES: Files[] = [
  [
    600,
    'house numbers in a street',
    area('streets: [Kade 1-51]'),
    area('streets: [{ street: Kade, from: 1, until: 51 }]'),
    {
      code: 'NEVER_CHOSEN',
      line: 'Kade 1-51] }',
      mend: 'Write { street: Kade, from: 1, until: 51 }.',
      severity: 'warning',
      file: 'rules/municipalities/proef/areas.yaml',
    },
  ],
  [
    601,
    'a letter in a house number',
    area('streets: [{ street: Kade, from: 1a, until: 51 }]'),
    area('streets: [{ street: Kade, from: 1, until: 51 }]'),
    { code: 'BAD_SHAPE', line: '1a, until: 51 }] }', mend: 'Write 1.', file: 'rules/municipalities/proef/areas.yaml' },
  ],
  [
    604,
    'a street twice',
    area('streets: [Kade, Kade]'),
    area('streets: [Kade]'),
    {
      code: 'DUPLICATE_ID',
      line: 'Kade] }',
      mend: 'Remove one of the two.',
      severity: 'warning',
      file: 'rules/municipalities/proef/areas.yaml',
    },
  ],
  [
    605,
    'small letters in a postcode',
    area('postcodes: [9998ab]'),
    area('postcodes: [9998AB]'),
    { code: 'BAD_SHAPE', line: '9998ab] }', mend: 'Write 9998 AB.', file: 'rules/municipalities/proef/areas.yaml' },
  ],
  [
    607,
    'a postcode twice, once with a space',
    area('postcodes: [9998 AB, 9998AB]'),
    area('postcodes: [9998 AB]'),
    {
      code: 'DUPLICATE_ID',
      line: '9998AB] }',
      mend: 'Remove one of the two.',
      severity: 'warning',
      file: 'rules/municipalities/proef/areas.yaml',
    },
  ],
  [
    608,
    'one house number of the other side',
    area('streets: [{ street: Kade, from: 2, until: 2, side: odd }]'),
    null,
    {
      code: 'BAD_SHAPE',
      line: 'odd }] }',
      mend: 'Write the other side, or take side: out.',
      file: 'rules/municipalities/proef/areas.yaml',
    },
  ],
  [
    609,
    'a street in Dutch',
    area('streets: [{ straat: Kade, from: 1, until: 51 }]'),
    area('streets: [{ street: Kade, from: 1, until: 51 }]'),
    { code: 'BAD_SHAPE', line: 'straat: Kade, from: 1,', mend: 'Did you mean street?', file: 'rules/municipalities/proef/areas.yaml' },
  ],
  [
    611,
    'a street in two areas',
    {
      [TOWN]: town,
      [AREAS]:
        'schema: 1\nareas:\n  - { id: kade, name: Kade, extends: proef, streets: [Kade] }\n  - { id: haven, name: Haven, extends: proef, streets: [Kade] }\n',
    },
    null,
    {
      code: 'NEVER_CHOSEN',
      line: 'Kade] }',
      mend: 'Remove the street from one of the two.',
      file: 'rules/municipalities/proef/areas.yaml',
    },
  ],
  [
    614,
    'a capital in the id of an area',
    { [TOWN]: town, [AREAS]: 'schema: 1\nareas:\n  - { id: Kade, name: Kade, extends: proef, streets: [Kade] }\n' },
    { [TOWN]: town, [AREAS]: 'schema: 1\nareas:\n  - { id: kade, name: Kade, extends: proef, streets: [Kade] }\n' },
    { code: 'BAD_SHAPE', line: 'Kade, name: Kade, exte', mend: 'Write kade.', file: 'rules/municipalities/proef/areas.yaml' },
  ],
  [
    615,
    'a postcode of elsewhere',
    area('postcodes: ["1234"]'),
    null,
    {
      code: 'NEVER_CHOSEN',
      line: '"1234"] }',
      mend: 'Mend it here, or add it to postcodes: of the municipality.',
      severity: 'warning',
      file: 'rules/municipalities/proef/areas.yaml',
    },
  ],
  [
    616,
    'a postcode twice in a district',
    { [TOWN]: town, [OOST]: oost.replace('"9998"', '"9998", "9998"') },
    { [TOWN]: town, [OOST]: oost },
    {
      code: 'DUPLICATE_ID',
      line: '"9998"]',
      mend: 'Remove one of the two.',
      severity: 'warning',
      file: 'rules/municipalities/proef/districts/oost.yaml',
    },
  ],
  // forms
  [
    621,
    'replaces no form',
    { [TOWN]: town, [FORM]: form.replace('sections:', 'replaces: teras\nsections:') },
    null,
    {
      code: 'UNKNOWN_REFERENCE',
      line: 'teras',
      mend: 'Write the id of an existing form, or add it.',
      file: 'rules/municipalities/proef/forms/ownTerrace.yaml',
    },
  ],
  [
    622,
    'shares a section that is not there',
    withForm(form.replace('sections:', 'shares: [{ form: alcohol, section: rums }]\nsections:')),
    null,
    {
      code: 'UNKNOWN_REFERENCE',
      line: '{ form: alcohol, secti',
      mend: 'Write form: and section: of a form that is there, and after: with a section of this form.',
      file: 'rules/municipalities/proef/forms/ownTerrace.yaml',
    },
  ],
  [
    623,
    'shares from a form that is not there',
    withForm(form.replace('sections:', 'shares: [{ form: alcool, section: rooms }]\nsections:')),
    null,
    {
      code: 'UNKNOWN_REFERENCE',
      line: '{ form: alcool, sectio',
      mend: 'Write form: and section: of a form that is there, and after: with a section of this form.',
      file: 'rules/municipalities/proef/forms/ownTerrace.yaml',
    },
  ],
  [
    625,
    'a key of two boxes',
    withForm(
      form
        .replace('questions: [premises.maxPersons]', 'key: zaak.a\n        questions: [premises.maxPersons]')
        .replace('questions: [premises.address.street]', 'key: zaak.a\n        questions: [premises.address.street]'),
    ),
    null,
    {
      code: 'DUPLICATE_ID',
      line: 'zaak.a',
      mend: 'Give one of them another key: programs of the town know a box by it.',
      file: 'rules/municipalities/proef/forms/ownTerrace.yaml',
    },
  ],
  [
    626,
    'a form called otherwise than its file',
    withForm(form.replace('id: ownTerrace', 'id: eigenTerras')),
    withForm(form),
    { code: 'BAD_SHAPE', line: 'eigenTerras', mend: 'Write id: ownTerrace.', file: 'rules/municipalities/proef/forms/ownTerrace.yaml' },
  ],
  [
    627,
    'a form that no licence has',
    { [TOWN]: town, [FORM]: form },
    null,
    {
      code: 'BOX_NEVER_FILLED',
      line: 'ownTerrace',
      mend: 'Write replaces: in it with the form it stands in for, or change a licence: at licences/…, to: { form: … }.',
      severity: 'warning',
      file: 'rules/municipalities/proef/forms/ownTerrace.yaml',
    },
  ],
  [
    628,
    'a number of two boxes',
    withForm(form.replace('SB-2', 'SB-1')),
    null,
    {
      code: 'DUPLICATE_ID',
      line: 'SB-1',
      mend: 'Give one of them another id, or remove it.',
      file: 'rules/municipalities/proef/forms/ownTerrace.yaml',
    },
  ],
  [
    629,
    'a section twice',
    withForm(
      `${form}  - id: business\n    title: { nl: Nog eens, en: Again }\n    boxes:\n      - nr: SB-3\n        label: { nl: Aantal, en: Number }\n        type: number\n        questions: [premises.maxPersons]\n        evidence: { practice: gemeente }\n`,
    ),
    null,
    {
      code: 'DUPLICATE_ID',
      line: 'business',
      mend: 'Give one of them another id, or remove it.',
      file: 'rules/municipalities/proef/forms/ownTerrace.yaml',
    },
  ],
  [
    631,
    'a form without sections',
    withForm(form.slice(0, form.indexOf('sections:'))),
    null,
    { code: 'BAD_SHAPE', line: 'schema: 1', mend: 'Add sections:.', file: 'rules/municipalities/proef/forms/ownTerrace.yaml' },
  ],
  [
    632,
    'shares after no section',
    withForm(form.replace('sections:', 'shares: [{ form: alcohol, section: rooms, after: zaken }]\nsections:')),
    null,
    {
      code: 'UNKNOWN_REFERENCE',
      line: '{ form: alcohol, secti',
      mend: 'Write form: and section: of a form that is there, and after: with a section of this form.',
      file: 'rules/municipalities/proef/forms/ownTerrace.yaml',
    },
  ],
  [
    633,
    'forms in a Dutch folder',
    { [TOWN]: town, [`${FOLDER}formulieren/ownTerrace.yaml`]: form },
    null,
    {
      code: 'UNREADABLE_FILE',
      line: 'schema: 1',
      mend: 'It should be called rules/municipalities/proef/forms/ownTerrace.yaml.',
      severity: 'warning',
      file: 'rules/municipalities/proef/formulieren/ownTerrace.yaml',
    },
  ],
  [
    634,
    'leaves out boxes of no form',
    withForm(form.replace('sections:', 'without: [TE-001]\nsections:')),
    null,
    {
      code: 'BAD_SHAPE',
      line: '[TE-001]',
      mend: 'Add replaces: with the form, or remove without:.',
      file: 'rules/municipalities/proef/forms/ownTerrace.yaml',
    },
  ],
  // languages
  [
    640,
    'the language for to:',
    { [TOWN]: town, [`${L}rules.yaml`]: 'schema: 1\ntexts:\n  - nl: Waarvoor is uw aanvraag?\n    de: Wofür ist Ihr Antrag?\n' },
    null,
    {
      code: 'BAD_SHAPE',
      line: 'de: Wofür ist Ihr Antr',
      mend: 'Write to: with the text in the language of this file.',
      file: 'languages/de/rules.yaml',
    },
  ],
  [
    641,
    'a language in Dutch',
    { [TOWN]: town, 'languages/Duits/rules.yaml': 'schema: 1\ntexts:\n  - nl: Waarvoor is uw aanvraag?\n    to: Wofür ist Ihr Antrag?\n' },
    null,
    {
      code: 'BAD_SHAPE',
      line: 'schema: 1',
      mend: 'Call the folder as BCP 47 calls the language, such as de or tr.',
      file: 'languages/Duits/rules.yaml',
    },
  ],
  [
    643,
    'a file of a language in Dutch',
    { [TOWN]: town, 'languages/de/regels.yaml': 'schema: 1\ntexts: []\n' },
    null,
    {
      code: 'UNREADABLE_FILE',
      line: 'schema: 1',
      mend: 'It should be called languages/de/rules.yaml.',
      severity: 'warning',
      file: 'languages/de/regels.yaml',
    },
  ],
  [
    644,
    'a text translated twice',
    {
      [TOWN]: town,
      [`${L}rules.yaml`]: 'schema: 1\ntexts:\n  - nl: Waarvoor is uw aanvraag?\n    to: A\n  - nl: Waarvoor is uw aanvraag?\n    to: B\n',
    },
    null,
    { code: 'DUPLICATE_ID', line: 'Waarvoor is uw aanvraa', mend: 'Remove one of the two.', file: 'languages/de/rules.yaml' },
  ],
  [
    645,
    'a translation that is left empty',
    { [TOWN]: town, [`${L}rules.yaml`]: 'schema: 1\ntexts:\n  - nl: Waarvoor is uw aanvraag?\n    to:\n' },
    null,
    { code: 'BAD_SHAPE', line: '', mend: 'Write it.', file: 'languages/de/rules.yaml' },
  ],
  [
    646,
    'texts without their list',
    { [TOWN]: town, [`${L}rules.yaml`]: 'schema: 1\ntexts:\n  Waarvoor is uw aanvraag?: Wofür ist Ihr Antrag?\n' },
    null,
    {
      code: 'BAD_SHAPE',
      line: 'Waarvoor is uw aanvraa',
      mend: 'Put a hyphen before it: texts: [{ … }], or each on a line of its own behind a hyphen.',
      file: 'languages/de/rules.yaml',
    },
  ],
  [
    647,
    'a key of the pages that is not there',
    { [TOWN]: town, [`${L}pages.yaml`]: 'schema: 1\ntexts:\n  pages:\n    nekst: Weiter\n' },
    null,
    { code: 'UNKNOWN_TEXT', line: 'Weiter', mend: 'Did you mean next?', file: 'languages/de/pages.yaml' },
  ],
  [
    648,
    'a placeholder that is translated',
    { [TOWN]: town, [`${L}pages.yaml`]: 'schema: 1\ntexts:\n  pages:\n    packet:\n      sendFor: "Einreichen: {naam}"\n' },
    null,
    { code: 'TEXT_PLACEHOLDER', line: '"Einreichen: {naam}"', mend: 'There are: {name}.', file: 'languages/de/pages.yaml' },
  ],
  // names of files
  [
    652,
    'the folder of towns in the singular',
    { 'rules/municipality/proef/municipality.yaml': town },
    null,
    {
      code: 'UNREADABLE_FILE',
      line: 'schema: 1',
      mend: 'It should be called rules/municipalities/proef/municipality.yaml.',
      file: 'rules/municipality/proef/municipality.yaml',
    },
  ],
  [
    653,
    'the folder of towns in Dutch',
    { 'rules/gemeenten/proef/municipality.yaml': town },
    null,
    {
      code: 'UNREADABLE_FILE',
      line: 'schema: 1',
      mend: 'It should be called rules/municipalities/proef/municipality.yaml.',
      file: 'rules/gemeenten/proef/municipality.yaml',
    },
  ],
  [
    657,
    'a town beside its folder',
    { 'rules/municipalities/proef.yaml': town },
    null,
    {
      code: 'UNREADABLE_FILE',
      line: 'schema: 1',
      mend: 'It should be called rules/municipalities/proef/municipality.yaml.',
      file: 'rules/municipalities/proef.yaml',
    },
  ],
  [
    658,
    'a capital in the name of the file',
    { 'rules/municipalities/proef/Municipality.yaml': town },
    null,
    {
      code: 'UNREADABLE_FILE',
      line: 'schema: 1',
      mend: 'It should be called rules/municipalities/proef/municipality.yaml.',
      file: 'rules/municipalities/proef/Municipality.yaml',
    },
  ],
  [659, 'line ends of an old Mac', { [TOWN]: town.replaceAll('\n', '\r') }, null, null],
  [
    661,
    'examples in Dutch',
    { [TOWN]: town, [`${FOLDER}voorbeelden/a.yaml`]: 'schema: 1\n' },
    null,
    {
      code: 'UNREADABLE_FILE',
      line: 'schema: 1',
      mend: 'It should be called rules/municipalities/proef/examples/a.yaml.',
      severity: 'warning',
      file: 'rules/municipalities/proef/voorbeelden/a.yaml',
    },
  ],
  [
    662,
    'a folder in the singular',
    { [TOWN]: town, [`${FOLDER}district/oost.yaml`]: oost },
    null,
    {
      code: 'UNREADABLE_FILE',
      line: 'schema: 1',
      mend: 'It should be called rules/municipalities/proef/districts/oost.yaml.',
      severity: 'warning',
      file: 'rules/municipalities/proef/district/oost.yaml',
    },
  ],
  [
    663,
    'areas in Dutch',
    { [TOWN]: town, [`${FOLDER}gebieden.yaml`]: 'schema: 1\nareas: []\n' },
    null,
    {
      code: 'UNREADABLE_FILE',
      line: 'schema: 1',
      mend: 'It should be called rules/municipalities/proef/areas.yaml.',
      severity: 'warning',
      file: 'rules/municipalities/proef/gebieden.yaml',
    },
  ],
  // official
  [
    670,
    'a PDF that is not there',
    { [TOWN]: official('file: alcohol.pdf, source: x, fields: { AL-012: naam }') },
    null,
    { code: 'OFFICIAL_FILE', line: 'alcohol.pdf, source: x', mend: 'Put the PDF there, or write its name as it is there.' },
  ],
  [
    672,
    'a document of a word processor for a PDF',
    { [TOWN]: official('file: alcohol.docx, source: x, fields: { AL-012: naam }') },
    null,
    { code: 'OFFICIAL_FILE', line: 'alcohol.docx, source:', mend: 'Put the PDF there, or write its name as it is there.' },
  ],
  [
    673,
    'a PDF outside the folder',
    { [TOWN]: official('file: ../alcohol.pdf, source: x, fields: { AL-012: naam }') },
    null,
    { code: 'OFFICIAL_FILE', line: '../alcohol.pdf, source', mend: 'Put the PDF there, or write its name as it is there.' },
  ],
  // layers
  [
    680,
    'a district without postcodes',
    { [TOWN]: town, [OOST]: oost.replace('postcodes: ["9998"]\n', '') },
    null,
    {
      code: 'NEVER_CHOSEN',
      line: 'oost',
      mend: 'Add postcodes: with those of the district.',
      severity: 'warning',
      file: 'rules/municipalities/proef/districts/oost.yaml',
    },
  ],
  [
    681,
    'a district that ends with the year',
    {
      [TOWN]: town,
      [OOST]: `${oost}fees:\n  - id: alcohol.new\n    amounts: [{ amount: 430.00, from: 2026-01-01, until: 2026-12-31, source: x }]\n`,
    },
    null,
    {
      code: 'HIDES_PERIOD',
      line: '[{ amount: 430.00, fro',
      mend: 'Repeat that entry here, below amounts:.',
      severity: 'warning',
      file: 'rules/municipalities/proef/districts/oost.yaml',
    },
  ],
  [
    685,
    'an option changed and taken away',
    {
      [TOWN]: `${town}  - { op: change, at: questions/music.kind/options/none, to: { label: { nl: niets, en: nothing } }, why: a }\n  - { op: change, at: questions/music.kind, to: { options: { remove: [none] } }, why: a }\n`,
    },
    null,
    {
      code: 'BAD_CHANGE',
      line: '{ remove: [none] } },',
      mend: 'Write add: with what comes, remove: with what goes and, of a list, after: with what it comes after.',
    },
  ],
  [
    687,
    'a whole list in a district',
    {
      [TOWN]: `${town}  - { op: change, at: documents/floorPlan, to: { accepted: { add: [gif] } }, why: a }\n`,
      [OOST]: `${oost}changes:\n  - { op: change, at: documents/floorPlan, to: { accepted: [pdf] }, why: a }\n`,
    },
    null,
    {
      code: 'HIDES_PERIOD',
      line: '[pdf] }, why: a }',
      mend: 'Write accepted: { remove: [jpg, png, gif] }, or repeat what must stay.',
      severity: 'warning',
      file: 'rules/municipalities/proef/districts/oost.yaml',
    },
  ],
  [
    689,
    'a check changed and taken away',
    { [TOWN]: `${town}  - { op: change, at: checks/w4b, to: { severity: info }, why: a }\n  - { op: remove, at: checks/w4b, why: a }\n` },
    null,
    { code: 'BAD_CHANGE', line: 'checks/w4b, why: a }', mend: 'Remove one of the two.' },
  ],
  [
    691,
    'a counter with the address of e-mail',
    {
      [TOWN]: town.replace('changes:\n', 'channels:\n  - { id: alcohol, kind: email, address: a@b.nl, source: x }\nchanges:\n'),
      [OOST]: `${oost}channels:\n  - { id: alcohol, kind: counter, source: x }\n`,
    },
    null,
    {
      code: 'BAD_SHAPE',
      line: 'a@b.nl, source: x }',
      mend: 'Write the street and place there, address: null where none is needed, or kind: email.',
    },
  ],
  [
    692,
    'takes away no box',
    { [TOWN]: `${town}  - { op: remove, at: forms/alcohol/sections/enterprise/boxes/AL-012, why: a }\n` },
    null,
    { code: 'BAD_CHANGE', line: 'forms/alcohol/sections', mend: 'Did you mean AL-010?' },
  ],
  [
    693,
    'takes away no rule',
    { [TOWN]: `${town}  - { op: remove, at: licences/exploitation/rules/default, why: a }\n` },
    null,
    {
      code: 'BAD_CHANGE',
      line: 'licences/exploitation/',
      mend: 'There are: closing, townHasNone, managerNotOnLicence, machinesOnly, managerLeaves, managerOnLicence, notRenewe',
    },
  ],
  [
    694,
    'takes away a licence of the law',
    { [TOWN]: `${town}  - { op: remove, at: licences/alcohol, why: a }\n` },
    null,
    {
      code: 'LOCKED',
      line: 'licences/alcohol, why:',
      mend: 'Leave this change out; it follows from national law. A town may change the words, or add a rule with verdict: ',
    },
  ],
  [
    695,
    'a fee given and taken away',
    { [TOWN]: `${town}  - { op: remove, at: fees/gamingMachines.licence, why: a }\n` },
    null,
    { code: 'BAD_CHANGE', line: 'fees/gamingMachines.li', mend: 'Remove one of the two.' },
  ],
  [
    696,
    'takes away what the law allows at most',
    { [TOWN]: `${town}  - { op: change, at: fees/gamingMachines.licence, to: { ceiling: null }, why: a }\n` },
    null,
    {
      code: 'LOCKED',
      line: 'null }, why: a }',
      mend: 'Take ceiling: out of this change, and write the amount of the town under amounts:.',
    },
  ],
  [
    698,
    'takes away a section that the law wants',
    { [TOWN]: `${town}  - { op: remove, at: forms/alcohol/sections/enterprise, why: a }\n` },
    null,
    {
      code: 'ELEMENT_UNCOVERED',
      line: '- { op: remove, at: fo',
      mend: 'Keep the box, or say in heldBy: of the element which box holds it instead.',
    },
  ],
  [
    699,
    'takes away a document that the law wants',
    { [TOWN]: `${town}  - { op: remove, at: documents/bylaws, why: a }\n` },
    null,
    {
      code: 'ELEMENT_UNCOVERED',
      line: '- { op: remove, at: do',
      mend: 'Keep the attachment, or say in heldBy: of the element what holds it instead.',
    },
  ],
]

const ofRow = ([nr, mistake, from, to, followed, expected]: Row): Files => [
  nr,
  mistake,
  { [TOWN]: replaced(from, to) },
  followed === null ? null : { [TOWN]: replaced(from, followed) },
  expected,
]

export const THIRD_SLIPS: readonly ClerkSlip[] = [...ROWS.map(ofRow), ...FILES].map(([nr, mistake, files, mended, expected]) => ({
  nr,
  mistake,
  files,
  finding: expected && { severity: 'error', file: TOWN, ...expected, says: [expected.mend] },
  ...(mended ? { mended } : {}),
}))
