import { expect, test } from 'vitest'
import { assessCase } from '../../src/engine/assess.ts'
import { edit, openCase } from '../../src/engine/case.ts'
import type { AnswerJson } from '../../src/model/schema/answer-file.ts'
import { answersFor } from './answers.ts'
import { smallVariant } from './small-rules.ts'

const variant = smallVariant({
  questions: [
    { id: 'terrace.wanted', type: 'yesNo' },
    { id: 'terrace.heated', type: 'yesNo' },
  ],
  licences: [{ id: 'terrace', rules: [{ id: 'wanted', when: 'terrace.wanted', verdict: 'needed' }] }],
  checks: [
    { id: 'one', when: 'verdict("terrace") = "needed"' },
    { id: 'own', when: 'verdict("terrace") = "needed" and terrace.heated' },
    { id: 'within', when: 'verdict("terrace") = "needed" and (terrace.heated and terrace.wanted)' },
  ],
})
const after = (answers: Record<string, AnswerJson>) => openCase(variant, answersFor(variant, { answers }), { today: '2026-03-01' })

test.each([
  { given: 'its own condition is undecided', answers: { 'terrace.wanted': true }, fires: false, rests: ['fact|terrace.heated|'] },
  {
    given: 'its own condition is false',
    answers: { 'terrace.wanted': true, 'terrace.heated': false },
    fires: false,
    rests: ['fact|terrace.heated|'],
  },
  {
    given: 'its own condition holds',
    answers: { 'terrace.wanted': true, 'terrace.heated': true },
    fires: true,
    rests: ['fact|terrace.heated|', 'word|terrace'],
  },
])('a check rests on the verdict that all name only if $given', ({ answers, fires, rests }) => {
  const { get, memo } = after(answers)
  expect(get('firing|own')).toBe(fires)
  expect(memo.dependencies('firing|own')).toEqual(rests)
})

test('conditions within a condition are held one after the other too', () => {
  const { get, memo } = after({ 'terrace.wanted': true })
  expect(get('firing|within')).toBe(false)
  expect(memo.dependencies('firing|within')).toEqual(['fact|terrace.wanted|', 'fact|terrace.heated|'])
})

test('what a check says it rests on is what is written', () => {
  const { get, memo } = after({ 'terrace.wanted': true, 'terrace.heated': false })
  expect(get('check|own')).toEqual([])
  expect(memo.dependencies('check|own')).toEqual(['word|terrace', 'fact|terrace.heated|'])
})

test('an assessment holds a check that fires, and no longer when it does not', () => {
  const application = after({ 'terrace.wanted': true, 'terrace.heated': true })
  const firing = (of: typeof application) => assessCase(of).checks.map(({ id }) => id)
  expect(firing(application)).toEqual(['one', 'own', 'within'])
  expect(firing(edit(application, [{ kind: 'answer', fact: 'terrace.heated', value: undefined }]))).toEqual(['one'])
})
