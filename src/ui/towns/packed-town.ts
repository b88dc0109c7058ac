import { addedLanguage } from '../../model/lang.ts'
import type { TranslatedRule } from '../../model/languages/rule-words.ts'
import type { Packed } from '../../model/packed/packed.ts'
import type { TownFile } from '../../model/packed/town-file.ts'
import { type Unpacked, unpackVariant } from '../../model/packed/unpack.ts'
import type { TownEntry } from '../site.ts'

/** A file of rules and Dutch words; null: there is none. */
export interface RulesFile {
  readonly packed: Packed | null
}
export interface WordsFile {
  readonly words: readonly string[]
}

/** The rules of a town. `languages` (only beside the page): its texts in added languages, by tag, in the order of its Dutch words; 0: none. */
export interface OwnRules {
  readonly packed: Packed
  readonly languages?: Readonly<Record<string, readonly (string | 0)[]>>
  /** And of its texts that hold for a time or in a case. */
  readonly bothLanguages?: Readonly<Record<string, readonly TranslatedRule[]>>
}

/** A town as the build wrote it: its rules with the Dutch words in one file, the English words in another. Both are diffs against what all towns share,
 * which comes first. */
export interface PackedTown extends Omit<TownEntry, 'load'> {
  rules(): Promise<readonly [shared: RulesFile, own: OwnRules]>
  english(): Promise<readonly [shared: WordsFile, own: WordsFile]>
}

/** A town that fetches its rules on demand, and its English words when somebody reads English. A failed fetch is retried at the next call. */
export function townOf({ rules, english, ...town }: PackedTown): TownEntry {
  let here: Unpacked | null = null
  let isEnglish = false
  const unpacked = async (): Promise<Unpacked> => {
    const [shared, { packed }] = await rules()
    // concurrent calls may race: the first to arrive wins
    here ??= unpackVariant(packed, shared.packed)
    return here
  }
  return {
    ...town,
    async load(lang, language = addedLanguage()) {
      if (lang === 'en' && language) return { variant: await language.variant(rules, english) }
      const [{ variant, addEnglish }, fetched] = await Promise.all([here ?? unpacked(), lang === 'en' && !isEnglish ? english() : null])
      if (fetched) addEnglish(fetched.flatMap(({ words }) => words))
      isEnglish ||= fetched !== null
      return { variant }
    },
  }
}

/** The towns of a town file: diffs against the rules the site already has. */
export const townsOfFile = (
  { towns }: TownFile,
  shared: { readonly rules: () => Promise<RulesFile>; readonly words: () => Promise<WordsFile> },
): TownEntry[] =>
  towns.map(({ place, packed, words, languages, bothLanguages }) =>
    townOf({
      ...place,
      rules: async () => [await shared.rules(), { packed, ...(languages && { languages }), ...(bothLanguages && { bothLanguages }) }],
      english: async () => [await shared.words(), { words }],
    }),
  )
