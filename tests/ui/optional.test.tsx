// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { leftOf } from '../../src/engine/asked/left.ts'
import { ReviewPage } from '../../src/ui/pages/packet/ReviewPage.tsx'
import { TasksPage } from '../../src/ui/pages/packet/TasksPage.tsx'
import { TopicPage } from '../../src/ui/pages/questions/TopicPage.tsx'
import { exampleOf } from '../journeys/example.ts'
import { showPage } from './page.tsx'

const cafe = exampleOf('cafe-terrace-machines')
const { 'business.branchNumber': branch, ...others } = cafe.answers
const untouched = { ...cafe, answers: others, leftEmpty: cafe.leftEmpty.filter((key) => key !== 'business.branchNumber') }
const topic = { kind: 'topic' as const, draft: 'abc123', topic: 'business', at: 'business.branchNumber', back: false }
const LABEL = /vestigingsnummer/i

test('the example answers the question this is about, and it may be left empty', () => {
  expect(branch).toBeDefined()
})

test('what was left empty stays on its page and is filled in later', async () => {
  const { session } = showPage(<TopicPage place={topic} />, untouched)
  fireEvent.click(screen.getByRole('button', { name: 'Verder' }))
  await expect.poll(() => session.view().application.answers.leftEmpty.has('business.branchNumber')).toBe(true)
  const field = screen.getByLabelText(LABEL) as HTMLInputElement
  fireEvent.change(field, { target: { value: String(branch) } })
  fireEvent.click(screen.getByRole('button', { name: 'Verder' }))
  await expect.poll(() => session.view().application.answers.values.get('business.branchNumber')).toBe(branch)
  expect(session.view().application.answers.leftEmpty.has('business.branchNumber')).toBe(false)
})

test.each([
  ['not looked at yet', untouched],
  ['left empty by choice', { ...untouched, leftEmpty: [...untouched.leftEmpty, 'business.branchNumber'] }],
])('%s, it stands on the last look as not filled in, with the way to it, and is not missing', (_name, file) => {
  const { session } = showPage(<ReviewPage place={{ kind: 'review', draft: 'abc123' }} />, file)
  expect(leftOf(session.view().application).answers).toEqual([])
  expect(session.view().assessment.counts.missing).toBe(0)
  expect(screen.queryByText(/Er ontbreken|ontbreekt nog/)).toBeNull()
  const links = document.querySelectorAll('main a[href*="business.branchNumber"], a[href*="business.branchNumber"]')
  expect(links.length).toBeGreaterThan(0)
  const line = screen.queryByText(LABEL, { selector: 'dt' })?.closest('div')
  if (file.leftEmpty.includes('business.branchNumber')) expect(line?.textContent).toMatch(/niet ingevuld/)
})

test('the overview does not count what may stay empty', () => {
  showPage(<TasksPage place={{ kind: 'tasks', draft: 'abc123' }} />, untouched)
  const task = screen.getByRole('link', { name: 'Uw bedrijf' }).closest('li') as HTMLElement
  expect(task.textContent).toContain('Klaar')
})

test('what an address may have more is asked beside what it must have, as long as nobody looked at it', () => {
  const without = {
    ...cafe,
    answers: Object.fromEntries(Object.entries(cafe.answers).filter(([key]) => key !== 'premises.address.addition')),
    leftEmpty: cafe.leftEmpty.filter((key) => key !== 'premises.address.addition'),
  }
  const { session } = showPage(
    <TopicPage place={{ kind: 'topic', draft: 'abc123', topic: 'premises', at: 'premises.address.street', back: false }} />,
    without,
  )
  expect(screen.getByLabelText(/^Toevoeging \(adres van de zaak\)/)).toBeTruthy()
  expect(leftOf(session.view().application).optional).toContain('premises.address.addition')
  expect(leftOf(session.view().application).answers).toEqual([])
})
