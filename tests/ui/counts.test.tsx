// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { putTogether } from '../../src/draft/put-together.ts'
import { inMemory } from '../../src/draft/storage/storage.ts'
import type { AnswerRow } from '../../src/model/schema/answer-file.ts'
import { PacketPage } from '../../src/ui/pages/packet/PacketPage.tsx'
import { ReviewPage } from '../../src/ui/pages/packet/ReviewPage.tsx'
import { TasksPage } from '../../src/ui/pages/packet/TasksPage.tsx'
import { ListPage } from '../../src/ui/pages/questions/ListPage.tsx'
import { RowPage } from '../../src/ui/pages/questions/RowPage.tsx'
import { StepPage } from '../../src/ui/pages/questions/StepPage.tsx'
import { Drafts } from '../../src/ui/parts/Drafts.tsx'
import { Summary } from '../../src/ui/parts/frame/Summary.tsx'
import { exampleOf } from '../journeys/example.ts'
import { EMPTY, showPage } from './page.tsx'

const cafe = exampleOf('cafe-terrace-machines')
const { 'business.kvkNumber': _kvk, 'business.website': _site, 'premises.buildYear': _year, ...answers } = cafe.answers
/** One optional and two other answers are taken back, and a list is opened again. */
const half = {
  ...cafe,
  answers,
  leftEmpty: cafe.leftEmpty.filter((fact) => fact !== 'business.website'),
  complete: cafe.complete.filter((list) => list !== 'rooms'),
}

test('overview, summary, check page and page of the packet say one count', () => {
  const places = [
    { show: <TasksPage place={{ kind: 'tasks', draft: 'abc123' }} /> },
    { show: <ReviewPage place={{ kind: 'review', draft: 'abc123' }} /> },
    { show: <PacketPage place={{ kind: 'packet', draft: 'abc123' }} /> },
    { show: <Summary /> },
  ]
  const said = places.map(({ show }) => {
    const { unmount } = showPage(show, half)
    const [found] = /Nog te doen: \d+ (?:vraag|vragen)(?: en \d+ (?:lijst|lijsten))?/.exec(document.body.textContent ?? '') ?? []
    unmount()
    return found
  })
  expect(said[0]).toMatch(/Nog te doen: \d+ vra\w+ en 1 lijst/)
  expect(new Set(said).size).toBe(1)
})

test('the list of applications counts as the overview does, lists apart', async () => {
  const { session, unmount } = showPage(<Summary />, half)
  const said = document.querySelector('.summary__short')?.textContent ?? ''
  expect(said).toMatch(/^Nog te doen: \d+ vra\w+ en 1 lijst$/)
  const { draft, application, assessment } = session.view()
  unmount()
  const storage = inMemory()
  await storage.put(putTogether(draft, application, assessment))
  showPage(<Drafts />, EMPTY, 'nl', { storage })
  // the other one is the draft that the page itself stands on
  const lines = (await screen.findAllByText(/Laatst gewijzigd/)).map(({ textContent }) => textContent ?? '')
  expect(lines.filter((line) => line.endsWith(`${said}.`))).toHaveLength(1)
})

test('no line of the summary says the words of its heading again', () => {
  showPage(<Summary />, half)
  const lines = [...document.querySelectorAll('.summary dt')].map((term) => [term.textContent, term.nextElementSibling?.textContent ?? ''])
  expect(lines.map(([term]) => term)).toContain('Nog te doen')
  expect(lines.filter(([term, text]) => text?.toLowerCase().includes(term?.toLowerCase() ?? ''))).toEqual([])
})

test('what may stay empty is not missing, and can be found', () => {
  showPage(<ReviewPage place={{ kind: 'review', draft: 'abc123' }} />, half)
  const missing = document.querySelector('.missing')
  expect(missing?.querySelector('a[href$="/business.website/back"]')).toBeNull()
  expect(document.querySelector('details a[href$="/business.website/back"]')).not.toBeNull()
})

test('what is left in a list of a person is said on the card of that person, and at the list', () => {
  const file = exampleOf('takeover')
  const people = (file.collections.people ?? []).map((row): AnswerRow => {
    const assets = (row.collections?.assets ?? []).map(({ 'asset.valueNow': _now, ...asset }) => asset as AnswerRow)
    return assets.length > 0 ? { ...row, collections: { ...row.collections, assets } } : row
  })
  const owner = people.find((row) => row.collections?.assets)
  expect(owner).toBeDefined()
  const open = { ...file, collections: { ...file.collections, people } }
  const cards = (): (string | null)[] => [...document.querySelectorAll('.cards .task__state')].map(({ textContent }) => textContent)
  const { unmount } = showPage(<ListPage place={{ kind: 'list', draft: 'abc123', list: 'people' }} />, open)
  expect(cards()).toEqual(people.map((row) => (row === owner ? 'nog 1 vraag' : 'compleet')))
  unmount()
  showPage(<RowPage place={{ kind: 'row', draft: 'abc123', row: owner?.id ?? '', at: null, back: false }} />, open)
  const assets = document.querySelector(`a[href$="/list/${owner?.id}%2Fassets"]`)
  expect(assets?.closest('li')?.textContent).toContain('(nog 1 vraag)')
})

test('a draft that was only begun calls nothing done, and asks the first questions first', () => {
  showPage(<TasksPage place={{ kind: 'tasks', draft: 'abc123' }} />, {
    ...EMPTY,
    answers: { 'premises.address.postcode': '4817 AA', 'premises.address.street': 'Dorpsstraat' },
  })
  expect(screen.queryByText('Klaar')).toBeNull()
  expect(screen.getByText(/Beantwoord eerst alle vragen/)).toBeDefined()
})

test('the number of steps counts what is left on this path', () => {
  const begun = { 'application.kind': 'managerChange', 'application.startDate': '2027-06-01' }
  showPage(<StepPage place={{ kind: 'step', draft: 'abc123', step: 'place', back: false }} />, { ...EMPTY, answers: begun })
  const [, most = ''] = /Vraag \d+ van (?:hoogstens )?(\d+)/.exec(document.body.textContent ?? '') ?? []
  expect(Number(most)).toBeGreaterThan(0)
  expect(Number(most)).toBeLessThan(10)
})
