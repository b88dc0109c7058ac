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
export function languageChunk({ pages, rules }: Language, base: PackedWords): LanguageChunk {
  const inBase = new Set<string>()
  const texts = translations(rules.texts, base).map((text, at): string | 0 => {
    if (text && text.en === undefined) inBase.add(base.nl[at] ?? '')
    return text?.to ?? 0
  })
  // a town may have the Dutch words of the base with other English ones
  const towns = rules.texts.filter(({ nl, en }) => en !== undefined || !inBase.has(nl))
  return { pages: pages.words, base: texts, towns }
}

/** Texts for those of a town beside the page, in their order; 0: none. */
export const ofTownFile = ({ rules }: Language, words: PackedWords): (string | 0)[] =>
  translations(rules.texts, words).map((text) => text?.to ?? 0)

/** Words of something packed, in their order. */
interface PackedWords {
  readonly nl: readonly string[]
  readonly en: readonly string[]
}

function translations(texts: readonly TranslatedRule[], { nl, en }: PackedWords): (TranslatedRule | undefined)[] {
  const known = new Map(texts.map((text) => [keyOf(text), text]))
  return nl.map((dutch, at) => known.get(keyOf({ nl: dutch, en: en[at] })) ?? known.get(keyOf({ nl: dutch })))
}

const keyOf = ({ nl, en }: { readonly nl: string; readonly en?: string | undefined }): string => JSON.stringify([nl, en])
