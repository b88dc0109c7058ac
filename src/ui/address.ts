import type { Lang } from './town.ts'

/** What the address after # says: `#/nl/town/district`. */
export interface Address {
  readonly lang: Lang
  /** Null: none chosen yet. */
  readonly town: string | null
}

export function readAddress(hash: string): Address {
  const [lang, ...town] = hash.replace(/^#\/?/, '').split('/').map(decoded)
  return { lang: lang === 'en' ? 'en' : 'nl', town: town.join('/') || null }
}

export const writeAddress = ({ lang, town }: Address): string =>
  `#/${[lang, ...(town?.split('/') ?? [])].map(encodeURIComponent).join('/')}`

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
