// @vitest-environment jsdom
import { act, screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { sendKey } from '../../src/draft/same-packet.ts'
import { Summary } from '../../src/ui/parts/frame/Summary.tsx'
import { type Counts, minutesLeft, SECONDS } from '../../src/ui/parts/progress/minutes-left.ts'
import { progressOf } from '../../src/ui/parts/progress/progress-of.ts'
import { Stages } from '../../src/ui/parts/progress/Stages.tsx'
import { STAGES } from '../../src/ui/text/later/stages.ts'
import { SECONDS as STROKES } from '../entry/burden.ts'
import { exampleOf } from '../journeys/example.ts'
import { EMPTY, showPage } from './page.tsx'

const cafe = exampleOf('cafe-terrace-machines')
/** What somebody looks up: the tree asks none of it. */
const REGISTERED = /^(?:business\.(?:kvk|branch|vat|payroll|phone|email)|premises\.(?:buildYear|phone|monthlyRent|lease\.kind|otherUsers))/
const half = {
  ...cafe,
  answers: Object.fromEntries(Object.entries(cafe.answers).filter(([fact]) => !REGISTERED.test(fact))),
  complete: cafe.complete.filter((list) => list !== 'rooms'),
  attachments: [],
}
const tasks = { kind: 'tasks', draft: 'abc123' } as const

test('the four stages are places to go to, and one says where one is', () => {
  showPage(<Stages place={tasks} />, half)
  const nav = screen.getByRole('navigation', { name: 'Stappen van uw aanvraag' })
  const links = within(nav).getAllByRole('link')
  expect(links.map((link) => link.textContent)).toEqual([
    'Stap 1 van 4: Weten (klaar)',
    'Stap 2 van 4: Invullen',
    'Stap 3 van 4: Bijlagen',
    'Stap 4 van 4: Inleveren',
  ])
  expect(links.map((link) => link.getAttribute('href')?.split('/').at(-1))).toEqual(['outcome', 'tasks', 'attachments', 'packet'])
  expect(links.map((link) => link.getAttribute('aria-current'))).toEqual([null, 'step', null, null])
})

test('before it is known what is needed, the first stage leads to the question that is open', () => {
  const answers = { 'application.kind': 'new', 'application.startDate': '2027-06-01', 'premises.kind': 'building' }
  showPage(<Stages place={tasks} />, { ...EMPTY, answers })
  const [know] = screen.getAllByRole('link')
  expect(know?.textContent).toBe('Stap 1 van 4: Weten')
  expect(know?.getAttribute('href')).toMatch(/\/step\/\w+$/)
  expect(screen.getByText(/^Nog .* minuten, dan weet u wat u nodig heeft$/)).toBeDefined()
})

test('an application with everything in it is done as far as this site can tell', () => {
  const { session, unmount } = showPage(<Stages place={tasks} />, cafe)
  expect(progressOf(session.view()).done).toMatchObject({ know: true, fill: true, handIn: false })
  // handed in is what the applicant says is handed in, every licence of it
  const needed = session.view().assessment.licences.filter(({ verdict, via }) => verdict === 'needed' && via === null)
  needed.forEach(({ id }, index) => {
    expect(progressOf(session.view()).done.handIn).toBe(false)
    act(() => session.noteCopied(sendKey(id), 'receipt', true))
    if (index === 0) act(() => session.noteCopied(sendKey(id), 'open', true))
  })
  expect(progressOf(session.view()).done.handIn).toBe(true)
  unmount()
})

test('the time left is a range, wide enough for hands alone and for looking up, and falls with every answer', () => {
  const { session } = showPage(<Summary />, half)
  const { minutes, answered } = progressOf(session.view())
  expect(minutes.from).toBeGreaterThan(0)
  expect(minutes.to).toBeGreaterThan(minutes.from)
  const text = document.querySelector('.summary')?.textContent ?? ''
  expect(text).toContain(`${minutes.from} tot ${minutes.to} minuten`)
  expect(text).toContain(`Al beantwoord${answered} vragen`)
  // somebody who only thinks and clicks is no quicker than the quickest that is promised
  expect(SECONDS.answers[0]).toBeGreaterThan(STROKES.think + STROKES.point + STROKES.press)
  const kinds: readonly (keyof Counts)[] = ['answers', 'lists', 'documents']
  let before = minutesLeft({ answers: 300, lists: 12, documents: 47 })
  for (let left = 300; left >= 0; left -= 1)
    for (const kind of kinds) {
      const now = minutesLeft({ answers: left, lists: Math.floor(left / 25), documents: Math.floor(left / 7), [kind]: 0 })
      expect(now.from).toBeLessThanOrEqual(now.to)
      const whole = minutesLeft({ answers: left, lists: Math.floor(left / 25), documents: Math.floor(left / 7) })
      expect(whole.from).toBeLessThanOrEqual(before.from)
      expect(whole.to).toBeLessThanOrEqual(before.to)
      before = whole
    }
  expect(before).toEqual({ from: 0, to: 0 })
})

test.each([
  { minutes: [0, 0], nl: 'minder dan 1 minuut', en: 'less than 1 minute' },
  { minutes: [1, 1], nl: 'ongeveer 1 minuut', en: 'about 1 minute' },
  { minutes: [1, 2], nl: '1 tot 2 minuten', en: '1 to 2 minutes' },
  { minutes: [25, 85], nl: '25 tot 85 minuten', en: '25 to 85 minutes' },
] as const)('$minutes minutes are said as "$nl"', ({ minutes: [from, to], nl, en }) => {
  expect([STAGES.nl.minutes(from, to), STAGES.en.minutes(from, to)]).toEqual([nl, en])
})
