/** Of so many towns a list that every browser draws itself is enough; of more a field finds one. */
export const isMany = (towns: readonly unknown[]): boolean => towns.length > 40
