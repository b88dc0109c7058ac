import { expect, test } from 'vitest'
import { questionsOf } from '../../src/engine/asked/questions.ts'
import { edit } from '../../src/engine/case.ts'
import type { Case } from '../../src/engine/context.ts'
import type { Edit } from '../../src/model/answers/edit.ts'
import { shippedExamples } from '../authoring/shipped-examples.ts'

/** Questions about rows that something waits for. */
const askedOfRows = (application: Case): string[] => questionsOf(application).needed.filter((key) => key.includes('@'))

/** Lists as somebody has them who still enters cards: of each, "that is everybody" is not said. */
function whileEntered(application: Case): Case {
  const open = [...application.answers.complete].map((key): Edit => {
    const at = key.lastIndexOf('/')
    return { kind: 'complete', collection: key.slice(at + 1), parent: at < 0 ? null : key.slice(0, at), complete: false }
  })
  return edit(application, open)
}

// a formula that reads a fact of a row and, beside it, the roles of that row waits for both as long as another role may follow:
// the fact is then asked of somebody whose roles never want it, and their card cannot be left
test('a card asks nothing that nobody wants to know of it once its list is whole', () => {
  const complete = shippedExamples().filter((example) => example.complete)
  expect(complete.length).toBeGreaterThan(20)
  const found = complete.flatMap(({ file, application }) => {
    expect([file, askedOfRows(application)]).toEqual([file, []])
    return askedOfRows(whileEntered(application)).map((key) => `${file}: ${key}`)
  })
  expect(found).toEqual([])
})
