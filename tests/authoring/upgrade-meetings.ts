// Pairs of what a newer base changed and what a town says, by the kind of rule in which they meet.

/** One text of one file of the base becomes another. */
export type BaseEdit = readonly [file: string, was: string, becomes: string]

export interface Pair {
  readonly name: string
  readonly base: readonly BaseEdit[]
  /** What the file of the town says besides who it is. */
  readonly town: string
  /** What is told of it: conflicts with what it was, what the base says now and what the town says; what to look at; what fits no more. */
  readonly told: readonly string[]
  /** Other files of the town, and of the base the log. */
  readonly more?: Readonly<Record<string, string>>
}

const [PLAN, LICENCES, FEES, HEAD, TERRACE, CHECKS, DOCUMENTS, TREE, LISTS, ADVICE] = [
  'rules/base/questions/plan.yaml',
  'rules/base/licences.yaml',
  'rules/base/fees.yaml',
  'rules/base/ruleset.yaml',
  'forms/terrace.yaml',
  'rules/base/checks.yaml',
  'rules/base/documents.yaml',
  'rules/base/tree.yaml',
  'rules/base/collections.yaml',
  'rules/base/advice.yaml',
] as const

const change = (at: string, to: string): string => `changes:\n  - { op: change, at: ${at}, to: ${to}, why: proef }\n`
const remove = (at: string): string => `changes:\n  - { op: remove, at: ${at}, why: proef }\n`
const add = (at: string, item: string, after = ''): string => `changes:\n  - { op: add, at: ${at}, ${after}why: proef, item: ${item} }\n`
const check = (when: string): string =>
  add('checks', `{ id: zw, severity: warn, licences: [], when: '${when}', message: { nl: Let op, en: Mind } }`)
const fee = (amounts: string, id = 'terrace.base'): string => `fees:\n  - { id: ${id}, amounts: [${amounts}] }\n`
const value = (id: string, values: string): string => `parameters:\n  - { id: ${id}, values: [${values}] }\n`

const OPTIONS = `      - id: onSite
        label: { nl: In de zaak, en: On site }
      - id: takeaway
        label: { nl: Afhalen, en: Takeaway }
`
const TURNED = `      - id: takeaway
        label: { nl: Afhalen, en: Takeaway }
      - id: onSite
        label: { nl: In de zaak, en: On site }
`
const MORE_OPTIONS = `      - id: none
        label: { nl: Niet, en: None }
      - id: unsure
        label: { nl: Weet ik niet, en: Not sure }
        countsAs: onSite
`
const HEATED = `  - id: terrace.heated
    subject: case
    type: yesNo
    label: { nl: Verwarmd?, en: Heated? }
    topic: plan
    optional: true
`
const WINDBREAK =
  '  - { id: terrace.windbreak, subject: case, type: yesNo, topic: plan, label: { nl: Windschermen?, en: Windbreaks? } }\n  - id: terrace.large\n'
const TE003 = `      - nr: TE-003
        label: { nl: Groot, en: Large }
        type: yesNo
        value: terrace.large
`
const PEOPLE = `  - id: people
    title: { nl: Leidinggevenden, en: Managers }
    per: managers
    boxes:
      - nr: TE-010
        label: { nl: Naam, en: Name }
        type: text
        questions: [person.name]
      - nr: TE-011
        label: { nl: Aandeel, en: Share }
        type: number
        value: role.share
`
const boxNr = (nr: string): string =>
  `{ nr: ${nr}, label: { nl: Warm, en: Warm }, type: yesNo, questions: [terrace.heated], evidence: { form: [Zandwijk] } }`
const PER_METRE = `  - id: terrace.area
    licence: terrace
    label: { nl: Per meter, en: Per metre }
    kind: yearly
    when: terrace.present
    amounts:
      - { amount: 12.50 * terrace.area, from: 2026-01-01, source: Precario }
`
const TINY = `      - id: tiny
        when: terrace.area < 3
        verdict: notNeeded
        because: { nl: Klein, en: Small }
      - id: large
`
const OWN_FORM = `schema: 1
id: own
replaces: terrace
without: [TE-004, TE-005]
title: { nl: Ons formulier, en: Our form }
law: { nl: APV, en: APV }
addressee: { nl: Burgemeester, en: Mayor }
declaration: { nl: Naar waarheid, en: Truthfully }
falseStatements: { nl: Strafbaar, en: Punishable }
sections:
  - id: plan
    title: { nl: Plan, en: Plan }
    boxes:
      - { nr: TE-001, label: { nl: Oppervlakte, en: Area }, type: number, questions: [terrace.area] }
`
const log = (entry: string): Readonly<Record<string, string>> => ({
  'rules/base/changelog.yaml': `schema: 1\nversions:\n  - version: 2026.1.0\n    on: 2026-06-01\n    changes:\n      - { ${entry}, why: { nl: Duidelijker., en: Clearer. }, source: Besluit 2026 }\n`,
})

