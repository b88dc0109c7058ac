/** Whether there are too many towns for a native list: then a search field finds one. */
export const isMany = (towns: readonly unknown[]): boolean => towns.length > 40
