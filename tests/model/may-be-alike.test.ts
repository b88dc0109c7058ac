import fc from 'fast-check'
import { distance } from 'fastest-levenshtein'
import { describe, expect, test } from 'vitest'
import { firstOf, listsAlike, textsAlike } from '../../src/model/link/texts/may-be-alike.ts'

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' '), maxLength: 12 })

describe('texts and lists that may be alike', () => {
  test('none that is alike is passed over', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), (texts) => {
        const found = textsAlike(texts, 0.75)
        for (const [index, one] of texts.entries())
          for (const [at, other] of texts.slice(0, index).entries())
            if (1 - distance(one, other) / Math.max(one.length, other.length, 1) >= 0.75)
              expect([one, other, [...found(index)].includes(at)]).toEqual([one, other, true])
      }),
    )
    fc.assert(
      fc.property(fc.array(fc.array(fc.constantFrom(...'abcdefg'), { maxLength: 7 }), { maxLength: 10 }), (given) => {
        const lists = given.map((items) => new Set(items))
        const found = listsAlike(lists, 0.7)
        for (const [index, one] of lists.entries())
          for (const [at, other] of lists.slice(0, index).entries()) {
            const shared = [...one].filter((item) => other.has(item)).length
            const all = new Set([...one, ...other]).size
            if (all > 0 && shared / all >= 0.7) expect([...found(index)]).toContain(at)
          }
      }),
    )
  })

  test('of a thousand texts that have nothing to do with each other few pairs are left', () => {
    const texts = Array.from({ length: 1000 }, (_, index) => (index * 2_654_435_761).toString(36).repeat(3))
    const pairs = textsAlike(texts, 0.75)
    expect(texts.reduce((sum, _, index) => sum + [...pairs(index)].length, 0)).toBeLessThan(50_000)
  })

  test('of a hundred thousand texts that are all alike only those are looked up that are read', () => {
    const pairs = textsAlike(
      Array.from({ length: 100_000 }, (_, index) => `may that be in room ${index}`),
      0.75,
    )
    let looked = 0
    const first = firstOf(pairs(99_999), 10, () => looked++ >= 0)
    expect([first.length, looked]).toEqual([10, 10])
  })
})
