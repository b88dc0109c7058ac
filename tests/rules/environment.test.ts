import { describe, expect, test } from 'vitest'
import { assessCase } from '../../src/engine/assess.ts'
import { coverage } from '../../src/engine/forms/form-coverage.ts'
import { cafe, changed, checksOf, factOf, TODAY, verdictOf } from './fire-environment.ts'

describe('notification or information', () => {
  test.each([
    { duty: 'notification', found: 'notification' },
    { duty: 'information', found: 'information' },
  ])('a town that calls it $duty', ({ duty, found }) => {
    expect(verdictOf(cafe({ town: { 'town.environment.duty': duty } }), 'environment')).toBe(found)
  })

  test('neither for a place that does not cook and has no music, terrace or installations', () => {
    const answers = { 'kitchen.methods': ['cold'], 'music.kind': 'none' }
    expect(verdictOf(changed('outcome-restaurant-with-wine', { answers }), 'environment')).toBe('notNeeded')
  })

  test.each([
    { because: 'cooking', answers: { 'kitchen.methods': ['cooking'], 'music.kind': 'none' } },
    { because: 'soft music', answers: { 'kitchen.methods': ['none'], 'music.kind': 'background' } },
    { because: 'a terrace', answers: { 'kitchen.methods': ['none'], 'music.kind': 'none', 'activity.terrace': ['ownGround'] } },
    { because: 'a CO2 tank', answers: { 'kitchen.methods': ['none'], 'music.kind': 'none', 'premises.installations': ['co2'] } },
  ])('because of $because', ({ answers }) => {
    expect(verdictOf(changed('outcome-restaurant-with-wine', { answers }), 'environment')).toBe('notification')
  })
})

describe('periods', () => {
  test.each([
    { days: 28, start: '2026-03-29', tooSoon: true },
    { days: 28, start: '2026-03-30', tooSoon: false },
    { days: 14, start: '2026-03-16', tooSoon: false },
    { days: 14, start: '2026-03-15', tooSoon: true },
  ])('a town that asks $days days, asked on 2 March, start on $start: too soon is $tooSoon', ({ days, start, tooSoon }) => {
    const application = cafe({ answers: { 'application.startDate': start }, town: { 'town.environment.noticeDays': days } })
    expect(checksOf(application).includes('mw6')).toBe(tooSoon)
  })

  const terms = (answers: Readonly<Record<string, unknown>>) =>
    assessCase(cafe({ answers: { 'application.startDate': '2026-09-01', ...answers } })).terms.filter(
      ({ licence }) => licence === 'environment',
    )

  test('four weeks before the start', () => {
    expect(terms({})).toEqual([
      {
        licence: 'environment',
        kind: 'notice',
        from: TODAY,
        until: '2026-03-30',
        extended: null,
        latest: '2026-08-04',
        basis: 'omgevingsplan',
        silence: null,
      },
    ])
  })

  test('an acoustic report too, where one is needed', () => {
    expect(terms({ 'music.outside': true }).map(({ basis }) => basis)).toContain('omgevingsplan, akoestisch rapport')
  })

  test('a boiler above 100 kW is inspected within six weeks of the start', () => {
    expect(terms({ 'heating.power': 100 }).length).toBe(1)
    expect(terms({ 'heating.power': 101 })).toContainEqual(
      expect.objectContaining({ kind: 'deadline', from: '2026-09-01', until: '2026-10-13' }),
    )
  })

  test('a permit takes eight weeks, and does not end on King’s Day', () => {
    expect(terms({ 'gas.propaneTank': 13001 })).toContainEqual(expect.objectContaining({ kind: 'decision', until: '2026-04-28' }))
  })
})

describe('when a noise study is needed', () => {
  const needed = (answers: Readonly<Record<string, unknown>>, town: Readonly<Record<string, number>> = {}) =>
    factOf(cafe({ answers: { 'music.kind': 'loud', ...answers }, town }), 'music.studyNeeded')

  test.each([
    { level: 70, shared: true, study: false },
    { level: 70.5, shared: true, study: true },
    { level: 70.5, shared: false, study: false },
    { level: 80, shared: false, study: false },
    { level: 80.5, shared: false, study: true },
  ])('$level dB(A), shared wall $shared: $study', ({ level, shared, study }) => {
    expect(needed({ 'music.level': level, 'premises.sharedWall': shared })).toBe(study)
  })

  test.each([
    { level: 'under70', kind: 'loud', shared: true, study: false },
    { level: 'from70', kind: 'loud', shared: true, study: true },
    { level: 'from70', kind: 'loud', shared: false, study: false },
    { level: 'from80', kind: 'loud', shared: false, study: true },
    { level: 'over90', kind: 'dj', shared: false, study: true },
    { level: 'dontKnow', kind: 'loud', shared: false, study: true },
    { level: 'dontKnow', kind: 'background', shared: true, study: false },
  ])('only a class, $level ($kind), shared wall $shared: $study', ({ level, kind, shared, study }) => {
    expect(needed({ 'music.level': null, 'music.levelClass': level, 'music.kind': kind, 'premises.sharedWall': shared })).toBe(study)
  })

  test('music outside: always, however soft', () => {
    expect(needed({ 'music.level': 40, 'music.outside': true, 'premises.sharedWall': false })).toBe(true)
  })

  test('a town may set other limits', () => {
    const town = { 'town.music.studyAboveAdjoining': 65 }
    expect(needed({ 'music.level': 65, 'premises.sharedWall': true }, town)).toBe(false)
    expect(needed({ 'music.level': 66, 'premises.sharedWall': true }, town)).toBe(true)
  })

  test('then the report is asked for and has to be sent along', () => {
    const quiet = assessCase(cafe({ answers: { 'music.level': 65 } }))
    const through = { 'music.kind': 'loud', 'music.level': 85, 'music.report': 'no', 'premises.sharedWall': true }
    const loud = assessCase(cafe({ answers: through }))
    expect(quiet.documents.map(({ id }) => id)).not.toContain('acousticReport')
    expect(loud.documents.map(({ id }) => id)).toContain('acousticReport')
    expect(checksOf(cafe({ answers: through }))).toEqual(expect.arrayContaining(['mw16', 'mw17', 'mw18']))
  })
})

