/** A sign that says that the next letter joins this one into one (the virama of Indic scripts). */
const VIRAMA = '[\\u094D\\u09CD\\u0A4D\\u0ACD\\u0B4D\\u0BCD\\u0C4D\\u0CCD\\u0D4D\\u0DCA\\u1039\\u17D2]'
const CLUSTER = new RegExp(`.(?:[\\p{M}\\p{Emoji_Modifier}\\u200c]|\\u200d.?|(?<=${VIRAMA}\\u200d?)\\p{L})*`, 'gsu')

/** A text in pieces that are never parted: a letter with all that stands on it. Not by the tables of the machine, which differ: the same text must break alike everywhere. */
export const clustersOf = (text: string): string[] => text.match(CLUSTER) ?? []
