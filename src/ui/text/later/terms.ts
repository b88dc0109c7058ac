/** Texts of words that are explained on tap, fetched with the pages of a draft. */
export const TERMS = {
  name: 'terms',
  nl: { what: (term: string) => `Uitleg: ${term}` },
  en: { what: (term: string) => `Explained: ${term}` },
}
