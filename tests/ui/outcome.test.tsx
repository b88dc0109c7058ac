// @vitest-environment jsdom
import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { FeeLine } from '../../src/engine/assessment.ts'
import { formatDate } from '../../src/engine/forms/format.ts'
import { OutcomePage } from '../../src/ui/pages/outcome/OutcomePage.tsx'
import { calendarFile } from '../../src/ui/parts/outcome/calendar-file.ts'
import { costText, rangeOf } from '../../src/ui/parts/outcome/fee-words.ts'
import { openingText, wishText } from '../../src/ui/parts/outcome/InShort.tsx'
import { lastOf, placeOn, timeLineOf } from '../../src/ui/parts/outcome/time-line.ts'
import { NL } from '../../src/ui/text/nl.ts'
import { exampleOf } from '../journeys/example.ts'
import { showPage } from './page.tsx'

const place = { kind: 'outcome', draft: 'abc123' } as const
const wishing = (start: string) => {
  const cafe = exampleOf('cafe-with-terrace', 'amsterdam')
  return { ...cafe, answers: { ...cafe.answers, 'application.startDate': start } }
}
const FAR = '2027-09-01'
const shown = (start = FAR) => {
  const page = showPage(<OutcomePage place={place} />, wishing(start))
  return { ...page, view: page.session.view() }
}

test('what is needed stands first, a line each with its word; what is not is one line', () => {
  const { view } = shown()
  const { licences } = view.assessment
  const lines = [...document.querySelectorAll('main .verdicts > li, .verdicts > li')]
  const needed = licences.filter(({ verdict }) => verdict !== 'notNeeded')
  expect(lines).toHaveLength(licences.length)
  expect(lines.slice(0, needed.length).every((line) => line.getAttribute('data-verdict') !== 'notNeeded')).toBe(true)
  for (const line of lines) expect(line.querySelector('summary')?.textContent).toMatch(/[a-z]{4}.*(?:nodig|doorgeven|Hoort bij)/)
  const notNeeded = screen.getByText(/^Niet nodig: /)
  expect(notNeeded.textContent?.split(', ')).toHaveLength(licences.length - needed.length)
  expect(document.querySelectorAll('h1, h2')).not.toHaveLength(0)
})

test('the way on, the costs and the days stand before everything that is folded', () => {
  shown()
  const order = [...document.querySelectorAll('h1, .verdicts, .in-short, a.utrecht-button--primary-action, .fold--part')]
  const at = (what: string): number => order.findIndex((each) => each.matches(what))
  expect(at('.in-short')).toBeGreaterThan(at('.verdicts'))
  expect(at('a.utrecht-button--primary-action')).toBeGreaterThan(at('.in-short'))
  expect(at('.fold--part')).toBeGreaterThan(at('a.utrecht-button--primary-action'))
  for (const fold of document.querySelectorAll<HTMLDetailsElement>('.fold--part')) expect(fold.open).toBe(false)
})

test('the days of the opening are a range, and the wish is held against it', () => {
  const { view, unmount } = shown()
  const { opening } = view.assessment
  expect(opening?.best).toBeTruthy()
  expect(opening?.delayed).toBeTruthy()
  expect(openingText(view.assessment, 'nl')).toBe(
    `tussen ${formatDate(opening?.best ?? '', 'nl')} en ${formatDate(opening?.delayed ?? '', 'nl')}`,
  )
  expect(wishText(view.assessment, 'nl')).toBe('Dat kan, ook als alles zo lang duurt als het mag.')
  unmount()
  for (const [start, says] of [
    ['2026-12-01', 'Dat lukt niet: het duurt langer.'],
    ['2027-03-01', 'Dat lukt alleen als niemand meer tijd nodig heeft.'],
  ] as const) {
    const { unmount: away } = shown(start)
    expect(screen.getByText(new RegExp(says))).toBeDefined()
    away()
  }
})

test('the bars of the time line end where the engine says that the doors may open', () => {
  const { view } = shown()
  const line = timeLineOf(view)
  const { opening } = view.assessment
  const waits = line?.bars.filter(({ kind }) => kind !== 'deadline') ?? []
  const last = (days: readonly string[]): string | undefined => days.toSorted().at(-1)
  expect(last(waits.map(({ until }) => until))).toBe(opening?.best)
  expect(last(waits.map(({ until, extended }) => extended ?? until))).toBe(opening?.extended)
  expect(last(waits.map(lastOf))).toBe(opening?.delayed)
  for (const bar of line?.bars ?? [])
    for (const day of [bar.from, bar.until, bar.extended, bar.delayed]) {
      if (day === null || !line) continue
      expect(placeOn(line, day)).toBeGreaterThanOrEqual(0)
      expect(placeOn(line, day)).toBeLessThanOrEqual(100)
    }
  expect(line?.wished).toBe(FAR)
  expect(line?.ticks.length).toBeLessThanOrEqual(6)
})

