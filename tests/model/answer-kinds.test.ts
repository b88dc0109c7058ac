import { afterEach, beforeEach, expect, test } from 'vitest'
import { asAnswer, asValue } from '../../src/engine/answer-kinds/as-value.ts'
import { formatAnswer } from '../../src/engine/answer-kinds/print-answer.ts'
import { openCase } from '../../src/engine/case.ts'
import { packetContent } from '../../src/engine/packet/packet-content.ts'
import { ANSWER_KINDS } from '../../src/model/answer-kinds/answer-kinds.ts'
import { FACT_TYPES } from '../../src/model/answer-kinds/fact-types.ts'
import { no } from '../../src/model/answer-kinds/input-problem.ts'
import { code } from '../../src/model/answer-kinds/texts.ts'
import { fileAnswer } from '../../src/model/answers/answer-problem.ts'
import { inputSchema, typedOf } from '../../src/model/answers/input.ts'
import { readAnswers } from '../../src/model/answers/read-answers.ts'
import { answersText } from '../../src/model/answers/write-answers.ts'
import { factType } from '../../src/model/names.ts'
import type { FactType } from '../../src/model/schema/question.ts'
import type { ResolvedQuestion, Variant } from '../../src/model/variant.ts'
import { shippedVariant } from '../engine/shipped.ts'
import { exampleOf } from '../journeys/example.ts'

/** A kind of answer that no rule set has: four letters of a ship, printed in capitals and kept so. */
const PLANTED = 'callSign' as FactType
beforeEach(() => {
  Reflect.set(ANSWER_KINDS, PLANTED, {
    ...code((typed) => (/^[a-z]{4}$/i.test(typed) ? typed.toUpperCase() : no('kvk'))),
    parse: (typed: string) => typed.replaceAll('-', ''),
  })
})
afterEach(() => void Reflect.deleteProperty(ANSWER_KINDS, PLANTED))

const variant = shippedVariant('voorbeeld')
const FACT = variant.names.business.tradeName
const planted: Variant = {
  ...variant,
  questions: variant.questions.map((question): ResolvedQuestion => (question.id === FACT ? { ...question, type: PLANTED } : question)),
}
const question = planted.questions.find(({ id }) => id === FACT) as ResolvedQuestion

test('a kind that one folder was given is parsed, judged, read, computed with and printed', () => {
  const typed = inputSchema(question)
  expect(typed.safeParse('pa-bc')).toEqual({ success: true, data: 'PABC' })
  expect(typed.safeParse('pa-b1').error?.issues[0]?.message).toBe('kvk')
  expect(typedOf(question, 'PABC')).toBe('PABC')
  expect(fileAnswer(question, 'pabc')).toEqual({ answer: 'PABC' })
  expect(fileAnswer(question, 'five5')).toMatchObject({ problem: { code: 'ANSWER_VALUE' } })
  expect(fileAnswer(question, 5)).toMatchObject({ problem: { code: 'ANSWER_TYPE', mend: 'Put it between quotes.' } })
  expect(factType({ id: FACT, type: PLANTED })).toEqual({ kind: 'string' })
  expect(
    asAnswer(
      question,
      asValue(question, 'PABC', () => null),
    ),
  ).toBe('PABC')
  expect(formatAnswer(question, 'PABC', 'nl', (id) => id)).toBe('PABC')
})

test('it stands in the boxes of the packet', () => {
  const file = exampleOf('cafe-terrace-machines')
  const read = readAnswers({ ...file, answers: { ...file.answers, [FACT]: 'pabc' } }, planted, 'planted', () => ({ line: 1, column: 1 }))
  expect(read.findings).toEqual([])
  const content = packetContent(openCase(planted, read.answers, { today: '2026-03-01' }), 'HC-1', answersText(file))
  expect(JSON.stringify(content.forms)).toContain('PABC')
})

test('every kind says of itself what belongs together', () => {
  expect(Object.keys(ANSWER_KINDS).filter((name) => name !== PLANTED)).toEqual([...FACT_TYPES])
  for (const [name, { holds, bounds, judge, feel }] of Object.entries(ANSWER_KINDS)) {
    const type = feel({ id: 'a', options: ['x'] })
    expect([name, bounds === 'number'], name).toEqual([name, type.kind === 'number'])
    expect([name, judge.number !== undefined], name).toEqual([name, type.kind === 'number'])
    expect([name, judge.ticks !== undefined], name).toEqual([name, holds === 'options'])
    expect([name, judge.flag !== undefined], name).toEqual([name, type.kind === 'boolean'])
  }
})

test('a kind that is listed and nowhere described is refused by the compiler', () => {
  type Floor = Readonly<Record<FactType | 'callSign', unknown>>
  // @ts-expect-error: the floor of the model lacks callSign
  const model: Floor = ANSWER_KINDS
  expect(Object.keys(model)).toContain(PLANTED)
})
