import type { Instance, Needs } from '../states.ts'

/** What the boxes of a section need, and what else they can take.
 * @param open what decides whether it gets more rows */
export function needsOfBoxes(open: readonly string[], instances: readonly Instance[]): Needs {
  const needed = new Set(open)
  const wanted = new Set<string>()
  for (const { boxes } of instances)
    for (const { state, questions, blank } of boxes) {
      if (state === 'missing') for (const key of questions) needed.add(key)
      for (const key of state === 'empty' ? questions : blank) wanted.add(key)
    }
  return needed.size + wanted.size === 0 ? NOTHING : { needed: [...needed], wanted: [...wanted] }
}
const NOTHING: Needs = { needed: [], wanted: [] }
