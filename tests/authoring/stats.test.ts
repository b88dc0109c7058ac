import { describe, expect, test } from 'vitest'
import { exampleStats, medianRatio, ofFilled, ofPrinted, statsOf } from '../../src/authoring/stats/stats.ts'
import { openProject } from '../../src/cli/project.ts'
import { resolveVariant, statutoryElements } from '../../src/model/resolve.ts'
import { shippedExamples } from './shipped-examples.ts'

const { ruleSet } = openProject(process.cwd(), undefined)
const whole = ruleSet && resolveVariant(ruleSet, 'voorbeeld').variant
if (!whole) throw new Error('the example town has mistakes')
const counted = statsOf(whole, statutoryElements(ruleSet, whole))
const examples = shippedExamples().map(({ file, application, answers, complete }) => ({
  kind: answers.values.get('application.kind'),
  ...exampleStats(file, application, complete),
}))

describe('the counts', () => {
  test('there are at least 45 % fewer questions than boxes', () => {
    expect(counted.boxes).toBeGreaterThan(850)
    expect(counted.fewer).toBeGreaterThanOrEqual(0.45)
  })

  test('each box counts once, by the strongest reason why it is asked', () => {
    const sum = ({ statute, form, practice, none }: typeof counted.evidence): number => statute + form + practice + none
    expect(sum(counted.evidence)).toBe(counted.boxes)
    for (const form of counted.forms) expect(sum(form.evidence), form.id).toBe(form.boxes)
    // every box that holds an element of the law is one that the law asks
    for (const form of counted.forms) expect(form.evidence.statute, form.id).toBeGreaterThanOrEqual(form.statutory.boxes)
    expect(counted.forms.find(({ id }) => id === 'bibob')?.evidence).toMatchObject({ form: 0, practice: 0, none: 0 })
  })

  test.each(examples)('$title: typed is what is left of the inputs', (one) => {
    expect(one.typed + one.takenOver + one.documents + one.signings).toBe(one.inputs)
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

  // where every box is asked: a lean town has few boxes that repeat what another has
  test.each(complete.filter(({ kind, forms, variant }) => kind === 'new' && forms > 2 && variant.startsWith('voorbeeld')))(
    '$title: a new business with several whole forms types at most six tenths of what it would fill in on paper',
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
