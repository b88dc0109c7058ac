import { describe, expect, test } from 'vitest'
import { findWrongAmounts } from '../../src/authoring/prove/find-wrong-amounts.ts'
import { openProject } from '../../src/cli/project.ts'
import { readFiles } from '../../src/cli/rule-files.ts'
import { assess } from '../../src/engine/assess.ts'
import type { Assessment } from '../../src/engine/assessment.ts'
import { openCase } from '../../src/engine/case.ts'
import { coverage } from '../../src/engine/forms/form-coverage.ts'
import { readAnswers } from '../../src/model/answers/read-answers.ts'
import { loadRuleSet } from '../../src/model/load.ts'
import { resolveVariant } from '../../src/model/resolve.ts'
import { AnswerFile } from '../../src/model/schema/answer-file.ts'
import type { Variant } from '../../src/model/variant.ts'
import { answersFor } from '../engine/answers.ts'
import { shippedVariant } from '../engine/shipped.ts'

type Row = Record<string, unknown>
interface Given {
  answers?: Row
  collections?: Row
  complete?: string[]
}
const TODAY = '2026-03-02'
const dates = { today: TODAY }

const cafe: Row = {
  'application.kind': 'new',
  'premises.kind': 'building',
  'application.startDate': '2026-09-01',
  'activity.main': 'drinking',
  'activity.alcohol': 'onSite',
  'activity.alcoholStrength': 'strong',
  'business.aim': 'commercial',
  'gaming.wanted': 'none',
}
const say = (given: Given, variant: Variant = shippedVariant('voorbeeld')): Assessment =>
  assess(variant, answersFor(variant, { ...given, answers: { ...cafe, ...given.answers } }), dates)
const fired = (given: Given, variant?: Variant): string[] => say(given, variant).checks.map(({ id }) => id)
const verdict = (licence: string, answers: Row, variant?: Variant) =>
  say({ answers }, variant).licences.find(({ id }) => id === licence)?.verdict
const boxes = (form: string, given: Given): Map<string, string | null> => {
  const variant = shippedVariant('voorbeeld')
  const application = openCase(variant, answersFor(variant, { ...given, answers: { ...cafe, ...given.answers } }), dates)
  const sections = coverage(application).find(({ id }) => id === form)?.sections ?? []
  return new Map(
    sections.flatMap(({ instances }) =>
      instances.flatMap((instance) => instance.boxes.map((box): [string, string | null] => [box.key, box.text])),
    ),
  )
}

