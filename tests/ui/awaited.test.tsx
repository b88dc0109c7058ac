// @vitest-environment jsdom
import { act, fireEvent, screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { writeAnswers } from '../../src/model/answers/write-answers.ts'
import type { AnswerFile } from '../../src/model/schema/answer-file.ts'
import { ListPage } from '../../src/ui/pages/questions/ListPage.tsx'
import { EMPTY, showPage } from './page.tsx'

const file = (answers: AnswerFile['answers'], people: NonNullable<AnswerFile['collections']['people']> = []): AnswerFile => ({
  ...EMPTY,
  answers: { 'application.kind': 'managerChange', 'managerChange.kind': 'added', 'business.legalForm': 'soleTrader', ...answers },
  collections: { people },
})
const page = <ListPage place={{ kind: 'list', draft: 'abc123', list: 'people' }} />
const region = () => screen.getByRole('region', { name: 'Wie moet er nog bij?' })
const waiting = () =>
  within(region())
    .queryAllByRole('heading', { level: 3 })
    .map(({ textContent }) => textContent)

test('the owner and the new manager stand there before anybody is named, and one press opens the card with the role ticked', () => {
  const { session, visited } = showPage(page, file({}))
  expect(waiting()).toEqual(['Eigenaar van de zaak', 'Leidinggevende die erbij komt'])
  fireEvent.click(screen.getByRole('button', { name: 'Invullen: Leidinggevende die erbij komt' }))
  expect(writeAnswers(session.view().application.answers, 'voorbeeld').collections.people).toEqual([{ id: 'p1', roles: ['manager'] }])
  expect(visited).toEqual(['#/nl/abc123/row/p1'])
  expect(waiting()).toEqual(['Eigenaar van de zaak'])
})

test('nothing is in the answers until then', () => {
  const { session } = showPage(page, file({}))
  expect(writeAnswers(session.view().application.answers, 'voorbeeld').collections).toEqual({})
})

test('the owner who becomes manager is pointed at: no second card', () => {
  const owner = { id: 'p1', roles: ['owner'], 'person.firstNames': 'Özgür', 'person.lastName': 'Kadıköy' }
  const { session, visited } = showPage(page, file({}, [owner]))
  expect(waiting()).toEqual(['Leidinggevende die erbij komt'])
  fireEvent.click(screen.getByRole('button', { name: 'Dat is Özgür Kadıköy: Leidinggevende die erbij komt' }))
  expect(writeAnswers(session.view().application.answers, 'voorbeeld').collections.people?.[0]?.roles).toEqual(['owner', 'manager'])
  expect(visited).toEqual([])
  expect(screen.queryByRole('region', { name: 'Wie moet er nog bij?' })).toBeNull()
})

test('a role that is taken away again is waited for again', () => {
  const manager = { id: 'p1', roles: ['manager'], 'person.lastName': 'Peña' }
  const { session } = showPage(page, file({}, [manager]))
  expect(waiting()).toEqual(['Eigenaar van de zaak'])
  const role = session.view().application.answers.lists.get('p1/roles')?.[0] ?? ''
  act(() => session.apply([{ kind: 'removeRow', collection: 'roles', parent: 'p1', id: role }]))
  expect(waiting()).toEqual(['Eigenaar van de zaak', 'Leidinggevende die erbij komt'])
})

test('who helps with the application can still say so, and who is waited for is offered once', () => {
  showPage(page, file({}))
  const more = screen.getByRole('region', { name: 'Wie doet er nog meer mee?' })
  expect(
    within(more)
      .getAllByRole('button')
      .map(({ textContent }) => textContent),
  ).toEqual(['Ik help iemand met deze aanvraag'])
})

test('a new business of one owner who is in charge waits for one person with both roles', () => {
  const { session } = showPage(page, file({ 'application.kind': 'new', 'management.who': 'myself' }))
  expect(waiting()).toEqual(['Eigenaar, geeft zelf leiding'])
  fireEvent.click(screen.getByRole('button', { name: 'Invullen: Eigenaar, geeft zelf leiding' }))
  expect(writeAnswers(session.view().application.answers, 'voorbeeld').collections.people?.[0]?.roles).toEqual(['owner', 'manager'])
})
