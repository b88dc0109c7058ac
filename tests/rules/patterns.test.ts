import { describe, expect, test } from 'vitest'
import { assess } from '../../src/engine/assess.ts'
import type { Assessment } from '../../src/engine/assessment.ts'
import { answersFor } from '../engine/answers.ts'
import { SHIPPED_TOWNS, shippedVariant } from '../engine/shipped.ts'
import { exampleOf } from '../journeys/example.ts'
import { withTowns } from './elements.ts'
import { CAFE, LUNCHROOM, OWNER, TODAY } from './situations/situation.ts'

const check = (id: string, severity: string, when: string, more = '') =>
  `  - op: add
    at: checks
    why: planted
    item:
      id: ${id}
      severity: ${severity}
      licences: [gamingMachines]
      when: ${when}
      message: { nl: Dit kan niet., en: This is impossible. }
${more}`
const WAY = `      advice: { nl: Doe iets anders., en: Do something else. }
      source: Wet op de kansspelen art. 30c
`
const rule = (when: string) => `  - op: add
    at: licences/gamingMachines/rules
    after: canteen
    why: planted
    item:
      id: planted
      refines: true
      when: ${when}
      verdict: notAllowed
      because: { nl: Dat mag niet., en: That is not allowed. }
`

const towns = withTowns({
  papers: `  - { op: change, at: documents/acousticReport, why: planted, to: { when: 'activity.gaming = "oneOrTwo"' } }`,
  box: `  - { op: change, at: forms/exploitation/sections/application/boxes/EX-005, why: planted, to: { value: string(gaming.count) } }`,
  always: `  - { op: change, at: forms/exploitation/sections/application/boxes/EX-005, why: planted, to: { when: not(attached("acousticReport")), otherwise: { nl: staat in het rapport, en: stands in the report } } }`,
  guarded: `  - { op: change, at: documents/acousticReport, why: planted, to: { when: 'verdict("gamingMachines") = "needed" and gaming.count = 2' } }`,
  told: check('planted', 'info', `verdict("exploitation") = "needed" and premises.zoning = "yes"`),
  heeded: check('planted', 'info', `verdict("exploitation") = "needed" and duty("exploitation") = "permit"`),
  outside: check('planted', 'block', `verdict("gamingMachines") = "needed" and gaming.count = 2`, WAY),
  mended: check('planted', 'block', `verdict("gamingMachines") = "needed" and gaming.count = 2`, `      mendable: true\n${WAY}`),
  repeats: check('planted', 'block', `verdict("gamingMachines") = "notAllowed" and gaming.count = 2`, WAY),
  nowhere: check('planted', 'block', `verdict("gamingMachines") = "notAllowed" and gaming.count = 2`),
  coarse: rule('business.aim = "commercial"'),
  unasked: rule('energy.gas > 10 and bibob.prepare != null'),
  refined: rule('gaming.billiardTables = 2'),
  idle: rule('some t in terraces satisfies t.freePassage > 2')
    .replace('gamingMachines/rules', 'terrace/rules')
    .replace('canteen', 'noTerrace'),
})
const codes = (town: string): string[] => towns(town).errors.map(({ code }) => code)

describe('a fault of the same kind is named where it is written', () => {
  test.each([
    { town: 'papers', code: 'READ_WITHOUT_VERDICT', why: 'a paper of another licence reads the wish for machines' },
    { town: 'box', code: 'READ_WITHOUT_VERDICT', why: 'a box of another form reads how many machines are wanted' },
    { town: 'always', code: 'ALWAYS_ATTACHED', why: 'a box waits for somebody to say that there is no report, which nobody can' },
    { town: 'told', code: 'DUTY_UNHEEDED', why: 'a sentence about a permit would be said of a notification' },
    { town: 'outside', code: 'BLOCK_OUTSIDE_VERDICT', why: 'a check forbids what the verdict says is needed' },
    { town: 'nowhere', code: 'BLOCK_WITHOUT_WAY', why: 'a block has no ground and no way out' },
    { town: 'coarse', code: 'REFINES_NOTHING', why: 'a rule refines the tree with what the tree asks' },
    { town: 'unasked', code: 'REFINES_NOTHING', why: 'a rule waits for what no form asks' },
  ])('$code: $why', ({ town, code }) => {
    expect(codes(town)).toEqual([code])
    expect(towns(town).errors[0]).toMatchObject({ file: `rules/municipalities/${town}/municipality.yaml`, line: expect.any(Number) })
  })

  test('and a rule that waits for a box that this town does not ask is told which', () => {
    expect(towns('idle').errors).toMatchObject([{ code: 'REFINES_NOTHING', mend: expect.stringContaining('box: terrace/TE-030') }])
  })

  test.each(['guarded', 'heeded', 'mended', 'repeats', 'refined'])('and nothing is said where it is done well: %s', (town) => {
    expect(codes(town)).toEqual([])
  })
})