describe('hours past midnight', () => {
  const night = (row: Row) => ({ id: 'h1', place: 'inside', season: 'all', purpose: 'opening', night: 'fri', open: '10:00', ...row })
  const hours = (row: Row): Given => ({ collections: { hours: [night(row)] }, complete: ['hours'] })

  test.each([
    { row: { close: '23:00' }, verdict: 'ok' },
    { row: { close: '01:00+1' }, verdict: 'ok' },
    { row: { close: '03:00+1' }, verdict: 'ok' },
    { row: { close: '03:30+1' }, verdict: 'tooLate' },
    { row: { night: 'mon', close: '01:00+1' }, verdict: 'ok' },
    { row: { night: 'mon', close: '03:00+1' }, verdict: 'tooLate' },
    { row: { night: 'mon', close: '23:30', open: '06:30' }, verdict: 'tooEarly' },
  ])('$row is $verdict where the weekend closes at three and the week at one', ({ row, verdict: expected }) => {
    expect(say(hours(row)).hours.map((one) => one.verdict)).toEqual([expected])
  })

  test('01:00 is not before 23:00: closing at one is open after eleven', () => {
    const late = [night({ close: '23:00' }), { ...night({ close: '01:00+1' }), id: 'h2', night: 'sat' }]
    const text = boxes('exploitation', { collections: { hours: late }, complete: ['hours'] })
    expect(text.get('EX-095')).not.toBe('niet open na 23.00 uur')
    expect(fired({ answers: { 'opening.latestClose': '20:00' }, collections: { hours: late }, complete: ['hours'] })).toContain(
      'clash.opening.latestClose',
    )
  })

  test('the terrace form prints the latest closing of its days, past midnight last', () => {
    const terrace = (id: string, day: string, close: string) => night({ id, place: 'terrace', night: day, close })
    const rows = [terrace('a', 'thu', '22:00'), terrace('b', 'sun', '23:30'), terrace('c', 'fri', '23:00'), terrace('d', 'sat', '00:30+1')]
    const answers = { 'activity.terrace': ['publicGround'] }
    const text = boxes('terrace', { answers, collections: { hours: rows, terraces: [{ id: 't1' }] }, complete: ['hours', 'terraces'] })
    expect([text.get('TE-036@t1'), text.get('TE-037@t1'), text.get('TE-038@t1')]).toEqual(['10.00', '23.30', '00.30 (volgende dag)'])
  })

  test.each(['01:00', '10:00'])('a row that opens at ten and closes at %s without a next day is refused, not read as early', (close) => {
    const file = AnswerFile.parse({ schema: 1, variant: 'voorbeeld', collections: { hours: [night({ close })] } })
    const { answers, findings } = readAnswers(file, shippedVariant('voorbeeld'), 'a.json', () => ({ line: 1, column: 1 }))
    expect(findings.map(({ code, path }) => [code, path])).toEqual([['ANSWER_TYPE', 'collections.hours[0].close']])
    expect(answers.values.has('hours.close@h1')).toBe(false)
  })
})

describe('what is not answered', () => {
  test('is never fine: no verdict is no, no hours are ok, no total is nought', () => {
    const variant = shippedVariant('voorbeeld')
    const nothing = assess(variant, answersFor(variant, {}), dates)
    expect(nothing.licences.map((one) => one.verdict).filter((word) => word !== 'open')).toEqual([])
    const row = { id: 'h1', place: 'inside', season: 'all', purpose: 'opening', night: 'fri', open: '10:00' }
    expect(fired({ collections: { hours: [row] } })).not.toContain('exW4')
    expect(verdict('alcohol', { 'activity.alcohol': 'onSite', 'gaming.wanted': 'machines', 'gaming.count': 2 })).toBe('needed')
    expect(say({ answers: { 'activity.terrace': ['publicGround'] } }).fees.totalCents).toBeNull()
  })

  test('a list of rooms that is not finished decides nothing', () => {
    const small = { rooms: [{ id: 'r1', 'room.purpose': 'guests', 'room.area': 20 }] }
    const answers = { 'premises.monument': 'none' }
    expect(fired({ answers, collections: small })).not.toContain('w5')
    expect(fired({ answers, collections: small, complete: ['rooms'] })).toContain('w5')
  })

  test('"I do not know" about the large room counts as no', () => {
    expect(fired({ answers: { 'premises.largeRoom': 'dontKnow', 'premises.monument': 'none' } })).toContain('w5')
  })
})

describe('one room of 35 m²', () => {
  const rooms = (...areas: number[]): Given => ({
    answers: { 'premises.monument': 'none' },
    collections: { rooms: areas.map((area, index) => ({ id: `r${index}`, 'room.purpose': 'guests', 'room.area': area })) },
    complete: ['rooms'],
  })
  test.each([
    { areas: [35], blocked: false },
    { areas: [34.9], blocked: true },
    { areas: [20, 20], blocked: true },
    { areas: [12, 12, 12], blocked: true },
    { areas: [10, 35.5], blocked: false },
  ])('rooms of $areas m²: blocked $blocked, for areas do not add up', ({ areas, blocked }) => {
    expect(fired(rooms(...areas)).includes('w5')).toBe(blocked)
  })

  test('a kitchen does not count, and a national monument is a question to the mayor', () => {
    const kitchen = {
      rooms: [
        { id: 'r1', 'room.purpose': 'guests', 'room.area': 20 },
        { id: 'r2', 'room.purpose': 'kitchen', 'room.area': 40 },
      ],
    }
    expect(fired({ ...rooms(), collections: kitchen })).toContain('w5')
    const monument = fired({ ...rooms(20), answers: { 'premises.monument': 'national' } })
    expect(monument).not.toContain('w5')
    expect(monument).toContain('alW2monument')
  })
})

