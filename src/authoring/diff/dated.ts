import { heldOn } from './held-on.ts'
import { type Comparing, type Difference, type Said, type Side, writtenAt } from './side.ts'
import { amountInWords, unknownWord, valueInWords } from './words.ts'

interface Entry {
  readonly from?: string
  readonly until?: string
  readonly source?: string
  readonly unverified?: boolean
  readonly amount?: unknown
  readonly value?: unknown
}

/** A fee or town value on the day of each side: another figure, one that has become stale, or one that nobody knows. */
export function diffDated(
  comparing: Comparing,
  at: Pick<Difference, 'section' | 'item' | 'name'>,
  a: object,
  b: object,
  property: 'amounts' | 'values',
): void {
  const [left, right] = [sayOn(comparing, comparing.a, a, property), sayOn(comparing, comparing.b, b, property)]
  const alike =
    left.text === right.text &&
    left.unverified === right.unverified &&
    left.stale === right.stale &&
    String(left.value) === String(right.value)
  if (!alike) comparing.found.push({ ...at, kind: 'changed', property, a: left, b: right })
}

function sayOn({ lang }: Comparing, side: Side, item: object, property: 'amounts' | 'values'): Said {
  const entries = ((item as Record<string, unknown>)[property] ?? []) as readonly Entry[]
  const { entry, stale } = heldOn(entries, side.date)
  const origin = entry ? writtenAt(side, entry, property === 'amounts' ? 'amount' : 'value') : writtenAt(side, item, property)
  const value = entry?.amount ?? entry?.value ?? null
  const type = (item as { type?: string; unit?: string }).type ?? 'amount'
  const text =
    value === null
      ? unknownWord(lang)
      : property === 'amounts'
        ? amountInWords(value, lang)
        : valueInWords(value, type, (item as { unit?: string }).unit ?? null, lang)
  return { text, value, source: entry?.source ?? null, unverified: entry?.unverified === true, stale, ...origin }
}
