import { describe, expect, test } from 'vitest'
import { openProject } from '../../src/cli/project.ts'
import { assessCase } from '../../src/engine/assess.ts'
import type { Assessment } from '../../src/engine/assessment.ts'
import { edit, openCase } from '../../src/engine/case.ts'
import type { Case } from '../../src/engine/context.ts'
import { coverage } from '../../src/engine/forms/form-coverage.ts'
import { slowDocuments } from '../../src/engine/outcome/slow-documents.ts'
import { NO_ANSWERS } from '../../src/model/answers/answers.ts'
import { resolveVariant } from '../../src/model/resolve.ts'
import type { AnswerJson } from '../../src/model/schema/answer-file.ts'
import { REAL_TOWNS, shippedVariant } from '../engine/shipped.ts'

const { ruleSet } = openProject(process.cwd(), undefined)
if (!ruleSet) throw new Error('rules/base/ruleset.yaml cannot be read')
const { base } = ruleSet
const { variant } = resolveVariant(ruleSet, 'voorbeeld')
if (!variant) throw new Error('voorbeeld has mistakes')

const TODAY = '2026-03-02'
const CHANGES = base.questions.find(({ id }) => id === 'application.changes')?.options?.map(({ id }) => id) ?? []

/** A café with machines and a terrace, as its entrepreneur answers the tree. */
const CAFE: Readonly<Record<string, AnswerJson>> = {
  'application.startDate': '2026-09-01',
  'premises.kind': 'building',
  'premises.zoning': 'yes',
  'premises.monument': 'none',
  'activity.main': 'drinking',
  'activity.alcohol': 'onSite',
  'activity.alcoholStrength': 'strong',
  'activity.alcoholLicensed': true,
  'premises.largeRoom': 'yes',
  'business.aim': 'commercial',
  'business.legalForm': 'soleTrader',
  'premises.maxPersons': 100,
  'fire.childrenCare': false,
  'fire.careGroup': false,
  'lodging.beds': 0,
  'premises.roomLetting': false,
  'activity.terrace': ['publicGround'],
  'activity.terraceAlcohol': true,
  'kitchen.methods': ['frying'],
  'music.kind': 'background',
  'music.outside': false,
  'gaming.wanted': 'machines',
  'gaming.count': 2,
  'rebuild.plans': ['inside'],
  'opening.latestClose': '01:00+1',
  'managerChange.kind': 'added',
  'managerChange.licences': ['alcohol', 'exploitation'],
  'renewal.licences': ['exploitation'],
}

function caseOf(kind: string, more: Readonly<Record<string, AnswerJson>> = {}): Case {
  if (!variant) throw new Error('no variant')
  const values = new Map(Object.entries({ ...CAFE, ...more, 'application.kind': kind }))
  return openCase(variant, { ...NO_ANSWERS, values }, { today: TODAY })
}

function say(kind: string, more: Readonly<Record<string, AnswerJson>> = {}): Assessment & { steps: string[] } {
  const application = caseOf(kind, more)
  const { steps, ahead } = application.memo.get('path|')
  return { ...assessCase(application), steps: [...steps, ...ahead].map(({ id }) => id) }
}

const needed = (result: Assessment): string[] => result.licences.filter(({ verdict }) => verdict === 'needed').map(({ id }) => id)

