import { describe, expect, test } from 'vitest'
import { exampleStats, medianRatio, ofFilled, ofPrinted, statsOf } from '../../src/authoring/stats.ts'
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

  const complete = examples.filter((one) => one.complete && one.paper > 0)

  test.each(complete)('$title: what is printed, filled in and asked adds up', (one) => {
    expect(one.paper).toBeLessThanOrEqual(one.printed)
    expect(one.takenOver + one.documents + one.signings).toBeLessThan(one.inputs)
  })

  test('somebody types or chooses at most 45 % of the blanks on the paper, in the middle of the complete examples', () => {
    expect(complete.length).toBeGreaterThanOrEqual(16)
    expect(medianRatio(examples, ofPrinted)).toBeLessThanOrEqual(0.45)
  })

  test.each(complete.filter(({ kind, forms }) => kind === 'new' && forms > 2))(
    '$title: a new business with several forms types at most six tenths of what it would fill in on paper',
    (one) => expect(ofFilled(one)).toBeLessThanOrEqual(0.6),
  )

  test('the median is that of the complete examples alone', () => {
    const ratios = complete.map(ofFilled)
    const median = medianRatio(examples, ofFilled) ?? 0
    expect(ratios.filter((ratio) => ratio <= median).length).toBeGreaterThanOrEqual(complete.length / 2)
    expect(ratios.filter((ratio) => ratio >= median).length).toBeGreaterThanOrEqual(complete.length / 2)
    expect(
      medianRatio(
        examples.filter((one) => !one.complete),
        ofFilled,
      ),
    ).toBeNull()
  })
})