describe('the age limit', () => {
  const manager = (birthDate: string, start = '2026-09-01'): Given => ({
    answers: { 'application.startDate': start },
    collections: { people: [{ id: 'p1', roles: [{ role: 'manager', managerKind: 'floor' }], 'person.birthDate': birthDate }] },
  })
  test.each([
    { born: '2005-09-01', start: '2026-09-01', alcohol: false, why: '21 on the very day' },
    { born: '2005-09-02', start: '2026-09-01', alcohol: true, why: '21 tomorrow' },
    { born: '2004-02-29', start: '2025-02-28', alcohol: true, why: 'a leap day is not over on 28 February' },
    { born: '2004-02-29', start: '2025-03-01', alcohol: false, why: 'a leap day has passed on 1 March' },
  ])('born $born, start $start: blocked $alcohol, $why', ({ born, start, alcohol }) => {
    expect(fired(manager(born, start)).includes('alW1')).toBe(alcohol)
  })

  test.each([
    { born: '2008-09-01', exploitation: false },
    { born: '2008-09-02', exploitation: true },
  ])('of 18 for the operating licence, born $born: blocked $exploitation', ({ born, exploitation }) => {
    const given = manager(born)
    // with alcohol the age of the Alcohol Act is said, and that alone
    expect(fired({ ...given, answers: { ...given.answers, 'activity.alcohol': 'none' } }).includes('exW3')).toBe(exploitation)
    expect(fired(given)).not.toContain('exW3')
  })
})

describe('gaming machines', () => {
  const machines = (answers: Row): Given => ({
    answers: { 'gaming.wanted': 'machines', 'gaming.count': 2, 'business.kind': 'cafe', ...answers },
  })
  const blocks = (given: Given): string[] =>
    say(given)
      .checks.filter(({ severity, licences }) => severity === 'block' && licences.includes('gamingMachines'))
      .map(({ id }) => id)

  test.each([
    { place: { 'activity.main': 'lunch' }, why: 'lunch trade' },
    { place: { 'activity.main': 'snack' }, why: 'snacks' },
    { place: { 'activity.main': 'hall' }, why: 'receptions' },
    { place: { 'business.aim': 'paracommercial' }, why: 'a canteen' },
    { place: { 'activity.alcohol': 'none' }, why: 'no alcohol' },
    { place: { 'activity.alcohol': 'takeAway' }, why: 'an off-licence shop' },
    { place: { 'gaming.count': 3 }, why: 'more than the legal number' },
  ])('are not allowed with $why, whatever it pours', ({ place }) => {
    expect(verdict('gamingMachines', { 'gaming.wanted': 'machines', 'gaming.count': 2, ...place })).toBe('notAllowed')
  })

  test.each([
    { answers: { 'business.kind': 'bowling' }, stop: 'gmW3', why: 'skittle lanes' },
    {
      answers: { 'gaming.draws': ['receptions'], 'gaming.separateAccess': false },
      stop: 'gmW8',
      why: 'other rooms reached only through the bar',
    },
    { answers: { 'gaming.adultAudience': false }, stop: 'gmW4', why: 'guests that are not mainly adults' },
    { answers: { 'gaming.billiardTables': 4 }, stop: 'gmW5', why: 'a fourth billiard table' },
    { answers: { 'gaming.count': 3 }, stop: 'gmW1', why: 'a third machine' },
    { answers: { 'gaming.operatorPermit.until': '2026-08-31' }, stop: 'gmW6', why: 'an owner whose licence has ended' },
  ])('are stopped in a café with an alcohol licence by $why', ({ answers, stop }) => {
    expect(blocks(machines(answers))).toContain(stop)
  })

  test('stand in a plain café, with three billiard tables and two machines', () => {
    const plain = { 'gaming.draws': ['none'], 'gaming.adultAudience': true, 'gaming.billiardTables': 3, 'gaming.count': 2 }
    expect(verdict('gamingMachines', machines(plain).answers ?? {})).toBe('needed')
    expect(blocks(machines(plain))).toEqual([])
  })

  test('stand in the bar of a mixed place when the other rooms have a way of their own', () => {
    const mixed = machines({ 'gaming.draws': ['receptions'], 'gaming.separateAccess': true })
    expect(blocks(mixed)).toEqual([])
    expect(fired(mixed)).toContain('gmW3mixed')
  })

  test('of skill need no licence', () => {
    expect(verdict('gamingMachines', { 'gaming.wanted': 'skillOnly', 'activity.main': 'snack', 'activity.alcohol': 'none' })).toBe(
      'notNeeded',
    )
  })

  test('are possible in a restaurant, which the Act counts among the high-threshold ones (Wet op de kansspelen art. 30)', () => {
    const restaurant = { 'activity.main': 'meal', 'gaming.wanted': 'machines', 'gaming.count': 2 }
    for (const town of ['voorbeeld', 'amsterdam']) expect(verdict('gamingMachines', restaurant, shippedVariant(town)), town).toBe('needed')
  })
})

