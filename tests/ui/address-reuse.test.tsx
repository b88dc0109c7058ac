// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { readAnswers } from '../../src/model/answers/read-answers.ts'
import { AddressReuse } from '../../src/ui/parts/form/AddressReuse.tsx'
import { shippedVariant } from '../engine/shipped.ts'
import { EMPTY, showPage } from './page.tsx'

const variant = shippedVariant('voorbeeld')
const premises = variant.groups.find(({ parts }) => parts.includes('premises.address.street'))
if (!premises) throw new Error('no address of the establishment')

const withPost = (country: string) => ({
  ...EMPTY,
  answers: {
    'business.mailAddress.street': 'Kerkstraat',
    'business.mailAddress.houseNumber': '4',
    'business.mailAddress.city': 'Uithoek',
    'business.mailAddress.country': country,
  },
})

test('an address is taken over without what the rules compute, so that the file of it is accepted', () => {
  const { session } = showPage(<AddressReuse group={premises} row={null} />, withPost('NL'))
  fireEvent.click(screen.getByRole('button', { name: /^Zelfde adres als/ }))
  const file = session.file()
  expect(file.answers).toMatchObject({ 'premises.address.street': 'Kerkstraat', 'premises.address.city': 'Uithoek' })
  expect(readAnswers(file, variant, 'answers.json', () => ({ line: 1, column: 1 })).findings).toEqual([])
})

test('an address abroad is not offered where the rules say the country', () => {
  showPage(<AddressReuse group={premises} row={null} />, withPost('BE'))
  expect(screen.queryByRole('button', { name: /^Zelfde adres als/ })).toBeNull()
})

test('whatever answers a question that is computed, the draft holds none', () => {
  const { session } = showPage(<AddressReuse group={premises} row={null} />)
  session.apply([{ kind: 'answer', fact: 'premises.address.country', value: 'NL' }])
  expect(session.file().answers).toEqual({})
})
