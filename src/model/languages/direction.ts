/** Scripts that are written from right to left and that Unicode has letters for in languages of today (ISO 15924). */
const FROM_THE_RIGHT: ReadonlySet<unknown> = new Set(['Adlm', 'Arab', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa', 'Yezi'])

/** Which way a language is written, by the script that its tag names or that Intl knows it to have most often. */
export function directionOf(tag: string): 'ltr' | 'rtl' {
  return FROM_THE_RIGHT.has(new Intl.Locale(tag).maximize().script) ? 'rtl' : 'ltr'
}
