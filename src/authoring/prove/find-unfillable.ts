import type { Expr } from '../../feel/expr.ts'
import { isUnknown } from '../../feel/value.ts'
import type { Finding } from '../../model/findings/finding.ts'
import { formsOf } from '../../model/forms-of.ts'
import { BASE } from '../../model/layers/layers.ts'
import type { ResolvedBox, ResolvedForm, ResolvedSection, Variant } from '../../model/variant.ts'
import { answersOf, isExact, usesOf } from './nodes/domain.ts'
import { Expander } from './nodes/expand.ts'
import { Graph, type Node, type Shape, setsMeet } from './nodes/nodes.ts'
import { formShape } from './nodes/shapes.ts'
import { factsRead } from './reads.ts'

/** Boxes that no answer can ever fill, in any of these variants: their condition contradicts that of their section, of their form, or of
 * the questions that would fill them. Only what is proven counts: rows, dates and values of towns may be anything. `seen`: boxes
 * (`form:nr`) that an example fills, which need no proof. `own`: look only at boxes that these layers wrote. */
export function findUnfillable(
  variants: readonly Variant[],
  today: string,
  seen: ReadonlySet<string>,
  own: ReadonlySet<string> | null = null,
): Finding[] {
  const possible = new Set(seen)
  return neverFilled(
    variants.map((variant) => fillableIn(variant, today, possible, own)),
    possible,
  )
}

/** Boxes of one variant (`form:nr`): what can be filled, and what cannot be filled there. */
export interface Fillable {
  readonly possible: readonly string[]
  readonly never: readonly { readonly box: string; readonly origin: ResolvedBox['origin'] }[]
}

/** @param possible boxes that need no proof; those that were found are added */
export function fillableIn(variant: Variant, today: string, possible: Set<string>, own: ReadonlySet<string> | null = null): Fillable {
  const found: string[] = []
  const never: Fillable['never'][number][] = []
  const prover = new Prover(variant, today)
  for (const form of variant.forms) {
    for (const section of form.sections) {
      for (const box of section.boxes) {
        const key = `${form.id}:${box.nr}`
        if (possible.has(key) || (own !== null && !own.has(box.origin.layer))) continue
        if (prover.canFill(form, section, box)) {
          possible.add(key)
          found.push(key)
        } else never.push({ box: key, origin: box.origin })
      }
    }
  }
  return { possible: found, never }
}

/** What no variant can fill, of what was found in each.
 * @param seen boxes that need no proof */
export function neverFilled(variants: readonly Fillable[], seen: ReadonlySet<string>): Finding[] {
  const possible = new Set([...seen, ...variants.flatMap((variant) => variant.possible)])
  const never = new Map(variants.flatMap((variant) => variant.never.map(({ box, origin }) => [box, origin] as const)))
  return [...never]
    .filter(([key]) => !possible.has(key))
    .map(([key, origin]) => ({
      code: 'BOX_NEVER_FILLED',
      severity: 'error',
      file: origin.file,
      line: origin.line,
      column: 1,
      path: `forms/${key}`,
      message: `No answer can ever fill box ${key}: its condition contradicts that of its section, its form or its questions.`,
      mend: 'Mend the condition, or take the box out.',
    }))
}

/** Boxes that a town put on a form that nobody fills in there, today or under a value that it has decided for later: in a town where the terrace
 * is part of another licence its form is never printed.
 * @param graph that of several towns makes one node of what they have in common */
export function findNeverPrinted(variant: Variant, today: string, graph: Graph = new Graph()): Finding[] {
  const isOwn = ({ origin }: ResolvedBox): boolean => origin.layer !== BASE
  const forms = variant.forms.filter((form) => form.sections.some(({ boxes }) => boxes.some(isOwn)))
  if (forms.length === 0) return []
  const later = variant.parameters.flatMap(({ values }) => values.flatMap(({ from }) => (from !== null && from > today ? [from] : [])))
  const provers = [...new Set([today, ...later])].map((day) => new Prover(variant, day, new Set(), graph))
  const printed = variant.forms.filter((form) => provers.some((prover) => prover.isPrinted(form)))
  const names = printed.map(({ id }) => id).join(', ')
  return forms
    .filter((form) => !printed.includes(form))
    .flatMap((form) =>
      form.sections.flatMap(({ boxes }) =>
        boxes.filter(isOwn).map(
          ({ nr, origin }): Finding => ({
            code: 'BOX_NEVER_FILLED',
            severity: 'error',
            file: origin.file,
            line: origin.line,
            column: 1,
            path: `forms/${form.id}:${nr}`,
            message: `Nobody fills in the form ${form.id} in ${variant.name}, so the box ${nr} is never asked.`,
            mend: `Put it on a form that is filled in here: ${names}.`,
          }),
        ),
      ),
    )
}

/** Steps after which a proof is given up, and the box is taken to be fillable. */
const PATIENCE = 3000

