import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { NL } from '../../src/ui/text/nl.ts'
import { ROOT } from '../browser/site.ts'
import { dutchTexts } from './dutch-texts.ts'
import { isEveryday, wordsOf } from './everyday-words.ts'
import { HARDER_WORDS } from './harder-words.ts'

// Level B1 is about words as much as about sentences: what people do not say to each other is explained on tap, or is on a list with a reason.

const glossary = parse(readFileSync(join(ROOT, 'rules/base/glossary.yaml'), 'utf8')) as {
  readonly glossary: readonly { readonly term: { readonly nl: string }; readonly also?: readonly string[] }[]
}
const explained = new Set(glossary.glossary.flatMap(({ term, also = [] }) => [term.nl, ...also]).flatMap(wordsOf))

/** Texts that stand on the pages as they are; those that are put together have only their own words. */
function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : []
}
const later = await Promise.all(
  readdirSync(join(ROOT, 'src/ui/text/later')).map(
    (name): Promise<Record<string, unknown>> => import(`../../src/ui/text/later/${name.replace(/\.ts$/, '')}.ts`),
  ),
)
const onPages = [NL, ...later.flatMap((module) => Object.values(module)).map((words) => (words as { readonly nl?: unknown }).nl)].flatMap(
  texts,
)

const words = new Set([...dutchTexts().flatMap(({ texts: some }) => some), ...onPages].flatMap(wordsOf))
const hard = [...words].filter((word) => !isEveryday(word) && !explained.has(word))

test('a word is one that people use, is explained on tap, or stays for a reason', () => {
  expect(words.size).toBeGreaterThan(2000)
  expect(hard.filter((word) => !HARDER_WORDS.has(word)).toSorted()).toEqual([])
})

test('a word that is used no more is no exception any more', () => {
  expect([...HARDER_WORDS].filter((word) => !hard.includes(word)).toSorted()).toEqual([])
})

test('a word that nobody uses is found, also in a compound', () => {
  expect(['vermits', 'exploitatiebeëindiging', 'terrastafel', 'sluitingstijd', 'aangevraagd'].filter((word) => !isEveryday(word))).toEqual([
    'vermits',
    'exploitatiebeëindiging',
  ])
})
