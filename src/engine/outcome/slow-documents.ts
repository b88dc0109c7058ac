import { evaluate } from '../../feel/evaluate/evaluate.ts'
import { answerKey } from '../../model/answers/answers.ts'
import type { Case } from '../context.ts'
import { inItsWords } from '../facts/worded.ts'
import { localise } from '../forms/format.ts'
import { readerOf } from '../reader.ts'

export interface SlowDocument {
  readonly key: string
  readonly name: string
  readonly leadDays: number
  /** `expected`: whoever it would be for has not been entered yet. */
  readonly state: 'missing' | 'later' | 'expected'
}

/** Documents that take at least this many days to get and are not there yet, the slowest first. */
export function slowDocuments(application: Case, atLeast: number): SlowDocument[] {
  const found = application.variant.documents.flatMap((document): SlowDocument[] => {
    const leadDays = document.leadDays ?? 0
    if (leadDays < atLeast) return []
    const { results, missing } = application.get(`document|${document.id}`)
    if (results.length > 0)
      return results.flatMap(({ id, row, name, state }) =>
        state === 'attached' || state === 'none' ? [] : [{ key: answerKey(id, row), name, leadDays, state }],
      )
    // there is no row yet, so its facts are null: a condition that holds regardless will hold for anybody who is added
    const comes =
      document.per !== null && missing.length > 0 && (!document.when || evaluate(document.when.expr, readerOf(application), {}) === true)
    return comes
      ? [{ key: document.id, name: localise(inItsWords(application, document).name, application.lang), leadDays, state: 'expected' }]
      : []
  })
  return found.sort((a, b) => b.leadDays - a.leadDays)
}
