import type { Assessment } from '../../../engine/assessment.ts'
import { formatClock, formatDate, localise } from '../../../engine/forms/format.ts'
import { type Lang, wordsIn } from '../../../model/lang.ts'
import type { Variant } from '../../../model/variant.ts'
import { COMPARE } from '../../text/later/compare.ts'
import type { Words } from '../../text.ts'
import { costText, feeText } from './fee-words.ts'
import { verdictText } from './verdict-words.ts'

/** The same answers in one town. */
export interface TownColumn {
  readonly variant: Variant
  readonly assessment: Assessment
}
export interface ComparedRow {
  readonly key: string
  readonly label: string
  /** One per town. */
  readonly cells: readonly string[]
  readonly differs: boolean
}
export interface ComparedGroup {
  readonly key: 'verdicts' | 'fees' | 'hours' | 'terms'
  readonly rows: readonly ComparedRow[]
}

/** Verdicts, fees, hours and terms of several towns, row by row; a row says whether its cells differ. */
export function sideBySide(towns: readonly TownColumn[], words: Words, lang: Lang): ComparedGroup[] {
  const text = wordsIn(COMPARE, lang)
  const groups: ComparedGroup[] = [
    { key: 'verdicts', rows: rowsOf(towns, (town) => verdictCells(town, words, lang), text.none) },
    {
      key: 'fees',
      rows: [
        ...rowsOf(
          towns,
          ({ assessment }) => assessment.fees.lines.map((line) => [line.id, line.label, feeText(line, words, lang)]),
          text.noFee,
        ),
        ...rowsOf(towns, ({ assessment }) => [['', words.outcome.total, costText(assessment.fees, words, lang).join('; ')]], ''),
      ],
    },
    { key: 'hours', rows: merged(rowsOf(towns, (town) => hourCells(town, words, lang), text.none)) },
    {
      key: 'terms',
      rows: [
        ...rowsOf(towns, (town) => termCells(town, lang), text.none),
        ...rowsOf(towns, ({ assessment }) => [['', words.outcome.earliest, openingOf(assessment, words, lang)]], ''),
      ],
    },
  ]
  return groups.filter((group) => group.rows.length > 0)
}

/** What one town says in the row with this key. */
type Cell = readonly [key: string, label: string, text: string]

/** `missing`: said for a town that has no such row. */
function rowsOf(towns: readonly TownColumn[], cellsOf: (town: TownColumn) => readonly Cell[], missing: string): ComparedRow[] {
  const columns = towns.map((town) => new Map(cellsOf(town).map(([key, label, text]) => [key, { label, text }])))
  const labels = new Map(columns.flatMap((column) => [...column].map(([key, { label }]) => [key, label] as const)))
  return [...labels].map(([key, label]) => {
    const cells = columns.map((column) => column.get(key)?.text ?? missing)
    return { key, label, cells, differs: new Set(cells).size > 1 }
  })
}

const verdictCells = ({ variant, assessment }: TownColumn, words: Words, lang: Lang): Cell[] =>
  assessment.licences.map((result) => [result.id, nameOf(variant, result.id, lang), verdictText(result, variant, words, lang)])

const termCells = ({ variant, assessment }: TownColumn, lang: Lang): Cell[] =>
  assessment.terms.map(({ licence, until }) => [licence, nameOf(variant, licence, lang), formatDate(until, lang)])

const openingOf = ({ earliestOpening }: Assessment, words: Words, lang: Lang): string =>
  earliestOpening ? formatDate(earliestOpening, lang) : words.summary.openingUnknown

function hourCells({ variant, assessment }: TownColumn, words: Words, lang: Lang): Cell[] {
  const { noLimit, notAllowed } = wordsIn(COMPARE, lang)
  const clock = (time: string | null): string => (time === null ? noLimit : formatClock(time, lang))
  return assessment.hours.map(({ place, night, season, asked, allowed, verdict }) => [
    `${place} ${season} ${asked.open} ${asked.close}/${night}`,
    `${words.hours.place[place] ?? place}, ${optionLabel(variant, variant.names.hours.night, night, lang)}`,
    `${verdict === 'ok' || verdict === 'unknown' ? words.hours.verdict[verdict] : notAllowed}${allowed ? ` (${clock(allowed.open)} – ${clock(allowed.close)})` : ''}`,
  ])
}

function nameOf(variant: Variant, id: string, lang: Lang): string {
  const item = [...variant.licences, ...variant.extras].find((each) => each.id === id)
  return item ? localise(item.name, lang) : id
}

/** Merges nights of one place with the same hours and the same outcome everywhere into one row. */
function merged(rows: readonly ComparedRow[]): ComparedRow[] {
  const groups = new Map<string, ComparedRow>()
  for (const row of rows) {
    const key = [row.key.split('/')[0], ...row.cells].join('|')
    const known = groups.get(key)
    const [, night = ''] = row.label.split(', ')
    groups.set(key, known ? { ...known, label: `${known.label}, ${night}` } : row)
  }
  return [...groups.values()]
}

const optionLabel = (variant: Variant, question: string, id: string, lang: Lang): string => {
  const option = variant.questions.find((each) => each.id === question)?.options?.find((each) => each.id === id)
  return option ? localise(option.label, lang) : id
}
