import fc from 'fast-check'
import { expect, test } from 'vitest'
import { PairNumbers } from '../../src/authoring/prove/nodes/pair-numbers.ts'

test('each pair has one number, however many there are, and no two pairs have the same', () => {
  const number = fc.oneof(fc.integer({ min: -1, max: 30 }), fc.integer({ min: 0, max: 2 ** 26 }))
  fc.assert(
    fc.property(fc.array(fc.tuple(number, number), { maxLength: 4000, size: 'max' }), (pairs) => {
      const numbers = new PairNumbers()
      const known = new Map<string, number>()
      for (const [first, second] of pairs) {
        const key = `${first} ${second}`
        if (!known.has(key)) known.set(key, known.size)
        expect(numbers.of(first, second)).toBe(known.get(key))
      }
      expect(numbers.size).toBe(known.size)
    }),
    { numRuns: 20 },
  )
})
