import { isRecord } from '../../model/util/record.ts'
import { isText } from '../diff/words.ts'
import type { BaseDifference } from './base-delta.ts'
import { isWithin, MEANING } from './meetings.ts'
import type { Touch } from './town-touches.ts'

/** Rules of a town that read something whose meaning the base changed: each with the first change of it. */
export function readersOf(
  touches: readonly Touch[],
  delta: readonly BaseDifference[],
): { readonly touch: Touch; readonly difference: BaseDifference }[] {
  const changed = new Map<string, BaseDifference>()
  for (const difference of delta) {
    const name = meantBy(difference)
    if (name !== null && !changed.has(name)) changed.set(name, difference)
  }
  if (changed.size === 0) return []
  return touches.flatMap((touch) =>
    [...new Set(namesIn(touch.value))].flatMap((name) => {
      const difference = changed.get(name)
      return difference && !isWithin(difference.item, touch.item) ? [{ touch, difference }] : []
    }),
  )
}

/** The name by which rules read what changed, if it now means something else. */
function meantBy({ item, property, kind }: BaseDifference): string | null {
  const [list = '', id, inside] = item.split('/')
  if (id === undefined) return null
  const isOther = kind !== 'changed' || MEANING.has(property ?? '')
  switch (list) {
    case 'questions':
    case 'parameters':
      return (inside === undefined ? property !== null && (MEANING.has(property) || property === 'values') : isOther) ? id : null
    case 'aliases':
    case 'collections':
    case 'roles':
    case 'groups':
      return property !== null && !WORDS.has(property) ? id : null
    case 'fees':
      return property !== null && (MEANING.has(property) || property === 'amounts') ? `fee ${id}` : null
    case 'licences':
    case 'extras':
      return (inside === 'rules' ? isOther : property === 'duty') ? `verdict ${id}` : null
    case 'documents':
      return property !== null && MEANING.has(property) ? `document ${id}` : null
    default:
      return null
  }
}
const WORDS: ReadonlySet<string> = new Set(['label', 'one', 'add', 'hint', 'title', 'note'])

/** Names that a value of a rule file reads: ids by themselves and in formulas, in texts only those in braces; `fee x` for `fee("x")`. */
function* namesIn(value: unknown, key = ''): Generator<string> {
  if (typeof value === 'string') {
    if (key === 'source' || key === 'why') return
    for (const [, word = '', name = ''] of value.matchAll(/\b(fee|verdict|duty|document)\s*\(\s*["']([\w.]+)["']/g))
      yield `${word === 'duty' ? 'verdict' : word} ${name}`
    if (key === 'document') yield `document ${value}`
    yield* wordsIn(value)
  } else if (isText(value)) {
    for (const text of [value, ...(value.since ?? []), ...(value.cases ?? [])])
      for (const said of [text.nl, text.en]) for (const [, inside = ''] of said.matchAll(/\{([^{}]*)\}/g)) yield* wordsIn(inside)
    for (const { when } of value.cases ?? []) yield* namesIn(when)
  } else if (Array.isArray(value)) for (const item of value) yield* namesIn(item, key)
  else if (isRecord(value)) for (const [name, item] of Object.entries(value)) yield* namesIn(item, name)
}

const wordsIn = (text: string): readonly string[] => text.match(/[A-Za-z]\w*(?:\.[A-Za-z]\w*)*/g) ?? []
