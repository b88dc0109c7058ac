/** Texts of rows that are added with one press, fetched with the pages of a draft. */
export const PRESETS = {
  name: 'presets',
  nl: { added: (name: string) => `Toegevoegd: ${name}.` },
  en: { added: (name: string) => `Added: ${name}.` },
}
