// @vitest-environment jsdom
import { fireEvent, screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { ListPage } from '../../src/ui/pages/questions/ListPage.tsx'
import { hourOf, placeOf, weekScale } from '../../src/ui/parts/form/rows/week-scale.ts'
import { exampleOf } from '../journeys/example.ts'
import { showPage } from './page.tsx'

const night = (open: string | null, close: string | null, allowed: [string | null, string | null] | null = null) => ({
  id: 'mon',
  name: 'maandag',
  open,
  close,
  beside: [],
  allowed: allowed && { open: allowed[0], close: allowed[1] },
})
const drawn = (...of: Parameters<typeof night>) => {
  const [first] = weekScale([night(...of)]).nights
  const span = (each: { from: number; until: number } | null | undefined) => each && `${each.from / 60}-${each.until / 60}`
  return [span(first?.band) ?? null, span(first?.within) ?? null, ...(first?.beyond ?? []).map(span)]
}

test.each([
  ['a night past midnight is one bar', ['10:00', '01:00+1'], [null, '10-25']],
  ['a night that nobody filled in has the band alone', [null, null, ['07:00', '01:00+1']], ['7-25', null]],
  ['half a night is none', ['10:00', null, null], [null, null]],
  ['what fits stands inside the band', ['10:00', '23:00', ['07:00', '01:00+1']], ['7-25', '10-23']],
  ['too late is told apart from where it is too late', ['10:00', '03:00+1', ['07:00', '01:00+1']], ['7-25', '10-25', '25-27']],
  ['too early and too late', ['06:00', '02:00+1', ['07:00', '01:00+1']], ['7-25', '7-25', '6-7', '25-26']],
  ['wholly outside', ['04:00', '06:00', ['07:00', '23:00']], ['7-23', null, '4-6']],
  ['a side without a limit runs to the edge', ['10:00', '12:00', ['07:00', null]], ['7-28', '10-12']],
] as const)('%s', (_title, [open, close, allowed = null], expected) => {
  expect(drawn(open, close, allowed && [allowed[0], allowed[1]])).toEqual(expected)
})

test('the line of hours goes as far as what is typed, and names its hours by the clock', () => {
  const scale = weekScale([night('03:00', '05:00+1')])
  expect([scale.from / 60, scale.until / 60]).toEqual([0, 32])
  expect(scale.ticks.map(hourOf)).toEqual([0, 4, 8, 12, 16, 20, 0, 4, 8])
  expect([placeOf(scale, scale.from), placeOf(scale, scale.until)]).toEqual([0, 100])
})

const cafe = exampleOf('cafe-terrace-machines')
const hours = { kind: 'list' as const, draft: 'abc123', list: 'hours' }

test('the picture and its table say what is typed and what the town allows, for a night without times as well', () => {
  showPage(<ListPage place={hours} />, { ...cafe, collections: { ...cafe.collections, hours: [] } })
  const inside = screen.getByRole('group', { name: 'Binnen' })
  expect(within(inside).getByRole('img', { name: 'De week in beeld: Binnen' })).toBeDefined()
  const lines = () => within(inside).getAllByRole('row', { hidden: true }).slice(1)
  expect(lines()).toHaveLength(7)
  expect(inside.querySelectorAll('.week__band').length).toBeGreaterThan(6)
  expect(inside.querySelectorAll('g > .week__open')).toHaveLength(0)
  const monday = document.getElementById('inside-mon-open') as HTMLInputElement
  fireEvent.change(monday, { target: { value: '10:00' } })
  fireEvent.change(document.getElementById('inside-mon-close') as HTMLInputElement, { target: { value: '05:00' } })
  expect(lines()[0]?.textContent).toMatch(/maandag.*10.00.*5.00/)
  expect(inside.querySelectorAll('g > .week__open')).toHaveLength(1)
  expect(inside.querySelectorAll('g > .week__beyond').length).toBeGreaterThan(0)
  fireEvent.click(within(inside).getByRole('button', { name: 'Zet deze tijden op alle dagen' }))
  expect(inside.querySelectorAll('g > .week__open')).toHaveLength(7)
})
