import { type AddedLanguage, type FetchesRules, type FetchesWords, inPlainEnglish, type Texts } from '../../model/lang.ts'
import { directionOf } from '../../model/languages/direction.ts'
import type { LanguageChunk } from '../../model/languages/language-chunk.ts'
import type { CompiledText, CompiledWords } from '../../model/languages/page-words.ts'
import { passage } from '../../model/languages/passages.ts'
import { translator } from '../../model/languages/rule-words.ts'
import { fillTemplate } from '../../model/languages/template.ts'
import { unpackVariant } from '../../model/packed/unpack.ts'
import type { Variant } from '../../model/variant.ts'
import { showWith } from '../jsx/shown.ts'
import { inPassages } from './in-passages.ts'

// loaded when somebody reads an added language

/** A language given by files. Missing texts fall back to English, then to Dutch; both are marked, and shown as such. */
export function languageOf(tag: string, name: string, { pages, base: texts, towns: ofTowns }: LanguageChunk): AddedLanguage {
  showWith(inPassages)
  const made = new Map<string, unknown>()
  const towns = new WeakMap<FetchesRules, Promise<Variant>>()
  const unpacked = async (rules: FetchesRules, fetchWords: FetchesWords): Promise<Variant> => {
    const [[shared, { packed, languages = {}, bothLanguages = {} }], words] = await Promise.all([rules(), fetchWords()])
    const { variant, addEnglish, translate } = unpackVariant(packed, shared.packed)
    addEnglish(words.flatMap((each) => each.words))
    const own = translator([...ofTowns, ...(bothLanguages[tag] ?? [])])
    const ofBase = new Map((shared.packed?.nl ?? []).flatMap((nl, at) => (texts[at] ? [[nl, texts[at]] as const] : [])))
    const english = words.at(-1)?.words ?? []
    const ofTown = new Map(
      packed.nl.flatMap((nl, at) => {
        const text = languages[tag]?.[at]
        return text ? [[pair(nl, english[at] ?? nl), text] as const] : []
      }),
    )
    translate((nl, en) => ofTown.get(pair(nl, en)) ?? own(nl, en) ?? ofBase.get(nl) ?? passage(en, en === nl ? 'nl' : 'en'))
    return variant
  }
  return {
    tag,
    dir: directionOf(tag),
    name,
    words<N, E>({ name: group, en }: Texts<N, E>): N | E {
      const known = made.get(group) ?? inLanguage(en, pages[group], tag)
      made.set(group, known)
      // has the keys and shapes of the English texts
      return known as E
    },
    variant(rules, english) {
      const unpacking = towns.get(rules) ?? unpacked(rules, english)
      towns.set(rules, unpacking)
      // a failure is not cached: the next call tries again
      unpacking.catch(() => towns.delete(rules))
      return unpacking
    },
  }
}

function inLanguage(english: unknown, words: CompiledWords | undefined, tag: string): unknown {
  if (typeof english === 'string') return typeof words === 'string' ? words : passage(english, 'en')
  if (Array.isArray(english)) return Array.isArray(words) ? words : english.map((text) => inLanguage(text, undefined, tag))
  if (typeof english === 'function') {
    const text = words as CompiledText | undefined
    if (text === undefined)
      // biome-ignore lint/plugin: as many as the text takes
      return (...given: readonly unknown[]) => saidInEnglish(inPlainEnglish(() => english(...given.map(inPassage))))
    return (...given: readonly unknown[]) =>
      fillTemplate(text.say, Object.fromEntries(text.with.map((placeholder, at) => [placeholder, given[at]])), tag)
  }
  const group = (words ?? {}) as { readonly [key: string]: CompiledWords }
  return Object.fromEntries(Object.entries(english ?? {}).map(([key, text]) => [key, inLanguage(text, group[key], tag)]))
}

const saidInEnglish = (text: unknown): unknown =>
  Array.isArray(text) ? text.map((each) => passage(String(each), 'en')) : passage(String(text), 'en')

/** What is put into an English sentence is in the language of the page. A single word may be a key that the sentence switches on, and stays unmarked. */
const inPassage = (given: unknown): unknown =>
  typeof given === 'string' && / /.test(given) ? passage(given, 'page') : Array.isArray(given) ? given.map(inPassage) : given

/** Keys a text of the rules by both languages: the same Dutch may mean two things. */
const pair = (nl: string, en: string): string => JSON.stringify([nl, en])
