import { describe, expect, test } from 'vitest'
import { assess } from '../../src/engine/assess.ts'
import { edit, openCase } from '../../src/engine/case.ts'
import { offeredElsewhere, offeredRoles } from '../../src/engine/facts/offered-roles.ts'
import { rowsOf } from '../../src/machine/pages.ts'
import { answerKey, listKey } from '../../src/model/answers/answers.ts'
import { shippedExamples } from '../authoring/shipped-examples.ts'
import { answersFor } from '../engine/answers.ts'
import { shippedVariant } from '../engine/shipped.ts'

const TODAY = '2026-11-28'
type Row = Record<string, unknown>
const caseOf = (answers: Row, collections: Row = {}, complete: string[] = []) => {
  const variant = shippedVariant('voorbeeld')
  return { variant, answers: answersFor(variant, { answers, collections, complete }) }
}
const offered = (answers: Row, subject: 'person' | 'company' = 'person'): string[] => {
  const { variant, answers: read } = caseOf(answers)
  return offeredRoles(openCase(variant, read, { today: TODAY }), subject).map(({ id }) => id)
}
const NEW = { 'application.kind': 'new' }
const ADDED = { 'application.kind': 'managerChange', 'managerChange.kind': 'added', 'managerChange.licences': ['alcohol'] }

describe('what somebody can be follows from the legal form and the application', () => {
  test.each<[string, Row, 'person' | 'company', string[], string[]]>([
    [
      'a sole trade',
      { ...NEW, 'business.legalForm': 'soleTrader' },
      'person',
      ['owner', 'manager'],
      ['partner', 'director', 'shareholder'],
    ],
    ['a vof', { ...NEW, 'business.legalForm': 'vof' }, 'person', ['partner', 'manager'], ['owner', 'generalPartner', 'director']],
    ['a cv', { ...NEW, 'business.legalForm': 'cv' }, 'person', ['partner', 'generalPartner'], ['owner', 'director']],
    ['a bv', { ...NEW, 'business.legalForm': 'bv' }, 'person', ['director', 'manager'], ['owner', 'partner', 'generalPartner']],
    ['a company in a vof', { ...NEW, 'business.legalForm': 'vof' }, 'company', ['partner', 'landlord'], ['owner', 'manager', 'director']],
    ['no legal form said yet', NEW, 'person', ['owner', 'partner', 'director'], []],
    ['who owns the premises', { ...NEW, 'premises.tenure': 'owned' }, 'company', [], ['landlord', 'propertyOwner']],
    [
      'a manager who is added',
      { ...ADDED, 'business.legalForm': 'bv' },
      'person',
      ['director', 'manager'],
      ['owner', 'landlord', 'lender'],
    ],
    [
      'a manager who leaves',
      { ...ADDED, 'managerChange.kind': 'removed', 'business.legalForm': 'bv' },
      'person',
      ['director'],
      ['manager', 'machineOperator'],
    ],
    ['a larger terrace', { 'application.kind': 'terraceChange', 'business.legalForm': 'soleTrader' }, 'person', ['owner'], ['beneficiary']],
  ])('%s', (_, answers, subject, these, notThose) => {
    const found = offered(answers, subject)
    expect(found).toEqual(expect.arrayContaining(these))
    expect(found.filter((id) => notThose.includes(id))).toEqual([])
  })

  test.each<[string, string, Row, boolean]>([
    ['the whole list of Bibob questions', 'voorbeeld', {}, true],
    ['a short list, which asks nothing about the money of people', 'voorbeeld-licht', {}, false],
    ['a town that uses its own form', 'amsterdam/centrum', {}, false],
    ['the same, by somebody who prepares it here', 'amsterdam/centrum', { 'bibob.prepare': true }, true],
  ])('somebody is the tax partner of another, or paid for them, under: %s', (_, town, more, isOffered) => {
    const [vof] = shippedExamples().filter(({ file }) => file.endsWith('base/examples/bibob-vof.yaml'))
    if (!vof) throw new Error('no example')
    const application = edit(
      openCase(shippedVariant(town), vof.answers, { today: TODAY }),
      Object.entries({ 'bibob.prepare': undefined, ...more }).map(([fact, value]) => ({ kind: 'answer', fact, row: null, value })),
    )
    const found = offeredElsewhere(application, 'person').map(({ id }) => id)
    expect(found).toContain('director')
    expect([found.includes('fiscalPartner'), found.includes('supporter')]).toEqual([isOffered, isOffered])
  })

  test('each role says in one line who has it, in both languages', () => {
    for (const { id, hint } of shippedVariant('voorbeeld').roles)
      expect([id, hint?.nl.endsWith('.'), hint?.en.endsWith('.')]).toEqual([id, true, true])
  })

  test('every role that somebody has in an example is offered there', () => {
    const missing = shippedExamples().flatMap(({ file, application, answers }) =>
      [...rowsOf(answers.lists, 'people'), ...rowsOf(answers.lists, 'companies')].flatMap((party) => {
        const subject = answers.rows.get(party)?.subject === 'company' ? 'company' : 'person'
        const can = new Set(offeredRoles(application, subject).map(({ id }) => id))
        const canElsewhere = new Set(offeredElsewhere(application, subject).map(({ id }) => id))
        return rowsOf(answers.lists, listKey('roles', party)).flatMap((role) => {
          const kind = String(answers.values.get(answerKey('role.kind', role)))
          const these = answers.values.has(answerKey('role.target', role)) ? canElsewhere : can
          return these.has(kind) ? [] : [`${file}: ${party} ${kind}`]
        })
      }),
    )
    expect(missing).toEqual([])
  })
})

