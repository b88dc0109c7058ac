import { randomBytes } from 'node:crypto'

const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

/** Eight random characters that cannot be misread: `H1-7KQ4-M9XD`. */
export function newReference(): string {
  const letters = [...randomBytes(8)].map((byte) => ALPHABET[byte % ALPHABET.length] ?? '').join('')
  return `H1-${letters.slice(0, 4)}-${letters.slice(4)}`
}
