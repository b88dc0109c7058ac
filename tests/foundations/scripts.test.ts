import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { parse } from 'yaml'
import { findChromium } from '../../scripts/lib/chromium.mjs'
import { missingPlatforms } from '../../scripts/lib/missing-platforms.mjs'
import { modulesAreCurrent } from '../../scripts/lib/modules.mjs'

const root = join(import.meta.dirname, '..', '..')
let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'horeca1-scripts-'))
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true, force: true })
})

describe('node modules are installed only when something is not there', () => {
  const lock = (path: string, packages: object): void => {
    mkdirSync(join(folder, path), { recursive: true })
    writeFileSync(join(folder, path, path ? '.package-lock.json' : 'package-lock.json'), JSON.stringify({ packages }))
  }
  test.each([
    { given: 'nothing installed', installed: null, current: false },
    { given: 'what the lock file names', installed: { 'node_modules/zod': { version: '4.0.0' } }, current: true },
    { given: 'an older version', installed: { 'node_modules/zod': { version: '3.0.0' } }, current: false },
    { given: 'another package only', installed: { 'node_modules/yaml': { version: '4.0.0' } }, current: false },
  ])('given $given, then current is $current', ({ installed, current }) => {
    lock('', { '': {}, 'node_modules/zod': { version: '4.0.0' }, 'node_modules/other-platform': { version: '1.0.0', optional: true } })
    if (installed) lock('node_modules', installed)
    expect(modulesAreCurrent(folder)).toBe(current)
  })
})

describe('the browser for the tests is looked for where people have one', () => {
  const program = (name: string): string => {
    const path = join(folder, name)
    writeFileSync(path, '#!/bin/sh\n')
    chmodSync(path, 0o755)
    return path
  }
  test('CHROME_PATH comes first', async () => {
    vi.stubEnv('CHROME_PATH', program('my-chrome'))
    vi.stubEnv('PATH', folder)
    program('chromium')
    expect(await findChromium()).toBe(join(folder, 'my-chrome'))
  })
  test.each(['chromium', 'chromium-browser', 'google-chrome'])('then %s on the PATH', async (name) => {
    vi.stubEnv('CHROME_PATH', '')
    vi.stubEnv('PATH', folder)
    expect(await findChromium()).not.toBe(join(folder, name))
    program(name)
    expect(await findChromium()).toBe(join(folder, name))
  })
  test('a CHROME_PATH that cannot be run is not replaced silently', async () => {
    vi.stubEnv('CHROME_PATH', join(folder, 'nothing'))
    expect(await findChromium()).toBeNull()
  })
})

describe('the last line of .ci/run counts the tests', () => {
  const count = (report: object | null): { status: number | null; stdout: string } => {
    const file = join(folder, 'report.json')
    if (report) writeFileSync(file, JSON.stringify(report))
    const { status, stdout } = spawnSync(process.execPath, [join(root, 'scripts/lib/count-tests.mjs'), file], { encoding: 'utf8' })
    return { status, stdout: stdout.replaceAll(`${folder}/`, '') }
  }
  const file = (status: string, ...tests: string[]): object => ({
    name: join(process.cwd(), 'tests', 'one.test.ts'),
    status,
    message: 'Cannot find module',
    assertionResults: tests.map((one) => ({ status: one, fullName: `a ${one} test`, failureMessages: ['expected 1 to be 2\n    at …'] })),
  })
  test('the short and the long tests are counted together, and a run that left no report is a failure', () => {
    const [short, deep] = ['short.json', 'deep.json'].map((name) => join(folder, name))
    writeFileSync(short ?? '', JSON.stringify({ testResults: [file('passed', 'passed', 'passed')] }))
    const run = (): string =>
      spawnSync(process.execPath, [join(root, 'scripts/lib/count-tests.mjs'), short ?? '', deep ?? ''], { encoding: 'utf8' }).stdout
    expect(run()).toBe(`failed: no report ${deep}\n2 passed, 1 failed, 0 skipped\n`)
    writeFileSync(deep ?? '', JSON.stringify({ testResults: [file('passed', 'passed', 'pending')] }))
    expect(run()).toBe('3 passed, 0 failed, 1 skipped\n')
  })
  test('what this machine lacks is told in the closing line, once', () => {
    const lacking = ['one', 'two'].map((name) => ({ status: 'skipped', fullName: `${name} (skipped: no Java)`, failureMessages: [] }))
    const { stdout, status } = count({
      testResults: [{ ...file('passed', 'passed'), assertionResults: [...lacking, { status: 'passed', fullName: 'it' }] }],
    })
    expect(stdout).toBe('1 passed, 0 failed, 2 skipped (no Java)\n')
    expect(status).toBe(0)
  })
  test.each([
    {
      given: 'two passed, one skipped',
      report: { testResults: [file('passed', 'passed', 'passed', 'pending')] },
      line: '2 passed, 0 failed, 1 skipped',
      status: 0,
    },
    {
      given: 'one failed',
      report: { testResults: [file('failed', 'passed', 'failed')] },
      named: 'failed: tests/one.test.ts > a failed test: expected 1 to be 2\n      at …\n',
      line: '1 passed, 1 failed, 0 skipped',
      status: 1,
    },
    {
      given: 'a file that could not be loaded',
      report: { testResults: [file('passed', 'passed'), file('failed')] },
      named: 'failed: tests/one.test.ts > the file itself: Cannot find module\n',
      line: '1 passed, 1 failed, 0 skipped',
      status: 1,
    },
    { given: 'no test at all', report: { testResults: [] }, line: '0 passed, 0 failed, 0 skipped', status: 1 },
    {
      given: 'no report',
      report: null,
      named: 'failed: no report report.json\n',
      line: '0 passed, 1 failed, 0 skipped',
      status: 1,
    },
  ])('given $given, it says "$line", after what failed', ({ report, named = '', line, status }) => {
    expect(count(report)).toMatchObject({ stdout: `${named}${line}\n`, status })
  })
})

