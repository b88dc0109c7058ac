import { describe, expect, test } from 'vitest'
import { countBoxes, coverage } from '../../src/engine/cover.ts'
import { questionsOf } from '../../src/engine/questions.ts'
import { everything } from './everything.ts'

const PATIENCE = { timeout: 240_000 }

describe('every box of the seven forms', () => {
  test('is filled, or stands ready to be signed, in a case with everything answered', PATIENCE, () => {
    const { filledBy } = everything()
    expect(filledBy.size).toBeGreaterThan(860)
    expect([...filledBy].filter(([, names]) => names.length === 0).map(([key]) => key)).toEqual([])
  })

  test('needs few made-up businesses, and in each of them nothing is missing or open', PATIENCE, () => {
    const { cases } = everything()
    expect(cases.length).toBeLessThanOrEqual(8)
    for (const { name, one, won } of cases) {
      const { boxes, filled, notApplicable, signature, empty, authority, missing } = countBoxes(coverage(one))
      expect.soft(filled + notApplicable + signature + empty + authority + missing, name).toBe(boxes)
      expect.soft(missing, name).toBe(0)
      expect.soft(questionsOf(one).open, name).toEqual([])
      expect.soft(won.length, name).toBeGreaterThan(0)
    }
  })
})
