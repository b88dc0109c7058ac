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

  test('towns with the same boxes share the section, the form and the list; what one changes, it has for itself', () => {
    const label = change('forms/screening/sections/a/boxes/1', '{ label: { nl: Naam, en: Name } }')
    const { base, town: plain } = both(NEW_QUESTION)
    expect(plain.variant?.forms).toBe(base.forms)
    expect(plain.variant?.checks).toBe(base.checks)
    expect(plain.variant?.questions).not.toBe(base.questions)
    const form = base.forms[0]
    const section = form?.sections[0]
    const at = `forms/${form?.id}/sections/${section?.id}/boxes/${section?.boxes[0]?.nr}`
    const { town } = both(label.replace('forms/screening/sections/a/boxes/1', at))
    const other = town.variant?.forms[0]
    expect(other?.sections[0]?.boxes[0]?.label).toEqual({ nl: 'Naam', en: 'Name' })
    expect(other?.sections[0]).not.toBe(section)
    expect(section?.boxes[0]?.label).not.toEqual({ nl: 'Naam', en: 'Name' })
    expect(other?.sections[1]).toBe(form?.sections[1])
    expect(town.variant?.forms.slice(1)).toEqual(base.forms.slice(1))
  })

  // what is remembered of the base must never hide a mistake of a town
  test.each([
    change('questions/terrace.area', '{ derived: terrace.large }'),
    change('questions/terrace.area', '{ label: { nl: Welke kleur, en: Which colour } }') + NEW_QUESTION,
    NEW_QUESTION.replaceAll('Welke kleur', 'Welke geur') +
      NEW_QUESTION.replace('furniture.colour', 'furniture.smell').replaceAll('Welke kleur', 'Welke geur'),
    change('questions/terrace.present', '{ optional: true }'),
    change('questions/terrace.present', '{ when: terrace.area > 3 }'),
    '  - op: remove\n    at: questions/terrace.present\n    why: No such thing here\n',
  ])('a mistake is found after the base as well as alone: %s', (changes) => {
    const text = (end: string) =>
      new Map(
        [
          ...files({
            [TOWN]: `schema: 1\nid: brinkdam\nname: Brinkdam\nextends: base\nchanges:\n${changes}`,
            'rules/municipalities/brinkdam/districts/haven.yaml': null,
          }),
        ].map(([file, written]) => [file, `${written}\n# ${end}\n`]),
      )
    const told = (all: ReadonlyMap<string, string>, before: readonly string[]) => {
      const { ruleSet, findings } = loadRuleSet(all)
      if (!ruleSet) throw new Error('no rule set')
      for (const id of before) resolveVariant(ruleSet, id)
      return [findings, resolveVariant(ruleSet, 'brinkdam').findings]
    }
    const alone = told(text(`alone ${changes.length}`), [])
    expect(told(text(`after ${changes.length}`), ['base'])).toEqual(alone)
    expect(alone.flat().length).toBeGreaterThan(0)
  })
})
