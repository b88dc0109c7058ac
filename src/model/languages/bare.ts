/** A text without the markers of passages (`passages.ts`), for where no element can carry a `lang` attribute. */
export const bare = (text: string): string => text.replace(/[\uFDD0-\uFDD3]/g, '')
