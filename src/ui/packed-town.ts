import type { Packed } from '../model/packed/packed.ts'
import { type Unpacked, unpackVariant } from '../model/packed/unpack.ts'
import type { TownEntry } from './site.ts'

/** A town as the build wrote it: its rules with the Dutch words in one file, the English words in another. */
export interface PackedTown extends Omit<TownEntry, 'load'> {
  rules(): Promise<{ readonly packed: Packed }>
  english(): Promise<{ readonly words: readonly string[] }>
}

/** A town whose rules are fetched when they are wanted, and its English words when somebody reads English. What could not be fetched is tried again. */
export function townOf({ rules, english, ...town }: PackedTown): TownEntry {
  let here: Unpacked | null = null
  let isEnglish = false
  const unpacked = async (): Promise<Unpacked> => {
    const { packed } = await rules()
    // two may have asked at once: the first to come is the one
    here ??= unpackVariant(packed)
    return here
  }
  return {
    ...town,
    async load(lang) {
      const [{ variant, addEnglish }, added] = await Promise.all([here ?? unpacked(), lang === 'en' && !isEnglish ? english() : null])
      if (added) addEnglish(added.words)
      isEnglish ||= added !== null
      return { variant }
    },
  }
}
