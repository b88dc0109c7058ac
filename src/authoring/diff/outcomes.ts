import type { Assessment } from '../../engine/assessment.ts'
import { formatCents, formatDate } from '../../engine/forms/format.ts'
import type { TermState } from '../../engine/states.ts'
import { daysBetween } from '../../feel/count-days.ts'
import type { Lang } from '../../model/lang.ts'
import type { Text } from '../../model/schema/common.ts'
import type { Variant } from '../../model/variant.ts'
import { VALUE_WORDS } from './values.ts'
import { DIFF_WORDS } from './vocabulary.ts'
import { timesInWords } from './words.ts'

export interface OutcomeChange {
  what: 'stop' | 'verdict' | 'fee' | 'feeTotal' | 'feeYearly' | 'hours' | 'term' | 'opening' | 'check' | 'question' | 'document'
  /** `alcohol`, `alcohol.new`, `inside/fri/all`, `w4b@p1`. */
  id: string
  name: string
  /** null: this side has none. */
  a: string | null
  b: string | null
}

/** How the outcomes of the same answers under two variants differ, in words. `counted`: the terms of both sides, when these are on different days or of many
 * businesses. Terms are then compared by length: the day a term ends shifts with the day it begins, and the opening with it. */
export function diffOutcomes(
  a: Assessment,
  b: Assessment,
  variants: { readonly a: Variant; readonly b: Variant },
  counted?: { readonly a: readonly TermState[]; readonly b: readonly TermState[] },
): OutcomeChange[] {
  const { lang } = a
  const found: OutcomeChange[] = []
  const compare = (what: OutcomeChange['what'], left: Sayings, right: Sayings): void => {
    for (const id of new Set([...left.keys(), ...right.keys()])) {
      const [one, two] = [left.get(id), right.get(id)]
      if (one?.text !== two?.text) found.push({ what, id, name: (one ?? two)?.name ?? id, a: one?.text ?? null, b: two?.text ?? null })
    }
  }
  for (const [what, said] of SAYINGS) {
    if (counted && what === 'opening') continue
    if (counted && what === 'term') compare(what, lengths(counted.a, variants.a, lang), lengths(counted.b, variants.b, lang))
    else compare(what, said(a, variants.a, lang), said(b, variants.b, lang))
  }
  return found
}

/** Terms by their length, with a possible extension. */
const lengths = (terms: readonly TermState[], variant: Variant, lang: Lang): Sayings =>
  new Map(
    terms.map(({ licence, basis, from, counted, extended }) => [
      `${licence}: ${basis}`,
      {
        name: nameIn(variant.licences, licence, lang),
        text: DIFF_WORDS[lang].length(daysBetween(from, counted) ?? 0, extended !== null),
      },
    ]),
  )

type Sayings = ReadonlyMap<string, { readonly name: string; readonly text: string }>
type Say = (result: Assessment, variant: Variant, lang: Lang) => Sayings

