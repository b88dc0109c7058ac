// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { Draft } from '../../src/draft/draft.ts'
import { inMemory } from '../../src/draft/storage/storage.ts'
import { OutcomePage } from '../../src/ui/pages/outcome/OutcomePage.tsx'
import { AboutPage } from '../../src/ui/pages/questions/AboutPage.tsx'
import { StartPage } from '../../src/ui/pages/StartPage.tsx'
import { exampleOf } from '../journeys/example.ts'
import { ADDRESS } from '../made-up/fact-names.ts'
import { EMPTY, showPage } from './page.tsx'

const notUsed = () => Promise.reject(new Error('not in this test'))
const towns = [
  { id: 'breda', name: 'Breda', extends: 'base', address: ADDRESS, postcodes: ['4811-4839'], area: null, load: notUsed },
  {
    id: 'breda/breepark',
    name: 'Breepark',
    extends: 'breda',
    address: ADDRESS,
    postcodes: [],
    area: { streets: ['Bavelseparklaan'], postcodes: [], question: null },
    load: notUsed,
  },
  { id: 'voorbeeld', name: 'Voorbeeld', extends: 'base', address: ADDRESS, example: true, postcodes: [], area: null, load: notUsed },
  { id: 'base', name: 'Regels', extends: '', address: ADDRESS, postcodes: [], area: null, load: notUsed },
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
  // a made-up town is no choice for whoever just applies
  expect(screen.queryByRole('option', { name: 'Voorbeeld' })).toBeNull()
  fireEvent.change(screen.getByLabelText(/welke gemeente/), { target: { value: 'breda' } })
  expect(town()).toBe('breda')
  expect(screen.queryByText(/^Voorstel:/)).toBeNull()
  fireEvent.click(screen.getByRole('button', { name: 'Beginnen' }))
  await new Promise((done) => setTimeout(done, 0))
  const [draft] = (await storage.list()).drafts as readonly Draft[]
  // what was typed here is not asked again
  expect(draft?.file).toMatchObject({
    variant: 'breda',
    answers: { 'premises.address.postcode': '4817 AA', 'premises.address.street': 'bavelseparklaan' },
  })
})

test('a postcode of no town says so and proposes nothing', () => {
  showPage(<StartPage problem={null} />, EMPTY, 'nl', { towns })
  type('Postcode van de zaak', '9999 ZZ')
  expect(town()).toBe('')
  expect(screen.getByText(/staat geen gemeente op deze site.*staat er niet bij/)).toBeDefined()
  // one press takes the rules of the country alone, and says what that means
  fireEvent.click(screen.getByRole('button', { name: 'Gebruik de regels van heel Nederland' }))
  expect(town()).toBe('base')
  expect(screen.getByText(/alleen de regels die in heel Nederland gelden/)).toBeDefined()
  // and what an earlier postcode proposed does not stay
  type('Postcode van de zaak', '4817 AA')
  expect(town()).toBe('breda')
  type('Postcode van de zaak', '9999 ZZ')
  expect(town()).toBe('')
})

test('no town is chosen beforehand, and none is no beginning', async () => {
  const storage = inMemory()
  showPage(<StartPage problem={null} />, EMPTY, 'nl', { towns, storage })
  expect(town()).toBe('')
  fireEvent.click(screen.getByRole('button', { name: 'Beginnen' }))
  expect(screen.getByText(/Kies een gemeente, of kies dat/)).toBeDefined()
  expect((await storage.list()).drafts).toEqual([])
})

test('a postcode that cannot be one is told while it is typed', () => {
  showPage(<StartPage problem={null} />, EMPTY, 'nl', { towns })
  type('Postcode van de zaak', 'abc')
  expect(screen.getByText(/Vul een postcode in/)).toBeDefined()
  type('Postcode van de zaak', '481')
  expect(screen.queryByText(/Vul een postcode in/)).toBeNull()
})

