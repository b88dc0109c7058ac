import type { Language } from './check-languages.ts'
import type { CompiledWords } from './page-words.ts'
import type { TranslatedRule } from './rule-words.ts'

/** A language as the browser fetches it. Plain JSON. */
export interface LanguageChunk {
  readonly pages: { readonly [group: string]: CompiledWords }
  /** Texts for those of the packed base, in their order; 0: none. Their Dutch words are there already. */
  readonly base: readonly (string | 0)[]
  /** Texts of towns that the base has not. */
  readonly towns: readonly TranslatedRule[]
}

/** @param base the words of the packed base, in their order */
export function languageChunk(
  { pages, rules }: Language,
  base: { readonly nl: readonly string[]; readonly en: readonly string[] },
): LanguageChunk {
  const inBase = new Set<string>()
  const plain = new Map<string, TranslatedRule>()
  for (const text of rules.texts) plain.set(keyOf(text), text)
  const texts = base.nl.map((nl, at): string | 0 => {
    const text = plain.get(keyOf({ nl, en: base.en[at] })) ?? plain.get(keyOf({ nl }))
    if (text && text.en === undefined) inBase.add(nl)
    return text?.to ?? 0
  })
  // a town may have the Dutch words of the base with other English ones
  const towns = rules.texts.filter(({ nl, en }) => en !== undefined || !inBase.has(nl))
  return { pages: pages.words, base: texts, towns }
}

const keyOf = ({ nl, en }: { readonly nl: string; readonly en?: string | undefined }): string => JSON.stringify([nl, en])
