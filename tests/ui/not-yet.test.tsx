// @vitest-environment jsdom
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { allowedPlace } from '../../src/ui/draft-room.ts'
import { AskedPage } from '../../src/ui/pages/AskedPage.tsx'
import { TasksPage } from '../../src/ui/pages/packet/TasksPage.tsx'
import { AskPage } from '../../src/ui/pages/questions/AskPage.tsx'
import { TopicPage } from '../../src/ui/pages/questions/TopicPage.tsx'
import { UndoBar } from '../../src/ui/parts/frame/UndoBar.tsx'
import { exampleOf } from '../journeys/example.ts'
import { EMPTY, showPage } from './page.tsx'

const cafe = exampleOf('cafe-terrace-machines')
const { 'premises.buildYear': _year, ...answers } = cafe.answers
const unknown = { ...cafe, answers }
const topic = { kind: 'topic', draft: 'abc123', topic: 'fireSafety', at: 'premises.buildYear', back: false } as const

test('a question that one cannot answer yet goes on a list, whose it is can be changed, and the page lets one go on', async () => {
  const { session, visited } = showPage(<TopicPage place={topic} />, unknown)
  const year = screen.getByRole('textbox', { name: /bouwjaar|gebouwd/i })
  fireEvent.click(screen.getByRole('button', { name: 'Verder' }))
  await waitFor(() => expect(year.getAttribute('aria-invalid')).toBe('true'))
  expect(visited).toEqual([])
  fireEvent.click(screen.getByRole('button', { name: /^Weet ik nog niet: .*(bouwjaar|gebouwd)/i }))
  expect(session.view().draft.waiting).toEqual({ 'premises.buildYear': 'landlord' })
  fireEvent.change(screen.getByRole('combobox', { name: 'Wie weet dit?' }), { target: { value: 'architect' } })
  expect(session.view().draft.waiting).toEqual({ 'premises.buildYear': 'architect' })
  fireEvent.click(screen.getByRole('button', { name: 'Verder' }))
  await waitFor(() => expect(visited).toHaveLength(1))
  // unknown is not no: the question stays open
  expect(session.view().application.answers.values.has('premises.buildYear')).toBe(false)
})

test('the overview says who knows what, and nothing while everything is known', () => {
  const first = showPage(<TasksPage place={{ kind: 'tasks', draft: 'abc123' }} />, unknown)
  expect(screen.queryByRole('link', { name: 'Nog te vragen' })).toBeNull()
  act(() => first.session.askOf('premises.buildYear', 'landlord'))
  expect(screen.getByRole('link', { name: 'Nog te vragen' }).getAttribute('href')).toBe('#/nl/abc123/ask')
  expect(screen.getByText('verhuurder: 1 vraag')).toBeDefined()
})

test('a list is mailed, printed and put in a file; what one looks up oneself is sent to nobody', () => {
  const made: string[] = []
  const { session } = showPage(<AskPage place={{ kind: 'ask', draft: 'abc123' }} />, unknown, 'nl', {
    download: (name, _type, bytes) => void made.push(name, String(bytes)),
  })
  act(() => session.askOf('premises.buildYear', 'landlord'))
  const card = screen.getByRole('region', { name: 'Verhuurder: 1 vraag' })
  const mail = decodeURIComponent(
    within(card)
      .getByRole('link', { name: /^Mail deze vragen/ })
      .getAttribute('href') ?? '',
  )
  expect(mail).toMatch(/^mailto:\?subject=Vragen voor de vergunningen van Café De Ankerplaats&body=/)
  expect(mail).toMatch(/1\. .*(bouwjaar|gebouwd)/i)
  fireEvent.click(within(card).getByRole('button', { name: /^Maak een bestand/ }))
  expect(made[0]).toBe('horeca1-H1-AAAA-BBBB-vragen-landlord.json')
  act(() => session.askOf('premises.buildYear', 'self'))
  const own = screen.getByRole('region', { name: 'Zelf opzoeken: 1 vraag' })
  expect(within(own).queryByRole('link', { name: /^Mail/ })).toBeNull()
  expect(within(own).getByRole('button', { name: /^Druk deze lijst af/ })).toBeDefined()
})

test('who was asked sees those questions alone, and sends back what they know', async () => {
  const made: string[] = []
  const request = {
    respondent: 'landlord',
    business: 'Café De Ankerplaats',
    questions: [
      { key: 'premises.buildYear', about: '' },
      { key: 'room.height@r1', about: 'Zaal' },
      { key: 'gone.fact', about: '' },
    ],
  }
  const { session } = showPage(<AskedPage {...request} />, { ...EMPTY, collections: { rooms: [{ id: 'r1' }] } }, 'nl', {
    download: (_name, _type, bytes) => void made.push(String(bytes)),
  })
  expect(screen.getAllByRole('textbox')).toHaveLength(2)
  expect(screen.getByRole('textbox', { name: /^Zaal: / })).toBeDefined()
  fireEvent.click(screen.getByRole('button', { name: 'Maak het bestand om terug te sturen' }))
  await screen.findByText('U heeft nog niets ingevuld.')
  const year = screen.getByRole('textbox', { name: /bouwjaar|gebouwd/i })
  fireEvent.change(year, { target: { value: '1932' } })
  fireEvent.blur(year)
  fireEvent.click(screen.getByRole('button', { name: 'Maak het bestand om terug te sturen' }))
  await waitFor(() => expect(made).toHaveLength(1))
  expect(JSON.parse(made[0] ?? '')).toEqual({
    kind: 'horeca1.answers',
    schema: 1,
    reference: 'H1-AAAA-BBBB',
    respondent: 'landlord',
    answers: { 'premises.buildYear': 1932 },
  })
  expect(session.view().application.answers.values.get('premises.buildYear')).toBe(1932)
})

test('what came back is taken over with one press, and had back with another', () => {
  const place = { kind: 'ask', draft: 'abc123' } as const
  const { session } = showPage(
    <>
      <AskPage place={place} />
      <UndoBar place={place} />
    </>,
    unknown,
  )
  act(() => session.keepReply('landlord', { at: '2026-11-24T10:00:00Z', answers: { 'premises.buildYear': 1932, 'no.fact': 1 } }))
  const note = screen.getByRole('region', { name: 'Antwoorden van: verhuurder' })
  expect(within(note).getByText(/1 antwoord past niet bij de vraag/)).toBeDefined()
  expect(session.view().application.answers.values.has('premises.buildYear')).toBe(false)
  fireEvent.click(within(note).getByRole('button', { name: 'Neem 1 antwoord over' }))
  expect(session.view().application.answers.values.get('premises.buildYear')).toBe(1932)
  fireEvent.click(screen.getByRole('button', { name: 'Ongedaan maken' }))
  expect(session.view().application.answers.values.has('premises.buildYear')).toBe(false)
})

test('on the device of who was asked there is no other page', () => {
  const { session } = showPage(null)
  const asked = {
    ...session,
    view: () => ({
      ...session.view(),
      draft: { ...session.view().draft, request: { respondent: 'landlord', business: '', questions: [] } },
    }),
  }
  expect(allowedPlace(asked, { kind: 'outcome', draft: 'abc123' })).toEqual({ kind: 'tasks', draft: 'abc123' })
  expect(allowedPlace(asked, topic)).toEqual({ kind: 'tasks', draft: 'abc123' })
})
