/** The names of the languages of every text, in messages. */
export const LANGUAGES: ReadonlyMap<string, string> = new Map([
  ['nl', 'Dutch'],
  ['en', 'English'],
])
