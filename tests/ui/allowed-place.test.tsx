// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { allowedPlace } from '../../src/ui/draft-room.ts'
import { showPage } from './page.tsx'

test('the page that ends the journey leads back to the question once another answer was given there', () => {
  const { session } = showPage(null)
  const stop = { kind: 'stop', draft: 'abc123' } as const
  session.apply([
    { kind: 'answer', fact: 'application.kind', value: 'new' },
    { kind: 'answer', fact: 'premises.kind', value: 'event' },
  ])
  expect(allowedPlace(session, stop)).toEqual(stop)
  session.apply([{ kind: 'answer', fact: 'premises.kind', value: 'ship' }])
  expect(allowedPlace(session, stop)).toMatchObject({ kind: 'step', draft: 'abc123' })
})