describe('a rule that refines the tree', () => {
  const machines = { ...CAFE, 'gaming.wanted': 'machines', 'gaming.count': 2 }
  const variant = shippedVariant('voorbeeld')
  const verdict = (more: Record<string, unknown>): string | undefined =>
    assess(variant, answersFor(variant, { answers: { ...machines, ...more } }), { today: TODAY }).licences.find(
      ({ id }) => id === 'gamingMachines',
    )?.verdict

  test('leaves the coarse verdict while nobody answered, decides once somebody did, and lets go when that is taken back', () => {
    expect(verdict({})).toBe('needed')
    expect(verdict({ 'gaming.billiardTables': 4 })).toBe('notAllowed')
    expect(verdict({ 'gaming.billiardTables': 3 })).toBe('needed')
  })

  test('keeps what it rests on among the questions that are asked', () => {
    const one = assess(variant, answersFor(variant, { answers: { ...machines, 'gaming.billiardTables': 4 } }), { today: TODAY })
    expect(one.questions.asked).toContain('gaming.billiardTables')
  })
})

describe('people and companies', () => {
  const variant = shippedVariant('voorbeeld')
  const say = (collections: Record<string, unknown>, answers: Record<string, unknown> = {}): Assessment =>
    assess(variant, answersFor(variant, { answers: { ...CAFE, ...answers }, collections, complete: Object.keys(collections) }), {
      today: TODAY,
    })
  const fired = (one: Assessment, id: string) => one.checks.filter((check) => check.id === id).map(({ row }) => row)

  test('whoever left before the start is in no group: not asked, not listed, not judged', () => {
    const left = {
      ...OWNER,
      id: 'p2',
      roles: [{ role: 'manager', managerKind: 'floor', until: '2026-08-31' }],
      'person.birthDate': '2015-01-01',
    }
    const stays = { ...left, roles: [{ role: 'manager', managerKind: 'floor', until: '2026-09-01' }] }
    const gone = say({ people: [OWNER, left] })
    expect(fired(gone, 'alW1')).toEqual([])
    expect(gone.documents.filter(({ row }) => row === 'p2')).toEqual([])
    expect(fired(say({ people: [OWNER, stays] }), 'alW1')).toEqual(['p2'])
  })

  const company = (id: string, ...of: string[]) => ({
    id,
    'company.statutoryName': id,
    roles: of.map((one) => ({ role: 'director', of: `@${one}` })),
  })
  test.each([
    { given: 'two that direct each other', companies: [company('c1', 'c2'), company('c2', 'c1')], circle: ['c1', 'c2'] },
    { given: 'three in a ring', companies: [company('c1', 'c2'), company('c2', 'c3'), company('c3', 'c1')], circle: ['c1', 'c2', 'c3'] },
    { given: 'a chain', companies: [company('c1', 'c2'), company('c2', 'c3'), company('c3')], circle: [] },
  ])('holdings in a circle are told at each of them: $given', ({ companies, circle }) => {
    expect(fired(say({ people: [OWNER], companies }, { 'business.legalForm': 'bv' }), 'companyCircle')).toEqual(circle)
  })

  test('who directs the holding that directs the bv is somebody behind it', () => {
    const holding = { id: 'c1', 'company.statutoryName': 'Holding', 'company.legalForm': 'bv', roles: ['director'] }
    const director = { ...OWNER, roles: [{ role: 'director', of: '@c1' }] }
    const one = say({ people: [director], companies: [holding] }, { 'business.legalForm': 'bv' })
    expect(fired(one, 'bibobNoController')).toEqual([])
    expect(
      fired(say({ people: [{ ...OWNER, roles: ['contact'] }], companies: [holding] }, { 'business.legalForm': 'bv' }), 'bibobNoController'),
    ).toEqual([null])
  })
})

describe('a business with nothing wrong gets no warning', () => {
  const loud = ({ checks }: Assessment): string[] => checks.filter(({ severity }) => severity !== 'info').map(({ id }) => id)

  test('a plain café with one manager', () => {
    const variant = shippedVariant('voorbeeld')
    expect(
      loud(
        assess(variant, answersFor(variant, { answers: CAFE, collections: { people: [OWNER] }, complete: ['people'] }), { today: TODAY }),
      ),
    ).toEqual([])
  })

  // what is warned of in these is so: a motor of 48 dB behind a home, a room that was no hospitality, walls that move
  test.each([
    { example: 'cafe-terrace-machines', warned: ['mw19'] },
    { example: 'lunchroom-without-alcohol', warned: ['exW8'] },
    { example: 'off-licence', warned: [] },
    { example: 'sports-canteen', warned: [] },
    { example: 'takeover', warned: ['mw19'] },
    { example: 'renewal', warned: [] },
    { example: 'legal-form-bv', warned: [] },
    { example: 'partner-joins', warned: [] },
    { example: 'manager-change', warned: [] },
    { example: 'manager-club', warned: [] },
    { example: 'manager-leaves', warned: [] },
    { example: 'terrace-larger', warned: [] },
    { example: 'new-activities', warned: ['mw19'] },
    { example: 'rebuilding', warned: ['w17', 'mw19'] },
  ])('$example: $warned', ({ example, warned }) => {
    const file = exampleOf(example)
    const variant = shippedVariant(file.variant)
    expect(loud(assess(variant, answersFor(variant, { ...file }), { today: TODAY }))).toEqual(warned)
  })
})

