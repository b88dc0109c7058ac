const LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

/** Eight random characters that cannot be misread: `H1-7KQ4-M9XD`. The alphabet has 32 letters, so that none is likelier than another. */
export function newReference(random: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array): string {
  const letters = [...random(new Uint8Array(8))].map((byte) => LETTERS[byte % LETTERS.length] ?? '').join('')
  return `H1-${letters.slice(0, 4)}-${letters.slice(4)}`
}
