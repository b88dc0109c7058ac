import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { assess } from '../../src/engine/assess.ts'
import { openCase } from '../../src/engine/case.ts'
import { coverage } from '../../src/engine/forms/form-coverage.ts'
import { answersFor } from '../engine/answers.ts'
import { REAL_TOWNS, shippedVariant } from '../engine/shipped.ts'

const TODAY = '2026-11-28'
type Row = Record<string, unknown>
const BEGUN = {
  'application.kind': 'new',
  'application.startDate': '2027-06-01',
  'premises.kind': 'building',
  'activity.main': 'drinking',
  'activity.alcohol': 'onSite',
  'business.aim': 'commercial',
}
const caseOf = (answers: Row, town = 'voorbeeld') => {
  const variant = shippedVariant(town)
  return { variant, answers: answersFor(variant, { answers: { ...BEGUN, ...answers } }) }
}
const assessed = (answers: Row, town?: string) => {
  const { variant, answers: read } = caseOf(answers, town)
  return assess(variant, read, { today: TODAY })
}

describe('words that not everybody knows', () => {
  const HARD = /curatele|begrenzer|kadaster|omgevingsplan|brutovloer|horecacategorie|zeggenschap|gevolmachtigde|begunstigde|bibob/i
  const GONE =
    /bouwla|gelagkamer|verbindingslokaliteit|slijtlokaliteit|is u eerder|brutovloeroppervlakte van|op uw laatste (?:avond|dag)\b/i
  const { questions, roles, forms, documents, checks } = shippedVariant('voorbeeld')

  test('stand in a question only where something says what they mean', () => {
    const asked = questions.filter(({ derived, refinedBy }) => derived === null || refinedBy !== null)
    expect(asked.filter(({ label, hint, why }) => HARD.test(label.nl) && !hint && !why).map(({ id }) => id)).toEqual([])
    expect(roles.filter(({ label, hint }) => HARD.test(label.nl) && !hint).map(({ id }) => id)).toEqual([])
  })

  test('that have a plain word are not used', () => {
    const texts = [
      ...questions.flatMap(({ label, hint }) => [label.nl, hint?.nl ?? '']),
      ...documents.flatMap(({ name, mustShow }) => [name.nl, ...mustShow.map(({ nl }) => nl)]),
      ...checks.flatMap(({ message, advice }) => [message.nl, advice?.nl ?? '']),
    ]
    expect(texts.filter((text) => GONE.test(text))).toEqual([])
    // boxes keep the words of the paper, in good Dutch
    const boxes = forms.flatMap(({ sections }) => sections.flatMap((section) => section.boxes.map(({ label }) => label.nl)))
    expect(boxes.filter((text) => /is u eerder/i.test(text))).toEqual([])
    expect(texts.filter((text) => /wat Bibob oplevert/.test(text))).toEqual([])
  })
})

test('an optional question that a form takes for "no" or "until now" when it is empty says so', () => {
  const { questions, forms, roles } = shippedVariant('voorbeeld')
  expect(roles.length).toBeGreaterThan(0)
  const texts = readdirSync('forms')
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => readFileSync(join('forms', file), 'utf8'))
  expect(texts.length).toBeGreaterThanOrEqual(forms.length)
  // what an empty one leaves out of a line says nothing: `= null then ""`, and no country is the Netherlands
  const read = texts.flatMap((text) => [...text.matchAll(/\b([a-z]+\.[A-Za-z.]+) !?= null(?! then ""| or )/g)].map(([, name = '']) => name))
  const named = new Set(read.flatMap((name) => [name, name.replace(/^r\./, 'role.')]))
  // of whom a role is follows from where it was ticked
  const optional = questions.filter(({ id, optional }) => optional && named.has(id) && id !== 'role.target')
  expect(optional.map(({ id }) => id).toSorted()).toEqual(['person.svhNumber', 'role.until'])
  for (const { id, hint } of optional)
    expect([id, hint?.nl, hint?.en]).toEqual([id, expect.stringMatching(/leeg/), expect.stringMatching(/empty/)])
})

