import { describe, expect, test } from 'vitest'
import { effectOf } from '../../src/draft/effect.ts'
import { lastWord } from '../../src/draft/stash.ts'
import { inverseOf } from '../../src/draft/undo.ts'
import type { Answers } from '../../src/model/answers/answers.ts'
import { edited } from '../../src/model/answers/edit.ts'
import { answerAnything } from './answer-anything.ts'
import { sessionWith } from './session-with.ts'

/** Answers as one may compare them. What stood in a row that is in no list is kept for whoever takes it back: that is no answer. */
function shown({ values, lists, complete, leftEmpty, attachments }: Answers) {
  const sorted = <T>(entries: Iterable<T>): T[] =>
    [...entries]
      .map((each) => [JSON.stringify(each), each] as const)
      .sort()
      .map(([, each]) => each)
  return [sorted(values), sorted([...lists].filter(([, ids]) => ids.length > 0)), sorted(complete), sorted(leftEmpty), sorted(attachments)]
}

test.each([1, 2, 3])('whatever somebody answers, undoing it leaves no trace (seed %i)', (seed) => {
  let undone = 0
  answerAnything('voorbeeld', seed, 40, (application, edits, aside) => {
    const made = lastWord(application, edits, aside)
    const [before, after] = [application.answers, made.application.answers]
    expect(shown(edited(after, inverseOf(made.edits, before, after)))).toEqual(shown(before))
    undone += 1
    return made
  })
  expect(undone).toBeGreaterThan(30)
})

/** The answers of a draft; in what order something was said to be complete or left empty is no answer. */
function fileOf(session: ReturnType<typeof sessionWith>['session']) {
  const file = session.file()
  return { ...file, complete: file.complete.toSorted(), leftEmpty: file.leftEmpty.toSorted() }
}

describe('a draft', () => {
  test('goes back answer by answer, and forward again', () => {
    const { session } = sessionWith()
    const files = [fileOf(session)]
    const does = (...edits: Parameters<typeof session.apply>[0]): void => {
      session.apply(edits)
      files.push(fileOf(session))
    }
    does({ kind: 'answer', fact: 'premises.buildYear', value: 1900 })
    does({ kind: 'answer', fact: 'gaming.wanted', value: 'none' })
    does({ kind: 'addRow', collection: 'people', parent: null, id: 'p77', subject: 'person' })
    does({ kind: 'removeRow', collection: 'people', parent: null, id: 'p1' })
    does({ kind: 'complete', collection: 'people', complete: false }, { kind: 'answer', fact: 'premises.maxPersons', value: 70 })
    for (const file of files.toReversed().slice(1)) {
      session.undo()
      expect(fileOf(session)).toEqual(file)
    }
    expect(session.view().done).toBeNull()
    session.undo()
    for (const file of files.slice(1)) {
      session.redo()
      expect(fileOf(session)).toEqual(file)
    }
    expect(session.view().undone).toBeNull()
  })

  test('has back what the last word put aside, and whom a question waited for', () => {
    const { session } = sessionWith()
    session.askOf('premises.buildYear', 'landlord')
    const before = session.view()
    session.apply([{ kind: 'answer', fact: 'premises.buildYear', value: 1900 }])
    session.undo()
    const after = session.view()
    expect([after.draft.waiting, after.draft.aside]).toEqual([before.draft.waiting, before.draft.aside])
  })

  test('forgets how it was when somebody says something else in another way since', () => {
    const { session } = sessionWith()
    session.apply([{ kind: 'answer', fact: 'premises.buildYear', value: 1900 }])
    session.undo()
    session.apply([{ kind: 'answer', fact: 'premises.buildYear', value: 1950 }])
    expect(session.view().undone).toBeNull()
  })

  test('what only belongs to a press is undone with it', () => {
    const { session } = sessionWith()
    const before = fileOf(session)
    session.apply([{ kind: 'addRow', collection: 'people', parent: null, id: 'p77', subject: 'person' }])
    session.apply([{ kind: 'complete', collection: 'people', complete: false }], { more: true })
    session.undo()
    expect(fileOf(session)).toEqual(before)
  })
})

describe('what a change would do', () => {
  test('is found out on the case that is open, which stays as it is', () => {
    const { session } = sessionWith()
    const view = session.view()
    const effect = effectOf(view, [{ kind: 'answer', fact: 'gaming.wanted', value: 'none' }])
    expect(effect?.turned.map(({ before, after }) => [before.id, before.verdict, after.verdict])).toEqual([
      ['gamingMachines', 'needed', 'notNeeded'],
    ])
    expect(effect?.parked.length).toBeGreaterThan(10)
    expect(effect?.documents.come).toEqual([])
    expect(effect?.after.fees.knownCents).toBeLessThan(effect?.before.fees.knownCents ?? 0)
    expect(session.view()).toBe(view)
    expect(session.view().assessment).toBe(view.assessment)
    // and is what it does
    session.apply([{ kind: 'answer', fact: 'gaming.wanted', value: 'none' }])
    expect(session.view().assessment.fees).toEqual(effect?.after.fees)
    expect(session.view().assessment.earliestOpening).toBe(effect?.after.earliestOpening)
  })

  test('is nothing when it parks no answer and turns no verdict', () => {
    const { session } = sessionWith()
    expect(effectOf(session.view(), [{ kind: 'answer', fact: 'premises.buildYear', value: 1900 }])).toBeNull()
    expect(effectOf(session.view(), [])).toBeNull()
  })
})
