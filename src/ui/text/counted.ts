/** A number with its noun: `1 vak`, `2 vakken`. */
export const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`
