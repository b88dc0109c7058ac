import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse, stringify } from 'yaml'
import { seededRandom } from './seeded-random.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const SOURCE = 'verzonnen'

/** Municipalities in the country. */
export const MUNICIPALITIES = 342

/** Copies the rules and forms into a folder and adds made-up municipalities until so many stand beside each other, those that we ship among them and those that are shown as
 * an example not. Each differs in what real ones differ in: policies, fees, hours, boxes, questions, words, house style; some have districts or areas. The same seed writes the same files.
 * @returns the ids of those that were made up */
export function writeCountry(folder: string, towns: number, seed = 1): string[] {
  for (const name of ['rules', 'forms']) cpSync(join(ROOT, name), join(folder, name), { recursive: true })
  const municipalities = join(folder, 'rules', 'municipalities')
  const shipped = readdirSync(municipalities).map((id) => parse(readFileSync(join(municipalities, id, 'municipality.yaml'), 'utf8')))
  const version: string = parse(readFileSync(join(folder, 'rules', 'base', 'ruleset.yaml'), 'utf8')).version
  const ids: string[] = []
  const missing = towns - shipped.filter(({ example }) => example !== true).length
  for (let number = 0; ids.length < missing; number++) {
    const name = nameOf(number)
    const id = name.toLowerCase().replaceAll(' ', '-')
    if (existsSync(join(municipalities, id))) continue
    // a town of its own seed: one more town changes none of the others
    const town = madeUpTown({ id, name, number, version, random: seededRandom(seed * 100_003 + number) })
    const at = join(municipalities, id)
    mkdirSync(join(at, 'districts'), { recursive: true })
    writeFileSync(join(at, 'municipality.yaml'), stringify(town.file, { lineWidth: 140 }))
    for (const district of town.districts)
      writeFileSync(join(at, 'districts', `${district.id}.yaml`), stringify(district, { lineWidth: 140 }))
    if (town.areas.length > 0) writeFileSync(join(at, 'areas.yaml'), stringify({ schema: 1, areas: town.areas }, { lineWidth: 140 }))
    ids.push(id)
  }
  return ids
}

interface Maker {
  readonly id: string
  readonly name: string
  readonly number: number
  readonly version: string
  readonly random: () => number
}
type Entry = Readonly<Record<string, unknown>>

