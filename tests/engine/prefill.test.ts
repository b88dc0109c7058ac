import { describe, expect, test } from 'vitest'
import { questionsOf } from '../../src/engine/asked/questions.ts'
import { assessCase } from '../../src/engine/assess.ts'
import { edit, openCase } from '../../src/engine/case.ts'
import type { Case } from '../../src/engine/context.ts'
import { prefillOf } from '../../src/engine/facts/prefill.ts'
import { coverage } from '../../src/engine/forms/form-coverage.ts'
import { NO_ANSWERS } from '../../src/model/answers/answers.ts'
import type { Edit } from '../../src/model/answers/edit.ts'
import { exampleOf } from '../journeys/example.ts'
import { answersFor } from './answers.ts'
import { shippedVariant } from './shipped.ts'

const variant = shippedVariant('voorbeeld')
const DATES = { today: '2026-03-02' }
const cafe = openCase(variant, answersFor(variant, exampleOf('cafe-terrace-machines')), DATES)
const offered = (application: Case, fact: string, row: string | null = null): unknown => {
  const question = application.index.questions.get(fact)
  return question ? prefillOf(application, question, row) : undefined
}
const row = (application: Case, subject: string): string =>
  [...new Set(questionsOf(application).asked.flatMap((key) => (key.startsWith(`${subject}.`) ? (key.split('@')[1] ?? []) : [])))][0] ?? ''

describe('what another answer offers', () => {
  test.each([
    { what: 'a text', fact: 'premises.name', from: 'business.tradeName' },
    { what: 'a phone number', fact: 'premises.phone', from: 'business.phone' },
  ])('$what is offered as the answer that would be given: $fact', ({ fact, from }) => {
    const given = cafe.memo.get(`answer|${from}`)
    expect(given).toBeDefined()
    expect(offered(cafe, fact)).toEqual(given)
  })

  // an overlay may offer any kind of answer: each comes back as the file has it
  test.each([
    { type: 'amount', from: 'financing.equity.amount' },
    { type: 'date', from: 'application.startDate' },
    { type: 'integer', from: 'premises.maxPersons' },
    { type: 'multiChoice', from: 'business.sideUses' },
    { type: 'yesNo', from: 'music.outside' },
  ])('$type comes back as it was answered', ({ type, from }) => {
    const question = cafe.index.questions.get(from)
    const given = cafe.memo.get(`answer|${from}`)
    expect(question?.type).toBe(type)
    expect(given).toBeDefined()
    if (question)
      expect(prefillOf(cafe, { ...question, prefill: { expr: { op: 'fact', id: from }, source: from, file: '', line: 1 } }, null)).toEqual(
        given,
      )
  })

  test('a time comes back as a clock time, past midnight too', () => {
    const nights = questionsOf(cafe).asked.filter((key) => key.startsWith('hours.close@'))
    const late = nights.find((key) => String(cafe.memo.get(`answer|${key}`)).endsWith('+1')) ?? ''
    const question = cafe.index.questions.get('hours.close')
    if (!question) throw new Error('hours.close is no question')
    const prefill = { expr: { op: 'get', id: 'hours.close', of: { op: 'var', name: 'row' } } as const, source: '', file: '', line: 1 }
    expect(prefillOf(cafe, { ...question, prefill }, late.split('@')[1] ?? null)).toMatch(/^0\d:\d\d\+1$/)
  })

  test('a computed area, and an option', () => {
    const terrace = row(cafe, 'terrace')
    const [length, width] = ['length', 'width'].map((side) => Number(cafe.memo.get(`answer|terrace.${side}@${terrace}`)))
    expect(offered(cafe, 'terrace.area', terrace)).toBe((length ?? 0) * (width ?? 0))
    expect(offered(cafe, 'terrace.currentUse', terrace)).toBe('pavement')
  })

  test('nothing while its answer is not there', () => {
    const empty = openCase(variant, NO_ANSWERS, DATES)
    expect(
      variant.questions.filter(({ subject }) => subject === 'case').flatMap((question) => prefillOf(empty, question, null) ?? []),
    ).toEqual(['NL', 'NL', 'NL'])
  })

  test('the row before it in the list, and nothing for the first', () => {
    const rooms = (exampleOf('cafe-terrace-machines').collections.rooms ?? []).map(({ id }) => id)
    expect(offered(cafe, 'room.height', rooms[0] ?? '')).toBeNull()
    expect(offered(cafe, 'room.height', rooms[1] ?? '')).toBe(cafe.memo.get(`answer|room.height@${rooms[0]}`))
  })

  test('is used nowhere before it is an answer', () => {
    const without = edit(cafe, [{ kind: 'answer', fact: 'premises.name', value: undefined }])
    expect(offered(without, 'premises.name')).toBe(cafe.memo.get('answer|business.tradeName'))
    expect(questionsOf(without).open).toContain('premises.name')
  })
})

describe('what an earlier answer settles', () => {
  const tick = (...ids: string[]): Edit => ({ kind: 'answer', fact: 'premises.installations', value: ids })
  const boxText = (application: Case, nr: string): string | null =>
    coverage(application)
      .flatMap((form) => form.sections.flatMap(({ instances }) => instances.flatMap(({ boxes }) => boxes)))
      .find((box) => box.nr === nr)?.text ?? null
  const bottles: Edit = { kind: 'answer', fact: 'gas.co2Bottles.count', value: undefined }

  test('is not asked, and its box says what follows; ticked, it is asked', () => {
    const none = edit(cafe, [bottles, tick('none')])
    expect(questionsOf(none).open).toEqual([])
    expect(boxText(none, 'E82')).toBe('0')
    expect(questionsOf(edit(cafe, [bottles, tick('co2Bottles')])).open).toContain('gas.co2Bottles.count')
  })

  test('the list is asked before what hangs on it', () => {
    const before = edit(cafe, [bottles, { kind: 'answer', fact: 'premises.installations', value: undefined }])
    expect(questionsOf(before).open).toContain('premises.installations')
    expect(questionsOf(before).open).not.toContain('gas.co2Bottles.count')
  })

  test('an exact answer counts before the list, on the form too, and the clash is said', () => {
    const both = edit(cafe, [tick('none'), { kind: 'answer', fact: 'gas.co2Bottles.count', value: 3 }])
    expect(boxText(both, 'E82')).toMatch(/^3/)
    expect(assessCase(both).checks.map(({ id }) => id)).toContain('clash.gas.co2Bottles.count')
    expect(assessCase(cafe).checks.filter(({ id }) => id.startsWith('clash.'))).toEqual([])
  })
})

test('a coarse answer that an exact one overrules is printed nowhere', () => {
  const wrong = edit(cafe, [{ kind: 'answer', fact: 'activity.terraceUntil', value: '09:00' }])
  const texts = coverage(wrong).flatMap((form) =>
    form.sections.flatMap(({ instances }) => instances.flatMap(({ boxes }) => boxes.flatMap((box) => box.text ?? []))),
  )
  expect(texts.filter((text) => text.includes('09:00') || text.includes('9:00')).length).toBe(
    coverage(cafe).flatMap((form) =>
      form.sections.flatMap(({ instances }) =>
        instances.flatMap(({ boxes }) => boxes.filter((box) => box.text?.includes('09:00') || box.text?.includes('9:00'))),
      ),
    ).length,
  )
})
