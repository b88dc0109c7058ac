import { describe, expect, test } from 'vitest'
import { TEXTS } from '../../src/pdf/texts.ts'
import { EN } from '../../src/ui/text/en.ts'
import { ATTACHMENTS } from '../../src/ui/text/later/attachments.ts'
import { CONFIGURE } from '../../src/ui/text/later/clerk/configure.ts'
import { TRIAL } from '../../src/ui/text/later/clerk/trial.ts'
import { COMPARE } from '../../src/ui/text/later/compare.ts'
import { EXAMPLE } from '../../src/ui/text/later/example.ts'
import { HOURS } from '../../src/ui/text/later/hours.ts'
import { NOT_YET } from '../../src/ui/text/later/not-yet.ts'
import { OUTCOME } from '../../src/ui/text/later/outcome.ts'
import { COPIES } from '../../src/ui/text/later/packet/copies.ts'
import { OWN_PART } from '../../src/ui/text/later/packet/own-part.ts'
import { SEND_STEPS } from '../../src/ui/text/later/packet/send-steps.ts'
import { SENDING } from '../../src/ui/text/later/packet/sending.ts'
import { PRESETS } from '../../src/ui/text/later/presets.ts'
import { SEARCH } from '../../src/ui/text/later/search.ts'
import { SOURCES } from '../../src/ui/text/later/sources.ts'
import { STAGES } from '../../src/ui/text/later/stages.ts'
import { TERMS } from '../../src/ui/text/later/terms.ts'
import { TOWN_SEARCH } from '../../src/ui/text/later/town-search.ts'
import { UNDO } from '../../src/ui/text/later/undo.ts'
import { NL } from '../../src/ui/text/nl.ts'

/** A number one before a noun in the plural. `is` and `was` are no nouns. */
const WRONG = {
  nl: /\b1 (?!(?:is|als|was|open|gegeven|toevoegen|keer|teken)\b)\p{L}+(?:en|s)\b/u,
  en: /\b1 (?!(?:is|was|has|as|does|address|goes|contains|becomes)\b)\p{L}+s\b/u,
}

/** Every text that is made with arguments, said about one. */
function* saidOfOne(texts: unknown, path: string): Generator<{ path: string; text: string }> {
  if (typeof texts === 'function') {
    for (const args of [
      [1, 1, 1, 1],
      [1, 2, 3, 4],
      [2, 1, 1, 1],
      [null, 1],
      ['x', 1, 1],
    ]) {
      let text: unknown
      try {
        text = texts(...args)
      } catch {
        continue
      }
      if (typeof text === 'string') yield { path, text }
    }
  } else if (typeof texts === 'object' && texts !== null) {
    for (const [key, value] of Object.entries(texts)) yield* saidOfOne(value, `${path}.${key}`)
  }
}

/** Fetched with the pages of an application. */
const LATER = {
  COMPARE,
  CONFIGURE,
  OWN_PART,
  TRIAL,
  ATTACHMENTS,
  COPIES,
  OUTCOME,
  STAGES,
  SENDING,
  SEND_STEPS,
  SOURCES,
  EXAMPLE,
  NOT_YET,
  HOURS,
  PRESETS,
  TERMS,
  SEARCH,
  TOWN_SEARCH,
  UNDO,
}
const later = (lang: 'nl' | 'en'): unknown => Object.values(LATER).map((texts) => texts[lang])

describe('one thing is said in the singular', () => {
  test.each([
    { where: 'pages, Dutch', lang: 'nl' as const, texts: NL },
    { where: 'pages, English', lang: 'en' as const, texts: EN },
    { where: 'pages fetched later, Dutch', lang: 'nl' as const, texts: later('nl') },
    { where: 'pages fetched later, English', lang: 'en' as const, texts: later('en') },
    { where: 'packet, Dutch', lang: 'nl' as const, texts: TEXTS.nl },
    { where: 'packet, English', lang: 'en' as const, texts: TEXTS.en },
  ])('$where', ({ lang, texts }) => {
    const found = [...saidOfOne(texts, '')]
    expect(found.length).toBeGreaterThan(8)
    expect(found.filter(({ text }) => WRONG[lang].test(text)).map(({ path, text }) => `${path}: ${text}`)).toEqual([])
  })
})

/** Names of all texts, and which of them are made with arguments. */
const shape = (texts: unknown, path = ''): string[] =>
  typeof texts === 'object' && texts !== null
    ? Object.entries(texts).flatMap(([key, value]) => shape(value, `${path}.${key}`))
    : [`${path}: ${typeof texts}`]

test.each(Object.entries(LATER))('%s says the same in both languages, and not in the same words', (_, { nl, en }) => {
  expect(shape(en)).toEqual(shape(nl))
  const same = (a: unknown, b: unknown): number =>
    typeof a === 'string'
      ? Number(a === b)
      : typeof a === 'object' && a !== null
        ? sum(Object.keys(a).map((key) => same(at(a, key), at(b, key))))
        : 0
  expect(same(nl, en)).toBe(0)
})
const at = (texts: unknown, key: string): unknown => (texts as Record<string, unknown>)[key]
const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0)
