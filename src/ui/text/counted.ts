/** A number with its noun: `1 vak`, `2 vakken`. */
export const counted = (count: number, each: string, many: string): string => `${count} ${count === 1 ? each : many}`
