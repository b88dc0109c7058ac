/** Each item once. A list of at most one item, which most are, is returned as it is. */
export const unique = <T>(items: readonly T[]): readonly T[] => (items.length < 2 ? items : [...new Set(items)])
