// @vitest-environment jsdom
import { act, fireEvent, screen } from '@testing-library/react'
import { useState } from 'react'
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

/** A page that one leaves and comes back to. */
function Again() {
  const [time, setTime] = useState(0)
  return (
    <>
      <button type="button" onClick={() => setTime(time + 1)}>
        again
      </button>
      <TopicPage key={time} place={{ ...topic, topic: 'environment', at: 'premises.neighbours' }} />
    </>
  )
}

test('a question of the tree that its topic asked stands there when one comes back to it', () => {
  const { 'music.kind': _kind, 'music.outside': _outside, 'music.other': _other, ...silent } = cafe.answers
  const { session } = showPage(<Again />, { ...cafe, answers: silent })
  const question = (): HTMLElement | null => screen.queryByRole('group', { name: /^Wat voor muziek is er\?/ })
  expect(question()).not.toBeNull()
  act(() =>
    session.apply([
      { kind: 'answer', fact: 'music.kind', value: 'live' },
      { kind: 'answer', fact: 'music.outside', value: false },
      { kind: 'answer', fact: 'music.other', value: [] },
    ]),
  )
  fireEvent.click(screen.getByRole('button', { name: 'again' }))
  expect(question()).not.toBeNull()
})
