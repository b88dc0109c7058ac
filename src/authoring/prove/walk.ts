import { isShown, leadsTo } from '../../engine/tree/next-step.ts'
import { isCertain, isUnknown, type Value } from '../../feel/value.ts'
import type { AnswerClass } from './nodes/domain.ts'
import { type Graph, type Node, pairKey, setsMeet } from './nodes/nodes.ts'
import { type Tuple, Tuples } from './nodes/tuple.ts'

/** A tree as the walk sees it: conditions as nodes, in the order they are decided. */
export interface Plan {
  readonly graph: Graph
  /** Free inputs given before the first step; not counted as steps of a path. */
  readonly before: readonly PlannedAsk[]
  readonly steps: readonly PlannedStep[]
  /** Inputs no step may ask; unknown at the end. */
  readonly inputs: readonly Node[]
}
export interface PlannedStep {
  readonly id: string
  readonly when: Node
  readonly asks: readonly PlannedAsk[]
  readonly stops: readonly { readonly id: string; readonly when: Node }[]
}
export interface PlannedAsk {
  readonly fact: string
  readonly input: Node
  readonly when: Node
  /** Exact value that makes the question superfluous. */
  readonly exact: Node | null
  readonly answers: readonly AnswerClass[]
  /** Later steps may still ask it. */
  readonly again: boolean
}

/** Partial paths that agree on everything the rest still reads. */
interface State {
  /** Conditions of the tree; decided ones are blanked. */
  readonly conditions: Tuple
  readonly goals: Tuple
  readonly watched: Tuple
  /** Number of paths represented. */
  paths: bigint
  /** Maximum number of steps shown on any of them. */
  steps: number
  /** Incoming transitions, with the goals that got their value on each. */
  readonly from: { readonly state: State; readonly settled: readonly string[]; readonly answer: string | null }[]
}
/** A state on a page, or before the first one. */
interface Walking extends State {
  /** Facts already asked that a later step may ask as well. */
  readonly done: string
}
interface Move {
  /** How many of the conditions are now behind it. */
  readonly past: number
  /** Inputs with the values they got. */
  readonly given?: readonly (readonly [Node, Node])[]
  /** Whether it reaches another page. */
  readonly arrives?: boolean
  readonly done?: string
  readonly weight?: bigint
  readonly answer?: string
}
type Layer = Map<string | number, Walking>
export type Truth = 'true' | 'false' | 'unknown'

export interface Walked {
  /** Paths to the end of the tree, and to each stop. */
  readonly ends: readonly {
    readonly stop: string | null
    readonly paths: bigint
    readonly steps: number
    readonly values: readonly Value[]
    readonly example: string
  }[]
  readonly mergedStates: number
  /** Truth values of each condition on some path: `step kitchen` → true, false, unknown. */
  readonly seen: ReadonlyMap<string, ReadonlySet<Truth>>
  /** The same for the goals that are only watched, on paths that reach the end. */
  readonly watched: ReadonlyMap<string, ReadonlySet<Truth>>
  /** Example of a path on which a condition could not be decided. */
  readonly stuck: ReadonlyMap<string, string>
}

/** Walks all paths at once, page by page. `goals` keep their value until the end; `watched` conditions are only observed. */
export const walk = (plan: Plan, goals: readonly Node[], watched: ReadonlyMap<string, Node>): Walked =>
  new Walker(plan, goals, watched).walkAll()

class Walker {
  private readonly reads: ReturnType<typeof readsOf>
  private readonly tuples: Tuples
  private readonly start: State
  private readonly names: readonly string[]
  /** States by the page they reach next. */
  private readonly arrivals: readonly Layer[]
  private readonly finished: Layer = new Map()
  private readonly ends: { state: State; stop: string | null }[] = []
  private readonly seen = new Map<string, Set<Truth>>()
  private readonly stuck = new Map<string, string>()
  /** Inputs that may still be asked. */
  private readonly open: Set<Node>
  /** Values of nodes while nothing more is asked. */
  private readonly values = new Map<Node, Value>()
  private mergedStates = 0

  constructor(
    private readonly plan: Plan,
    private readonly goals: readonly Node[],
    private readonly watched: ReadonlyMap<string, Node>,
  ) {
    this.reads = readsOf(plan)
    this.names = [...watched.keys()]
    this.tuples = new Tuples(plan.graph, plan.graph.neverAsked)
    this.start = {
      conditions: this.tuples.of(this.reads.nodes),
      goals: this.tuples.of(goals),
      watched: this.tuples.of([...watched.values()]),
      paths: 1n,
      steps: 0,
      from: [],
    }
    this.arrivals = plan.steps.map(() => new Map())
    this.open = new Set(plan.inputs)
  }

