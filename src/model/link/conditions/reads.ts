import type { Expr } from '../../../feel/expr.ts'
import { references } from '../../../feel/references.ts'
import type { ResolvedQuestion, Variant } from '../../variant.ts'

type Found = Readonly<Record<'facts' | 'verdicts' | 'duties' | 'parameters', Set<string>>>

/** What expressions read, directly and through computed facts. */
export class Reads {
  /** Memoised by the list of questions, as several checks need it. */
  static of({ questions }: Pick<Variant, 'questions'>): Reads {
    const known = readsOf.get(questions) ?? new Reads({ questions })
    readsOf.set(questions, known)
    return known
  }

  private readonly found = new WeakMap<Expr, Found>()
  private readonly questions: ReadonlyMap<string, ResolvedQuestion>

  private constructor({ questions }: Pick<Variant, 'questions'>) {
    this.questions = new Map(questions.map((question) => [question.id, question]))
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
    const known = this.found.get(expr)
    if (known) return known
    const all: Found = { facts: new Set<string>(), verdicts: new Set<string>(), duties: new Set<string>(), parameters: new Set<string>() }
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
        look(question?.when?.expr)
        look(question?.derived?.expr)
      }
    }
    look(expr)
    this.found.set(expr, all)
    return all
  }
}

const readsOf = new WeakMap<Variant['questions'], Reads>()
