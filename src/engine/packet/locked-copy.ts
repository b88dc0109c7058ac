/** Letters that the password of a copy has at least: shorter is guessed. */
export const SHORTEST_PASSWORD = 12