describe('the fee for gaming machines', () => {
  const files = new Map([...readFiles(process.cwd())].filter(([path]) => !/^rules\/municipalities\/(?!voorbeeld\/)/.test(path)))
  /** The example town with more in its file. */
  const changed = (fee: string, parameters = ''): Variant => {
    const path = 'rules/municipalities/voorbeeld/municipality.yaml'
    const text = (files.get(path) ?? '').replace('\nfees:\n', `\nfees:\n${fee}`).replace('\nparameters:\n', `\nparameters:\n${parameters}`)
    const { ruleSet } = loadRuleSet(new Map(files).set(path, text))
    const { variant, findings } = ruleSet ? resolveVariant(ruleSet, 'voorbeeld') : { variant: null, findings: [] }
    if (!variant) throw new Error(findings.find(({ severity }) => severity === 'error')?.message ?? 'the rule set cannot be read')
    return variant
  }
  const fee = (amount: string): string =>
    `  - { id: gamingMachines.licence, amounts: [{ amount: "${amount}", from: 2026-01-01, source: verzonnen }] }\n`
  const term = (value: string): string => `  - { id: town.gaming.term, values: [{ value: ${value}, source: verzonnen }] }\n`
  const price = (variant: Variant, answers: Row) =>
    say({ answers: { 'gaming.wanted': 'machines', 'gaming.count': 2, ...answers } }, variant).fees.lines.find(
      ({ id }) => id === 'gamingMachines.licence',
    )?.cents

  test.each([
    ['oneYear', 1, 5650],
    ['twoYears', 1, 11300],
    ['threeYears', 2, 27150],
    ['fourYears', 1, 22600],
    ['fourYears', 2, 36200],
    ['fiveYears', 1, 22650],
    ['fiveYears', 2, 36250],
    ['unlimited', 2, 36250],
  ])('of a town that grants for %s and %i machines is at most %i cents, and nobody is asked for how long', (granted, count, cents) => {
    const variant = changed('', term(granted))
    expect(price(variant, { 'gaming.count': count })).toBe(cents)
    expect(say({ answers: { 'gaming.wanted': 'machines', 'gaming.count': 2 } }, variant).questions.open).not.toContain('gaming.term')
  })

  test.each([
    { amount: '226.50', granted: 'unlimited', above: false, why: 'the maximum for one machine, under that for two' },
    { amount: 'if gaming.count = 1 then 226.50 else 390.50', granted: 'unlimited', above: true, why: '390.50 for two' },
    { amount: '226.50', granted: 'fourYears', above: true, why: 'four years is in proportion: 226.00' },
    { amount: 'if gaming.count = 1 then 225.50 else 355.50', granted: 'fourYears', above: false, why: 'under 226.00 and 362.00' },
    { amount: '60.00', granted: 'applicant', above: true, why: 'above 56.50 for one year' },
  ])('$amount for $granted is found by check: $above, $why', ({ amount, granted, above }) => {
    const findings = findWrongAmounts(changed(fee(amount), term(granted)), TODAY)
    expect(findings.map(({ code, file }) => [code, file])).toEqual(
      above ? [['FEE_ABOVE_CEILING', 'rules/municipalities/voorbeeld/municipality.yaml']] : [],
    )
  })

  test('above the maximum is told to the applicant, who may ask why', () => {
    const variant = changed(fee('390.50'), term('unlimited'))
    const check = say({ answers: { 'gaming.wanted': 'machines', 'gaming.count': 2 } }, variant).checks.find(
      ({ id }) => id === 'ceiling.gamingMachines.licence',
    )
    expect(check).toMatchObject({ severity: 'info', licences: ['gamingMachines'] })
    expect(check?.message).toContain('362,50')
  })

  test('passes the maximum in no town that is shipped', () => {
    const { ruleSet } = openProject(process.cwd(), undefined)
    const towns = ruleSet ? [...ruleSet.layers.keys()].filter((id) => id !== 'base') : []
    expect(towns.length).toBeGreaterThan(3)
    expect(towns.flatMap((id) => findWrongAmounts(shippedVariant(id), TODAY))).toEqual([])
  })
})

