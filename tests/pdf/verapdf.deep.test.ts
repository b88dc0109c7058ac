import { describe, expect, test } from 'vitest'
import { shippedExamples } from '../authoring/shipped-examples.ts'
import { filesOf, WAYS } from './validated.ts'
import { unlessThere, validate, whyNoValidator } from './verapdf.ts'

const missing = whyNoValidator()

describe.skipIf(missing !== null)('veraPDF', () => {
  // one file with attachments, a set without: what travels inside changes nothing of the pages, and every other pairing is in the short test
  test.concurrent.each(WAYS.filter(({ set, attached }) => set !== attached))(
    `every example is PDF/A-3a and PDF/UA-1: in $lang, as a set: $set, with attachments: $attached${unlessThere(missing)}`,
    async (way) => {
      const files = new Map<string, Uint8Array>()
      for (const example of shippedExamples()) for (const [name, bytes] of await filesOf(example, way)) files.set(name, bytes)
      const verdicts = await validate(`validated-${way.lang}-${way.set ? 'set' : 'whole'}`, files)
      expect(verdicts.filter(({ passed }) => !passed)).toEqual([])
      expect(verdicts.length).toBe(files.size * 2)
      expect(files.size).toBeGreaterThan(50)
    },
    3_600_000,
  )
})