describe('noise values against the answers', () => {
  const unit = (noise: number) => [{ id: 'o1', 'outdoorUnit.kind': 'Warmtepomp', 'outdoorUnit.place': 'dak', 'outdoorUnit.noise': noise }]

  test.each([
    { noise: 40, neighbours: 'homeAbove', value: 40, warned: false },
    { noise: 41, neighbours: 'homeBeside', value: 40, warned: true },
    { noise: 41, neighbours: 'homeBehind', value: 40, warned: true },
    { noise: 60, neighbours: 'nothing', value: 40, warned: false },
    { noise: 44, neighbours: 'homeBehind', value: 45, warned: false },
  ])('a unit of $noise dB, $neighbours, value of the town $value: $warned', ({ noise, neighbours, value, warned }) => {
    const application = cafe({
      answers: { 'premises.neighbours': [neighbours] },
      rows: { outdoorUnits: unit(noise) },
      town: { 'town.noise.facade.nightTime': value },
    })
    expect(checksOf(application).includes('mw19')).toBe(warned)
  })

  test('the warning names the unit, its noise and the value', () => {
    const { checks } = assessCase(cafe({ rows: { outdoorUnits: unit(52) } }))
    expect(checks.find(({ id }) => id === 'mw19')?.message).toMatch(/Warmtepomp.*52 dB\b.*40 dB\(A\)/)
  })

  test.each([
    { slots: ['dayTime'], fired: [] },
    { slots: ['evening'], fired: ['mw22'] },
    { slots: ['dayTime', 'nightTime'], fired: ['mw20'] },
  ])('deliveries at $slots: $fired', ({ slots, fired }) => {
    expect(checksOf(cafe({ answers: { 'delivery.slots': slots } })).filter((id) => ['mw20', 'mw22'].includes(id))).toEqual(fired)
  })

  test.each([
    { period: 'dayTime', inside: 35 },
    { period: 'evening', facadePeak: 65, inside: 30 },
    { period: 'nightTime', facade: 40, facadePeak: 60, inside: 25 },
  ])(
    '$period: of the noise that the act allows, a rule reads façade $facade, peak $facadePeak, inside $inside',
    ({ period, ...values }) => {
      const application = cafe({})
      for (const [place, value] of Object.entries(values)) {
        const found = application.variant.parameters.find(({ id }) => id === `town.noise.${place}.${period}`)?.values[0]
        expect(found).toMatchObject({ value })
        // only the averages at night were read on a page of today
        expect(found?.unverified).toBe(!(period === 'nightTime' && !place.endsWith('Peak')))
      }
    },
  )

  test.each([
    { days: 12, tooMany: false },
    { days: 13, tooMany: true },
  ])('$days days with more noise of the 12 of the town: too many is $tooMany', ({ days, tooMany }) => {
    expect(checksOf(cafe({ answers: { 'music.kind': 'live', 'festivity.days': days } })).includes('mw26')).toBe(tooMany)
  })
})

const unitOf = (refrigerant: string, charge: number) => [
  {
    id: 'k1',
    'coolingUnit.kind': 'Koelcel',
    'coolingUnit.refrigerant': refrigerant,
    'coolingUnit.charge': charge,
    'coolingUnit.year': 2022,
  },
]

