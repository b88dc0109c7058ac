import { expect, test } from 'vitest'
import { spoilAnswers, spoilRules } from './fuzz.ts'
import { shippedExample } from './spoilable.ts'

// only that both ways work: fuzz.deep.test.ts does 2,500 of each
test('30 ways to spoil the rules: findings with a place, never a throw, and what loads can be assessed', () => {
  const { findings, sound } = spoilRules(30)
  expect(findings).toBeGreaterThan(30)
  expect(sound).toBeGreaterThan(1)
})

test('15 ways to spoil an answer file', () => {
  const { variant, file } = shippedExample()
  const { findings, sound } = spoilAnswers(variant, file, 15)
  expect(findings).toBeGreaterThan(8)
  expect(sound).toBeGreaterThan(1)
})
