import type { Finding } from '../../model/findings/finding.ts'
import { usedFacts } from '../../model/used-facts.ts'
import type { Variant } from '../../model/variant.ts'

/** What a variant uses and which questions it has: enough to compare many variants without keeping them. */
export interface Uses {
  readonly used: readonly string[]
  readonly questions: readonly { readonly id: string; readonly origin: Variant['questions'][number]['origin'] }[]
  /** Whether one of its forms is still incomplete. */
  readonly incomplete: boolean
}

/** Collects that from one variant. */
export const usesIn = (variant: Variant): Uses => ({
  used: [...usedFacts(variant)],
  questions: variant.questions.map(({ id, origin }) => ({ id, origin })),
  incomplete: variant.forms.some(({ incomplete }) => incomplete !== null),
})

/** Questions that nothing uses in any of these variants: no box, condition, formula, document, check, fee or advice, at any depth of computed facts. Being
 * asked in the tree is not a use. `own`: check only questions written by these layers. */
export const findUnused = (variants: readonly Variant[], own: ReadonlySet<string> | null = null): Finding[] =>
  unusedAmong(variants.map(usesIn), own)

/** The same, from uses collected before. */
export function unusedAmong(variants: readonly Uses[], own: ReadonlySet<string> | null = null): Finding[] {
  const used = new Set(variants.flatMap((variant) => variant.used))
  // an incomplete form may still get the box that needs them
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