describe('thresholds of the Bal and the Bbl', () => {
  test.each([
    { refrigerant: 'co2', at: 10, above: 10.1, check: 'mw35' },
    { refrigerant: 'propane', at: 5, above: 5.1, check: 'mw35' },
    { refrigerant: 'ammonia', at: 10, above: 10.1, check: 'mw35' },
    { refrigerant: 'propane', at: 100, above: 100.1, check: 'mw40' },
    { refrigerant: 'ammonia', at: 1500, above: 1501, check: 'mw40' },
  ])('$check of a cooling unit: not for $at kg of $refrigerant, for $above kg', ({ refrigerant, at, above, check }) => {
    const fired = (charge: number): boolean => checksOf(cafe({ rows: { coolingUnits: unitOf(refrigerant, charge) } })).includes(check)
    expect([fired(at), fired(above)]).toEqual([false, true])
  })

  test.each([
    { what: 'CO2 tank', answer: 'gas.co2Tank', below: 300, from: 301, check: 'mw9' },
    { what: 'propane tank', answer: 'gas.propaneTank', below: 150, from: 151, check: 'mw37' },
    { what: 'propane tank, permit', answer: 'gas.propaneTank', below: 13000, from: 13001, check: 'mw40' },
    { what: 'tank for oil', answer: 'waste.oilTank', below: 250, from: 251, check: 'mw39' },
    { what: 'tank for oil, permit', answer: 'waste.oilTank', below: 149999, from: 150000, check: 'mw40' },
    { what: 'dangerous substances with 30 kg of CO2', answer: 'hazard.cleaning', below: 969, from: 970, check: 'mw38' },
    { what: 'dangerous substances, permit', answer: 'hazard.cleaning', below: 9969, from: 9970, check: 'mw40' },
    { what: 'fireworks', answer: 'hazard.fireworks', below: 0, from: 1, check: 'mw14' },
    { what: 'fireworks, permit', answer: 'hazard.fireworks', below: 25, from: 26, check: 'mw40' },
    { what: 'electricity', answer: 'energy.electricity', below: 49999, from: 50000, check: 'mw7' },
    { what: 'gas', answer: 'energy.gas', below: 24999, from: 25000, check: 'mw7' },
    { what: 'boiler', answer: 'heating.power', below: 100, from: 101, check: 'mw41' },
    { what: 'heating and ventilation', answer: 'heating.power', below: 70, from: 71, check: 'mw45' },
    { what: 'air conditioning', answer: 'cooling.airConditioning', below: 70, from: 71, check: 'mw44' },
  ])('$check, $what: not for $below, for $from', ({ answer, below, from, check }) => {
    // how much energy is asked of who says that it is much
    const much = { 'premises.installations': ['co2Bottles', 'highEnergy'], 'energy.electricity': 0, 'energy.gas': 0 }
    const more = answer.startsWith('energy.') ? much : {}
    const fired = (value: number): boolean => checksOf(cafe({ answers: { ...more, [answer]: value } })).includes(check)
    expect([fired(below), fired(from)]).toEqual([false, true])
  })

  test.each([
    { litres: 124, warned: false },
    { litres: 125, warned: true },
  ])('gas bottles of $litres litres together: $warned', ({ litres, warned }) => {
    const answers = { 'gas.bottleCount': 4, 'gas.bottleLitres': litres, 'gas.bottlePlace': 'buiten' }
    expect(checksOf(cafe({ answers })).includes('mw8')).toBe(warned)
  })

  test.each([
    { height: 1.9, unit: 'none', warned: true },
    { height: 2, unit: 'none', warned: false },
    { height: 1.9, unit: 'carbon', warned: false },
  ])('a flue $height m above the roofs, odour unit $unit: $warned', ({ height, unit, warned }) => {
    expect(checksOf(cafe({ answers: { 'kitchen.flueHeight': height, 'kitchen.odourUnit': unit } })).includes('mw4')).toBe(warned)
  })

  test('no contract for waste: left empty, and warned of', () => {
    expect(checksOf(cafe({}))).not.toContain('mw12')
    expect(checksOf(cafe({ answers: { 'waste.contractor': null } }))).toContain('mw12')
  })
})

test('tables of hours and cooling units keep only the rows of their box', () => {
  const hours = (id: string, purpose: string, place: string, night: string) => ({
    id,
    'hours.purpose': purpose,
    'hours.place': place,
    'hours.season': 'all',
    'hours.night': night,
    'hours.open': '10:00',
    'hours.close': '00:30+1',
  })
  const application = cafe({
    rows: {
      hours: [hours('a', 'opening', 'inside', 'fri'), hours('b', 'opening', 'terrace', 'sat')],
      coolingUnits: [...unitOf('fGas', 2), { ...unitOf('co2', 8)[0], id: 'k2', 'coolingUnit.kind': 'Vriescel' }],
    },
  })
  const boxes = coverage(application)
    .find(({ id }) => id === 'environment')
    ?.sections.flatMap(({ instances }) => instances.flatMap((instance) => instance.boxes))
  const cells = (nr: string) => boxes?.find((box) => box.nr === nr)?.rows?.cells
  expect(cells('E23')).toEqual([['vrijdag', '10:00', '00:30']])
  expect(cells('E46')).toEqual([['zaterdag', '10:00', '00:30']])
  expect(cells('E70')?.map(([kind]) => kind)).toEqual(['Koelcel', 'Vriescel'])
  expect(cells('E71')).toEqual([['Vriescel', 'CO2', '8']])
})
