import type { Source } from '../files/source.ts'
import type { LanguagePagesFile, LanguageRulesFile } from './file-schema.ts'

/** The files of a language that is added; null: there is none of that kind, or nothing of it can be used. */
export interface LanguageFiles {
  /** `de`, as its folder is called. */
  readonly tag: string
  readonly pages: { readonly source: Source; readonly value: LanguagePagesFile } | null
  readonly rules: { readonly source: Source; readonly value: LanguageRulesFile } | null
}

/** What its speakers call a language: `Deutsch`. null: Intl does not know the tag. */
export function nameOfLanguage(tag: string): string | null {
  try {
    const name = new Intl.DisplayNames([tag], { type: 'language', fallback: 'none' }).of(tag)
    return name === undefined ? null : name.charAt(0).toLocaleUpperCase(tag) + name.slice(1)
  } catch {
    return null
  }
}
