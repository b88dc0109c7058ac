import type { Path, Source } from '../files/source.ts'
import type { Finding } from '../findings/finding.ts'
import { errorAt } from '../findings/finding-at.ts'
import { didYouMean } from '../findings/nearest.ts'
import type { LanguagePagesFile, PageWords } from './file-schema.ts'
import { isPageText, PAGE_TEXTS, type PageText, type PageTexts } from './page-texts.ts'
import { OTHER, PLACEHOLDERS, type Template } from './template.ts'

/** Texts of a language as the page uses them. A text with placeholders has their names, in the order in which the program passes the values. */
export type CompiledWords = string | readonly string[] | CompiledText | { readonly [key: string]: CompiledWords }
export interface CompiledText {
  readonly with: readonly string[]
  readonly say: Template
}

/** The result of reading the texts of a language: the usable ones, their keys, and what is wrong. */
export interface PagesRead {
  readonly words: { readonly [group: string]: CompiledWords }
  /** `pages.start.title` */
  readonly keys: ReadonlySet<string>
  readonly findings: readonly Finding[]
}

/** Validates the texts of a language against those of the program. Invalid ones are dropped. */
export function readPageWords(source: Source, { texts }: LanguagePagesFile): PagesRead {
  const reader = new PageWordsReader(source)
  return { words: reader.group(texts, PAGE_TEXTS, []), keys: reader.keys, findings: reader.findings }
}

class PageWordsReader {
  readonly findings: Finding[] = []
  readonly keys = new Set<string>()

  constructor(private readonly source: Source) {}

  private wrong(path: Path, code: 'BAD_SHAPE' | 'UNKNOWN_TEXT' | 'TEXT_PLACEHOLDER', message: string, mend: string): undefined {
    this.findings.push(errorAt(this.source, ['texts', ...path], code, message, mend))
  }

  group(words: { readonly [key: string]: PageWords }, known: PageTexts, path: readonly string[]): Record<string, CompiledWords> {
    const made: Record<string, CompiledWords> = {}
    for (const [key, value] of Object.entries(words)) {
      const at = [...path, key]
      const below = Object.hasOwn(known, key) ? known[key] : undefined
      const compiled = below ? this.words(value, below, at) : this.unknown(key, known, at)
      if (below === undefined || compiled === undefined) continue
      if (isPageText(below)) this.keys.add(at.join('.'))
      made[key] = compiled
    }
    return made
  }

  private unknown(key: string, known: PageTexts, at: readonly string[]): undefined {
    const mend = didYouMean(key, Object.keys(known), 'Remove it, or look for its name with horeca1 language.')
    return this.wrong(at, 'UNKNOWN_TEXT', `The pages have no text ${at.join('.')}.`, mend)
  }

  private words(value: PageWords, known: PageText | PageTexts, at: readonly string[]): CompiledWords | undefined {
    if (isPageText(known)) return this.text(value, known, at)
    if (isMap(value)) return this.group(value, known, at)
    return this.wrong(at, 'BAD_SHAPE', `${at.join('.')} is a group of texts.`, `Give the texts in it: ${Object.keys(known).join(', ')}.`)
  }

  private text(value: PageWords, known: PageText, at: readonly string[]): CompiledWords | undefined {
    const name = at.join('.')
    if (known.fixed) return this.wrong(at, 'UNKNOWN_TEXT', `The program itself puts ${name} together.`, 'Remove it: it stays English.')
    if (known.list !== undefined) {
      if (isList(value) && value.every((item) => typeof item === 'string')) return value
      return this.wrong(at, 'BAD_SHAPE', `${name} is a list of texts.`, 'Write each of them after a dash.')
    }
    const placeholders = known.with ?? []
    if (placeholders.length === 0)
      return typeof value === 'string' ? value : this.wrong(at, 'BAD_SHAPE', `${name} is one text.`, 'Write it as a text.')
    const used = new Set<string>()
    const say = this.template(value, placeholders, used, at)
    if (say === undefined) return undefined
    const forgotten = placeholders.filter((each) => !used.has(each))
    if (forgotten.length === 0) return { with: placeholders, say }
    return this.wrong(at, 'TEXT_PLACEHOLDER', `${name} does not say {${forgotten.join('}, {')}}.`, 'Put it into the text, with its braces.')
  }

  /** A text, or one per case. `used`: takes in the placeholders that stand in it. */
  private template(value: PageWords, known: readonly string[], used: Set<string>, at: readonly string[]): Template | undefined {
    if (typeof value === 'string') return this.plainText(value, known, used, at)
    const name = at.join('.')
    const [[placeholder, cases] = ['', ''], ...others] = isMap(value) ? Object.entries(value) : []
    if (others.length > 0 || !isMap(cases)) {
      const mend = `Write a text, or ${known[0]}: with one: and other: below it.`
      return this.wrong(at, 'BAD_SHAPE', `${name} is a text, or one text per case.`, mend)
    }
    if (!known.includes(placeholder)) return this.unknownPlaceholder(placeholder, known, at)
    used.add(placeholder)
    if (!(OTHER in cases) && !('true' in cases && 'false' in cases))
      return this.wrong(at, 'BAD_SHAPE', `${name} has no text for all other cases.`, `Add other: beside ${Object.keys(cases).join(', ')}.`)
    const made: Record<string, Template> = {}
    for (const [each, below] of Object.entries(cases)) {
      const said = this.template(below, known, used, [...at, placeholder, each])
      if (said === undefined) return undefined
      made[each] = said
    }
    return { [placeholder]: made }
  }

  private plainText(value: string, known: readonly string[], used: Set<string>, at: readonly string[]): string | undefined {
    if (value.includes('${')) {
      const message = `${at.join('.')} is still as the program writes it.`
      return this.wrong(at, 'BAD_SHAPE', message, 'Write a text, with each {placeholder} in it.')
    }
    for (const [, each = ''] of value.matchAll(PLACEHOLDERS)) {
      if (!known.includes(each)) return this.unknownPlaceholder(each, known, at)
      used.add(each)
    }
    return value
  }

  private unknownPlaceholder(placeholder: string, known: readonly string[], at: readonly string[]): undefined {
    const message = `Nothing is put into ${at.join('.')} as {${placeholder}}.`
    return this.wrong(at, 'TEXT_PLACEHOLDER', message, `There are: {${known.join('}, {')}}.`)
  }
}

const isList = (value: PageWords): value is readonly PageWords[] => Array.isArray(value)
const isMap = (value: PageWords): value is { readonly [key: string]: PageWords } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
