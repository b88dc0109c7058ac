import { twinOf } from '../../engine/facts/facts.ts'
import type { Expr } from '../../feel/expr.ts'
import { references } from '../../feel/references.ts'
import { onceFor } from '../../model/util/once-for.ts'
import type { Origin, ResolvedExtra, ResolvedLicence, ResolvedQuestion, Variant } from '../../model/variant.ts'

/** Conditions of the tree that read a fact which is only asked later, directly or through a computed fact. */
export function readsLater(variant: Variant): { step: string; path: string; fact: string; origin: Origin }[] {
  const found: { step: string; path: string; fact: string; origin: Origin }[] = []
  const later = new Set(variant.steps.flatMap((step) => step.ask))
  const questions = new Map(variant.questions.map((question) => [question.id, question]))
  for (const [index, step] of variant.steps.entries()) {
    const look = (expr: Expr | undefined, path: string, origin: Origin): void => {
      for (const fact of expr ? factsRead(variant, expr) : []) if (later.has(fact)) found.push({ step: step.id, path, fact, origin })
    }
    look(step.when?.expr, `steps[${index}].when`, step.origin)
    for (const id of step.ask) {
      const question = questions.get(id)
      if (question) look(question.when?.expr, `questions/${id}.when`, question.origin)
      later.delete(id)
    }
    for (const stop of variant.stops) if (stop.after === step.id) look(stop.when.expr, `stops/${stop.id}.when`, stop.origin)
  }
  return found
}

/** Equal for variants whose trees are indistinguishable: everything a proof of the tree reads, without texts and places. */
export function treeKey(variant: Variant): string {
  const { steps, stops, licences, extras, maxSteps } = variant
  const conditions = [...steps, ...stops, ...[...licences, ...extras].flatMap((item) => item.rules)].flatMap(({ when }) => when?.expr ?? [])
  const asked = new Set(steps.flatMap((step) => step.ask))
  const parts = variant.questions
    .filter(({ id }) => asked.has(id))
    .flatMap((question) =>
      [question.when, question.refinedBy, question.settledBy, question.default].flatMap((compiled) => compiled?.expr ?? []),
    )
  const all = [...conditions, ...parts].map((expr) => reads(variant, expr, true))
  const facts = new Set([...asked, ...all.flatMap((read) => [...read.facts])])
  const parameters = new Set(all.flatMap((read) => [...read.parameters]))
  return JSON.stringify([
    maxSteps,
    steps.map(({ id, ask, when }) => [id, ask, when?.expr]),
    stops.map(({ id, after, when }) => [id, after, when.expr]),
    [...licences, ...extras].map(rulesAsText),
    variant.questions.filter(({ id }) => facts.has(id)).map(questionAsText),
    variant.parameters
      .filter(({ id }) => parameters.has(id))
      .map(({ id, values }) => [id, values.map(({ value, from, until, decidedBy }) => [value, from, until, decidedBy])]),
    variant.aliases.map(({ id, cases }) => [id, cases.map(({ when }) => when?.expr)]),
  ])
}

// memoised: most towns share these
const rulesAsText = onceFor(({ id, rules }: ResolvedLicence | ResolvedExtra) =>
  JSON.stringify([id, rules.map(({ id, when, refines, verdict, duty, via }) => [id, when.expr, refines, verdict, duty, via])]),
)
const questionAsText = onceFor(({ id, type, options, when, derived, refinedBy, settledBy, default: standard }: ResolvedQuestion) =>
  JSON.stringify([
    id,
    type,
    options?.map((option) => [option.id, option.countsAs]),
    when?.expr,
    derived?.expr,
    refinedBy?.expr,
    settledBy?.expr,
    standard?.expr,
  ]),
)
const questionsById = onceFor(
  (questions: Variant['questions']): ReadonlyMap<string, ResolvedQuestion> =>
    new Map(questions.toReversed().map((question) => [question.id, question])),
)

/** Town values that an expression reads, including through facts and verdicts. */
export const parametersRead = (variant: Variant, expr: Expr): ReadonlySet<string> => new Set(reads(variant, expr, true).parameters)

/** Facts that an expression reads, including through computed facts and verdicts, but not the exact fact behind a coarse one. */
export const factsRead = (variant: Variant, expr: Expr): ReadonlySet<string> => new Set(reads(variant, expr, false).facts)

/** `refined`: also through the exact facts behind a coarse one, which may well be asked later. */
function reads(variant: Variant, expr: Expr, refined: boolean): { facts: Set<string>; parameters: Set<string> } {
  const facts = new Set<string>()
  const parameters = new Set<string>()
  const verdicts = new Set<string>()
  const questions = questionsById(variant.questions)
  const follow = (each: Expr | undefined): void => {
    if (!each) return
    const read = references(each)
    for (const id of read.parameters) parameters.add(id)
    for (const id of read.facts) fact(id.startsWith('company.') ? twinOf(id) : id)
    for (const id of read.collections) fact(variant.collections.find((list) => list.id === id)?.gate)
    for (const id of read.aliases) for (const { when } of variant.aliases.find((alias) => alias.id === id)?.cases ?? []) follow(when?.expr)
    for (const id of read.verdicts) verdict(id)
  }
  const fact = (id: string | null | undefined): void => {
    if (!id || facts.has(id)) return
    facts.add(id)
    const question = questions.get(id)
    follow(question?.when?.expr)
    follow(question?.derived?.expr)
    follow(question?.settledBy?.expr)
    follow(question?.default?.expr)
    if (refined) follow(question?.refinedBy?.expr)
  }
  const verdict = (id: string): void => {
    if (verdicts.has(id)) return
    verdicts.add(id)
    for (const rule of [...variant.licences, ...variant.extras].find((item) => item.id === id)?.rules ?? []) follow(rule.when.expr)
  }
  follow(expr)
  return { facts, parameters }
}
