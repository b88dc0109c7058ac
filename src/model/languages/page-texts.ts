import texts from './page-texts.json' with { type: 'json' }
import type { Template } from './template.ts'

/** A text of the program as a language of files may give it. */
export interface PageText {
  /** As a file of a language would write it; where the program decides more than that can say, the code itself between ${ and }. */
  readonly nl: Template
  readonly en: Template
  /** What is put into it, in the order in which the program gives it. */
  readonly with?: readonly string[]
  /** Texts of a list: so many in Dutch. */
  readonly list?: number
  /** Put together by the program: it stays English. */
  readonly fixed?: true
}
export interface PageTexts {
  readonly [key: string]: PageText | PageTexts
}

/** All texts of the program, by the names under which a language of files gives them. Written by `scripts/docs/write-page-texts.ts`. */
export const PAGE_TEXTS: PageTexts = texts as unknown as PageTexts

/** No group has texts of these names. */
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
