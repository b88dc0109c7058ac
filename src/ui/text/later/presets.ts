/** Texts of rows that are added with one press, fetched with the pages of a draft. */
export const PRESETS = {
  name: 'presets',
  nl: {
    added: (name: string) => `Toegevoegd: ${name}.`,
    /** Heading above who is known to take part and was not entered yet. */
    awaited: 'Wie moet er nog bij?',
    fillIn: 'Invullen',
    isThis: (name: string) => `Dat is ${name}`,
  },
  en: {
    added: (name: string) => `Added: ${name}.`,
    awaited: 'Who is still to be added?',
    fillIn: 'Fill in',
    isThis: (name: string) => `That is ${name}`,
  },
}
