import type { Lang } from '../../../../model/lang.ts'
import { bare } from '../../../../model/languages/bare.ts'
import type { ResolvedQuestion, Variant } from '../../../../model/variant.ts'

export type Term = Variant['glossary'][number]

/** Glossary terms that occur in a text as whole words, in the order of the text; where two overlap, the longer one. */
export function termsIn(glossary: readonly Term[], text: string, lang: Lang): readonly Term[] {
  const taken: { readonly at: number; readonly end: number; readonly term: Term }[] = []
  const ways = glossary
    .flatMap((term) => [bare(term.term[lang]), ...(term.also ?? [])].map((way) => ({ term, way })))
    .sort((a, b) => b.way.length - a.way.length)
  for (const { term, way } of ways) {
    const at = placeOfWord(text, way)
    if (at === null || taken.some((each) => at < each.end && each.at < at + way.length)) continue
    taken.push({ at, end: at + way.length, term })
  }
  return [...new Set(taken.sort((a, b) => a.at - b.at).map(({ term }) => term))]
}

/** Terms in the texts of a question: its label, hint, options and reason. */
export function termsOf({ glossary }: Pick<Variant, 'glossary'>, question: ResolvedQuestion, lang: Lang): readonly Term[] {
  const said = [question.label, question.hint, question.why, ...(question.options?.map(({ label }) => label) ?? [])]
  return termsIn(glossary, bare(said.map((text) => text?.[lang] ?? '').join(' \n ')), lang)
}

/** The terms that each question of a page explains, by field key; a term that several use is explained at the first only. */
export function termsOnPage(
  variant: Pick<Variant, 'glossary'>,
  fields: readonly { readonly key: string; readonly question: ResolvedQuestion }[],
  lang: Lang,
): ReadonlyMap<string, readonly Term[]> {
  const explained = new Set<Term>()
  return new Map(
    fields.map(({ key, question }) => {
      const own = termsOf(variant, question, lang).filter((term) => !explained.has(term))
      for (const term of own) explained.add(term)
      return [key, own]
    }),
  )
}

const patterns = new Map<string, RegExp>()

/** Index of a word in a text, matched as a whole word and ignoring case; null: not found. */
function placeOfWord(text: string, word: string): number | null {
  let pattern = patterns.get(word)
  if (!pattern) {
    pattern = new RegExp(`(?<![\\p{L}\\p{N}])${word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\p{N}])`, 'iu')
    patterns.set(word, pattern)
  }
  const found = pattern.exec(text)
  return found ? found.index : null
}
