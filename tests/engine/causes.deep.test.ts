import { expect, test } from 'vitest'
import { blockers } from '../../src/engine/outcome/fired-checks.ts'
import { questionsOf } from '../../src/engine/questions.ts'
import { causesOf } from '../../src/engine/why/causes.ts'
import { shippedExamples } from '../authoring/shipped-examples.ts'

test('every blocking finding of every example names something that can be changed, and only what is asked or was answered', () => {
  const found = shippedExamples().flatMap(({ file, one }) => {
    const asked = new Set([...questionsOf(one).asked, ...questionsOf(one).open])
    return blockers(one).map((check) => {
      const causes = causesOf(one, check)
      const unasked = causes.filter(
        (cause) => cause.kind === 'answer' && !asked.has(cause.key) && one.memo.get(`answer|${cause.key}`) === undefined,
      )
      return { file, check: check.id, none: causes.length === 0, unasked }
    })
  })
  expect(found.length).toBeGreaterThan(3)
  expect(found.filter(({ none, unasked }) => none || unasked.length > 0)).toEqual([])
})
