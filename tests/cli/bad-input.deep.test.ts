import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { file, folder, horeca1, mistyped } from './terminal.ts'

const NO_STACK = /^\s+at .+\(|node:internal|\.ts:\d+:\d+\)$/m
const answers = (more: Record<string, unknown>) => ({ schema: 1, variant: 'voorbeeld', ...more })

describe('a bad answer file is refused with place and mend', () => {
  test.each([
    { why: 'is no JSON', content: '{ "schema": 1, "variant": ', code: 'BAD_YAML', line: 1 },
    { why: 'has another schema', content: { schema: 2, variant: 'voorbeeld' }, code: 'BAD_SHAPE', line: 2 },
    { why: 'has an unknown part', content: answers({ anwsers: {} }), code: 'BAD_SHAPE', line: 4 },
    {
      why: 'answers an unknown question',
      content: answers({ answers: { 'activity.alcohool': 'none' } }),
      code: 'ANSWER_UNKNOWN_QUESTION',
      line: 5,
      mend: 'activity.alcohol',
    },
    {
      why: 'gives an unknown option',
      content: answers({ answers: { 'activity.alcohol': 'onsite' } }),
      code: 'ANSWER_UNKNOWN_OPTION',
      line: 5,
      mend: 'onSite',
    },
    {
      why: 'gives text for a yes-no question',
      content: answers({ answers: { 'activity.shisha': 'nee' } }),
      code: 'ANSWER_TYPE',
      line: 5,
      mend: 'true of false',
    },
    {
      why: 'gives cents with a fraction',
      content: answers({ answers: { 'financing.equity.amount': 12.5 } }),
      code: 'ANSWER_VALUE',
      line: 5,
      mend: '1250',
    },
    {
      why: 'has a day that does not exist',
      content: answers({ answers: { 'application.startDate': '2026-02-30' } }),
      code: 'ANSWER_VALUE',
      line: 5,
      mend: '2026-05-01',
    },
    {
      why: 'answers a computed fact',
      content: answers({ collections: { people: [{ id: 'p1', 'person.ageAtStart': 30 }] } }),
      code: 'ANSWER_UNKNOWN_QUESTION',
      line: 8,
    },
    {
      why: 'has an unknown list',
      content: answers({ collections: { poeple: [] } }),
      code: 'ANSWER_UNKNOWN_COLLECTION',
      line: 5,
      mend: 'people',
    },
    {
      why: 'has an unknown role',
      content: answers({ collections: { people: [{ id: 'p1', roles: ['manger'] }] } }),
      code: 'ANSWER_UNKNOWN_OPTION',
      line: 9,
      mend: 'manager',
    },
    {
      why: 'uses a row id twice',
      content: answers({ collections: { people: [{ id: 'p1' }, { id: 'p1' }] } }),
      code: 'ANSWER_DUPLICATE_ROW',
      line: 10,
    },
    {
      why: 'points at nobody',
      content: answers({ collections: { people: [{ id: 'p1', roles: [{ role: 'shareholder', of: 'c9' }] }] } }),
      code: 'ANSWER_UNKNOWN_ROW',
      line: 11,
    },
    { why: 'marks an unknown list complete', content: answers({ complete: ['peopel'] }), code: 'ANSWER_UNKNOWN_COLLECTION', line: 5 },
    {
      why: 'attaches an unknown document',
      content: answers({ attachments: [{ document: 'floorplan', later: true }] }),
      code: 'UNKNOWN_REFERENCE',
      line: 6,
      mend: 'floorPlan',
    },
    {
      why: 'has a prototype key',
      content: '{ "schema": 1, "variant": "voorbeeld",\n "answers": { "__proto__": { "polluted": true } } }',
      code: 'FORBIDDEN_KEY',
      line: 2,
    },
    {
      why: 'has a key twice',
      content: '{ "schema": 1, "variant": "voorbeeld",\n "answers": { "activity.shisha": true,\n "activity.shisha": false } }',
      code: 'DUPLICATE_KEY',
      line: 3,
    },
    { why: 'is 20 MB', content: 'a: 1\n'.repeat(4_200_000), code: 'FILE_TOO_LARGE', line: 1 },
  ])('when it $why', async ({ content, code, line, mend }) => {
    const { cwd, name } = file('answers.json', content)
    const result = await horeca1(cwd, 'assess', '--answers', name)
    expect(result.code).toBe(1)
    expect(result.err).toContain(`answers.json:${line}:`)
    expect(result.err).toContain(`[${code}]`)
    if (mend) expect(result.err).toContain(mend)
    expect(result.err).not.toMatch(NO_STACK)
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })

  test('all mistakes are told in one run', async () => {
    const { cwd, name } = file(
      'answers.json',
      answers({ answers: { 'activity.alcohool': 'none', 'activity.shisha': 'x' }, complete: ['nothing'] }),
    )
    const { err } = await horeca1(cwd, 'assess', '--answers', name)
    expect(err.trim().split('\n')).toHaveLength(3)
  })

  test('a missing file is said in one line', async () => {
    const result = await horeca1(folder(), 'assess', '--answers', 'nowhere.json')
    expect(result).toMatchObject({ code: 1 })
    expect(result.err).toMatch(/^nowhere\.json:1:1: .*UNREADABLE_FILE\]\n$/)
  })

  test('no packet is left behind', async () => {
    const { cwd, name } = file('answers.json', answers({ answers: { 'activity.alcohol': 'maybe' } }))
    expect((await horeca1(cwd, 'packet', '--answers', name, '--out', 'packet.pdf')).code).toBe(1)
    expect(existsSync(join(cwd, 'packet.pdf'))).toBe(false)
  })
})

