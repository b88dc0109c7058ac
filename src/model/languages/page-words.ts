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
  const findings: Finding[] = []
  const keys = new Set<string>()
  const wrong = (path: Path, code: 'BAD_SHAPE' | 'UNKNOWN_TEXT' | 'TEXT_PLACEHOLDER', message: string, mend: string): undefined => {
    findings.push(errorAt(source, ['texts', ...path], code, message, mend))
  }

  const group = (
    words: { readonly [key: string]: PageWords },
    known: PageTexts,
    path: readonly string[],
  ): Record<string, CompiledWords> => {
    const made: Record<string, CompiledWords> = {}
    for (const [key, value] of Object.entries(words)) {
      const at = [...path, key]
      const below = Object.hasOwn(known, key) ? known[key] : undefined
      if (!below) {
        wrong(
          at,
          'UNKNOWN_TEXT',
          `The pages have no text ${at.join('.')}.`,
          didYouMean(key, Object.keys(known), 'Remove it, or look for its name with horeca1 language.'),
        )
        continue
      }
      const compiled = isPageText(below)
        ? text(value, below, at)
        : isMap(value)
          ? group(value, below, at)
          : wrong(at, 'BAD_SHAPE', `${at.join('.')} is a group of texts.`, `Give the texts in it: ${Object.keys(below).join(', ')}.`)
      if (compiled === undefined) continue
      if (isPageText(below)) keys.add(at.join('.'))
      made[key] = compiled
    }
    return made
  }

  const text = (value: PageWords, known: PageText, at: readonly string[]): CompiledWords | undefined => {
    const name = at.join('.')
    if (known.fixed) return wrong(at, 'UNKNOWN_TEXT', `The program itself puts ${name} together.`, 'Remove it: it stays English.')
    if (known.list !== undefined) {
      if (isList(value) && value.every((item) => typeof item === 'string')) return value
      return wrong(at, 'BAD_SHAPE', `${name} is a list of texts.`, 'Write each of them after a dash.')
    }
    const placeholders = known.with ?? []
    if (placeholders.length === 0)
      return typeof value === 'string' ? value : wrong(at, 'BAD_SHAPE', `${name} is one text.`, 'Write it as a text.')
    const used = new Set<string>()
    const say = template(value, placeholders, used, at)
    if (say === undefined) return undefined
    const forgotten = placeholders.filter((each) => !used.has(each))
    if (forgotten.length === 0) return { with: placeholders, say }
    return wrong(at, 'TEXT_PLACEHOLDER', `${name} does not say {${forgotten.join('}, {')}}.`, 'Put it into the text, with its braces.')
  }

  const template = (value: PageWords, known: readonly string[], used: Set<string>, at: readonly string[]): Template | undefined => {
    const name = at.join('.')
    const unknown = (each: string): undefined =>
      wrong(at, 'TEXT_PLACEHOLDER', `Nothing is put into ${name} as {${each}}.`, `There are: {${known.join('}, {')}}.`)
    if (typeof value === 'string') {
      if (value.includes('${'))
        return wrong(at, 'BAD_SHAPE', `${name} is still as the program writes it.`, 'Write a text, with each {placeholder} in it.')
      for (const [, each = ''] of value.matchAll(PLACEHOLDERS)) {
        if (!known.includes(each)) return unknown(each)
        used.add(each)
      }
      return value
    }
    const [[placeholder, cases] = ['', ''], ...others] = isMap(value) ? Object.entries(value) : []
    if (others.length > 0 || !isMap(cases))
      return wrong(
        at,
        'BAD_SHAPE',
        `${name} is a text, or one text per case.`,
        `Write a text, or ${known[0]}: with one: and other: below it.`,
      )
    if (!known.includes(placeholder)) return unknown(placeholder)
    used.add(placeholder)
    if (!(OTHER in cases) && !('true' in cases && 'false' in cases))
      return wrong(at, 'BAD_SHAPE', `${name} has no text for all other cases.`, `Add other: beside ${Object.keys(cases).join(', ')}.`)
    const made: Record<string, Template> = {}
    for (const [each, below] of Object.entries(cases)) {
      const one = template(below, known, used, [...at, placeholder, each])
      if (one === undefined) return undefined
      made[each] = one
    }
    return { [placeholder]: made }
  }

  return { words: group(texts, PAGE_TEXTS, []), keys, findings }
}

const isList = (value: PageWords): value is readonly PageWords[] => Array.isArray(value)
const isMap = (value: PageWords): value is { readonly [key: string]: PageWords } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
