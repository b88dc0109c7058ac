import { inForceOn } from '../../../engine/facts/dated.ts'
import { isClosed, parameterValue, twinOf } from '../../../engine/facts/facts.ts'
import { type Source, sourcesOf } from '../../../engine/facts/sources.ts'
import { businessRow } from '../../../engine/reader.ts'
import { evaluate } from '../../../feel/evaluate/evaluate.ts'
import type { Expr } from '../../../feel/expr.ts'
import type { Bindings, Reader } from '../../../feel/reader.ts'
import { references } from '../../../feel/references.ts'
import { isList, isUnknown, type RowRef, unknown, type Value } from '../../../feel/value.ts'
import { BUSINESS } from '../../../model/answers/answers.ts'
import type { ResolvedQuestion, ResolvedRule, Variant } from '../../../model/variant.ts'
import { Graph, type Node, type Shape } from './nodes.ts'
import {
  answeredShape,
  decisionShape,
  dutyShape,
  feelShape,
  operand,
  refinedShape,
  settledShape,
  verdictShape,
  whenShape,
} from './shapes.ts'

/** Translates expressions into nodes over the answers of the tree. What the tree does not ask is unknown; lists have no rows yet. */
export class Expander {
  /** Answers of the tree, by fact. */
  readonly inputs = new Map<string, Node>()
  private readonly facts = new Map<string, Node>()
  private readonly busy = new Set<string>()
  private readonly questions: ReadonlyMap<string, ResolvedQuestion>

  constructor(
    private readonly variant: Variant,
    asked: readonly string[],
    private readonly today: string,
    /** Parameters varied instead of fixed. */
    private readonly free: ReadonlySet<string> = new Set(),
    /** Holds the nodes; shared by several towns, it makes one node of what they have in common. */
    readonly graph: Graph = new Graph(),
  ) {
    this.questions = new Map(variant.questions.map((question) => [question.id, question]))
    for (const id of free) this.inputs.set(id, graph.input(`parameter ${id}`))
    for (const id of asked) if (!this.inputs.has(id)) this.inputs.set(id, graph.input(id))
  }

  condition(expr: Expr | null): Node {
    return expr ? this.expand(expr, {}) : this.graph.true
  }

  /** Effective value of a fact, as the engine computes it. */
  fact(id: string, row: RowRef | null = null): Node {
    return this.once(`${id}@${row?.id ?? ''}`, () => this.factOnce(id, row))
  }

  /** Verdict and deciding rules of a licence or extra, see decisionShape. */
  decision(id: string): Node {
    return this.once(`decision ${id}`, () => {
      const rules = this.rules(id)
      return this.graph.apply(
        decisionShape(rules),
        rules.map((rule) => this.condition(rule.when.expr)),
      )
    })
  }

  rules(id: string): readonly ResolvedRule[] {
    return [...this.variant.licences, ...this.variant.extras].find((item) => item.id === id)?.rules ?? []
  }

  /** Value of a town parameter on the day of the proof. */
  parameter(id: string): Node {
    if (this.free.has(id)) return this.inputs.get(id) ?? this.graph.unknown
    const parameter = this.variant.parameters.find((parameter) => parameter.id === id)
    if (!parameter) return this.graph.null
    return this.graph.constant(
      parameterValue(
        parameter,
        inForceOn(parameter.values, () => this.today),
      ),
    )
  }

  private factOnce(id: string, row: RowRef | null): Node {
    const { graph } = this
    const question = this.questions.get(id)
    if (!question) return graph.null
    if (row && question.subject === 'company') return this.fact(twinOf(id))
    if ((question.subject !== 'case') !== (row !== null)) return graph.null
    if (row && question.subject !== 'party') return graph.null
    const { party, application } = this.variant.names
    if (id === party.kind) return graph.constant(BUSINESS)
    if (id === application.filingDate || id === application.startDate) return graph.constant(this.today)

    const bindings: Bindings = row ? { row } : {}
    const value = sourcesOf(question, this.variant.names).reduceRight<Node>(
      (rest, source) => this.valueFrom(source, question, bindings, rest),
      graph.named ? graph.constant(unknown([row ? `${id}@${row.id}` : id])) : graph.unknown,
    )
    return question.when ? graph.apply(whenShape, [this.expand(question.when.expr, bindings), value]) : value
  }

