import type { Finding } from '../../model/findings/finding.ts'
import { usedFacts } from '../../model/used-facts.ts'
import type { Variant } from '../../model/variant.ts'

/** Questions that nothing uses in any of these variants: no box, condition, formula, document, check, fee or advice, at whatever depth of
 * computed facts. Being asked in the tree is no use. `own`: look only at questions that these layers wrote. */
export function findUnused(variants: readonly Variant[], own: ReadonlySet<string> | null = null): Finding[] {
  const used = new Set(variants.flatMap((variant) => [...usedFacts(variant)]))
  // a form that is not whole yet may still get the box that needs them
  const severity = variants.some(({ forms }) => forms.some(({ incomplete }) => incomplete !== null)) ? 'note' : 'error'
  const known = new Map(variants.flatMap((variant) => variant.questions.map((question) => [question.id, question] as const)))
  return [...known.values()]
    .filter(({ id, origin }) => !used.has(id) && (own === null || own.has(origin.layer)))
    .map(({ id, origin }) => ({
      code: 'UNUSED_QUESTION',
      severity,
      file: origin.file,
      line: origin.line,
      column: 1,
      path: `questions/${id}`,
      message: `No box, condition, formula, document, check, fee or advice uses ${id}.`,
      mend: 'Let a box or a rule use it, or remove the question.',
    }))
}