describe('each kind of application', () => {
  const whole = ['alcohol', 'exploitation', 'terrace', 'gamingMachines', 'fireSafety', 'environment', 'bibob']
  test.each([
    { kind: 'new', pages: 21, licences: whole },
    { kind: 'takeover', pages: 21, licences: whole },
    { kind: 'relocation', pages: 21, licences: whole },
    { kind: 'managerChange', pages: 2, licences: ['alcohol', 'exploitation'] },
    { kind: 'terraceChange', pages: 5, licences: ['alcohol', 'terrace', 'environment'] },
    { kind: 'legalFormChange', pages: 5, licences: ['alcohol', 'exploitation', 'terrace', 'gamingMachines', 'bibob'] },
    { kind: 'partnerChange', pages: 5, licences: ['alcohol', 'exploitation', 'terrace', 'gamingMachines', 'bibob'] },
    { kind: 'rebuilding', pages: 16, licences: ['alcohol', 'exploitation', 'fireSafety', 'environment'] },
    { kind: 'newActivities', pages: 19, licences: ['exploitation', 'terrace', 'gamingMachines', 'fireSafety', 'environment'] },
    { kind: 'hoursChange', pages: 4, licences: ['exploitation'] },
    { kind: 'machinesChange', pages: 4, licences: ['gamingMachines', 'bibob'] },
    { kind: 'renewal', pages: 3, licences: ['exploitation'] },
    { kind: 'closing', pages: 0, licences: [] },
  ])('$kind walks past $pages pages and needs $licences', ({ kind, pages, licences }) => {
    const result = say(kind)
    expect(needed(result)).toEqual(licences)
    expect(result.steps).toHaveLength(pages)
  })

  test('is offered, and has a verdict on every licence', () => {
    const kinds = base.questions.find(({ id }) => id === 'application.kind')?.options?.map(({ id }) => id) ?? []
    expect(kinds).toHaveLength(15)
    for (const kind of kinds)
      expect(say(kind, { 'application.changes': CHANGES }).licences.filter(({ verdict }) => verdict === 'open')).toEqual([])
  })

  test.each([
    { kind: 'takeover', fee: 'alcohol.new' },
    { kind: 'managerChange', fee: 'alcohol.managers' },
    { kind: 'terraceChange', fee: 'alcohol.change' },
    { kind: 'partnerChange', fee: 'alcohol.partners' },
    { kind: 'rebuilding', fee: 'exploitation.change' },
    { kind: 'hoursChange', fee: 'exploitation.change' },
    { kind: 'machinesChange', fee: 'gamingMachines.licence' },
    { kind: 'renewal', fee: 'exploitation.renewal' },
  ])('$kind has the fee $fee', ({ kind, fee }) => {
    expect(say(kind).fees.lines.map(({ id }) => id)).toContain(fee)
  })

  test('a manager who is named may start on the day of receipt; the other licence decides in eight weeks', () => {
    // eight weeks end on King's Day
    const later = { licence: 'exploitation', kind: 'decision', until: '2026-04-28' }
    // nobody begins while nobody is named
    expect(say('managerChange').terms).toMatchObject([later])
    const named = edit(caseOf('managerChange'), [
      { kind: 'addRow', collection: 'people', id: 'p1', subject: 'person' },
      { kind: 'addRow', collection: 'roles', parent: 'p1', id: 'p1/manager', subject: 'role' },
      { kind: 'answer', fact: 'role.kind', row: 'p1/manager', value: 'manager' },
      { kind: 'leftEmpty', fact: 'role.target', row: 'p1/manager', left: true },
    ])
    expect(assessCase(named).terms).toMatchObject([{ licence: 'alcohol', kind: 'decision', from: TODAY, until: TODAY }, later])
  })

  test('removing a manager asks who leaves, wants no attachment of that person, and takes no time', () => {
    const result = say('managerChange', { 'managerChange.kind': 'removed' })
    expect(result.questions.open).toContain('managerChange.removed')
    expect(result.documents).toEqual([])
    expect(result.terms).toEqual([])
    expect(result.steps).not.toContain('management')
  })

  test('a takeover says until which day the permit of the predecessor helps, and does not wait for it', () => {
    const { terms, earliestOpening, checks } = say('takeover')
    expect(terms.find(({ kind }) => kind === 'deadline')).toMatchObject({
      licence: 'exploitation',
      from: '2026-09-01',
      until: '2026-10-13',
    })
    expect(earliestOpening).toBe('2026-04-28')
    expect(checks.map(({ id }) => id)).toContain('exTakeoverGoesOn')
    const late = say('takeover', { 'application.startDate': '2026-01-05', 'application.filingDate': '2026-03-02' })
    expect(late.checks.map(({ id }) => id)).toContain('exTakeoverLate')
  })

  test('a change of the terrace is told within a month for the alcohol licence', () => {
    expect(say('terraceChange').terms).toContainEqual(
      expect.objectContaining({ licence: 'alcohol', kind: 'deadline', until: '2026-10-01' }),
    )
  })
})

