import { describe, expect, test } from 'vitest'
import { openCase } from '../../src/engine/case.ts'
import { saidBefore, stepFields } from '../../src/machine/step-fields.ts'
import { answersFor } from '../engine/answers.ts'
import { shippedVariant } from '../engine/shipped.ts'

const variant = shippedVariant('voorbeeld')
const night = { 'hours.purpose': 'opening', 'hours.place': 'inside', 'hours.season': 'all', 'hours.open': '10:00' }
const rows = [
  { id: 'h1', ...night, 'hours.night': 'mon', 'hours.close': '23:00' },
  { id: 'h2', ...night, 'hours.night': 'sat', 'hours.close': '01:00+1' },
]
const caseOf = (file: Record<string, unknown>) => openCase(variant, answersFor(variant, file), { today: '2026-03-02' })
const asks = (step: string, file: Record<string, unknown>) => {
  const found = variant.steps.find(({ id }) => id === step)
  if (!found) throw new Error(`${step} is no step`)
  const { fields, follows } = stepFields(caseOf(file), found, true)
  return {
    asked: fields.map(({ key }) => key),
    labels: fields.map(({ question }) => question.label.nl),
    follows: follows.map(({ question, from }) => `${question.id} from ${from.split('@')[0]}`),
  }
}

describe('a step of the tree asks what is not known', () => {
  test.each([
    { step: 'zoning', parent: 'premises.wasHospitality', answer: true, other: false, after: 'premises.previousUse' },
    { step: 'alcohol', parent: 'activity.alcohol', answer: 'onSite', other: 'none', after: 'activity.alcoholStrength' },
    { step: 'terrace', parent: 'activity.terrace', answer: ['ownGround'], other: ['none'], after: 'activity.terraceUntil' },
    { step: 'machines', parent: 'gaming.wanted', answer: 'machines', other: 'none', after: 'gaming.count' },
    { step: 'installations', parent: 'premises.installations', answer: ['gasBottles'], other: ['none'], after: 'gas.bottleCount' },
  ])('$after comes when $parent asks for it, not before', ({ step, parent, answer, other, after }) => {
    const fresh = { 'application.kind': 'new', 'activity.main': 'drinking', 'activity.extras': ['terrace', 'games'] }
    expect(asks(step, { answers: fresh }).asked).toContain(parent)
    expect(asks(step, { answers: fresh }).asked).not.toContain(after)
    expect(asks(step, { answers: { ...fresh, [parent]: answer } }).asked).toContain(after)
    expect(asks(step, { answers: { ...fresh, [parent]: other } }).asked).not.toContain(after)
  })

  test('what was ticked before is asked in the words of this case', () => {
    const label = (answers: Record<string, unknown>) => asks('terrace', { answers: { 'activity.main': 'drinking', ...answers } }).labels[0]
    expect(label({ 'application.kind': 'new', 'activity.extras': ['terrace'] })).toBe('Waar komt het terras?')
    expect(label({ 'application.kind': 'terraceChange' })).toBe('Wilt u een terras?')
  })

  test('the latest closing time is asked until the week is filled in, and follows from it then', () => {
    const answers = { 'application.kind': 'new', 'opening.latestClose': '22:00' }
    expect(asks('closingTime', { answers })).toMatchObject({ asked: ['opening.latestClose'], follows: [] })
    expect(asks('closingTime', { answers, collections: { hours: rows } })).toMatchObject({ asked: ['opening.latestClose'], follows: [] })
    expect(asks('closingTime', { answers, collections: { hours: rows }, complete: ['hours'] })).toMatchObject({
      asked: [],
      follows: ['opening.latestClose from hours.close'],
    })
  })
})

test('a list of ticks is not asked once everything behind it was answered by itself, and nobody waits for it', () => {
  const behind = { 'fire.childrenCare': false, 'fire.careGroup': false, 'premises.roomLetting': false }
  const answers = { 'application.kind': 'new', 'activity.main': 'drinking', 'activity.extras': ['stay'], 'lodging.beds': 0 }
  expect(asks('lodging', { answers }).asked).toContain('premises.specialUse')
  expect(asks('lodging', { answers: { ...answers, ...behind } }).asked).toEqual(['lodging.beds'])
  expect(caseOf({ answers: { ...answers, ...behind } }).memo.get('step|lodging').open).toEqual([])
})

test('a list shows what was said of the whole before its rows are described', () => {
  const answers = { 'application.kind': 'new', 'opening.latestClose': '22:00', 'gaming.wanted': 'machines', 'gaming.count': 2 }
  expect(saidBefore(caseOf({ answers }), 'hours').map(({ question, answer }) => [question.id, answer])).toEqual([
    ['opening.latestClose', '22:00'],
  ])
  expect(saidBefore(caseOf({ answers }), 'machines').map(({ question }) => question.id)).toEqual(['gaming.count'])
})
