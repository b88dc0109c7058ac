import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'

const root = join(import.meta.dirname, '..', '..')

/** A benchmark is run by hand, now and then: one had been broken for days by an example that grew, and nobody saw. */
test('every benchmark still runs', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'scripts/bench.mjs'), '--json', '--once'], {
    cwd: root,
    env: { ...process.env, HORECA1_SITE: inject('site').folder },
    encoding: 'utf8',
  })
  expect(status, stderr).toBe(0)
  const groups: { group: string; ways: { name: string; samples: number }[] }[] = JSON.parse(stdout)
  expect(groups.length).toBeGreaterThan(10)
  for (const { group, ways } of groups) for (const { name, samples } of ways) expect(samples, `${group}: ${name}`).toBeGreaterThan(0)
})
