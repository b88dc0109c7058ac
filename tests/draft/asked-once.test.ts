import { describe, expect, test } from 'vitest'
import { openCase } from '../../src/engine/case.ts'
import { clashes } from '../../src/engine/facts/clashes.ts'
import { answersFor } from '../engine/answers.ts'
import { shippedVariant } from '../engine/shipped.ts'
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

test('a file that chooses what the town decides hears that, not that it said something else before', () => {
  const rotterdam = shippedVariant('rotterdam')
  const answers = answersFor(rotterdam, { schema: 1, variant: 'rotterdam', answers: { 'gaming.term': 'oneYear' } })
  const told = clashes(openCase(rotterdam, answers, { today: '2026-03-02' }, 'nl'))
  expect(told.map(({ id }) => id)).toEqual(['clash.gaming.term'])
  expect(told[0]?.message).toMatch(/de gemeente bepaalt/)
})
