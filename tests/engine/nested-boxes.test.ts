import { describe, expect, test } from 'vitest'
import { assess } from '../../src/engine/assess.ts'
import type { BoxCoverage } from '../../src/engine/assessment.ts'
import { openCase } from '../../src/engine/case.ts'
import { coverage } from '../../src/engine/forms/form-coverage.ts'
import { answersFor } from './answers.ts'
import { smallVariant } from './small-rules.ts'

const TODAY = { today: '2026-05-01' }
const variant = smallVariant({
  questions: [
    { id: 'business.statutoryName', type: 'text' },
    { id: 'person.name', subject: 'person', type: 'text' },
    { id: 'person.bsn', subject: 'person', type: 'bsn' },
    { id: 'company.statutoryName', subject: 'company', type: 'text' },
    { id: 'party.kind', subject: 'party', type: 'choice', options: ['person', 'company', 'business'] },
    { id: 'party.name', subject: 'party', type: 'text', derived: 'if party.kind = "person" then person.name else company.statutoryName' },
    { id: 'dossier.loans', subject: 'party', type: 'yesNo' },
    { id: 'role.kind', subject: 'role', type: 'choice', options: ['manager', 'supporter'] },
    { id: 'role.target', subject: 'role', type: 'party', optional: true },
    { id: 'loan.lender', subject: 'loan', type: 'party' },
    { id: 'loan.principal', subject: 'loan', type: 'amount' },
  ],
  collections: [
    { id: 'people', subject: 'person' },
    { id: 'companies', subject: 'company' },
    { id: 'parties', subject: 'party' },
    { id: 'roles', subject: 'role', per: 'party' },
    { id: 'loans', subject: 'loan', per: 'party', gate: 'dossier.loans', title: 'loan.lender.name' },
  ],
  roles: [
    { id: 'manager', parties: 'person' },
    { id: 'supporter', parties: 'person', targets: true },
  ],
  aliases: [{ id: 'managers', subject: 'person', cases: [{ roles: ['manager'] }] }],
  blocks: [
    {
      id: 'person',
      when: 'party.kind = "person"',
      boxes: [
        { nr: 'P.1', questions: ['person.name'] },
        { nr: 'P.4', questions: ['person.bsn'] },
      ],
    },
    { id: 'organisation', when: 'party.kind != "person"', boxes: [{ nr: 'E.1', questions: ['company.statutoryName'] }] },
  ],
  sections: [
    {
      id: 'dossier',
      per: 'managers',
      boxes: [
        { nr: 'D1', questions: ['dossier.loans'], type: 'yesNo' },
        { nr: 'D2', each: 'loans', type: 'party', party: { of: 'loan.lender', blocks: ['person', 'organisation'] } },
        { nr: 'D3', each: 'loans', questions: ['loan.principal'], type: 'amount' },
        {
          nr: 'D4',
          type: 'party',
          party: {
            of: 'people[some r in roles satisfies r.kind = "supporter" and r.target = party][1]',
            blocks: ['person'],
            without: ['P.4'],
          },
          optional: true,
        },
      ],
    },
    { id: 'applicant', boxes: [{ nr: 'A1', type: 'party', party: { of: 'business', blocks: ['person', 'organisation'] } }] },
  ],
})

const people = [
  {
    id: 'p1',
    'person.name': 'Ayşe',
    'person.bsn': '999001012',
    'dossier.loans': true,
    roles: ['manager'],
    collections: {
      loans: [
        { id: 'l1', 'loan.lender': '@c1', 'loan.principal': 100 },
        { id: 'l2', 'loan.lender': '@p2' },
      ],
    },
  },
  { id: 'p2', 'person.name': 'Łukasz', 'dossier.loans': false, roles: ['manager', { role: 'supporter', of: 'p1' }] },
]
const file = {
  answers: { 'business.statutoryName': 'De Kade bv' },
  collections: { people, companies: [{ id: 'c1', 'company.statutoryName': 'Bank nv' }] },
  complete: ['people', 'companies', 'p1/loans'],
}
const instances = (answers: object): { row: string | null; boxes: readonly BoxCoverage[] }[] =>
  coverage(openCase(variant, answersFor(variant, { ...file, ...answers }), TODAY)).flatMap((form) =>
    form.sections.flatMap((section) => section.instances),
  )
const box = (key: string, answers: object = {}): BoxCoverage | undefined =>
  instances(answers)
    .flatMap(({ boxes }) => boxes)
    .find((one) => one.key === key)

