// @vitest-environment jsdom
import { act, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { TopicPage } from '../../src/ui/pages/questions/TopicPage.tsx'
import { exampleOf } from '../journeys/example.ts'
import { EMPTY, showPage } from './page.tsx'

const topic = (id: string, at: string | null = null) => ({ kind: 'topic' as const, draft: 'abc123', topic: id, at, back: false })
const settled = () => act(() => new Promise((done) => setTimeout(done, 50)))
const inView = (): number => screen.queryAllByText('Goed om te weten').filter((title) => !title.closest('details')).length
const messages = (): string[] =>
  [...document.querySelectorAll('.alert')]
    .filter((alert) => alert.textContent?.startsWith('iGoed om te weten'))
    .map((alert) => alert.querySelector('p:nth-of-type(2)')?.textContent ?? '')

test('nothing is good to know before an answer it is about', async () => {
  showPage(<TopicPage place={topic('business')} />, { ...EMPTY, answers: { 'application.kind': 'new', 'activity.alcohol': 'onSite' } })
  await settled()
  expect(messages()).toEqual([])
})

test('one such message stands in view on a page, and no message on two pages', async () => {
  const seen: string[] = []
  for (const id of ['application', 'business', 'premises', 'alcohol', 'terrace']) {
    const { unmount } = showPage(<TopicPage place={topic(id)} />, exampleOf('cafe-terrace-machines'))
    await settled()
    expect(inView()).toBeLessThan(2)
    seen.push(...messages())
    unmount()
  }
  expect(seen.length).toBeGreaterThan(0)
  expect(new Set(seen).size).toBe(seen.length)
})

test('a message that was read can be put away', async () => {
  for (const id of ['business', 'premises', 'alcohol', 'terrace', 'application']) {
    const { unmount } = showPage(<TopicPage place={topic(id)} />, exampleOf('cafe-terrace-machines'))
    await settled()
    const [first] = messages()
    if (first !== undefined) {
      await userEvent.setup().click(screen.getAllByRole('button', { name: /^Begrepen/ })[0] as HTMLElement)
      await settled()
      expect(messages()).not.toContain(first)
      return
    }
    unmount()
  }
  throw new Error('no page of this example has such a message')
})
