import type { TranslatedRule } from './languages/rule-words.ts'
import type { Packed } from './packed/packed.ts'
import type { Variant } from './variant.ts'

/** Languages of the texts. On the pages a language of files may stand in the place of English: see `AddedLanguage`. */
export type Lang = 'nl' | 'en'

/** The rules of what all towns share, where a town is a difference from it, and those of the town. */
export type FetchesRules = () => Promise<
  readonly [
    shared: { readonly packed: Packed | null },
    own: {
      readonly packed: Packed
      readonly languages?: Readonly<Record<string, readonly (string | 0)[]>>
      readonly bothLanguages?: Readonly<Record<string, readonly TranslatedRule[]>>
    },
  ]
>
/** Their English words. */
export type FetchesWords = () => Promise<readonly { readonly words: readonly string[] }[]>

/** Texts of the program in both languages, under the name by which the files of an added language call them. */
export interface Texts<N, E> {
  readonly name: string
  readonly nl: N
  readonly en: E
}

/** A language that is added by files alone. The page speaks it in the place of English, and what its files have no words for stays English, marked
 * as such (`docs/adr/0041-a-language-is-files.md`). */
export interface AddedLanguage {
  /** As in `languages/de/`: a tag of BCP 47, for addresses, `lang` and Intl. */
  readonly tag: string
  /** Which way it is written. */
  readonly dir: 'ltr' | 'rtl'
  /** What its speakers call it. */
  readonly name: string
  /** Texts of the program in this language. */
  words<N, E>(texts: Texts<N, E>): N | E
  /** The rules of a town in this language, made once. `rules`, `english`: what its files hold. */
  variant(rules: FetchesRules, english: FetchesWords): Promise<Variant>
}

/** A page speaks one language at a time, so this is of the page. On the command line and in workers it is never set. */
let spoken: AddedLanguage | null = null

/** The language that stands in the place of English from now on; null: English itself. */
export function speak(language: AddedLanguage | null): void {
  spoken = language
}

export const addedLanguage = (): AddedLanguage | null => spoken

/** Does work in English proper: what goes on paper is never in an added language. */
export function inPlainEnglish<T>(work: () => T): T {
  const before = spoken
  spoken = null
  try {
    return work()
  } finally {
    spoken = before
  }
}

/** Texts of the program in this language. */
export const wordsIn = <N, E>(texts: Texts<N, E>, lang: Lang): N | E => (lang === 'en' && spoken ? spoken.words(texts) : texts[lang])

/** For Intl, and for `lang` of the page. */
export const localeOf = (lang: Lang): string => (lang === 'nl' ? 'nl-NL' : (spoken?.tag ?? 'en-GB'))

/** A name within a sentence. An added language keeps its capitals: German writes nouns with one. */
export const withinSentence = (text: string, lang: Lang): string => (lang === 'en' && spoken ? text : text.toLocaleLowerCase(lang))
