import { decide, sameOutcome } from '../../../engine/outcome/verdicts.ts'
import { type Answered, awaitedFacts, isShown, leadsTo, type Position } from '../../../engine/tree/next-step.ts'
import { isUnknown, type Unknown, type Value } from '../../../feel/value.ts'
import { addAll } from '../../../model/util/add-all.ts'
import type { ResolvedQuestion, ResolvedRule, Variant } from '../../../model/variant.ts'
import { type AnswerClass, answersOf, usesOf } from '../nodes/domain.ts'
import { Expander } from '../nodes/expand.ts'
import { bothSets, NO_INPUTS, type Node, readBy, setsMeet } from '../nodes/nodes.ts'
import type { Tuple } from '../nodes/tuple.ts'
import { NamedNodes, type StateOfStep } from './named-nodes.ts'

/** The decision tree as far as the verdicts need it: what is asked first, until every verdict is settled. Walked over answers that are constants or still to
 * come, with the engine's own functions: `decide` (what a verdict waits for), `awaitedFacts` and `leadsTo` (what is asked next). */
export class UntilSettled {
  readonly start: SoFar
  /** Asked before the tree. */
  readonly before: readonly string[]
  readonly answers: ReadonlyMap<string, readonly AnswerClass[]>
  private readonly expander: Expander
  private readonly licences: readonly LicenceOf[]
  private readonly steps: readonly StepOf[]
  private readonly stops: Variant['stops']
  /** Index of the stops among all nodes. */
  private readonly stopsAt: number
  /** What can be asked, with its value. */
  private readonly facts: ReadonlyMap<string, Node>

  /** @param nodes computes what towns have in common once */
  constructor(
    variant: Variant,
    today: string,
    private readonly nodes: NamedNodes = new NamedNodes(),
  ) {
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
      nodes.graph,
    )
    const { expander } = this
    this.facts = new Map(asked.map(({ id }) => [id, expander.fact(id)]))
    this.stops = variant.stops

