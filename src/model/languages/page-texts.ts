import texts from './page-texts.json' with { type: 'json' }
import type { Template } from './template.ts'

/** A text of the program that an added language can translate. */
export interface PageText {
  /** As a language file would write it; logic that a template cannot express is given as code between ${ and }. */
  readonly nl: Template
  readonly en: Template
  /** Names of its placeholders, in the order in which the program passes them. */
  readonly with?: readonly string[]
  /** For a list of texts: how many there are in Dutch. */
  readonly list?: number
  /** Composed by code, so that it cannot be translated and stays English. */
  readonly fixed?: true
}
export interface PageTexts {
  readonly [key: string]: PageText | PageTexts
}

/** All texts of the program, by the keys under which a language file translates them. Written by `scripts/docs/write-page-texts.ts`. */
export const PAGE_TEXTS: PageTexts = texts as unknown as PageTexts

/** No group has keys of these names. */
export const isPageText = (node: PageText | PageTexts): node is PageText => 'nl' in node && 'en' in node

/** Every text with its key, such as `pages.start.title`. */
export function* pageTexts(
  node: PageTexts = PAGE_TEXTS,
  above: readonly string[] = [],
): Generator<{ key: readonly string[]; text: PageText }> {
  for (const [name, below] of Object.entries(node)) {
    const key = [...above, name]
    if (isPageText(below)) yield { key, text: below }
    else yield* pageTexts(below, key)
  }
}