describe('an off-licence shop', () => {
  const shop = {
    'activity.main': 'takeaway',
    'activity.alcohol': 'takeAway',
    'activity.alcoholStrength': 'strong',
    'business.kind': 'liquorShop',
  }
  const room = (more: Row) => ({ rooms: [{ id: 'r1', 'room.purpose': 'liquorShop', 'room.area': 15, ...more }] })

  test.each([
    { rooms: room({}), stops: [], why: '15 m² is enough, 35 is a rule of bars' },
    { rooms: room({ 'room.area': 14.9 }), stops: ['alW3'], why: 'smaller than 15 m²' },
    { rooms: room({ 'room.connectsToShop': true }), stops: ['alW3passage'], why: 'a door to another shop' },
    { rooms: room({ 'room.purpose': 'shop' }), stops: ['alW3none'], why: 'no room of its own' },
  ])('stops at $stops: $why', ({ rooms, stops }) => {
    const ids = say({ answers: shop, collections: rooms, complete: ['rooms'] })
      .checks.filter(({ severity, licences }) => severity === 'block' && licences.includes('alcohol'))
      .map(({ id }) => id)
    expect(ids).toEqual(stops)
  })

  test('is named as such on the form, and its day managers stay off the appendix', () => {
    const people = [
      { id: 'p1', roles: ['owner', { role: 'manager', managerKind: 'general' }] },
      { id: 'p2', roles: [{ role: 'manager', managerKind: 'floor' }] },
    ]
    const given = { collections: { people }, complete: ['people'] }
    const off = boxes('alcohol', { ...given, answers: shop })
    expect([off.get('AL-001'), off.has('AL-077@p1'), off.has('AL-077@p2'), off.get('AL-071')]).toEqual([
      'slijtersbedrijf',
      true,
      false,
      '1',
    ])
    const bar = boxes('alcohol', { ...given, answers: { 'business.kind': 'cafe' } })
    expect([bar.get('AL-001'), bar.has('AL-077@p1'), bar.has('AL-077@p2'), bar.get('AL-071')]).toEqual(['horecabedrijf', true, true, '2'])
  })

  test('of beer and wine alone needs no licence', () => {
    expect(verdict('alcohol', { ...shop, 'activity.alcoholStrength': 'weak' })).toBe('notNeeded')
  })
})

