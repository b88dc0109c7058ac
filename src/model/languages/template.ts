/** A text with placeholders: `{count} Antworten`. By case it is a map of one placeholder: `{ count: { one: …, other: … } }`. */
export type Template = string | { readonly [placeholder: string]: { readonly [theCase: string]: Template } }

/** Case of an absent value. */
const NONE = 'none'
/** The default case. */
export const OTHER = 'other'

/** The text for these values. A number selects the text of that very number, else that of its plural category in this language; yes and no are `true` and
 * `false`; an absent value is `none`. */
export function fillTemplate(template: Template, values: Readonly<Record<string, unknown>>, locale: string): string {
  if (typeof template === 'string')
    return template.replace(PLACEHOLDERS, (whole, name: string) => (name in values ? inText(values[name], locale) : whole))
  const [name = '', cases = {}] = Object.entries(template)[0] ?? []
  const value = values[name]
  const found = casesOf(value, locale).find((each) => Object.hasOwn(cases, each)) ?? OTHER
  return fillTemplate(cases[found] ?? '', values, locale)
}

export const PLACEHOLDERS = /\{([A-Za-z][\w.]*)\}/g

function casesOf(value: unknown, locale: string): string[] {
  if (value === null || value === undefined || value === '') return [NONE]
  const count = Array.isArray(value) ? value.length : value
  return typeof count === 'number' ? [String(count), new Intl.PluralRules(locale).select(count)] : [String(count)]
}

function inText(value: unknown, locale: string): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return new Intl.NumberFormat(locale, { useGrouping: false }).format(value)
  if (Array.isArray(value)) return new Intl.ListFormat(locale).format(value.map((each) => inText(each, locale)))
  return String(value)
}
