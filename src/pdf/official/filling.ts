import type { BoxCoverage, GivenInBox } from '../../engine/assessment.ts'
import { isDay } from '../../feel/day.ts'
import type { SimpleTarget, Target } from '../../model/official/mapping.ts'

/** What is written in a field of the PDF. */
export type Write =
  /** `shorter`: a shorter form, where the words do not fit. */
  | { readonly kind: 'text'; readonly field: string; readonly text: string; readonly shorter?: string }
  /** Flows from one field to the next, as far as each has room. */
  | { readonly kind: 'lines'; readonly fields: readonly string[]; readonly text: string }
  | { readonly kind: 'choose'; readonly field: string; readonly value: string }
  | { readonly kind: 'tick'; readonly field: string }

/** What is read aloud of an answer, at the first of its fields. */
export type Heard =
  | { readonly kind: 'text'; readonly fields: readonly string[]; readonly text: string }
  | { readonly kind: 'options'; readonly options: readonly Option[] }

interface Option {
  readonly field: string
  readonly text: string
  readonly checked: boolean
}

/** How the answer of a box is entered in the PDF. */
export interface Filling {
  readonly writes: readonly Write[]
  readonly heard: readonly Heard[]
  /** false: the PDF has no place for this answer. */
  readonly fits: boolean
}

type Answer = Pick<BoxCoverage, 'text' | 'rows'> & { readonly given: readonly GivenInBox[] }

const NOT_THERE: Filling = { writes: [], heard: [], fits: false }

/** Turns the answer of a filled box into what is written in the fields of its target. */
export function fillingOf({ text, rows, given = [] }: Pick<BoxCoverage, 'text' | 'rows' | 'given'>, target: Target): Filling {
  const answer: Answer = { text, rows, given }
  if (typeof target !== 'string' && 'questions' in target)
    return together(
      Object.entries(target.questions).map(([id, part]) => {
        const own = given.filter(({ question }) => question === id)
        return simple({ text: own.map((each) => each.text).join(' '), rows: null, given: own }, part)
      }),
    )
  if (typeof target !== 'string' && 'rows' in target) {
    const cells = rows?.cells ?? []
    if (cells.length > target.rows.length) return NOT_THERE
    const writes = cells.flatMap((line, row) =>
      line.map((cell, column): Write => ({ kind: 'text', field: target.rows[row]?.[column] ?? '', text: cell })),
    )
    const heard = cells.map((line, row): Heard => ({ kind: 'text', fields: target.rows[row] ?? [], text: tableLine(rows, line) }))
    return { writes, heard, fits: true }
  }
  return simple(answer, target)
}

/** A line of a table in words: each cell with the name of its column. */
export const tableLine = (rows: BoxCoverage['rows'], line: readonly string[]): string =>
  line.map((cell, at) => `${rows?.header[at] ?? ''}: ${cell}`).join('; ')

const together = (parts: readonly Filling[]): Filling => ({
  writes: parts.flatMap(({ writes }) => writes),
  heard: parts.flatMap(({ heard }) => heard),
  fits: parts.every(({ fits }) => fits),
})

function simple({ text, rows, given }: Answer, target: SimpleTarget): Filling {
  const said = text ?? rows?.cells.map((line) => tableLine(rows, line)).join('\n') ?? ''
  const values = given.flatMap((each) => each.values)
  const written = (writes: readonly Write[], fields: readonly string[]): Filling => ({
    writes,
    heard: [{ kind: 'text', fields, text: said }],
    fits: true,
  })
  const date = values.find(isDay)?.split('-').toReversed()
  const shorter = date && given.length === 1 ? { shorter: date.join('-') } : {}
  if (typeof target === 'string') return written([{ kind: 'text', field: target, text: said, ...shorter }], [target])
  if ('lines' in target) return written([{ kind: 'lines', fields: target.lines, text: said }], target.lines)
  if ('day' in target) {
    const [day, month, year] = date ?? []
    if (year === undefined || month === undefined || day === undefined) return said === '' ? written([], [target.day]) : NOT_THERE
    const parts = [
      [target.day, day],
      [target.month, month],
      [target.year, year],
    ] as const
    return written(
      parts.map(([field, part]): Write => ({ kind: 'text', field, text: part })),
      [target.day],
    )
  }
  if ('ticks' in target) {
    const keys = keysOf(target.ticks, { text: said, given })
    if (keys === null) return NOT_THERE
    const writes = keys.flatMap((key): Write[] => {
      const field = target.ticks[key]
      return field ? [{ kind: 'tick', field }] : []
    })
    const options = Object.entries(target.ticks).flatMap(([key, field]) =>
      field === null ? [] : [{ field, text: wordOf(key, given), checked: keys.includes(key) }],
    )
    return { writes, heard: [{ kind: 'options', options }], fits: true }
  }
  if (target.values) {
    const [key, ...more] = keysOf(target.values, { text: said, given }) ?? []
    const value = key === undefined ? undefined : target.values[key]
    if (value === undefined || more.length > 0) return said === '' ? written([], [target.field]) : NOT_THERE
    return written([{ kind: 'choose', field: target.field, value }], [target.field])
  }
  const short = date?.join('') ?? said.replaceAll(/[^\p{L}\p{N}]/gu, '')
  const write = { kind: 'text', field: target.field } as const
  return written([target.compact ? { ...write, text: short } : { ...write, text: said, ...shorter }], [target.field])
}

/** The keys of a map that an answer stands for: by the ids of its options, else by the words that the box prints; null: one is missing. */
function keysOf(map: Readonly<Record<string, unknown>>, { text, given }: { text: string; given: readonly GivenInBox[] }): string[] | null {
  const values = given.flatMap((each) => each.values)
  const found = values.map((value) => (value in map ? value : (wordIn(map, value, given) ?? (text in map ? text : null))))
  if (found.length === 0) return text === '' ? [] : text in map ? [text] : null
  return found.every((key): key is string => key !== null) ? [...new Set(found)] : null
}

function wordIn(map: Readonly<Record<string, unknown>>, value: string, given: readonly GivenInBox[]): string | null {
  const word = wordOf(value, given)
  return word in map ? word : null
}

const wordOf = (key: string, given: readonly GivenInBox[]): string =>
  given.flatMap(({ options }) => options).find(({ id }) => id === key)?.text || key
