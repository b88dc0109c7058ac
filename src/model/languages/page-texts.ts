import texts from './page-texts.json' with { type: 'json' }

/** A text of the program as a language of files may give it. */
export interface PageText {
  readonly nl: string
  readonly en: string
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

/** A group of texts never has a text under `nl`. */
export const isPageText = (node: PageText | PageTexts): node is PageText => typeof node.nl === 'string'

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
