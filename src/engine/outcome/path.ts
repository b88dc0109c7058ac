import { isUnknown } from '../../feel/value.ts'
import { standsAlone } from '../../model/answers/answers.ts'
import { addAll } from '../../model/util/add-all.ts'
import type { Get } from '../cell-values.ts'
import type { Context } from '../context.ts'
import { run } from '../reader.ts'
import type { PathState } from '../states.ts'

/** The steps of the tree that these answers lead past, with what is still open on each. Ends at a stop. */
export function pathCell(context: Context, get: Get): PathState {
  const steps: { id: string; open: string[] }[] = []
  const missing: string[] = []
  for (const step of context.variant.steps) {
    const on = step.when ? run(context, get, step.when) : true
    if (isUnknown(on)) {
      addAll(missing, on.missing)
      continue
    }
    if (on !== true) continue
    const open: string[] = []
    for (const fact of step.ask) {
      const value = get(`fact|${fact}|`)
      if (isUnknown(value) && !isSpared(context, get, fact)) addAll(open, value.missing)
    }
    steps.push({ id: step.id, open: [...new Set(open)] })
    if (context.variant.stops.some((stop) => stop.after === step.id && run(context, get, stop.when) === true)) break
  }
  return { steps, missing: [...new Set(missing)] }
}

/** A list of ticks of which every fact behind it was answered by itself has nothing left to say. */
function isSpared(context: Context, get: Get, list: string): boolean {
  const behind = context.index.settledBy.get(list) ?? []
  const ticks = (context.index.questions.get(list)?.options ?? []).filter(({ id }) => !standsAlone(id))
  return (
    ticks.length > 0 &&
    behind.length >= ticks.length &&
    behind.every(({ id }) => get(`answer|${id}`) !== undefined || get(`fact|${id}|`) === null)
  )
}

/** Id of the stop these answers end in, or null. */
export function stopCell(context: Context, get: Get): string | null {
  const { steps } = get('path|')
  const last = steps.at(-1)?.id
  return context.variant.stops.find((stop) => stop.after === last && run(context, get, stop.when) === true)?.id ?? null
}
