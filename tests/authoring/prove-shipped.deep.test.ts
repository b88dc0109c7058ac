import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { treeKey } from '../../src/authoring/prove/reads.ts'
import { proveTree } from '../../src/authoring/prove/tree.ts'
import { compileAll } from '../../src/build/read-rules.ts'
import { formatFinding } from '../../src/model/findings/finding.ts'

const TODAY = '2026-05-01'

describe('the tree that ships', () => {
  const { variants } = compileAll(join(import.meta.dirname, '..', '..'), TODAY)

  test('is there for every town', () => {
    expect(variants.length).toBeGreaterThanOrEqual(4)
  })

  // towns that differ in nothing the tree reads share one proof, as in check
  const trees = [...new Map(variants.map((variant) => [treeKey(variant), variant])).values()]

  test.each(trees)('ends in $id on every path with a verdict on everything, and asks nothing in vain', (variant) => {
    const proof = proveTree(variant, TODAY)
    expect(proof.findings.map(formatFinding)).toEqual([])
    expect(proof.longest).toBeLessThanOrEqual(variant.maxSteps)
    // Too many to walk one by one, so that only merging makes this a matter of seconds.
    expect(proof.paths).toBeGreaterThan(10n ** 14n)
    expect(proof.mergedStates).toBeLessThan(100_000)
    const represented = proof.perLicence.map(({ verdicts }) => Object.values(verdicts).reduce((sum, count) => sum + count, 0n))
    expect(new Set(represented).size).toBe(1)
    expect(represented[0]).toBeLessThanOrEqual(proof.paths)
  })
})
