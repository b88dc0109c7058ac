// @vitest-environment jsdom
import { act, fireEvent, screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { ComparePage } from '../../src/ui/pages/outcome/ComparePage.tsx'
import { OutcomePage } from '../../src/ui/pages/outcome/OutcomePage.tsx'
import { CopyOutPage } from '../../src/ui/pages/packet/CopyOutPage.tsx'
import { shippedVariant } from '../engine/shipped.ts'
import { exampleOf } from '../journeys/example.ts'
import { ADDRESS } from '../made-up/fact-names.ts'
import { showPage } from './page.tsx'

const cafe = exampleOf('cafe-terrace-machines')
const copyPage = <CopyOutPage place={{ kind: 'copy', draft: 'abc123', licence: 'exploitation' }} />
const wait = () => act(() => new Promise((done) => setTimeout(done, 80)))

test('a copied answer goes to the clipboard, is announced, and its place is kept; a tick is kept beside the answers, not in them', async () => {
  const copied: string[] = []
  const { session } = showPage(copyPage, cafe, 'nl', { copy: async (text) => copied.push(text) > 0 })
  const [first] = screen.getAllByRole('button', { name: /^Kopieer: / })
  if (!first) throw new Error('nothing to copy')
  const name = first.getAttribute('aria-label')?.replace('Kopieer: ', '') ?? ''
  fireEvent.click(first)
  await wait()
  expect(copied).toHaveLength(1)
  expect(copied[0]).not.toBe('')
  expect(screen.getAllByRole('status').map((one) => one.textContent)).toContain(`Gekopieerd: ${name}`)
  const before = JSON.stringify(session.view().application.answers.values.size)
  fireEvent.click(screen.getAllByRole('checkbox', { name: 'Overgenomen' })[0] ?? first)
  await wait()
  await act(() => session.flush())
  expect(session.view().draft.copied.exploitation?.done).toHaveLength(1)
  expect(JSON.stringify(session.view().draft.file)).not.toContain('copied')
  expect(JSON.stringify(session.view().application.answers.values.size)).toBe(before)
  // the card goes on with what comes after it
  expect(screen.getAllByRole('button', { name: /^Kopieer: / })[0]?.getAttribute('aria-label')).not.toBe(`Kopieer: ${name}`)
})

test('one answer stands on the screen at a time; done, skipped and gone back to, the place is kept', async () => {
  const { session, unmount } = showPage(copyPage, cafe)
  const card = () => within(document.querySelector<HTMLElement>('.copy-card') ?? document.body)
  const place = (): string => /Antwoord \d+ van \d+/.exec(document.querySelector('.copy-card')?.textContent ?? '')?.[0] ?? ''
  const press = async (name: string): Promise<void> => {
    fireEvent.click(card().getByRole('button', { name }))
    await wait()
  }
  const [, all] = /^Antwoord 1 van (\d+)$/.exec(place()) ?? []
  expect(Number(all)).toBeGreaterThan(10)
  await press('Overgenomen, volgende')
  expect(place()).toBe(`Antwoord 2 van ${all}`)
  expect(document.activeElement?.id).toBe('copy-card')
  await press('Sla over')
  expect(place()).toBe(`Antwoord 3 van ${all}`)
  await press('Vorige')
  expect(place()).toBe(`Antwoord 2 van ${all}`)
  expect(session.view().draft.copied.exploitation?.done).toHaveLength(1)
  await press('Overgenomen, volgende')
  const { copied } = session.view().draft
  unmount()
  expect(copied.exploitation?.done).toHaveLength(2)
})

test('where the browser does not allow copying, that is said', async () => {
  showPage(copyPage, cafe, 'nl', { copy: async () => false })
  fireEvent.click(screen.getAllByRole('button', { name: /^Kopieer: / })[0] ?? document.body)
  await wait()
  expect(
    screen
      .getAllByRole('status')
      .map((one) => one.textContent)
      .join(),
  ).toContain('De tekst is geselecteerd')
})

const town = (id: string) => {
  const variant = shippedVariant(id)
  return { id, name: variant.name, extends: 'base', address: ADDRESS, postcodes: [], area: null, load: async () => ({ variant }) }
}

test('the same answers stand side by side in two towns, and what differs says so', async () => {
  const asked: string[] = []
  const towns = ['voorbeeld', 'amsterdam/centrum', 'voorbeeld-licht'].map(town).map((one) => ({
    ...one,
    load: () => {
      asked.push(one.id)
      return one.load()
    },
  }))
  showPage(<ComparePage place={{ kind: 'compare', draft: 'abc123', towns: ['amsterdam/centrum'] }} />, cafe, 'nl', {
    towns,
  })
  await wait()
  expect(asked).toEqual(['amsterdam/centrum'])
  const table = screen.getByRole('table', { name: 'Kosten' })
  const row = within(table).getByRole('row', { name: /^Alcoholvergunning/ })
  expect(row.textContent).toContain('verschilt')
  expect(
    within(row)
      .getAllByRole('cell')
      .map((cell) => cell.textContent),
  ).toEqual(['€ 300,00', expect.stringContaining('€ 1.882,10')])
})

test('a stale or unknown fee stands outside the total, in words', () => {
  showPage(<OutcomePage place={{ kind: 'outcome', draft: 'abc123' }} />, { ...cafe, variant: 'amsterdam/centrum' })
  const outside = screen.getByText('Dit staat nog niet vast').closest('div')
  expect(outside?.textContent).toMatch(/Precariobelasting voor het terras: .*tarief van een eerder jaar/)
})
