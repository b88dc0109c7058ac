import { describe, expect, test } from 'vitest'
import { loadRuleSet } from '../../src/model/load.ts'
import { files, spoiled } from './fixtures/rule-set.ts'

const TOWN = 'rules/municipalities/brinkdam/municipality.yaml'
const DISTRICT = 'rules/municipalities/brinkdam/districts/haven.yaml'
/** Without the notes that stand on every rule set with a Bibob list of before 2024; tests/rules/bibob-law.deep.test.ts holds those. */
const load = (all: ReadonlyMap<string, string>) => {
  const { ruleSet, findings } = loadRuleSet(all)
  return { ruleSet, findings: findings.filter(({ code, severity }) => severity !== 'note' || !code.startsWith('BIBOB_')) }
}
const brief = (all: ReadonlyMap<string, string>) => load(all).findings.map(({ code, file, line }) => `${code} ${file}:${line}`)

describe('which files belong to a rule set', () => {
  test('examples are listed, not read', () => {
    expect(load(files()).ruleSet?.examples).toEqual(['rules/base/examples/first.yaml'])
  })

  test('a data file in a place of its own is not read, and says so', () => {
    expect(brief(files({ 'rules/base/question/plan.yaml': 'schema: 1\n' }))).toEqual(['UNREADABLE_FILE rules/base/question/plan.yaml:1'])
  })

  test('pictures and notes beside the rules are left alone', () => {
    expect(brief(files({ 'rules/municipalities/brinkdam/mark.svg': '<svg/>', 'rules/README.md': '# x' }))).toEqual([])
  })

  test('a missing tree is an error', () => {
    expect(brief(files({ 'rules/base/tree.yaml': null }))).toContain('UNREADABLE_FILE rules/base/tree.yaml:1')
  })

  test('without ruleset.yaml there is no rule set', () => {
    expect(load(files({ 'rules/base/ruleset.yaml': null })).ruleSet).toBeNull()
  })

  test('nothing at all is a finding, not a crash', () => {
    expect(load(new Map()).findings.length).toBeGreaterThan(0)
  })

  test('a form of the town is added by its town only', () => {
    const own = files({
      'rules/municipalities/brinkdam/forms/chairs.yaml': (files().get('forms/screening.yaml') ?? '').replace('id: screening', 'id: chairs'),
    })
    const { ruleSet, findings } = load(own)
    expect(findings).toEqual([])
    expect(ruleSet?.base.forms.map(({ id }) => id)).not.toContain('chairs')
    expect(ruleSet?.layers.get('brinkdam')?.forms.map(({ id }) => id)).toEqual(['chairs'])
  })

  test('a form of the town may not have the id of a form of the base', () => {
    const own = files({ 'rules/municipalities/brinkdam/forms/screening.yaml': files().get('forms/screening.yaml') ?? '' })
    expect(brief(own)).toEqual(['DUPLICATE_ID rules/municipalities/brinkdam/forms/screening.yaml:2'])
  })
})

describe('layers that extend each other', () => {
  const other = (id: string, above: string) => `schema: 1\nid: ${id}\nname: X\nextends: ${above}\n`

  test('a circle of two towns is named once for each, and neither is given out', () => {
    const { ruleSet, findings } = load(
      files({
        'rules/municipalities/a/municipality.yaml': other('a', 'b'),
        'rules/municipalities/b/municipality.yaml': other('b', 'a'),
      }),
    )
    expect(findings.map(({ code, line, message }) => ({ code, line, message }))).toEqual([
      { code: 'CYCLIC_EXTENDS', line: 4, message: 'Layers extend each other in a circle: a → b → a.' },
      { code: 'CYCLIC_EXTENDS', line: 4, message: 'Layers extend each other in a circle: b → a → b.' },
    ])
    expect([...(ruleSet?.layers.keys() ?? [])]).toEqual(['brinkdam', 'brinkdam/haven', 'brinkdam/haven/kade'])
  })

  test('a town that extends itself is a circle', () => {
    expect(brief(files({ 'rules/municipalities/a/municipality.yaml': other('a', 'a') }))).toEqual([
      'CYCLIC_EXTENDS rules/municipalities/a/municipality.yaml:4',
    ])
  })

  test('a town may extend another town', () => {
    const { ruleSet, findings } = load(files({ 'rules/municipalities/a/municipality.yaml': other('a', 'brinkdam') }))
    expect(findings).toEqual([])
    expect(ruleSet?.layers.get('a')?.extends).toBe('brinkdam')
  })
})

describe('all mistakes in one run', () => {
  test('mistakes of shape, of reference and of change are reported together', () => {
    const all = files({
      'rules/base/tree.yaml': spoiled('rules/base/tree.yaml', 'after: aim', 'after: aims').files.get('rules/base/tree.yaml') ?? '',
      'rules/base/checks.yaml':
        spoiled('rules/base/checks.yaml', 'severity: block', 'severity: 7').files.get('rules/base/checks.yaml') ?? '',
      [DISTRICT]: spoiled(DISTRICT, 'rules/large', 'rules/larg').files.get(DISTRICT) ?? '',
    })
    expect(brief(all)).toEqual(
      ['UNKNOWN_REFERENCE rules/base/tree.yaml:12', 'BAD_SHAPE rules/base/checks.yaml:4', `BAD_CHANGE ${DISTRICT}:10`].toSorted((a, b) =>
        a.slice(a.indexOf(' ')) < b.slice(b.indexOf(' ')) ? -1 : 1,
      ),
    )
  })

  test('five mistakes in one file are five findings', () => {
    const text = (files().get('rules/base/advice.yaml') ?? '')
      .replace('group: register', 'group: registry')
      .replace('{ nl: KVK, en: Chamber of commerce }', 'KVK')
      .replace('core: 1', 'core: first')
      .replace('due:', 'deu:')
      .replace('when: terrace.present', 'when: [a]')
    expect(brief(files({ 'rules/base/advice.yaml': text })).map((one) => one.replace('rules/base/advice.yaml:', ''))).toEqual([
      'BAD_SHAPE 4',
      'BAD_SHAPE 5',
      'BAD_SHAPE 7',
      'BAD_SHAPE 8',
      'BAD_SHAPE 13',
    ])
  })

  test('an item with a mistake is not missed a second time where others name it', () => {
    const { files: all } = spoiled('rules/base/questions/plan.yaml', '    type: area\n', '    type: [area]\n')
    expect(brief(all)).toEqual(['BAD_SHAPE rules/base/questions/plan.yaml:25'])
  })

  test('a mistake in one town leaves the base and other towns usable', () => {
    const { files: all } = spoiled(TOWN, 'name: Brinkdam', 'name: [Brinkdam]')
    all.set('rules/municipalities/a/municipality.yaml', 'schema: 1\nid: a\nname: A\nextends: base\n')
    const { ruleSet } = load(all)
    expect([...(ruleSet?.broken ?? [])]).toEqual(['brinkdam'])
    expect(ruleSet?.layers.has('a')).toBe(true)
  })

  test('a town that cannot be read is one finding, not also one for each of its districts', () => {
    expect(brief(files({ [TOWN]: 'id: "brinkdam\n' })).map((one) => one.split(' ')[0])).toEqual(['BAD_YAML'])
  })
})