describe('a warning', () => {
  // how a list of people is filled in, which no law says
  const OF_THE_LIST = new Set(['oneOwner', 'twoPartners', 'roleNotOfForm', 'personTwice', 'representativeMissing'])
  test.each(['amsterdam/centrum', 'nijmegen/pleinen', ...SHIPPED_TOWNS])('names its ground, in %s', (town) => {
    const warnings = shippedVariant(town).checks.filter(({ severity }) => severity !== 'info')
    expect(warnings.length).toBeGreaterThan(150)
    expect(warnings.filter(({ id, source }) => !source && !OF_THE_LIST.has(id)).map(({ id }) => id)).toEqual([])
  })
})

describe('what nobody knows of a town is asked for by its name', () => {
  // a rule that may hold and another that contradicts it were read out in one breath
  test.each([
    { lang: 'nl' as const, told: 'Dit weten wij niet van uw gemeente. Vraag het haar: Wanneer is een exploitatievergunning nodig?' },
    { lang: 'en' as const, told: 'We do not know this of your municipality. Ask it: When is an operating licence needed?' },
  ])('in $lang', ({ lang, told }) => {
    const one = assess(shippedVariant('texel'), answersFor(shippedVariant('texel'), { answers: CAFE }), { today: TODAY }, lang)
    expect(one.licences.find(({ id }) => id === 'exploitation')).toMatchObject({ verdict: 'ask', because: [told] })
  })

  test.each(SHIPPED_TOWNS)('no verdict of %s has reasons that contradict each other', (town) => {
    const variant = shippedVariant(town)
    const rules = new Map(
      [...variant.licences, ...variant.extras].flatMap(({ rules }) => rules.map((rule) => [rule.because.nl, rule.verdict] as const)),
    )
    for (const answers of [CAFE, { ...CAFE, ...LUNCHROOM }, { ...CAFE, 'gaming.wanted': 'machines' }]) {
      const given = Object.entries(answers).filter(([, value]) => value !== null)
      const one = assess(variant, answersFor(variant, { answers: Object.fromEntries(given) }), { today: TODAY })
      for (const { id, verdict, because } of [...one.licences, ...one.extras])
        if (verdict !== 'open') expect([id, new Set(because.map((reason) => rules.get(reason))).size]).toEqual([id, 1])
    }
  })
})

describe('money that is named for what is bought', () => {
  const variant = shippedVariant('voorbeeld')
  const bought = {
    'inventory.tenure': 'owned',
    'inventory.purchase.price': 40000,
    'premises.tenure': 'rented',
    'financing.debt.present': true,
  }
  const gap = (own: number, loans: readonly number[]): boolean => {
    const rows = loans.map((principal, index) => ({ id: `l${index}`, 'loan.principal': principal }))
    const answers = { ...CAFE, ...bought, 'financing.equity.present': own > 0, 'financing.equity.amount': own }
    const given = answersFor(variant, { answers, collections: { people: [OWNER], loans: rows }, complete: ['people', 'loans'] })
    return assess(variant, given, { today: TODAY }).checks.some(({ id }) => id === 'financingGap')
  }
  test.each([
    { own: 10000, loans: [25000], gap: true },
    { own: 10000, loans: [25000, 5000], gap: false },
    { own: 40000, loans: [], gap: false },
    { own: 0, loans: [39999], gap: true },
  ])('$own of one’s own and loans of $loans for 40000: a gap is told: $gap', ({ own, loans, gap: told }) => {
    expect(gap(own, loans)).toBe(told)
  })
})

test('what there is to know about a fee is said with its line, in the language of the reader', () => {
  const variant = shippedVariant('voorbeeld')
  const answers = answersFor(variant, { answers: { ...CAFE, 'gaming.wanted': 'machines', 'gaming.count': 2 } })
  const noteOf = (lang: 'nl' | 'en') =>
    assess(variant, answers, { today: TODAY }, lang).fees.lines.find(({ licence }) => licence === 'gamingMachines')?.note
  expect(noteOf('nl')).toBe('Dit is het landelijke maximum. Uw gemeente kan minder vragen.')
  expect(noteOf('en')).toBe('This is the national maximum. Your municipality may ask less.')
})
