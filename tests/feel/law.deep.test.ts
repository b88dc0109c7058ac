import { expect, test } from 'vitest'
import { sharedConditionsAgree } from './conditions.ts'
import { agreesWithFeelin, holdsForCompletions, notMet } from './laws.ts'

test('what partial answers decide, every completion of 20,000 expressions decides the same, whatever function or operator', () => {
  const tally = holdsForCompletions(20_000)
  expect(notMet(tally)).toEqual([])
  expect(tally.decided).toBeGreaterThan(tally.ran / 5)
})

test('10,000 expressions give what FEEL gives, and as many where facts do not exist', () => {
  for (const nulls of [false, true]) expect(notMet(agreesWithFeelin(10_000, { nulls }))).toEqual([])
})

test.each(['voorbeeld', 'amsterdam/centrum'])('conditions of %s give what FEEL gives, on full answers', (id) =>
  sharedConditionsAgree(id, 15),
)