/** Everything that hangs on what changes: verdicts with their duty, boxes, attachments, fees, terms, pages. */
const outcome = (kind: string, more: Readonly<Record<string, AnswerJson>> = {}) => {
  const application = caseOf(kind, more)
  const { steps, ahead } = application.memo.get('path|')
  const { licences, extras, documents, fees, terms, questions } = assessCase(application)
  return {
    licences: [...licences, ...extras].map((one) => ({ id: one.id, verdict: one.verdict, duty: 'duty' in one ? one.duty : null })),
    documents: documents.map(({ id, row }) => `${id}@${row}`),
    fees: fees.lines.map(({ id, cents }) => `${id} ${cents}`),
    terms: terms.map(({ licence, kind: of, until }) => `${licence} ${of} ${until}`),
    steps: [...steps, ...ahead].map(({ id }) => id).filter((id) => id !== 'changes'),
    // attachments are held against each other above
    asked: [...questions.asked, ...questions.open].filter((id) => id !== 'application.changes' && !id.startsWith('documents.')).toSorted(),
  }
}
const PAIRS = CHANGES.flatMap((one, index) => CHANGES.slice(index + 1).map((other): [string, string] => [one, other]))

describe('several changes at once', () => {
  test.each(CHANGES)('%s said as the only one of several is what it is alone', (id) => {
    expect(outcome('several', { 'application.changes': [id] })).toEqual(outcome(id))
  })

  const RANK = ['notNeeded', 'ask', 'needed']
  test.each(PAIRS)('%s and %s: each licence that either needs, and nothing that neither does', (one, other) => {
    const both = outcome('several', { 'application.changes': [one, other] })
    const [first, second] = [outcome(one), outcome(other)]
    const strongest = ({ id }: { id: string }): string => {
      const all = [first, second].map(({ licences }) => licences.find((each) => each.id === id)?.verdict ?? 'notNeeded')
      return all.toSorted((a, b) => RANK.indexOf(b) - RANK.indexOf(a))[0] ?? 'notNeeded'
    }
    expect(both.licences.map(({ id, verdict }) => `${id}: ${verdict}`)).toEqual(
      first.licences.map((each) => `${each.id}: ${strongest(each)}`),
    )
    // a permit is never made a notification by what comes along
    const permits = (from: typeof both): string[] => from.licences.filter(({ duty }) => duty === 'permit').map(({ id }) => id)
    expect(permits(both)).toEqual(expect.arrayContaining([...permits(first), ...permits(second)]))
    for (const part of ['documents', 'fees', 'terms', 'steps'] as const) {
      const either = new Set([...first[part], ...second[part]])
      expect({ part, strange: both[part].filter((each) => !either.has(each)) }).toEqual({ part, strange: [] })
    }
    for (const part of ['steps', 'asked'] as const)
      for (const alone of [first, second])
        expect({ part, lost: alone[part].filter((each: string) => !both[part].includes(each)) }).toEqual({ part, lost: [] })
    const known = new Set([...first.asked, ...second.asked])
    expect(both.asked.filter((id) => !known.has(id))).toEqual([])
  })
})

