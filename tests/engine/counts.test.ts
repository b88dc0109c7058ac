import { expect, test } from 'vitest'
import { questionsOf } from '../../src/engine/asked/questions.ts'
import { assessCase } from '../../src/engine/assess.ts'
import { edit } from '../../src/engine/case.ts'
import type { Case } from '../../src/engine/context.ts'
import { coverage } from '../../src/engine/forms/form-coverage.ts'
import { countBoxes } from '../../src/engine/forms/tally.ts'
import { shippedExamples } from '../authoring/shipped-examples.ts'

const FILES = [
  'base/examples/cafe-terrace-machines.yaml',
  'amsterdam/examples/three-managers.yaml',
  'rotterdam/examples/cafe-with-machines.yaml',
]
const examples = shippedExamples().filter(({ file }) => FILES.some((name) => file.endsWith(name)))

/** What every box and every key says, counted from the first to the last. */
function counted(application: Case) {
  const { asked, open } = questionsOf(application)
  const facts = new Set([...asked, ...open].map((key) => key.split('@')[0] ?? key))
  const { answerable } = application.index
  return { ...countBoxes(coverage(application)), skipped: [...answerable].filter((fact) => !facts.has(fact)).length }
}

test('there is an example to count for each of these files', () => {
  expect(examples).toHaveLength(FILES.length)
})

test.each(examples)('the counts of $file that are kept up are those of all its boxes and questions', ({ application, answers }) => {
  expect(assessCase(application).counts).toMatchObject(counted(application))
  // every seventeenth answer, and the case before it in between: counts are kept for whichever case was counted last
  for (const key of [...answers.values.keys()].filter((_, at) => at % 17 === 3)) {
    const [fact = '', row = null] = key.split('@')
    const without = edit(application, [{ kind: 'answer', fact, row, value: undefined }])
    expect(assessCase(without).counts).toMatchObject(counted(without))
    expect(assessCase(edit(application, [])).counts).toMatchObject(counted(application))
  }
})

test.each(examples)('a check of $file that is asked for its rarest conditions first fires where it fires as it is written', (example) => {
  const { application, answers } = example
  const { checks } = application.variant
  const agreeIn = ({ get }: Case): void => {
    const firing = checks.filter(({ id }) => get(`firing|${id}`)).map(({ id }) => id)
    expect(firing).toEqual(checks.filter(({ id }) => get(`check|${id}`).length > 0).map(({ id }) => id))
  }
  agreeIn(application)
  for (const key of [...answers.values.keys()].filter((_, at) => at % 17 === 5)) {
    const [fact = '', row = null] = key.split('@')
    agreeIn(edit(application, [{ kind: 'answer', fact, row, value: undefined }]))
  }
})
