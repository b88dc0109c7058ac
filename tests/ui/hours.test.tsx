// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { coverage } from '../../src/engine/forms/form-coverage.ts'
import { writeAnswers } from '../../src/model/answers/write-answers.ts'
import type { AnswerFile, AnswerRow } from '../../src/model/schema/answer-file.ts'
import { ListPage } from '../../src/ui/pages/questions/ListPage.tsx'
import { exampleOf } from '../journeys/example.ts'
import { showPage } from './page.tsx'

const cafe = exampleOf('cafe-terrace-machines')
const week = { kind: 'list' as const, draft: 'abc123', list: 'hours' }
const hoursOf = (file: AnswerFile): Record<string, unknown>[] =>
  (file.collections.hours ?? []).map((row: AnswerRow) => Object.fromEntries(Object.entries(row).filter(([key]) => key !== 'id')))
const without = (file: AnswerFile): AnswerFile => ({
  ...file,
  collections: { ...file.collections, hours: [] },
  complete: file.complete.filter((list) => list !== 'hours'),
})

/** Types the nights of a file into the week. */
function typeWeek(file: AnswerFile): void {
  for (const row of file.collections.hours ?? [])
    for (const part of ['open', 'close'] as const) {
      const week = row['hours.purpose'] === 'serving' ? 'serving' : row['hours.place']
      const field = document.getElementById(`${week}-${row['hours.night']}-${part}`) as HTMLInputElement
      fireEvent.change(field, { target: { value: String(row[`hours.${part}`]).replace('+1', '') } })
      fireEvent.blur(field)
    }
}

const weeks = () => screen.getAllByRole('group').filter(({ tagName }) => tagName === 'FIELDSET')

/** Boxes of every form whose text follows from opening hours. */
const boxesOf = (session: ReturnType<typeof showPage>['session']): string[] =>
  coverage(session.view().application).flatMap((form) =>
    form.sections.flatMap((section) =>
      section.instances.flatMap(({ boxes }) => boxes.map((box) => `${form.id} ${box.key}: ${box.state} ${box.text} ${box.reason}`)),
    ),
  )

test('the week that is typed is the week of the file: what the rules read of a night is written', () => {
  const { session } = showPage(<ListPage place={week} />, without(cafe))
  typeWeek(cafe)
  fireEvent.click(screen.getByRole('checkbox', { name: /al mijn openingstijden/ }))
  expect(hoursOf(writeAnswers(session.view().application.answers, cafe.variant))).toEqual(hoursOf(cafe))
  const { session: example } = showPage(null, cafe)
  expect(boxesOf(session)).toEqual(boxesOf(example))
  expect(boxesOf(session).filter((box) => /: filled gesloten|geen openingstijden binnen/.test(box))).toEqual([])
})

test('a club says when it serves alcohol beside when it is open, and the form prints those hours', () => {
  const canteen = exampleOf('sports-canteen')
  const serving = (canteen.collections.hours ?? []).filter((row) => row['hours.purpose'] === 'serving')
  expect(serving.length).toBeGreaterThan(0)
  const { session } = showPage(<ListPage place={week} />, without(canteen))
  expect(weeks()).toHaveLength(2)
  typeWeek(canteen)
  fireEvent.click(screen.getByRole('checkbox', { name: /al mijn openingstijden/ }))
  // the hours that a town allows are opening hours
  expect([...document.querySelectorAll('[id^=serving-][data-verdict]')].map(({ textContent }) => textContent)).toEqual([])
  expect(document.querySelectorAll('[id^=inside-][data-verdict]')).toHaveLength(7)
  expect(hoursOf(writeAnswers(session.view().application.answers, canteen.variant))).toEqual(hoursOf(canteen))
  const printed = coverage(session.view().application).flatMap(({ sections }) =>
    sections.flatMap(({ instances }) =>
      instances.flatMap(({ boxes }) => boxes.flatMap(({ nr, rows }) => (nr === 'AL-111' ? (rows?.cells ?? []) : []))),
    ),
  )
  expect(printed.map((cells) => cells.slice(1))).toEqual(serving.map((row) => [row['hours.open'], row['hours.close']]))
})

test('who said no serving hours is warned, and the form does not take the opening hours for them', () => {
  const canteen = exampleOf('sports-canteen')
  const open = (canteen.collections.hours ?? []).filter((row) => row['hours.purpose'] === 'opening')
  const { session } = showPage(null, { ...canteen, collections: { ...canteen.collections, hours: open } })
  expect(boxesOf(session).filter((box) => box.startsWith('alcohol AL-111:'))).toEqual([
    'alcohol AL-111: notApplicable null geen schenktijden',
  ])
  expect(session.view().assessment.checks.map(({ id }) => id)).toContain('alServingHours')
})

test('a night that was saved without saying what it is for is one of opening', () => {
  const { session } = showPage(null, cafe)
  const rows = (cafe.collections.hours ?? []).map(({ 'hours.purpose': _purpose, ...row }) => row as AnswerRow)
  const old = { ...cafe, collections: { ...cafe.collections, hours: rows } }
  const left = { ...old, leftEmpty: [...old.leftEmpty, ...rows.map(({ id }) => `hours.purpose@${id}`)] }
  for (const file of [old, left]) {
    const { session: before } = showPage(null, file)
    expect(boxesOf(before)).toEqual(boxesOf(session))
    expect(before.view().assessment.questions.open).toEqual(session.view().assessment.questions.open)
  }
})

