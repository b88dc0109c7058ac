import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..', '..')
/** Those in a browser take minutes, and go through pages that other tests go through. */
const IN_BROWSER = ['packet-asked-for.bench.ts', 'packet-in-chromium.bench.ts', 'page-in-chromium.bench.ts']

/** A benchmark is run by hand, now and then: one had been broken for days by an example that grew, and nobody saw. */
test('every benchmark that needs no browser still runs', () => {
  const files = readdirSync(join(root, 'bench')).filter((file) => file.endsWith('.bench.ts'))
  expect(files).toEqual(expect.arrayContaining(IN_BROWSER))
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      join(root, 'scripts/bench.mjs'),
      '--json',
      '--once',
      ...files.filter((file) => !IN_BROWSER.includes(file)).map((file) => `bench/${file}`),
    ],
    { cwd: root, encoding: 'utf8' },
  )
  expect(status, stderr).toBe(0)
  const groups: { group: string; ways: { name: string; samples: number }[] }[] = JSON.parse(stdout)
  expect(groups.length).toBeGreaterThan(9)
  for (const { group, ways } of groups) for (const { name, samples } of ways) expect(samples, `${group}: ${name}`).toBeGreaterThan(0)
})
