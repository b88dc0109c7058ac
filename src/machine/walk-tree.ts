import { transition } from 'xstate'
import type { Reader } from '../feel/reader.ts'
import type { Variant } from '../model/variant.ts'
import { type Position, positionOf, stepApplies, treeMachine } from './tree-machine.ts'

const machines = new WeakMap<Variant, ReturnType<typeof treeMachine>>()

function machineOf(variant: Variant): ReturnType<typeof treeMachine> {
  const known = machines.get(variant)
  if (known) return known
  const made = treeMachine(variant)
  machines.set(variant, made)
  return made
}

/** Where the tree leads from this step with the answers of now; the step itself while something on it is open. `null`: from the start. */
export function onwardFrom(variant: Variant, step: string | null, reader: Reader): Position {
  const machine = machineOf(variant)
  const here = machine.resolveState({ value: step === null ? 'start' : `step/${step}`, context: { reader: () => reader } })
  const [next] = transition(machine, here, { type: 'ANSWERED' })
  return positionOf(next.value)
}

/** How many steps this path has at most: those that do not apply are left out, and those of which nobody knows yet are counted. `certain`: no more and
 * no fewer. */
export function stepsToCome(variant: Variant, reader: Reader): { readonly most: number; readonly certain: boolean } {
  const states = variant.steps.map((step) => stepApplies(step, reader))
  return { most: states.filter((state) => state !== false).length, certain: states.every((state) => state !== 'unknown') }
}

/** The steps from the start as these answers lead, and where they end. */
export function walkTree(variant: Variant, reader: Reader): { readonly steps: readonly string[]; readonly end: Position } {
  const steps: string[] = []
  let at = onwardFrom(variant, null, reader)
  while (at.kind === 'step' && !steps.includes(at.id)) {
    steps.push(at.id)
    at = onwardFrom(variant, at.id, reader)
  }
  return { steps, end: at }
}

/** Questions of the steps that these answers lead past, each with its step. A step that is not on the path asks nothing: what it would have
 * asked may be asked elsewhere. */
export function askedInTree(variant: Variant, reader: Reader): ReadonlyMap<string, string> {
  const { steps } = walkTree(variant, reader)
  return new Map(variant.steps.flatMap((step) => (steps.includes(step.id) ? step.ask.map((fact) => [fact, step.id] as const) : [])))
}
