import { decide, sameOutcome } from '../../../engine/outcome/verdicts.ts'
import { type Answered, awaitedFacts, isShown, leadsTo, type Position } from '../../../engine/tree/next-step.ts'
import { isUnknown, type Unknown, type Value } from '../../../feel/value.ts'
import { addAll } from '../../../model/util/add-all.ts'
import type { ResolvedQuestion, ResolvedRule, Variant } from '../../../model/variant.ts'
import { type AnswerClass, answersOf, type Uses, usesOf } from '../domain.ts'
import { Expander } from '../expand.ts'
import { bothSets, Graph, NO_INPUTS, type Node, setsMeet } from '../nodes.ts'

/** The decision tree as far as the verdicts need it: what is asked first, until every verdict is settled. Walked over answers that are
 * constants or still to come, by the functions of the engine: `decide` (what a verdict waits for), `awaitedFacts` and `leadsTo` (what is asked next). */
export class UntilSettled {
  readonly start: SoFar
  /** Asked before the tree. */
  readonly before: readonly string[]
  readonly answers: ReadonlyMap<string, readonly AnswerClass[]>
  private readonly expander: Expander
  private readonly licences: readonly { readonly id: string; readonly rules: readonly ResolvedRule[] }[]
  private readonly steps: readonly StepOf[]

  constructor(variant: Variant, today: string) {
    const questions = new Map(variant.questions.map((question) => [question.id, question]))
    const canBeAsked = (id: string): ResolvedQuestion[] => {
      const question = questions.get(id)
      return question && (!question.derived || question.refinedBy) ? [question] : []
    }
    const inTree = [...new Set(variant.steps.flatMap(({ ask }) => ask))].flatMap(canBeAsked)
    this.before = [variant.names.application.kind].filter((id) => questions.has(id) && !inTree.some((question) => question.id === id))
    const asked = [...this.before.flatMap(canBeAsked), ...inTree]
    this.expander = new Expander(
      variant,
      asked.map(({ id }) => id),
      today,
      new Set(),
      new Graph(true),
    )
    const { expander } = this
    this.licences = variant.licences
    const rules = variant.licences.map((licence) => licence.rules.map(({ when }) => expander.condition(when.expr)))
    const stops = variant.stops.map(({ when }) => expander.condition(when.expr))
    this.steps = variant.steps.map(({ id, ask, when }) => ({ id, ask, when: expander.condition(when?.expr ?? null) }))
    const facts = new Map(asked.map(({ id }) => [id, expander.fact(id)]))
    const whens = new Map(asked.map(({ id, when }) => [id, expander.condition(when?.expr ?? null)]))
    const pages = variant.steps.map((_, index) => this.steps[index]?.when ?? expander.graph.true)
    const uses: Uses = usesOf([...rules.flat(), ...stops, ...pages, ...whens.values()])
    this.answers = new Map(asked.map((question) => [question.id, answersOf(question, this.inputOf(question.id).input, uses)]))
    this.stops = variant.stops
    this.start = this.soFar({ rules, stops, pages, facts, whens }, new Set(asked.map(({ id }) => id)))
  }

  private readonly stops: Variant['stops']

  /** The same with one more answer. */
  given(from: SoFar, fact: string, value: Value): SoFar {
    const answer = `${fact} ${this.expander.graph.constant(value).id}`
    const before = this.followers.get(from) ?? new Map<string, SoFar>()
    this.followers.set(from, before)
    const made = before.get(answer) ?? this.withAnswers(from, [[fact, value]])
    before.set(answer, made)
    return made
  }

  private readonly followers = new WeakMap<SoFar, Map<string, SoFar>>()

  /** The same with these answers more. */
  withAnswers(from: SoFar, answers: readonly (readonly [string, Value])[]): SoFar {
    const { graph } = this.expander
    const given = answers.map(([fact, value]) => [this.inputOf(fact), graph.constant(value)] as const)
    const put = (node: Node): Node => {
      let rest = node
      for (const [input, answer] of given) if (rest.kind !== 'constant') rest = graph.substitute(rest, input, answer)
      return rest
    }
    const each = (nodes: ReadonlyMap<string, Node>): Map<string, Node> => new Map([...nodes].map(([id, node]) => [id, put(node)]))
    const open = new Set(from.open)
    for (const [fact] of answers) open.delete(fact)
    const { rules, stops, pages, facts, whens } = from.nodes
    return this.soFar(
      { rules: rules.map((of) => of.map(put)), stops: stops.map(put), pages: pages.map(put), facts: each(facts), whens: each(whens) },
      open,
    )
  }

