import { describe, expect, test } from 'vitest'
import { assess } from '../../src/engine/assess.ts'
import { answersFor } from './answers.ts'
import { smallVariant } from './small-rules.ts'

const HOURS_QUESTIONS = [
  { id: 'hours.purpose', subject: 'hours', type: 'choice', options: ['opening', 'music'], optional: true },
  { id: 'hours.place', subject: 'hours', type: 'choice', options: ['inside', 'terrace'] },
  { id: 'hours.night', subject: 'hours', type: 'choice', options: ['mon', 'fri'] },
  { id: 'hours.season', subject: 'hours', type: 'choice', options: ['all', 'summer', 'winter'] },
  { id: 'hours.open', subject: 'hours', type: 'time' },
  { id: 'hours.close', subject: 'hours', type: 'time' },
]

describe('opening hours held against the town', () => {
  const variant = smallVariant({
    questions: [{ id: 'application.startDate', type: 'date' }, ...HOURS_QUESTIONS],
    collections: [{ id: 'hours', subject: 'hours' }],
    hours: [
      {
        id: 'inside.old',
        place: 'inside',
        nights: ['mon', 'fri'],
        open: '07:00',
        close: '01:00+1',
        until: '2027-12-31',
        decidedBy: 'startDate',
      },
      {
        id: 'inside.new',
        place: 'inside',
        nights: ['mon', 'fri'],
        open: '07:00',
        close: '00:00+1',
        from: '2028-01-01',
        decidedBy: 'startDate',
      },
      { id: 'terrace.summer', place: 'terrace', nights: ['mon', 'fri'], season: 'summer', open: null, close: '01:00+1' },
      { id: 'terrace.winter', place: 'terrace', nights: ['mon', 'fri'], season: 'winter', open: null, close: '23:00' },
    ],
  })
  const verdict = (row: Record<string, unknown>, start = '2026-05-01') =>
    assess(
      variant,
      answersFor(variant, {
        answers: { 'application.startDate': start },
        collections: { hours: [{ id: 'h1', night: 'fri', place: 'inside', season: 'all', open: '10:00', ...row }] },
      }),
      { today: '2026-03-01' },
    ).hours[0]?.verdict

  test.each([
    { row: { close: '23:00' }, verdict: 'ok', why: '23:00 is before 01:00 of the next day' },
    { row: { close: '01:00+1' }, verdict: 'ok', why: 'exactly at closing time' },
    { row: { close: '01:30+1' }, verdict: 'tooLate', why: 'half an hour late, past midnight' },
    { row: { close: '03:00+1' }, verdict: 'tooLate', why: '03:00 of the next day is not early in the morning' },
    { row: { open: '06:30', close: '22:00' }, verdict: 'tooEarly', why: 'half an hour early' },
    { row: { place: 'terrace', season: 'all', close: '00:30+1' }, verdict: 'tooLate', why: 'all year counts the winter too' },
    { row: { place: 'terrace', season: 'summer', close: '00:30+1' }, verdict: 'ok', why: 'summer alone' },
  ])('$row gives $verdict: $why', ({ row, verdict: expected }) => expect(verdict(row)).toBe(expected))

  test('the regime of the start date counts, not that of today', () => {
    expect([verdict({ close: '01:00+1' }, '2026-05-01'), verdict({ close: '01:00+1' }, '2028-05-01')]).toEqual(['ok', 'tooLate'])
  })

  test('are unknown, not fine, where the town says nothing', () => {
    const none = smallVariant({
      questions: [{ id: 'application.startDate', type: 'date' }, ...HOURS_QUESTIONS],
      collections: [{ id: 'hours', subject: 'hours' }],
    })
    const result = assess(
      none,
      answersFor(none, {
        collections: { hours: [{ id: 'h1', night: 'fri', place: 'inside', season: 'all', open: '10:00', close: '05:00+1' }] },
      }),
      { today: '2026-03-01' },
    )
    expect(result.hours[0]).toMatchObject({ verdict: 'unknown', allowed: null })
  })
})

describe('fees', () => {
  const rules = (amounts: Record<string, unknown>[], more: Record<string, unknown> = {}) => ({
    questions: [
      { id: 'application.filingDate', type: 'date', optional: true },
      { id: 'machines.count', type: 'integer' },
    ],
    fees: [{ id: 'permit.price', licence: 'permit', amounts, ...more }],
  })
  const lines = (amounts: Record<string, unknown>[], answers: Record<string, unknown> = {}, more: Record<string, unknown> = {}) => {
    const variant = smallVariant(rules(amounts, more))
    return assess(variant, answersFor(variant, { answers }), { today: '2026-03-01' }).fees
  }

  test('are exact to the cent and rounded once', () => {
    expect(lines([{ amount: '141.55 * 0.25' }]).lines[0]?.cents).toBe(3539)
    expect(lines([{ amount: '141.55 * 0.25' }], {}, { round: 'down' }).lines[0]?.cents).toBe(3538)
    expect(lines([{ amount: '0.1 + 0.2' }]).lines[0]?.cents).toBe(30)
  })

  test('show the formula with the answers in it', () => {
    const fees = lines([{ amount: '22.50 + 34.00 * machines.count' }], { 'machines.count': 2 })
    expect(fees).toMatchObject({ totalCents: 9050, knownCents: 9050 })
    expect(fees.lines[0]?.formula).toContain('2')
  })

  test('that are not known are unknown, never nothing', () => {
    expect(lines([{ amount: null }])).toMatchObject({ totalCents: null, knownCents: 0, unknown: ['permit.price'] })
  })

  test('wait for the answers they need', () => {
    expect(lines([{ amount: '34.00 * machines.count' }])).toMatchObject({ totalCents: null, lines: [{ cents: null }] })
  })

  test('of an earlier year are stale and stand outside the total', () => {
    const fees = lines([{ amount: 100, until: '2025-12-31' }])
    expect(fees).toMatchObject({ totalCents: null, knownCents: 0, lines: [{ cents: 10000, stale: true }] })
  })

  test('follow the date of filing', () => {
    const amounts = [
      { amount: 100, until: '2025-12-31' },
      { amount: 104, from: '2026-01-01' },
    ]
    expect(lines(amounts).totalCents).toBe(10400)
    expect(lines(amounts, { 'application.filingDate': '2025-12-01' }).totalCents).toBe(10000)
  })

  test('levied every year or by somebody else are not in the total', () => {
    expect(lines([{ amount: 80 }], {}, { kind: 'yearly' })).toMatchObject({ totalCents: 0, yearlyCents: 8000 })
    expect(lines([{ amount: 80 }], {}, { kind: 'elsewhere' })).toMatchObject({ totalCents: 0, yearlyCents: 0 })
  })
})
