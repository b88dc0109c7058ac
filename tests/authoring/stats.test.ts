import { describe, expect, test } from 'vitest'
import { exampleStats, medianRatio, statsOf } from '../../src/authoring/stats.ts'
import { openProject } from '../../src/cli/project.ts'
import { resolveVariant } from '../../src/model/resolve.ts'
import { shippedExamples } from './shipped-examples.ts'

const { ruleSet } = openProject(process.cwd(), undefined)
const base = ruleSet && resolveVariant(ruleSet, 'base').variant
if (!base) throw new Error('the base has mistakes')
const examples = shippedExamples().map(({ file, one, answers, complete }) => ({
  kind: answers.values.get('application.kind'),
  ...exampleStats(file, one, complete),
}))

describe('the counts', () => {
  test('there are at least 45 % fewer questions than boxes', () => {
    expect(statsOf(base).boxes).toBeGreaterThan(850)
    expect(statsOf(base).fewer).toBeGreaterThanOrEqual(0.45)
  })

  test.each(examples.filter(({ kind, complete, forms }) => kind === 'new' && complete && forms > 2))(
    '$title: a new business with several forms answers at most seven tenths of what paper asks',
    ({ ratio, takenOver, inputs }) => {
      expect(ratio).toBeLessThanOrEqual(0.7)
      expect(takenOver).toBeLessThan(inputs)
    },
  )

  test('the median is that of the complete examples alone', () => {
    const complete = examples.filter((one) => one.complete && one.paper > 0).map(({ ratio }) => ratio)
    const median = medianRatio(examples) ?? 0
    expect(complete.filter((ratio) => ratio <= median).length).toBeGreaterThanOrEqual(complete.length / 2)
    expect(complete.filter((ratio) => ratio >= median).length).toBeGreaterThanOrEqual(complete.length / 2)
    expect(medianRatio(examples.filter((one) => !one.complete))).toBeNull()
  })
})
