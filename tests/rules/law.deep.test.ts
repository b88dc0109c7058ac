import { describe, expect, test } from 'vitest'
import { proveTree } from '../../src/authoring/prove/tree.ts'
import { openProject } from '../../src/cli/project.ts'
import { assess } from '../../src/engine/assess.ts'
import { NO_ANSWERS } from '../../src/model/answers/answers.ts'
import { resolveVariant } from '../../src/model/resolve.ts'
import type { AnswerJson } from '../../src/model/schema/answer-file.ts'
import type { Variant } from '../../src/model/variant.ts'

const { ruleSet } = openProject(process.cwd(), undefined)
if (!ruleSet) throw new Error('rules/base/ruleset.yaml cannot be read')
const { base } = ruleSet
/** Where it is decides whether alcohol may be served there (Alcoholwet art. 22). */
const PLACE = { 'premises.kind': 'building' }

const town = (id: string): Variant => {
  const { variant, findings } = resolveVariant(ruleSet, id)
  if (!variant) throw new Error(`${id} has mistakes: ${findings.find(({ severity }) => severity === 'error')?.message}`)
  return variant
}
const say = (id: string, answers: Readonly<Record<string, AnswerJson>>) =>
  assess(town(id), { ...NO_ANSWERS, values: new Map(Object.entries(answers)) }, { today: '2026-03-02' })

describe('the advice on other bodies', () => {
  test('has the 62 items of the list, the environment service, the lease at a takeover, one application per business and own drinks', () => {
    expect(base.advice).toHaveLength(66)
  })

  test('has a core list with the places 1 to 18', () => {
    const places = new Set(base.advice.flatMap(({ core }) => (core === undefined ? [] : [core])))
    expect([...places].toSorted((a, b) => a - b)).toEqual(Array.from({ length: 18 }, (_, index) => index + 1))
  })

  test.each(base.advice.map((item) => [item.id, item] as const))('%s names where it comes from, or says that nobody read it', (_, item) => {
    expect(item.source !== undefined || item.unverified === true).toBe(true)
  })
})

describe('the legal maximum for gaming machines', () => {
  // Speelautomatenbesluit 2000, art. 3
  test.each([
    ['oneYear', 1, 5650],
    ['oneYear', 2, 9050],
    ['threeYears', 1, 16950],
    ['threeYears', 2, 27150],
    ['fourYears', 1, 22600],
    ['fourYears', 2, 36200],
    ['unlimited', 1, 22650],
    ['unlimited', 2, 36250],
  ])('for %s and %i machines is %i cents', (term, count, cents) => {
    const answers = {
      'application.kind': 'new',
      ...PLACE,
      'activity.main': 'drinking',
      'activity.alcohol': 'onSite',
      'business.aim': 'commercial',
    }
    const { fees } = say('voorbeeld', { ...answers, 'gaming.wanted': 'machines', 'gaming.count': count, 'gaming.term': term })
    expect(fees.lines.find(({ id }) => id === 'gamingMachines.licence')?.cents).toBe(cents)
  })
})

describe('a short route', () => {
  const verdicts = (id: string, answers: Readonly<Record<string, AnswerJson>>) =>
    say(id, answers)
      .licences.filter(({ verdict }) => verdict !== 'notNeeded')
      .map((licence) => `${licence.id} ${licence.verdict}${licence.via === null ? '' : ` via ${licence.via}`}`)

  const cafe = {
    'activity.main': 'drinking',
    'activity.alcohol': 'onSite',
    'activity.alcoholStrength': 'weak',
    'business.aim': 'commercial',
  }
  const onPavement = {
    ...cafe,
    'application.kind': 'terraceChange',
    'activity.terrace': ['publicGround'],
    'music.kind': 'none',
    'music.outside': false,
  }

  test('for a new manager needs the alcohol and the operating licence and nothing else', () => {
    const change = {
      'application.kind': 'managerChange',
      'managerChange.kind': 'added',
      'managerChange.licences': ['alcohol', 'exploitation'],
      'business.aim': 'commercial',
    }
    expect(verdicts('voorbeeld', change)).toEqual(['alcohol needed', 'exploitation needed'])
  })

  test('for a terrace without alcohol leaves the alcohol licence alone', () => {
    expect(verdicts('voorbeeld', { ...onPavement, 'activity.terraceAlcohol': false })).toEqual(['terrace needed', 'environment needed'])
  })

  test('for a terrace with alcohol changes the alcohol licence, and in Amsterdam the operating licence with it', () => {
    expect(verdicts('amsterdam', { ...onPavement, 'activity.terraceAlcohol': true })).toEqual([
      'alcohol needed',
      'exploitation needed',
      'terrace needed via exploitation',
      'environment needed',
    ])
  })
})

describe('a base value that nobody knows', () => {
  test('becomes a question to the town, never a no', () => {
    const { licences } = say('base', {
      'application.kind': 'new',
      ...PLACE,
      'activity.main': 'meal',
      'activity.alcohol': 'onSite',
      'business.aim': 'commercial',
    })
    expect(licences.find(({ id }) => id === 'exploitation')?.verdict).toBe('ask')
  })
})

describe.each(['voorbeeld', 'voorbeeld-licht', 'amsterdam', 'amsterdam/centrum', 'amsterdam/centrum/jordaan'])('in %s', (id) => {
  test('every path through the tree ends with a verdict on every licence, in no more pages than the rule set allows', () => {
    const variant = town(id)
    const proof = proveTree(variant, '2026-03-02')
    expect(proof.findings.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(proof.longest).toBeLessThanOrEqual(variant.maxSteps)
  })
})
