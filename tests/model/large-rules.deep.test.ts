import { describe, expect, test } from 'vitest'
import { assessCase } from '../../src/engine/assess.ts'
import { edit, openCase } from '../../src/engine/case.ts'
import { NO_ANSWERS } from '../../src/model/answers/answers.ts'
import { smallVariant } from '../engine/small-rules.ts'
import { fact, largeRules } from '../made-up/large-rules.ts'

describe('a rule set ten times as large as ours', () => {
  test('is loaded, and assessed after an answer as from scratch', () => {
    const variant = smallVariant(largeRules(10))
    expect(variant.questions).toHaveLength(3201)
    const values = new Map<string, boolean>([
      ['all.first', true],
      ...variant.questions.flatMap(({ id, type }): [string, boolean][] => (type === 'yesNo' ? [[id, true]] : [])),
    ])
    const answers = { ...NO_ANSWERS, values }
    const application = openCase(variant, answers, { today: '2026-03-01' })
    expect(assessCase(application).counts.boxes).toBe(5000)
    const after = edit(application, [{ kind: 'answer', fact: fact(7, 0), value: false }])
    values.set(fact(7, 0), false)
    expect(assessCase(after)).toEqual(assessCase(openCase(variant, answers, { today: '2026-03-01' })))
    expect(
      assessCase(after)
        .licences.map(({ verdict }) => verdict)
        .filter((verdict) => verdict === 'notNeeded'),
    ).toHaveLength(1)
  })
})
