import { describe, expect, test } from 'vitest'
import { assess } from '../../src/engine/assess.ts'
import { answersFor } from './answers.ts'
import { smallVariant } from './small-rules.ts'

const NIGHTS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

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
        nights: NIGHTS,
        open: '07:00',
        close: '01:00+1',
        until: '2027-12-31',
        decidedBy: 'startDate',
      },
      {
        id: 'inside.new',
        place: 'inside',
        nights: NIGHTS,
        open: '07:00',
        close: '00:00+1',
        from: '2028-01-01',
        decidedBy: 'startDate',
      },
      { id: 'terrace.summer', place: 'terrace', nights: NIGHTS, season: 'summer', open: null, close: '01:00+1' },
      { id: 'terrace.winter', place: 'terrace', nights: NIGHTS, season: 'winter', open: null, close: '23:00' },
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

describe('nights of events', () => {
  const week = { place: 'inside', nights: ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] }
  const both = (text: string) => ({ nl: text, en: text })
  const rules = (hours: Record<string, unknown>[]) =>
    smallVariant({
      questions: [
        { id: 'application.startDate', type: 'date' },
        { id: 'business.dances', type: 'yesNo' },
        ...HOURS_QUESTIONS.map((question) => (question.id === 'hours.night' ? { ...question, options: ['mon', 'fri', 'sun'] } : question)),
      ],
      collections: [{ id: 'hours', subject: 'hours' }],
      seasons: [
        { id: 'summer', from: '03-01', until: '10-31' },
        { id: 'winter', from: '11-01', until: '02-29' },
      ],
      hours,
    })
  const ordinary = [
    { id: 'week', ...week, nights: ['sun', 'mon', 'tue', 'wed', 'thu'], open: '07:00', close: '01:00+1' },
    { id: 'weekend', ...week, nights: ['fri', 'sat'], open: '07:00', close: '03:00+1' },
    { id: 'terrace.summer', ...week, place: 'terrace', season: 'summer', open: '08:00', close: '00:00+1' },
    { id: 'terrace.winter', ...week, place: 'terrace', season: 'winter', open: '08:00', close: '22:00' },
  ]
  const resultOf = (
    events: Record<string, unknown>[],
    start: string,
    answers: Record<string, unknown> = {},
    rows: Record<string, unknown>[] = [],
  ) => {
    const variant = rules([...events, ...ordinary])
    return assess(variant, answersFor(variant, { answers: { 'application.startDate': start, ...answers }, collections: { hours: rows } }), {
      today: '2026-01-01',
    })
  }
  const king = {
    id: 'king',
    ...week,
    event: both('Koningsnacht'),
    from: '2026-04-26',
    until: '2026-04-26',
    open: '07:00',
    close: '04:00+1',
  }
  const newYear = {
    id: 'newYear',
    ...week,
    event: both('Nieuwjaar'),
    yearly: { from: '12-31', until: '12-31' },
    open: '07:00',
    close: null,
  }

  test('take the place of the hours of that night, inside and on the terrace apart', () => {
    const outside = { ...king, id: 'kingTerrace', place: 'terrace', close: '02:00+1' }
    expect(resultOf([king, outside], '2026-04-01').eventHours).toMatchObject([
      // a Sunday in summer
      { id: 'king', from: '2026-04-26', until: '2026-04-26', allowed: { close: '04:00+1' }, instead: { close: '01:00+1' } },
      { id: 'kingTerrace', allowed: { close: '02:00+1' }, instead: { close: '00:00+1' } },
    ])
  })

  test('hold only on the nights that are named', () => {
    const carnival = {
      id: 'carnival',
      ...week,
      nights: ['fri', 'sat'],
      event: both('Carnaval'),
      from: '2026-02-12',
      until: '2026-02-17',
      open: null,
      close: '05:00+1',
    }
    expect(resultOf([carnival], '2026-02-01').eventHours).toMatchObject([
      { from: '2026-02-13', until: '2026-02-14', instead: { close: '03:00+1' } },
    ])
  })

  test('come back every year, and over New Year', () => {
    expect(resultOf([newYear], '2026-03-01').eventHours).toMatchObject([
      { from: '2026-12-31', allowed: { close: null }, instead: { close: '01:00+1' } },
    ])
    const feast = { ...newYear, id: 'feast', place: 'terrace', yearly: { from: '12-30', until: '01-02' }, close: '23:30' }
    expect(resultOf([feast], '2026-12-01').eventHours).toMatchObject([
      { from: '2026-12-30', until: '2027-01-02', instead: { close: '22:00' } },
    ])
  })

  test('are shown for a year from the start, not before it', () => {
    expect(resultOf([king], '2026-04-27').eventHours).toEqual([])
    expect(resultOf([king], '2025-04-20').eventHours).toEqual([])
    expect(resultOf([king, newYear], '2026-04-26').eventHours.map(({ id }) => id)).toEqual(['king', 'newYear'])
  })

  test('of two events on one night the first decides', () => {
    const long = { ...king, id: 'long', from: '2026-04-25', until: '2026-04-27', close: '02:00+1' }
    expect(resultOf([king, long], '2026-04-01').eventHours.map(({ id, from, until }) => [id, from, until])).toEqual([
      ['long', '2026-04-25', '2026-04-27'],
      ['king', '2026-04-26', '2026-04-26'],
    ])
    expect(resultOf([king, { ...long, from: '2026-04-26', until: '2026-04-26' }], '2026-04-01').eventHours.map(({ id }) => id)).toEqual([
      'king',
    ])
  })

  test('wait for the answer that decides them, and are not there when it says no', () => {
    const dancing = { ...king, when: 'business.dances' }
    expect(resultOf([dancing], '2026-04-01').eventHours).toEqual([])
    expect(resultOf([dancing], '2026-04-01', { 'business.dances': false }).eventHours).toEqual([])
    expect(resultOf([dancing], '2026-04-01', { 'business.dances': true }).eventHours).toHaveLength(1)
  })

  test('are no measure for the week, even when the business starts on one', () => {
    const row = { id: 'h1', place: 'inside', night: 'sun', season: 'all', open: '10:00', close: '04:00+1' }
    expect(resultOf([king], '2026-04-26', {}, [row]).hours[0]).toMatchObject({ verdict: 'tooLate', allowed: { close: '01:00+1' } })
  })

  test('a window with dates but without an event is the week of that time: that of the start date holds', () => {
    const summer = { id: 'works', ...week, from: '2026-06-01', until: '2026-08-31', open: '07:00', close: '00:00+1' }
    const row = { id: 'h1', place: 'inside', night: 'fri', season: 'all', open: '10:00', close: '02:00+1' }
    expect(
      ['2026-05-31', '2026-06-01', '2026-08-31', '2026-09-01'].map((start) => resultOf([summer], start, {}, [row]).hours[0]?.verdict),
    ).toEqual(['ok', 'tooLate', 'tooLate', 'ok'])
  })
})
