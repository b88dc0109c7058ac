/** Minimum number of characters in the password of a copy: a shorter one can be guessed. */
export const SHORTEST_PASSWORD = 12