  walkAll(): Walked {
    const { before, steps } = this.reads
    const begun: Layer = new Map([['start', { ...this.start, done: '' }]])
    for (const state of this.askAll(begun, before).values()) this.leave(state, null)
    for (const [index, step] of steps.entries()) {
      const layer = this.arrivals[index] ?? new Map()
      this.mergedStates += layer.size
      for (const state of this.askAll(layer, step.asks).values()) this.leave(state, step.id)
    }
    this.mergedStates += this.finished.size
    for (const state of this.finished.values()) this.ends.push({ state, stop: null })
    const { ends, mergedStates, seen, stuck } = this
    return {
      ends: ends.map(({ state, stop }) => ({
        stop,
        paths: state.paths,
        steps: state.steps,
        values: this.goalsIn(state),
        example: exampleOf(state),
      })),
      mergedStates,
      seen,
      watched: this.watchedSeen(),
      stuck,
    }
  }

  private goalsIn({ goals }: State): Value[] {
    return this.goals.map((_, place) => this.now(this.tuples.at(goals, place)))
  }

  /** Asks everything on a page, one question after the other. */
  private askAll(begun: Layer, asks: readonly PlacedAsk[]): Layer {
    let layer = begun
    for (const placed of asks) {
      const next: Layer = new Map()
      for (const state of layer.values()) this.askOne(next, state, placed)
      if (!placed.ask.again) this.close(placed.ask.input)
      this.mergedStates += next.size
      layer = next
    }
    return layer
  }

  private close(input: Node): void {
    this.open.delete(input)
    this.values.clear()
  }

  private askOne(into: Layer, state: Walking, { ask, place }: PlacedAsk): void {
    const { graph } = this.plan
    const past = place + READS_OF_ASK
    if (state.done.includes(`(${ask.fact})`)) {
      this.put(into, state, { past })
      return
    }
    const applies = this.decide(`question ${ask.fact}`, this.valueAt(state, place), state) === 'true'
    const known = applies && ask.exact !== null ? this.valueAt(state, place + 1) : null
    if (applies && (known === null || !isCertain(known))) {
      for (const { value, count, label } of this.toldApart(ask, state)) {
        this.put(into, state, {
          past,
          given: [[ask.input, graph.answer(value)]],
          weight: count,
          answer: `${ask.fact} = ${label}`,
          ...(ask.again ? { done: `${state.done}(${ask.fact})` } : {}),
        })
      }
    } else if (ask.again) this.put(into, state, { past })
    else this.put(into, state, { past, given: [[ask.input, graph.neverAsked]] })
  }

  /** The answers in classes; merged into one where nothing that is left reads them. */
  private toldApart({ input, answers }: PlannedAsk, { conditions, goals, watched }: State): readonly AnswerClass[] {
    const [first] = answers
    if (!first || [conditions, goals, watched].some(({ reads }) => setsMeet(reads, input.reads))) return answers
    return [{ ...first, count: answers.reduce((sum, { count }) => sum + count, 0n) }]
  }

  /** Continues from a page with nothing left open; null: from the start. */
  private leave(state: Walking, from: string | null): void {
    const { steps, stops, end } = this.reads
    const { graph } = this.plan
    const valueAt = (place: number): Value => this.valueAt(state, place)
    const placeOf = (id: string | null): number => steps.findIndex((step) => step.id === id)
    const index = placeOf(from)
    const position = leadsTo(
      { steps, stops },
      {
        // every page is asked here, whether or not a verdict waits for it: this walk answers everything that can be answered
        awaits: (step) => placeOf(step.id) > index,
        isSettled: () => true,
        // a stop behind an earlier page was decided there
        holds: (stop) => placeOf(stop.after) >= index && this.decide(`stop ${stop.id}`, valueAt(stop.place), state) === 'true',
        // an undecided condition is a dead end, which is reported; the walk goes on without the page
        shows: (step) => this.shows(step, valueAt, state),
      },
    )
    if (position?.kind === 'stop') {
      this.ends.push({ state, stop: position.id })
      return
    }
    const to = position?.kind === 'step' ? steps.findIndex(({ id }) => id === position.id) : steps.length
    const skipped = steps.slice(index + 1, to).flatMap(({ asks }) => asks)
    this.put(this.arrivals[to] ?? this.finished, state, {
      past: steps[to]?.begin ?? end,
      given: skipped.flatMap(({ ask }) => (ask.again ? [] : [[ask.input, graph.neverAsked] as const])),
      arrives: position?.kind === 'step',
    })
  }

  private shows(step: PlacedStep, valueAt: (place: number) => Value, state: State): boolean {
    const when = valueAt(step.place)
    this.decide(`step ${step.id}`, when, state)
    const shown = isShown(when, existing(step, valueAt)) === true
    // what is not shown is not asked
    if (when === true && !shown) for (const { ask } of step.asks) this.note(`question ${ask.fact}`, 'false')
    return shown
  }

