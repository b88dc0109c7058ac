// @vitest-environment jsdom
import { fireEvent, screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { SearchPage } from '../../src/ui/pages/questions/SearchPage.tsx'
import { find } from '../../src/ui/parts/ask/find.ts'
import { exampleOf } from '../journeys/example.ts'
import { showPage } from './page.tsx'

const all = [
  { name: 'Huur per maand', says: '' },
  { name: 'Verhuurder', says: 'van wie u huurt' },
  { name: 'Borg', says: 'bij de huur' },
  { name: 'Café met een één', says: '' },
]
test.each([
  ['huur', ['Huur per maand', 'Verhuurder', 'Borg']],
  ['HUUR maand', ['Huur per maand']],
  ['cafe een', ['Café met een één']],
  ['wie huurt', ['Verhuurder']],
  ['', []],
  ['   ', []],
  ['.*', []],
  ['nergens', []],
])('"%s" finds %j', (typed, expected) => {
  expect(find(all, typed).map(({ name }) => name)).toEqual(expected)
})

test('a question is found by its words and by its answers, with the way to it; a hard word with what it means', () => {
  showPage(<SearchPage place={{ kind: 'search', draft: 'abc123' }} />, exampleOf('cafe-terrace-machines'))
  const type = (value: string): void =>
    void fireEvent.change(screen.getByRole('searchbox', { name: 'Wat zoekt u?' }), { target: { value } })
  type('bouwjaar')
  const link = within(screen.getByRole('region', { name: 'Vragen' })).getByRole('link', { name: /^Bouwjaar/ })
  expect(link.getAttribute('href')).toBe('#/nl/abc123/topic/fireSafety/premises.buildYear')
  type('kadaster')
  expect(within(screen.getByRole('region', { name: 'Woorden' })).getByText(/houdt|bijhoudt van wie grond/)).toBeDefined()
  type('ruimten')
  expect(within(screen.getByRole('region', { name: 'Lijsten' })).getByRole('link', { name: 'Ruimten' })).toBeDefined()
  type('bestaatniet')
  expect(screen.getByRole('status').textContent).toBe('Niets gevonden. Probeer een ander woord.')
})