function madeUpTown({ id, name, number, version, random }: Maker): {
  file: Entry
  districts: readonly (Entry & { id: string })[]
  areas: readonly Entry[]
} {
  const chance = (share: number): boolean => random() < share
  const among = <T>(values: readonly [T, ...T[]]): T => values[Math.floor(random() * values.length)] ?? values[0]
  const euro = (least: number, most: number): string => (Math.round((least + random() * (most - least)) * 20) / 20).toFixed(2)
  const source = `${SOURCE}, verordening van ${name}`
  const dated = (value: unknown): Entry => ({ value, source })

  const exploitation = among(MODES)
  const terrace = among(['partOfExploitation', 'partOfExploitation', 'separate', 'generalRules'])
  const week = among(['00:00+1', '01:00+1', '01:00+1', '02:00+1'])
  const weekend = among(['01:00+1', '02:00+1', '02:00+1', '03:00+1', '04:00+1'])
  const parameters: Entry[] = [
    { id: 'town.exploitation.mode', values: [dated(exploitation)] },
    { id: 'town.terrace.mode', values: [dated(terrace)] },
    { id: 'town.bibob.policy', values: [dated(among(['always', 'onIndication', 'onIndication']))] },
    { id: 'town.closing.weekday', values: [dated(week)] },
    { id: 'town.closing.weekend', values: [dated(weekend)] },
    ...SWITCHES.filter(() => chance(0.25)).map((switched) => ({ id: switched, values: [dated(chance(0.5))] })),
    ...FIGURES.filter(() => chance(0.3)).map(([figure, values]) => ({ id: figure, values: [dated(among(values))] })),
  ]

  const period = (amount: string): Entry[] =>
    chance(0.4)
      ? [
          { amount, from: '2026-01-01', until: '2026-12-31', source },
          { amount: `round half up(${amount} * 1.032, 2)`, from: '2027-01-01', source },
        ]
      : [{ amount, from: '2026-01-01', source }]
  const perManager = euro(25, 90)
  const fees: Entry[] = [
    { id: 'alcohol.new', amounts: period(euro(180, 1900)) },
    { id: 'alcohol.managers', amounts: period(chance(0.5) ? `${perManager} * count(managers)` : perManager) },
    { id: 'exploitation.new', amounts: period(euro(90, 1600)) },
    { id: 'exploitation.change', amounts: period(euro(40, 400)) },
    ...(terrace === 'separate' ? [{ id: 'terrace.licence', amounts: period(euro(60, 600)) }] : []),
    ...(chance(0.6)
      ? [
          {
            id: 'terrace.precario',
            amounts: [
              {
                amount: `${euro(8, 70)} * sum(for t in terraces return if t.landOwner = "municipality" then t.area else 0)`,
                from: '2026-01-01',
                source,
              },
            ],
          },
        ]
      : []),
    ...(chance(0.3)
      ? [
          {
            id: 'exploitation.partners',
            amounts: period(euro(40, 300)),
            note: both(`In ${name} per vennoot.`, `In ${name} for each partner.`),
          },
        ]
      : []),
  ]

  const window = (of: string, nights: readonly string[], open: string, close: string, more: Entry = {}): Entry => ({
    id: of,
    place: 'inside',
    nights,
    ...more,
    open,
    close,
    source,
  })
  const hours: Entry[] = [
    ...(chance(0.4)
      ? [
          window('inside.fair', WEEK, '07:00', '04:00+1', {
            event: both(`Kermis in ${name}`, `Fair in ${name}`),
            yearly: { from: '07-10', until: '07-14' },
          }),
        ]
      : []),
    window('inside.week', ['sun', 'mon', 'tue', 'wed', 'thu'], '07:00', week),
    window('inside.weekend', ['fri', 'sat'], '07:00', weekend),
    ...(chance(0.7)
      ? (['summer', 'winter'] as const).map((season) =>
          window(`terrace.${season}`, WEEK, '08:00', among(['22:00', '23:00', '00:00+1']), { place: 'terrace', season }),
        )
      : []),
  ]

  const changes: Entry[] = []
  const add = (at: string, item: Entry, after?: string): void => {
    changes.push({ op: 'add', at, ...(after !== undefined && { after }), why: 'Zo heeft de raad het vastgesteld.', source, item })
  }
  for (const [index, [question, type, label]] of QUESTIONS.filter(() => chance(0.15)).entries()) {
    const fact = `${camel(id)}.${question}`
    add('questions', {
      id: fact,
      subject: 'case',
      type,
      topic: 'premises',
      ...(type === 'integer' && { min: 0, max: 5000 }),
      label,
      source,
    })
    add('forms/alcohol/sections/enterprise/boxes', {
      nr: `TW-${index + 1}`,
      label,
      type: type === 'integer' ? 'number' : type,
      questions: [fact],
      evidence: { practice: `formulier van ${name}` },
    })
  }
  if (chance(0.5)) {
    add('checks', {
      id: `${camel(id)}Neighbours`,
      severity: 'info',
      licences: ['exploitation'],
      when: 'application.kind = "new"',
      message: both(
        `In ${name} praat u eerst met uw buren. Schrijf op wat u heeft afgesproken.`,
        `In ${name} you talk to your neighbours first. Write down what you agreed.`,
      ),
      source,
    })
  }
  if (chance(0.35))
    add('advice', {
      id: `premises.${camel(id)}Market`,
      group: 'premises',
      title: both(`Markt in ${name}`, `Market in ${name}`),
      text: both(
        `Op ${among(['maandag', 'woensdag', 'vrijdag', 'zaterdag'])} is er markt. Dan is er geen plaats voor een terras aan het plein.`,
        'There is a market once a week. Then there is no room for a terrace at the square.',
      ),
      when: 'list contains(activity.terrace, "publicGround")',
      source,
    })
  if (chance(0.3))
    changes.push({
      op: 'change',
      at: 'licences/exploitation/rules/openToThePublic',
      why: 'Zegt wat hier geldt.',
      source,
      to: {
        because: both(
          `U ontvangt publiek, en ${name} wil dan een vergunning zien.`,
          `You receive the public, and ${name} then wants to see a licence.`,
        ),
        source,
      },
    })

  const office = `Raadhuisplein ${1 + (number % 40)}, ${name}`
  const channel = (licence: string): Entry =>
    chance(0.5)
      ? {
          id: licence,
          kind: 'webform',
          address: `https://www.${id}.example/${licence}`,
          login: 'digidOrEherkenning',
          department: 'Vergunningen',
          maxFileMegabytes: among([10, 20, 50]),
          source,
        }
      : {
          id: licence,
          kind: among(['counter', 'post']),
          address: office,
          department: among(['Vergunningen', 'Ondernemersloket', 'Veiligheid']),
          source,
        }

  const file: Entry = {
    schema: 1,
    id,
    name,
    extends: 'base',
    basedOn: version,
    version: '2026.1.0',
    contact: {
      name: `Gemeente ${name}`,
      phone: `14 0${100 + number}`,
      post: `Postbus ${1 + number}, ${name}`,
      visit: office,
      web: `https://www.${id}.example`,
      source,
    },
    branding: {
      colours: { primary: among(COLOURS), text: '#1F2933', accent: '#5B6770', error: '#A4262C' },
      fontStack: ['Arial', 'sans-serif'],
      source,
    },
    postcodes: [postcodesOf(number)],
    parameters,
    fees,
    hours,
    channels: ['alcohol', 'exploitation', ...(terrace === 'separate' ? ['terrace'] : [])].map(channel),
    ...(chance(0.2) && {
      words: [{ from: { nl: 'leidinggevende', en: 'manager' }, to: { nl: 'beheerder', en: 'keeper' }, licences: ['exploitation'], source }],
    }),
    asks: BOXES.filter(() => chance(0.2)).map((box) => ({ box, source })),
    ...(changes.length > 0 && { changes }),
  }

  const quarters = chance(0.06) ? 2 + Math.floor(random() * 4) : 0
  const districts = Array.from({ length: quarters }, (_, index) => {
    const quarter = QUARTERS[index] ?? 'Rand'
    const amounts = [
      {
        amount: `${euro(8, 70)} * sum(for t in terraces return if t.landOwner = "municipality" then t.area else 0)`,
        from: '2026-01-01',
        source,
      },
    ]
    return {
      schema: 1,
      id: quarter.toLowerCase(),
      name: `${name} ${quarter}`,
      extends: id,
      branding: { districtLine: quarter },
      postcodes: [`${firstPostcode(number) + index}`],
      fees: [{ id: 'terrace.precario', amounts }],
    }
  })
  const areas = chance(0.08)
    ? [
        {
          id: 'uitgaansplein',
          name: `${name}, uitgaansplein`,
          extends: id,
          streets: ['Markt', { street: 'Kerkstraat', from: 1, until: 41, side: 'odd' }],
          hours: [{ id: 'inside.square', place: 'inside', nights: WEEK, open: '07:00', close: week, source }],
          parameters: [{ id: 'town.closing.weekend', values: [dated(week)] }],
        },
      ]
    : []
  return { file, districts, areas }
}