  /** Of these answers those that the tree may ask, in its order: not what an earlier one settles, nor what does not exist then. */
  askedOf(said: ReadonlyMap<string, Value>): (readonly [string, Value])[] {
    const { graph } = this.expander
    const kept: (readonly [string, Value])[] = []
    for (const fact of this.start.open) {
      const value = said.get(fact)
      const node = this.start.nodes.facts.get(fact)
      if (value === undefined || value === null || isUnknown(value) || !node) continue
      const now = kept.reduce((rest, [id, given]) => graph.substitute(rest, this.inputOf(id), graph.constant(given)), node)
      if (isUnknown(this.now(now))) kept.push([fact, value])
    }
    return kept
  }

  private inputOf(fact: string): Node {
    return this.expander.inputs.get(fact) ?? this.expander.graph.unknown
  }

  /** Value of a node while nothing more is answered: what it still reads was not. */
  private now(node: Node): Value {
    if (node.kind === 'constant') return node.value
    const known = this.values.get(node.id)
    if (known !== undefined) return known
    const { graph, inputs } = this.expander
    let rest = node
    for (const input of inputs.values()) rest = graph.substitute(rest, input, graph.neverAsked)
    this.values.set(node.id, rest.value)
    return rest.value
  }

  private readonly values = new Map<number, Value>()

  private soFar(nodes: Nodes, open: ReadonlySet<string>): SoFar {
    const now = (node: Node): Value => this.now(node)
    const decisions = nodes.rules.map((of, index) =>
      decide(this.licences[index]?.rules ?? [], (_, at) => now(of[at] ?? this.expander.graph.null)),
    )
    const whole = new Map(this.steps.map((step, index) => [step.id, this.shown(step, nodes, index, now)]))
    const shows = ({ id }: { readonly id: string }): boolean | Unknown => whole.get(id) ?? false
    const waiting = decisions.flatMap(({ awaits }) => [...awaits])
    const holds = nodes.stops.map(now)
    for (const held of holds) if (isUnknown(held)) addAll(waiting, held.missing)
    const awaited = awaitedFacts(this.steps, waiting, shows)
    const openOn = ({ ask }: StepOf): string[] =>
      ask.flatMap((fact) => {
        const value = now(nodes.facts.get(fact) ?? this.expander.graph.null)
        return isUnknown(value) ? value.missing.filter((key) => ask.includes(key)) : []
      })
    const answered: Answered<StepOf, Variant['stops'][number]> = {
      shows,
      awaits: (step) => {
        const shown = shows(step)
        return shown === true
          ? openOn(step).some((fact) => awaited.has(fact))
          : shown !== false && step.ask.some((fact) => awaited.has(fact))
      },
      isSettled: (step) => openOn(step).length === 0,
      holds: (stop) => shows({ id: stop.after }) === true && holds[this.stops.indexOf(stop)] === true,
    }
    const at = leadsTo({ steps: this.steps, stops: this.stops }, answered)
    const step = at?.kind === 'step' ? this.steps.find(({ id }) => id === at.id) : undefined
    const ask = step ? (openOn(step).find((fact) => awaited.has(fact)) ?? null) : null
    const verdicts = decisions.map(({ verdict }) => verdict)
    const isOpen = (fact: string): boolean => isUnknown(now(nodes.facts.get(fact) ?? this.expander.graph.null))
    const askable = new Set(this.steps.flatMap((each) => (shows(each) === false ? [] : each.ask.filter(isOpen))))
    return { nodes, open, at, ask, verdicts, decisions, askable }
  }

  private shown(step: StepOf, nodes: Nodes, index: number, now: (node: Node) => Value): boolean | Unknown {
    const { graph } = this.expander
    return isShown(
      now(nodes.pages[index] ?? graph.true),
      step.ask.flatMap((fact) => {
        const when = nodes.whens.get(fact)
        return when ? [now(when)] : []
      }),
    )
  }

