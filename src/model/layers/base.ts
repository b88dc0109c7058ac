/** Id of the national rules without any town: a variant in itself, for towns without rules of their own. */
export const BASE = 'base'
