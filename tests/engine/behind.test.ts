import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { edit, openCase } from '../../src/engine/case.ts'
import { isList, isRow, isUnknown, type Value } from '../../src/feel/value.ts'
import { answersFor } from './answers.ts'
import { shippedVariant } from './shipped.ts'
import { smallVariant } from './small-rules.ts'

const TODAY = { today: '2026-05-01' }
const cases = [{ roles: ['director'], through: ['director'] }]
const variant = smallVariant({
  questions: [
    { id: 'application.startDate', type: 'date' },
    { id: 'person.name', subject: 'person', type: 'text' },
    { id: 'company.name', subject: 'company', type: 'text' },
    { id: 'party.kind', subject: 'party', type: 'choice', options: ['person', 'company', 'business'] },
    { id: 'role.kind', subject: 'role', type: 'choice', options: ['director', 'lender'] },
    { id: 'role.target', subject: 'role', type: 'party', optional: true },
    { id: 'role.from', subject: 'role', type: 'text', optional: true, label: { nl: 'Sinds', en: 'Since' } },
  ],
  collections: [
    { id: 'people', subject: 'person' },
    { id: 'companies', subject: 'company' },
    { id: 'parties', subject: 'party' },
    { id: 'roles', subject: 'role', per: 'party' },
  ],
  roles: [
    { id: 'director', parties: 'any', targets: true },
    { id: 'lender', parties: 'any', targets: true },
  ],
  aliases: [
    { id: 'boards', subject: 'person', cases },
    { id: 'first', subject: 'person', one: true, cases },
    { id: 'above', subject: 'company', cases },
    { id: 'onlyDirect', subject: 'person', cases: [{ roles: ['director'] }] },
  ],
  sections: [
    {
      id: 'boards',
      per: 'boards',
      boxes: [
        { nr: '1', questions: ['person.name'] },
        { nr: '2', questions: ['role.from'], optional: true },
      ],
    },
    { id: 'above', per: 'above', boxes: [{ nr: '3', questions: ['company.name'] }] },
    { id: 'direct', per: 'onlyDirect', boxes: [{ nr: '4', questions: ['person.name'] }] },
    { id: 'one', per: 'first', boxes: [{ nr: '5', questions: ['person.name'] }] },
  ],
})

type Roles = readonly (string | { role: string; of: string })[]
const party = (id: string, roles: Roles) => ({ id, roles })
const read = (people: object[], companies: object[], complete = ['people', 'companies']) => {
  const application = openCase(variant, answersFor(variant, { collections: { people, companies }, complete }), TODAY)
  const ids = (value: Value): string[] | string =>
    isList(value)
      ? [...value.items.filter(isRow).map(({ id }) => id), ...(value.unknown ? ['more?'] : [])]
      : isUnknown(value)
        ? 'unknown'
        : value === null || typeof value !== 'object' || !isRow(value)
          ? 'nobody'
          : value.id
  const alias = (id: string) => ids(application.memo.get(`alias|${id}`))
  return { boards: alias('boards'), first: alias('first'), above: alias('above'), onlyDirect: alias('onlyDirect') }
}
const of = (company: string) => ({ role: 'director', of: company })

describe('who directs the company that directs the business', () => {
  test('stands behind it, through as many companies as there are', () => {
    const people = [party('p1', [of('top')]), party('p2', ['director']), party('p3', [{ role: 'lender', of: 'holding' }])]
    const companies = [party('top', [of('holding')]), party('holding', ['director']), party('bank', ['lender'])]
    expect(read(people, companies)).toEqual({
      boards: ['p1', 'p2'],
      first: 'p1',
      above: ['top', 'holding'],
      onlyDirect: ['p2'],
    })
  })

  test('does not when that company only lends', () => {
    expect(read([party('p1', [of('bank')])], [party('bank', ['lender'])])).toMatchObject({ boards: [], first: 'nobody', above: [] })
  })

  test('companies that direct each other come to an end', () => {
    const companies = [party('a', [of('b'), 'director']), party('b', [of('a')]), party('c', [of('c')])]
    expect(read([party('p1', [of('b')]), party('p2', [of('c')])], companies)).toMatchObject({ boards: ['p1'], above: ['a', 'b'] })
  })

  test('is not certain while more companies may come', () => {
    const people = [party('p1', [of('a')]), party('p2', ['director'])]
    expect(read(people, [party('a', [])], ['people'])).toMatchObject({ boards: ['p2', 'more?'], first: 'unknown' })
    expect(read(people, [party('a', [])])).toMatchObject({ boards: ['p2'], first: 'p2' })
  })

  test('whoever is certain on a part of the answers is so on all of them', () => {
    const isPerson = (id: string) => id.startsWith('p')
    const parties = ['p1', 'p2', 'a', 'b', 'c']
    const role = fc.record({ of: fc.constantFrom('business', 'a', 'b', 'c'), who: fc.constantFrom(...parties) })
    fc.assert(
      fc.property(fc.array(role, { maxLength: 7 }), fc.integer({ min: 0, max: 7 }), (roles, known) => {
        const shown = (some: typeof roles, id: string) =>
          party(
            id,
            some.filter(({ who }) => who === id).map((each) => (each.of === 'business' ? 'director' : of(each.of))),
          )
        const all = (some: typeof roles, complete?: string[]) =>
          read(
            ['p1', 'p2'].map((id) => shown(some, id)),
            ['a', 'b', 'c'].map((id) => shown(some, id)),
            complete,
          )
        // the cards of people are finished, those of companies are not
        const part = all(
          [...roles.filter(({ who }) => isPerson(who)), ...roles.filter(({ who }) => !isPerson(who)).slice(0, known)],
          ['people'],
        )
        const whole = all(roles)
        for (const id of ['boards', 'above'] as const)
          expect(whole[id]).toEqual(expect.arrayContaining([...part[id]].filter((each) => each !== 'more?')))
        if (part.first !== 'unknown') expect(whole.first).toBe(part.first)
      }),
      { seed: 7, numRuns: 300 },
    )
  })
})

test('a bv that a holding directs has the director of the holding as entrepreneur, with the day that began', () => {
  const voorbeeld = shippedVariant('voorbeeld')
  const roles = [{ role: 'director', of: 'c1', from: '2015-03-01' }]
  const answers = {
    answers: { 'business.legalForm': 'bv' },
    collections: { people: [{ id: 'p1', roles }], companies: [{ id: 'c1', roles: ['director'] }] },
    complete: ['people', 'companies'],
  }
  const bv = openCase(voorbeeld, answersFor(voorbeeld, answers), TODAY)
  const names = ['entrepreneurs', 'applicant', 'directors', 'answerable', 'bibobSigners', 'governingCompanies']
  const rows = (application: typeof bv) =>
    names.map((id) => {
      const value = application.memo.get(`alias|${id}`)
      return isList(value)
        ? value.items.filter(isRow).map((row) => row.id)
        : value !== null && typeof value === 'object' && isRow(value)
          ? value.id
          : value
    })
  expect(rows(bv)).toEqual([['p1'], 'p1', ['p1'], ['p1'], ['p1'], ['c1']])
  expect(bv.memo.get('fact|person.capacity|p1')).toBe('director')
  // the director of a sole trader's lender is nobody here
  const sole = edit(bv, [{ kind: 'answer', fact: 'business.legalForm', value: 'soleTrader' }])
  expect(rows(sole).slice(0, 2)).toEqual([[], null])
})
