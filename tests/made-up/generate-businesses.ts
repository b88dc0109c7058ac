import { questionsOf } from '../../src/engine/asked/questions.ts'
import { edit, openCase } from '../../src/engine/case.ts'
import type { Case, Dates } from '../../src/engine/context.ts'
import { readerOf } from '../../src/engine/reader.ts'
import { evaluate } from '../../src/feel/evaluate/evaluate.ts'
import { type Answers, BUSINESS, standsAlone } from '../../src/model/answers/answers.ts'
import type { Edit } from '../../src/model/answers/edit.ts'
import type { AnswerJson } from '../../src/model/schema/answer-file.ts'
import { addAll } from '../../src/model/util/add-all.ts'
import type { ResolvedQuestion, Variant } from '../../src/model/variant.ts'
import { documentsOf, FIRST, listed, type Pool, poolOf, roleEdits, within } from './made-up-answers.ts'
import { seededRandom } from './seeded-random.ts'

export interface GeneratedBusiness {
  readonly name: string
  /** Everything answered, as far as it can be. */
  readonly application: Case
  /** From the business it was made of: what was changed, then what that made needed. */
  readonly edits: readonly Edit[]
  readonly start: Answers
}

/** Most answers of the tree, and of the rest, that are changed at once. */
const CHANGES = { tree: 5, rest: 6 }
const MOST_ROUNDS = 15

/** Plausible businesses: each is one of the given ones with some answers changed, and everything answered that this makes needed. Words,
 * names and numbers come from the given businesses. The same seed gives the same businesses. */
export function* generateBusinesses(
  variant: Variant,
  stock: readonly Answers[],
  dates: Dates,
  count: number,
  seed = 1,
): Generator<GeneratedBusiness> {
  const random = seededRandom(seed)
  const pick = <T>(items: readonly T[]): T | undefined => items[Math.floor(random() * items.length)]
  const known = new Set(variant.questions.map(({ id }) => id))
  const pool = poolOf(stock)
  const tree = askedOf(variant, new Set(variant.steps.flatMap(({ ask }) => ask)))
  for (let number = 1; number <= count; number++) {
    const base = pick(stock)
    if (!base) return
    const start = { ...base, values: new Map([...base.values].filter(([key]) => known.has(key.split('@')[0] ?? key))) }
    const edits: Edit[] = []
    let application = openCase(variant, start, dates)
    const apply = (more: readonly Edit[]): void => {
      addAll(edits, more)
      application = edit(application, more)
    }
    const given = [...start.values.keys()]
    const changed = [...some(CHANGES.tree, () => pick(tree)?.id), ...some(CHANGES.rest, () => pick(given))]
    apply(changed.map((key) => answerTo(application, key, pool, random)).filter((each) => each !== null))
    const roles = variant.roles.map(({ id }) => id)
    if (random() < 0.4) for (const role of some(2, () => pick(roles))) apply(involve(application, role, pick))
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const more = [
        ...rolesFor(application),
        ...questionsOf(application).open.flatMap((key) => reactTo(application, key, pool, random)),
        ...documentsOf(application),
      ]
      if (more.length === 0) break
      apply(more)
    }
    yield { name: `business ${number}`, application, edits, start }
  }

  function some(most: number, make: () => string | undefined): string[] {
    return Array.from({ length: Math.floor(random() * (most + 1)) }, make).filter((key) => key !== undefined)
  }
}

const askedOf = (variant: Variant, ids: ReadonlySet<string>): ResolvedQuestion[] =>
  variant.questions.filter(({ id, derived, refinedBy }) => ids.has(id) && (!derived || refinedBy))

