import { expect, test } from 'vitest'
import { openProject } from '../../src/cli/project.ts'
import { type Proposable, proposeTown } from '../../src/model/address/propose-town.ts'
import { listVariants } from '../../src/model/resolve.ts'

const { ruleSet } = openProject(process.cwd(), undefined)
const places: Proposable[] = ruleSet ? listVariants(ruleSet) : []
const proposed = (postcode: string, street: string | null = null) => proposeTown(places, postcode, street)?.id ?? null

test.each([
  { postcode: '1012 AB', id: 'amsterdam/centrum' },
  { postcode: '1091', id: 'amsterdam/oost' },
  { postcode: '1109 AA', id: 'amsterdam/weesp' },
  // the postcode alone does not say whether it is the Jordaan
  { postcode: '1015 AA', id: 'amsterdam/centrum' },
  // no district lists it
  { postcode: '1013 AA', id: 'amsterdam' },
  { postcode: '4811XR', id: 'breda' },
  { postcode: '4817 AA', street: 'Bavelseparklaan', id: 'breda/breepark' },
  { postcode: '6511 AA', street: 'Grote Markt', id: 'nijmegen/pleinen' },
  // a street of that name in another town
  { postcode: '3011 AA', street: 'Grote Markt', id: 'rotterdam' },
  { postcode: '3511 AA', id: 'utrecht' },
  { postcode: '9711 AA', id: 'groningen' },
  { postcode: '9999 ZZ', id: null },
  { postcode: '10', id: null },
  { postcode: '', id: null },
])('$postcode $street is proposed as $id', ({ postcode, street, id }) => expect(proposed(postcode, street)).toBe(id))

test('a postcode of two districts is proposed as their town', () => {
  const place = (id: string, below: string, postcodes: string[]): Proposable => ({ id, extends: below, postcodes, area: null })
  const shared = [place('t', 'base', ['1000-1099']), place('t/a', 't', ['1010-1020']), place('t/b', 't', ['1020-1030'])]
  expect(['1019', '1020', '1021', '1050'].map((postcode) => proposeTown(shared, postcode, null)?.id)).toEqual(['t/a', 't', 't/b', 't'])
})

test('a street is asked only where some streets have rules of their own', () => {
  expect(['4811 XR', '1012 AB', '6511 AA'].map((postcode) => proposeTown(places, postcode, null)?.needsStreet)).toEqual([true, false, true])
})
