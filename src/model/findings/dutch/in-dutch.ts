import type { FindingCode } from '../finding.ts'
import { DUTCH } from './catalogue.ts'
import { SHARED } from './shared.ts'

interface Pattern {
  readonly pattern: RegExp
  readonly dutch: string
  /** Which of its parts are themselves words or sentences of the catalogue. */
  readonly said: readonly boolean[]
  /** Number of literal letters: of two matches, the more literal one wins. */
  readonly weight: number
}

/** Placeholders of a sentence: `{}` is copied, `{=}` is translated too. */
export const PLACEHOLDER = /\{=?\}/g

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Catalogue entries, longest first: in "There is no advice item x" the kind of thing is two words long. */
const WORDS = Object.keys(SHARED)
  .filter((word) => /^[a-z ]+$/.test(word))
  .toSorted((a, b) => b.length - a.length)
  .map(escaped)
  .join('|')

function patternOf([english, dutch]: readonly [string, string]): Pattern {
  const marks = english.match(PLACEHOLDER) ?? []
  const texts = english.split(PLACEHOLDER)
  const parts = marks.map((mark) => (mark === '{=}' ? `((?:${WORDS})(?= )|[^]+?)` : '([^]*?)'))
  const source = texts.map((text, index) => `${escaped(text)}${parts[index] ?? ''}`).join('')
  return { pattern: new RegExp(`^${source}$`), dutch, said: marks.map((mark) => mark === '{=}'), weight: texts.join('').length }
}

const patternsOf = (sentences: Readonly<Record<string, string>>): Pattern[] =>
  Object.entries(sentences)
    .map(patternOf)
    .toSorted((a, b) => b.weight - a.weight)

/** Lazily compiled: a command without findings needs none. */
const made = new Map<FindingCode | 'shared' | 'all', readonly Pattern[]>()

function patterns(of: FindingCode | 'shared' | 'all'): readonly Pattern[] {
  const known = made.get(of)
  if (known) return known
  const found =
    of === 'shared'
      ? patternsOf(SHARED)
      : of === 'all'
        ? Object.values(DUTCH).flatMap(({ sentences = {} }) => patternsOf(sentences))
        : patternsOf(DUTCH[of].sentences ?? {})
  made.set(of, found)
  return found
}

const own = new Map<FindingCode, readonly Pattern[]>()

/** Sentences of a code and the shared ones: the most literal match wins; on a tie, that of the code. */
function ownPatterns(code: FindingCode): readonly Pattern[] {
  const known = own.get(code)
  if (known) return known
  const found = [...patterns(code), ...patterns('shared')].toSorted((a, b) => b.weight - a.weight)
  own.set(code, found)
  return found
}

/** A sentence of a finding in Dutch; null when the catalogue lacks it. */
export function sentenceInDutch(code: FindingCode, sentence: string): string | null {
  for (const { pattern, dutch, said } of [...ownPatterns(code), ...patterns('all')]) {
    const match = pattern.exec(sentence)
    if (!match) continue
    const given = match.slice(1).map((part, index) => (said[index] ? (sentenceInDutch(code, part) ?? part) : part))
    let next = 0
    return dutch.replace(/\{(\d*)\}/g, (_, number: string) => given[number === '' ? next++ : Number(number) - 1] ?? '')
  }
  return null
}

/** The text of a finding in Dutch. The line of a formula may follow the sentence; it is not translated. */
export function inDutch(code: FindingCode, text: string): string {
  const [sentence = '', ...below] = text.split('\n')
  const dutch = sentenceInDutch(code, sentence) ?? `${DUTCH[code].title} (${sentence})`
  return [dutch, ...below].join('\n')
}
