import type { Value } from '../../feel/value.ts'
import { isUnknown } from '../../feel/value.ts'
import type { AnswerClass } from './domain.ts'
import type { Graph, Node } from './nodes.ts'
import { isDecided } from './shapes.ts'

/** A tree as the walk sees it: conditions as nodes, in the order in which they are decided. */
export interface Plan {
  readonly graph: Graph
  /** Free inputs given before the first step: they are no step of a path. */
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
  /** Later steps may ask it still. */
  readonly again: boolean
}

/** Partial paths that agree on everything the rest still reads. */
interface State {
  /** Conditions still to be decided, then the goals. */
  readonly nodes: readonly Node[]
  /** Paths represented. */
  paths: bigint
  /** Most steps shown on any of them. */
  steps: number
  /** Ways in, with the goals that got their value on the way. */
  readonly from: { readonly state: State; readonly settled: readonly string[]; readonly answer: string | null }[]
}
/** A state inside a step. */
interface Walking extends State {
  /** Is the current step shown? */
  readonly on: boolean
  /** Has it asked something? */
  readonly asked: boolean
  /** Facts already asked that a later step may ask as well. */
  readonly done: string
}
interface Move {
  readonly input?: Node
  readonly given?: Node
  readonly on?: boolean
  readonly asked?: boolean
  readonly done?: string
  readonly weight?: bigint
  readonly answer?: string
}
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
  /** What each condition came out as on some path: `step kitchen` → true, false, unknown. */
  readonly seen: ReadonlyMap<string, ReadonlySet<Truth>>
  /** The same for the goals that are only watched, on paths that reach the end. */
  readonly watched: ReadonlyMap<string, ReadonlySet<Truth>>
  /** An example of the path on which a condition could not be decided. */
  readonly stuck: ReadonlyMap<string, string>
}

