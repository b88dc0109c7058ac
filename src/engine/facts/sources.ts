import type { FactNames } from '../../model/schema/fact-names.ts'
import type { ResolvedQuestion } from '../../model/variant.ts'

/** What may give a fact its value: the exact facts behind a coarse one, an answer, an earlier answer, a default, a formula, the filing date, or the choice to
 * leave it empty. */
export type Source = 'exact' | 'answer' | 'settled' | 'default' | 'derived' | 'filing' | 'leftEmpty'

const known = new WeakMap<ResolvedQuestion, readonly Source[]>()

/** The sources of a fact by precedence: the first that yields a value decides. When none does, the fact is unknown. */
export function sourcesOf(question: ResolvedQuestion, names: FactNames): readonly Source[] {
  const before = known.get(question)
  if (before) return before
  const sources = order(question, names.application.filingDate)
  known.set(question, sources)
  return sources
}

function order({ id, derived, refinedBy, settledBy, default: standard, optional }: ResolvedQuestion, filingDate: string): Source[] {
  const sources: Source[] = []
  if (refinedBy) sources.push('exact')
  if (!derived || refinedBy) sources.push('answer')
  if (settledBy) sources.push('settled')
  // these two always yield a value
  if (standard) return [...sources, 'default']
  if (derived) return [...sources, 'derived']
  if (id === filingDate) return [...sources, 'filing']
  return optional ? [...sources, 'leftEmpty'] : sources
}
