import type { Compiled } from '../../feel/expr.ts'
import { references } from '../../feel/references.ts'
import type { Finding } from '../../model/findings/finding.ts'
import type { Variant, VQuestion } from '../../model/variant.ts'

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

/** The engine itself reads these: the dates that decide, the kind of a party, and the cells of the week. */
const BUILT_IN = /^(application\.(filingDate|startDate)|party\.kind|hours\.[A-Za-z]+)$/

/** Facts that something uses, also through computed facts. */
function usedFacts(variant: Variant): ReadonlySet<string> {
  const questions = new Map(variant.questions.map((question) => [question.id, question]))
  const used = new Set<string>()
  const use = (id: string): void => {
    const question = questions.get(id)
    if (!question || used.has(id)) return
    used.add(id)
    for (const compiled of expressionsOf(question)) for (const read of references(compiled.expr).facts) use(read)
    for (const compiled of expressionsOf(question)) for (const list of references(compiled.expr).collections) readGate(list)
    // the business is a company whose facts are those of the case
    if (id.startsWith('company.')) use(`business.${id.slice('company.'.length)}`)
  }
  const readGate = (collection: string): void => {
    const gate = variant.collections.find(({ id }) => id === collection)?.gate
    if (gate) use(gate)
  }
  for (const { id } of variant.questions) if (BUILT_IN.test(id)) use(id)
  for (const id of namedIn({ ...variant, questions: [] })) use(id)
  for (const { gate } of variant.collections) if (gate) use(gate)
  for (const { question } of variant.areas) if (question) use(question)
  for (const { id } of variant.documents) use(`documents.${id}`)
  // a computed part makes a group whole, and nobody is asked for it
  for (const id of variant.groups.flatMap(({ parts }) => parts)) if (questions.get(id)?.derived && !questions.get(id)?.refinedBy) use(id)
  // chooses the profile of the Bibob questions
  if (variant.bibob?.prepare) use(variant.bibob.prepare.question)
  return used
}

const expressionsOf = ({ when, derived, refinedBy, settledBy, default: unless, prefill }: VQuestion): Compiled[] =>
  [when, derived, refinedBy, settledBy, unless, prefill].filter((one) => one !== null)

/** Facts named in the rest of a variant: by expressions, by boxes, and by `{fact}` in a text. */
function namedIn(part: unknown): string[] {
  if (typeof part === 'string') return [...part.matchAll(/\{([A-Za-z.0-9]+)\}/g)].map(([, id = '']) => id)
  if (typeof part !== 'object' || part === null) return []
  if (Array.isArray(part)) return part.flatMap(namedIn)
  if (isCompiled(part)) return [...references(part.expr).facts]
  return Object.entries(part).flatMap(([key, value]) => (key === 'questions' && Array.isArray(value) ? value.map(String) : namedIn(value)))
}

const isCompiled = (part: object): part is Compiled => 'expr' in part && 'source' in part