/** Walks all paths at once, step by step. `goals` keep their value until the end; `watched` conditions are only looked at. */
export function walk(plan: Plan, goals: readonly Node[], watched: ReadonlyMap<string, Node>): Walked {
  const { graph } = plan
  const moments = momentsOf(plan)
  const names = [...watched.keys()]
  const tail = goals.length + names.length
  const start: State = {
    nodes: [...moments.flatMap((moment) => moment.reads), ...goals, ...watched.values()],
    paths: 1n,
    steps: 0,
    from: [],
  }
  const seen = new Map<string, Set<Truth>>()
  const stuck = new Map<string, string>()
  const ends: { state: State; stop: string | null }[] = []
  let mergedStates = 0

  const open = new Set(plan.inputs)
  const now = (node: Node): Value => {
    let rest = node
    for (const input of open) rest = graph.substitute(rest, input, graph.neverAsked)
    return rest.value
  }
  const decide = (name: string, node: Node, state: State): Truth => {
    const truth = truthOf(now(node))
    seen.set(name, (seen.get(name) ?? new Set()).add(truth))
    if (truth === 'unknown' && !stuck.has(name)) stuck.set(name, exampleOf(state))
    return truth
  }

  let layer = new Map<string, Walking>([['start', { ...start, on: false, asked: false, done: '' }]])
  for (const moment of moments) {
    const next: typeof layer = new Map()
    const put = (from: Walking, change: Move): void => {
      const { input, given } = change
      const kept = from.nodes.slice(moment.reads.length)
      const moved = input && given ? kept.map((node) => graph.substitute(node, input, given)) : kept
      const settled: string[] = []
      const nodes = moved.map((node, index) => {
        const name = names[index - (moved.length - names.length)]
        if (name === undefined || node.kind !== 'constant' || node === graph.neverAsked) return node
        settled.push(`${name}\u0000${truthOf(node.value)}`)
        return graph.neverAsked
      })
      const on = change.on ?? from.on
      const asked = change.asked ?? from.asked
      const done = change.done ?? from.done
      const key = `${on} ${asked} ${done} ${nodes.map((node) => node.id).join()}`
      const paths = from.paths * (change.weight ?? 1n)
      const steps = from.steps + (change.asked && !from.asked ? 1 : 0)
      const way = { state: from, settled, answer: change.answer ?? null }
      const merged = next.get(key)
      if (merged) {
        merged.paths += paths
        // The first way in is the longest: it is the example that a message gives.
        if (steps > merged.steps) merged.from.unshift(way)
        else merged.from.push(way)
        merged.steps = Math.max(merged.steps, steps)
      } else {
        next.set(key, { nodes, paths, steps, from: [way], on, asked, done })
      }
    }
    for (const state of layer.values()) {
      if (moment.kind === 'enter') {
        put(state, { on: decide(`step ${moment.step}`, state.nodes[0] ?? graph.null, state) === 'true', asked: false })
      } else if (moment.kind === 'ask') {
        askOne(moment, state, put)
      } else if (state.on && decide(`stop ${moment.stop}`, state.nodes[0] ?? graph.null, state) === 'true') {
        ends.push({ state, stop: moment.stop })
      } else {
        put(state, {})
      }
    }
    if (moment.kind === 'ask' && !moment.ask.again) open.delete(moment.ask.input)
    mergedStates += next.size
    layer = next
  }
  for (const state of layer.values()) ends.push({ state, stop: null })

  function askOne(moment: AskMoment, state: Walking, put: (from: Walking, change: Move) => void): void {
    const { ask } = moment
    if (state.done.includes(`(${ask.fact})`)) {
      put(state, {})
      return
    }
    const [when = graph.null, exact = graph.null] = state.nodes
    const counted = moment.counted
    const applies = (state.on || !counted) && decide(`question ${ask.fact}`, when, state) === 'true'
    const known = applies && ask.exact !== null ? now(exact) : null
    if (applies && (known === null || !isDecided(known))) {
      for (const { value, count, label } of ask.answers) {
        const done = ask.again ? { done: `${state.done}(${ask.fact})` } : {}
        put(state, {
          input: ask.input,
          given: graph.constant(value),
          asked: counted ? true : state.asked,
          weight: count,
          answer: `${ask.fact} = ${label}`,
          ...done,
        })
      }
    } else if (ask.again) put(state, {})
    else put(state, { input: ask.input, given: graph.neverAsked })
  }

  const watchedSeen = new Map<string, Set<Truth>>(names.map((name) => [name, new Set()]))
  for (const entry of settledBefore(ends.filter((end) => end.stop === null).map((end) => end.state))) {
    const [name = '', truth] = entry.split('\u0000')
    watchedSeen.get(name)?.add(truth as Truth)
  }
  for (const [index, name] of names.entries()) {
    const node = start.nodes[start.nodes.length - names.length + index]
    if (node?.kind === 'constant') watchedSeen.get(name)?.add(truthOf(node.value))
  }
  return {
    ends: ends.map(({ state, stop }) => ({
      stop,
      paths: state.paths,
      steps: state.steps,
      values: state.nodes.slice(state.nodes.length - tail, state.nodes.length - names.length).map(now),
      example: exampleOf(state),
    })),
    mergedStates,
    seen,
    watched: watchedSeen,
    stuck,
  }
}

type Moment = { readonly reads: readonly Node[] } & ({ kind: 'enter'; step: string } | AskMoment | { kind: 'stop'; stop: string })
interface AskMoment {
  readonly kind: 'ask'
  readonly ask: PlannedAsk
  /** Does answering it make a step of the path? */
  readonly counted: boolean
  readonly reads: readonly Node[]
}

function momentsOf({ before, steps, graph }: Plan): Moment[] {
  const asking = (ask: PlannedAsk, counted: boolean): Moment => ({ kind: 'ask', ask, counted, reads: [ask.when, ask.exact ?? graph.null] })
  return [
    ...before.map((ask) => asking(ask, false)),
    ...steps.flatMap((step): Moment[] => [
      { kind: 'enter', step: step.id, reads: [step.when] },
      ...step.asks.map((ask) => asking(ask, true)),
      ...step.stops.map((stop): Moment => ({ kind: 'stop', stop: stop.id, reads: [stop.when] })),
    ]),
  ]
}

const truthOf = (value: Value): Truth => (isUnknown(value) ? 'unknown' : value === true ? 'true' : 'false')

/** The answers of one of the paths that a state represents. */
function exampleOf(state: State): string {
  const answers: string[] = []
  for (let way = state.from[0]; way; way = way.state.from[0]) if (way.answer) answers.unshift(way.answer)
  return answers.join(', ')
}

/** Everything that was settled on some way to these states. */
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