const both = (nl: string, en: string): { nl: string; en: string } => ({ nl, en })
const camel = (id: string): string => id.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())

const WEEK = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']
const QUARTERS = ['Noord', 'Oost', 'Zuid', 'West', 'Midden']
const MODES = ['always', 'always', 'always', 'onlyWithoutAlcohol', 'exemptOnRequest', 'none'] as const
/** Each is dark enough to write white on. */
const COLOURS = ['#004699', '#1D5B2E', '#7A1F5C', '#8A1C1C', '#3D4A5C', '#5B3A00', '#00565B'] as const
const SWITCHES = [
  'town.exploitation.exemptsCanteens',
  'town.exploitation.exemptsTakeaway',
  'town.exploitation.asksResidence',
  'town.exploitation.vogRequired',
  'town.exploitation.hoursOnLicence',
  'town.terrace.ownGroundToo',
  'town.terrace.furnitureQuestions',
  'town.terrace.silentConsent',
  'town.alcohol.asksHeight',
  'town.bibob.atHolderChange',
]
const FIGURES: readonly (readonly [string, readonly [number, ...number[]]])[] = [
  ['town.exploitation.decisionWeeks', [6, 8, 12]],
  ['town.alcohol.decisionWeeks', [6, 8, 10]],
  ['town.terrace.minFreePassage', [1.2, 1.8, 2]],
  ['town.terrace.minEmergencyLane', [3.5, 4, 4.5]],
  ['town.takeover.weeks', [0, 2, 4]],
  ['town.terrace.decisionWeeks', [4, 8]],
]
const BOXES = [
  'exploitation/EX-006',
  'exploitation/EX-007',
  'exploitation/EX-055',
  'exploitation/EX-056',
  'exploitation/EX-070',
  'exploitation/EX-079',
  'exploitation/EX-080',
  'exploitation/EX-091',
  'gamingMachines/GM-013',
]
const QUESTIONS: readonly (readonly [string, string, { nl: string; en: string }])[] = [
  ['plan', 'text', both('Wat is het nummer van het bestemmingsplan?', 'What is the number of the land-use plan?')],
  ['bins', 'yesNo', both('Staan uw afvalbakken binnen?', 'Are your waste bins indoors?')],
  ['bicycles', 'integer', both('Hoeveel fietsen kunnen er bij uw zaak staan?', 'How many bicycles fit at your business?')],
  ['smoke', 'longText', both('Waar staan uw rokende gasten?', 'Where do your smoking guests stand?')],
  ['supplies', 'text', both('Hoe laat wordt uw zaak bevoorraad?', 'At what time is your business supplied?')],
]

/** Names that no municipality has, another for each number. */
export function nameOf(number: number): string {
  const [first, last, where] = [FIRST[number % 19], LAST[Math.floor(number / 19) % 19], WHERE[Math.floor(number / 361) % 3]]
  return `${first}${last}${where}`
}
const FIRST = 'Aker Brem Dolle Elzen Grauwe Hille Iepen Kolke Lange Mosse Noor Ooster Peper Ratel Sluize Turve Ulve Vinke Zwarte'.split(' ')
const LAST =
  'broekerdam cappelmeer drechtveen essehout gaarderzijl horsterwold kerkemade lo-oever meentdijk nesserkamp overslootwal polderkroft roderschans slenkerhem terpsterloo veldermonde waarderhaar zandercoog zijpersluis'
    .replaceAll('-', '')
    .split(' ')
const WHERE = [' ', ' aan de Vaart', ' aan Zee'].map((where) => where.trimEnd())

const firstPostcode = (number: number): number => 1000 + number * 25
const postcodesOf = (number: number): string => `${firstPostcode(number)}-${firstPostcode(number) + 24}`