test('towns that were made up are in no public list; who asks for them in the address finds them apart', () => {
  const { unmount } = showPage(<StartPage problem={null} />, EMPTY, 'nl', { towns })
  expect(screen.queryByText('Voorbeeld')).toBeNull()
  unmount()
  showPage(<StartPage problem={null} />, EMPTY, 'nl', { towns, showsExamples: true })
  expect(screen.getByText('Voorbeeld').closest('optgroup')?.label).toMatch(/geen echte gemeente/)
  expect(screen.getByRole('option', { name: 'Mijn gemeente staat er niet bij' })).toBeDefined()
})

test.each([
  ['broken off', '{"schema":1,"variant":"voorbeeld","answers":{', /dit is geen bestand met antwoorden/],
  ['changed by hand', '{"schema":1,"variant":"voorbeeld","answers":7}', /Het gaat mis bij: answers\./],
])('a file that is %s is refused in the language of the page', async (_, text, said) => {
  showPage(<StartPage problem={null} />, EMPTY, 'nl', { towns })
  const file = new File([text], 'aanvraag.json', { type: 'application/json' })
  fireEvent.change(document.getElementById('saved-file') as HTMLInputElement, { target: { files: [file] } })
  const problem = await screen.findByText(/aanvraag\.json/)
  expect(problem.textContent).toMatch(said)
  expect(problem.textContent).not.toMatch(/expected|invalid|unexpected|position|JSON at/i)
})

test('before the first question it is said how one hands in here', () => {
  showPage(<AboutPage place={{ kind: 'about', draft: 'abc123' }} />, { ...EMPTY, variant: 'amsterdam' })
  expect(screen.getAllByText(/U neemt uw antwoorden dan zelf over in dat formulier: hoogstens ongeveer \d+ vakken/).length).toBeGreaterThan(
    0,
  )
  expect(screen.getByText(/heeft onze formulieren niet overgenomen/)).toBeDefined()
  expect(screen.getByText(/\d+ gegevens in deze regels zijn niet gecontroleerd/)).toBeDefined()
})

test('the first page asks what and when; the day of filing and the Bibob questions are folded away', () => {
  showPage(<AboutPage place={{ kind: 'about', draft: 'abc123' }} />, { ...EMPTY, variant: 'amsterdam' })
  const fold = screen.getByText('Meer instellen (mag u overslaan)').closest('details') as HTMLDetailsElement
  expect(fold.open).toBe(false)
  const inFold = (text: RegExp): boolean => fold.contains(screen.getByText(text))
  expect([inFold(/Datum van de aanvraag/), inFold(/Bibob-vragen hier voorbereiden/)]).toEqual([true, true])
  expect([inFold(/Waarvoor is uw aanvraag/), inFold(/Wanneer wilt u open/)]).toEqual([false, false])
})

test('who does not know the day yet goes on without one, and is told what that means', () => {
  const { visited } = showPage(<AboutPage place={{ kind: 'about', draft: 'abc123' }} />, {
    ...EMPTY,
    answers: { 'application.kind': 'new' },
  })
  expect(screen.getByText(/Weet u de datum nog niet\? Kies dan "Later invullen"/)).toBeDefined()
  fireEvent.click(screen.getByRole('button', { name: 'Later invullen' }))
  expect(visited).toHaveLength(1)
})

test('the costs say a sum per year apart, and no bare number as calculation', () => {
  showPage(<OutcomePage place={{ kind: 'outcome', draft: 'abc123' }} />, exampleOf('cafe-terrace-machines'))
  const table = screen.getByRole('table', { name: 'Wat het kost' })
  expect(table.textContent).toContain('Samen, elk jaar')
  expect(table.textContent).not.toMatch(/Berekening: [\d.,]*(?:Bron|$)|Berekening: \?/)
  const [first] = document.querySelectorAll('.verdicts > li')
  expect(first?.getAttribute('data-verdict')).toBe('needed')
  expect(screen.getByText(/Dat lukt alleen als u vandaag alles compleet inlevert/)).toBeDefined()
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
