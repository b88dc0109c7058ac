import { formatCents, formatClock, formatDate, formatNumber } from '../../engine/forms/format.ts'
import { isDay } from '../../feel/day.ts'
import type { Catalogue, ListName } from '../../model/catalogue.ts'
import type { Lang } from '../../model/lang.ts'
import { tableIn } from '../../model/resolve/table.ts'
import type { Text } from '../../model/schema/common.ts'
import { isRecord, propertyOf } from '../../model/util/record.ts'
import { entriesOf, heldOn } from './held-on.ts'
import { VALUE_WORDS } from './values.ts'
import { DIFF_WORDS } from './vocabulary.ts'

export const isText = (value: unknown): value is Text =>
  typeof value === 'object' && value !== null && 'nl' in value && 'en' in value && Object.keys(value).every((key) => OF_TEXT.has(key))
const OF_TEXT: ReadonlySet<string> = new Set(['nl', 'en', 'since', 'cases'])

export const unknownWord = (lang: Lang): string => DIFF_WORDS[lang].unknown

/** Readable name of an item: its own text, else that of the thing it belongs to, else its id. */
export function nameOf(item: object, catalogue: Catalogue, list: ListName, lang: Lang): string {
  const read = (property: string): unknown => propertyOf(item, property)
  const id = String(read('id') ?? read('nr') ?? read('kind') ?? '')
  if (list === 'channels') return nameIn(catalogue.licences, id, lang)
  if (list === 'statuses') return nameIn(catalogue.forms, id, lang)
  const own = ['label', 'name', 'title', 'message', 'because', 'text', 'basis'].map(read).find(isText)
  const said = own?.[lang] ?? VALUE_WORDS[lang][id] ?? id
  const nr = read('nr')
  return typeof nr === 'string' ? `${nr} ${said}` : said
}

/** Summary of an item that only one side has. */
export function summaryOf(item: object, catalogue: Catalogue, list: ListName, lang: Lang, date: string): string {
  const words = DIFF_WORDS[lang]
  const parts: string[] = []
  const tell = (property: string): void => {
    const value = propertyOf(item, property)
    if (value !== undefined) parts.push(`${propertyInWords(property, lang)}: ${inWords(property, value, catalogue, lang)}`)
  }
  if (list === 'fees' || list === 'parameters') {
    const held = heldOn(entriesOf(item, list === 'fees' ? 'amounts' : 'values'), date).entry
    const value = held?.amount ?? held?.value ?? null
    parts.push(
      value === null
        ? words.unknown
        : list === 'fees'
          ? amountInWords(value, lang)
          : valueInWords(value, String(propertyOf(item, 'type')), null, lang),
    )
  }
  for (const property of ['type', 'options', 'verdict', 'duty', 'via', 'severity', 'kind', 'licence', 'licences', 'address', 'when'])
    tell(property)
  return parts.join('; ')
}

export const sectionInWords = (section: string, lang: Lang): string => {
  const words: Readonly<Record<string, string>> = DIFF_WORDS[lang].sections
  return words[section] ?? section
}

export const propertyInWords = (property: string, lang: Lang): string => DIFF_WORDS[lang].properties[property] ?? property

/** Any value of a rule file as a reader of this language would say it. FEEL is kept as written. */
export function inWords(property: string, value: unknown, catalogue: Catalogue, lang: Lang): string {
  if (value === undefined || value === null) return DIFF_WORDS[lang].nothing
  if (isText(value)) return textInWords(value, lang)
  if (typeof value === 'boolean') return DIFF_WORDS[lang][value ? 'yes' : 'no']
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') {
    if (['licence', 'licences', 'via'].includes(property)) return nameIn([...catalogue.licences, ...catalogue.extras], value, lang)
    if (isDay(value)) return formatDate(value, lang)
    return VALUE_WORDS[lang][value] ?? value
  }
  if (Array.isArray(value)) return value.map((item) => inWords(property, item, catalogue, lang)).join(', ') || DIFF_WORDS[lang].nothing
  if (!isRecord(value)) return String(value)
  if ('label' in value && 'id' in value) return inWords('label', value.label, catalogue, lang)
  return Object.entries(value)
    .map(([key, one]) => `${propertyInWords(key, lang)} ${inWords(key, one, catalogue, lang)}`)
    .join('; ')
}

/** A text with its wordings for a day and for some applications. */
function textInWords(text: Text, lang: Lang): string {
  const { from: fromWord, when: whenWord } = DIFF_WORDS[lang].properties
  const later = (text.since ?? []).map((line) => `${fromWord} ${formatDate(line.from, lang)}: ${line[lang]}`)
  const inCase = (text.cases ?? []).map((line) => `${whenWord} ${line.when}: ${line[lang]}`)
  return [text[lang], ...later, ...inCase].join('; ')
}

/** `€ 1.882,10`; a formula as written, a table line by line. */
export function amountInWords(amount: unknown, lang: Lang): string {
  const table = tableIn(amount)
  if (table) {
    const { when } = DIFF_WORDS[lang].properties
    return table.lines.map((line) => ('when' in line ? `${when} ${line.when}: ${line.value}` : String(line.value))).join('; ')
  }
  const text = String(amount)
  return /^\d+(\.\d+)?$/.test(text) ? formatCents(Math.round(Number(text) * 100), lang) : text
}

export function valueInWords(value: unknown, type: string, unit: string | null, lang: Lang): string {
  if (typeof value === 'boolean') return DIFF_WORDS[lang][value ? 'yes' : 'no']
  if (type === 'amount') return amountInWords(value, lang)
  if (type === 'time') return formatClock(String(value), lang)
  if (type === 'date') return formatDate(String(value), lang)
  if (typeof value === 'number') return formatNumber(value, lang, unit)
  return VALUE_WORDS[lang][String(value)] ?? String(value)
}

/** `binnen, vr za`, with its condition. */
export function windowInWords(
  window: {
    readonly place: string
    readonly nights: readonly string[]
    readonly season: string
    readonly when?: unknown
    readonly event?: Text | undefined
  },
  lang: Lang,
): string {
  const words = VALUE_WORDS[lang]
  const nights = window.nights.length === 7 ? DIFF_WORDS[lang].everyNight : window.nights.map((night) => words[night] ?? night).join(' ')
  const season = window.season === 'all' ? '' : `, ${words[window.season] ?? window.season}`
  const when = window.when === undefined ? '' : ` (${DIFF_WORDS[lang].properties.when} ${String(window.when)})`
  const event = window.event ? `${window.event[lang]}: ` : ''
  return `${event}${words[window.place] ?? window.place}, ${nights}${season}${when}`
}

export function timesInWords(open: string | null, close: string | null, lang: Lang): string {
  const words = DIFF_WORDS[lang]
  return `${open === null ? words.noLimit : formatClock(open, lang)} – ${close === null ? words.noLimit : formatClock(close, lang)}`
}

function nameIn(items: readonly { id: string; name?: Text; title?: Text }[], id: string, lang: Lang): string {
  const item = items.find((item) => item.id === id)
  return (item?.name ?? item?.title)?.[lang] ?? id
}
