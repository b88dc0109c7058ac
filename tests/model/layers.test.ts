import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import { catalogueOf } from '../../src/model/layers/layers.ts'
import { loadRuleSet } from '../../src/model/load.ts'
import { itemName, itemsOf, PLACES } from '../../src/model/places.ts'
import { resolveVariant } from '../../src/model/resolve.ts'
import { files } from './fixtures/rule-set.ts'

const TOWN = 'rules/municipalities/brinkdam/municipality.yaml'
const NO_DISTRICT = { 'rules/municipalities/brinkdam/districts/haven.yaml': null, 'rules/municipalities/brinkdam/areas.yaml': null }
const town = (more: object = {}) => stringify({ schema: 1, id: 'brinkdam', name: 'Brinkdam', extends: 'base', ...more })

function apply(more: object) {
  const { ruleSet } = loadRuleSet(files({ ...NO_DISTRICT, [TOWN]: town(more) }))
  if (!ruleSet) throw new Error('the fixture does not load')
  const applied = catalogueOf(ruleSet, 'brinkdam')
  if (!applied) throw new Error('no town')
  return { ...applied, base: ruleSet.base, ruleSet }
}

const ids = (items: readonly { id: string }[]) => items.map(({ id }) => id)
const question = (id: string) => ({ id, subject: 'case', type: 'text', label: { nl: 'a', en: 'a' }, topic: 'plan' })

describe('what a layer can say', () => {
  test('a layer without changes is its base, the very same', () => {
    const { catalogue, base } = apply({})
    expect(catalogue).toBe(base)
  })

  test('an added question comes last, or after the one that is named, or first', () => {
    const { catalogue, findings } = apply({
      changes: [
        { op: 'add', at: 'questions', item: question('town1'), why: 'w' },
        { op: 'add', at: 'questions', item: question('town2'), after: 'activity.alcohol', why: 'w' },
        { op: 'add', at: 'questions/town3', item: question('town3'), after: null, why: 'w' },
      ],
    })
    expect(findings).toEqual([])
    expect(ids(catalogue.questions).filter((id) => id.startsWith('town') || id === 'activity.alcohol')).toEqual([
      'town3',
      'activity.alcohol',
      'town2',
      'town1',
    ])
  })

  test('a changed rule is another one, its neighbours stay the same objects', () => {
    const { catalogue, base } = apply({
      changes: [{ op: 'change', at: 'licences/terrace/rules/large', to: { when: 'terrace.area > 99' }, why: 'w' }],
    })
    const [terrace] = catalogue.licences
    expect(terrace?.rules.map((rule) => rule.when)).toEqual(['town.terrace.mode = "partOfExploitation"', 'terrace.area > 99', true])
    expect(terrace?.rules[0]).toBe(base.licences[0]?.rules[0])
    expect(catalogue.licences[1]).toBe(base.licences[1])
    expect(catalogue.questions).toBe(base.questions)
  })

  test('a changed property knows the file and line of the town, the others those of the base', () => {
    const { catalogue, ruleSet } = apply({
      changes: [{ op: 'change', at: 'licences/terrace/rules/large', to: { when: 'terrace.area > 99' }, why: 'w' }],
    })
    const rule = catalogue.licences[0]?.rules[1] ?? {}
    expect(ruleSet.provenance.origin(rule, 'when')).toEqual({ layer: 'brinkdam', file: TOWN, line: 9 })
    expect(ruleSet.provenance.origin(rule, 'because')).toEqual({ layer: 'base', file: 'rules/base/licences.yaml', line: 19 })
  })

  test('null takes an optional property away', () => {
    const { catalogue, findings } = apply({ changes: [{ op: 'change', at: 'questions/terrace.area', to: { when: null }, why: 'w' }] })
    expect(findings).toEqual([])
    expect(catalogue.questions.find(({ id }) => id === 'terrace.area')).not.toHaveProperty('when')
  })

  test('an option, a box and a term can be changed, added, moved and removed', () => {
    const { catalogue, findings } = apply({
      changes: [
        { op: 'add', at: 'questions/activity.alcohol/options/light', item: { label: { nl: 'a', en: 'a' } }, after: 'onSite', why: 'w' },
        { op: 'remove', at: 'questions/activity.alcohol/options/unsure', why: 'w' },
        { op: 'reorder', at: 'forms/terrace/sections/plan/boxes/TE-005', after: 'TE-001', why: 'w' },
        { op: 'change', at: 'forms/terrace/sections/plan/boxes/TE-001', to: { official: '4b' }, why: 'w' },
        { op: 'change', at: 'licences/terrace/terms/decision', to: { weeks: 12 }, why: 'w' },
      ],
    })
    expect(findings).toEqual([])
    expect(catalogue.questions.find(({ id }) => id === 'activity.alcohol')?.options?.map(({ id }) => id)).toEqual([
      'onSite',
      'light',
      'takeaway',
      'none',
    ])
    const terrace = catalogue.forms.find(({ id }) => id === 'terrace')
    expect(terrace?.sections[0]?.boxes.map(({ nr, official }) => official ?? nr)).toEqual(['4b', 'TE-005', 'TE-002', 'TE-003', 'TE-004'])
    expect(catalogue.licences[0]?.terms?.[0]?.weeks).toBe(12)
  })

  test('an entry of a short list changes what exists and adds what does not', () => {
    const { catalogue, findings } = apply({
      parameters: [{ id: 'town.terrace.decisionWeeks', values: [{ value: 6 }] }],
      fees: [{ id: 'fee2', licence: 'terrace', label: { nl: 'a', en: 'a' }, kind: 'once', amounts: [] }],
      statuses: [{ id: 'terrace', status: 'adopted', on: '2026-01-01', reference: 'x' }],
    })
    expect(findings).toEqual([])
    expect(catalogue.parameters.find(({ id }) => id === 'town.terrace.decisionWeeks')).toMatchObject({
      type: 'integer',
      values: [{ value: 6 }],
    })
    expect(ids(catalogue.fees)).toEqual(['terrace.base', 'terrace.area', 'fee2'])
    expect(catalogue.statuses).toEqual([{ id: 'terrace', status: 'adopted', on: '2026-01-01', reference: 'x' }])
  })

  test('hours of a district come before those of its town', () => {
    const { ruleSet } = loadRuleSet(files())
    expect(ids(ruleSet ? (catalogueOf(ruleSet, 'brinkdam/haven')?.catalogue.hours ?? []) : [])).toEqual(['inside.haven', 'inside.week'])
  })

  test('house style is refined per property and per colour', () => {
    const { ruleSet } = loadRuleSet(files())
    const branding = ruleSet && catalogueOf(ruleSet, 'brinkdam/haven')?.catalogue.branding
    expect(branding).toEqual({ colours: { primary: '#004699', accent: '#A00000' }, districtLine: 'Stadsdeel Haven' })
  })

  test('an area stands on its district, and the district on its town', () => {
    const { ruleSet } = loadRuleSet(files())
    const applied = ruleSet ? catalogueOf(ruleSet, 'brinkdam/haven/kade') : undefined
    expect(applied?.layers).toEqual(['base', 'brinkdam', 'brinkdam/haven', 'brinkdam/haven/kade'])
    expect(applied?.catalogue.fees[0]?.amounts[0]?.amount).toBe(300)
  })
})

