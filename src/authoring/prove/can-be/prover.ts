import type { Expr } from '../../../feel/expr.ts'
import { isUnknown } from '../../../feel/value.ts'
import { formsOf } from '../../../model/forms-of.ts'
import type { ResolvedBox, ResolvedForm, ResolvedLicence, ResolvedSection, Variant } from '../../../model/variant.ts'
import { answersOf, isExact, usesOf } from '../nodes/domain.ts'
import { Expander } from '../nodes/expand.ts'
import { Graph, type Node, type Shape, setsMeet } from '../nodes/nodes.ts'
import { formShape } from '../nodes/shapes.ts'
import { factsRead } from '../reads.ts'

/** Steps after which a proof is abandoned, and the thing is assumed possible. */
const PATIENCE = 3000

/** Determines over all answers, and all values that towns may choose, whether something is possible. Rows and dates may be anything. */
export class Prover {
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

  /** Whether some answer makes one of its licences require it. */
  isPrinted(form: ResolvedForm): boolean {
    const licences = this.variant.licences.filter((licence) => formsOf(licence).includes(form.id))
    return licences.some(
      (licence) =>
        this.deciding(licence).some(
          ({ verdict, via, duty }) => verdict === 'needed' && via === null && (duty ?? licence.duty) !== 'elsewhere',
        ) && this.canBe(this.expander.graph.apply(formShape(licence), [this.expander.decision(licence.id)])),
    )
  }

  canFill(form: ResolvedForm, section: ResolvedSection, box: ResolvedBox): boolean {
    const ofRows = section.per !== null || box.each !== null
    const whens = [section.when, ofRows ? null : box.when].flatMap((when) => (when && this.isOfTheCase(when.expr) ? [when.expr] : []))
    const conditions = [...whens, ...this.needed(form)]
    // where something repeats per row, the facts are those of a row, which may be anything
    const facts = ofRows || !box.questions ? [] : box.questions
    const filler = facts.length > 0 && facts.every((id) => this.questions.get(id)?.subject === 'case') ? facts : []
    const node = this.expander.graph.apply(fills, [
      this.expander.condition({ op: 'and', args: [{ op: 'lit', value: true }, ...conditions] }),
      ...(filler.length > 0 ? filler.map((id) => this.expander.fact(id)) : [this.expander.graph.unknown]),
    ])
    return this.canBe(node)
  }

  /** Whether some answer makes all of these hold and none of those; what cannot be decided for certain counts as possible. */
  canHold(all: readonly Expr[], none: readonly Expr[] = []): boolean {
    const args = [...all, ...none.map((arg): Expr => ({ op: 'not', arg }))]
    if (!args.every((expr) => this.isOfTheCase(expr))) return true
    return this.canBe(this.expander.condition({ op: 'and', args: [{ op: 'lit', value: true }, ...args] }))
  }

  /** Whether it reads neither a row nor a date: those may be anything. */
  isOfTheCase(expr: Expr): boolean {
    const { filingDate, startDate } = this.variant.names.application
    return !ROW.test(JSON.stringify(expr)) && ![...factsRead(this.variant, expr)].some((id) => id === filingDate || id === startDate)
  }

  /** The rules that some answer may let decide, as far as that is certain with nothing answered: an open decision no longer tells them apart. */
  private deciding({ rules }: ResolvedLicence): ResolvedLicence['rules'] {
    const deciding: ResolvedLicence['rules'][number][] = []
    for (const rule of rules) {
      const holds = this.blind(this.expander.condition(rule.when.expr))
      if (holds.kind === 'constant' && (holds.value === false || holds.value === null)) continue
      deciding.push(rule)
      if (holds.kind === 'constant' && holds.value === true && !rule.refines) break
    }
    return deciding
  }

  /** What is certain with nothing answered holds for every answer; finding it by case splitting may take longer than anybody waits. */
  private blind(root: Node): Node {
    const { graph, inputs } = this.expander
    let node = root
    for (const input of inputs.values()) {
      if (node.kind === 'constant') break
      if (setsMeet(node.reads, input.reads)) node = graph.substitute(node, input, graph.unknown)
    }
    return node
  }

  /** The condition that one of its licences is needed. */
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

  /** Whether some answer makes this not certainly false. Splits on one input after the other. */
  private canBe(root: Node): boolean {
    const { graph, inputs } = this.expander
    // only whether a fact has a value matters here, so its values need not be told apart
    const uses = usesOf(root.kids)
    const order = [...inputs].filter(([, input]) => setsMeet(root.reads, input.reads))
    const blind = this.blind(root)
    if (blind.kind === 'constant' && blind.value === false) return false
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

  /** All answers in classes; unknown, which represents all of them at once, where they cannot be told apart exactly. */
  private answers(id: string, input: Node, uses: ReturnType<typeof usesOf>): readonly Node[] {
    const { graph } = this.expander
    const question = this.questions.get(id)
    if (question) {
      if (!isExact(question, input.input, uses)) return [graph.unknown]
      return answersOf(question, input.input, uses).map(({ value }) => graph.answer(value))
    }
    const parameter = this.variant.parameters.find((parameter) => parameter.id === id)
    const values = parameter?.type === 'yesNo' ? [true, false] : (parameter?.options?.map(({ id }) => id) ?? [])
    return values.length > 0 ? values.map((value) => graph.answer(value)) : [graph.unknown]
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
