import { expect, test } from 'vitest'
import { flips, holdsFor, POPULATION, populationOf, sameInAnyOrder } from './population.ts'

const TOWN = 'voorbeeld'

test(`${POPULATION} made-up businesses in ${TOWN}: nothing stays open, every box has a state, order does not matter, changes flip`, () => {
  let met = 0
  let flipped = 0
  for (const business of populationOf(TOWN)) {
    holdsFor(business)
    if (met % 20 === 0) sameInAnyOrder(business)
    if (met % 20 === 10) flipped += flips(business)
    met++
  }
  expect(met).toBe(POPULATION)
  expect(flipped).toBeGreaterThan(50)
})
