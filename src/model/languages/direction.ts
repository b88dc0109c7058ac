/** Right-to-left scripts that are in Unicode and in use today (ISO 15924). */
const FROM_THE_RIGHT: ReadonlySet<unknown> = new Set(['Adlm', 'Arab', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa', 'Yezi'])

/** Writing direction of a language, by the script in its tag or its usual script according to Intl. */
export function directionOf(tag: string): 'ltr' | 'rtl' {
  return FROM_THE_RIGHT.has(new Intl.Locale(tag).maximize().script) ? 'rtl' : 'ltr'
}
