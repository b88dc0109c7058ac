import { describe, expect, test } from 'vitest'
import { edit, openCase } from '../../src/engine/case.ts'
import type { Case } from '../../src/engine/context.ts'
import { prefillOf } from '../../src/engine/facts/prefill.ts'
import { hasPostcode } from '../../src/model/address/lies-in.ts'
import { NO_ANSWERS } from '../../src/model/answers/answers.ts'
import type { Variant } from '../../src/model/variant.ts'
import { shippedExamples } from '../authoring/shipped-examples.ts'
import { shippedVariant } from '../engine/shipped.ts'

const TOWNS = ['amsterdam', 'breda', 'groningen', 'nijmegen', 'rotterdam', 'texel', 'utrecht']
const ALL_DIGITS = Array.from({ length: 9000 }, (_, index) => String(1000 + index))

describe('the places of a town', () => {
  test.each(TOWNS)('%s: each of its four digits lies in the town, and in one place', (town) => {
    const { localities, postcodes } = shippedVariant(town)
    const listed = ALL_DIGITS.filter((digits) => localities.some((each) => hasPostcode(each.postcodes, digits)))
    expect(listed.length).toBeGreaterThan(0)
    expect(listed.filter((digits) => !postcodes.every((each) => hasPostcode(each.listed, digits)))).toEqual([])
    expect(listed.filter((digits) => localities.filter((each) => hasPostcode(each.postcodes, digits)).length > 1)).toEqual([])
  })

  test('no example says another place than the one that is offered', () => {
    let offered = 0
    for (const { file, application } of shippedExamples())
      for (const [key, value] of application.answers.values) {
        const [fact = '', row = null] = key.split('@')
        const question = application.index.questions.get(fact)
        if (!question?.localityOf || application.variant.localities.length === 0) continue
        const place = prefillOf(application, question, row)
        if (place === null) continue
        offered += 1
        expect([file, key, place]).toEqual([file, key, value])
      }
    expect(offered).toBeGreaterThan(5)
  })
})

describe('the place of an address follows from its postcode', () => {
  const breda = shippedVariant('breda')
  const caseWith = (answers: Readonly<Record<string, string>>, variant: Variant = breda): Case =>
    edit(openCase(variant, NO_ANSWERS, { today: '2026-03-02' }), [
      { kind: 'addRow', collection: 'people', parent: null, id: 'p1', subject: 'person' },
      ...Object.entries(answers).map(([key, value]) => {
        const [fact = '', row] = key.split('@')
        return row === undefined ? ({ kind: 'answer', fact, value } as const) : ({ kind: 'answer', fact, row, value } as const)
      }),
    ])
  const offered = (application: Case, fact: string, row: string | null = null) => {
    const question = application.index.questions.get(fact)
    return question ? prefillOf(application, question, row) : undefined
  }

  test.each([
    { postcode: '4811 ZZ', place: 'Breda' },
    { postcode: '4851 AB', place: 'Ulvenhout' },
    { postcode: '4841 XX', place: 'Prinsenbeek' },
  ])('$postcode is $place', ({ postcode, place }) => {
    const application = caseWith({ 'premises.address.postcode': postcode })
    expect(offered(application, 'premises.address.city')).toBe(place)
    // offered, and no answer
    expect(application.get('fact|premises.address.city|')).toMatchObject({ kind: 'unknown' })
  })

  const there = { 'premises.address.postcode': '4811 ZZ', 'premises.address.city': 'Breda' }
  test('a home in another village is in that village, not where the business is', () => {
    expect(offered(caseWith({ ...there, 'person.address.postcode@p1': '4854 AA' }), 'person.address.city', 'p1')).toBe('Bavel')
  })
  test('of a home elsewhere nothing is offered: the town knows its own postcodes only', () => {
    expect(offered(caseWith({ ...there, 'person.address.postcode@p1': '1012 JS' }), 'person.address.city', 'p1')).toBeNull()
  })
  test('before the postcode is there, and in a part of the town of which the place is not sure, the other address is offered as ever', () => {
    expect(offered(caseWith(there), 'person.address.city', 'p1')).toBe('Breda')
    expect(offered(caseWith({ ...there, 'person.address.postcode@p1': '4859 AA' }), 'person.address.city', 'p1')).toBe('Breda')
  })
  test('four digits that hold two places offer neither', () => {
    const [first] = breda.localities
    if (!first) throw new Error('no places')
    const two: Variant = { ...breda, localities: [...breda.localities, { name: 'Elders', postcodes: ['4811'] }] }
    expect(offered(caseWith(there, two), 'premises.address.city')).toBeNull()
  })
  test('a postcode of another country is none of ours', () => {
    const application = caseWith({ ...there, 'person.address.country@p1': 'LU', 'person.address.postcode@p1': '4851' })
    expect(offered(application, 'person.address.city', 'p1')).toBe('Breda')
  })
  test('a town that lists no places offers what it did', () => {
    const voorbeeld = shippedVariant('voorbeeld')
    expect(offered(caseWith({ 'premises.address.postcode': '1000 AB' }, voorbeeld), 'premises.address.city')).toBeNull()
  })
})