  /** Equal where the rest of the walk is: all that verdicts and stops still read, whether what they read can be asked, and what might still change a
   * verdict that waits for nothing. */
  keyOf({ nodes, at, verdicts, decisions }: SoFar, doubts: readonly Doubt[]): string {
    const doubted = doubts.map(({ node, values }) => [node.id, values])
    if (at?.kind !== 'step') return JSON.stringify([at, verdicts, doubted])
    const cut = nodes.rules.map((of, index) => {
      const settled = decisions[index]?.verdict !== 'open' && decisions[index]?.awaits.length === 0
      return settled ? [] : upToHolding(of)
    })
    let reads = [...cut.flat(), ...nodes.stops, ...doubts.map(({ node }) => node)].reduce(
      (all, node) => bothSets(all, node.reads),
      NO_INPUTS,
    )
    const parts: number[] = []
    for (const [index, step] of this.steps.toReversed().entries()) {
      if (!step.ask.some((fact) => setsMeet(this.inputOf(fact).reads, reads))) continue
      const page = nodes.pages[this.steps.length - 1 - index]
      const whens = step.ask.flatMap((fact) => nodes.whens.get(fact) ?? [])
      const facts = step.ask.flatMap((fact) => {
        const node = nodes.facts.get(fact)
        return node && node.reads !== NO_INPUTS && setsMeet(this.inputOf(fact).reads, reads) ? [node] : []
      })
      for (const node of [...(page ? [page] : []), ...whens, ...facts]) {
        reads = bothSets(reads, node.reads)
        parts.push(node.id)
      }
      parts.push(-1)
    }
    return JSON.stringify([doubted, cut.map((of) => of.map(({ id }) => id)), nodes.stops.map(({ id }) => id), parts])
  }

  /** Rules before the one that decides which still read answers and come to something else, of verdicts that wait for nothing. */
  doubtsOf({ nodes, open, decisions, askable }: SoFar): Doubt[] {
    const { graph } = this.expander
    // what another answer settled is not asked any more, nor what stands on no page that is shown
    const never = [...open].filter((fact) => !askable.has(fact))
    return this.licences.flatMap(({ id, rules }, index) => {
      const { undecided, holding, verdict } = decisions[index] ?? { undecided: [], holding: null, verdict: 'open' }
      if (verdict === 'open') return []
      return rules.slice(0, holding ? rules.indexOf(holding) : rules.length).flatMap((rule, place): Doubt[] => {
        const read = nodes.rules[index]?.[place]
        // all that may hold come to the same: whichever of them does changes nothing
        if (!read || read.kind === 'constant' || (verdict !== 'ask' && holding !== null && sameOutcome(rule, holding))) return []
        const node = never.reduce((rest, fact) => graph.substitute(rest, this.inputOf(fact), graph.neverAsked), read)
        if (node.kind === 'constant') return []
        return [{ licence: id, rule, node, values: verdict === 'ask' && undecided.includes(rule) ? [true, false] : [true] }]
      })
    })
  }

  /** Is there an answer of the tree under which this rule holds? */
  isReal({ node, values }: Doubt): boolean {
    return this.canBe(node, values)
  }

  private readonly tried = new Map<string, boolean>()

  /** Is there a way of answering what this reads under which it is one of these values? */
  private canBe(node: Node, values: readonly Value[]): boolean {
    if (values.includes(this.now(node))) return true
    const key = `${node.id} ${values.join()}`
    const known = this.tried.get(key)
    if (known !== undefined) return known
    const { graph, inputs } = this.expander
    const next = [...inputs].find(([, input]) => setsMeet(node.reads, input.reads))
    const found =
      next !== undefined &&
      (this.answers.get(next[0]) ?? []).some(({ value }) => this.canBe(graph.substitute(node, next[1], graph.constant(value)), values))
    this.tried.set(key, found)
    return found
  }
}

/** A rule that an answer might still turn to one of these values. */
interface Doubt {
  readonly licence: string
  readonly rule: ResolvedRule
  readonly node: Node
  readonly values: readonly boolean[]
}
interface StepOf {
  readonly id: string
  readonly ask: readonly string[]
  readonly when: Node
}
interface Nodes {
  /** Of each licence, in the order of the rules. */
  readonly rules: readonly (readonly Node[])[]
  readonly stops: readonly Node[]
  readonly pages: readonly Node[]
  readonly facts: ReadonlyMap<string, Node>
  readonly whens: ReadonlyMap<string, Node>
}
/** Some answers given, the others still to come. */
export interface SoFar {
  readonly nodes: Nodes
  /** Facts that were not answered. */
  readonly open: ReadonlySet<string>
  /** Where the tree leads; null: it waits for a value that nobody knows. */
  readonly at: Position | null
  /** The answer that is asked next. */
  readonly ask: string | null
  readonly verdicts: readonly string[]
  readonly decisions: readonly ReturnType<typeof decide>[]
  /** Facts that the tree may still ask, whether or not a verdict waits for them. */
  readonly askable: ReadonlySet<string>
}

/** What follows a rule that holds is never looked at, and one that does not hold says nothing. */
function upToHolding(rules: readonly Node[]): Node[] {
  const holding = rules.findIndex(({ kind, value }) => kind === 'constant' && value === true)
  return rules.slice(0, holding < 0 ? rules.length : holding + 1)
}
