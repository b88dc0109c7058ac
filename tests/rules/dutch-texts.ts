import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { ROOT } from '../browser/site.ts'

function textsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsIn)
  if (typeof value !== 'object' || value === null) return []
  if ('nl' in value && 'en' in value && typeof value.nl === 'string') return [value.nl]
  return Object.values(value).flatMap(textsIn)
}

/** Dutch texts of the country that applicants read, per file: questions, tree, warnings, advice, papers, words. */
export function dutchTexts(): readonly { readonly file: string; readonly texts: readonly string[] }[] {
  const base = join(ROOT, 'rules/base')
  return [
    ...readdirSync(join(base, 'questions')).map((name) => `questions/${name}`),
    ...['tree', 'licences', 'collections', 'documents', 'advice', 'checks', 'fees', 'glossary', 'ruleset'].map((name) => `${name}.yaml`),
  ].map((file) => ({ file, texts: textsIn(parse(readFileSync(join(base, file), 'utf8'))) }))
}
