import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { pageTexts } from '../../src/model/languages/page-texts.ts'
import { ROOT } from '../browser/site.ts'
import { dutchTexts } from './dutch-texts.ts'
import { isEveryday, wordsOf } from './everyday-words.ts'
import { HARDER_WORDS } from './harder-words.ts'

// Level B1 is about words as much as about sentences: what people do not say to each other is explained on tap, or is on a list with a reason.

const glossary = parse(readFileSync(join(ROOT, 'rules/base/glossary.yaml'), 'utf8')) as {
  readonly glossary: readonly { readonly term: { readonly nl: string }; readonly also?: readonly string[] }[]
}
const explained = new Set(glossary.glossary.flatMap(({ term, also = [] }) => [term.nl, ...also]).flatMap(wordsOf))

/** The words of a text of the program, in each of its forms. */
function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : []
}
const onPages = [...pageTexts()].filter(({ text }) => !text.fixed).flatMap(({ text }) => texts(text.nl))

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