    const { tuples } = nodes
    const parts: Tuple[] = []
    let at = 0
    const put = (part: readonly Node[]): Place => {
      const tuple = tuples.of(part)
      parts.push(tuple)
      at += tuple.size
      return { at: at - tuple.size, size: tuple.size }
    }
    const rules = variant.licences.map((licence) => licence.rules.map(({ when }) => expander.condition(when.expr)))
    this.licences = variant.licences.map((licence, index) => ({
      ...licence,
      ...put(rules[index] ?? []),
      decisions: nodes.decisionsBy(licence.rules),
    }))
    const stops = variant.stops.map(({ when }) => expander.condition(when.expr))
    this.stopsAt = put(stops).at
    const pages = variant.steps.map(({ when }) => expander.condition(when?.expr ?? null))
    const whens = new Map(asked.map(({ id, when }) => [id, expander.condition(when?.expr ?? null)]))
    const of = (map: ReadonlyMap<string, Node>, ids: readonly string[]): Node[] => ids.flatMap((id) => map.get(id) ?? [])
    this.steps = variant.steps.map(({ id, ask }, index) => {
      const asks = ask.filter((fact) => this.facts.has(fact))
      const part = [pages[index] ?? expander.graph.true, ...of(whens, asks), ...of(this.facts, asks)]
      return { id, ask, asks, ...put(part), states: nodes.statesBy(ask, asks) }
    })
    const uses = usesOf([...rules.flat(), ...stops, ...pages, ...whens.values()])
    this.answers = new Map(asked.map((question) => [question.id, answersOf(question, this.inputOf(question.id).input, uses)]))
    this.start = this.soFar(tuples.together(parts))
  }

  /** The same with one more answer. */
  given(from: SoFar, fact: string, value: Value): SoFar {
    return this.withAnswers(from, [[fact, value]])
  }

  /** The same with these additional answers. */
  withAnswers(from: SoFar, answers: readonly (readonly [string, Value])[]): SoFar {
    return this.soFar(this.filledIn(from.all, answers))
  }

  /** Everything that is read, with these additional answers: not yet where that leads. */
  filledIn(from: Tuple, answers: readonly (readonly [string, Value])[]): Tuple {
    const { graph, tuples } = this.nodes
    return answers.reduce((all, [fact, value]) => tuples.substitute(all, this.inputOf(fact), graph.answer(value)), from)
  }

  /** Of these answers, those the tree may ask, in its order: neither what an earlier one settles nor what does not exist then. */
  askedOf(said: ReadonlyMap<string, Value>): (readonly [string, Value])[] {
    const { graph } = this.nodes
    const kept: (readonly [string, Value])[] = []
    for (const [fact, node] of this.facts) {
      const value = said.get(fact)
      if (value === undefined || value === null || isUnknown(value)) continue
      const now = kept.reduce((rest, [id, given]) => graph.substitute(rest, this.inputOf(id), graph.answer(given)), node)
      if (isUnknown(this.now(now))) kept.push([fact, value])
    }
    return kept
  }

  /** Equal for the same answers. */
  keyOfAnswers(answers: readonly (readonly [string, Value])[]): string {
    return answers.map(([fact, value]) => `${fact} ${this.nodes.graph.answer(value).id}`).join()
  }

  private inputOf(fact: string): Node {
    return this.expander.inputs.get(fact) ?? this.nodes.graph.unknown
  }

  /** Value of a node while nothing more is answered: what it still reads counts as unanswered. */
  private now(node: Node): Value {
    return this.nodes.withoutAnswers(node, this.expander.inputs.values())
  }

  private readonly known = new Map<number, SoFar>()

  /** @param all everything that is read: equal tuples lead to the same place */
  soFar(all: Tuple): SoFar {
    const known = this.known.get(all.id)
    if (known) return known
    const decisions = this.licences.map((licence) => this.decisionOn(licence, all))
    const states = new Map(this.steps.map((step) => [step.id, this.stateOf(step, all)]))
    const shows = ({ id }: { readonly id: string }): boolean | Unknown => states.get(id)?.shown ?? false
    const waiting = decisions.flatMap(({ awaits }) => [...awaits])
    const holds = this.stops.map((_, index) => this.now(this.nodes.tuples.at(all, this.stopsAt + index)))
    for (const held of holds) if (isUnknown(held)) addAll(waiting, held.missing)
    const awaited = awaitedFacts(this.steps, waiting, shows)
    const openOn = ({ id }: StepOf): readonly string[] => states.get(id)?.missing ?? []
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
    const askable = new Set(this.steps.flatMap((each) => (shows(each) === false ? [] : (states.get(each.id)?.open ?? []))))
    const made: SoFar = { all, at, ask, verdicts, decisions, askable }
    this.known.set(all.id, made)
    return made
  }

  private decisionOn({ rules, decisions, ...place }: LicenceOf, all: Tuple): Decided {
    const part = this.partOf(place, all)
    const known = decisions.get(part.id)
    if (known) return known
    const made = decide(rules, (_, index) => this.now(this.nodes.tuples.at(part, index)))
    decisions.set(part.id, made)
    return made
  }

  private stateOf({ ask, asks, states, ...place }: StepOf, all: Tuple): StateOfStep {
    const part = this.partOf(place, all)
    const known = states.get(part.id)
    if (known) return known
    const { tuples } = this.nodes
    const value = (at: number): Value => this.now(tuples.at(part, at))
    const values = asks.map((_, index) => value(1 + asks.length + index))
    const made: StateOfStep = {
      shown: isShown(
        value(0),
        asks.map((_, index) => value(1 + index)),
      ),
      missing: values.flatMap((each) => (isUnknown(each) ? each.missing.filter((key) => ask.includes(key)) : [])),
      open: asks.filter((_, index) => isUnknown(values[index] ?? null)),
    }
    states.set(part.id, made)
    return made
  }

  private partOf({ at, size }: Place, all: Tuple): Tuple {
    return this.nodes.tuples.part(all, at, size)
  }

  /** Equal where the rest of the walk is: everything verdicts and stops still read, whether that can be asked, and what might still change a verdict that waits
   * for nothing. */
  keyOf({ all, at, verdicts, decisions }: SoFar, doubts: readonly Doubt[]): string {
    const { tuples } = this.nodes
    const doubted = doubts.map(({ node, values }) => [node.id, values])
    if (at?.kind !== 'step') return JSON.stringify([at, verdicts, doubted])
    const cut = this.licences.map((licence, index) => {
      const isSettled = decisions[index]?.verdict !== 'open' && decisions[index]?.awaits.length === 0
      return isSettled ? [] : upToHolding(tuples.nodes(this.partOf(licence, all)))
    })
    const stops = this.stops.map((_, index) => tuples.at(all, this.stopsAt + index))
    let reads = readBy([...cut.flat(), ...stops, ...doubts.map(({ node }) => node)])
    const parts: number[] = []
    for (const step of this.steps.toReversed()) {
      const isRead = (fact: string): boolean => setsMeet(this.inputOf(fact).reads, reads)
      if (!step.ask.some(isRead)) continue
      const part = tuples.nodes(this.partOf(step, all))
      const values = part.slice(1 + step.asks.length).filter((node, index) => node.reads !== NO_INPUTS && isRead(step.asks[index] ?? ''))
      for (const node of [...part.slice(0, 1 + step.asks.length), ...values]) {
        reads = bothSets(reads, node.reads)
        parts.push(node.id)
      }
      parts.push(-1)
    }
    return JSON.stringify([doubted, cut.map((of) => of.map(({ id }) => id)), stops.map(({ id }) => id), parts])
  }

  /** Rules before the deciding one that still read answers and have another outcome, for verdicts that wait for nothing. */
  doubtsOf({ all, decisions, askable }: SoFar): Doubt[] {
    const { graph, tuples } = this.nodes
    // what another answer settled is no longer asked, nor what is on no page that is shown
    const never = [...this.facts.keys()].filter((fact) => !askable.has(fact))
    return this.licences.flatMap((licence, index) => {
      const { id, rules } = licence
      const { undecided, holding, verdict } = decisions[index] ?? { undecided: [], holding: null, verdict: 'open' }
      if (verdict === 'open') return []
      const part = this.partOf(licence, all)
      return rules.slice(0, holding ? rules.indexOf(holding) : rules.length).flatMap((rule, place): Doubt[] => {
        const read = tuples.at(part, place)
        // all rules that may hold have the same outcome: whichever does, nothing changes
        if (read.kind === 'constant' || (verdict !== 'ask' && holding !== null && sameOutcome(rule, holding))) return []
        const node = never.reduce((rest, fact) => graph.substitute(rest, this.inputOf(fact), graph.neverAsked), read)
        if (node.kind === 'constant') return []
        return [{ licence: id, rule, node, values: verdict === 'ask' && undecided.includes(rule) ? [true, false] : [true] }]
      })
    })
  }

  /** Whether some answer of the tree makes this rule hold. */
  isReal({ node, values }: Doubt): boolean {
    return this.canBe(node, values)
  }

  private readonly tried = new Map<string, boolean>()

  /** Whether some answers to what this reads give it one of these values. */
  private canBe(node: Node, values: readonly Value[]): boolean {
    if (values.includes(this.now(node))) return true
    const key = `${node.id} ${values.join()}`
    const known = this.tried.get(key)
    if (known !== undefined) return known
    const { graph } = this.nodes
    const next = [...this.expander.inputs].find(([, input]) => setsMeet(node.reads, input.reads))
    const found =
      next !== undefined &&
      (this.answers.get(next[0]) ?? []).some(({ value }) => this.canBe(graph.substitute(node, next[1], graph.answer(value)), values))
    this.tried.set(key, found)
    return found
  }
}

