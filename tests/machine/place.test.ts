import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Address, type Place, readAddress, writeAddress } from '../../src/machine/place.ts'

const word = fc.stringMatching(/^[a-z][A-Za-z0-9.@/]{0,12}$/)
const draft = fc.stringMatching(/^[a-f0-9]{6,12}$/)
const place: fc.Arbitrary<Place> = fc.oneof(
  fc.constantFrom<Place>({ kind: 'start' }, { kind: 'verify' }, { kind: 'configure' }),
  fc.constantFrom<Place>({ kind: 'info', page: 'privacy' }, { kind: 'info', page: 'accessibility' }, { kind: 'info', page: 'notices' }),
  fc.record({
    kind: fc.constantFrom('about', 'stop', 'outcome', 'tasks', 'attachments', 'review', 'packet', 'tree', 'sources'),
    draft,
  }) as fc.Arbitrary<Place>,
  fc.record({ kind: fc.constant('step' as const), draft, step: word, back: fc.boolean() }),
  fc.record({ kind: fc.constant('sharpen' as const), draft, step: word }),
  fc.record({ kind: fc.constant('topic' as const), draft, topic: word, at: fc.option(word), back: fc.boolean() }),
  fc.record({ kind: fc.constant('row' as const), draft, row: word, at: fc.option(word), back: fc.boolean() }),
  fc.record({ kind: fc.constant('list' as const), draft, list: word }),
  fc.record({ kind: fc.constant('copy' as const), draft, licence: word }),
  fc.record({
    kind: fc.constant('compare' as const),
    draft,
    towns: fc.array(fc.stringMatching(/^[a-z][a-z-]*(\/[a-z-]+)?$/), { maxLength: 3 }),
  }),
)

test('every place has an address that leads back to it', () => {
  fc.assert(
    fc.property(place, fc.constantFrom('nl' as const, 'en' as const), (to, lang) => {
      const address: Address = { lang, place: to }
      expect(readAddress(writeAddress(address))).toEqual(address)
    }),
    { numRuns: 500 },
  )
})

test('any other address is the start, and never an error', () => {
  const kinds = [
    'start',
    'info',
    'about',
    'stop',
    'outcome',
    'tasks',
    'attachments',
    'review',
    'packet',
    'tree',
    'sources',
    'step',
    'topic',
    'row',
    'list',
  ]
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(kinds).toContain(readAddress(text).place.kind)
    }),
  )
  for (const hash of ['', '#', '#/', '#/nl/x', '#/nl/x/nowhere', '#/nl/x/topic', '#/%E0%A4%A'])
    expect(readAddress(hash).place).toEqual({ kind: 'start' })
})
