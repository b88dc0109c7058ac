import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { UpgradeJson } from '../../src/model/schema/upgrade-json.ts'
import { files } from '../model/fixtures/rule-set.ts'
import { folder, horeca1 } from './terminal.ts'

// `new`, `upgrade` and --from as a clerk uses them, on a small rule set in a folder of its own

const TOWN = 'rules/municipalities/zandwijk/municipality.yaml'
const HEAD = 'schema: 1\nid: zandwijk\nname: Zandwijk\nextends: base\nbasedOn: 2026.1.0\n'
const WEEKS = 'parameters:\n  - { id: town.terrace.decisionWeeks, values: [{ value: 10, source: APV }] } # raad 2026\n'

/** A project in a folder, with these files more or other. */
function project(changes: Readonly<Record<string, string>> = {}): string {
  const root = folder()
  for (const [file, text] of files(changes)) {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), text)
  }
  return root
}
const read = (root: string, file = TOWN): string => readFileSync(join(root, file), 'utf8')
const textOf = (file: string): string => files().get(file) ?? ''
/** The base a year later: another term, with its reason. */
const LATER = {
  'rules/base/ruleset.yaml': textOf('rules/base/ruleset.yaml').replace('2026.1.0', '2027.1.0').replace('value: 8', 'value: 6'),
  'rules/base/changelog.yaml':
    'schema: 1\nversions:\n  - version: 2027.1.0\n    on: 2027-01-01\n    changes:\n      - at: parameters/town.terrace.decisionWeeks\n        why: { nl: De wet kortte de termijn in., en: The act shortened it. }\n        source: Stb. 2026, 1\n',
}
function committed(root: string): string {
  const git = (...args: string[]): void => {
    execFileSync('git', ['-C', root, '-c', 'user.name=t', '-c', 'user.email=t@example.nl', ...args], { stdio: 'ignore' })
  }
  git('init', '-q')
  git('add', '-A')
  git('commit', '-qm', 'before')
  return root
}

describe('new municipality', () => {
  test('writes a file that is read, says what has to be decided, and never writes over one', async () => {
    const root = project()
    const { code, out } = await horeca1(root, 'new', 'municipality', "'s-Hertogenbosch", '--rules', '.')
    expect(code).toBe(0)
    const file = 'rules/municipalities/s-hertogenbosch/municipality.yaml'
    expect(out).toContain(`Gemaakt: ${file}, op versie 2026.1.0 van de basis.`)
    expect(out).toMatch(/^ {2}1\. .+: uw eigen website$/m)
    const made = read(root, file)
    expect(made).toContain(`name: "'s-Hertogenbosch"`)
    const again = await horeca1(root, 'new', 'municipality', "'s-Hertogenbosch", '--rules', '.')
    expect([again.code, again.err]).toEqual([2, expect.stringContaining(`is er al: ${file}. Er is niets veranderd.`)])
    expect(read(root, file)).toBe(made)
    const silent = await horeca1(root, 'upgrade', '--variant', 's-hertogenbosch', '--rules', '.')
    expect(silent).toEqual({ code: 0, out: '', err: '' })
  })

  test.each([
    [['new'], 'new municipality NAAM'],
    [['new', 'district', 'x'], 'new municipality NAAM'],
    [['new', 'municipality'], 'de naam van de gemeente ontbreekt'],
    [['new', 'municipality', '../../etc'], 'rules/municipalities/etc/municipality.yaml'],
    [['new', 'municipality', '2030'], 'kan geen naam van een map worden gemaakt'],
    [['new', 'municipality', 'base'], 'kan geen naam van een map worden gemaakt'],
    [['new', 'municipality', 'Brinkdam'], 'is er al: rules/municipalities/brinkdam/'],
    [['new', 'municipality', 'Zandwijk', '--from', 'brinkdm'], 'Did you mean brinkdam?'],
    [['new', 'municipality', 'Zandwijk', '--from', 'brinkdam/haven'], 'Noem een gemeente, zoals brinkdam'],
    [['new', 'municipality', 'Zandwijk', '--form', 'base'], 'Did you mean --from?'],
  ])('%j', async (args, says) => {
    const { code, out, err } = await horeca1(project(), ...args, '--rules', '.')
    expect(out + err).toContain(says)
    // a name with odd signs is made into a folder of ours, whatever it says
    expect(code).toBe(says.startsWith('rules/') ? 0 : 2)
  })
})

