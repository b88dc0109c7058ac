import type { Expr } from '../../../feel/expr.ts'
import { references } from '../../../feel/references.ts'
import type { ResolvedQuestion, Variant } from '../../variant.ts'

/** What an expression reads. Immutable: the same object where towns agree on the questions that it comes to. */
export type Found = Readonly<Record<'facts' | 'verdicts' | 'duties' | 'parameters', ReadonlySet<string>>>

/** What expressions read, directly and through computed facts. */
export class Reads {
  /** Memoised by the list of questions, as several checks need it. */
  static of({ questions }: Pick<Variant, 'questions'>): Reads {
    const known = readsOf.get(questions)
    if (known) return known
    const made = new Reads(questions)
    readsOf.set(questions, made)
    return made
  }

  /** What an expression comes to, with the questions on which that rests: most towns have the very same ones. */
  private static readonly found = new WeakMap<Expr, { readonly all: Found; readonly rests: readonly Rest[] }[]>()
  private readonly known = new WeakMap<Expr, Found>()
  private readonly questions: ReadonlyMap<string, ResolvedQuestion>

  private constructor(questions: Variant['questions']) {
    this.questions = new Map(questions.map((question) => [question.id, question]))
  }

  /** Everything that an expression reads. */
  all(expr: Expr): Found {
    return this.follow(expr)
  }

  /** Facts, including those that a computed one or a condition depends on. */
  facts(expr: Expr): ReadonlySet<string> {
    return this.follow(expr).facts
  }

  /** Licences whose verdict or duty is read. */
  verdicts(expr: Expr): ReadonlySet<string> {
    return this.follow(expr).verdicts
  }

  /** Licences whose duty is read. */
  duties(expr: Expr): ReadonlySet<string> {
    return this.follow(expr).duties
  }

  parameters(expr: Expr): ReadonlySet<string> {
    return this.follow(expr).parameters
  }

  private follow(expr: Expr): Found {
    const known = this.known.get(expr)
    if (known) return known
    const before = Reads.found.get(expr) ?? []
    const same = before.find(({ rests }) => rests.every(({ id, question }) => this.questions.get(id) === question))
    const found = same ?? this.followAnew(expr)
    if (!same) Reads.found.set(expr, [...before.slice(1 - MOST), found])
    this.known.set(expr, found.all)
    return found.all
  }

  private followAnew(expr: Expr): { all: Found; rests: readonly Rest[] } {
    const all = { facts: new Set<string>(), verdicts: new Set<string>(), duties: new Set<string>(), parameters: new Set<string>() }
    const rests: Rest[] = []
    const look = (each: Expr | undefined): void => {
      if (!each) return
      const { facts, verdicts, duties, parameters } = references(each)
      for (const id of verdicts) all.verdicts.add(id)
      for (const id of duties) all.duties.add(id)
      for (const id of parameters) all.parameters.add(id)
      for (const id of facts) {
        if (all.facts.has(id)) continue
        all.facts.add(id)
        const question = this.questions.get(id)
        rests.push({ id, question })
        look(question?.when?.expr)
        look(question?.derived?.expr)
      }
    }
    look(expr)
    return { all, rests }
  }
}

/** A question that was looked at; undefined: there is none of that id. */
interface Rest {
  readonly id: string
  readonly question: ResolvedQuestion | undefined
}

/** How many outcomes are kept of an expression, the most recent ones. */
const MOST = 8

const readsOf = new WeakMap<Variant['questions'], Reads>()
