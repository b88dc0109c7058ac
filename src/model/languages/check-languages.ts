import type { Finding } from '../findings/finding.ts'
import { errorAt, ofFile } from '../findings/finding-at.ts'
import { BASE } from '../layers/base.ts'
import { catalogueOf } from '../layers/layers.ts'
import type { RuleSet } from '../rule-set.ts'
import { type LanguageFiles, nameOfLanguage } from './language-files.ts'
import { pageTexts } from './page-texts.ts'
import { type PagesRead, readPageWords } from './page-words.ts'
import { type RulesRead, type RuleText, readRuleWords, translator } from './rule-words.ts'

/** An added language, read and compared with the texts to translate. */
export interface Language {
  readonly tag: string
  /** Its name in the language itself. */
  readonly name: string
  readonly pages: PagesRead
  readonly rules: RulesRead
  /** Untranslated texts, which fall back to English. */
  readonly missing: { readonly pages: readonly string[]; readonly rules: readonly RuleText[] }
  /** Number of texts to translate. */
  readonly all: { readonly pages: number; readonly rules: number }
}

/** Every added language; memoised. */
export function languagesOf(ruleSet: RuleSet): readonly Language[] {
  const known = read.get(ruleSet)
  if (known) return known
  const texts = ruleSet.languages.length > 0 ? ruleTexts(ruleSet) : []
  const made = ruleSet.languages.map((files) => languageOf(files, texts))
  read.set(ruleSet, made)
  return made
}
const read = new WeakMap<RuleSet, readonly Language[]>()

function languageOf({ tag, pages, rules }: LanguageFiles, texts: readonly RuleText[]): Language {
  const pagesRead = pages ? readPageWords(pages.source, pages.value) : { words: {}, keys: new Set<string>(), findings: [] }
  const rulesRead = rules ? readRuleWords(rules.source, rules.value, texts) : { texts: [], findings: [] }
  const translated = translator(rulesRead.texts)
  const keys = [...pageTexts()].flatMap(({ key, text }) => (text.fixed ? [] : [key.join('.')]))
  return {
    tag,
    name: nameOfLanguage(tag) ?? tag,
    pages: pagesRead,
    rules: rulesRead,
    missing: {
      pages: keys.filter((key) => !pagesRead.keys.has(key)),
      rules: texts.filter(({ nl, en }) => translated(nl, en) === undefined),
    },
    all: { pages: keys.length, rules: texts.length },
  }
}

/** What is wrong with the added languages, and how much they leave in English. */
export function checkLanguages(ruleSet: RuleSet): Finding[] {
  const ofName = ruleSet.languages.flatMap(({ tag, pages, rules }) => {
    const { source } = pages ?? rules ?? {}
    const isTaken = tag === 'nl' || tag === 'en'
    if (!source || (!isTaken && nameOfLanguage(tag) !== null)) return []
    const message = isTaken ? `The site speaks ${tag} already.` : `${tag} is no tag of a language.`
    return [errorAt(source, [], 'BAD_SHAPE', message, 'Call the folder as BCP 47 calls the language, such as de or tr.')]
  })
  // an invalid folder name is reported without counts
  const known = languagesOf(ruleSet).filter(({ tag }) => nameOfLanguage(tag) !== null)
  return [...ofName, ...known.flatMap((language) => findingsOf(language, ruleSet))]
}

function findingsOf({ tag, pages, rules, missing, all }: Language, { languages }: RuleSet): Finding[] {
  const files = languages.find((each) => each.tag === tag)
  const untranslated = (file: string | undefined, what: string, lacking: number, count: number): Finding[] =>
    lacking === 0
      ? []
      : [
          ofFile(
            file ?? files?.pages?.source.file ?? files?.rules?.source.file ?? '',
            'warning',
            'UNTRANSLATED',
            `${lacking} of ${count} ${what} have no words in ${tag}; they read in English.`,
            `horeca1 language ${tag} lists them, ready to be filled in.`,
          ),
        ]
  return [
    ...pages.findings,
    ...rules.findings,
    ...untranslated(files?.pages?.source.file, 'texts of the pages', missing.pages.length, all.pages),
    ...untranslated(files?.rules?.source.file, 'texts of the rules', missing.rules.length, all.rules),
  ]
}

/** Every text of the rules and of all towns, each once, in the order of the files. */
function ruleTexts(ruleSet: RuleSet): RuleText[] {
  const found = new Map<string, RuleText>()
  const looked = new WeakSet<object>()
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null || looked.has(value)) return
    looked.add(value)
    if (isText(value)) {
      const key = JSON.stringify([value.nl, value.en])
      if (!found.has(key)) found.set(key, { nl: value.nl, en: value.en })
    }
    for (const [key, item] of Array.isArray(value) ? value.entries() : Object.entries(value)) if (!FOR_CLERKS.has(key)) look(item)
  }
  for (const id of [BASE, ...ruleSet.layers.keys()]) look(catalogueOf(ruleSet, id)?.catalogue)
  return [...found.values()]
}

/** Properties that no applicant reads. */
const FOR_CLERKS: ReadonlySet<unknown> = new Set(['foundIn', 'evidence', 'elements'])

const isText = (value: object): value is RuleText =>
  'nl' in value && 'en' in value && typeof value.nl === 'string' && typeof value.en === 'string'