describe('upgrade', () => {
  const town = HEAD + WEEKS
  test('tells what conflicts with all three values and their places, and why the base changed', async () => {
    const older = project({ [TOWN]: town })
    const { code, out } = await horeca1(
      project({ ...LATER, [TOWN]: town }),
      'upgrade',
      '--variant',
      'zandwijk',
      '--from',
      older,
      '--rules',
      '.',
    )
    expect(code).toBe(1)
    expect(out).toContain('Te beslissen (1)')
    expect(out).toMatch(/was +8 {2}rules\/base\/ruleset\.yaml:\d+/)
    expect(out).toMatch(/basis nu 6 {2}rules\/base\/ruleset\.yaml:\d+/)
    expect(out).toContain(`bij u    10  ${TOWN}:7`)
    expect(out).toContain('Waarom: De wet kortte de termijn in. [Stb. 2026, 1]')
  })

  test('--write waits until a person decided, and then changes one line only', async () => {
    const older = project({ [TOWN]: town })
    const root = project({ ...LATER, [TOWN]: town })
    const refused = await horeca1(root, 'upgrade', '--variant', 'zandwijk', '--from', older, '--rules', '.', '--write')
    expect([refused.code, read(root)]).toEqual([1, town])
    expect(refused.out).toContain('eerst beslissen')
    const free =
      HEAD.replace('basedOn: 2026.1.0', 'basedOn: 2026.1.0 # gemaakt in maart') +
      WEEKS.replace('decisionWeeks', 'mode').replace('10', 'separate')
    writeFileSync(join(root, TOWN), free)
    const written = await horeca1(root, 'upgrade', '--variant', 'zandwijk', '--from', older, '--rules', '.', '--write')
    expect([written.code, read(root)]).toEqual([0, free.replace('basedOn: 2026.1.0', 'basedOn: 2027.1.0')])
  })

  test('a town that says nothing upgrades without a word, and notes the version', async () => {
    const older = project({ [TOWN]: HEAD })
    const root = project({ ...LATER, [TOWN]: HEAD })
    const run = await horeca1(root, 'upgrade', '--variant', 'zandwijk', '--from', older, '--rules', '.', '--write')
    expect(run).toEqual({ code: 0, out: '', err: '' })
    expect(read(root)).toBe(HEAD.replace('2026.1.0', '2027.1.0'))
  })

  test('finds the base of before in git by the version that the town names', async () => {
    const root = committed(project({ [TOWN]: town }))
    for (const [file, text] of Object.entries(LATER)) writeFileSync(join(root, file), text)
    const { code, out } = await horeca1(root, 'upgrade', '--variant', 'zandwijk', '--rules', '.')
    expect([code, out]).toEqual([1, expect.stringContaining('Te beslissen (1)')])
    const revision = await horeca1(root, 'upgrade', '--variant', 'zandwijk', '--rules', '.', '--from', 'HEAD', '--json')
    expect(UpgradeJson.parse(JSON.parse(revision.out)).conflicts).toHaveLength(1)
  })

  test('who gives the base out sees which difference has no reason', async () => {
    const older = project()
    const explained = await horeca1(project(LATER), 'upgrade', '--variant', 'base', '--from', older, '--rules', '.')
    expect([explained.code, explained.out]).toEqual([0, expect.stringContaining('De wet kortte de termijn in.')])
    const fees = textOf('rules/base/fees.yaml').replace('125.50', '150.00')
    const other = await horeca1(
      project({ ...LATER, 'rules/base/fees.yaml': fees }),
      'upgrade',
      '--variant',
      'base',
      '--from',
      older,
      '--rules',
      '.',
    )
    expect([other.code, other.out]).toEqual([1, expect.stringContaining('De basis noemt geen reden.')])
  })

  test.each([
    [['upgrade'], 2, '--variant ontbreekt'],
    [['upgrade', '--variant', 'zandwik'], 2, 'Did you mean zandwijk?'],
    [['upgrade', '--variant', 'brinkdam/haven'], 2, 'upgrade --variant brinkdam'],
    [['upgrade', '--variant', 'zandwijk'], 2, 'git kent geen versie 2026.1.0'],
    [['upgrade', '--variant', 'brinkdam'], 2, 'zegt niet op welke versie'],
    [['upgrade', '--variant', 'zandwijk', '--from', 'nergens'], 2, 'er is geen map met die naam'],
    [['upgrade', '--variant', 'zandwijk', '--from', 'rules'], 2, 'geen rules/base en forms'],
    // comparing with the base of today would find no conflict at all
    [['upgrade', '--variant', 'zandwijk', '--from', '.'], 2, 'is gemaakt op 2026.1.0'],
  ])('%j is told with the mend', async (args, status, says) => {
    const { code, err, out } = await horeca1(project({ ...LATER, [TOWN]: town }), ...args, '--rules', '.')
    expect([code, out]).toEqual([status, ''])
    expect(err).toContain(says)
  })

  test('a town whose YAML is broken is told with file and line', async () => {
    const { code, err } = await horeca1(
      project({ ...LATER, [TOWN]: `${HEAD}parameters:\n\t- { id: x }\n` }),
      'upgrade',
      '--variant',
      'zandwijk',
      '--from',
      project(),
      '--rules',
      '.',
    )
    expect([code, err]).toEqual([1, expect.stringMatching(/zandwijk\/municipality\.yaml:7:\d+.*\[BAD_YAML\]/)])
  })

  test('a base of before that cannot be used is told as that', async () => {
    const older = project({ 'rules/base/ruleset.yaml': 'schema: 1\n' })
    const { code, err } = await horeca1(
      project({ ...LATER, [TOWN]: town }),
      'upgrade',
      '--variant',
      'zandwijk',
      '--from',
      older,
      '--rules',
      '.',
    )
    expect([code, err]).toEqual([2, expect.stringContaining('dit programma kan met die regels niet rekenen')])
  })
})
