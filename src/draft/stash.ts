import { edit } from '../engine/case.ts'
import type { Case } from '../engine/context.ts'
import { contradicted, rowsOf } from '../engine/facts/clashes.ts'
import { refinedValue } from '../engine/facts/facts.ts'
import { rowRef } from '../engine/reader.ts'
import type { Expr } from '../feel/expr.ts'
import { references } from '../feel/references.ts'
import { isUnknown } from '../feel/value.ts'
import { answerKey } from '../model/answers/answers.ts'
import type { Edit } from '../model/answers/edit.ts'
import type { AnswerJson } from '../model/schema/answer-file.ts'
import { addAll } from '../model/util/add-all.ts'
import type { ResolvedQuestion } from '../model/variant.ts'

/** Answers ruled out by later ones, by `fact` or `fact@row`: kept in the draft, used nowhere, restored when the question is asked again. */
export type Stash = Readonly<Record<string, AnswerJson>>

/** Applies edits and what follows from them: the last word counts. An exact answer replaces the coarse one before it; changing a list of ticks takes
 * along what was filled in behind it; and an answer about one thing withdraws the list that says otherwise, which is then asked again. So nobody
 * contradicts himself by answering what is asked. Contradictions that came with a file stay, and are reported. */
export function lastWord(before: Case, edits: readonly Edit[], aside: Stash): { application: Case; edits: readonly Edit[]; aside: Stash } {
  const all = [...edits]
  let application = edit(before, edits)
  let kept = aside
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const more = follows(before, application, all, kept)
    if (more.edits.length === 0) break
    application = edit(application, more.edits)
    addAll(all, more.edits)
    kept = more.aside
  }
  return { application, edits: all, aside: kept }
}

/** A restored answer may settle something else. */
const MOST_ROUNDS = 4

function follows(before: Case, after: Case, edits: readonly Edit[], set: Stash): { edits: Edit[]; aside: Stash } {
  const aside = new Map(Object.entries(set))
  const said = new Set(edits.flatMap((made) => (made.kind === 'answer' ? [answerKey(made.fact, made.row ?? null)] : [])))
  const more: Edit[] = []
  for (const question of after.index.doubled) {
    for (const row of rowsOf(after, question)) {
      const key = answerKey(question.id, row)
      const give = (value: AnswerJson | undefined): void => void more.push({ kind: 'answer', fact: question.id, row, value })
      const answer = after.get(`answer|${key}`)
      if (answer === undefined) {
        const kept = aside.get(key)
        if (kept === undefined || said.has(key) || !isAsked(after, key)) continue
        aside.delete(key)
        give(kept)
        continue
      }
      const clash = overruled(after, question, row)
      // contradictions that came with a file are reported, and left to its owner to mend
      if (clash === null || (!said.has(key) && contradicted(before, question, row) !== null)) continue
      const list = clash === 'settled' && said.has(key) ? answersBehind(after, question.settledBy?.expr, row) : []
      if (list.length > 0 && !list.some(({ fact, row: of }) => said.has(answerKey(fact, of)))) {
        addAll(
          more,
          list.map(({ fact, row: of }): Edit => ({ kind: 'answer', fact, row: of, value: undefined })),
        )
      } else {
        aside.set(key, answer)
        give(undefined)
      }
    }
  }
  return { edits: more, aside: Object.fromEntries(aside) }
}

/** What rules out an answer. More exact facts do, even when they say the same: a draft holds nothing twice. */
function overruled(application: Case, question: ResolvedQuestion, row: string | null): 'refined' | 'settled' | null {
  const exact = refinedValue(application, question, row === null ? null : rowRef(application, row))
  return exact === null ? contradicted(application, question, row) : 'refined'
}

/** The answers that an expression reads directly. */
function answersBehind(application: Case, expr: Expr | undefined, row: string | null): { fact: string; row: string | null }[] {
  return (expr ? references(expr).facts : [])
    .map((fact) => ({ fact, row: application.index.questions.get(fact)?.subject === 'case' ? null : row }))
    .filter(({ fact, row: of }) => application.get(`answer|${answerKey(fact, of)}`) !== undefined)
}

/** Nothing else determines the answer any more. */
function isAsked(application: Case, key: string): boolean {
  const [fact = '', row = ''] = key.split('@')
  const value = application.get(`fact|${fact}|${row}`)
  return isUnknown(value) && value.missing.includes(key)
}