test.each([
  {
    mistake: 'a place that does not exist',
    change: { op: 'remove', at: 'licenses/terrace', why: 'w' },
    code: 'BAD_CHANGE',
    mend: 'licences',
  },
  {
    mistake: 'a rule that does not exist',
    change: { op: 'change', at: 'licences/terrace/rules/lrage', to: { verdict: 'ask' }, why: 'w' },
    code: 'BAD_CHANGE',
    mend: 'Did you mean large?',
  },
  {
    mistake: 'a property as if it were a list',
    change: { op: 'remove', at: 'licences/terrace/duty/x', why: 'w' },
    code: 'BAD_CHANGE',
    mend: 'op: change',
  },
  { mistake: 'a whole list', change: { op: 'remove', at: 'questions', why: 'w' }, code: 'BAD_CHANGE', mend: 'its id' },
  {
    mistake: 'a new id for an old question',
    change: { op: 'change', at: 'questions/terrace.area', to: { id: 'terrace.size' }, why: 'w' },
    code: 'BAD_CHANGE',
    mend: 'Remove it',
  },
  {
    mistake: 'a neighbour that does not exist',
    change: { op: 'reorder', at: 'questions/terrace.area', after: 'terrace.presnt', why: 'w' },
    code: 'BAD_CHANGE',
    mend: 'terrace.present',
  },
  {
    mistake: 'an id that is taken',
    change: { op: 'add', at: 'questions', item: question('terrace.area'), why: 'w' },
    code: 'DUPLICATE_ID',
    mend: 'op: change',
  },
  {
    mistake: 'the age in the Alcohol Act',
    change: { op: 'change', at: 'parameters/town.alcohol.minAge', to: { values: [] }, why: 'w' },
    code: 'LOCKED',
    mend: 'national law',
  },
  {
    mistake: 'a rule of a locked licence',
    change: { op: 'remove', at: 'licences/alcohol/rules/onSite', why: 'w' },
    code: 'LOCKED',
    mend: 'Leave this change out',
  },
  {
    mistake: 'an unknown property',
    change: { op: 'change', at: 'questions/terrace.area', to: { lable: 1 }, why: 'w' },
    code: 'BAD_SHAPE',
    mend: 'Did you mean label?',
  },
  {
    mistake: 'an incomplete addition',
    change: { op: 'add', at: 'checks', item: { id: 'x' }, why: 'w' },
    code: 'BAD_SHAPE',
    mend: 'Add severity',
  },
])('$mistake in a change is refused on its line, and nothing is changed', ({ change, code, mend }) => {
  const { findings, catalogue, base } = apply({ changes: [change] })
  expect(findings[0]).toMatchObject({ code, file: TOWN })
  expect(findings[0]?.line).toBeGreaterThan(5)
  expect(`${findings[0]?.message} ${findings[0]?.mend}`).toContain(mend)
  expect(catalogue).toBe(base)
})

