import { describe, expect, test } from 'vitest'
import { assess } from '../../src/engine/assess.ts'
import { openCase } from '../../src/engine/case.ts'
import { coverage } from '../../src/engine/forms/form-coverage.ts'
import { answersFor } from './answers.ts'
import { smallVariant } from './small-rules.ts'

const TODAY = { today: '2026-05-01' }
const variant = smallVariant({
  questions: [
    { id: 'application.startDate', type: 'date' },
    { id: 'business.statutoryName', type: 'text' },
    { id: 'person.name', subject: 'person', type: 'text' },
    { id: 'person.birthDate', subject: 'person', type: 'date' },
    { id: 'person.ageAtStart', subject: 'person', type: 'integer', derived: 'years between(person.birthDate, application.startDate)' },
    { id: 'company.statutoryName', subject: 'company', type: 'text' },
    { id: 'party.kind', subject: 'party', type: 'choice', options: ['person', 'company', 'business'] },
    { id: 'party.name', subject: 'party', type: 'text', derived: 'if party.kind = "person" then person.name else company.statutoryName' },
    { id: 'role.kind', subject: 'role', type: 'choice', options: ['manager', 'lender', 'shareholder'] },
    { id: 'role.target', subject: 'role', type: 'party', optional: true },
    { id: 'role.share', subject: 'role', type: 'number', optional: true },
    { id: 'loan.lender', subject: 'loan', type: 'party' },
    { id: 'loan.principal', subject: 'loan', type: 'amount' },
  ],
  collections: [
    { id: 'people', subject: 'person' },
    { id: 'companies', subject: 'company' },
    { id: 'parties', subject: 'party' },
    { id: 'roles', subject: 'role', per: 'party' },
    { id: 'loans', subject: 'loan', per: 'party' },
  ],
  roles: [
    { id: 'manager', parties: 'person' },
    { id: 'lender', parties: 'any' },
    { id: 'shareholder', parties: 'any', targets: true },
  ],
  aliases: [
    { id: 'managers', subject: 'person', cases: [{ roles: ['manager'] }] },
    { id: 'shareholders', subject: 'party', cases: [{ roles: ['shareholder'] }] },
  ],
  sections: [
    {
      id: 'managers',
      per: 'managers',
      boxes: [
        { nr: 'M1', questions: ['person.name'] },
        { nr: 'M2', value: 'person.ageAtStart', type: 'number' },
      ],
    },
    {
      id: 'shares',
      per: 'shareholders',
      boxes: [
        { nr: 'S1', value: 'party.name' },
        { nr: 'S2', questions: ['role.share'], type: 'number', optional: true },
      ],
    },
    {
      id: 'loans',
      per: 'loans',
      boxes: [
        { nr: 'L1', value: 'loan.lender.name' },
        { nr: 'L2', questions: ['loan.principal'], type: 'amount' },
      ],
    },
  ],
  checks: [
    { id: 'tooYoung', per: 'managers', when: 'person.ageAtStart < 21' },
    { id: 'none', when: 'count(managers) = 0' },
  ],
})

const case1 = {
  answers: { 'application.startDate': '2026-05-01', 'business.statutoryName': 'De Kade bv' },
  collections: {
    people: [
      { id: 'p1', 'person.name': 'Ayşe Özgür', 'person.birthDate': '2005-05-01', roles: ['manager', { role: 'shareholder', share: 40 }] },
      {
        id: 'p2',
        'person.name': 'Łukasz',
        'person.birthDate': '2005-05-02',
        roles: ['manager', { role: 'shareholder', of: 'c1', share: 100 }],
      },
    ],
    companies: [{ id: 'c1', 'company.statutoryName': 'Holding bv', roles: [{ role: 'shareholder', share: 60 }] }],
    loans: [{ id: 'l1', 'loan.lender': '@c1', 'loan.principal': 2500000 }],
  },
  complete: ['people', 'companies', 'loans'],
}
const boxes = (file: Record<string, unknown>) =>
  Object.fromEntries(
    coverage(openCase(variant, answersFor(variant, file), TODAY)).flatMap((form) =>
      form.sections.flatMap((section) =>
        section.instances.flatMap((instance) => instance.boxes.map((box) => [box.key, box.text ?? box.state])),
      ),
    ),
  )

describe('people and companies', () => {
  test('are entered once and printed wherever one of their roles stands', () => {
    expect(boxes(case1)).toEqual({
      'M1@p1': 'Ayşe Özgür',
      'M2@p1': '21',
      'M1@p2': 'Łukasz',
      'M2@p2': '20',
      'S1@p1': 'Ayşe Özgür',
      'S2@p1': '40',
      'S1@c1': 'Holding bv',
      'S2@c1': '60',
      'L1@l1': 'Holding bv',
      'L2@l1': '€ 25.000,00',
    })
  })

  test('a role in another company is no role in the business', () => {
    expect(Object.keys(boxes(case1)).filter((key) => key.startsWith('S1'))).toEqual(['S1@p1', 'S1@c1'])
  })

  test('who turns 21 on the very start date is old enough; a day later is not', () => {
    const fired = assess(variant, answersFor(variant, case1), TODAY).checks
    expect(fired.map((check) => `${check.id} ${check.row}`)).toEqual(['tooYoung p2'])
  })

  test('a list that is not complete leaves its section open instead of empty', () => {
    expect(boxes({ answers: case1.answers })).toMatchObject({ M1: 'missing', L1: 'missing' })
    expect(assess(variant, answersFor(variant, {}), TODAY).checks).toEqual([])
  })

  test('a complete list without the role makes the section not applicable', () => {
    expect(boxes({ answers: case1.answers, complete: ['people', 'companies', 'loans'] })).toMatchObject({
      M1: 'notApplicable',
      L1: 'notApplicable',
    })
  })
})
