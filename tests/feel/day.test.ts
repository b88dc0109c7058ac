import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { daysBetween, daysLater, daysUntil, weekdayOf, yearsBetween, yearsLater } from '../../src/feel/count-days.ts'
import { dayOnClock, isDay, momentOf } from '../../src/feel/day.ts'

const zone = process.env.TZ
afterEach(() => {
  if (zone === undefined) delete process.env.TZ
  else process.env.TZ = zone
})

test.each(['2026-05-01', '2024-02-29', '0000-01-01', '9999-12-31'])('%s is a day', (text) => expect(isDay(text)).toBe(true))

test.each(['2026-02-29', '2026-13-01', '2026-04-31', '2026-5-1', '2026-05-01T00:00:00Z', '2026-W05', '20260501', '', 'vandaag'])(
  '%j is no day',
  (text) => {
    expect(isDay(text)).toBe(false)
    expect(momentOf(text).valueOf()).toBeNaN()
    expect([daysLater(text, 1), yearsLater(text, 1), daysBetween(text, '2026-01-01'), weekdayOf(text)]).toEqual([null, null, null, null])
    expect(daysUntil(text, '2026-06-01')).toEqual([])
  },
)

test.each([
  ['2026-02-28', 1, '2026-03-01'],
  ['2024-02-28', 1, '2024-02-29'],
  ['2026-01-01', -1, '2025-12-31'],
  ['2026-01-01', 1.9, '2026-01-02'],
  ['2026-01-01', -0.5, '2026-01-01'],
  ['9999-12-31', 1, null],
  ['0000-01-01', -1, null],
  ['2026-01-01', 1e300, null],
])('%s and %d days is %s', (day, count, later) => expect(daysLater(day, count)).toBe(later))

test.each([
  ['2024-02-29', 1, '2025-03-01'],
  ['2024-02-29', 4, '2028-02-29'],
  ['2026-05-01', -30, '1996-05-01'],
  ['2026-05-01', 9000, null],
])('%s and %d years is %s', (day, count, later) => expect(yearsLater(day, count)).toBe(later))

test.each([
  ['2004-02-29', '2025-02-28', 20],
  ['2004-02-29', '2025-03-01', 21],
  ['2005-05-01', '2026-04-30', 20],
  ['2005-05-01', '2026-05-01', 21],
  ['2026-05-01', '2005-05-02', -20],
  ['2026-05-01', '2005-05-01', -21],
])('from %s to %s are %d years', (from, to, years) => expect(yearsBetween(from, to)).toBe(years))

test('days up to a day leave that day out', () => {
  expect(daysUntil('2026-02-27', '2026-03-02')).toEqual(['2026-02-27', '2026-02-28', '2026-03-01'])
  expect(daysUntil('2026-03-02', '2026-03-02')).toEqual([])
  expect(daysUntil('2026-03-02', '2026-02-27')).toEqual([])
  expect(weekdayOf('2026-11-29')).toBe(0)
})

const day = fc
  .date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2199-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

describe.each(['UTC', 'Europe/Amsterdam', 'America/Sao_Paulo', 'Pacific/Kiritimati', 'Pacific/Pago_Pago'])('on a device in %s', (place) => {
  test('going there and coming back are the same number of days, and hours put forward do not matter', () => {
    process.env.TZ = place
    fc.assert(
      fc.property(day, day, (from, to) => {
        const count = daysBetween(from, to) ?? Number.NaN
        expect(daysLater(from, count)).toBe(to)
        expect(count).toBe((Date.parse(to) - Date.parse(from)) / 86_400_000)
        expect(Object.is(daysBetween(from, from), 0)).toBe(true)
      }),
    )
  })

  test('a birthday is the first day on which the years have passed', () => {
    process.env.TZ = place
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 100 }), (born, years) => {
        const birthday = yearsLater(born, years) ?? ''
        expect(yearsBetween(born, birthday)).toBe(years)
        expect(yearsBetween(born, daysLater(birthday, -1) ?? '')).toBe(Math.max(years - 1, 0))
      }),
    )
  })

  test('a moment is midnight in UTC, and the clock gives the day on the wall', () => {
    process.env.TZ = place
    expect(momentOf('2026-03-29').toISOString()).toBe('2026-03-29T00:00:00.000Z')
    expect(dayOnClock(new Date(2026, 2, 29, 0, 30))).toBe('2026-03-29')
    expect(dayOnClock(new Date(2026, 2, 29, 23, 30))).toBe('2026-03-29')
  })
})