test('the picture has a name, a part for each kind of time, and the same dates as a table', () => {
  const { view } = shown()
  const picture = document.querySelector('svg[role=img]')
  expect(picture?.querySelector('title')?.textContent).toBe('Van nu tot de dag dat u open kunt')
  const line = timeLineOf(view)
  const count = (kind: string): number => picture?.querySelectorAll(`rect.time-line__${kind}`).length ?? 0
  expect(count('extended')).toBe(line?.bars.filter(({ extended }) => extended !== null).length)
  expect(count('delayed')).toBe(line?.bars.filter(({ delayed }) => delayed !== null).length)
  expect(count('delayed')).toBeGreaterThan(0)
  const table = screen.getByRole('table', { name: 'Hoe lang het duurt' })
  for (const { until, extended } of line?.bars ?? []) {
    expect(within(table).getAllByText(formatDate(until, 'nl')).length).toBeGreaterThan(0)
    if (extended) expect(within(table).getAllByText(formatDate(extended, 'nl')).length).toBeGreaterThan(0)
  }
})

test('a wish that has passed is not drawn', () => {
  const { view } = shown('2026-09-01')
  expect(timeLineOf(view)?.wished).toBeNull()
  expect(timeLineOf(view)?.first).toBe(view.assessment.dates.filing)
})

test('the calendar has a whole day for each date, under a name that stays', () => {
  const { view } = shown()
  const line = timeLineOf(view)
  if (!line) throw new Error('no time line')
  const about = { reference: 'H1-AAAA-BBBB', now: '2026-11-24T10:00:00Z', lang: 'nl', name: (id: string) => `Vergunning ${id}` } as const
  const file = calendarFile(line, about)
  const dates = line.bars.flatMap(({ until, extended, delayed }) => [until, extended, delayed]).filter((day) => day !== null)
  expect(file.match(/BEGIN:VEVENT/g)).toHaveLength(dates.length + 1)
  for (const day of [...dates, FAR]) expect(file).toContain(`DTSTART;VALUE=DATE:${day.replaceAll('-', '')}`)
  const names = [...file.matchAll(/^UID:(.+)\r$/gm)].map(([, name]) => name)
  expect(new Set(names).size).toBe(names.length)
  expect(calendarFile(line, about)).toBe(file)
  expect(file.split('\r\n').every((row) => new TextEncoder().encode(row).length <= 75)).toBe(true)
})

const line = (cents: number | null, stale = false, kind: FeeLine['kind'] = 'once'): FeeLine => ({
  ...{ id: `${cents}${stale}`, licence: 'alcohol', label: 'x', kind, cents, stale },
  ...{ formula: '', note: null, due: null, source: null, unverified: false },
})
test.each([
  { given: 'all known', lines: [line(100), line(50)], total: 150, known: 150, range: { from: 150, to: 150 } },
  { given: 'one of an earlier year', lines: [line(100), line(50, true)], total: null, known: 100, range: { from: 100, to: 150 } },
  { given: 'one unknown', lines: [line(100), line(null)], total: null, known: 100, range: { from: 100, to: null } },
  {
    given: 'one unknown, one old',
    lines: [line(100), line(50, true), line(null)],
    total: null,
    known: 100,
    range: { from: 100, to: null },
  },
  { given: 'an answer is missing', lines: [line(100)], total: null, known: 100, range: { from: 100, to: null } },
  { given: 'a yearly one unknown', lines: [line(100), line(null, false, 'yearly')], total: 100, known: 100, range: { from: 100, to: 100 } },
])('the total is a range: $given', ({ lines, total, known, range }) => {
  expect(rangeOf({ lines, totalCents: total, knownCents: known, yearlyCents: 0, unknown: [] })).toEqual(range)
})

test('an old tariff is said to be in the highest amount, or in none', () => {
  const fees = { totalCents: null, knownCents: 100, yearlyCents: 0, unknown: [] }
  const said = (lines: FeeLine[]): string => costText({ ...fees, lines }, NL, 'nl').join('; ')
  expect(said([line(100), line(50, true)])).toBe('€ 1,00 tot € 1,50; het hoogste bedrag is met 1 tarief van een eerder jaar')
  expect(said([line(100), line(50, true), line(null)])).toBe(
    'ten minste € 1,00; en 1 bedrag dat niet bekend is; en 1 tarief van een eerder jaar, dat niet meetelt',
  )
})
