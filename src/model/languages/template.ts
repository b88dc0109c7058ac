/** A text with what it is about: `{count} Antworten`. By case it is a map of one placeholder: `{ count: { one: …, other: … } }`. */
export type Template = string | { readonly [placeholder: string]: { readonly [theCase: string]: Template } }

/** What stands in place of something that is not there. */
const NONE = 'none'
/** All cases that have no text of their own. */
export const OTHER = 'other'

/** The text for these values. A number takes the text of that very number, else the one of its plural form in this language; yes and no are `true` and
 * `false`; what is not there is `none`. */
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
