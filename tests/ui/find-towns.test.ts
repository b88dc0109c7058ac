import { expect, test } from 'vitest'
import { findTowns, isSameName } from '../../src/ui/towns/find-towns.ts'
import { MUNICIPALITIES, nameOf } from '../made-up/country.ts'

const TOWNS = [
  "'s-Hertogenbosch",
  'Bergen op Zoom',
  'Súdwest-Fryslân',
  'Zoeterwoude',
  'Amsterdam',
  'Amsterdam Noord',
  'Noordwijk',
  'Ouder-Amstel',
  'Den Haag',
].map((name) => ({ name }))
const found = (typed: string): string[] => findTowns(TOWNS, typed).map(({ name }) => name)

test.each([
  ['noord', ['Noordwijk', 'Amsterdam Noord']],
  ['amst', ['Amsterdam', 'Amsterdam Noord', 'Ouder-Amstel']],
  ['hertog', ["'s-Hertogenbosch"]],
  ['s hertogenbosch', ["'s-Hertogenbosch"]],
  ['SUDWEST', ['Súdwest-Fryslân']],
  ['zoom bergen', ['Bergen op Zoom']],
  ['zo', ['Zoeterwoude', 'Bergen op Zoom']],
  // nothing begins with it: then it may stand anywhere
  ['dam', ['Amsterdam', 'Amsterdam Noord']],
  ['Almere', []],
])('"%s" finds %j', (typed, names) => {
  expect(found(typed)).toEqual(names)
})

test('nothing typed finds all, by name', () => {
  expect(found(' ')).toHaveLength(TOWNS.length)
  expect(found('')).toEqual(TOWNS.map(({ name }) => name).toSorted((a, b) => a.localeCompare(b, 'nl')))
})

test('a name is the same without accents, capitals and signs, and no other', () => {
  expect(isSameName('sudwest fryslan', 'Súdwest-Fryslân')).toBe(true)
  expect(isSameName('Amsterdam', 'Amsterdam Noord')).toBe(false)
})

test('each of 342 is the first that its whole name finds', () => {
  const country = Array.from({ length: MUNICIPALITIES }, (_, number) => ({ name: nameOf(number) }))
  expect(new Set(country.map(({ name }) => name)).size).toBe(MUNICIPALITIES)
  for (const town of country) expect(findTowns(country, town.name)[0]).toBe(town)
})
