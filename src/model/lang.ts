import type { TranslatedRule } from './languages/rule-words.ts'
import type { Packed } from './packed/packed.ts'
import type { Variant } from './variant.ts'

/** Languages of the texts. On the pages an added language may take the place of English: see `AddedLanguage`. */
export type Lang = 'nl' | 'en'

/** Fetches the rules: what all towns share, where a town is a diff against it, and those of the town. */
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
/** Fetches their English texts. */
export type FetchesWords = () => Promise<readonly { readonly words: readonly string[] }[]>

/** Texts of the program in both languages, with the key under which an added language translates them. */
export interface Texts<N, E> {
  readonly name: string
  readonly nl: N
  readonly en: E
}

/** A language that is added by files alone. It takes the place of English on the page; untranslated texts fall back to English and are marked as such
 * (`docs/adr/0041-a-language-is-files.md`). */
export interface AddedLanguage {
  /** The name of its folder, as in `languages/de/`: a BCP 47 tag, for addresses, `lang` and Intl. */
  readonly tag: string
  /** Writing direction. */
  readonly dir: 'ltr' | 'rtl'
  /** Its name in the language itself. */
  readonly name: string
  /** Texts of the program in this language. */
  words<N, E>(texts: Texts<N, E>): N | E
  /** The rules of a town in this language, memoised. `rules`, `english`: fetch the contents of its files. */
  variant(rules: FetchesRules, english: FetchesWords): Promise<Variant>
}

/** Module state, as a page speaks one language at a time. Never set on the command line and in workers. */
let spoken: AddedLanguage | null = null

/** Sets the language that takes the place of English; null: English itself. */
export function speak(language: AddedLanguage | null): void {
  spoken = language
}

export const addedLanguage = (): AddedLanguage | null => spoken

/** Runs `work` in English proper: paper is never in an added language. */
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

/** Locale for Intl, and for `lang` of the page. */
export const localeOf = (lang: Lang): string => (lang === 'nl' ? 'nl-NL' : (spoken?.tag ?? 'en-GB'))

/** A name in the middle of a sentence, in lower case. An added language keeps its capitals: German capitalises nouns. */
export const withinSentence = (text: string, lang: Lang): string => (lang === 'en' && spoken ? text : text.toLocaleLowerCase(lang))