test('a lunchroom that closes at five is not told that it closes late', () => {
  const lunchroom = exampleOf('lunchroom-without-alcohol')
  const { session } = showPage(<ListPage place={week} />, without(lunchroom))
  const hours = (lunchroom.collections.hours ?? []).map((row) => ({ ...row, 'hours.open': '09:00', 'hours.close': '17:00' }))
  typeWeek({ ...lunchroom, collections: { hours: hours as AnswerRow[] } })
  fireEvent.click(screen.getByRole('checkbox', { name: /al mijn openingstijden/ }))
  expect(session.view().application.memo.get('fact|opening.latestClass|')).toBe('before20')
})

test('half a night says what is missing; a lunchroom without a terrace has one week; what nobody knows is said once', () => {
  const lunchroom = exampleOf('lunchroom-without-alcohol')
  const none = { ...without(lunchroom), answers: { ...lunchroom.answers, 'activity.terrace': ['none'] } } as AnswerFile
  const { session } = showPage(<ListPage place={week} />, none)
  expect(weeks()).toHaveLength(1)
  fireEvent.change(document.getElementById('inside-mon-open') as HTMLInputElement, { target: { value: '09:00' } })
  expect(document.getElementById('inside-mon-says')?.textContent).toContain('vul ook in tot wanneer')
  expect(session.view().assessment.questions.open).toContain('hours.close@insideMon')
  const inside = (lunchroom.collections.hours ?? []).filter((row) => row['hours.place'] === 'inside')
  typeWeek({ ...lunchroom, collections: { hours: inside } })
  expect(screen.queryAllByText(/Vraag de gemeente of dit mag/).length).toBeLessThan(2)
})

test('hours from a file that fit in no week are shown where they count, not called closed, and can be taken out', () => {
  const night = (id: string, more: Record<string, string>): AnswerRow => ({
    ...{ id, 'hours.place': 'inside', 'hours.purpose': 'opening', 'hours.night': 'mon' },
    ...more,
  })
  const hours = [
    night('summer', { 'hours.season': 'summer', 'hours.open': '10:00', 'hours.close': '02:00+1' }),
    night('lunch', { 'hours.season': 'all', 'hours.night': 'tue', 'hours.open': '11:00', 'hours.close': '14:00' }),
    night('dinner', { 'hours.season': 'all', 'hours.night': 'tue', 'hours.open': '17:00', 'hours.close': '22:00' }),
  ]
  const { session } = showPage(<ListPage place={week} />, { ...cafe, collections: { ...cafe.collections, hours } })
  const printed = (): string[] => boxesOf(session).filter((box) => /^exploitation EX-0(79|80):/.test(box))
  expect(printed()).toEqual(['exploitation EX-079: filled 10:00-02:00 null', 'exploitation EX-080: filled 11:00-14:00, 17:00-22:00 null'])
  const lines = () =>
    screen
      .getAllByRole('listitem')
      .filter((item) => !item.closest('figure'))
      .map(({ textContent }) => textContent?.replace('Verwijderen', '').trim())
  expect(lines()).toEqual(['zomer, maandag: 10.00 – 02.00 (volgende dag)', 'hele jaar, dinsdag: 17.00 – 22.00'])
  expect(document.getElementById('inside-mon-says')?.textContent).toBe('')
  expect(document.getElementById('inside-wed-says')?.textContent).toBe('gesloten')
  const table = screen.getAllByRole('row', { hidden: true }).map(({ textContent }) => textContent)
  expect(table[1]).toMatch(/^maandag.*zomer, maandag: 10.00/)
  expect(table[1]).not.toContain('gesloten')
  fireEvent.click(screen.getByRole('button', { name: /^Verwijderen: zomer, maandag/ }))
  expect(printed()).toEqual(['exploitation EX-079: filled gesloten null', 'exploitation EX-080: filled 11:00-14:00, 17:00-22:00 null'])
  expect(document.getElementById('inside-mon-says')?.textContent).toBe('gesloten')
})

test('a time of which only a part is typed is told, and not left behind', async () => {
  const { visited } = showPage(<ListPage place={week} />, without(cafe))
  const field = document.getElementById('inside-mon-open') as HTMLInputElement
  // as a browser says it: the field is empty and its input is bad
  Object.defineProperty(field, 'validity', { configurable: true, value: { badInput: true } })
  fireEvent.blur(field)
  expect(document.getElementById('inside-mon-says')?.textContent).toMatch(/Vul de hele datum of tijd in/)
  expect(document.getElementById('inside-mon-says')?.textContent).not.toMatch(/gesloten/)
  fireEvent.click(screen.getByRole('button', { name: 'Verder' }))
  await expect.poll(() => document.activeElement?.id).toBe('inside-mon-open')
  expect(visited).toEqual([])
  Object.defineProperty(field, 'validity', { configurable: true, value: { badInput: false } })
  fireEvent.blur(field)
  fireEvent.click(screen.getByRole('button', { name: 'Verder' }))
  await expect.poll(() => visited).toEqual(['#/nl/abc123/tasks'])
})
