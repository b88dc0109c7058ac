import { describe, expect, test } from 'vitest'
import { assess, assessCase } from '../../src/engine/assess.ts'
import { openCase } from '../../src/engine/case.ts'
import type { Case } from '../../src/engine/context.ts'
import { coverage } from '../../src/engine/forms/form-coverage.ts'
import type { Variant } from '../../src/model/variant.ts'
import { answersFor } from '../engine/answers.ts'
import { shippedVariant } from '../engine/shipped.ts'
import { alcohol } from './situations/alcohol.ts'
import { changes } from './situations/changes.ts'
import { exploitation } from './situations/exploitation.ts'
import { fireEnvironmentBibob } from './situations/fire-environment-bibob.ts'
import { further } from './situations/further.ts'
import { gamingMachines } from './situations/gaming-machines.ts'
import { hoursAndTerraces } from './situations/hours-and-terraces.ts'
import { kindsOfBusiness } from './situations/kinds-of-business.ts'
import { places } from './situations/places.ts'
import { CAFE, LUNCHROOM, type Situation, TODAY } from './situations/situation.ts'
import { squares, surroundings } from './situations/surroundings.ts'
import { workingDay } from './situations/working-day.ts'

const TABLES = {
  alcohol,
  'gaming machines': gamingMachines,
  'operating licence': exploitation,
  'hours and terraces': hoursAndTerraces,
  'fire, environment, Bibob': fireEnvironmentBibob,
  changes,
  surroundings,
  further,
  'working day': workingDay,
  places,
  'kinds of business': kindsOfBusiness,
}

/** Towns that were made before: what the engine knows of a town it finds out once. */
const towns = new Map<string, Variant>()

/** The made-up town, with the values of the one that the source is about. */
function townOf({ town = {}, hours }: Situation): Variant {
  const key = JSON.stringify([town, hours])
  const made = towns.get(key) ?? makeTown(town, hours)
  towns.set(key, made)
  return made
}

function makeTown(town: NonNullable<Situation['town']>, hours: Situation['hours']): Variant {
  const variant = shippedVariant('voorbeeld')
  const wrong = Object.keys(town).filter((id) => !variant.parameters.some((one) => one.id === id))
  if (wrong.length > 0) throw new Error(`no value of towns is called ${wrong.join(', ')}`)
  const dated = {
    source: null,
    unverified: false,
    origin: { layer: 'test', file: '', line: 1 },
    from: null,
    until: null,
    decidedBy: 'startDate' as const,
  }
  return {
    ...variant,
    parameters: variant.parameters.map((one) => {
      const value = town[one.id]
      return value === undefined ? one : { ...one, values: [{ ...dated, value }] }
    }),
    hours: hours
      ? hours.map((one, index) => ({
          ...dated,
          ...one,
          id: `w${index}`,
          place: one.place ?? 'inside',
          season: 'all' as const,
          when: null,
          event: null,
          yearly: null,
          admission: null,
          lastServing: null,
        }))
      : variant.hours,
  }
}

function caseOf(situation: Situation): Case {
  const { answers = {}, people = [], rows = {}, leftEmpty = [] } = situation
  const given = Object.entries({ ...CAFE, ...answers }).filter(([, value]) => value !== null)
  const collections = { ...(people.length > 0 ? { people } : {}), ...rows }
  const variant = townOf(situation)
  return openCase(
    variant,
    answersFor(variant, { answers: Object.fromEntries(given), collections, complete: Object.keys(collections), leftEmpty }),
    { today: TODAY },
  )
}

/** Open boxes that wait for a document which nobody has to attach. */
function waitingInVain(application: Case): string[] {
  const asked = new Set(assessCase(application).documents.map(({ id }) => id))
  return coverage(application).flatMap((form) =>
    form.sections.flatMap((section) =>
      section.instances.flatMap(({ boxes }) =>
        boxes.flatMap(({ nr, state, questions }) => {
          if (state !== 'missing' || questions.length > 0) return []
          const box = application.variant.forms
            .find(({ id }) => id === form.id)
            ?.sections.find(({ id }) => id === section.id)
            ?.boxes.find((each) => each.nr === nr)
          return box?.document && !asked.has(box.document) ? [`${form.id} ${nr}`] : []
        }),
      ),
    ),
  )
}

