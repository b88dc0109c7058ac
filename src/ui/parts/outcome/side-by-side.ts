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
  const rows = (
    entries: (town: TownColumn) => readonly (readonly [key: string, label: string, text: string])[],
    missing: string,
  ): ComparedRow[] => {
    const columns = towns.map((town) => new Map(entries(town).map(([key, label, text]) => [key, { label, text }])))
    const labels = new Map(columns.flatMap((column) => [...column].map(([key, { label }]) => [key, label] as const)))
    return [...labels].map(([key, label]) => {
      const cells = columns.map((column) => column.get(key)?.text ?? missing)
      return { key, label, cells, differs: new Set(cells).size > 1 }
    })
  }
  const name = (variant: Variant, id: string): string => {
    const item = [...variant.licences, ...variant.extras].find((each) => each.id === id)
    return item ? localise(item.name, lang) : id
  }
  const clock = (time: string | null): string => (time === null ? wordsIn(COMPARE, lang).noLimit : formatClock(time, lang))
  const groups: ComparedGroup[] = [
    {
      key: 'verdicts',
      rows: rows(
        ({ variant, assessment }) =>
          assessment.licences.map((result) => [result.id, name(variant, result.id), verdictText(result, variant, words, lang)] as const),
        wordsIn(COMPARE, lang).none,
      ),
    },
    {
      key: 'fees',
      rows: [
        ...rows(
          ({ assessment }) => assessment.fees.lines.map((line) => [line.id, line.label, feeText(line, words, lang)] as const),
          wordsIn(COMPARE, lang).noFee,
        ),
        ...rows(({ assessment }) => [['', words.outcome.total, costText(assessment.fees, words, lang).join('; ')] as const], ''),
      ],
    },
    {
      key: 'hours',
      rows: merged(
        rows(
          ({ variant, assessment }) =>
            assessment.hours.map(
              ({ place, night, season, asked, allowed, verdict }) =>
                [
                  `${place} ${season} ${asked.open} ${asked.close}/${night}`,
                  `${words.hours.place[place] ?? place}, ${optionLabel(variant, variant.names.hours.night, night, lang)}`,
                  `${verdict === 'ok' ? words.hours.verdict.ok : verdict === 'unknown' ? words.hours.verdict.unknown : wordsIn(COMPARE, lang).notAllowed}${allowed ? ` (${clock(allowed.open)} – ${clock(allowed.close)})` : ''}`,
                ] as const,
            ),
          wordsIn(COMPARE, lang).none,
        ),
      ),
    },
    {
      key: 'terms',
      rows: [
        ...rows(
          ({ variant, assessment }) =>
            assessment.terms.map(({ licence, until }) => [licence, name(variant, licence), formatDate(until, lang)] as const),
          wordsIn(COMPARE, lang).none,
        ),
        ...rows(
          ({ assessment }) => [
            [
              '',
              words.outcome.earliest,
              assessment.earliestOpening ? formatDate(assessment.earliestOpening, lang) : words.summary.openingUnknown,
            ] as const,
          ],
          '',
        ),
      ],
    },
  ]
  return groups.filter((group) => group.rows.length > 0)
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