  /** The state after a move, merged with those that agree on everything the rest still reads. */
  private put(into: Layer, from: Walking, { past, given = [], arrives = false, done = from.done, weight = 1n, answer }: Move): void {
    const { tuples } = this
    let conditions = tuples.forget(from.conditions, past)
    let { goals, watched } = from
    for (const [input, value] of given) {
      conditions = tuples.substitute(conditions, input, value)
      goals = tuples.substitute(goals, input, value)
      watched = tuples.substitute(watched, input, value)
    }
    const settled: string[] = []
    if (watched !== from.watched)
      watched = tuples.settle(watched, from.watched, (place, node) => {
        settled.push(`${this.names[place]}\u0000${truthOf(node.value)}`)
      })
    const rest = pairKey(conditions.id, goals.id)
    // a number is a faster key than a string
    const key = done === '' && this.names.length === 0 ? rest : `${done} ${rest} ${watched.id}`
    const paths = from.paths * weight
    const steps = from.steps + (arrives ? 1 : 0)
    const merged = into.get(key)
    if (!merged) {
      into.set(key, { conditions, goals, watched, paths, steps, from: [{ state: from, settled, answer: answer ?? null }], done })
      return
    }
    merged.paths += paths
    const [first] = merged.from
    // The first way in is on the longest path: messages give that as their example.
    const isLonger = first !== undefined && steps > merged.steps
    // the others are only searched for what was watched on the way
    if (!isLonger && this.names.length === 0) return
    const way = { state: from, settled, answer: answer ?? null }
    if (this.names.length === 0) merged.from[0] = way
    else {
      merged.from.push(way)
      if (isLonger) [merged.from[0], merged.from[merged.from.length - 1]] = [way, first]
    }
    merged.steps = Math.max(merged.steps, steps)
  }

  private valueAt(state: State, place: number): Value {
    return this.now(this.tuples.at(state.conditions, place))
  }

  /** Value of a node while nothing more is asked. */
  private now(node: Node): Value {
    if (node.kind === 'constant') return node.value
    const known = this.values.get(node)
    if (known !== undefined) return known
    const { graph } = this.plan
    let rest = node
    for (const input of this.open) rest = graph.substitute(rest, input, graph.neverAsked)
    this.values.set(node, rest.value)
    return rest.value
  }

  private decide(name: string, value: Value, state: State): Truth {
    const truth = truthOf(value)
    this.note(name, truth)
    if (truth === 'unknown' && !this.stuck.has(name)) this.stuck.set(name, exampleOf(state))
    return truth
  }

  private note(name: string, truth: Truth): void {
    this.seen.set(name, (this.seen.get(name) ?? new Set()).add(truth))
  }

  private watchedSeen(): Map<string, Set<Truth>> {
    const { names, ends } = this
    const seen = new Map<string, Set<Truth>>(names.map((name) => [name, new Set()]))
    for (const entry of settledBefore(ends.filter((end) => end.stop === null).map((end) => end.state))) {
      const [name = '', truth] = entry.split('\u0000')
      seen.get(name)?.add(truth as Truth)
    }
    for (const [name, node] of this.watched) if (node.kind === 'constant') seen.get(name)?.add(truthOf(node.value))
    return seen
  }
}

/** Nodes read per question: whether it exists, and the exact value that makes it superfluous. */
const READS_OF_ASK = 2

interface PlacedAsk {
  readonly ask: PlannedAsk
  /** Index of the node that says whether it exists. */
  readonly place: number
}
interface PlacedStep {
  readonly id: string
  readonly place: number
  /** Indexes of its first question, and of what follows its last one. */
  readonly begin: number
  readonly end: number
  readonly asks: readonly PlacedAsk[]
}
interface PlacedStop {
  readonly id: string
  readonly after: string
  readonly place: number
}

/** Everything a walk reads, in reading order, and the index of each part of it. */
function readsOf({ before, steps, graph }: Plan) {
  const nodes: Node[] = []
  const place = (node: Node): number => nodes.push(node) - 1
  const placeAsk = (ask: PlannedAsk): PlacedAsk => {
    const at = place(ask.when)
    place(ask.exact ?? graph.null)
    return { ask, place: at }
  }
  const first = before.map(placeAsk)
  const stops: PlacedStop[] = []
  const placed = steps.map((step): PlacedStep => {
    const at = place(step.when)
    const asks = step.asks.map(placeAsk)
    const end = nodes.length
    for (const stop of step.stops) stops.push({ id: stop.id, after: step.id, place: place(stop.when) })
    return { id: step.id, place: at, begin: at + 1, end, asks }
  })
  return { nodes, before: first, steps: placed, stops, end: nodes.length }
}

function* existing(step: PlacedStep, valueAt: (place: number) => Value): Generator<Value> {
  for (const { place } of step.asks) yield valueAt(place)
}

export const truthOf = (value: Value): Truth => (isUnknown(value) ? 'unknown' : value === true ? 'true' : 'false')

/** The answers of one of the paths that a state represents. */
function exampleOf(state: State): string {
  const answers: string[] = []
  for (let way = state.from[0]; way; way = way.state.from[0]) if (way.answer) answers.unshift(way.answer)
  return answers.join(', ')
}

/** Everything that was settled on some path to these states. */
function settledBefore(states: readonly State[]): Set<string> {
  const settled = new Set<string>()
  const done = new Set<State>()
  const queue = [...states]
  for (let state = queue.pop(); state; state = queue.pop()) {
    if (done.has(state)) continue
    done.add(state)
    for (const way of state.from) {
      for (const entry of way.settled) settled.add(entry)
      queue.push(way.state)
    }
  }
  return settled
}