describe('a monument', () => {
  test.each<[string, Row, string]>([
    ['with a new sign on the façade', { 'premises.monument': 'national', 'rebuild.plans': ['facade'] }, 'needed'],
    ['of the municipality, changed inside', { 'premises.monument': 'other', 'rebuild.plans': ['inside'] }, 'needed'],
    ['that may be one', { 'premises.monument': 'dontKnow', 'rebuild.plans': ['facade'] }, 'ask'],
    ['where nothing changes', { 'premises.monument': 'national', 'rebuild.plans': ['none'] }, 'notNeeded'],
    ['that is none', { 'premises.monument': 'none', 'rebuild.plans': ['facade'] }, 'notNeeded'],
  ])('%s: a permit for a monument is %s', (_, answers, verdict) => {
    expect(assessed(answers).extras.find(({ id }) => id === 'monument')?.verdict).toBe(verdict)
  })

  test.each<[string, Row, string | null, string | null]>([
    ['national', { 'premises.monument': 'national', 'premises.largeRoom': 'yes' }, 'ja', null],
    ['none', { 'premises.monument': 'none', 'premises.largeRoom': 'yes' }, 'nee', null],
    ['not known', { 'premises.monument': 'dontKnow', 'premises.largeRoom': 'yes' }, null, 'de aanvrager weet dit niet'],
  ])('%s is printed as it was said, however large the room is', (_, answers, text, reason) => {
    const { variant, answers: read } = caseOf(answers)
    const boxes = coverage(openCase(variant, read, { today: TODAY })).flatMap(({ sections }) =>
      sections.flatMap(({ instances }) => instances.flatMap((instance) => instance.boxes)),
    )
    expect(boxes.filter(({ nr }) => nr === 'AL-058').map((box) => [box.text, box.reason])).toEqual([[text, reason]])
  })
})

test.each(['loud', 'dj', 'live'])('music that is %s under a home is warned of', (kind) => {
  const told = assessed({ 'music.kind': kind, 'premises.neighbours': ['homeAbove'] }).checks.map(({ id }) => id)
  expect(told).toContain('w14')
})

test('a kitchen may bake and fry', () => {
  const methods = shippedVariant('voorbeeld').questions.find(({ id }) => id === 'kitchen.methods')
  expect(methods?.type).toBe('multiChoice')
  expect(methods?.options?.map(({ id }) => id)).toEqual(expect.arrayContaining(['frying', 'cooking']))
})

test('a fee names no source of another town', () => {
  for (const town of ['amsterdam/centrum', ...REAL_TOWNS]) {
    const { fees, name } = shippedVariant(town)
    const others = ['pekela', ...REAL_TOWNS].filter((other) => !name.toLowerCase().includes(other) && !town.includes(other))
    const wrong = fees.flatMap(({ id, amounts }) =>
      amounts.flatMap(({ source }) => (others.some((other) => source?.includes(other)) ? [`${id}: ${source}`] : [])),
    )
    expect(wrong).toEqual([])
  }
})

test.each<[string, Row]>([
  ['a food truck', { 'premises.kind': 'mobile' }],
  ['a one-off party', { 'premises.kind': 'event' }],
  ['a coffee shop', { 'activity.main': 'softDrugs' }],
])('%s is sent elsewhere: nothing is called needed here, costs money here or takes time here', (_, answers) => {
  const variant = shippedVariant('amsterdam/centrum')
  // a stop counts once all before it is answered
  const place = {
    'premises.wasHospitality': true,
    'premises.previousUse': 'restaurant',
    'premises.lease.signed': false,
    'premises.monument': 'none',
  }
  const begun = { 'application.kind': 'new', 'premises.kind': 'building', 'premises.zoning': 'yes', ...place, ...answers }
  const { stop, licences, fees, terms } = assess(variant, answersFor(variant, { answers: begun }), { today: TODAY })
  expect(stop).not.toBeNull()
  expect(licences.filter(({ verdict }) => verdict !== 'notNeeded').map(({ id }) => id)).toEqual([])
  expect([fees.lines, terms]).toEqual([[], []])
})