describe('the papers of an open project are in order', () => {
  test('the licence is the complete EUPL 1.2', () => {
    const text = readFileSync(join(root, 'LICENSE'), 'utf8')
    expect(text).toContain('EUROPEAN UNION PUBLIC LICENCE v. 1.2')
    for (let article = 1; article <= 15; article++) expect(text).toMatch(new RegExp(`^(## )?${article}\\.? `, 'm'))
    expect(text).toContain('GNU General Public License (GPL) v. 2, v. 3')
  })

  test('publiccode.yml has every key that version 0.4 asks for, within its limits', () => {
    const code: Record<string, unknown> & {
      description: Record<string, { shortDescription: string; longDescription: string; features: string[] }>
    } = parse(readFileSync(join(root, 'publiccode.yml'), 'utf8'))
    for (const key of [
      'publiccodeYmlVersion',
      'name',
      'url',
      'platforms',
      'developmentStatus',
      'softwareType',
      'description',
      'legal',
      'maintenance',
      'localisation',
    ]) {
      expect(code).toHaveProperty(key)
    }
    expect(code).toMatchObject({
      publiccodeYmlVersion: '0.4',
      legal: { license: 'EUPL-1.2' },
      localisation: { availableLanguages: ['nl', 'en'] },
    })
    for (const { shortDescription, longDescription, features } of Object.values(code.description)) {
      expect(shortDescription.length).toBeLessThanOrEqual(150)
      expect(longDescription.length).toBeGreaterThanOrEqual(150)
      expect(longDescription.length).toBeLessThanOrEqual(10_000)
      for (const feature of features) expect(feature.length).toBeLessThanOrEqual(100)
    }
  })

  test('package.json and publiccode.yml agree on version and licence', () => {
    const { version, license }: { version: string; license: string } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    expect(parse(readFileSync(join(root, 'publiccode.yml'), 'utf8'))).toMatchObject({ softwareVersion: version, legal: { license } })
  })
})

describe('the lock file is whole', () => {
  test('every package that exists per system is in package-lock.json, so npm ci runs on all of them', () => {
    const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
    expect(missingPlatforms(packages)).toEqual([])
    expect(missingPlatforms({ 'node_modules/a': { optionalDependencies: { '@a/darwin-arm64': '1.0.0' } } })).toEqual([
      { path: 'node_modules/@a/darwin-arm64', entry: { version: '1.0.0', os: ['darwin'], cpu: ['arm64'], optional: true } },
    ])
  })

  test('package-lock.json names no registry: npm uses the one of whoever installs', () => {
    expect(readFileSync(join(root, 'package-lock.json'), 'utf8')).not.toContain('"resolved"')
  })
})