/** What is needed next: an answer, or a list with a row or none that is then complete. */
export function reactTo(application: Case, key: string, pool: Pool, random: () => number): Edit[] {
  const [fact = key] = key.split('@')
  if (application.index.questions.has(fact)) {
    const answer = answerTo(application, key, pool, random)
    return answer ? [answer] : []
  }
  const [parent, nested] = key.includes('/') ? key.split('/') : [null, key]
  const collection = application.index.collections.get(nested ?? key)
  if (!collection) return []
  const place = { collection: collection.id, parent: parent ?? null }
  const now = application.memo.get(`listInput|${key}`) as { ids: readonly string[] } | undefined
  const id = `${key.replace('/', '.')}New`
  const add: Edit[] = !now?.ids.length && random() < 0.7 ? [{ kind: 'addRow', ...place, id, subject: collection.subject }] : []
  return [...add, { kind: 'complete', ...place, complete: true }]
}

/** A plausible answer to a question; null when there can be none. */
export function answerTo(application: Case, key: string, pool: Pool, random: () => number): Edit | null {
  const [fact = key, row = null] = key.split('@')
  const question = application.index.questions.get(fact)
  if (!question) return null
  if (question.type === 'file') return { kind: 'attach', document: fact.slice('documents.'.length), state: 'later' }
  const pick = <T>(items: readonly T[]): T | undefined => items[Math.floor(random() * items.length)]
  const value = plausible(
    question,
    pool.get(fact) ?? [],
    [...listed(application, 'people'), ...listed(application, 'companies')],
    pick,
    random,
  )
  return value === undefined ? null : { kind: 'answer', fact, row, value }
}

function plausible(
  question: ResolvedQuestion,
  seen: readonly AnswerJson[],
  parties: readonly string[],
  pick: <T>(items: readonly T[]) => T | undefined,
  random: () => number,
): AnswerJson | undefined {
  const options = (question.options ?? []).map(({ id }) => id)
  switch (question.type) {
    case 'yesNo':
      return random() < 0.5
    case 'choice':
      return pick(options)
    case 'multiChoice': {
      const others = options.filter((id) => !standsAlone(id))
      const alone = options.filter(standsAlone)
      if (alone.length > 0 && random() < 0.4) return alone.slice(0, 1)
      const chosen = others.filter(() => random() < 0.3)
      return chosen.length > 0 ? chosen : others.slice(0, 1)
    }
    case 'integer':
    case 'number':
    case 'area':
    case 'amount': {
      // a tenth of what others say up to three times as much, now and then ten times as much, or nothing at all
      const like = (Number(pick(seen) ?? 0) || 10) * (random() < 0.1 ? 10 : 1)
      return within(question, random() < 0.1 ? 0 : Math.round(like * (0.1 + 2.9 * random())))
    }
    case 'party':
      return `@${pick(parties) ?? BUSINESS}`
    default:
      return pick(seen) ?? FIRST[question.type] ?? 'Kadıköy'
  }
}

/** Somebody applies: when a change of legal form leaves the application without, the first person gets the role. */
function rolesFor(application: Case): Edit[] {
  const alias = application.index.aliases.get('applicant')
  const people = (application.memo.get('listInput|people') as { ids: readonly string[] } | undefined)?.ids ?? []
  const [person] = people
  if (!alias || person === undefined || application.memo.get('alias|applicant') !== null) return []
  const role = alias.cases.find(({ when }) => when === null || evaluate(when.expr, readerOf(application), {}) === true)?.roles[0]
  if (role === undefined) return []
  return roleEdits(person, role, null, `${person}/${role}`)
}

/** One more role for somebody: a party that is there, or a new one. */
function involve(application: Case, id: string, pick: <T>(items: readonly T[]) => T | undefined): Edit[] {
  const role = application.variant.roles.find((each) => each.id === id)
  if (!role) return []
  const list = role.parties === 'person' ? 'people' : role.parties === 'company' ? 'companies' : pick(['people', 'companies'])
  const subject = application.index.collections.get(list ?? '')?.subject
  if (!list || !subject) return []
  const party = pick([...listed(application, list), `${list}New`]) ?? ''
  const target = role.targets
    ? pick([null, ...[...listed(application, 'people'), ...listed(application, 'companies')].filter((other) => other !== party)])
    : null
  const row = `${party}/${id}/${target ?? 'New'}`
  return [{ kind: 'addRow', collection: list, id: party, subject }, ...roleEdits(party, id, target ?? null, row)]
}