/** A rule that some answer might still give one of these values. */
interface Doubt {
  readonly licence: string
  readonly rule: ResolvedRule
  readonly node: Node
  readonly values: readonly boolean[]
}
type Decided = ReturnType<typeof decide>
/** Where a part is among all nodes. */
interface Place {
  readonly at: number
  readonly size: number
}
interface LicenceOf extends Place {
  readonly id: string
  readonly rules: readonly ResolvedRule[]
  /** By the number of its part; shared by all towns. */
  readonly decisions: Map<number, Decided>
}
/** The part of a step: its condition, those of its questions, and their values. */
interface StepOf extends Place {
  readonly id: string
  readonly ask: readonly string[]
  /** Those of its questions that can be asked. */
  readonly asks: readonly string[]
  /** By the number of its part; shared by all towns. */
  readonly states: Map<number, StateOfStep>
}
/** Some answers given, the others still to come. */
export interface SoFar {
  /** Everything that is read. */
  readonly all: Tuple
  /** Where the tree leads; null: it waits for an unknown value. */
  readonly at: Position | null
  /** The answer asked next. */
  readonly ask: string | null
  readonly verdicts: readonly string[]
  readonly decisions: readonly Decided[]
  /** Facts the tree may still ask, whether or not a verdict waits for them. */
  readonly askable: ReadonlySet<string>
}

/** Rules after one that holds are never looked at, and a rule that does not hold says nothing. */
function upToHolding(rules: readonly Node[]): readonly Node[] {
  const holding = rules.findIndex(({ kind, value }) => kind === 'constant' && value === true)
  return rules.slice(0, holding < 0 ? rules.length : holding + 1)
}