describe('boxes per nested row', () => {
  test('stand row by row, called as the list calls its rows', () => {
    const [first] = instances({})
    expect(first?.boxes.map(({ key }) => key)).toEqual(['D1@p1', 'D2@l1', 'D3@l1', 'D2@l2', 'D3@l2', 'D4@p1'])
    expect(first?.boxes.map(({ item }) => item?.title ?? null)).toEqual([null, 'Bank nv', 'Bank nv', 'Łukasz', 'Łukasz', null])
  })

  test('are open for the answer that their own row lacks', () => {
    expect(box('D3@l1')?.text).toBe('€ 1,00')
    expect(box('D3@l2')).toMatchObject({ state: 'missing', questions: ['loan.principal@l2'] })
  })

  test('are not applicable while the gate says that there are none', () => {
    expect(box('D3@p2')).toMatchObject({ state: 'notApplicable' })
  })

  test('are open while rows may still come, and the list is asked for', () => {
    const none = {
      collections: { ...file.collections, people: [{ ...people[0], collections: {} }, people[1]] },
      complete: ['people', 'companies'],
    }
    expect(box('D3@p1', none)).toMatchObject({ state: 'missing', questions: ['p1/loans'] })
    expect(assess(variant, answersFor(variant, { ...file, ...none }), TODAY).questions.open).toContain('p1/loans')
  })

  test('are open when the gate says there are some and the list was closed empty', () => {
    const none = { collections: { ...file.collections, people: [{ ...people[0], collections: {} }, people[1]] } }
    expect(box('D3@p1', none)).toMatchObject({ state: 'missing', questions: ['p1/loans'] })
  })

  test('keep the list asked for while it has rows and is not closed', () => {
    const growing = { complete: ['people', 'companies'] }
    expect(box('D3@l1', growing)?.state).toBe('filled')
    expect(assess(variant, answersFor(variant, { ...file, ...growing }), TODAY).questions.open).toContain('p1/loans')
  })
})

describe('a party box', () => {
  test('prints the parts of the block of its kind of party', () => {
    expect(box('D2@l1')).toMatchObject({ state: 'filled', parts: [{ nr: 'E.1', text: 'Bank nv' }] })
  })

  test('is open while one of its parts is, and asks that part', () => {
    expect(box('D2@l2')).toMatchObject({
      state: 'missing',
      questions: ['person.bsn@p2'],
      parts: [
        { nr: 'P.1', text: 'Łukasz' },
        { nr: 'P.4', text: null },
      ],
    })
  })

  test('leaves out the parts it does not ask, and finds the one who points at this row', () => {
    expect(box('D4@p1')).toMatchObject({ state: 'filled', parts: [{ nr: 'P.1', text: 'Łukasz' }] })
    expect(box('D4@p2')?.parts).toBeNull()
  })

  test('of the business prints the answers of the case, never a company of its own', () => {
    expect(box('A1')).toMatchObject({ state: 'filled', text: 'De Kade bv', questions: ['business.statutoryName'] })
  })
})

describe('a form that goes wrong here', () => {
  const formOf = (box: object) => () =>
    smallVariant({
      questions: [
        { id: 'person.name', subject: 'person', type: 'text' },
        { id: 'party.kind', subject: 'party', type: 'choice', options: ['person', 'company', 'business'] },
      ],
      collections: [
        { id: 'people', subject: 'person' },
        { id: 'parties', subject: 'party' },
      ],
      blocks: [{ id: 'person', when: 'party.kind = "person"', boxes: [{ nr: 'P.1', questions: ['person.name'] }] }],
      sections: [{ id: 'a', boxes: [{ nr: 'X1', type: 'party', ...box }] }],
    })

  test.each([
    { wrong: 'a block that is not there', box: { each: 'people', party: { blocks: ['persons'] } }, says: /no block or part "persons"/ },
    { wrong: 'a part that is not there', box: { each: 'people', party: { blocks: ['person'], without: ['P.9'] } }, says: /"P\.9"/ },
    { wrong: 'no party to print', box: { party: { blocks: ['person'] } }, says: /is not inside one/ },
    {
      wrong: 'each of something that is no list',
      box: { each: '"x"', party: { of: 'business', blocks: ['person'] } },
      says: /no list of rows/,
    },
    { wrong: 'two means', box: { each: 'people', party: { blocks: ['person'] }, questions: ['person.name'] }, says: /more than one means/ },
  ])('$wrong is a finding', ({ box, says }) => {
    expect(formOf(box)).toThrow(says)
  })
})

describe('a box with options', () => {
  const options = ['ja, met sluis', 'ja', 'nee', 'rieten dak', 'dak']
  const box = { nr: '1', type: 'choice', options }
  test.each([
    { given: 'an option with a comma in it', value: '"ja, met sluis"', ticks: ['ja, met sluis'] },
    { given: 'several options', value: '["ja, met sluis", "dak"]', ticks: ['ja, met sluis', 'dak'] },
    { given: 'options that begin alike', value: '["ja", "rieten dak"]', ticks: ['ja', 'rieten dak'] },
    { given: 'words that are no option', value: '["ja", "met kat", "nee"]', ticks: ['ja', 'nee'] },
    { given: 'nothing of the kind', value: '"jazeker"', ticks: [] },
  ])('ticks what was said: $given', ({ value, ticks }) => {
    const town = smallVariant({
      questions: [{ id: 'business.statutoryName', type: 'text' }],
      sections: [{ id: 'a', boxes: [{ ...box, value }] }],
    })
    const [made] = coverage(openCase(town, answersFor(town, {}), TODAY)).flatMap(({ sections }) =>
      sections.flatMap(({ instances }) => instances.flatMap(({ boxes }) => boxes)),
    )
    expect(made?.options?.filter(({ ticked }) => ticked).map(({ text }) => text)).toEqual(ticks)
  })

  test('numbers with a comma of their own stand apart', () => {
    const town = smallVariant({
      questions: [{ id: 'business.statutoryName', type: 'text' }],
      sections: [{ id: 'a', boxes: [{ nr: '1', type: 'text', value: '[2.5, 8]' }] }],
    })
    const [made] = coverage(openCase(town, answersFor(town, {}), TODAY)).flatMap(({ sections }) =>
      sections.flatMap(({ instances }) => instances.flatMap(({ boxes }) => boxes)),
    )
    expect(made?.text).toBe('2,5; 8')
  })
})