/** In reporting order. */
const SAYINGS: readonly (readonly [OutcomeChange['what'], Say])[] = [
  ['stop', ({ stop }, _, lang) => one(DIFF_WORDS[lang].outcome.stop, stop?.text ?? null)],
  [
    'verdict',
    (result, variant, lang) =>
      new Map(
        [...result.licences, ...result.extras.map((extra) => ({ ...extra, via: null, duty: 'none' as const, unverified: false }))].map(
          (item) => [
            item.id,
            {
              name: nameIn([...variant.licences, ...variant.extras], item.id, lang),
              text: [
                word(item.verdict, lang),
                item.verdict === 'needed' && item.duty !== 'none' ? word(item.duty, lang) : '',
                item.via ? `${DIFF_WORDS[lang].properties.via} ${nameIn(variant.licences, item.via, lang)}` : '',
              ]
                .filter(Boolean)
                .join(', '),
            },
          ],
        ),
      ),
  ],
  [
    'fee',
    ({ fees }, _, lang) =>
      new Map(
        fees.lines.map((line) => {
          const { unverified, stale, unknown } = DIFF_WORDS[lang]
          const marks = [line.stale ? stale : '', line.unverified ? unverified : ''].filter(Boolean)
          const amount = line.cents === null ? unknown : formatCents(line.cents, lang)
          return [line.id, { name: line.label, text: [amount, ...marks].join(', ') }]
        }),
      ),
  ],
  [
    'feeTotal',
    ({ fees }, _, lang) =>
      one(
        DIFF_WORDS[lang].outcome.feeTotal,
        fees.totalCents === null
          ? `${formatCents(fees.knownCents, lang)} + ${DIFF_WORDS[lang].unknown}`
          : formatCents(fees.totalCents, lang),
      ),
  ],
  ['feeYearly', ({ fees }, _, lang) => one(DIFF_WORDS[lang].outcome.feeYearly, formatCents(fees.yearlyCents, lang))],
  [
    'hours',
    ({ hours, eventHours }, _, lang) =>
      new Map([
        ...hours.map(({ place, night, season, verdict, allowed }): [string, { name: string; text: string }] => [
          `${place}/${night}/${season}`,
          {
            name: `${word(place, lang)}, ${word(night, lang)}${season === 'all' ? '' : `, ${word(season, lang)}`}`,
            text: `${verdict === 'unknown' ? DIFF_WORDS[lang].unknown : word(verdict, lang)}${allowed ? ` (${timesInWords(allowed.open, allowed.close, lang)})` : ''}`,
          },
        ]),
        ...eventHours.map(({ id, name, place, from, until, allowed }): [string, { name: string; text: string }] => [
          `event/${id}`,
          {
            name: `${name}, ${word(place, lang)}`,
            text: `${formatDate(from, lang)} – ${formatDate(until, lang)}: ${timesInWords(allowed.open, allowed.close, lang)}`,
          },
        ]),
      ]),
  ],
  [
    'term',
    ({ terms }, variant, lang) =>
      new Map(
        terms.map(({ licence, until, basis }) => [
          `${licence}: ${basis}`,
          { name: nameIn(variant.licences, licence, lang), text: formatDate(until, lang) },
        ]),
      ),
  ],
  [
    'opening',
    ({ earliestOpening }, _, lang) => one(DIFF_WORDS[lang].outcome.opening, earliestOpening && formatDate(earliestOpening, lang)),
  ],
  [
    'check',
    ({ checks }, _, lang) =>
      new Map(checks.map(({ id, row, severity, message }) => [row ? `${id}@${row}` : id, { name: message, text: word(severity, lang) }])),
  ],
  [
    'question',
    ({ questions }, variant, lang) =>
      new Map(
        [...questions.asked, ...questions.open].map((key) => {
          const [fact = '', of] = key.split('@')
          // completing a list is asked too: `rooms`, or `p1/loans`
          const list = fact.split('/').at(-1) ?? fact
          const row = of ?? (list === fact ? undefined : fact.slice(0, -list.length - 1))
          const item = variant.questions.find(({ id }) => id === fact) ?? variant.collections.find(({ id }) => id === list)
          const label = item?.label[lang] ?? fact
          return [key, { name: row ? `${label} (${row})` : label, text: word('asked', lang) }]
        }),
      ),
  ],
  [
    'document',
    ({ documents }, _, lang) =>
      new Map(documents.map(({ id, row, name }) => [row ? `${id}@${row}` : id, { name, text: word('wanted', lang) }])),
  ],
]

const one = (name: string, text: string | null): Sayings => new Map(text === null ? [] : [['', { name, text }]])
const word = (value: string, lang: Lang): string => VALUE_WORDS[lang][value] ?? value
const nameIn = (items: readonly { id: string; name: Text }[], id: string, lang: Lang): string =>
  items.find((item) => item.id === id)?.name[lang] ?? id
