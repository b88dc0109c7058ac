import { describe, expect, test } from 'vitest'
import { edit } from '../../src/engine/case.ts'
import type { Case } from '../../src/engine/context.ts'
import { awaitedParties, expectedParties } from '../../src/engine/facts/expected-parties.ts'
import { BUSINESS } from '../../src/model/answers/answers.ts'
import type { Edit } from '../../src/model/answers/edit.ts'
import { shippedExamples } from '../authoring/shipped-examples.ts'

const PEOPLE = { collection: 'people', parent: null } as const

const peopleOf = ({ variant }: Case) => {
  const people = variant.collections.find(({ id }) => id === 'people')
  if (!people) throw new Error('no list of people')
  return people
}
const said = (application: Case, more: readonly Edit[]): Case => edit(application, more)
const open = (application: Case): Case => said(application, [{ kind: 'complete', ...PEOPLE, complete: false }])
const withoutPeople = (application: Case): Case =>
  said(
    open(application),
    [...(application.answers.lists.get('people') ?? [])].map((id): Edit => ({ kind: 'removeRow', ...PEOPLE, id })),
  )
const rolesOf = (application: Case, party: string): string[] =>
  application.get(`roles|${party}`).flatMap(({ kind, target }) => (target === BUSINESS ? [kind] : []))

/** Applications in which everything is answered, so that everybody is there. */
const examples = shippedExamples().filter(({ answers, complete }) => complete && answers.complete.has('people'))

describe('nobody is expected whom a real application does not have', () => {
  test.each(examples.map((one) => [one.file, one] as const))('%s', (_file, { application }) => {
    const list = peopleOf(application)
    // as it was when nobody had been named; who is in charge may only follow from the people themselves
    const waits = awaitedParties(withoutPeople(application), list).map(({ expected }) => expected.id)
    const there = expectedParties(application, list)
    expect(there.map(({ expected }) => expected.id)).toEqual(expect.arrayContaining(waits))
    for (const { expected, party } of there) expect([expected.id, party]).not.toEqual([expected.id, null])
    // once they are entered nobody is waited for, and a list that is complete waits for nobody anyway
    expect(awaitedParties(open(application), list)).toEqual([])
    expect(awaitedParties(application, list)).toEqual([])
  })

  test('and of the changes that leave the entrepreneur as it is, somebody is expected in each', () => {
    const changes = examples.filter(({ application }) => application.get('fact|change.holder|') === false)
    const expected = changes.filter(({ application }) => expectedParties(application, peopleOf(application)).length > 0)
    expect(changes.length).toBeGreaterThan(8)
    expect(expected.length).toBe(changes.filter(({ answers }) => answers.values.get('application.kind') !== 'closing').length)
  })
})

describe('a change of managers knows who takes part', () => {
  const example = (name: string): Case => {
    const found = shippedExamples().find(({ file }) => file.endsWith(`breda/examples/${name}.yaml`))
    if (!found) throw new Error(name)
    return withoutPeople(found.application)
  }
  const added = example('manager-added')
  const answered = (answers: Readonly<Record<string, string>>): Case =>
    said(
      added,
      Object.entries(answers).map(([fact, value]) => ({ kind: 'answer', fact, value })),
    )
  const names = (application: Case) => awaitedParties(application, peopleOf(application)).map(({ roles }) => roles)

  test.each([
    ['soleTrader', ['owner']],
    ['vof', ['partner']],
    ['maatschap', ['partner']],
    ['cv', ['generalPartner']],
    ['bv', ['director']],
    ['nv', ['director']],
    ['association', ['director']],
    ['foundation', ['director']],
    ['cooperative', ['director']],
    ['church', ['director']],
    ['foreign', ['director']],
  ])('of a %s: who asks, and who is added', (form, first) => {
    expect(names(answered({ 'business.legalForm': form }))).toEqual([first, ['manager']])
  })

  test('an exchange as well; who only leaves is no person of the list', () => {
    expect(names(answered({ 'managerChange.kind': 'both' }))).toEqual([['owner'], ['manager']])
    expect(names(answered({ 'managerChange.kind': 'removed' }))).toEqual([['owner']])
  })

  test('while the legal form is not known nobody is expected to ask, and the manager is', () => {
    expect(names(answered({ 'business.legalForm': 'undecided' }))).toEqual([['manager']])
    expect(names(answered({ 'business.legalForm': 'other' }))).toEqual([['manager']])
  })

  const person = (id: string, ...roles: string[]): Edit[] => [
    { kind: 'addRow', ...PEOPLE, id, subject: 'person' },
    ...roles.flatMap((role): Edit[] => [
      { kind: 'addRow', collection: 'roles', parent: id, id: `${id}/${role}`, subject: 'role' },
      { kind: 'answer', fact: 'role.kind', row: `${id}/${role}`, value: role },
      { kind: 'leftEmpty', fact: 'role.target', row: `${id}/${role}`, left: true },
    ]),
  ]

  test('an owner who becomes manager is both, and nobody else is waited for', () => {
    expect(names(said(added, person('p7', 'owner')))).toEqual([['manager']])
    expect(names(said(added, person('p7', 'owner', 'manager')))).toEqual([])
  })

  test('two managers at once are entered one after the other', () => {
    const two = said(added, [...person('p7', 'owner'), ...person('p8', 'manager'), ...person('p9', 'manager')])
    expect(names(two)).toEqual([])
    expect(rolesOf(two, 'p9')).toEqual(['manager'])
  })

  test('somebody with another role does not take the place of who is expected', () => {
    expect(names(said(added, person('p7', 'representative')))).toEqual([['owner'], ['manager']])
  })

  test('a draft in which the list was marked complete waits for nobody', () => {
    expect(names(said(added, [{ kind: 'complete', ...PEOPLE, complete: true }]))).toEqual([])
  })
})
