// @vitest-environment jsdom
import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { OutcomePage } from '../../src/ui/pages/outcome/OutcomePage.tsx'
import { PacketPage } from '../../src/ui/pages/packet/PacketPage.tsx'
import { AddressReuse } from '../../src/ui/parts/form/AddressReuse.tsx'
import { shippedVariant } from '../engine/shipped.ts'
import { exampleOf } from '../journeys/example.ts'
import { EMPTY, showPage } from './page.tsx'

// small things that were found by walking the pages by hand

const draft = 'abc123'
const cafe = exampleOf('cafe-terrace-machines')

test('a button that gives a file for programs says so', () => {
  showPage(<OutcomePage place={{ kind: 'outcome', draft }} />, cafe)
  expect(screen.getByRole('button', { name: /gegevensbestand \(json\)$/ })).toBeDefined()
})

test('who decides is told as such, and not as a sentence of one word', () => {
  showPage(<PacketPage place={{ kind: 'packet', draft }} />, cafe)
  const sheets = [...document.querySelectorAll<HTMLElement>('.send')]
  expect(sheets.length).toBeGreaterThan(3)
  for (const sheet of sheets) expect(within(sheet).getByText(/^Wie beslist: \S.*\./)).toBeDefined()
})

test('two buttons beside each other are two words for who hears them', () => {
  const premises = shippedVariant('voorbeeld').groups.find(({ parts }) => parts.includes('premises.address.street'))
  if (!premises) throw new Error('no address of the establishment')
  const address = (of: string, street: string) => ({ [`${of}.street`]: street, [`${of}.houseNumber`]: '4', [`${of}.city`]: 'Uithoek' })
  showPage(<AddressReuse group={premises} row={null} />, {
    ...EMPTY,
    answers: address('business.mailAddress', 'Kerkstraat'),
    collections: { people: [{ id: 'p1', roles: [], 'person.lastName': 'Bakker', ...address('person.address', 'Dorpsstraat') }] },
  })
  const said = document.querySelector('.reuse')?.textContent ?? ''
  expect(screen.getAllByRole('button', { name: /^Zelfde adres als/ })).toHaveLength(2)
  expect(said.match(/Zelfde/g)).toHaveLength(2)
  expect(said).not.toMatch(/\SZelfde/)
})
