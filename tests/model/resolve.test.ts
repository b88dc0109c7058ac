import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { loadRuleSet } from '../../src/model/load.ts'
import { type ResolveOptions, resolveVariant } from '../../src/model/resolve.ts'
import { files, spoiled } from './fixtures/rule-set.ts'

const TOWN = 'rules/municipalities/brinkdam/municipality.yaml'

function resolve(all: ReadonlyMap<string, string>, id = 'brinkdam', options: ResolveOptions = {}) {
  const { ruleSet } = loadRuleSet(all)
  if (!ruleSet) throw new Error('the fixture does not load')
  return resolveVariant(ruleSet, id, options)
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

describe('a variant', () => {
  test('holds the values of the town, and says where each comes from', () => {
    const { variant } = resolve(files())
    expect(variant?.parameters.find(({ id }) => id === 'town.terrace.mode')?.values).toMatchObject([
      { value: 'partOfExploitation', source: 'APV Brinkdam 2.1', origin: { layer: 'brinkdam', file: TOWN, line: 12 } },
    ])
    expect(variant?.layers).toEqual(['base', 'brinkdam'])
  })

  test('is plain JSON, so that it can be shipped as a file', () => {
    const { variant } = resolve(files())
    expect(JSON.parse(JSON.stringify(variant))).toEqual(variant)
  })

  test('puts the newest value first, wherever the clerk wrote it', () => {
    const { files: all } = spoiled(
      'rules/base/fees.yaml',
      '- { amount: 125.50, from: 2025-01-01, source: Legesverordening }',
      '- { amount: 1, from: 2024-01-01 }\n      - { amount: 2, from: 2026-01-01 }\n      - { amount: 3, from: 2025-01-01 }',
    )
    expect(resolve(all, 'base').variant?.fees[0]?.amounts.map(({ from }) => from)).toEqual(['2026-01-01', '2025-01-01', '2024-01-01'])
  })

  test('keeps amounts as they were written', () => {
    expect(resolve(files(), 'base').variant?.fees[0]?.amounts[0]?.amount?.source).toBe('125.50')
  })

  test('of an unknown town names the nearest', () => {
    expect(resolve(files(), 'brinkdan')).toMatchObject({
      variant: null,
      findings: [{ code: 'UNKNOWN_VARIANT', mend: 'Did you mean brinkdam?' }],
    })
  })

  test('that rests on a mistake is not given out, the base still is', () => {
    const { files: all } = spoiled(TOWN, 'name: Brinkdam', 'nam: Brinkdam')
    expect(resolve(all, 'brinkdam').variant).toBeNull()
    expect(resolve(all, 'brinkdam/haven').variant).toBeNull()
    expect(resolve(all, 'base').variant).not.toBeNull()
  })
})

describe('the hash of the content', () => {
  const hash = (all: ReadonlyMap<string, string>) => resolve(all, 'brinkdam', { hash: sha256 }).variant?.ruleSet.hash

  test('is a sha-256', () => {
    expect(hash(files())).toMatch(/^[0-9a-f]{64}$/)
  })

  test('stays the same when lines move or a comment is added', () => {
    const moved = `# a comment\n\n${files().get('rules/base/fees.yaml')}`
    expect(hash(files({ 'rules/base/fees.yaml': moved }))).toBe(hash(files()))
  })

  test('changes with an amount, a text and a condition', () => {
    const all = [
      spoiled('rules/base/fees.yaml', '12.50', '12.60'),
      spoiled('rules/base/tree.yaml', 'Hoe groot', 'Hoe groot is het'),
      spoiled('rules/base/licences.yaml', 'terrace.area > 10', 'terrace.area > 11'),
    ].map((one) => hash(one.files))
    expect(new Set([hash(files()), ...all]).size).toBe(4)
  })
})

describe('expressions', () => {
  test('a mistake is shown with a caret below it', () => {
    const { files: all } = spoiled('rules/base/licences.yaml', 'terrace.area > 10', 'terrace.aera > 10')
    const [finding] = resolve(all, 'base').findings
    expect(finding).toMatchObject({ code: 'FEEL_UNKNOWN_NAME', file: 'rules/base/licences.yaml', line: 17, column: 11 })
    expect(finding?.message.split('\n').slice(1)).toEqual([
      '  terrace.present and terrace.aera > 10',
      `  ${' '.repeat(20)}${'^'.repeat(12)}`,
    ])
  })

  test('of a long line only the part around the mistake is shown', () => {
    const long = `${'terrace.area > 1 and '.repeat(12)}terrace.aera > 2${' and terrace.area > 3'.repeat(12)}`
    const { files: all } = spoiled('rules/base/checks.yaml', 'terrace.area > 500', long)
    const [, line = '', caret = ''] = resolve(all, 'base').findings[0]?.message.split('\n') ?? []
    expect(line.length).toBeLessThan(110)
    expect(line.slice(caret.indexOf('^'), caret.lastIndexOf('^') + 1)).toBe('terrace.aera')
  })

  test.each([
    { where: 'a box of a section per manager reads the person', box: 'value: role.share', to: 'value: person.name', codes: [] },
    { where: 'a box of a section per manager reads the role', box: 'value: role.share', to: 'value: role.share', codes: [] },
    {
      where: 'a box of a plain section cannot read a person',
      box: 'value: terrace.large',
      to: 'value: person.name',
      codes: ['FEEL_UNKNOWN_NAME'],
    },
  ])('$where', ({ box, to, codes }) => {
    const { files: all } = spoiled('forms/terrace.yaml', box, to)
    const errors = resolve(all, 'base').findings.filter(({ severity }) => severity === 'error')
    expect(errors.map(({ code }) => code.replace('FEEL_TYPE', 'FEEL_UNKNOWN_NAME'))).toEqual(codes)
  })

  test('an expression of the town that names what the town removed says who removed it or what is near', () => {
    const { files: all, line } = spoiled(TOWN, 'at: checks/terrace.size', 'at: questions/terrace.large')
    const errors = resolve(all).findings.filter(({ severity }) => severity === 'error')
    expect(errors.map(({ code }) => code)).toEqual(['LOCKED'])
    expect(errors[0]?.line).toBe(line)
  })

  test('a step that still asks what the town removed names the line of the removal', () => {
    const { files: all, line } = spoiled(TOWN, 'at: checks/terrace.size', 'at: questions/terrace.present')
    const left = resolve(all).findings.filter(({ code }) => code === 'UNKNOWN_REFERENCE')
    expect(left).toMatchObject([{ file: TOWN, line, message: expect.stringContaining('rules/base/tree.yaml:') }])
  })
})

describe('a rule that needs its own outcome', () => {
  const cyclic = (all: ReadonlyMap<string, string>) => resolve(all, 'base').findings.filter(({ code }) => code === 'CYCLIC_RULE')

  test('a verdict that asks for itself', () => {
    const [finding, ...more] = cyclic(
      spoiled('rules/base/licences.yaml', 'when: activity.alcohol = "onSite"', 'when: verdict("alcohol") = "needed"').files,
    )
    expect(finding?.message).toBe('verdict("alcohol") needs its own outcome: verdict("alcohol") → verdict("alcohol").')
    expect(finding).toMatchObject({ file: 'rules/base/licences.yaml', line: 28 })
    expect(more).toEqual([])
  })

  test('a verdict through a derived fact and an extra', () => {
    const all = spoiled('rules/base/licences.yaml', 'when: activity.alcohol = "onSite"', 'when: terrace.large').files
    all.set(
      'rules/base/questions/plan.yaml',
      (all.get('rules/base/questions/plan.yaml') ?? '').replace('derived: terrace.area > 50', 'derived: verdict("lateHours") = "ask"'),
    )
    const [finding, ...more] = cyclic(all)
    for (const name of ['terrace.large', 'verdict("lateHours")', 'verdict("alcohol")']) expect(finding?.message).toContain(name)
    expect(more).toEqual([])
  })

  test('an alias whose roles depend on who has them', () => {
    const { files: all } = spoiled(
      'rules/base/collections.yaml',
      '- roles: [owner]',
      '- when: applicant.name = "x"\n        roles: [owner]',
    )
    expect(cyclic(all).map(({ file }) => file)).toEqual(['rules/base/collections.yaml'])
  })

  test('facts that need each other only through what they show at first are no circle', () => {
    const { files: all } = spoiled('rules/base/questions/plan.yaml', 'unit: m²', 'unit: m²\n    prefill: terrace.area + 1')
    expect(cyclic(all)).toEqual([])
  })
})

describe('notes', () => {
  // without what the law on Bibob says of every rule set with a list of before 2024: tests/rules/bibob-law.deep.test.ts holds that
  const notes = (all: ReadonlyMap<string, string>, date: string | undefined, id = 'brinkdam') =>
    resolve(all, id, date === undefined ? {} : { date })
      .findings.filter(({ code, severity }) => severity === 'note' && !code.startsWith('BIBOB_'))
      .map(({ code, file, line }) => `${code} ${file.split('/').at(-1)}:${line}`)

  test('an amount nobody gave is noted', () => {
    expect(notes(files(), '2026-06-01')).toEqual(['UNKNOWN_VALUE municipality.yaml:22'])
  })

  test.each([
    { date: '2025-12-31', expected: [] },
    { date: '2026-01-01', expected: ['STALE fees.yaml:8'] },
    { date: undefined, expected: [] },
  ])('on $date a tariff of 2025 is noted as $expected', ({ date, expected }) => {
    expect(notes(files(), date, 'base').filter((note) => note.includes('STALE'))).toEqual(expected)
  })

  test('a tariff that says it still holds is not stale', () => {
    const { files: all } = spoiled('rules/base/fees.yaml', 'from: 2025-01-01', 'from: 2025-01-01, until: 2026-12-31')
    expect(notes(all, '2026-06-01', 'base')).toEqual([])
  })

  test('what was not read in its source is noted at the line that says so', () => {
    const { files: all, line } = spoiled('rules/base/documents.yaml', '    per: managers\n', '    per: managers\n    unverified: true\n')
    expect(notes(all, undefined, 'base')).toEqual([`UNVERIFIED documents.yaml:${line + 1}`])
  })

  test('a value the town must give itself is noted until it does', () => {
    const { files: all } = spoiled(
      'rules/base/ruleset.yaml',
      'label: { nl: Terras, en: Terrace }',
      'label: { nl: Terras, en: Terrace }\n    local: must',
    )
    const second = spoiled(
      'rules/base/ruleset.yaml',
      'label: { nl: Weken, en: Weeks }',
      'label: { nl: Weken, en: Weeks }\n    local: must',
    ).files
    expect(notes(all, '2026-06-01').filter((note) => note.includes('ruleset'))).toEqual([])
    expect(notes(second, '2026-06-01').filter((note) => note.includes('ruleset'))).toEqual(['UNKNOWN_VALUE ruleset.yaml:28'])
  })
})
