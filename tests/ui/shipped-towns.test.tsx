// @vitest-environment jsdom
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { placeFiles } from '../../src/authoring/configure/place-files.ts'
import { ConfigurePage } from '../../src/ui/pages/ConfigurePage.tsx'
import type { TownBench } from '../../src/ui/towns/town-bench.ts'
import { MUNICIPALITIES, nameOf } from '../made-up/country.ts'
import { EMPTY, showPage } from './page.tsx'

/** The page of a site with so many municipalities; `taken` grows with each whose files are taken. */
function page(count: number): { taken: string[] } {
  const taken: string[] = []
  const bench: TownBench = {
    shipped: [
      ...Array.from({ length: count }, (_, number) => ({ id: `made-${number}`, name: nameOf(number), example: false })),
      { id: 'voorbeeld', name: 'Voorbeeld', example: true },
    ],
    filesOf: async (id) => {
      taken.push(id)
      return new Map()
    },
    place: async (given, before) => placeFiles(given, before),
    judge: () => new Promise(() => undefined),
    readForm: () => new Promise(() => undefined),
    lend: async () => undefined,
    compare: async () => null,
    stop: () => undefined,
    close: () => undefined,
  }
  showPage(<ConfigurePage />, EMPTY, 'nl', { openBench: async () => bench })
  return { taken }
}
const field = () => screen.findByRole('combobox', { name: 'Of begin met een gemeente van deze site' })

test('of a whole country the municipality to begin with is found by typing', async () => {
  const { taken } = page(MUNICIPALITIES)
  const input = await field()
  const [wanted = ''] = [nameOf(199)]
  expect(input.tagName).toBe('INPUT')
  fireEvent.change(input, { target: { value: wanted } })
  fireEvent.click(screen.getByRole('option', { name: wanted }))
  fireEvent.click(screen.getByRole('button', { name: 'Neem deze bestanden' }))
  await waitFor(() => expect(taken).toEqual(['made-199']))
})

test('a made-up municipality is called so, and one that is not there is said', async () => {
  page(MUNICIPALITIES)
  const input = await field()
  fireEvent.change(input, { target: { value: 'voorbeeld' } })
  expect(screen.getAllByRole('option').map((option) => option.textContent)).toEqual(['Voorbeeld (geen echte gemeente)'])
  fireEvent.change(input, { target: { value: 'Blaricum' } })
  expect(screen.queryAllByRole('option')).toEqual([])
  expect(screen.getByText(/Geen gemeente of stadsdeel op deze site heet "Blaricum"/)).toBeDefined()
})

test('of a few municipalities a list is enough', async () => {
  page(8)
  expect((await field()).tagName).toBe('SELECT')
})
