import { describe, expect, test } from 'vitest'
import { answerAnything, asTheyAre } from './answer-anything.ts'

const SEEDS = Array.from({ length: 10 }, (_, index) => index + 1)

describe('who answers what is asked, in any order, and changes his mind, is never told that he said something else before', () => {
  test.each(SEEDS)('somebody without a plan, number %d', (seed) => {
    expect(answerAnything('voorbeeld', seed, 60)).toEqual([])
  })

  test('and would be, if an exact answer did not take the place of the coarse one', () => {
    expect(SEEDS.flatMap((seed) => answerAnything('voorbeeld', seed, 60, asTheyAre)).length).toBeGreaterThan(0)
  })
})
