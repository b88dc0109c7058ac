import { describe, expect, test } from 'vitest'
import { loadRuleSet } from '../../src/model/load.ts'
import { resolveVariant } from '../../src/model/resolve.ts'
import type { Variant } from '../../src/model/variant.ts'
import { files } from './fixtures/rule-set.ts'

const TOWN = 'rules/municipalities/brinkdam/municipality.yaml'

/** The base and a town with these changes, one after the other. */
function both(changes: string): { base: Variant; town: ReturnType<typeof resolveVariant> } {
  const text = `schema: 1\nid: brinkdam\nname: Brinkdam\nextends: base\nchanges:\n${changes}`
  const { ruleSet } = loadRuleSet(files({ [TOWN]: text, 'rules/municipalities/brinkdam/districts/haven.yaml': null }))
  if (!ruleSet) throw new Error('no rule set')
  const { variant } = resolveVariant(ruleSet, 'base')
  if (!variant) throw new Error('no base')
  return { base: variant, town: resolveVariant(ruleSet, 'brinkdam') }
}
const change = (at: string, to: string): string => `  - op: change\n    at: ${at}\n    to: ${to}\n    why: The council says so\n`

describe('what many towns have is resolved once', () => {
  const NEW_QUESTION = `  - op: add
    at: questions
    item: { id: terrace.furniture.colour, subject: case, type: text, label: { nl: Welke kleur, en: Which colour }, topic: plan }
    why: The council decides on colours
`

  test('a question, a check, a box that reads nothing new is the very same', () => {
    const { base, town } = both(NEW_QUESTION)
    const question = (variant: Variant | null, id: string) => variant?.questions.find((each) => each.id === id)
    expect(question(town.variant, 'terrace.furniture.colour')).toBeDefined()
    expect(question(town.variant, 'terrace.large')).toBe(question(base, 'terrace.large'))
    expect(town.variant?.checks[0]).toBe(base.checks[0])
    expect(town.variant?.forms[0]?.sections[0]?.boxes[0]).toBe(base.forms[0]?.sections[0]?.boxes[0])
  })

  test('a condition of the base is judged again where what it reads is of another type', () => {
    const { town } = both(change('questions/terrace.area', '{ type: text, unit: null, min: null, max: null }'))
    expect(town.variant).toBeNull()
    expect(town.findings.filter(({ code }) => code === 'FEEL_TYPE').map(({ file }) => file)).toContain('rules/base/questions/plan.yaml')
  })

  test('a condition that names what the town took away is found', () => {
    const { town } = both('  - op: remove\n    at: questions/terrace.area\n    why: No such thing here\n')
    expect(town.findings.map(({ code }) => code)).toContain('UNKNOWN_REFERENCE')
  })

  test('a check leads to no page that the town took away', () => {
    const { base, town } = both('  - op: remove\n    at: tree/steps/terraceSize\n    why: Not asked here\n')
    const step = (variant: Variant | null) => variant?.checks.find(({ id }) => id === 'terrace.size')?.step
    expect([step(base), step(town.variant)]).toEqual(['terraceSize', null])
  })

  test('rule sets with another head have nothing in common: caches on a question may follow from the names in it', () => {
    const first = (all: ReadonlyMap<string, string>) => {
      const { ruleSet } = loadRuleSet(all)
      return ruleSet && resolveVariant(ruleSet, 'base').variant?.questions[0]
    }
    const head = files().get('rules/base/ruleset.yaml') ?? ''
    const other = files({ 'rules/base/ruleset.yaml': head.replace('maxSteps: 4', 'maxSteps: 5') })
    expect(first(files())).toBe(first(files()))
    expect(first(other)).toEqual(first(files()))
    expect(first(other)).not.toBe(first(files()))
  })
})
