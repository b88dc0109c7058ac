// @vitest-environment jsdom
import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, test } from 'vitest'
import { openCase } from '../../src/engine/case.ts'
import { packetContent } from '../../src/engine/packet/packet-content.ts'
import { layOut } from '../../src/pdf/lay-out.ts'
import { PacketPage } from '../../src/ui/pages/packet/PacketPage.tsx'
import { ReviewPage } from '../../src/ui/pages/packet/ReviewPage.tsx'
import { TasksPage } from '../../src/ui/pages/packet/TasksPage.tsx'
import { answersFor } from '../engine/answers.ts'
import { shippedVariant } from '../engine/shipped.ts'
import { exampleOf } from '../journeys/example.ts'
import { showPage } from './page.tsx'

const cafe = exampleOf('cafe-terrace-machines')
const held = { ...cafe, answers: { ...cafe.answers, 'fire.doorsNoKey': false } }

describe('what holds a licence back is said where people finish', () => {
  test.each([
    { page: 'the overview', show: () => <TasksPage place={{ kind: 'tasks', draft: 'abc123' }} /> },
    { page: 'the check page', show: () => <ReviewPage place={{ kind: 'review', draft: 'abc123' }} /> },
    { page: 'the page of the packet', show: () => <PacketPage place={{ kind: 'packet', draft: 'abc123' }} /> },
  ])('on $page, with a link to the answer', ({ show }) => {
    showPage(show(), held)
    const part = screen.getByRole('region', { name: /^Los d/ })
    expect(within(part).getAllByText('Dit houdt een vergunning tegen').length).toBeGreaterThan(0)
    const addresses = within(part)
      .getAllByRole('link')
      .map((link) => link.getAttribute('href'))
    expect(addresses).toContain('#/nl/abc123/topic/fireSafety/fire.doorsNoKey/back')
    expect(screen.queryByText('Alle vragen zijn beantwoord.')).toBeNull()
  })

  test('the packet can be made anyway, and that is a choice', () => {
    showPage(<PacketPage place={{ kind: 'packet', draft: 'abc123' }} />, held)
    expect(screen.getByRole('link', { name: 'Eerst verbeteren' })).toBeDefined()
    expect(screen.getByRole('button', { name: 'Toch de pdf maken' })).toBeDefined()
    expect(screen.queryByRole('button', { name: 'Maak de pdf' })).toBeNull()
  })

  test('the packet says it first, on the sheet for the applicant, and not where the town reads', () => {
    const variant = shippedVariant(held.variant)
    const application = openCase(variant, answersFor(variant, held), { today: '2026-03-02' })
    const { bookmarks, pages } = layOut(
      packetContent(application, 'H1-AAAA-BBBB', ''),
      '',
      (text, _weight, size) => text.length * size * 0.5,
    )
    const parts = bookmarks.filter(({ level }) => level === 1)
    expect(parts.map(({ title }) => title).slice(1, 3)).toEqual(['Voor uzelf: lees dit eerst', 'Uitkomst en redenen'])
    const texts = pages.map((page) => page.placements.map((placed) => (placed.kind === 'text' ? placed.text : '')).join(' '))
    expect(texts.flatMap((text, index) => (text.includes('Dit houdt een vergunning tegen') ? [index + 1] : []))).toEqual([parts[1]?.page])
  })

  test('two answers that do not fit are made the same by one press, which says what it did', async () => {
    const file = { ...cafe, answers: { ...cafe.answers, 'fire.escape': ['exitSigns', 'emergencyLight'], 'fire.doorsNoKey': true } }
    const { session } = showPage(<ReviewPage place={{ kind: 'review', draft: 'abc123' }} />, file)
    expect(screen.getByText(/Hier staat: ja\. Uit uw andere antwoorden volgt: nee\./)).toBeDefined()
    await userEvent.setup().click(screen.getByRole('button', { name: 'Maak het overal: ja' }))
    expect(session.view().application.answers.values.get('fire.escape')).toEqual(['exitSigns', 'emergencyLight', 'doorsNoKey'])
    expect(screen.getByText(/^Veranderd\. /)).toBeDefined()
    expect(screen.queryByText('Twee antwoorden passen niet bij elkaar')).toBeNull()
  })
})
