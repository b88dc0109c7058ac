import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { notEnoughAt } from '../../src/authoring/prove/first/sufficient.ts'
import { UntilSettled } from '../../src/authoring/prove/first/until-settled.ts'
import { treeKey } from '../../src/authoring/prove/reads.ts'
import { proveTree } from '../../src/authoring/prove/tree.ts'
import { answersNeeded, firstAnswers, madeUpBusinesses, saidIn } from '../../src/authoring/stats/answers-needed.ts'
import { compileAll } from '../../src/build/read-rules.ts'
import { formatFinding } from '../../src/model/findings/finding.ts'
import { countVerdicts } from './count-verdicts.ts'
import { shippedExamples } from './shipped-examples.ts'

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
    expect(proof.mergedStates).toBeLessThan(150_000)
    const represented = countVerdicts(variant, TODAY).map(({ verdicts }) => Object.values(verdicts).reduce((sum, count) => sum + count, 0n))
    expect(new Set(represented).size).toBe(1)
    expect(represented[0]).toBeLessThanOrEqual(proof.paths)
  })

  test.each(trees)('settles in $id every verdict with what is asked first, in about as few answers as can be', (variant) => {
    const tree = new UntilSettled(variant, TODAY)
    const businesses = madeUpBusinesses(
      variant,
      shippedExamples().map(({ application }) => saidIn(application)),
    )
    expect(businesses.flatMap((business) => notEnoughAt(tree, firstAnswers(tree, business).end)).map(formatFinding)).toEqual([])
    const { mean, optimum, median, max } = answersNeeded(tree, businesses)
    expect(mean).toBeLessThanOrEqual(1.05 * optimum)
    expect(median).toBeLessThanOrEqual(9)
    expect(max).toBeLessThanOrEqual(12)
  })
})
