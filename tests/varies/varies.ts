import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { parse, stringify } from 'yaml'
import { readFiles } from '../../src/cli/rule-files.ts'

/** One row of "what varies": what towns do differently, how an overlay says it, and the example that shows it. */
export interface Row {
  readonly id: string
  /** In plain Dutch: what differs. */
  readonly nl: string
  /** A town that does it so. */
  readonly case: string
  /** The keys that say it. */
  readonly write: string
  /** What of it cannot be said; without it all can. */
  readonly lacks?: string
  /** Shown by an example that this repository ships. */
  readonly shipped?: string
  /** Shown by a test, where it is about more than an outcome. */
  readonly test?: string
  /** Shown by the town of another row. */
  readonly of?: string
  /** What the town writes in municipality.yaml, below its head. */
  readonly town?: string
  readonly areas?: string
  /** Name of a file in forms/ → what stands in it. */
  readonly forms?: Readonly<Record<string, string>>
  /** Over those of the café; null takes one away. */
  readonly answers?: Readonly<Record<string, unknown>>
  readonly collections?: Readonly<Record<string, unknown>>
  readonly today?: string
  readonly expect?: Readonly<Record<string, unknown>>
}
export interface Chapter {
  /** Where its rows stand. */
  readonly file: string
  readonly chapter: string
  readonly nl: string
  readonly rows: readonly Row[]
}

const FOLDER = 'tests/varies/rows'

export const chapters = (): Chapter[] =>
  readdirSync(FOLDER)
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .map((file) => ({ ...(parse(readFileSync(`${FOLDER}/${file}`, 'utf8')) as Omit<Chapter, 'file'>), file: `${FOLDER}/${file}` }))

/** Id of the town of a row: `percentOfFee` stands in `percent-of-fee`. */
export const townOf = ({ id, of = id }: Pick<Row, 'id' | 'of'>): string => of.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

/** The base with a town for each row, as a municipality would write it. */
export function filesOf(rows: readonly Row[]): Map<string, string> {
  const files = new Map([...readFiles(process.cwd())].filter(([path]) => path.startsWith('rules/base/') || path.startsWith('forms/')))
  for (const row of rows) {
    if (row.town === undefined && row.areas === undefined) continue
    const id = townOf(row)
    const folder = `rules/municipalities/${id}`
    files.set(`${folder}/municipality.yaml`, `schema: 1\nid: ${id}\nname: ${row.id}\nextends: base\nexample: true\n${row.town ?? ''}`)
    if (row.areas !== undefined) files.set(`${folder}/areas.yaml`, `schema: 1\nareas:\n${row.areas}`)
    for (const [name, text] of Object.entries(row.forms ?? {})) files.set(`${folder}/forms/${name}.yaml`, text)
  }
  // the examples of the base are about towns that are not here
  for (const path of [...files.keys()]) if (path.includes('/examples/')) files.delete(path)
  return files
}

/** The example of a row, as a file. `variant`: under which rules. */
export function exampleOf(row: Row, variant: string): string {
  const answers = Object.entries({ ...CAFE, ...row.answers }).filter(([, value]) => value !== null)
  return stringify({
    schema: 1,
    title: row.nl,
    variant,
    today: row.today ?? '2026-03-02',
    answers: Object.fromEntries(answers),
    ...(row.collections ? { collections: row.collections, complete: Object.keys(row.collections) } : {}),
    expect: row.expect ?? {},
  })
}

/** Whether a file that a row names is there. */
export const isThere = (path: string): boolean => existsSync(path)

const CAFE = {
  'application.kind': 'new',
  'application.startDate': '2026-09-01',
  'premises.kind': 'building',
  'premises.zoning': 'yes',
  'premises.wasHospitality': true,
  'premises.previousUse': 'restaurant',
  'premises.lease.signed': false,
  'premises.monument': 'none',
  'activity.main': 'drinking',
  'premises.toilets': 'separate',
  'premises.accessibleToilet': true,
  'activity.alcohol': 'onSite',
  'business.legalForm': 'soleTrader',
  'management.who': 'myself',
  'opening.latestClose': '01:00+1',
  'premises.maxPersons': 25,
  'premises.specialUse': ['none'],
  'lodging.beds': 0,
  'activity.terrace': ['none'],
  'kitchen.methods': ['cold'],
  'music.kind': 'none',
  'music.outside': false,
  'music.other': ['none'],
  'premises.neighbours': ['nothing'],
  'gaming.wanted': 'none',
  'rebuild.plans': ['none'],
  'staff.kinds': ['employees'],
  'premises.installations': ['none'],
  'activity.alcoholStrength': 'strong',
  'premises.largeRoom': 'yes',
  'management.qualified': 'yes',
} as const
