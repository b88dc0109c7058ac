// @vitest-environment jsdom
import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { edit } from '../../src/engine/case.ts'
import { coverage } from '../../src/engine/forms/form-coverage.ts'
import type { Edit } from '../../src/model/answers/edit.ts'
import type { AnswerFile } from '../../src/model/schema/answer-file.ts'
import { ReviewPage } from '../../src/ui/pages/packet/ReviewPage.tsx'
import { TasksPage } from '../../src/ui/pages/packet/TasksPage.tsx'
import { exampleOf } from '../journeys/example.ts'
import { showPage } from './page.tsx'

const cafe = exampleOf('cafe-terrace-machines')
const nobody = (rows: AnswerFile['collections'][string] = []) =>
  rows.map(({ roles, ...row }) => ({
    ...row,
    ...(Array.isArray(roles) && { roles: roles.filter((role) => role !== 'landlord' && role !== 'propertyOwner') }),
  }))
/** Rents, and called the lists complete before anybody said who lets. */
const alone: AnswerFile = {
  ...cafe,
  answers: { ...cafe.answers, 'premises.tenure': 'rented' },
  collections: { ...cafe.collections, people: nobody(cafe.collections.people), companies: [] },
}

test('who rents and called the lists complete without a landlord still finds both lists', () => {
  expect(alone.complete).toEqual(expect.arrayContaining(['people', 'companies']))
  showPage(<TasksPage place={{ kind: 'tasks', draft: 'abc123' }} />, alone)
  const addresses = screen.getAllByRole('link').map((link) => link.getAttribute('href'))
  expect(addresses).toEqual(expect.arrayContaining(['#/nl/abc123/list/people', '#/nl/abc123/list/companies']))
})

test('that the landlord is missing is said with the way to add one', () => {
  showPage(<ReviewPage place={{ kind: 'review', draft: 'abc123' }} />, alone)
  const part = screen.getByRole('region', { name: /^Los d/ })
  const [said] = within(part)
    .getAllByText(/Van wie huurt of gebruikt u het pand/)
    .map((each) => each.closest('.alert, li, section'))
  const ways = [...(said?.querySelectorAll('a') ?? [])].map((link) => link.getAttribute('href'))
  expect(ways.some((href) => /list\/(people|companies)|row\//.test(href ?? ''))).toBe(true)
})

test.each([
  ['fireSafety F22', ['de melder is eigenaar']],
  ['exploitation EX-075', ['de ondernemer is eigenaar', 'dit verandert niet']],
  ['environment E32', ['geen muziek binnen']],
] as const)('%s never gives as its reason what was not said', (box, reasons) => {
  const [form, nr] = box.split(' ')
  const { application } = showPage(null, alone).session.view()
  expect([alone.answers['premises.tenure'], application.answers.values.get('music.kind') !== 'none']).toEqual(['rented', true])
  const undo: Edit[][] = [
    [],
    ...['music.hoursKind', 'music.hoursNote', 'premises.landlordIsOwner'].map((fact): Edit[] => [
      { kind: 'answer', fact, row: null, value: undefined },
    ]),
  ]
  for (const edits of undo) {
    const boxes = coverage(edit(application, edits)).flatMap(({ id, sections }) =>
      id === form ? sections.flatMap(({ instances }) => instances.flatMap((each) => each.boxes)) : [],
    )
    const found = boxes.filter((each) => each.nr === nr)
    expect(found).toHaveLength(1)
    for (const { reason } of found) expect(reasons).not.toContain(reason)
  }
})
