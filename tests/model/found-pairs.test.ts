import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pairsFound } from '../../src/model/link/texts/found-pairs.ts'
import { listsThatMeet } from '../../src/model/link/texts/may-be-alike.ts'

interface Item {
  readonly word: string
  readonly kind: number
}

/** Finds items with the same word and kind. */
const finder = () =>
  pairsFound<Item, object>({
    candidates: (items) => listsThatMeet(items.map(({ word }) => new Set([word]))),
    isFound: (_context, one, other) => one.word === other.word && one.kind === other.kind,
  })

const item = fc.record({ word: fc.constantFrom(...'abcdefghij'), kind: fc.nat(3) })

test('with a few items more, what is found is what a whole list alone yields', () => {
  let withNew = 0
  fc.assert(
    fc.property(
      fc.uniqueArray(item, { selector: ({ word, kind }) => `${word}${kind}`, maxLength: 20 }),
      fc.array(fc.record({ item, at: fc.nat(20) }), { maxLength: 30 }),
      fc.array(fc.nat(19), { maxLength: 4 }),
      fc.boolean(),
      (base, more, gone, turned) => {
        const context = {}
        const warm = finder()
        expect(warm(context, base).flat()).toEqual([])
        const kept = base.filter((_, index) => !gone.includes(index))
        const items: Item[] = turned ? kept.toReversed() : kept
        for (const { item: added, at } of more) items.splice(at, 0, { ...added })
        const found = warm(context, items)
        expect(found).toEqual(finder()(context, items))
        if (found.flat().length > 0) withNew++
      },
    ),
    { numRuns: 300 },
  )
  expect(withNew).toBeGreaterThan(50)
})
