import type { Compiled } from '../../feel/expr.ts'
import { references } from '../../feel/references.ts'
import { answerKey } from '../../model/answers/answers.ts'
import type { ResolvedQuestion } from '../../model/variant.ts'
import type { Index, Reading } from '../context.ts'

/** Answers that are still to come ("not known yet") behind these facts: of the fact itself, or of what it is derived from. They appear on no paper and in no
 * form. Keys as in the answer file; `row`: of the facts. */
export function stillToCome(reading: Reading, facts: readonly string[], row: string | null): readonly string[] {
  const behind = sourcesOf(reading.index)
  if (!facts.some((fact) => behind.has(fact))) return NONE
  const keys = new Set<string>()
  for (const fact of facts)
    for (const source of behind.get(fact) ?? []) {
      const key = answerKey(source.id, source.subject === 'case' ? null : row)
      const answer = reading.get(`answer|${key}`)
      if (source.options?.some((option) => option.undecided && option.id === answer)) keys.add(key)
    }
  return [...keys]
}

const NONE: readonly string[] = []

/** Facts that an expression names, looked up once. */
export function factsIn(compiled: Compiled): readonly string[] {
  const known = named.get(compiled)
  if (known) return known
  const facts = references(compiled.expr).facts
  named.set(compiled, facts)
  return facts
}
const named = new WeakMap<Compiled, readonly string[]>()

const sources = new WeakMap<Index, ReadonlyMap<string, readonly ResolvedQuestion[]>>()

/** Per fact, the questions that may be answered that way and that its value is derived from; few facts have any. */
function sourcesOf(index: Index): ReadonlyMap<string, readonly ResolvedQuestion[]> {
  const known = sources.get(index)
  if (known) return known
  const found = new Map<string, readonly ResolvedQuestion[]>()
  const waiting = new Set<string>()
  const behind = (id: string): readonly ResolvedQuestion[] => {
    const question = index.questions.get(id)
    if (!question || waiting.has(id)) return []
    if (question.options?.some((option) => option.undecided)) return [question]
    waiting.add(id)
    const through = question.derived ? factsIn(question.derived).flatMap(behind) : []
    waiting.delete(id)
    return [...new Set(through)]
  }
  for (const id of index.questions.keys()) {
    const some = behind(id)
    if (some.length > 0) found.set(id, some)
  }
  sources.set(index, found)
  return found
}