class Prover {
  private readonly expander: Expander
  private readonly questions: ReadonlyMap<string, Variant['questions'][number]>

  constructor(
    private readonly variant: Variant,
    today: string,
    free: ReadonlySet<string> = new Set(variant.parameters.map(({ id }) => id)),
    graph: Graph = new Graph(),
  ) {
    const asked = variant.questions.filter(({ subject, derived, refinedBy }) => subject === 'case' && (!derived || refinedBy))
    this.questions = new Map(variant.questions.map((question) => [question.id, question]))
    this.expander = new Expander(
      variant,
      asked.map(({ id }) => id),
      today,
      free,
      graph,
    )
  }

  /** Some answer has one of its licences ask for it. */
  isPrinted(form: ResolvedForm): boolean {
    const licences = this.variant.licences.filter((licence) => formsOf(licence).includes(form.id))
    return licences.some((licence) => this.canBe(this.expander.graph.apply(formShape(licence), [this.expander.decision(licence.id)])))
  }

  canFill(form: ResolvedForm, section: ResolvedSection, box: ResolvedBox): boolean {
    const ofRows = section.per !== null || box.each !== null
    const whens = [section.when, ofRows ? null : box.when].flatMap((when) => (when && this.isOfTheCase(when.expr) ? [when.expr] : []))
    const conditions = [...whens, ...this.needed(form)]
    // where something repeats per row the facts are those of a row, which may be anything
    const facts = ofRows || !box.questions ? [] : box.questions
    const filler = facts.length > 0 && facts.every((id) => this.questions.get(id)?.subject === 'case') ? facts : []
    const node = this.expander.graph.apply(fills, [
      this.expander.condition({ op: 'and', args: [{ op: 'lit', value: true }, ...conditions] }),
      ...(filler.length > 0 ? filler.map((id) => this.expander.fact(id)) : [this.expander.graph.unknown]),
    ])
    return this.canBe(node)
  }

  /** Reads neither a row nor a date: those may be anything. */
  private isOfTheCase(expr: Expr): boolean {
    const { filingDate, startDate } = this.variant.names.application
    return !ROW.test(JSON.stringify(expr)) && ![...factsRead(this.variant, expr)].some((id) => id === filingDate || id === startDate)
  }

  /** One of its licences is needed. */
  private needed(form: ResolvedForm): Expr[] {
    const licences = this.variant.licences.filter((licence) => formsOf(licence).includes(form.id))
    const needs = licences.map(
      ({ id }): Expr => ({
        op: '=',
        left: { op: 'call', fn: 'verdict', args: [{ op: 'lit', value: id }] },
        right: { op: 'lit', value: 'needed' },
      }),
    )
    return needs.length > 0 && needs.every((expr) => this.isOfTheCase(expr)) ? [{ op: 'or', args: needs }] : []
  }

  /** Is there an answer under which this is not certainly false? Splits one input after the other into its answers. */
  private canBe(root: Node): boolean {
    const { graph, inputs } = this.expander
    // that a fact has a value is all that is asked of it here, so it does not tell its values apart
    const uses = usesOf(root.kids)
    const order = [...inputs].filter(([, input]) => setsMeet(root.reads, input.reads))
    let steps = 0
    const search = (node: Node): boolean => {
      if (node.kind === 'constant') return node.value !== false
      if (++steps > PATIENCE) return true
      const next = order.find(([, input]) => setsMeet(node.reads, input.reads))
      if (!next) return true
      const [id, input] = next
      return this.answers(id, input, uses).some((given) => search(graph.substitute(node, input, given)))
    }
    return search(root)
  }

  /** All answers in classes; unknown, which is all of them at once, where they cannot be told apart exactly. */
  private answers(id: string, input: Node, uses: ReturnType<typeof usesOf>): readonly Node[] {
    const { graph } = this.expander
    const question = this.questions.get(id)
    if (question) {
      if (!isExact(question, input.input, uses)) return [graph.unknown]
      return answersOf(question, input.input, uses).map(({ value }) => graph.constant(value))
    }
    const parameter = this.variant.parameters.find((parameter) => parameter.id === id)
    const values = parameter?.type === 'yesNo' ? [true, false] : (parameter?.options?.map(({ id }) => id) ?? [])
    return values.length > 0 ? values.map((value) => graph.constant(value)) : [graph.unknown]
  }
}

const ROW = /"op":"var","name":"(row|role)"/

/** Whether a box can be filled. Kids: its condition, then the facts that would fill it. */
const fills: Shape = {
  key: 'fills',
  run: ([condition = null, ...facts]) => (isUnknown(condition) || condition === true) && facts.some((fact) => fact !== null),
  shorten: ([condition], graph) =>
    condition?.kind === 'constant' && condition.value !== true && !isUnknown(condition.value) ? graph.false : null,
}
