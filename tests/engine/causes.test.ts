import { describe, expect, test } from 'vitest'
import { edit, openCase } from '../../src/engine/case.ts'
import type { Case } from '../../src/engine/context.ts'
import { disagreement } from '../../src/engine/facts/agree.ts'
import { clashes, contradicted, rowsOf } from '../../src/engine/facts/clashes.ts'
import { blockers } from '../../src/engine/outcome/checks/fired-checks.ts'
import { causesOf } from '../../src/engine/why/causes.ts'
import { answerKey } from '../../src/model/answers/answers.ts'
import type { AnswerJson } from '../../src/model/schema/answer-file.ts'
import type { ResolvedQuestion } from '../../src/model/variant.ts'
import { exampleOf } from '../journeys/example.ts'
import { answersFor } from './answers.ts'
import { shippedVariant } from './shipped.ts'

const variant = shippedVariant('voorbeeld')
const application = openCase(variant, answersFor(variant, { ...exampleOf('cafe-terrace-machines'), variant: 'voorbeeld' }), {
  today: '2026-03-02',
})

describe('what a finding comes from', () => {
  test.each([
    { fact: 'fire.doorsNoKey', value: false, check: 'fw5', cause: 'fire.doorsNoKey' },
    { fact: 'premises.zoning', value: 'no', check: 'w20', cause: 'premises.zoning' },
    { fact: 'gaming.adultAudience', value: false, check: 'gmW4', cause: 'gaming.adultAudience' },
    { fact: 'application.startDate', value: '2026-03-03', check: 'wd', cause: 'application.startDate' },
  ])('$check comes first of all from $cause', ({ fact, value, check, cause }) => {
    const made = edit(application, [{ kind: 'answer', fact, value }])
    const found = blockers(made).find(({ id }) => id === check)
    expect(found && causesOf(made, found)[0]).toEqual({ kind: 'answer', key: cause })
  })
})

/** Answers that a question of this kind can have. */
function answersTo(question: ResolvedQuestion): readonly AnswerJson[] {
  switch (question.type) {
    case 'yesNo':
      return [true, false]
    case 'choice':
      return question.options?.map(({ id }) => id) ?? []
    case 'time':
      return ['04:00+1']
    case 'text':
      return []
    default:
      return question.options || question.type === 'date' || question.type === 'party' ? [] : [3, 400]
  }
}

/** A case in which this question is answered against what the others say. */
function against(application: Case, question: ResolvedQuestion, row: string | null): Case | null {
  for (const value of answersTo(question)) {
    const made = edit(application, [{ kind: 'answer', fact: question.id, row, value }])
    if (contradicted(made, question, row) !== null) return made
  }
  return null
}

describe('answers that contradict each other', () => {
  const cases = application.index.doubled.flatMap((question) =>
    rowsOf(application, question).flatMap((row) => {
      const made = against(application, question, row)
      return made ? [{ id: answerKey(question.id, row), question, row, made }] : []
    }),
  )

  test('there are some to try', () => expect(cases.length).toBeGreaterThan(12))

  test('each way out that is offered makes them agree, on the answer that it names', () => {
    const wrong = cases.flatMap(({ id, question, row, made }) => {
      const found = disagreement(made, question, row)
      if (!found || found.ways.length === 0) return [`${id}: no way`]
      return found.ways.flatMap((way) => {
        const after = edit(made, way.edits)
        const left = clashes(after).filter((check) => check.id === `clash.${question.id}` && check.row === row)
        const keeps = way.keep === found.said || way.keep === found.follows
        return left.length > 0 || !keeps ? [`${id}: ${way.keep}`] : []
      })
    })
    expect(wrong).toEqual([])
  })

  test('a tick can follow the answer behind it', () => {
    const made = edit(application, [
      { kind: 'answer', fact: 'fire.escape', value: ['exitSigns', 'emergencyLight'] },
      { kind: 'answer', fact: 'fire.doorsNoKey', value: true },
    ])
    const question = made.index.questions.get('fire.doorsNoKey')
    const found = question && disagreement(made, question, null)
    expect(found?.ways[0]?.edits).toEqual([
      { kind: 'answer', fact: 'fire.escape', row: null, value: ['exitSigns', 'emergencyLight', 'doorsNoKey'] },
    ])
  })
})
