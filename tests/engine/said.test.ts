import { expect, test } from 'vitest'
import { edit, openCase } from '../../src/engine/case.ts'
import { NO_ANSWERS } from '../../src/model/answers/answers.ts'
import type { Edit } from '../../src/model/answers/edit.ts'
import { shippedVariant } from './shipped.ts'

const variant = shippedVariant('voorbeeld')
const empty = openCase(variant, NO_ANSWERS, { today: '2026-03-01' })
const p1: Edit = { kind: 'addRow', collection: 'people', id: 'p1', subject: 'person' }
const p2: Edit = { ...p1, id: 'p2' }

test('what is said stands in the answers of the case, and what is taken back does not', () => {
  const application = edit(empty, [
    { kind: 'answer', fact: 'application.kind', value: 'new' },
    { kind: 'leftEmpty', fact: 'business.branchNumber', row: 'business', left: true },
    { kind: 'attach', document: 'floorPlan', state: 'later' },
    { kind: 'complete', collection: 'people', complete: true },
  ])
  expect(application.answers).toEqual({
    ...NO_ANSWERS,
    values: new Map([['application.kind', 'new']]),
    lists: new Map([['people', []]]),
    complete: new Set(['people']),
    leftEmpty: new Set(['business.branchNumber@business']),
    attachments: new Map([['floorPlan', 'later']]),
  })
  const back = edit(application, [
    { kind: 'answer', fact: 'application.kind', value: undefined },
    { kind: 'leftEmpty', fact: 'business.branchNumber', row: 'business', left: false },
    { kind: 'attach', document: 'floorPlan', state: undefined },
    { kind: 'complete', collection: 'people', complete: false },
  ])
  expect(back.answers).toEqual({ ...NO_ANSWERS, lists: new Map([['people', []]]) })
  expect(application.answers.values.get('application.kind')).toBe('new')
})

test('a row that is taken away leaves its list and keeps its answers, and comes back at its place', () => {
  const two = edit(empty, [p1, p2, { kind: 'answer', fact: 'person.lastName', row: 'p1', value: 'Kadıköy' }])
  const less = edit(two, [{ kind: 'removeRow', collection: 'people', id: 'p1' }])
  expect(less.answers.lists.get('people')).toEqual(['p2'])
  expect(less.answers.values.get('person.lastName@p1')).toBe('Kadıköy')
  expect(edit(less, [{ ...p1, at: 0 }]).answers).toEqual(two.answers)
  expect(edit(two, [p1]).answers).toEqual(two.answers)
})

test('many edits may come before anybody reads the answers', () => {
  let application = empty
  for (let n = 0; n < 20_000; n++) application = edit(application, [{ kind: 'answer', fact: 'premises.area', value: n }])
  expect(application.answers.values).toEqual(new Map([['premises.area', 19_999]]))
})
