import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseAst } from 'vite'
import { describe, expect, test } from 'vitest'
import { DUTCH } from '../../../src/model/findings/dutch/catalogue.ts'
import { PLACEHOLDER, sentenceInDutch } from '../../../src/model/findings/dutch/in-dutch.ts'
import { SHARED } from '../../../src/model/findings/dutch/shared.ts'
import { FINDING_CODES, type FindingCode } from '../../../src/model/findings/finding.ts'

const root = join(import.meta.dirname, '../../..')

/** Rooms in which findings are made. */
const ROOMS = ['src/model', 'src/feel/compile', 'src/authoring/prove', 'src/authoring/check-example.ts', 'src/authoring/diff/overlay.ts']
/** What makes no findings there. */
const OTHERS = /findings\/dutch|findings\/finding\.ts|model\/schema\/|other-typeface|printable-ranges|texts\/alike/

interface Written {
  readonly place: string
  readonly text: string
}

/** Texts between quotes and templates of a file, a template with `{}` for what is put in. */
function textsIn(file: string): Written[] {
  const source = readFileSync(join(root, file), 'utf8')
  const found: Written[] = []
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return
    if (Array.isArray(node)) {
      for (const item of node) walk(item)
      return
    }
    const { type, value, quasis, start } = node as {
      type?: string
      value?: unknown
      quasis?: { value: { cooked: string } }[]
      start?: number
    }
    const text = type === 'TemplateLiteral' ? quasis?.map((quasi) => quasi.value.cooked).join('{}') : type === 'Literal' ? value : undefined
    if (typeof text === 'string') found.push({ place: `${file}:${source.slice(0, start).split('\n').length}`, text })
    for (const inner of Object.values(node)) walk(inner)
  }
  walk(parseAst(source, { lang: 'ts' }))
  return found
}

const files = ROOMS.flatMap((room) =>
  room.endsWith('.ts')
    ? [room]
    : readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.ts'))
        .map((file) => `${room}/${file}`),
).filter((file) => !OTHERS.test(file))

/** A sentence begins with a letter, a quote or something put in, has a space, and ends. */
const isSentence = ({ text }: Written): boolean => /^["{A-Za-z]/.test(text) && / /.test(text) && /[a-z"})\]][.?]$/.test(text)

const plain = (sentence: string): string => sentence.replace(PLACEHOLDER, '{}')

const known = new Set([...Object.values(DUTCH).flatMap(({ sentences = {} }) => Object.keys(sentences)), ...Object.keys(SHARED)].map(plain))

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Whether the catalogue has it; of a sentence with a part that is sometimes empty, it has it with that part written out. */
function isKnown({ text }: Written): boolean {
  if (known.has(text)) return true
  const whole = new RegExp(`^${text.split('{}').map(escaped).join('.*')}$`)
  return sentenceInDutch('BAD_SHAPE', text.replaceAll('{}', 'x')) !== null || [...known].some((sentence) => whole.test(sentence))
}

test('every sentence of a finding stands in the Dutch catalogue', () => {
  const sentences = files.flatMap(textsIn).filter(isSentence)
  expect(sentences.length).toBeGreaterThan(300)
  expect(sentences.filter((sentence) => !isKnown(sentence)).map(({ place, text }) => `${place} ${text}`)).toEqual([])
})

/** Small words that English has and Dutch has not. */
const ENGLISH = /(?<![\w"`:-])(?:the|and|not|with|from|which|must|should|your|you|because|this|that|these|only|than|each|has)(?![\w":-])/i

describe('each sentence of the catalogue', () => {
  const all = [
    ...Object.entries(DUTCH).flatMap(([code, { sentences = {} }]) =>
      Object.entries(sentences).map(([english, dutch]) => [code as FindingCode, english, dutch] as const),
    ),
    ...Object.entries(SHARED).map(([english, dutch]) => ['BAD_SHAPE', english, dutch] as const),
  ]

  test('is found again when something is put in it, and loses none of that', () => {
    for (const [code, english] of all) {
      const given = (english.match(PLACEHOLDER) ?? []).map((_, index) => `x${index}y`)
      let next = 0
      const said = english.replace(PLACEHOLDER, () => given[next++] ?? '')
      const found = sentenceInDutch(code, said)
      expect(found, said).not.toBeNull()
      for (const part of given) expect(found, said).toContain(part)
    }
  })

  test('is Dutch', () => {
    for (const [, english, dutch] of all) {
      // "not", "and" and "or" are words of FEEL too
      const words = dutch.replace(/"[^"]*"|\[[^\]]*\]|\{[^}]*\}/g, '').replace(/^not draait| and, or, | and \(/, '')
      expect(words, english).not.toMatch(ENGLISH)
    }
  })
})

test('every code says in Dutch what it means', () => {
  for (const code of Object.keys(FINDING_CODES) as FindingCode[]) expect(DUTCH[code].title, code).toMatch(/^[A-Z].*\.$/)
})
