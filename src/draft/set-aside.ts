import type { Case, Edit } from '../engine/case.ts'
import { contradicted } from '../engine/clashes.ts'
import { isUnknown, type Value } from '../feel/value.ts'
import { answerKey } from '../model/answers.ts'
import type { AnswerJson } from '../model/schema/answer-file.ts'

/** Answers behind a tick that was taken away, by `fact` or `fact@row`: kept in the draft, used nowhere, had back with the tick. */
export type SetAside = Readonly<Record<string, AnswerJson>>

/** What goes with these edits, which are in the case already: an applicant who changes a list of ticks means what was filled in behind it too. */
export function followTicks(one: Case, edits: readonly Edit[], before: SetAside): { edits: Edit[]; aside: SetAside } {
  const aside = new Map(Object.entries(before))
  const more = edits.flatMap((made): Edit[] => {
    if (made.kind !== 'answer') return []
    return (one.index.settledBy.get(made.fact) ?? []).flatMap((question): Edit[] => {
      const row = question.subject === 'case' ? null : (made.row ?? null)
      const key = answerKey(question.id, row)
      const answer = one.memo.get(`answer|${key}`) as AnswerJson | undefined
      const set = (value: AnswerJson | undefined): Edit[] => [{ kind: 'answer', fact: question.id, row, value }]
      if (answer !== undefined && contradicted(one, question, row) === 'settled') {
        aside.set(key, answer)
        return set(undefined)
      }
      const kept = aside.get(key)
      if (answer !== undefined || kept === undefined || !isAsked(one, key)) return []
      aside.delete(key)
      return set(kept)
    })
  })
  return { edits: more, aside: Object.fromEntries(aside) }
}

/** Nothing says any more what the answer is. */
function isAsked(one: Case, key: string): boolean {
  const [fact = '', row = ''] = key.split('@')
  const value = one.memo.get(`fact|${fact}|${row}`) as Value
  return isUnknown(value) && value.missing.includes(key)
}
