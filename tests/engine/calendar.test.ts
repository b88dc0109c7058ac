import Holidays from 'date-holidays'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openProject, openVariant } from '../../src/cli/project.ts'
import { endOfTerm, isDayOff, isDecreed } from '../../src/engine/outcome/calendar.ts'
import { daysLater, daysUntil, weekdayOf } from '../../src/feel/count-days.ts'

const { variant } = openVariant(openProject(process.cwd(), undefined), 'voorbeeld', '2026-03-02')
if (!variant) throw new Error('voorbeeld has mistakes')
const { calendar } = variant
const library = new Holidays('NL')

/** The act names these two, which the library holds for days that only schools have off. */
const OF_THE_ACT = new Set(['Goede Vrijdag', 'Bevrijdingsdag'])

describe('days off, judged by a calendar library', () => {
  for (let year = 2020; year <= 2045; year += 1) {
    test(`${year}: the same days as the library, beside those of a decree`, () => {
      const theirs = library
        .getHolidays(year)
        .filter(({ type, name }) => type === 'public' || OF_THE_ACT.has(name))
        .map(({ date }) => date.slice(0, 10))
      const ours = daysUntil(`${year}-01-01`, `${year + 1}-01-01`).filter(
        (day) => isDayOff({ ...calendar, equated: [] }, day) && !isWeekend(day),
      )
      expect(ours).toEqual([...new Set(theirs)].filter((day) => !isWeekend(day)).toSorted())
    })
  }
})

const isWeekend = (day: string): boolean => [0, 6].includes(weekdayOf(day) ?? -1)

// the worked example of Ascension Day on 7 May, and cases by hand with a printed calendar beside them
describe('the last day of a term', () => {
  test.each([
    { from: '2026-03-06', days: 56, until: '2026-05-01', because: 'a Friday that is no holiday stays' },
    { from: '2026-03-07', days: 56, until: '2026-05-04', because: 'a Saturday runs on to Monday' },
    { from: '2026-03-19', days: 56, until: '2026-05-18', because: 'Ascension Day, and the decree gives the Friday after it' },
    { from: '2026-02-06', days: 56, until: '2026-04-07', because: 'Good Friday, the weekend and Easter Monday' },
    { from: '2026-10-30', days: 56, until: '2026-12-28', because: 'Christmas on a Friday' },
    { from: '2025-11-06', days: 56, until: '2026-01-05', because: "New Year's Day, and the decree gives 2 January" },
    { from: '2027-03-03', days: 56, until: '2027-04-28', because: "the day after King's Day is an ordinary one" },
    { from: '2025-03-01', days: 56, until: '2025-04-28', because: "King's Day is kept on the Saturday before its Sunday" },
    { from: '2026-03-07', days: 84, until: '2026-06-01', because: 'twelve weeks run on' },
    { from: '2026-03-07', days: 91, until: '2026-06-06', because: 'more than twelve weeks do not' },
    { from: '2026-04-02', days: 3, until: '2026-04-08', because: 'three days hold two working days at least' },
    { from: '2026-03-07', days: 0, until: '2026-03-07', because: 'a moment is no term' },
  ])('$from and $days days: $until, $because', ({ from, days, until }) => {
    expect(endOfTerm(calendar, from, days)).toBe(until)
  })

  test('is a working day, never earlier than counted, and the first that can be', () => {
    const day = fc.date({ min: new Date('2020-01-01'), max: new Date('2060-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 84 }), (date, days) => {
        const from = date.toISOString().slice(0, 10)
        const end = daysLater(from, days) ?? ''
        const last = endOfTerm(calendar, from, days) ?? ''
        expect(isDayOff(calendar, last)).toBe(false)
        expect(last >= end).toBe(true)
        const working = daysUntil(daysLater(from, 1) ?? '', daysLater(last, 1) ?? '').filter((each) => !isDayOff(calendar, each))
        if (days >= 3) expect(working.length).toBeGreaterThanOrEqual(2)
        // a day less would not do: it is off, or holds too few working days, or is before the count
        const before = daysLater(last, -1) ?? ''
        if (before >= end) expect(isDayOff(calendar, before) || working.length <= (days >= 3 ? 2 : 1)).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  test('is told as not certain after the last decree', () => {
    expect([isDecreed(calendar, '2028-12-31'), isDecreed(calendar, '2029-01-01')]).toEqual([true, false])
  })
})
