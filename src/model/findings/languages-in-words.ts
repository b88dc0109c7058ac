/** The languages of every text, as messages call them. */
export const LANGUAGES: ReadonlyMap<string, string> = new Map([
  ['nl', 'Dutch'],
  ['en', 'English'],
])
