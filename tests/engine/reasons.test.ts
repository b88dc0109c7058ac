import fc from 'fast-check'
import { expect, test } from 'vitest'
import { edit } from '../../src/engine/case.ts'
import type { Case } from '../../src/engine/context.ts'
import { coverage } from '../../src/engine/forms/form-coverage.ts'
import { run } from '../../src/engine/reader.ts'
import type { Compiled } from '../../src/feel/expr.ts'
import { shippedExamples } from '../authoring/shipped-examples.ts'

const TAKEN = ['bibob-vof', 'everything-bv-holding', 'cafe-terrace-machines']
const cases = shippedExamples()
  .filter(({ file }) => TAKEN.some((name) => file.endsWith(`base/examples/${name}.yaml`)))
  .map(({ application, answers }) => ({ application, keys: [...answers.values.keys()] }))

const holds = (application: Case, when: Compiled): boolean => run(application, when) === true

/** Reasons printed in the boxes of the case itself, each with whether it is true. */
function* reasons(application: Case): Generator<[box: string, reason: string, isTrue: boolean]> {
  for (const form of coverage(application)) {
    const drawn = application.index.forms.get(form.id)
    for (const section of form.sections) {
      const of = drawn?.sections.find(({ id }) => id === section.id)
      if (!of || of.per !== null || of.act !== null || (of.when && !holds(application, of.when))) continue
      for (const { boxes } of section.instances)
        for (const box of boxes) {
          const { when, otherwise, each } = of.boxes.find(({ nr }) => nr === box.nr) ?? {}
          if (box.state !== 'notApplicable' || !otherwise || each) continue
          const stated = otherwise.cases.find(({ text }) => text.nl === box.reason)
          if (stated)
            yield [box.key, box.reason ?? '', otherwise.cases.some((each) => each.text.nl === box.reason && holds(application, each.when))]
          else if (otherwise.whenFalse?.nl === box.reason) yield [box.key, box.reason ?? '', when ? !holds(application, when) : false]
        }
    }
  }
}

test('a reason why a box does not apply is never printed where it is false, whatever single answer is missing', () => {
  expect(cases).toHaveLength(TAKEN.length)
  let seen = 0
  fc.assert(
    fc.property(
      fc.constantFrom(...cases).chain(({ application, keys }) => fc.tuple(fc.constant(application), fc.constantFrom(...keys))),
      ([application, key]) => {
        const [fact = '', row = null] = key.split('@')
        for (const [box, reason, isTrue] of reasons(edit(application, [{ kind: 'answer', fact, row, value: undefined }]))) {
          seen += 1
          expect([box, reason, isTrue]).toEqual([box, reason, true])
        }
      },
    ),
    { numRuns: 40 },
  )
  expect(seen).toBeGreaterThan(100)
})