describe('a paracommercial club', () => {
  const club = { 'business.aim': 'paracommercial', 'business.legalForm': 'association', 'business.kind': 'canteen' }
  const person = (id: string, more: Row = {}) => ({
    id,
    roles: [{ role: 'manager', managerKind: 'floor' }],
    'person.birthDate': '1980-01-01',
    'person.svhNumber': 'SVH-1',
    'person.underGuardianship': false,
    ...more,
  })
  const managed = (...people: Row[]): Given => ({ answers: club, collections: { people }, complete: ['people'] })

  test('has model B, and a procedure of six months', () => {
    expect(boxes('alcohol', { answers: club }).get('AL-002')).toBe('B (paracommercieel)')
    const weeks = (answers: Row): string | undefined => say({ answers }).terms.find(({ licence }) => licence === 'alcohol')?.until
    // eight weeks end on King's Day; six months are counted to the day (Awb 3:18) and end where they end
    expect([weeks({}), weeks(club)]).toEqual(['2026-04-28', '2026-09-02'])
  })

  test.each([
    { people: [person('p1'), person('p2')], stopped: false },
    { people: [person('p1')], stopped: true },
    { people: [person('p1'), person('p2', { 'person.birthDate': '2005-09-02' })], stopped: true },
    { people: [person('p1'), person('p2', { 'person.underGuardianship': true })], stopped: true },
  ])('needs two managers who meet every demand ($people.length named: stopped $stopped)', ({ people, stopped }) => {
    expect(fired(managed(...people)).includes('alW5')).toBe(stopped)
  })

  test('whose bar somebody else runs is no club before the law', () => {
    expect(fired({ answers: { ...club, 'paracommercial.ownManagement': false } })).toContain('alOwnBar')
  })
})

describe('the checks of the four licences', () => {
  const { checks } = shippedVariant('voorbeeld')
  const ours = checks.filter(({ id }) => /^(al|ex|te|gm)[A-Z]/.test(id))

  test('are all there', () => {
    expect(ours.length).toBeGreaterThanOrEqual(75)
  })

  test('say what to do, unless they only inform, and where they were read or that nobody read it', () => {
    expect(ours.filter(({ severity, advice }) => severity !== 'info' && advice === null).map(({ id }) => id)).toEqual([])
    expect(ours.filter(({ source, unverified }) => source === null && !unverified).map(({ id }) => id)).toEqual([])
  })

  test('a block stops one licence, or says something about the plan as a whole', () => {
    expect(checks.filter(({ severity, licences }) => severity === 'block' && licences.length > 1).map(({ id }) => id)).toEqual([])
  })

  test('a block that can be mended leaves the verdicts and the forms of all licences as they are', () => {
    const born = (day: string): Given => ({
      answers: { 'application.startDate': '2026-09-01' },
      collections: { people: [{ id: 'p1', roles: [{ role: 'manager', managerKind: 'floor' }], 'person.birthDate': day }] },
    })
    const words = (given: Given) => say(given).licences.map(({ id, verdict: word }) => [id, word])
    expect(fired(born('2010-01-01'))).toContain('alW1')
    expect(words(born('2010-01-01'))).toEqual(words(born('1990-01-01')))
    expect(boxes('exploitation', born('2010-01-01')).size).toBe(boxes('exploitation', born('1990-01-01')).size)
  })

  test('any other is the verdict: without a guest room of 35 m² there is no alcohol licence (Alcoholwet art. 10)', () => {
    const small = say({ answers: { 'premises.largeRoom': 'no', 'premises.monument': 'none' } })
    expect(small.licences.find(({ id }) => id === 'alcohol')?.verdict).toBe('notAllowed')
  })
})
