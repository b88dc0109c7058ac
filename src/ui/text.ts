import { type Lang, wordsIn } from '../model/lang.ts'
import type { EN } from './text/en.ts'
import { NL } from './text/nl.ts'

/** Texts of the site itself; what belongs to a rule set comes from rules/. */
export type Words = typeof NL | typeof EN

/** Dutch ships with the page; English is fetched on request, or ahead of it soon after the start. */
const texts: { nl: Words; en: Words | null } = { nl: NL, en: null }

/** The texts in this language; Dutch until they are loaded. */
export const textIn = (lang: Lang): Words => wordsIn({ name: 'pages', nl: texts.nl, en: texts.en ?? NL }, lang)
export const isLoaded = (lang: Lang): boolean => texts[lang] !== null

/** Fetches the texts; rejects on failure. */
export async function loadText(lang: Lang): Promise<void> {
  if (lang === 'en') texts.en ??= (await import('./text/en.ts')).EN
}
