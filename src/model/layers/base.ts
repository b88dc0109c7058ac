/** Id of the rules of the country without any town: a variant of its own, for a town that has no rules here. */
export const BASE = 'base'