  /** What one source yields, or the rest when it yields nothing. */
  private valueFrom(source: Source, question: ResolvedQuestion, bindings: Bindings, rest: Node): Node {
    const { graph } = this
    const over = (shape: Shape, compiled: ResolvedQuestion['settledBy']): Node =>
      compiled ? graph.apply(shape, [this.expand(compiled.expr, bindings), rest]) : rest
    switch (source) {
      case 'exact':
        return over(refinedShape, question.refinedBy)
      case 'answer': {
        const answer = 'row' in bindings ? undefined : this.inputs.get(question.id)
        return answer ? graph.apply(answeredShape, [answer, rest]) : rest
      }
      case 'settled':
        return over(settledShape, question.settledBy)
      case 'default':
        return question.default ? this.expand(question.default.expr, bindings) : rest
      case 'derived':
        return question.derived ? this.expand(question.derived.expr, bindings) : rest
      // the day of the proof is the filing date, and leaving a question empty is one of its answers
      case 'filing':
      case 'leftEmpty':
        return rest
      default:
        return source satisfies never
    }
  }

  private expand(expr: Expr, bindings: Bindings): Node {
    const { graph } = this
    const operation = (make: (operands: Expr[]) => Expr, kids: readonly Expr[]): Node =>
      graph.apply(
        feelShape(make(kids.map((_, index) => operand(index)))),
        kids.map((kid) => this.expand(kid, bindings)),
      )
    switch (expr.op) {
      case 'lit':
      case 'num':
        return graph.constant(evaluate(expr, readerOf(new Map(), this.today), {}))
      case 'fact':
        return this.fact(expr.id)
      case 'parameter':
        return this.parameter(expr.id)
      case 'alias':
        return this.alias(expr.id)
      case 'and':
      case 'or':
        return operation((args) => ({ op: expr.op, args }), expr.args)
      case 'list':
        return operation((items) => ({ op: 'list', items }), expr.items)
      case 'not':
      case 'negate':
        return operation(([arg = expr.arg]) => ({ op: expr.op, arg }), [expr.arg])
      case '=':
      case '!=':
      case '<':
      case '<=':
      case '>':
      case '>=':
      case '+':
      case '-':
      case '*':
      case '/':
      case 'concat':
        return operation(([left = expr.left, right = expr.right]) => ({ op: expr.op, left, right }), [expr.left, expr.right])
      case 'if':
        return operation(
          ([test = expr.test, yes = expr.yes, no = expr.no]) => ({ op: 'if', test, yes, no }),
          [expr.test, expr.yes, expr.no],
        )
      case 'call':
        if (expr.fn === 'verdict' || expr.fn === 'duty' || expr.fn === 'attached' || expr.fn === 'today')
          return this.outside(expr, bindings)
        return operation((args) => ({ op: 'call', fn: expr.fn, args }), expr.args)
      case 'rows':
        return expr.of ? this.whole(expr, bindings) : this.rows(expr.collection, null)
      default:
        return this.whole(expr, bindings)
    }
  }

  private outside(expr: Extract<Expr, { op: 'call' }>, bindings: Bindings): Node {
    if (expr.fn === 'today') return this.graph.constant(this.today)
    const [argument] = expr.args
    if (argument?.op !== 'lit' || typeof argument.value !== 'string') return this.whole(expr, bindings)
    if (expr.fn === 'duty') return this.duty(argument.value)
    return expr.fn === 'verdict' ? this.verdict(argument.value) : this.attached(argument.value)
  }

  private verdict(id: string): Node {
    return this.graph.apply(verdictShape, [this.decision(id)])
  }

  private duty(id: string): Node {
    const licence = this.variant.licences.find((licence) => licence.id === id)
    return licence ? this.graph.apply(dutyShape(licence), [this.decision(id)]) : this.graph.null
  }

  /** Nothing is attached while the tree is walked. */
  private attached(document: string): Node {
    return this.graph.constant(unknown(this.questions.has(`documents.${document}`) ? [document] : []))
  }

