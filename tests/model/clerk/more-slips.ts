import { type ClerkSlip, replaced } from './slips.ts'
import { TOWN, town } from './town.ts'

// A second hundred, thought up after the first was met. Each says what stands there once its mend is followed to the letter: that must be in order.

type Expected = [code: string, line: string, ...says: string[]]

const spoiled = (
  nr: number,
  mistake: string,
  from: string,
  to: string,
  followed: string,
  [code, line, ...says]: Expected,
  severity: 'error' | 'warning' = 'error',
): ClerkSlip => ({
  nr,
  mistake,
  files: { [TOWN]: replaced(from, to) },
  finding: { code, severity, line, says },
  mended: { [TOWN]: replaced(from, followed) },
})

/** A file beside that of the town, or in its place; `at` is where it should have stood. */
const elsewhere = (
  nr: number,
  mistake: string,
  others: Readonly<Record<string, string>>,
  mended: Readonly<Record<string, string>> | undefined,
  file: string,
  [code, line, ...says]: Expected,
  severity: 'error' | 'warning' = 'error',
): ClerkSlip => ({ nr, mistake, files: others, finding: { code, severity, line, file, says }, ...(mended ? { mended } : {}) })

const FOLDER = 'rules/municipalities/proef/'
const OOST = `${FOLDER}districts/oost.yaml`
const oost = 'schema: 1\nid: oost\nname: Oost\nextends: proef\npostcodes: ["9998"]\n'
const AREAS = `${FOLDER}areas.yaml`
const areas = (area: string): string => `schema: 1\nareas:\n${area}`
const SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9"/></svg>'

const AMOUNT = '      - amount: 412.50'
const GAMING = 'amounts: [{ amount: 56.50, from: 2026-01-01, source: Legesverordening 2026 }]'
const CONTACT = '{ name: Gemeente Proef, web: https://www.proef.nl, source: "https://www.proef.nl" }'
const STYLE = '  source: huisstijl 2026'
const MODE = 'values: [{ value: separate, source: APV 2.10 }]'
const CONDITION = 'when: terrace.kind = "facade"'
const LABEL = `label: { nl: Kleur van de stoelen, en: Colour of the chairs }
      when`
const CLOSE = 'close: "02:00+1"'
const NIGHTS = 'nights: [fri, sat]'
const YEAR = 'from: 2027-01-01'
const NO_RAISE = 'hours:\n'
const raise = (entry: string): string => `raise:\n${entry}hours:\n`
const NO_CHANNEL = 'changes:\n'
const channel = (fields: string): string => `channels:\n  - { id: alcohol, ${fields}, source: x }\nchanges:\n`
const END = 'evidence: { form: [Proef] }\n'
const more = (change: string): string => `${END}  - { ${change} }\n`
const HINT = '{ hint: { nl: Ook een radio., en: A radio too. } }'

