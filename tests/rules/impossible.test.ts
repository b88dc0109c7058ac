import { describe, expect, test } from 'vitest'
import { assess } from '../../src/engine/assess.ts'
import type { Assessment } from '../../src/engine/assessment.ts'
import { answersFor } from '../engine/answers.ts'
import { shippedVariant } from '../engine/shipped.ts'
import { CAFE, OWNER, TODAY } from './situations/situation.ts'

const variant = shippedVariant('voorbeeld')
type Rows = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>

function say(answers: Readonly<Record<string, unknown>>, rows: Rows = {}): Assessment {
  const collections = { people: [OWNER], ...rows }
  return assess(variant, answersFor(variant, { answers: { ...CAFE, ...answers }, collections, complete: Object.keys(collections) }), {
    today: TODAY,
  })
}
const key = ({ id, row }: Assessment['checks'][number]): string => `${id}@${row ?? ''}`
/** What is told of it that is not told of the same business without the slip: all but what is only good to know. */
function told(one: Assessment, without: Assessment): Assessment['checks'] {
  const before = new Set(without.checks.map(key))
  return one.checks.filter((check) => check.severity !== 'info' && !before.has(key(check)))
}

const holding = (id: string, ...of: string[]) => ({
  id,
  'company.statutoryName': id,
  'company.legalForm': 'bv',
  roles: [...of.map((one) => (one === 'business' ? 'director' : { role: 'director', of: `@${one}` }))],
})

const BEHIND = {
  ...OWNER,
  roles: [
    { role: 'manager', managerKind: 'general' },
    { role: 'director', of: '@c2' },
  ],
}

describe('what cannot be is told once, where it is asked, with its ground and a way out', () => {
  // `mended`: the same business without the slip, where that is not the plain café
  test.each<{ given: string; answers?: Readonly<Record<string, unknown>>; rows?: Rows; mended?: Rows; at: string[] }>([
    {
      given: 'a bv as the canteen of a club',
      answers: { 'business.legalForm': 'bv', 'business.aim': 'paracommercial' },
      rows: { people: [{ ...OWNER, roles: ['director', { role: 'manager', managerKind: 'general' }] }] },
      at: ['paraCompany'],
    },
    {
      given: 'a bv as the canteen of a club, with two gaming machines and a second manager who is missing',
      answers: { 'business.legalForm': 'bv', 'business.aim': 'paracommercial', 'gaming.wanted': 'machines', 'gaming.count': 2 },
      rows: {
        people: [{ ...OWNER, 'person.underGuardianship': false, roles: ['director', { role: 'manager', managerKind: 'general' }] }],
      },
      at: ['paraCompany'],
    },
    {
      given: 'a start before the application, with less than four weeks between',
      answers: { 'application.startDate': '2026-02-01', 'premises.maxPersons': 80 },
      at: ['field.application.startDate'],
    },
    { given: 'a manager of 12', rows: { people: [{ ...OWNER, 'person.birthDate': '2014-01-01' }] }, at: ['alW1'] },
    {
      given: 'a manager who is still to be born',
      rows: { people: [{ ...OWNER, 'person.birthDate': '2026-03-03' }] },
      at: ['field.person.birthDate'],
    },
    {
      given: 'a terrace larger than its sides',
      answers: { 'activity.terrace': ['publicGround'], 'activity.terraceAlcohol': false, 'activity.terraceUntil': '22:00' },
      rows: { terraces: [{ id: 't1', 'terrace.area': 30, 'terrace.length': 5, 'terrace.width': 2 }] },
      at: ['teSides'],
    },
    { given: 'a start before the application', answers: { 'application.startDate': '2026-02-01' }, at: ['field.application.startDate'] },
    {
      given: 'an application of next year',
      answers: { 'application.filingDate': '2029-02-01', 'application.startDate': '2029-06-01' },
      at: ['field.application.filingDate'],
    },
    {
      given: 'a holding in a circle',
      answers: { 'business.legalForm': 'bv' },
      rows: {
        companies: [holding('c1', 'business', 'c2'), holding('c2', 'c1')],
        people: [BEHIND],
      },
      mended: {
        companies: [holding('c1', 'business'), holding('c2', 'c1')],
        people: [BEHIND],
      },
      at: ['companyCircle', 'companyCircle'],
    },
  ])('$given', ({ answers = {}, rows = {}, mended, at }) => {
    const found = told(say(answers, rows), mended ? say(answers, mended) : say({}))
    // a circle is told at each company in it, once
    expect(found.map(({ id }) => id).filter((id) => at.includes(id))).toEqual(at)
    for (const { id, severity, advice } of found.filter(({ id }) => at.includes(id))) {
      expect([id, severity]).toEqual([id, 'block'])
      expect([id, advice]).toEqual([id, expect.stringMatching(/\.$/)])
      if (!id.startsWith('field.')) expect([id, variant.checks.find((check) => check.id === id)?.source]).toEqual([id, expect.any(String)])
    }
    // nothing that follows from the same slip stands beside it, as block or as warning
    expect(found.filter(({ id }) => !at.includes(id)).map(({ id }) => id)).toEqual([])
  })

  test('and on the pages a bv is not asked whether it is a club', () => {
    const answers = { ...CAFE, 'business.legalForm': 'bv' } as Record<string, unknown>
    delete answers['business.aim']
    const open = (legalForm: string): readonly string[] => {
      const values = { ...answers, 'business.legalForm': legalForm }
      return assess(variant, answersFor(variant, { answers: values }), { today: TODAY }).questions.open
    }
    expect(open('bv')).not.toContain('business.aim')
    expect(open('association')).toContain('business.aim')
  })
})