  /** Lists have no rows yet; a gate that says no closes them. Kids: the gate. */
  private rows(collection: string, of: RowRef | null): Node {
    const { graph } = this
    if (collection === 'parties') return graph.constant({ kind: 'list', items: [businessRow], unknown: unknown(['people']) })
    if (collection === 'roles') return graph.constant({ kind: 'list', items: [], unknown: null })
    const gate = this.variant.collections.find((known) => known.id === collection)?.gate
    return gate
      ? graph.apply(gateShape, [this.fact(gate, of)])
      : graph.constant({ kind: 'list', items: [], unknown: unknown([collection]) })
  }

  /** No party has been entered, so an alias is an open list, or an unknown row. Kids: the conditions of its cases. */
  private alias(id: string): Node {
    const alias = this.variant.aliases.find((alias) => alias.id === id)
    if (!alias) return this.graph.null
    const shape: Shape = {
      key: `alias ${alias.one}`,
      run: (values) => {
        const open = unknown(['people'])
        const first = values.find((value) => value === true || isUnknown(value)) ?? true
        if (isUnknown(first)) return first
        return alias.one ? open : { kind: 'list', items: [], unknown: open }
      },
    }
    return this.graph.apply(
      shape,
      alias.cases.map((alternative) => this.condition(alternative.when?.expr ?? null)),
    )
  }

  /** An expression that involves rows, evaluated in one go once everything it reads is known. */
  private whole(expr: Expr, bindings: Bindings): Node {
    const leaves = new Map<string, Node>()
    const read = references(expr)
    for (const id of read.facts) leaves.set(`fact ${id}`, this.fact(id)).set(`get ${id}`, this.fact(id, businessRow))
    for (const id of read.collections) leaves.set(`rows ${id}`, this.rows(id, null)).set(`rowsOf ${id}`, this.rows(id, businessRow))
    for (const id of read.aliases) leaves.set(`alias ${id}`, this.alias(id))
    for (const id of read.parameters) leaves.set(`parameter ${id}`, this.parameter(id))
    for (const id of read.verdicts) leaves.set(`verdict ${id}`, this.verdict(id))
    for (const id of read.duties) leaves.set(`duty ${id}`, this.duty(id))
    for (const id of read.documents) leaves.set(`attached ${id}`, this.attached(id))
    return this.graph.apply(wholeShape(expr, [...leaves.keys()], this.today, bindings), [...leaves.values()])
  }

  /** Memoises nodes by name; what depends on itself (the loader reports that) is unknown here. */
  private once(key: string, make: () => Node): Node {
    const known = this.facts.get(key)
    if (known) return known
    if (this.busy.has(key)) return this.graph.unknown
    this.busy.add(key)
    const node = make()
    this.busy.delete(key)
    this.facts.set(key, node)
    return node
  }
}

const gateShape: Shape = {
  key: 'gate',
  run: ([gate = null]) => {
    if (isUnknown(gate)) return { kind: 'list', items: [], unknown: gate }
    return { kind: 'list', items: [], unknown: isClosed(gate) ? null : unknown(['rows']) }
  },
}

/** Kids: what the expression reads, under these names. */
const wholeShape = (expr: Expr, keys: readonly string[], today: string, bindings: Bindings): Shape => ({
  key: `whole ${JSON.stringify(expr)} ${today} ${'row' in bindings}`,
  run: (values) => evaluate(expr, readerOf(new Map(keys.map((key, index) => [key, values[index] ?? null])), today), bindings),
})

function readerOf(leaves: ReadonlyMap<string, Value>, today: string): Reader {
  const read = (key: string): Value => leaves.get(key) ?? null
  return {
    fact: (id, row) => read(`${row ? 'get' : 'fact'} ${id}`),
    rows: (collection, of) => {
      const list = read(`${of ? 'rowsOf' : 'rows'} ${collection}`)
      return isList(list) ? list : { kind: 'list', items: [], unknown: unknown([collection]) }
    },
    alias: (id) => read(`alias ${id}`),
    parameter: (id) => read(`parameter ${id}`),
    verdict: (id) => read(`verdict ${id}`),
    duty: (id) => read(`duty ${id}`),
    attached: (id) => read(`attached ${id}`),
    documents: (id) => read(`documents ${id}`),
    // no condition of the tree reads a fee: only amounts may
    fee: () => null,
    today: () => today,
  }
}
