/** A sign that joins the next letter to this one (the virama of Indic scripts). */
const VIRAMA = '[\\u094D\\u09CD\\u0A4D\\u0ACD\\u0B4D\\u0BCD\\u0C4D\\u0CCD\\u0D4D\\u0DCA\\u1039\\u17D2]'
const CLUSTER = new RegExp(`.(?:[\\p{M}\\p{Emoji_Modifier}\\u200c]|\\u200d.?|(?<=${VIRAMA}\\u200d?)\\p{L})*`, 'gsu')

/** A text in grapheme clusters, which are never split: a letter with all its marks. Not by the tables of the machine, which differ: the same text
 * must break alike everywhere. */
export const clustersOf = (text: string): string[] => text.match(CLUSTER) ?? []
