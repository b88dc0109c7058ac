import { expect, test } from 'vitest'
import { spoilAnswers, spoilRules } from './fuzz.ts'
import { shippedExample } from './spoilable.ts'

// fuzz.deep.test.ts: 2,500 of each
test('100 ways to spoil the rules: findings with a place, never a throw, and what loads can be assessed', () => {
  const { findings, sound } = spoilRules(100)
  expect(findings).toBeGreaterThan(100)
  expect(sound).toBeGreaterThan(5)
})

test('50 ways to spoil an answer file', () => {
  const { variant, file } = shippedExample()
  const { findings, sound } = spoilAnswers(variant, file, 50)
  expect(findings).toBeGreaterThan(30)
  expect(sound).toBeGreaterThan(5)
})
