import type { Finding } from '../../model/findings/finding.ts'
import { usedFacts } from '../../model/used-facts.ts'
import type { Variant } from '../../model/variant.ts'

/** What a variant uses and what it knows: enough to hold many against each other without keeping them. */
export interface Uses {
  readonly used: readonly string[]
  readonly questions: readonly { readonly id: string; readonly origin: Variant['questions'][number]['origin'] }[]
  /** A form of it is not whole yet. */
  readonly incomplete: boolean
}

/** Gathers that of one variant. */
export const usesIn = (variant: Variant): Uses => ({
  used: [...usedFacts(variant)],
  questions: variant.questions.map(({ id, origin }) => ({ id, origin })),
  incomplete: variant.forms.some(({ incomplete }) => incomplete !== null),
})

/** Questions that nothing uses in any of these variants: no box, condition, formula, document, check, fee or advice, at whatever depth of
 * computed facts. Being asked in the tree is no use. `own`: look only at questions that these layers wrote. */
export const findUnused = (variants: readonly Variant[], own: ReadonlySet<string> | null = null): Finding[] =>
  unusedAmong(variants.map(usesIn), own)

/** The same, of what was gathered before. */
export function unusedAmong(variants: readonly Uses[], own: ReadonlySet<string> | null = null): Finding[] {
  const used = new Set(variants.flatMap((variant) => variant.used))
  // a form that is not whole yet may still get the box that needs them
  const severity = variants.some(({ incomplete }) => incomplete) ? 'note' : 'error'
  const known = new Map(variants.flatMap(({ questions }) => questions.map((question) => [question.id, question] as const)))
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
