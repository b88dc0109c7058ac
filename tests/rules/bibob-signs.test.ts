import { describe, expect, test } from 'vitest'
import { openCase } from '../../src/engine/case.ts'
import { coverage } from '../../src/engine/forms/form-coverage.ts'
import { bibobOf } from '../../src/engine/outcome/bibob.ts'
import { sendSheets } from '../../src/engine/packet/send-sheets.ts'
import { answersFor } from '../engine/answers.ts'
import { shippedVariant } from '../engine/shipped.ts'
import { CAFE, TODAY } from './situations/situation.ts'

const person = (id: string, lastName: string, ...roles: unknown[]) => ({
  id,
  'person.firstNames': id.toUpperCase(),
  'person.lastName': lastName,
  roles,
})
const company = (id: string, ...roles: unknown[]) => ({ id, 'company.statutoryName': 'Holding', 'company.legalForm': 'bv', roles })

function open(town: string, legalForm: string, collections: Record<string, unknown>) {
  const variant = shippedVariant(town)
  const answers = { ...CAFE, 'business.legalForm': legalForm }
  return openCase(variant, answersFor(variant, { answers, collections, complete: Object.keys(collections) }), { today: TODAY })
}

/** Who signs the questionnaire by hand, where the town hands it out: Regeling Bibob-formulieren 2024, annex 1, and 2013, part 7. */
describe('the Bibob questionnaire of the town', () => {
  test.each([
    {
      form: 'soleTrader',
      collections: { people: [person('p1', 'Kadıköy', 'owner'), person('p2', 'Dvořák', 'manager')] },
      signers: ['P1 Kadıköy'],
    },
    {
      form: 'vof',
      collections: { people: [person('p1', 'Kadıköy', 'partner'), person('p2', 'Dvořák', 'partner'), person('p3', 'Yılmaz', 'manager')] },
      signers: ['P1 Kadıköy', 'P2 Dvořák'],
    },
    {
      form: 'bv',
      collections: {
        companies: [company('c1', 'director', 'shareholder')],
        people: [person('p1', 'Kadıköy', { role: 'director', of: '@c1' }), person('p2', 'Dvořák', 'manager')],
      },
      signers: ['P1 Kadıköy'],
    },
    {
      form: 'bv',
      collections: { people: [person('p1', 'Kadıköy', 'director'), person('p2', 'Dvořák', 'director', 'signatory')] },
      signers: ['P2 Dvořák'],
    },
  ])('$form: a step of its own names who signs: $signers', ({ form, collections, signers }) => {
    const application = open('amsterdam/centrum', form, collections)
    const sheet = sendSheets(application, coverage(application)).find(({ licence }) => licence === 'bibob')
    expect(sheet?.steps.filter(({ kind }) => kind === 'officialForm')).toEqual([
      { kind: 'officialForm', name: 'Bibob-vragenformulier', signers },
    ])
    expect(bibobOf(application)?.fillsIn?.names).toEqual(signers)
  })

  test('is no step where our packet prints its questions: then its own signing page is signed', () => {
    const application = open('voorbeeld', 'soleTrader', { people: [person('p1', 'Kadıköy', 'owner')] })
    const steps = sendSheets(application, coverage(application)).find(({ licence }) => licence === 'bibob')?.steps ?? []
    expect(steps.map(({ kind }) => kind)).not.toContain('officialForm')
    expect(steps.map(({ kind }) => kind)).toContain('sign')
  })

  test('wants the contract of each loan too, though nobody was asked about loans', () => {
    const application = open('amsterdam/centrum', 'soleTrader', { people: [person('p1', 'Kadıköy', 'owner')] })
    expect(bibobOf(application)?.documents.map(({ name }) => name)).toContain(
      'Contract van elke lening en bewijs dat het geld is ontvangen',
    )
    const asked = open('voorbeeld', 'soleTrader', { people: [person('p1', 'Kadıköy', 'owner')] })
    expect(bibobOf(asked)?.documents.map(({ name }) => name)).not.toContain('Contract van elke lening en bewijs dat het geld is ontvangen')
  })
})