describe('how many there must be is said', () => {
  const person = (id: string, ...roles: string[]): Row => ({
    id,
    'person.firstNames': 'Özgür',
    'person.lastName': id,
    'person.birthDate': '1990-05-01',
    roles,
  })
  const told = (answers: Row, people: Row[]) => {
    const { variant, answers: read } = caseOf(answers, { people }, ['people', 'companies'])
    return assess(variant, read, { today: TODAY })
  }
  const ROLES = ['noManager', 'alNoManager', 'noEntrepreneur', 'oneOwner', 'twoPartners', 'roleNotOfForm', 'personTwice']
  const SERVES = { ...NEW, 'activity.alcohol': 'onSite', 'business.aim': 'commercial', 'premises.kind': 'building' }

  test.each<[string, Row, Row[], string[]]>([
    ['a manager is added and nobody is manager', { ...ADDED, 'business.legalForm': 'soleTrader' }, [person('p1', 'owner')], ['noManager']],
    ['with the manager', { ...ADDED, 'business.legalForm': 'soleTrader' }, [person('p1', 'owner'), person('p2', 'manager')], []],
    ['a café without manager', { ...SERVES, 'business.legalForm': 'soleTrader' }, [person('p1', 'owner')], ['alNoManager']],
    ['nobody runs it', { ...SERVES, 'business.legalForm': 'bv' }, [person('p1', 'manager')], ['noEntrepreneur']],
    [
      'the owner of a sole trade in a bv',
      { ...SERVES, 'business.legalForm': 'bv' },
      [person('p1', 'owner', 'manager')],
      ['noEntrepreneur'],
    ],
    [
      'a director of a bv who says to be owner as well',
      { ...SERVES, 'business.legalForm': 'bv' },
      [person('p1', 'director', 'owner', 'manager')],
      ['roleNotOfForm'],
    ],
    [
      'the owner of a sole trade in a bv beside its director',
      { ...SERVES, 'business.legalForm': 'bv' },
      [person('p1', 'director', 'manager'), person('p2', 'owner')],
      ['roleNotOfForm'],
    ],
    [
      'two owners of a sole trade',
      { ...SERVES, 'business.legalForm': 'soleTrader' },
      [person('p1', 'owner', 'manager'), person('p2', 'owner')],
      ['oneOwner'],
    ],
    ['one partner', { ...SERVES, 'business.legalForm': 'vof' }, [person('p1', 'partner', 'manager')], ['twoPartners']],
    [
      'the same person twice',
      { ...SERVES, 'business.legalForm': 'soleTrader' },
      [person('p1', 'owner', 'manager'), { ...person('p1'), id: 'p2' }],
      ['personTwice'],
    ],
  ])('%s', (_, answers, people, ids) => {
    expect(
      told(answers, people)
        .checks.map(({ id }) => id)
        .filter((id) => ROLES.includes(id)),
    ).toEqual(ids)
  })

  test('no day is promised for a new manager while there is none', () => {
    const answers = { ...ADDED, 'business.legalForm': 'soleTrader' }
    expect(told(answers, [person('p1', 'owner')]).earliestOpening).toBeNull()
    expect(told(answers, [person('p1', 'owner'), person('p2', 'manager')]).earliestOpening).toBe(TODAY)
  })

  test('before the people are entered nothing is missing', () => {
    const { variant, answers } = caseOf({ ...ADDED, 'business.legalForm': 'soleTrader' })
    expect(assess(variant, answers, { today: TODAY }).checks.map(({ id }) => id)).not.toContain('noManager')
  })
})
