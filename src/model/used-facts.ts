import type { Compiled } from '../feel/expr.ts'
import { references } from '../feel/references.ts'
import { onceFor } from './util/once-for.ts'
import type { ResolvedQuestion, Variant } from './variant.ts'

/** Facts that are used somewhere, directly or through computed facts. Being asked in the tree is not a use.
 * @param forms other forms than those of the variant */
export function usedFacts(variant: Variant, forms: Variant['forms'] = variant.forms): ReadonlySet<string> {
  const questions = new Map(variant.questions.map((question) => [question.id, question]))
  const used = new Set<string>()
  const use = (id: string): void => {
    const question = questions.get(id)
    if (!question || used.has(id)) return
    used.add(id)
    const { facts, collections } = readBy(question)
    for (const read of facts) use(read)
    for (const list of collections) readGate(list)
    // the business is a company whose facts are those of the case
    if (id.startsWith('company.')) use(`business.${id.slice('company.'.length)}`)
  }
  const readGate = (collection: string): void => {
    const gate = variant.collections.find(({ id }) => id === collection)?.gate
    if (gate) use(gate)
  }
  for (const { id } of variant.questions) if (BUILT_IN.test(id)) use(id)
  for (const id of namedOutsideForms(variant)) use(id)
  findNamed(forms, use)
  for (const { gate } of variant.collections) if (gate) use(gate)
  for (const { question } of variant.areas) if (question) use(question)
  for (const { id } of variant.documents) use(`documents.${id}`)
  // a computed part completes a group, and is never asked
  for (const id of variant.groups.flatMap(({ parts }) => parts)) if (questions.get(id)?.derived && !questions.get(id)?.refinedBy) use(id)
  // chooses the profile of the Bibob questions
  if (variant.bibob?.prepare) use(variant.bibob.prepare.question)
  return used
}

/** Facts that the engine reads itself: the dates that decide, the kind of a party, and the cells of the week. */
const BUILT_IN = /^(application\.(filingDate|startDate)|party\.kind|hours\.[A-Za-z]+)$/

const expressionsOf = ({ when, derived, refinedBy, settledBy, default: unless, prefill }: ResolvedQuestion): Compiled[] =>
  [when, derived, refinedBy, settledBy, unless, prefill].filter((each) => each !== null)

/** What the expressions of a question read. */
const readBy = onceFor((question: ResolvedQuestion) => {
  const read = expressionsOf(question).map(({ expr }) => references(expr))
  return { facts: read.flatMap(({ facts }) => facts), collections: read.flatMap(({ collections }) => collections) }
})

const namedOutsideForms = onceFor((variant: Variant): ReadonlySet<string> => {
  const named = new Set<string>()
  findIn({ ...variant, questions: [], forms: [] }, (id) => named.add(id))
  return named
})

/** Facts named in the rest of a variant: by expressions, by boxes, and by `{fact}` in a text. */
function findNamed(part: unknown, found: (id: string) => void): void {
  if (typeof part === 'string') {
    if (part.includes('{')) for (const [, id = ''] of part.matchAll(/\{([A-Za-z.0-9]+)\}/g)) found(id)
  } else if (Array.isArray(part)) for (const item of part) findNamed(item, found)
  else if (typeof part === 'object' && part !== null) {
    if (isCompiled(part)) for (const id of references(part.expr).facts) found(id)
    else if ('id' in part || 'nr' in part) for (const id of namedInItem(part)) found(id)
    else findIn(part, found)
  }
}

function findIn(part: object, found: (id: string) => void): void {
  for (const [key, value] of Object.entries(part)) {
    if (key === 'questions' && Array.isArray(value)) for (const id of value) found(String(id))
    else findNamed(value, found)
  }
}

function namedInItem(item: object): ReadonlySet<string> {
  const known = namedInItems.get(item)
  if (known) return known
  const named = new Set<string>()
  findIn(item, (id) => named.add(id))
  namedInItems.set(item, named)
  return named
}
/** Memoised, as towns share most items. */
const namedInItems = new WeakMap<object, ReadonlySet<string>>()

const isCompiled = (part: object): part is Compiled => 'expr' in part && 'source' in part
