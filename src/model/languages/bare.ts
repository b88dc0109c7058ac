/** A text without the marks of passages (`passages.ts`), for where no element can say which language they are in. */
export const bare = (text: string): string => text.replace(/[\uFDD0-\uFDD3]/g, '')
