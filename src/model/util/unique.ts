/** Each item once. The same list where that is plain: most lists hold none, or one. */
export const unique = <T>(items: readonly T[]): readonly T[] => (items.length < 2 ? items : [...new Set(items)])
