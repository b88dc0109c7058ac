import { expect, test } from 'vitest'
import { questionsOf } from '../../src/engine/asked/questions.ts'
import { boxesOf } from '../../src/model/boxes-of.ts'
import { smallVariant } from '../engine/small-rules.ts'
import { everythingCases } from '../made-up/generate-everything.ts'

const variant = smallVariant({
  questions: [
    { id: 'application.startDate', type: 'date' },
    { id: 'business.form', type: 'choice', options: ['one', 'many'] },
    { id: 'business.note', type: 'text', when: 'business.form = "many"' },
    { id: 'heating.power', type: 'number' },
    { id: 'person.name', subject: 'person', type: 'text' },
    { id: 'company.name', subject: 'company', type: 'text' },
    { id: 'person.certificate', subject: 'person', type: 'text', optional: true },
    { id: 'party.kind', subject: 'party', type: 'choice', options: ['person', 'company', 'business'] },
    { id: 'party.name', subject: 'party', type: 'text', derived: 'if party.kind = "person" then person.name else company.name' },
    { id: 'party.owes', subject: 'party', type: 'yesNo' },
    { id: 'role.kind', subject: 'role', type: 'choice', options: ['owner', 'partner'] },
    { id: 'role.target', subject: 'role', type: 'party', optional: true },
    { id: 'loan.sum', subject: 'loan', type: 'amount' },
    { id: 'loan.pledge', subject: 'loan', type: 'choice', options: ['house', 'car'] },
  ],
  steps: [{ id: 'first', ask: ['business.form'] }],
  collections: [
    { id: 'people', subject: 'person' },
    { id: 'companies', subject: 'company' },
    { id: 'parties', subject: 'party' },
    { id: 'roles', subject: 'role', per: 'party' },
    { id: 'loans', subject: 'loan', per: 'party', gate: 'party.owes' },
  ],
  roles: [
    { id: 'owner', parties: 'person' },
    { id: 'partner', parties: 'any', targets: true },
  ],
  aliases: [
    { id: 'owners', subject: 'person', cases: [{ when: 'business.form = "one"', roles: ['owner'] }, { roles: ['partner'] }] },
    { id: 'uncertified', subject: 'person', cases: [{ roles: ['owner'] }], where: 'person.certificate = null' },
  ],
  sections: [
    {
      id: 'case',
      boxes: [
        { nr: '1', questions: ['business.note'] },
        { nr: '2', when: 'business.form = "one"', questions: ['heating.power'], type: 'number' },
        { nr: '3', when: 'heating.power >= 50000', value: '"large"' },
        { nr: '4', when: 'business.form = "one" and business.form = "many"', value: '"never"' },
      ],
    },
    {
      id: 'owners',
      per: 'owners',
      boxes: [
        { nr: '5', questions: ['person.name'] },
        { nr: '6', each: 'loans', when: 'loan.pledge = "house"', questions: ['loan.sum'], type: 'amount' },
        { nr: '7', each: 'loans', when: 'loan.pledge = "car"', questions: ['loan.sum'], type: 'amount' },
        { nr: '8', each: 'roles[target != null]', value: 'role.target.name' },
      ],
    },
    { id: 'uncertified', per: 'uncertified', boxes: [{ nr: '9', questions: ['person.name'] }] },
  ],
})

test('what one business cannot fill a next one does: forms, bounds, rows, roles and what is left empty; what contradicts itself stays', () => {
  const wanted = new Set(variant.forms.flatMap((form) => boxesOf(form).map(({ nr }) => `${form.id}:${nr}`)))
  const cases = [...everythingCases(variant, [], { today: '2026-05-01' }, wanted)]
  const won = cases.flatMap((each) => each.won)
  expect(won.length).toBe(new Set(won).size)
  expect([...wanted].filter((key) => !won.includes(key))).toEqual(['form:4'])
  expect(cases.length).toBe(2)
  for (const { application } of cases) expect(questionsOf(application).open).toEqual([])
})
