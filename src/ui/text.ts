import { EN } from './text/en.ts'
import { NL } from './text/nl.ts'

export type Lang = 'nl' | 'en'

/** Texts of the site itself; what belongs to a rule set comes from rules/. */
export const TEXT = { nl: NL, en: EN } as const satisfies Record<Lang, unknown>

export type Words = (typeof TEXT)[Lang]