export const PAIRS: readonly Pair[] = [
  // figures and dated lists
  {
    name: 'a value',
    told: ['bothChanged | parameters/town.terrace.decisionWeeks | values | 8 | 6 | 10'],
    base: [[HEAD, '- { value: 8 }', '- { value: 6 }']],
    town: value('town.terrace.decisionWeeks', '{ value: 10, source: APV }'),
  },
  {
    name: 'a value of several years',
    told: [
      'bothChanged | parameters/town.terrace.decisionWeeks | values | 8 | 8 (tot en met 31 december 2026); 6 (vanaf 1 januari 2027) | 10 (tot en met 30 juni 2026); 9 (vanaf 1 juli 2026)',
    ],
    base: [[HEAD, '- { value: 8 }', '- { value: 8, until: 2026-12-31 }\n      - { value: 6, from: 2027-01-01 }']],
    town: value('town.terrace.decisionWeeks', '{ value: 10, until: 2026-06-30, source: APV }, { value: 9, from: 2026-07-01, source: APV }'),
  },
  {
    name: 'an hour',
    told: ['bothChanged | parameters/town.closing.weekday | values | 01.00 (volgende dag) | 02.00 (volgende dag) | 00.30 (volgende dag)'],
    base: [[HEAD, 'value: 01:00+1', 'value: 02:00+1']],
    town: value('town.closing.weekday', '{ value: 00:30+1, source: APV }'),
  },
  {
    name: 'a fee of several years',
    told: [
      'bothChanged | fees/terrace.base | amounts | € 125,50 (vanaf 1 januari 2025) | € 125,50 (vanaf 1 januari 2025 tot en met 31 december 2026) | € 200,00 (vanaf 1 januari 2026)',
    ],
    base: [[FEES, 'from: 2025-01-01, source', 'from: 2025-01-01, until: 2026-12-31, source']],
    town: fee('{ amount: 200.00, from: 2026-01-01, source: Leges }'),
  },
  {
    name: 'a fee by the square metre',
    told: [
      'bothChanged | fees/terrace.area | amounts | 12.50 * terrace.area (vanaf 1 januari 2026) | 13.00 * terrace.area (vanaf 1 januari 2026) | € 20,00 (vanaf 1 januari 2026)',
    ],
    base: [[FEES, '12.50 *', '13.00 *']],
    town: fee('{ amount: 20.00, from: 2026-01-01, source: L }', 'terrace.area'),
  },
  {
    name: 'what a figure counts',
    told: ['meansOther | parameters/town.terrace.decisionWeeks | unit | niets | dagen | 10'],
    base: [[HEAD, 'en: Weeks }\n', 'en: Weeks }\n    unit: dagen\n']],
    town: value('town.terrace.decisionWeeks', '{ value: 10, source: APV }'),
  },
  {
    name: 'how often a fee is paid',
    told: ['meansOther | fees/terrace.base | kind | eenmalig | per jaar | € 200,00 (vanaf 1 januari 2026)'],
    base: [[FEES, 'kind: once', 'kind: yearly']],
    town: fee('{ amount: 200.00, from: 2026-01-01, source: Leges }'),
  },
  {
    name: 'what the law allows of a fee',
    told: ['meansOther | fees/terrace.base | ceiling | niets | bedrag 100; bericht Hoogstens; bron wet | € 200,00 (vanaf 1 januari 2026)'],
    base: [[FEES, 'kind: once\n', 'kind: once\n    ceiling: { amount: 100.00, message: { nl: Hoogstens, en: At most }, source: wet }\n']],
    town: fee('{ amount: 200.00, from: 2026-01-01, source: Leges }'),
  },
  {
    name: 'what the law allows of a fee that is raised',
    told: ['look | raised | fees | fees/terrace.base | ceiling | niets | bedrag 100; bericht Hoogstens; bron wet'],
    base: [[FEES, 'kind: once\n', 'kind: once\n    ceiling: { amount: 100.00, message: { nl: Hoogstens, en: At most }, source: wet }\n']],
    town: 'raise:\n  - { percent: 3, from: 2027-01-01, source: Raad }\n',
  },
  {
    name: 'a fee that another fee is a part of',
    told: [
      'look | reads | fees/terrace.area | fees/terrace.base | amounts | € 125,50 (vanaf 1 januari 2025) | € 150,00 (vanaf 1 januari 2025)',
    ],
    base: [[FEES, 'amount: 125.50', 'amount: 150.00']],
    town: fee('{ amount: 0.5 * fee("terrace.base"), from: 2026-01-01, source: L }', 'terrace.area'),
  },
  {
    name: 'a value that the law decides now',
    told: ['locked | parameters/town.terrace.decisionWeeks | values | 8 | 8 | 10'],
    base: [[HEAD, 'en: Weeks }\n', 'en: Weeks }\n    local: never\n']],
    town: value('town.terrace.decisionWeeks', '{ value: 10, source: APV }'),
  },
  {
    name: 'how long a decision takes, by its number',
    told: ['bothChanged | licences/terrace/terms/decision | weeks | town.terrace.decisionWeeks | 6 | 9'],
    base: [[LICENCES, 'weeks: town.terrace.decisionWeeks', 'weeks: 6']],
    town: change('licences/terrace/terms/1', '{ weeks: 9 }'),
  },
  {
    name: 'a season',
    told: ['bothChanged | seasons/summer | until | 10-31 | 09-30 | 11-15'],
    base: [[HEAD, 'until: "10-31"', 'until: "09-30"']],
    town: change('seasons/summer', '{ until: "11-15" }'),
  },
  // options
  {
    name: 'the label of an option',
    told: ['bothChanged | questions/activity.alcohol/options/takeaway | label | Afhalen | Meenemen | Om mee te nemen'],
    base: [[PLAN, 'nl: Afhalen', 'nl: Meenemen']],
    town: change('questions/activity.alcohol/options/takeaway', '{ label: { nl: Om mee te nemen, en: To go } }'),
  },
  {
    name: 'the order of options',
    told: [
      'order | questions/activity.alcohol/options/none | - | In de zaak, Afhalen, Niet, Weet ik niet | Afhalen, In de zaak, Niet, Weet ik niet | vooraan',
    ],
    base: [[PLAN, OPTIONS, TURNED]],
    town: 'changes:\n  - { op: reorder, at: questions/activity.alcohol/options/none, after: null, why: proef }\n',
  },
  {
    name: 'the order of options that the town gives whole',
    told: [
      'bothChanged | questions/activity.alcohol | options | In de zaak, Afhalen, Niet, Weet ik niet | Afhalen, In de zaak, Niet, Weet ik niet | Ja, Nee',
    ],
    base: [[PLAN, OPTIONS, TURNED]],
    town: change(
      'questions/activity.alcohol',
      '{ options: [{ id: onSite, label: { nl: Ja, en: Yes } }, { id: none, label: { nl: Nee, en: No } }] }',
    ),
  },
  {
    name: 'an option of a question that has none now',
    told: [
      'gone | questions/activity.alcohol/options/takeaway | label | Afhalen | niets | Mee',
      'look | sameItem | questions/activity.alcohol/options/takeaway | questions/activity.alcohol | type | keuze | tekst',
    ],
    base: [[PLAN, `    type: choice\n    options:\n${OPTIONS}${MORE_OPTIONS}`, '    type: text\n']],
    town: change('questions/activity.alcohol/options/takeaway', '{ label: { nl: Mee, en: Go } }'),
  },
  {
    name: 'an option that a condition names',
    told: [
      'look | reads | checks/zw | questions/activity.alcohol/options/none | - | Niet | -',
      'unfit | FEEL_UNKNOWN_OPTION | municipality.yaml | 7',
    ],
    base: [[PLAN, '      - id: none\n        label: { nl: Niet, en: None }\n', '']],
    town: check('activity.alcohol = "none"'),
  },
  {
    name: 'an option of one id',
    told: ['bothAdded | questions/activity.alcohol/options/both | - | - | Beide | Allebei'],
    base: [[PLAN, '      - id: none\n', '      - { id: both, label: { nl: Beide, en: Both } }\n      - id: none\n']],
    town: add('questions/activity.alcohol/options', '{ id: both, label: { nl: Allebei, en: Either } }'),
  },
  // texts
  {
    name: 'a title',
    told: ['bothChanged | forms/terrace/sections/plan | title | Plan | Het plan | Ons plan'],
    base: [[TERRACE, 'title: { nl: Plan,', 'title: { nl: Het plan,']],
    town: change('forms/terrace/sections/plan', '{ title: { nl: Ons plan, en: Ours } }'),
  },
  {
    name: 'a text with a word of the town',
    told: ['look | words | words | questions/terrace.large | label | Groot terras | Ruim terras'],
    base: [[PLAN, 'nl: Groot terras,', 'nl: Ruim terras,']],
    town: 'words:\n  - { from: { nl: terras }, to: { nl: zitplek } }\n',
  },
  {
    name: 'a text in which that word stands no more',
    told: ['look | words | words | questions/terrace.heated | label | Verwarmd? | Heet?', 'unfit | BAD_CHANGE | municipality.yaml | 7'],
    base: [[PLAN, 'nl: Verwarmd?,', 'nl: Heet?,']],
    town: 'words:\n  - { from: { nl: verwarmd }, to: { nl: gestookt } }\n',
  },
  {
    name: 'a text beside another',
    told: ['look | sameItem | questions/terrace.heated | questions/terrace.heated | label | Verwarmd? | Heet?'],
    base: [[PLAN, 'nl: Verwarmd?,', 'nl: Heet?,']],
    town: change('questions/terrace.heated', '{ hint: { nl: Ook een deken., en: A blanket too. } }'),
  },
  // boxes and sections
  {
    name: 'a box',
    told: ['bothChanged | forms/terrace/sections/plan/boxes/TE-003 | label | Groot | Ruim | Reuze'],
    base: [[TERRACE, 'nl: Groot,', 'nl: Ruim,']],
    town: change('forms/terrace/sections/plan/boxes/TE-003', '{ label: { nl: Reuze, en: Huge } }'),
  },
  {
    name: 'a box that moved',
    told: ['gone | forms/terrace/sections/plan/boxes/TE-003 | label | Groot | - | Reuze | forms/terrace/sections/people/boxes/TE-003'],
    base: [
      [TERRACE, TE003, ''],
      [TERRACE, '      - nr: TE-011\n', `${TE003}      - nr: TE-011\n`],
    ],
    town: change('forms/terrace/sections/plan/boxes/TE-003', '{ label: { nl: Reuze, en: Huge } }'),
  },
  {
    name: 'a box after one that moved',
    told: ['gone | forms/terrace/sections/plan/boxes/ZW-1 | - | TE-003 Groot | - | ZW-1 Warm | forms/terrace/sections/people/boxes/TE-003'],
    base: [
      [TERRACE, TE003, ''],
      [TERRACE, '      - nr: TE-011\n', `${TE003}      - nr: TE-011\n`],
    ],
    town: add('forms/terrace/sections/plan/boxes', boxNr('ZW-1'), 'after: TE-003, '),
  },
  {
    name: 'a number of a box, elsewhere on the form',
    told: [
      'bothAdded | forms/terrace/sections/plan/boxes/TE-077 | - | - | TE-077 Groot | TE-077 Warm; gevuld door: terrace.heated; wie het vraagt: formulier Zandwijk',
    ],
    base: [[TERRACE, '      - nr: TE-011\n', `${TE003.replace('TE-003', 'TE-077')}      - nr: TE-011\n`]],
    town: add('forms/terrace/sections/plan/boxes', boxNr('TE-077')),
  },
  {
    name: 'a box in a section that is gone',
    told: ['gone | forms/terrace/sections/people/boxes/ZW-1 | - | Leidinggevenden | - | ZW-1 Warm'],
    base: [[TERRACE, PEOPLE, '']],
    town: add('forms/terrace/sections/people/boxes', boxNr('ZW-1')),
  },
  {
    name: 'of whom a section is',
    told: ['look | sameItem | forms/terrace/sections/people/boxes/ZW-1 | forms/terrace/sections/people | per | managers | applicant'],
    base: [[TERRACE, 'per: managers', 'per: applicant']],
    town: add('forms/terrace/sections/people/boxes', boxNr('ZW-1')),
  },
  {
    name: 'a box in a section that the town took away',
    told: ['removedHere | forms/terrace/sections/people | label | Aandeel | Deel | -'],
    base: [[TERRACE, 'nl: Aandeel,', 'nl: Deel,']],
    town: remove('forms/terrace/sections/people'),
  },
  {
    name: 'what a box prints',
    told: [
      'bothChanged | forms/terrace/sections/plan/boxes/TE-002 | print | onSite ja; takeaway nee; none nee | onSite ja; takeaway ja; none nee | onSite ja; takeaway nee; none ja',
    ],
    base: [[TERRACE, 'takeaway: nee', 'takeaway: ja']],
    town: change('forms/terrace/sections/plan/boxes/TE-002', '{ print: { onSite: ja, takeaway: nee, none: ja } }'),
  },
  {
    name: 'a box of a form that the town replaces',
    told: ['replacedHere | forms/terrace/sections/plan/boxes/TE-003 | label | Groot | Ruim | Ons formulier'],
    base: [[TERRACE, 'nl: Groot,', 'nl: Ruim,']],
    town: '',
    more: { 'rules/municipalities/zandwijk/forms/own.yaml': OWN_FORM },
  },
  {
    name: 'a new box that only some ask, where the town asks all',
    told: ['look | asked | forms | forms/terrace/sections/extra | - | - | Extra'],
    base: [
      [
        TERRACE,
        '  - id: people\n',
        `  - id: extra\n    title: { nl: Extra, en: Extra }\n    boxes:\n      - ${boxNr('TE-020')}\n  - id: people\n`,
      ],
    ],
    town: 'asks: all\n',
  },
  // what is gone, or has another name
  {
    name: 'a question',
    told: ['gone | questions/terrace.heated | label | Verwarmd? | - | Warm?'],
    base: [[PLAN, HEATED, '']],
    town: change('questions/terrace.heated', '{ label: { nl: Warm?, en: Warm? } }'),
  },
  {
    name: 'a question that has another name',
    told: ['gone | questions/terrace.heated | label | Verwarmd? | - | Warm? | terrace.warm'],
    base: [[PLAN, HEATED, HEATED.replace('terrace.heated', 'terrace.warm')]],
    town: change('questions/terrace.heated', '{ label: { nl: Warm?, en: Warm? } }'),
    more: log('at: questions/terrace.heated, renamedTo: terrace.warm'),
  },
  {
    name: 'a question with another name that a condition reads',
    told: ['unfit | FEEL_UNKNOWN_NAME | municipality.yaml | 7 | terrace.warm'],
    base: [[PLAN, HEATED, HEATED.replace('terrace.heated', 'terrace.warm')]],
    town: check('terrace.heated'),
    more: log('at: questions/terrace.heated, renamedTo: terrace.warm'),
  },
  {
    name: 'a question that the town took away too',
    told: ['bothRemoved | questions/terrace.heated | - | Verwarmd? | - | -'],
    base: [[PLAN, HEATED, '']],
    town: remove('questions/terrace.heated'),
  },
  {
    name: 'a question that the town took away and the base reads',
    told: ['unfit | UNKNOWN_REFERENCE | municipality.yaml | 7'],
    base: [[CHECKS, 'terrace.area > 500', 'terrace.area > 500 and terrace.heated']],
    town: remove('questions/terrace.heated'),
  },
  {
    name: 'a fee',
    told: ['gone | fees/terrace.area | amounts | 12.50 * terrace.area (vanaf 1 januari 2026) | - | € 20,00 (vanaf 1 januari 2026)'],
    base: [[FEES, PER_METRE, '']],
    town: fee('{ amount: 20.00, from: 2026-01-01, source: L }', 'terrace.area'),
  },
  {
    name: 'a question of one id',
    told: ['bothAdded | questions/terrace.windbreak | - | - | Windschermen? | Scherm; soort antwoord: tekst'],
    base: [[PLAN, '  - id: terrace.large\n', WINDBREAK]],
    town: add('questions', '{ id: terrace.windbreak, subject: case, type: text, topic: plan, label: { nl: Scherm, en: Screen } }'),
  },
  {
    name: 'a question of one id that its place names',
    told: ['bothAdded | questions/terrace.windbreak | - | - | Windschermen? | Scherm; soort antwoord: tekst'],
    base: [[PLAN, '  - id: terrace.large\n', WINDBREAK]],
    town: add('questions/terrace.windbreak', '{ subject: case, type: text, topic: plan, label: { nl: Scherm, en: Screen } }'),
  },
  // when a licence is needed, and what is read
  {
    name: 'when a licence is needed',
    told: [
      'bothChanged | licences/terrace/rules/large | when | terrace.present and terrace.area > 10 | terrace.present and terrace.area > 15 | terrace.area > 20',
    ],
    base: [[LICENCES, 'terrace.area > 10', 'terrace.area > 15']],
    town: change('licences/terrace/rules/large', '{ when: terrace.area > 20 }'),
  },
  {
    name: 'a rule before that of the town',
    told: ['look | sameList | licences/terrace/rules/large | licences/terrace/rules/tiny | - | - | Klein'],
    base: [[LICENCES, '      - id: large\n', TINY]],
    town: change('licences/terrace/rules/large', '{ when: terrace.area > 20 }'),
  },
  {
    name: 'a rule beside a new one of the town',
    told: ['look | sameList | licences/terrace/rules/zw | licences/terrace/rules/tiny | - | - | Klein'],
    base: [[LICENCES, '      - id: large\n', TINY]],
    town: add(
      'licences/terrace/rules',
      '{ id: zw, when: terrace.area > 20, verdict: needed, because: { nl: Groot, en: Large } }',
      'after: part, ',
    ),
  },
  {
    name: 'a licence that a condition reads',
    told: ['look | reads | checks/zw | licences/alcohol/rules/onSite | when | activity.alcohol = "onSite" | activity.alcohol != "none"'],
    base: [[LICENCES, 'activity.alcohol = "onSite"', 'activity.alcohol != "none"']],
    town: check('verdict("alcohol") = "needed"'),
  },
  {
    name: 'who the managers are',
    told: ['look | reads | checks/zw | aliases/managers | cases | rollen manager | rollen manager, owner'],
    base: [[LISTS, '- roles: [manager]', '- roles: [manager, owner]']],
    town: check('count(managers) > 2'),
  },
  {
    name: 'what is asked first',
    told: ['bothChanged | steps/aim | ask | activity.alcohol, terrace.present | terrace.present, activity.alcohol | erbij terrace.heated'],
    base: [[TREE, '[activity.alcohol, terrace.present]', '[terrace.present, activity.alcohol]']],
    town: change('steps/aim', '{ ask: { add: [terrace.heated] } }'),
  },
  {
    name: 'a check that the town took away',
    told: ['removedHere | checks/terrace.size | when | terrace.area > 500 | terrace.area > 400 | -'],
    base: [[CHECKS, 'terrace.area > 500', 'terrace.area > 400']],
    town: remove('checks/terrace.size'),
  },
  // documents, advice, ways to hand in
  {
    name: 'what a document shows',
    told: ['bothChanged | documents/drawing | mustShow | Maten | Maten, Schaal | Alles'],
    base: [[DOCUMENTS, '      - { nl: Maten, en: Sizes }\n', '      - { nl: Maten, en: Sizes }\n      - { nl: Schaal, en: Scale }\n']],
    town: change('documents/drawing', '{ mustShow: [{ nl: Alles, en: All }] }'),
  },
  {
    name: 'how old a document may be',
    told: ['bothChanged | documents/vog | maxAgeDays | 90 | 60 | 30'],
    base: [[DOCUMENTS, 'maxAgeDays: 90', 'maxAgeDays: 60']],
    town: change('documents/vog', '{ maxAgeDays: 30 }'),
  },
  {
    name: 'when something is due',
    told: [
      'bothChanged | advice/register.kvk | due | geteld vanaf startDate; dagen -7 | geteld vanaf startDate; dagen -14 | geteld vanaf startDate; dagen -30',
    ],
    base: [[ADVICE, 'days: -7', 'days: -14']],
    town: change('advice/register.kvk', '{ due: { anchor: startDate, days: -30 } }'),
  },
  {
    name: 'how it is handed in',
    told: [
      'meansOther | channels/terrace | kind | formulier op internet | Omgevingsloket | Horeca',
      'look | sameItem | channels/terrace | channels/terrace | address | https://example.nl/terras | niets',
    ],
    base: [[HEAD, 'kind: webform, address: "https://example.nl/terras"', 'kind: omgevingsloket']],
    town: 'channels:\n  - { id: terrace, department: Horeca }\n',
  },
  {
    name: 'whose form it is',
    told: ['bothChanged | statuses/terrace | status | voorbereiding | officieel | aangenomen'],
    base: [[HEAD, 'status: preparation', 'status: official']],
    town: 'statuses:\n  - { id: terrace, status: adopted, on: 2026-01-01, reference: B12 }\n',
  },
]
