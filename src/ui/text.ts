import { type Lang, wordsIn } from '../model/lang.ts'
import type { EN } from './text/en.ts'
import { NL } from './text/nl.ts'

/** Texts of the site itself; what belongs to a rule set comes from rules/. */
export type Words = typeof NL | typeof EN

/** Dutch comes with the site; the other language is fetched when somebody asks for it, and while nothing else is done. */
const texts: { nl: Words; en: Words | null } = { nl: NL, en: null }

/** The texts in this language; Dutch while they are not there. */
export const textIn = (lang: Lang): Words => wordsIn({ name: 'pages', nl: texts.nl, en: texts.en ?? NL }, lang)
export const isLoaded = (lang: Lang): boolean => texts[lang] !== null

/** Fetches the texts; rejects when they cannot be fetched. */
export async function loadText(lang: Lang): Promise<void> {
  if (lang === 'en') texts.en ??= (await import('./text/en.ts')).EN
}
