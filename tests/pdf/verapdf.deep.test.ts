import { describe, expect, test } from 'vitest'
import { shippedExamples } from '../authoring/shipped-examples.ts'
import { filesOf, type Way } from './validated.ts'
import { unlessThere, validate, whyNoValidator } from './verapdf.ts'

const missing = whyNoValidator()

// A set holds the pages of the one file, and the half for the town is the same in both languages: so every example is made in both languages, of every two
// examples the one as one file in Dutch and a set in English, the other the other way round. What travels inside changes nothing of the pages: it goes along in
// the one file alone. Every other pairing is in the short test.
const waysOf = (index: number): readonly Way[] =>
  (['nl', 'en'] as const).map((lang) => {
    const set = (lang === 'nl') === (index % 2 === 1)
    return { lang, set, attached: !set, englishLines: lang === 'en' && !set }
  })

async function* madeFiles(): AsyncGenerator<readonly [string, Uint8Array]> {
  for (const [index, example] of shippedExamples().entries()) for (const way of waysOf(index)) yield* await filesOf(example, way)
}

describe.skipIf(missing !== null)('veraPDF', () => {
  test(`every example is PDF/A-3a and PDF/UA-1 in either language${unlessThere(missing)}`, async () => {
    const verdicts = await validate('validated', madeFiles())
    expect(verdicts.filter(({ passed }) => !passed)).toEqual([])
    const files = new Set(verdicts.map(({ file }) => file))
    expect(verdicts.length).toBe(files.size * 2)
    expect(files.size).toBeGreaterThan(2 * shippedExamples().length)
  }, 3_600_000)
})
