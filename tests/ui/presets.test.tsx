// @vitest-environment jsdom
import { fireEvent, screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { openCase } from '../../src/engine/case.ts'
import { rowsOf } from '../../src/machine/pages.ts'
import { readAnswers } from '../../src/model/answers/read-answers.ts'
import { writeAnswers } from '../../src/model/answers/write-answers.ts'
import type { AnswerFile } from '../../src/model/schema/answer-file.ts'
import { ListPage } from '../../src/ui/pages/questions/ListPage.tsx'
import { presetsFor } from '../../src/ui/parts/form/rows/Presets.tsx'
import { shippedVariant } from '../engine/shipped.ts'
import { exampleOf } from '../journeys/example.ts'
import { showPage } from './page.tsx'

const cafe = exampleOf('cafe-terrace-machines')
const empty = (list: string): AnswerFile => ({
  ...cafe,
  collections: { ...cafe.collections, [list]: [] },
  complete: cafe.complete.filter((each) => each !== list),
})
const page = (list: string) => <ListPage place={{ kind: 'list', draft: 'abc123', list }} />

test('rooms that many have are added with one press each, named and with their use, and twice the same gets a number', () => {
  const { session, visited } = showPage(page('rooms'), empty('rooms'))
  const part = screen.getByRole('region', { name: 'Welke ruimten heeft uw zaak?' })
  for (const name of ['Zaal', 'Keuken', 'Opslag', 'Opslag']) fireEvent.click(within(part).getByRole('button', { name }))
  expect(writeAnswers(session.view().application.answers, cafe.variant).collections.rooms).toEqual([
    { id: 'r1', 'room.purpose': 'guests', 'room.name': 'Zaal' },
    { id: 'r2', 'room.purpose': 'kitchen', 'room.name': 'Keuken' },
    { id: 'r3', 'room.purpose': 'storage', 'room.name': 'Opslag' },
    { id: 'r4', 'room.purpose': 'storage', 'room.name': 'Opslag 2' },
  ])
  // one stays, to press the next
  expect(visited).toEqual([])
  expect(screen.getByRole('region', { name: 'Welke ruimten nog meer?' })).toBeDefined()
  expect(screen.getByText('Toegevoegd: Opslag.')).toBeDefined()
})

test('one owner who is in charge is one press: the roles are there, and the page of the person opens', () => {
  const owner: AnswerFile = { ...empty('people'), answers: { ...cafe.answers, 'business.legalForm': 'soleTrader' } }
  const { session, visited } = showPage(page('people'), owner)
  fireEvent.click(screen.getByRole('button', { name: 'Ik ben eigenaar en ik geef zelf leiding' }))
  const file = writeAnswers(session.view().application.answers, cafe.variant)
  const kindsOf = (roles: unknown) => (Array.isArray(roles) ? roles : []).map((role) => (typeof role === 'string' ? role : role.kind))
  expect(kindsOf(file.collections.people?.[0]?.roles)).toEqual(['owner', 'manager', 'contact'])
  expect(visited).toEqual(['#/nl/abc123/row/p1'])
})

test.each([
  ['soleTrader', ['ownerManager', 'ownerOnly']],
  ['vof', ['partnerManager']],
  ['cv', ['partnerManager', 'generalPartnerManager']],
  ['bv', ['directorManager', 'directorOnly']],
  ['association', ['directorManager', 'directorOnly']],
] as const)('of a %s only the roles that it has are offered', (form, expected) => {
  const variant = shippedVariant('voorbeeld')
  const file = { ...empty('people'), answers: { ...cafe.answers, 'business.legalForm': form } }
  const read = readAnswers(file, variant, 'test', () => ({ line: 1, column: 1 }))
  const application = openCase(variant, read.answers, { today: '2026-11-24' }, 'nl')
  const people = variant.collections.find(({ id }) => id === 'people')
  if (!people) throw new Error('no list')
  const first = presetsFor(application, people, true).map(({ id }) => id)
  expect(first).toEqual(expect.arrayContaining([...expected, 'managerOnly', 'helper']))
  const own = (people.presets?.choices ?? []).filter(({ only }) => only === 'first').map(({ id }) => id)
  const others = own.filter((id) => !['managerOnly', 'helper', 'soleDirector', ...expected].includes(id))
  expect(first.filter((id) => others.includes(id))).toEqual([])
  expect(presetsFor(application, people, false).every(({ only }) => only !== 'first')).toBe(true)
  expect(rowsOf(application.answers.lists, 'people')).toEqual([])
})
