import { describe, expect, test } from 'vitest'
import { hasPostcode, liesIn } from '../../src/model/address/lies-in.ts'

const area = (given: { streets?: string[]; postcodes?: string[]; question?: string }) => ({
  streets: [],
  postcodes: [],
  question: null,
  ...given,
})

describe('an address lies in a named area', () => {
  test.each([
    {
      why: 'a listed street, whatever its capitals, accents and points',
      area: { streets: ['Mariënburg'] },
      street: ' marienburg.',
      lies: 'inside',
    },
    { why: 'another street', area: { streets: ['Mariënburg'] }, street: 'Waalkade', lies: 'outside' },
    { why: 'no street given yet', area: { streets: ['Mariënburg'] }, lies: 'unknown' },
    { why: 'a listed postcode', area: { postcodes: ['1015-1016'] }, postcode: '1016 AB', lies: 'inside' },
    { why: 'a postcode beyond the range', area: { postcodes: ['1015-1016'] }, postcode: '1017 AB', lies: 'outside' },
    { why: 'one postcode with letters', area: { postcodes: ['1015 AB'] }, postcode: '1015ab', lies: 'inside' },
    { why: 'the same digits with other letters', area: { postcodes: ['1015 AB'] }, postcode: '1015 AC', lies: 'outside' },
    { why: 'no postcode given yet', area: { postcodes: ['1015'] }, lies: 'unknown' },
    { why: 'a street decides without a postcode', area: { streets: ['Kade'], postcodes: ['1015'] }, street: 'Kade', lies: 'inside' },
    { why: 'a postcode decides without a street', area: { streets: ['Kade'], postcodes: ['1015'] }, postcode: '1015 AA', lies: 'inside' },
    { why: 'neither decides', area: { streets: ['Kade'], postcodes: ['1015'] }, street: 'Dam', postcode: '1012 JS', lies: 'outside' },
    {
      why: 'with a question a postcode is only where it may be',
      area: { postcodes: ['1015'], question: 'q' },
      postcode: '1015 AA',
      lies: 'perhaps',
    },
    { why: 'and nobody else is asked', area: { postcodes: ['1015'], question: 'q' }, postcode: '1012 AA', lies: 'outside' },
    { why: 'a question alone is asked of everybody', area: { question: 'q' }, lies: 'perhaps' },
    {
      why: 'a question beside streets is asked of the other streets',
      area: { streets: ['Kade'], question: 'q' },
      street: 'Dam',
      lies: 'perhaps',
    },
    { why: 'but not of the listed one', area: { streets: ['Kade'], question: 'q' }, street: 'Kade', lies: 'inside' },
  ])('$why: $lies', ({ area: given, street = null, postcode = null, lies }) => {
    expect(liesIn(area(given), { street, postcode })).toBe(lies)
  })

  test('what is no postcode is in no list', () => {
    expect(['', 'AB 1015', '10155', '1015'].map((text) => hasPostcode(['1000-1099'], text))).toEqual([false, false, false, true])
  })
})
