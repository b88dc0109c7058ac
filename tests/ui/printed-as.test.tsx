// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { TopicPage } from '../../src/ui/pages/questions/TopicPage.tsx'
import { exampleOf } from '../journeys/example.ts'
import { showPage } from './page.tsx'

const cafe = exampleOf('cafe-terrace-machines')
const topic = { kind: 'topic' as const, draft: 'abc123', topic: 'premises', at: 'premises.name', back: false }
const SAYS = /Dit kunnen we niet op papier zetten: 𒀀 한\. In uw aanvraag staat daar \[U\+12000\], \[U\+D55C\]/

test('what no typeface has is told while it is typed, and is an answer all the same', async () => {
  const { session } = showPage(<TopicPage place={topic} />, cafe)
  const field = screen.getByDisplayValue(String(cafe.answers['premises.name']))
  fireEvent.change(field, { target: { value: 'Café 𒀀 한' } })
  expect(await screen.findByText(SAYS, {}, { timeout: 30_000 })).toBeTruthy()
  expect(field.getAttribute('aria-invalid')).not.toBe('true')
  fireEvent.blur(field)
  await expect.poll(() => session.view().application.answers.values.get('premises.name')).toBe('Café 𒀀 한')
  fireEvent.change(field, { target: { value: 'مقهى ☕ 茶' } })
  await expect.poll(() => screen.queryByText(/niet op papier/), { timeout: 30_000 }).toBeNull()
})
