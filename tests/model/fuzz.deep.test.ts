import { test } from 'vitest'
import { spoilAnswers, spoilRules } from './fuzz.ts'
import { shippedExample } from './spoilable.ts'

test('2,500 ways to spoil the rules', () => {
  spoilRules(2_500, 10_001)
})

test('1,000 ways to spoil an answer file', () => {
  const { variant, file } = shippedExample()
  spoilAnswers(variant, file, 1_000, 10_001)
})
