import type { Source } from '../files/source.ts'
import type { LanguagePagesFile, LanguageRulesFile } from './file-schema.ts'

/** The files of an added language; null: there is no such file, or nothing in it is usable. */
export interface LanguageFiles {
  /** `de`, the name of its folder. */
  readonly tag: string
  readonly pages: { readonly source: Source; readonly value: LanguagePagesFile } | null
  readonly rules: { readonly source: Source; readonly value: LanguageRulesFile } | null
}

/** The name of a language in the language itself: `Deutsch`. null: Intl does not know the tag. */
export function nameOfLanguage(tag: string): string | null {
  try {
    const name = new Intl.DisplayNames([tag], { type: 'language', fallback: 'none' }).of(tag)
    return name === undefined ? null : name.charAt(0).toLocaleUpperCase(tag) + name.slice(1)
  } catch {
    return null
  }
}
