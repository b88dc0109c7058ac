// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { Draft } from '../../src/draft/draft.ts'
import { inMemory } from '../../src/draft/storage.ts'
import { OutcomePage } from '../../src/ui/pages/OutcomePage.tsx'
import { StartPage } from '../../src/ui/pages/StartPage.tsx'
import { EMPTY, showPage } from './page.tsx'

const notUsed = () => Promise.reject(new Error('not in this test'))
const towns = [
  { id: 'breda', name: 'Breda', extends: 'base', postcodes: ['4811-4839'], area: null, load: notUsed },
  {
    id: 'breda/breepark',
    name: 'Breepark',
    extends: 'breda',
    postcodes: [],
    area: { streets: ['Bavelseparklaan'], postcodes: [], question: null },
    load: notUsed,
  },
  { id: 'voorbeeld', name: 'Voorbeeld', extends: 'base', postcodes: [], area: null, load: notUsed },
]
const type = (label: string, value: string): void => void fireEvent.change(screen.getByLabelText(label), { target: { value } })
const town = (): string => (screen.getByLabelText(/welke gemeente/) as HTMLSelectElement).value

test('the postcode proposes the town, a street the area, and the applicant has the last word', async () => {
  const storage = inMemory()
  showPage(<StartPage problem={null} />, EMPTY, 'nl', { towns, storage })
  expect(screen.queryByLabelText('Straat van de zaak')).toBeNull()
  type('Postcode van de zaak', '4817aa')
  expect(town()).toBe('breda')
  expect(screen.getByText(/^Voorstel: Breda\./)).toBeDefined()
  type('Straat van de zaak', 'bavelseparklaan')
  expect(town()).toBe('breda/breepark')
  fireEvent.change(screen.getByLabelText(/welke gemeente/), { target: { value: 'voorbeeld' } })
  expect(town()).toBe('voorbeeld')
  expect(screen.queryByText(/^Voorstel:/)).toBeNull()
  fireEvent.click(screen.getByRole('button', { name: 'Beginnen' }))
  await new Promise((done) => setTimeout(done, 0))
  const [draft] = (await storage.list()).drafts as readonly Draft[]
  // what was typed here is not asked again
  expect(draft?.file).toMatchObject({
    variant: 'voorbeeld',
    answers: { 'premises.address.postcode': '4817 AA', 'premises.address.street': 'bavelseparklaan' },
  })
})

test('a postcode of no town says so and proposes nothing', () => {
  showPage(<StartPage problem={null} />, EMPTY, 'nl', { towns })
  type('Postcode van de zaak', '9999 ZZ')
  expect(town()).toBe('breda')
  expect(screen.getByText(/staat geen gemeente op deze site/)).toBeDefined()
})

test('the outcome says when the address lies in an area with rules of its own', () => {
  const answers = { 'application.kind': 'new', 'application.startDate': '2027-01-01', 'premises.address.street': 'Bavelseparklaan' }
  showPage(<OutcomePage place={{ kind: 'outcome', draft: 'abc123' }} />, { ...EMPTY, variant: 'breda', answers })
  expect(screen.getByText(/Dit adres ligt in Breda, Breepark/)).toBeDefined()
})

test('the outcome names the nights of events, and what holds otherwise', () => {
  const answers = { 'application.kind': 'new', 'application.startDate': '2026-12-01' }
  showPage(<OutcomePage place={{ kind: 'outcome', draft: 'abc123' }} />, { ...EMPTY, answers })
  const carnival = screen.getByText('Carnaval').closest('li')?.textContent
  expect(carnival).toBe('Carnaval (binnen), 5 februari 2027 – 8 februari 2027: tot 05.00 (volgende dag) (anders tot 03.00 (volgende dag))')
  expect(screen.getByText('Oud en nieuw').closest('li')?.textContent).toContain('zonder sluitingstijd')
})
