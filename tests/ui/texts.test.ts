import { describe, expect, test } from 'vitest'
import { TEXTS } from '../../src/pdf/texts.ts'
import { EN } from '../../src/ui/text/en.ts'
import { NL } from '../../src/ui/text/nl.ts'

/** A number one before a noun in the plural. `is` and `was` are no nouns. */
const WRONG = {
  nl: /\b1 (?!(?:is|als|was|open|gegeven|toevoegen|keer)\b)\p{L}+(?:en|s)\b/u,
  en: /\b1 (?!(?:is|was|has|as|does|address)\b)\p{L}+s\b/u,
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

describe('one thing is said in the singular', () => {
  test.each([
    { where: 'pages, Dutch', lang: 'nl' as const, texts: NL },
    { where: 'pages, English', lang: 'en' as const, texts: EN },
    { where: 'packet, Dutch', lang: 'nl' as const, texts: TEXTS.nl },
    { where: 'packet, English', lang: 'en' as const, texts: TEXTS.en },
  ])('$where', ({ lang, texts }) => {
    const found = [...saidOfOne(texts, '')]
    expect(found.length).toBeGreaterThan(8)
    expect(found.filter(({ text }) => WRONG[lang].test(text)).map(({ path, text }) => `${path}: ${text}`)).toEqual([])
  })
})
