// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { TopicPage } from '../../src/ui/pages/questions/TopicPage.tsx'
import { exampleOf } from '../journeys/example.ts'
import { showPage } from './page.tsx'

const cafe = exampleOf('cafe-terrace-machines')
const { 'business.kvkNumber': _number, ...others } = cafe.answers
const topic = { kind: 'topic' as const, draft: 'abc123', topic: 'business', at: null, back: false }

test('a topic that opens where something is open says so in the address, so that the way back leads there again', () => {
  const { visited } = showPage(<TopicPage place={topic} />, { ...cafe, answers: others })
  const [address = '', ...more] = visited
  expect(address).toMatch(/^#\/nl\/abc123\/topic\/business\/\S+/)
  expect(more).toEqual([])
  // and leads on from there
  fireEvent.click(screen.getByRole('button', { name: 'Later invullen' }))
  expect(visited).toHaveLength(2)
  expect(visited[1]).not.toBe(address)
})