test('removing the last rule of a licence is refused', () => {
  const remove = (id: string) => ({ op: 'remove', at: `licences/terrace/rules/${id}`, why: 'w' })
  const { findings } = apply({ changes: [remove('part'), remove('large'), remove('otherwise')] })
  expect(findings.map(({ code }) => code)).toEqual(['BAD_CHANGE'])
})

describe('laws of layers', () => {
  const { ruleSet } = loadRuleSet(files(NO_DISTRICT))
  if (!ruleSet) throw new Error('the fixture does not load')
  const LISTS = ['questions', 'checks', 'advice', 'documents', 'fees', 'steps'] as const
  const place = fc.constantFrom(...LISTS).chain((list) => {
    const names = itemsOf(ruleSet.base, list).map((item) => itemName(PLACES[list], item))
    return fc.record({ list: fc.constant(list), name: fc.constantFrom(...names), other: fc.option(fc.constantFrom(...names)) })
  })
  const change = place.chain(({ list, name, other }) =>
    fc.constantFrom<object>(
      { op: 'remove', at: `${list}/${name}`, why: 'w' },
      { op: 'reorder', at: `${list}/${name}`, after: other, why: 'w' },
      { op: 'change', at: `${list}/${name}`, to: { source: 'a source of the town' }, why: 'w' },
      ...(list === 'questions' ? [{ op: 'add', at: 'questions', item: question('town.extra'), after: name, why: 'w' }] : []),
    ),
  )

  const placeOf = (one: object) => ('at' in one ? String(one.at) : '')
  const listOf = (one: object) => (placeOf(one).split('/')[0] ?? '') as (typeof LISTS)[number]

  test('leaving one change out of several brings back exactly what the base says there', () => {
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), fc.nat(), (changes, pick) => {
        const left = changes[pick % changes.length] ?? {}
        const others = changes.filter((one) => one !== left)
        const { catalogue, base } = apply({ changes: others })
        const list = listOf(left)
        if (!others.some((one) => listOf(one) === list)) expect(catalogue[list]).toBe(base[list])
        const same = (item: object) => `${list}/${itemName(PLACES[list], item)}` === placeOf(left)
        const original = itemsOf(base, list).find(same)
        if (original && !others.some((one) => placeOf(one) === placeOf(left))) expect(itemsOf(catalogue, list).find(same)).toBe(original)
      }),
      { numRuns: 60 },
    )
  })

  test('items no change names keep their identity', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 5 }), (changes) => {
        const { catalogue, base } = apply({ changes })
        const named = new Set(changes.map((one) => ('at' in one ? String(one.at) : '')))
        for (const list of LISTS)
          for (const item of itemsOf(base, list))
            if (!named.has(`${list}/${itemName(PLACES[list], item)}`)) expect(itemsOf(catalogue, list)).toContain(item)
      }),
      { numRuns: 40 },
    )
  })

  test('a change to one item leaves the text of every other list as it was', () => {
    fc.assert(
      fc.property(change, (one) => {
        const { catalogue, base } = apply({ changes: [one] })
        const list = 'at' in one ? String(one.at).split('/')[0] : ''
        for (const other of LISTS) if (other !== list) expect(catalogue[other]).toBe(base[other])
      }),
      { numRuns: 40 },
    )
  })
})

test('what one town spoiled is no excuse for another that points at it', () => {
  const broken = { id: 'town1', subject: 'case', type: 'text', topic: 'plan' }
  const reads = { op: 'change', at: 'licences/terrace/rules/large', to: { when: 'town1 = "a"' }, why: 'w' }
  const other = 'rules/municipalities/lommerdam/municipality.yaml'
  const { ruleSet } = loadRuleSet(
    files({
      ...NO_DISTRICT,
      [TOWN]: town({ changes: [{ op: 'add', at: 'questions', item: broken, why: 'w' }, reads] }),
      [other]: stringify({ schema: 1, id: 'lommerdam', name: 'Lommerdam', extends: 'base', changes: [reads] }),
    }),
  )
  const unknown = (id: string) =>
    (ruleSet ? resolveVariant(ruleSet, id).findings : []).filter(({ code }) => code === 'FEEL_UNKNOWN_NAME').map(({ file }) => file)
  expect([unknown('brinkdam'), unknown('lommerdam')]).toEqual([[], [other]])
})
