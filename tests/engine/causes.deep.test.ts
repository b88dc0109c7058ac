import { expect, test } from 'vitest'
import { questionsOf } from '../../src/engine/asked/questions.ts'
import { blockers } from '../../src/engine/outcome/checks/fired-checks.ts'
import { causesOf } from '../../src/engine/why/causes.ts'
import { shippedExamples } from '../authoring/shipped-examples.ts'

test('every blocking finding of every example names something that can be changed, and only what is asked or was answered', () => {
  const found = shippedExamples().flatMap(({ file, application }) => {
    const asked = new Set([...questionsOf(application).asked, ...questionsOf(application).open])
    return blockers(application).map((check) => {
      const causes = causesOf(application, check)
      const unasked = causes.filter(
        (cause) => cause.kind === 'answer' && !asked.has(cause.key) && application.memo.get(`answer|${cause.key}`) === undefined,
      )
      return { file, check: check.id, none: causes.length === 0, unasked }
    })
  })
  expect(found.length).toBeGreaterThan(3)
  expect(found.filter(({ none, unasked }) => none || unasked.length > 0)).toEqual([])
})