for (const [name, table] of Object.entries(TABLES)) {
  describe(`${name}: situations that others decided`, () => {
    test.each(table.map((one) => [one.told, one] as const))('%s', (_told, situation) => {
      const { licences = {}, checks = [], noChecks = [], documents = [], noDocuments = [], fees = {}, terms = {}, hours } = situation.expect
      const { advice = [], noAdvice = [] } = situation.expect
      const application = caseOf(situation)
      const found = assessCase(application)
      const verdicts = [
        ...found.licences.map(({ id, verdict, duty }) => [id, `${verdict}:${duty}`]),
        ...found.extras.map(({ id, verdict }) => [id, verdict]),
      ]
      const all = Object.fromEntries(verdicts)
      expect(Object.fromEntries(Object.keys(licences).map((id) => [id, all[id]]))).toEqual(licences)
      const fired = found.checks.map(({ id }) => id)
      expect(fired).toEqual(expect.arrayContaining([...checks]))
      expect(fired.filter((id) => noChecks.includes(id))).toEqual([])
      const papers = found.documents.map(({ id }) => id)
      expect(papers).toEqual(expect.arrayContaining([...documents]))
      expect(papers.filter((id) => noDocuments.includes(id))).toEqual([])
      const lines = new Map(found.fees.lines.map(({ id, cents }) => [id, cents]))
      expect(Object.fromEntries(Object.keys(fees).map((id) => [id, lines.get(id) ?? null]))).toEqual(fees)
      const ends = new Map(found.terms.map(({ licence, kind, until }) => [`${licence} ${kind}`, until]))
      expect(Object.fromEntries(Object.keys(terms).map((id) => [id, ends.get(id) ?? null]))).toEqual(terms)
      const told = found.advice.map(({ id }) => id)
      expect(told).toEqual(expect.arrayContaining([...advice]))
      expect(told.filter((id) => noAdvice.includes(id))).toEqual([])
      if (hours) expect(found.hours.map(({ verdict }) => verdict)).toEqual(hours)
      expect(waitingInVain(application)).toEqual([])
    })

    test('each has its own words, a source that can be looked up, and something to hold', () => {
      expect(new Set(table.map(({ told }) => told)).size).toBe(table.length)
      expect(table.filter(({ source }) => !/https?:\/\//.test(source))).toEqual([])
      expect(table.filter(({ expect: wanted }) => Object.keys(wanted).length === 0)).toEqual([])
    })
  })
}

describe('Nijmegen: which kind of terrace lies on a square', () => {
  test.each(squares)('$told', ({ area, kind, warned }) => {
    const variant = shippedVariant(area)
    const answers = { ...CAFE, 'activity.terrace': ['publicGround'], 'activity.terraceAlcohol': false, 'activity.terraceUntil': '22:00' }
    const terraces = [{ id: 't1', 'terrace.landOwner': 'municipality', 'terrace.currentUse': 'pavement', 'terrace.kind': kind }]
    const found = assess(variant, answersFor(variant, { answers, collections: { terraces }, complete: ['terraces'] }), { today: TODAY })
    expect(found.checks.map(({ id }) => id).filter((id) => /^nijmegen(Squares|Island|Kinds)$/.test(id))).toEqual([...warned])
  })
})

test.each([
  {
    told: 'a snack bar without alcohol needs the operating licence of Nijmegen, probably',
    answers: LUNCHROOM,
    verdict: 'needed',
  },
  { told: 'of a café with alcohol nobody read it: ask the town', answers: {}, verdict: 'ask' },
  {
    told: 'so does a place where one only takes away: the town tests its conduct (https://www.nijmegen.nl/nieuws/nieuwe-beleidsregels-beoordeling-levensgedrag-horecaondernemers/)',
    answers: { ...LUNCHROOM, 'activity.main': 'takeaway' },
    verdict: 'needed',
  },
])('$told (ECLI:NL:RBGEL:2025:1484)', ({ answers, verdict }) => {
  const variant = shippedVariant('nijmegen')
  const given = Object.entries({ ...CAFE, ...answers }).filter(([, value]) => value !== null)
  const found = assess(variant, answersFor(variant, { answers: Object.fromEntries(given) }), { today: TODAY })
  expect(found.licences.find(({ id }) => id === 'exploitation')).toMatchObject({ verdict, unverified: true })
})

test('there are at least 120 of them', () => {
  expect(Object.values(TABLES).reduce((sum, table) => sum + table.length, 0)).toBeGreaterThanOrEqual(120)
})
