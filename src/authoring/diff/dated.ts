import Big from 'big.js'
import { formatDate, formatNumber } from '../../engine/forms/format.ts'
import { raisedBy } from '../../engine/outcome/fees.ts'
import type { Lang } from '../../model/lang.ts'
import { canonicalJson } from '../../model/util/canonical-json.ts'
import { propertyOf } from '../../model/util/record.ts'
import { type DatedEntry, entriesOf, heldOn } from './held-on.ts'
import { areVersions, type Comparing, type Difference, type Said, type Side, writtenAt } from './side.ts'
import { DIFF_WORDS } from './vocabulary.ts'
import { amountInWords, unknownWord, valueInWords } from './words.ts'

/** A fee or town value on the day of each side: another figure, one that has become stale, or an unknown one. */
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
    canonicalJson(left.value) === canonicalJson(right.value)
  if (!alike) comparing.found.push({ ...at, kind: 'changed', property, a: left, b: right })
  else if (areVersions(comparing) && periodsOf(a, property) !== periodsOf(b, property)) {
    const said = (before: Said, item: object): Said => ({ ...before, text: inPeriods(comparing.lang, item, property) })
    comparing.found.push({ ...at, kind: 'changed', property, a: said(left, a), b: said(right, b) })
  }
}

/** Everything a list of dated values says, except where it was read. */
const periodsOf = (item: object, property: string): string => canonicalJson(entriesOf(item, property).map(({ source: _, ...rest }) => rest))

/** Every value with its days: `€ 412,00 (tot en met 31 december 2026); € 425,00 (vanaf 1 januari 2027)`. */
export function inPeriods(lang: Lang, item: object, property: 'amounts' | 'values'): string {
  const words = DIFF_WORDS[lang]
  const parts = entriesOf(item, property).map((entry) => {
    const days = [
      entry.from === undefined ? '' : words.fromDay(formatDate(entry.from, lang)),
      entry.until === undefined ? '' : words.untilDay(formatDate(entry.until, lang)),
    ].filter(Boolean)
    return `${inWordsOf(entry, item, property, lang)}${days.length > 0 ? ` (${days.join(' ')})` : ''}`
  })
  return parts.join('; ') || unknownWord(lang)
}

function inWordsOf(entry: DatedEntry | undefined, item: object, property: 'amounts' | 'values', lang: Lang): string {
  const value = entry?.amount ?? entry?.value ?? null
  const [type, unit] = [propertyOf(item, 'type'), propertyOf(item, 'unit')]
  return value === null
    ? unknownWord(lang)
    : property === 'amounts'
      ? withRaises(value, entry?.raised ?? [], item, lang)
      : valueInWords(value, String(type ?? 'amount'), typeof unit === 'string' ? unit : null, lang)
}

function sayOn({ lang }: Comparing, side: Side, item: object, property: 'amounts' | 'values'): Said {
  const { entry, stale } = heldOn(entriesOf(item, property), side.date)
  const origin = entry ? writtenAt(side, entry, property === 'amounts' ? 'amount' : 'value') : writtenAt(side, item, property)
  const value = entry?.amount ?? entry?.value ?? null
  return {
    text: inWordsOf(entry, item, property, lang),
    value: entry?.raised ? { value, raised: entry.raised } : value,
    source: entry?.source ?? null,
    unverified: entry?.unverified === true,
    stale,
    ...origin,
  }
}

/** `€ 425,20 (€ 412,00 + 3,2 %)`; of a formula, or a fee that is rounded in its own way, what it is raised by alone. */
function withRaises(amount: unknown, raised: NonNullable<DatedEntry['raised']>, fee: object, lang: 'nl' | 'en'): string {
  const text = raised.reduce(
    (said, { percent }) => `${said} ${percent < 0 ? '−' : '+'} ${formatNumber(Math.abs(percent), lang, '%')}`,
    amountInWords(amount, lang),
  )
  const isRounded = ['round', 'roundTo'].some((property) => propertyOf(fee, property) !== undefined)
  return raised.length > 0 && !isRounded && /^\d+(\.\d+)?$/.test(String(amount))
    ? `${amountInWords(raisedBy(new Big(String(amount)), raised).toNumber(), lang)} (${text})`
    : text
}