describe('wrong use is said in one line and exits 2', () => {
  test.each([
    { args: ['asses'], says: 'Did you mean assess?' },
    { args: ['assess'], says: '--answers is missing' },
    { args: ['assess', '--answer', 'x'], says: 'Did you mean --answers?' },
    { args: ['graph'], says: '--variant is missing' },
    { args: ['graph', '--variant', 'amsterdam', '--format', 'png'], says: 'svg or mermaid' },
    { args: ['graph', '--variant', 'amsterdm'], says: 'Did you mean amsterdam?' },
    { args: ['check', '--variant', 'nergens'], says: 'UNKNOWN_VARIANT' },
    { args: ['check', '--date', '2026-13-01'], says: '--date takes a day that exists' },
    { args: ['check', '--lang', 'fr'], says: 'nl or en' },
    { args: ['check', '--rules', '.'], says: 'expected a folder with rules/base and forms' },
    { args: ['__proto__'], says: 'there is no command' },
    { args: ['constructor'], says: 'there is no command' },
  ])('$args', async ({ args, says }) => {
    const result = await horeca1(folder(), ...args)
    expect(result.code).toBe(2)
    expect(result.err).toContain(says)
    expect(result.err).not.toMatch(NO_STACK)
  })

  test('an answer file for a town that does not exist', async () => {
    const { cwd, name } = file('answers.json', { schema: 1, variant: 'voorbeld' })
    const result = await horeca1(cwd, 'assess', '--answers', name)
    expect(result).toMatchObject({ code: 2 })
    expect(result.err).toContain('Did you mean voorbeeld?')
  })
})

describe('a bad rule set is refused with place and mend', () => {
  test.each([
    {
      why: 'a town extends itself in a circle',
      path: 'rules/municipalities/voorbeeld/municipality.yaml',
      change: (text: string) => text.replace(/^extends: .*/m, 'extends: voorbeeld'),
      code: 'CYCLIC_EXTENDS',
    },
    {
      why: 'a town extends nothing that exists',
      path: 'rules/municipalities/voorbeeld/municipality.yaml',
      change: (text: string) => text.replace(/^extends: .*/m, 'extends: bese'),
      code: 'UNKNOWN_LAYER',
    },
    {
      why: 'a rule needs its own verdict',
      path: 'rules/base/licences.yaml',
      change: (text: string) => text.replace(/when: .*/, `when: 'verdict("alcohol") = "needed"'`),
      code: 'CYCLIC_RULE',
    },
    {
      why: 'a condition names an unknown question',
      path: 'rules/base/tree.yaml',
      change: (text: string) => text.replace(/when: .*/, 'when: \'activity.alcohool = "none"\''),
      code: 'FEEL_UNKNOWN_NAME',
    },
    { why: 'a form is 20 MB', path: 'forms/terrace.yaml', change: () => 'a: 1\n'.repeat(4_200_000), code: 'FILE_TOO_LARGE' },
  ])('when $why', async ({ path, change, code }) => {
    const rules = mistyped(path, change)
    // found while the files are read: proving every town would say the same, a minute later
    const result = await horeca1(rules, 'check', '--rules', rules, '--variant', 'base')
    expect(result.code).toBe(1)
    expect(result.err).toContain(`[${code}]`)
    expect(result.err).toMatch(new RegExp(`^${path.replaceAll('.', '\\.')}:\\d+:\\d+`, 'm'))
    expect(result.err).not.toMatch(NO_STACK)
  })

  test('a folder that cannot be read as PDF is no packet', async () => {
    const cwd = folder()
    mkdirSync(join(cwd, 'packet.pdf'))
    expect((await horeca1(cwd, 'read', 'packet.pdf')).code).toBe(1)
    writeFileSync(join(cwd, 'text.pdf'), 'no pdf')
    const result = await horeca1(cwd, 'read', 'text.pdf')
    expect(result.code).toBe(1)
    expect(result.err).not.toMatch(NO_STACK)
  })
})
