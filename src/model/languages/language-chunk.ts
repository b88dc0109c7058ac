import type { Language } from './check-languages.ts'
import type { CompiledWords } from './page-words.ts'
import type { TranslatedRule } from './rule-words.ts'

/** A language as the browser fetches it. Plain JSON. */
export interface LanguageChunk {
  readonly pages: { readonly [group: string]: CompiledWords }
  /** Translations of the texts of the packed base, in their order; 0: none. Their Dutch is in the base already. */
  readonly base: readonly (string | 0)[]
  /** Translations of texts that only towns have. */
  readonly towns: readonly TranslatedRule[]
}

/** @param base the texts of the packed base, in their order */
export function languageChunk({ pages, rules }: Language, base: PackedWords): LanguageChunk {
  const inBase = new Set<string>()
  const texts = translations(rules.texts, base).map((text, at): string | 0 => {
    if (text && text.en === undefined) inBase.add(base.nl[at] ?? '')
    return text?.to ?? 0
  })
  // a town may combine a Dutch text of the base with another English one
  const towns = rules.texts.filter(({ nl, en }) => en !== undefined || !inBase.has(nl))
  return { pages: pages.words, base: texts, towns }
}

/** Translations of the texts of a town beside the page, in their order; 0: none. */
export const ofTownFile = ({ rules }: Language, words: PackedWords): (string | 0)[] =>
  translations(rules.texts, words).map((text) => text?.to ?? 0)

/** A text that a town's rules hold in both languages, with its translation. */
interface BothTranslated {
  readonly nl: string
  readonly en: string
  readonly to: string
}

/** Translations of a town's texts that apply for a time or in a case: its rules hold these in both languages, separate from its packed texts.
 * @param base what the site has translations for already */
export function ofBothLanguages({ rules }: Language, variant: object, base: object): BothTranslated[] {
  const known = textsOfCases(base)
  const own = [...textsOfCases(variant)].flatMap(([key, text]) => (known.has(key) ? [] : [text]))
  const words = { nl: own.map(({ nl }) => nl), en: own.map(({ en }) => en) }
  return translations(rules.texts, words).flatMap((text, at) => {
    const said = own[at]
    return text && said ? [{ ...said, to: text.to }] : []
  })
}

/** Texts with more properties, such as a day or a condition, and the texts inside them. */
function textsOfCases(variant: object): ReadonlyMap<string, Omit<BothTranslated, 'to'>> {
  const found = new Map<string, Omit<BothTranslated, 'to'>>()
  const look = (value: unknown, isInside: boolean): void => {
    if (typeof value !== 'object' || value === null || 'expr' in value) return
    const text =
      'nl' in value && 'en' in value && typeof value.nl === 'string' && typeof value.en === 'string' ? { nl: value.nl, en: value.en } : null
    const isCase = isInside || (text !== null && Object.keys(value).length > 2)
    if (text !== null && isCase) found.set(keyOf(text), text)
    for (const inner of Array.isArray(value) ? value : Object.values(value)) look(inner, isCase)
  }
  look(variant, false)
  return found
}

/** Texts of something packed, in their order. */
interface PackedWords {
  readonly nl: readonly string[]
  readonly en: readonly string[]
}

function translations(texts: readonly TranslatedRule[], { nl, en }: PackedWords): (TranslatedRule | undefined)[] {
  const known = new Map(texts.map((text) => [keyOf(text), text]))
  return nl.map((dutch, at) => known.get(keyOf({ nl: dutch, en: en[at] })) ?? known.get(keyOf({ nl: dutch })))
}

const keyOf = ({ nl, en }: { readonly nl: string; readonly en?: string | undefined }): string => JSON.stringify([nl, en])