export const MORE_SLIPS: readonly ClerkSlip[] = [
  // days
  spoiled(101, 'a day without noughts', YEAR, 'from: 1-1-2027', YEAR, ['BAD_SHAPE', '1-1-2027', 'Write 2027-01-01.']),
  spoiled(102, 'a day with its month in words', YEAR, 'from: 1 januari 2027', YEAR, ['BAD_SHAPE', 'januari', 'Write 2027-01-01.']),
  spoiled(103, 'slashes in a day', YEAR, 'from: 2027/01/01', YEAR, ['BAD_SHAPE', '2027/01/01', 'Write 2027-01-01.']),
  spoiled(104, 'a year for a day', YEAR, 'from: 2027', YEAR, ['BAD_SHAPE', 'from: 2027', 'Write 2027-01-01.']),
  spoiled(105, 'a year for the last day', 'until: 2026-12-31', 'until: 2026', 'until: 2026-12-31', [
    'BAD_SHAPE',
    'until: 2026',
    'Write 2026-12-31.',
  ]),
  spoiled(106, 'two digits of a year', YEAR, 'from: 01-01-27', YEAR, ['BAD_SHAPE', '01-01-27', 'Write 2027-01-01.']),
  spoiled(107, 'a day that is left empty', '        until: 2026-12-31\n', '        until:\n', '', [
    'BAD_SHAPE',
    'until:',
    'remove this line',
  ]),
  {
    nr: 108,
    mistake: 'a day of every year the Dutch way',
    files: { [TOWN]: replaced(NIGHTS, `${NIGHTS}\n    yearly: { from: 09-20, until: 30-09 }`) },
    finding: { code: 'BAD_SHAPE', severity: 'error', line: '30-09', says: ['Write 09-30.'] },
  },
  // amounts
  spoiled(110, 'a euro sign without a space', AMOUNT, '      - amount: €412,50', AMOUNT, ['BAD_SHAPE', '€412,50', 'Write 412.50.']),
  spoiled(111, 'euro in words', AMOUNT, '      - amount: 412.50 euro', AMOUNT, ['BAD_SHAPE', '412.50 euro', 'Write 412.50.']),
  spoiled(112, 'a dash for the cents', AMOUNT, '      - amount: 412,-', '      - amount: 412', ['BAD_SHAPE', '412,-', 'Write 412.']),
  spoiled(113, 'a space in thousands', AMOUNT, '      - amount: 1 882.10', '      - amount: 1882.10', [
    'BAD_SHAPE',
    '1 882',
    'Write 1882.10.',
  ]),
  spoiled(114, 'a dot in thousands', AMOUNT, '      - amount: 1.882', '      - amount: 1882.00', ['BAD_SHAPE', '1.882', '1882.00']),
  spoiled(
    115,
    'a fee without a period',
    '        from: 2026-01-01\n        until: 2026-12-31\n        source: Legesverordening 2026\n      - amount: 425.00\n        from: 2027-01-01\n        source: Legesverordening 2027',
    '        source: Legesverordening 2026',
    '        from: 2026-01-01\n        until: 2026-12-31\n        source: Legesverordening 2026',
    ['BAD_PERIOD', 'amount: 412.50', 'from: and until:'],
    'warning',
  ),
  spoiled(116, 'a bare amount for the list of them', GAMING, 'amounts: 56.50', GAMING, [
    'BAD_SHAPE',
    'amounts: 56.50',
    '[{ amount: 56.50, … }]',
  ]),
  spoiled(117, 'one amount for the list of them', GAMING, GAMING.replace('[{', '{').replace('}]', '}'), GAMING, [
    'BAD_SHAPE',
    'amounts: {',
    'amounts: [{ … }]',
  ]),
  spoiled(118, 'an amount beside its list', GAMING, 'amount: 56.50\n    from: 2026-01-01\n    source: Legesverordening 2026', GAMING, [
    'BAD_SHAPE',
    'amount: 56.50',
    'amounts: [{ amount: …, from: …, source: … }]',
  ]),
  spoiled(119, 'no amount', '      - amount: 412.50\n        from', '      - from', '      - amount: 412.50\n        from', [
    'BAD_SHAPE',
    '- from:',
    'Add amount:.',
  ]),
  // times
  spoiled(120, 'a time without a colon', CLOSE, 'close: "0200+1"', CLOSE, ['BAD_SHAPE', '0200+1', 'Write 02:00+1.']),
  spoiled(121, 'midnight without a colon', CLOSE, 'close: "2400"', 'close: 00:00+1', ['BAD_SHAPE', '2400', 'Write 00:00+1.']),
  spoiled(122, 'a space before +1', CLOSE, 'close: 02:00 +1', CLOSE, ['BAD_SHAPE', '02:00 +1', 'Write 02:00+1.']),
  spoiled(123, 'an hour of one digit', CLOSE, 'close: 2:00+1', CLOSE, ['BAD_SHAPE', '2:00+1', 'Write 02:00+1.']),
  spoiled(124, 'seconds', CLOSE, 'close: 02:00:00+1', CLOSE, ['BAD_SHAPE', '02:00:00', 'Write 02:00+1.']),
  spoiled(
    125,
    'a u in a time',
    'open: "07:00"\n    close: "02:00+1"',
    'open: 07u00\n    close: "02:00+1"',
    'open: 07:00\n    close: "02:00+1"',
    ['BAD_SHAPE', '07u00', 'Write 07:00.'],
  ),
  spoiled(
    126,
    'hours in words',
    'open: "07:00"\n    close: "02:00+1"',
    'open: 7 uur\n    close: "02:00+1"',
    'open: 07:00\n    close: "02:00+1"',
    ['BAD_SHAPE', '7 uur', 'Write 07:00.'],
  ),
  spoiled(127, 'no limit, in words', CLOSE, 'close: geen', 'close: null', ['BAD_SHAPE', 'close: geen', 'Write null']),
  spoiled(128, 'no closing time', `    ${CLOSE}\n`, '', `    ${CLOSE}\n`, ['BAD_CHANGE', 'id: inside.weekend', 'Add close:.']),
  spoiled(129, 'no id', '  - id: inside.weekend\n    place', '  - place', '  - id: inside.weekend\n    place', [
    'BAD_SHAPE',
    '- place',
    'Add id:.',
  ]),
  spoiled(130, 'the id of another window', 'id: inside.weekend', 'id: inside.week', 'id: inside.weekend', [
    'DUPLICATE_ID',
    'id: inside.week',
    'another id',
  ]),
  spoiled(131, 'nights without brackets', NIGHTS, 'nights: fri, sat', NIGHTS, ['BAD_SHAPE', 'fri, sat', 'Write a list: [fri, sat].']),
  spoiled(132, 'nights in full', NIGHTS, 'nights: [friday, saturday]', NIGHTS, ['BAD_SHAPE', 'friday', 'Write fri, sat.']),
  spoiled(133, 'nights in full, in Dutch', NIGHTS, 'nights: [vrijdag, zaterdag]', NIGHTS, ['BAD_SHAPE', 'vrijdag', 'Write fri, sat.']),
  spoiled(134, 'nights from until', NIGHTS, 'nights: vr t/m za', NIGHTS, ['BAD_SHAPE', 'vr t/m za', 'Write a list: [fri, sat].']),
  spoiled(135, 'a place in Dutch', `place: inside\n    ${NIGHTS}`, `place: binnen\n    ${NIGHTS}`, `place: inside\n    ${NIGHTS}`, [
    'BAD_HOURS',
    'place: binnen',
    'Write inside.',
  ]),
  spoiled(136, 'a season in Dutch', NIGHTS, `${NIGHTS}\n    season: alle`, `${NIGHTS}\n    season: all`, [
    'BAD_SHAPE',
    'alle',
    'Write all.',
  ]),
  // marks of text
  spoiled(
    140,
    'a quote in a text in quotes',
    'why: Wij kijken naar de kleur van de stoelen.\n    source',
    'why: "Wij "kijken" mee."\n    source',
    'why: "Wij \\"kijken\\" mee."\n    source',
    ['BAD_YAML', 'why: "Wij', '\\"'],
  ),
  spoiled(
    141,
    'the same between { }',
    LABEL,
    LABEL.replace('Kleur van de stoelen', '"Kleur "van" stoelen"'),
    LABEL.replace('Kleur van de stoelen', '"Kleur \\"van\\" stoelen"'),
    ['BAD_YAML', 'Kleur "van"', '\\"'],
  ),
  spoiled(142, 'a { that is never closed', GAMING, GAMING.replace(' }]', ']'), GAMING, ['BAD_YAML', 'amounts: [{', 'Close it with }']),
  spoiled(143, 'a [ that is never closed', GAMING, GAMING.replace('}]', '}'), GAMING, ['BAD_YAML', 'amounts: [{', 'Close it with ]']),
  spoiled(144, 'a ] too many', GAMING, `${GAMING}]`, GAMING, ['BAD_YAML', '}]]', 'Take it out']),
  spoiled(145, 'no comma between { }', GAMING, GAMING.replace('56.50,', '56.50'), GAMING, [
    'BAD_YAML',
    '56.50 from',
    'comma between the value and from',
  ]),
  spoiled(146, 'semicolons between { }', GAMING, GAMING.replaceAll(', ', '; '), GAMING, ['BAD_YAML', '56.50;', 'Write a comma']),
  spoiled(147, 'an equal sign for a colon', 'id: inside.weekend', 'id = inside.weekend', 'id: inside.weekend', [
    'BAD_YAML',
    'id =',
    'Write id:',
  ]),
  spoiled(148, 'a comment behind slashes', 'hours:\n', '// tijden\nhours:\n', '# tijden\nhours:\n', ['BAD_YAML', '// tijden', '#']),
  spoiled(149, 'a text that begins with @', STYLE, '  source: @huisstijl', '  source: "@huisstijl"', [
    'BAD_YAML',
    '@huisstijl',
    '"@huisstijl"',
  ]),
  spoiled(150, 'a text that begins with %', STYLE, '  source: %huisstijl', '  source: "%huisstijl"', ['BAD_YAML', '%huis', '"%huisstijl"']),
  spoiled(151, 'a text that begins with a hyphen', STYLE, '  source: - huisstijl', '  source: "- huisstijl"', [
    'BAD_YAML',
    '- huis',
    '"- huisstijl"',
  ]),
  spoiled(152, 'a text that begins with [', STYLE, '  source: [zie] huisstijl', '  source: "[zie] huisstijl"', [
    'BAD_YAML',
    '[zie]',
    '"[zie] huisstijl"',
  ]),
  spoiled(153, 'a text between stars', STYLE, '  source: *huisstijl*', '  source: "*huisstijl*"', ['BAD_YAML', '*huis', '"*huisstijl*"']),
  spoiled(154, 'a text that begins with &', STYLE, '  source: & huisstijl', '  source: "& huisstijl"', [
    'BAD_YAML',
    '& huis',
    '"& huisstijl"',
  ]),
  spoiled(
    155,
    'hard spaces before a key',
    '        until: 2026-12-31',
    '\u00A0\u00A0      until: 2026-12-31',
    '        until: 2026-12-31',
    ['BAD_YAML', 'until: 2026-12-31', 'hard space', 'ordinary spaces'],
  ),
  spoiled(156, 'a hard space behind a colon', 'name: Proefdorp\n', 'name:\u00A0Proefdorp\n', 'name: Proefdorp\n', [
    'BAD_YAML',
    'Proefdorp',
    'hard space',
  ]),
  spoiled(157, 'a sign without a width in a key', 'hours:\n', '\u200Bhours:\n', 'hours:\n', ['BAD_SHAPE', 'hours', 'Type hours again']),
  spoiled(158, 'three hyphens in the middle', 'hours:\n', '---\nhours:\n', 'hours:\n', ['BAD_YAML', '---', 'Take this line out']),
  spoiled(
    159,
    'no hyphen before the first item',
    'hours:\n  - id: inside.week\n',
    'hours:\n    id: inside.week\n',
    'hours:\n  - id: inside.week\n',
    ['BAD_YAML', '- id: inside.weekend', 'Put a hyphen'],
  ),
  spoiled(160, 'no colon behind a language', LABEL, LABEL.replace('en: Col', 'en Col'), LABEL, ['BAD_SHAPE', 'en Colour', 'Write en:']),
  spoiled(161, 'a language that has files of its own', LABEL, LABEL.replace('en: Colour of the chairs', 'de: Farbe der Stühle'), LABEL, [
    'BAD_SHAPE',
    'de: Farbe',
    'Write en:',
  ]),
  // keys and words
  spoiled(165, 'a key in Dutch', 'fees:\n', 'tarieven:\n', 'fees:\n', ['BAD_SHAPE', 'tarieven:', 'Did you mean fees?']),
  spoiled(166, 'a key with a capital', 'hours:\n', 'Hours:\n', 'hours:\n', ['BAD_SHAPE', 'Hours:', 'Did you mean hours?']),
  spoiled(
    167,
    'a key of the contact in Dutch',
    CONTACT,
    CONTACT.replace('web:', 'telefoon: 14 040, web:'),
    CONTACT.replace('web:', 'phone: 14 040, web:'),
    ['BAD_SHAPE', 'telefoon', 'Did you mean phone?'],
  ),
  spoiled(
    168,
    'a telephone number without quotes',
    CONTACT,
    CONTACT.replace('web:', 'phone: 0401234567, web:'),
    CONTACT.replace('web:', 'phone: "0401234567", web:'),
    ['BAD_SHAPE', '0401234567', '"0401234567"'],
  ),
  spoiled(
    169,
    'an e-mail address for people',
    CONTACT,
    CONTACT.replace('web:', 'email: horeca(at)proef.nl, web:'),
    CONTACT.replace('web:', 'email: horeca@proef.nl, web:'),
    ['BAD_SHAPE', '(at)', 'Write horeca@proef.nl.'],
  ),
  spoiled(170, 'a postcode as a number', 'postcodes: ["9998"]', 'postcodes: [9998]', 'postcodes: ["9998"]', [
    'BAD_SHAPE',
    '[9998]',
    '"9998"',
  ]),
  spoiled(171, 'a postcode without its list', 'postcodes: ["9998"]', 'postcodes: 9998', 'postcodes: ["9998"]', [
    'BAD_SHAPE',
    '9998',
    '["9998"]',
  ]),
  spoiled(172, 'postcodes from until', 'postcodes: ["9998"]', 'postcodes: ["9990 t/m 9998"]', 'postcodes: [9990-9998]', [
    'BAD_SHAPE',
    't/m',
    'Write 9990-9998.',
  ]),
  spoiled(173, 'postcodes the wrong way round', 'postcodes: ["9998"]', 'postcodes: [9998-9990]', 'postcodes: [9990-9998]', [
    'BAD_SHAPE',
    '9998-9990',
    'Write 9990-9998.',
  ]),
  spoiled(174, 'a colour without #', 'primary: "#004699"', 'primary: "004699"', 'primary: "#004699"', [
    'BAD_SHAPE',
    '"004699"',
    'Write "#004699".',
  ]),
  spoiled(175, 'a colour in parts', 'primary: "#004699"', 'primary: rgb(0, 70, 153)', 'primary: "#004699"', [
    'BAD_SHAPE',
    'rgb',
    'Write "#004699".',
  ]),
  spoiled(176, 'low quotes round a colour', 'primary: "#004699"', 'primary: „#004699”', 'primary: "#004699"', [
    'BAD_SHAPE',
    '„',
    'Write "#004699".',
  ]),
  spoiled(177, 'a typeface without its list', STYLE, `  fontStack: Arial\n${STYLE}`, `  fontStack: [Arial]\n${STYLE}`, [
    'BAD_SHAPE',
    'Arial',
    '[Arial]',
  ]),
  spoiled(178, 'ja for a switch', STYLE, `  ofTown: ja\n${STYLE}`, `  ofTown: true\n${STYLE}`, ['BAD_SHAPE', 'ofTown', 'Write true.']),
  spoiled(179, 'a source that is a number', 'source: APV 2.28', 'source: 2.10', 'source: "2.10"', ['BAD_SHAPE', 'source: 2.10', '"2.10"']),
  spoiled(180, 'a source that is left empty', 'source: Legesverordening 2027', 'source:', 'unverified: true', [
    'BAD_SHAPE',
    'source:',
    'unverified: true',
  ]),
  spoiled(181, 'quotes with no source in them', 'source: APV 2.28', 'source: ""', 'unverified: true', [
    'BAD_SHAPE',
    'source: ""',
    'unverified: true',
  ]),
  spoiled(182, 'a value beside its list', MODE, 'value: separate\n    source: APV 2.10', MODE, [
    'BAD_SHAPE',
    'value: separate',
    'values: [{ value: …, source: … }]',
  ]),
  spoiled(183, 'a value without town.', 'id: town.terrace.mode', 'id: terrace.mode', 'id: town.terrace.mode', [
    'BAD_CHANGE',
    'id: terrace.mode',
    'town.terrace.mode',
  ]),
  spoiled(184, 'quotes round true', 'value: true,', 'value: "true",', 'value: true,', ['BAD_SHAPE', '"true"', 'Write true.']),
  spoiled(185, 'a counter in Dutch', NO_CHANNEL, channel('kind: balie, address: Dorp 1'), channel('kind: counter, address: Dorp 1'), [
    'BAD_SHAPE',
    'balie',
    'Write counter.',
  ]),
  spoiled(
    186,
    'a page without https',
    NO_CHANNEL,
    channel('kind: webform, address: www.proef.nl/a'),
    channel('kind: webform, address: "https://www.proef.nl/a"'),
    ['BAD_SHAPE', 'www.proef.nl/a', 'Write https://www.proef.nl/a.'],
  ),
  spoiled(
    187,
    'e-mail to a page',
    NO_CHANNEL,
    channel('kind: email, address: "https://www.proef.nl/a"'),
    channel('kind: webform, address: "https://www.proef.nl/a"'),
    ['BAD_SHAPE', 'www.proef.nl/a', 'kind: webform'],
  ),
  spoiled(
    188,
    'adopted, in Dutch',
    NO_CHANNEL,
    'statuses:\n  - { id: exploitation, status: vastgesteld, on: 2026-11-03, reference: Z }\nchanges:\n',
    'statuses:\n  - { id: exploitation, status: adopted, on: 2026-11-03, reference: Z }\nchanges:\n',
    ['BAD_SHAPE', 'vastgesteld', 'Write adopted.'],
  ),
  // raising all fees
  spoiled(
    190,
    'a per cent sign',
    NO_RAISE,
    raise('  - { percent: 3.2%, from: 2028-01-01, source: x }\n'),
    raise('  - { percent: 3.2, from: 2028-01-01, source: x }\n'),
    ['BAD_SHAPE', '3.2%', 'Write 3.2.'],
  ),
  spoiled(
    191,
    'what it becomes, not what comes on top',
    NO_RAISE,
    raise('  - { percent: 103.2, from: 2028-01-01, source: x }\n'),
    raise('  - { percent: 3.2, from: 2028-01-01, source: x }\n'),
    ['BAD_SHAPE', '103.2', 'so 3.2 here'],
    'warning',
  ),
  spoiled(
    192,
    'twice on one day',
    NO_RAISE,
    raise('  - { percent: 3.2, from: 2028-01-01, source: x }\n  - { percent: 1.5, from: 2028-01-01, source: x }\n'),
    raise('  - { percent: 3.2, from: 2028-01-01, source: x }\n'),
    ['BAD_PERIOD', 'percent: 1.5', 'Remove one of the two'],
  ),
  // changes
  spoiled(
    195,
    'dots in a place',
    END,
    more(`op: change, at: questions.music.kind, to: ${HINT}, why: a`),
    more(`op: change, at: questions/music.kind, to: ${HINT}, why: a`),
    ['BAD_CHANGE', 'questions.music.kind', 'Write questions/music.kind.'],
  ),
  spoiled(
    196,
    'one of a list that has many',
    END,
    more(`op: change, at: question/music.kind, to: ${HINT}, why: a`),
    more(`op: change, at: questions/music.kind, to: ${HINT}, why: a`),
    ['BAD_CHANGE', 'question/music.kind', 'Did you mean questions?'],
  ),
  spoiled(
    197,
    'item for to',
    END,
    more(`op: change, at: questions/music.kind, item: ${HINT}, why: a`),
    more(`op: change, at: questions/music.kind, to: ${HINT}, why: a`),
    ['BAD_SHAPE', 'item:', 'Did you mean to?'],
  ),
  spoiled(198, 'the question of its own box taken away', END, more('op: remove, at: questions/proef.chairColour, why: a'), END, [
    'UNKNOWN_REFERENCE',
    'questions/proef.chairColour',
    'or keep it',
  ]),
  spoiled(
    199,
    'a question without its list',
    'questions: [proef.chairColour]',
    'questions: proef.chairColour',
    'questions: [proef.chairColour]',
    ['BAD_SHAPE', 'questions: proef', '[proef.chairColour]'],
  ),
  // conditions and formulas
  spoiled(200, 'single quotes', CONDITION, "when: terrace.kind = 'facade'", CONDITION, ['FEEL_SYNTAX', "'facade'", 'Write "facade".']),
  spoiled(201, 'two signs the wrong way round', CONDITION, 'when: terrace.area => 5', 'when: terrace.area >= 5', [
    'FEEL_SYNTAX',
    '=>',
    'Write >=.',
  ]),
  spoiled(202, 'another sign for other than', CONDITION, 'when: terrace.kind <> "facade"', 'when: terrace.kind != "facade"', [
    'FEEL_SYNTAX',
    '<>',
    'Write !=.',
  ]),
  spoiled(203, 'a comma in a figure', CONDITION, 'when: terrace.area > 5,5', 'when: terrace.area > 5.5', [
    'FEEL_SYNTAX',
    '5,5',
    'Write 5.5.',
  ]),
  spoiled(204, 'a unit', CONDITION, 'when: terrace.area > 5 m2', 'when: terrace.area > 5', ['FEEL_SYNTAX', '5 m2', 'the number alone: 5.']),
  spoiled(205, 'ja in a condition', CONDITION, 'when: town.terrace.ownGroundToo = ja', 'when: town.terrace.ownGroundToo = true', [
    'FEEL_UNKNOWN_NAME',
    '= ja',
    'Write true.',
  ]),
  spoiled(
    206,
    'if without else',
    AMOUNT,
    '      - amount: if list contains(activity.terrace, "none") then 330',
    '      - amount: if list contains(activity.terrace, "none") then 330 else 0',
    ['FEEL_SYNTAX', 'then 330', 'else'],
  ),
  spoiled(207, 'a bracket that is never closed', AMOUNT, '      - amount: min(120, 300', '      - amount: min(120, 300)', [
    'FEEL_SYNTAX',
    'min(120',
    'Add ).',
  ]),
  spoiled(208, 'a comma between two figures', AMOUNT, '      - amount: min(120,50, 300)', '      - amount: min(120.50, 300)', [
    'FEEL_SYNTAX',
    '120,50',
    'Write 120.50',
  ]),
  spoiled(209, 'an x for times', AMOUNT, '      - amount: 24.10 x 3', '      - amount: 24.10 * 3', ['FEEL_SYNTAX', '10 x 3', 'Write *.']),
  // files and folders
  elsewhere(
    220,
    'a district on the base',
    { [TOWN]: town, [OOST]: oost.replace('extends: proef', 'extends: base') },
    { [TOWN]: town, [OOST]: oost },
    OOST,
    ['UNKNOWN_LAYER', 'extends: base', 'Write extends: proef.'],
  ),
  elsewhere(221, 'a district without its municipality', { [OOST]: oost }, { [OOST]: oost, [TOWN]: town }, OOST, [
    'UNKNOWN_LAYER',
    'extends',
    'municipality.yaml',
  ]),
  elsewhere(
    222,
    'capitals and a space in the name of a district',
    { [TOWN]: town, [`${FOLDER}districts/Oost West.yaml`]: oost },
    undefined,
    `${FOLDER}districts/Oost West.yaml`,
    ['UNREADABLE_FILE', 'schema', 'oost-west.yaml'],
    'warning',
  ),
  elsewhere(
    223,
    'a text file',
    { [TOWN]: town, [`${OOST}.txt`]: '' },
    { [TOWN]: town, [OOST]: oost },
    `${OOST}.txt`,
    ['UNREADABLE_FILE', '', 'oost.yaml'],
    'warning',
  ),
  elsewhere(224, 'a misspelt name of the file', { [`${FOLDER}municipalty.yaml`]: town }, { [TOWN]: town }, `${FOLDER}municipalty.yaml`, [
    'UNREADABLE_FILE',
    'schema',
    `It should be called ${TOWN}.`,
  ]),
  elsewhere(225, 'the name of the file in Dutch', { [`${FOLDER}gemeente.yaml`]: town }, { [TOWN]: town }, `${FOLDER}gemeente.yaml`, [
    'UNREADABLE_FILE',
    'schema',
    `It should be called ${TOWN}.`,
  ]),
  elsewhere(
    226,
    'a copy',
    { [TOWN]: town, [`${FOLDER}municipality - kopie.yaml`]: town },
    { [TOWN]: town },
    `${FOLDER}municipality - kopie.yaml`,
    ['UNREADABLE_FILE', 'schema', 'delete this file'],
    'warning',
  ),
  elsewhere(
    227,
    'two endings of one file',
    { [TOWN]: town, [TOWN.replace('yaml', 'yml')]: town },
    { [TOWN]: town },
    TOWN.replace('yaml', 'yml'),
    ['DUPLICATE_ID', 'id: proef', 'Take one of the two files away'],
  ),
  elsewhere(
    228,
    'a town inside a town',
    { [TOWN]: town, [`${FOLDER}nieuw/municipality.yaml`]: town.replace('id: proef\n', 'id: nieuw\n') },
    undefined,
    `${FOLDER}nieuw/municipality.yaml`,
    ['UNREADABLE_FILE', 'schema', 'rules/municipalities/nieuw/municipality.yaml'],
  ),
  elsewhere(
    229,
    'a town a folder too high',
    { [TOWN]: town, 'rules/nieuw/municipality.yaml': town },
    undefined,
    'rules/nieuw/municipality.yaml',
    ['UNREADABLE_FILE', 'schema', 'rules/municipalities/nieuw/municipality.yaml'],
  ),
  elsewhere(
    230,
    'a capital in the name of the folder',
    { 'rules/municipalities/Proef/municipality.yaml': town },
    { [TOWN]: town },
    'rules/municipalities/Proef/municipality.yaml',
    ['BAD_SHAPE', 'id: proef', 'Call the folder proef.'],
  ),
  elsewhere(
    231,
    'a space in the name of the folder',
    { 'rules/municipalities/proef dorp/municipality.yaml': town },
    undefined,
    'rules/municipalities/proef dorp/municipality.yaml',
    ['UNREADABLE_FILE', 'schema', 'proef-dorp/municipality.yaml'],
  ),
  elsewhere(
    232,
    'the areas among the districts',
    { [TOWN]: town, [`${FOLDER}districts/areas.yaml`]: areas('  []\n') },
    undefined,
    `${FOLDER}districts/areas.yaml`,
    ['UNREADABLE_FILE', 'schema', AREAS],
    'warning',
  ),
  elsewhere(
    233,
    'an area without its list',
    { [TOWN]: town, [AREAS]: 'schema: 1\nid: kade\nname: Kade\nextends: proef\nstreets: [Kade]\n' },
    { [TOWN]: town, [AREAS]: areas('  - { id: kade, name: Kade, extends: proef, streets: [Kade] }\n') },
    AREAS,
    ['BAD_SHAPE', 'id: kade', 'areas: [{ id: …'],
  ),
  elsewhere(
    234,
    'house numbers the wrong way round',
    { [TOWN]: town, [AREAS]: areas('  - { id: kade, name: Kade, extends: proef, streets: [{ street: Kade, from: 51, until: 1 }] }\n') },
    { [TOWN]: town, [AREAS]: areas('  - { id: kade, name: Kade, extends: proef, streets: [{ street: Kade, from: 1, until: 51 }] }\n') },
    AREAS,
    ['BAD_SHAPE', 'from: 51', 'the lower one behind from:'],
  ),
  elsewhere(
    235,
    'odd in Dutch',
    { [TOWN]: town, [AREAS]: areas('  - { id: kade, name: Kade, extends: proef, streets: [{ street: Kade, side: oneven }] }\n') },
    { [TOWN]: town, [AREAS]: areas('  - { id: kade, name: Kade, extends: proef, streets: [{ street: Kade, side: odd }] }\n') },
    AREAS,
    ['BAD_SHAPE', 'oneven', 'Write odd.'],
  ),
  elsewhere(
    236,
    'two districts of the same postcodes',
    { [TOWN]: town, [OOST]: oost, [`${FOLDER}districts/west.yaml`]: oost.replace('oost', 'west').replace('Oost', 'West') },
    undefined,
    OOST,
    ['NEVER_CHOSEN', 'postcodes', 'another district'],
    'warning',
  ),
  elsewhere(
    237,
    'another capital in the name of the mark',
    { [TOWN]: replaced(STYLE, `  mark: Merk.svg\n${STYLE}`), [`${FOLDER}merk.svg`]: SVG },
    { [TOWN]: replaced(STYLE, `  mark: merk.svg\n${STYLE}`), [`${FOLDER}merk.svg`]: SVG },
    TOWN,
    ['BAD_MARK', 'Merk.svg', 'Did you mean merk.svg?'],
  ),
  elsewhere(
    238,
    'a picture that is none',
    { [TOWN]: replaced(STYLE, `  mark: merk.png\n${STYLE}`), [`${FOLDER}merk.png`]: Buffer.from('geen plaatje').toString('base64') },
    undefined,
    TOWN,
    ['BAD_MARK', 'merk.png', 'Save it again as PNG'],
  ),
  elsewhere(
    239,
    'a web page saved as a picture',
    { [TOWN]: replaced(STYLE, `  mark: merk.svg\n${STYLE}`), [`${FOLDER}merk.svg`]: '<html><body>404</body></html>' },
    undefined,
    TOWN,
    ['BAD_MARK', 'merk.svg', '<html>'],
  ),
  elsewhere(240, 'a photograph', { [TOWN]: replaced(STYLE, `  mark: merk.jpg\n${STYLE}`) }, undefined, TOWN, [
    'BAD_MARK',
    'merk.jpg',
    'SVG or PNG',
  ]),
  spoiled(
    241,
    'midnight written as 24:00 where the tree looks',
    'fees:\n  - id: alcohol.new',
    '  - id: town.closing.weekday\n    values: [{ value: 24:00, source: APV 2.29 }]\nfees:\n  - id: alcohol.new',
    '  - id: town.closing.weekday\n    values: [{ value: 01:00+1, source: APV 2.29 }]\nfees:\n  - id: alcohol.new',
    ['BAD_SHAPE', '24:00', 'Write 00:00+1.'],
  ),
]