describe('attachments of the alcohol, operating, terrace and gaming licence', () => {
  const own = base.documents.filter(({ licences }) =>
    licences.some((licence) => ['alcohol', 'exploitation', 'terrace', 'gamingMachines'].includes(licence)),
  )

  test('are all there', () => {
    const named = [
      ...['floorPlan', 'managerDeclarations', 'idCopies', 'svhProof', 'employmentContracts', 'kvkExtract', 'lease', 'ventilationData'],
      ...['bylaws', 'nonInvolvement', 'vog', 'ownerConsent', 'mandate', 'statutes', 'residenceProof', 'brpExtract', 'inventoryProof'],
      ...['taxRegistration', 'businessPlan', 'acousticReport', 'takeoverContracts', 'terraceDrawing', 'terracePhotos', 'furniturePhotos'],
      ...['landOwnerConsent', 'neighbourConsent', 'alcoholLicenceCopy', 'machineAgreement', 'operatorPermit', 'machinePlan'],
      'gamblingPrevention',
    ]
    expect(named.filter((id) => !own.some((document) => document.id === id))).toEqual([])
  })

  test.each(own.map((document) => [document.id, document] as const))(
    '%s says what it must show, as what file, where to get it and why',
    (_, item) => {
      expect(item.mustShow.length).toBeGreaterThan(0)
      expect(item.accepted?.length).toBeGreaterThan(0)
      expect(item.whereToGet).toBeDefined()
      expect(item.source).toBeDefined()
    },
  )

  test('are asked once for all licences that want them, and count like boxes', () => {
    const { documents, counts } = say('new')
    const keys = documents.map(({ id, row }) => `${id}@${row}`)
    expect(new Set(keys).size).toBe(keys.length)
    expect(documents.find(({ id }) => id === 'floorPlan')?.licences).toEqual(['alcohol', 'exploitation', 'fireSafety', 'environment'])
    expect(counts.documents).toBe(documents.length)
    expect(counts.documentsAttached + counts.documentsLater + counts.documentsMissing).toBe(counts.documents)
  })

  test('that take weeks come first, also those of people who are not entered yet', () => {
    const slow = slowDocuments(caseOf('new'), 14)
    expect(slow[0]).toMatchObject({ key: 'svhProof', leadDays: 42, state: 'expected' })
    expect(slow.map(({ key }) => key)).toContain('floorPlan')
    // this town asks no certificate of conduct, and a terrace change concerns no manager
    expect(slow.map(({ key }) => key)).not.toContain('vog')
    expect(slowDocuments(caseOf('terraceChange'), 14).map(({ key }) => key)).toEqual(['terraceDrawing'])
  })
})

describe('a change that has no name of its own on the alcohol form is written out, in every town', () => {
  const reason = base.forms
    .find(({ id }) => id === 'alcohol')
    ?.sections.flatMap(({ boxes }) => boxes.filter(({ nr }) => nr === 'AL-003'))[0]
  const unnamed = Object.entries(reason?.print ?? {}).flatMap(([kind, option]) => (option === 'anders' ? [kind] : []))

  /** The boxes of the alcohol form by their numbers. */
  function alcoholOf(town: string, answers: Readonly<Record<string, AnswerJson>>): Map<string, string> {
    const values = new Map(Object.entries({ ...CAFE, ...answers }))
    const form = coverage(openCase(shippedVariant(town), { ...NO_ANSWERS, values }, { today: TODAY })).find(({ id }) => id === 'alcohol')
    const boxes = form?.sections.flatMap(({ instances }) => instances.flatMap((instance) => instance.boxes)) ?? []
    return new Map(boxes.map(({ nr, state }) => [nr, state]))
  }

  test('which are those', () => {
    expect(unnamed).toEqual(expect.arrayContaining(['managerChange', 'newActivities', 'renewal', 'several', 'other']))
  })

  test.each(REAL_TOWNS)('%s', (town) => {
    const found = unnamed.flatMap((kind) => {
      const boxes = alcoholOf(town, { 'application.kind': kind, 'application.changes': CHANGES, 'application.kindNote': 'een andere naam' })
      // without an alcohol form there is nothing to explain
      return boxes.size > 0 && boxes.get('AL-004') !== 'filled' ? [`${kind}: ${boxes.get('AL-004')}`] : []
    })
    expect(found).toEqual([])
  })

  test.each(REAL_TOWNS)('%s asks who comes off the licence, and says it', (town) => {
    const leaves = { 'application.kind': 'managerChange', 'managerChange.kind': 'removed', 'managerChange.licences': ['alcohol'] }
    expect(alcoholOf(town, leaves).get('AL-004')).toBe('missing')
    expect(alcoholOf(town, { ...leaves, 'managerChange.removed': 'Z. Vermeer' }).get('AL-004')).toBe('filled')
  })
})
