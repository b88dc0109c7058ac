import type { BoxCounts, BoxState } from '../assessment.ts'
import type { Reading } from '../context.ts'
import type { BoxStatus, Tally } from '../states.ts'

/** The boxes of a section by their state: `tally|form|section`; those of all sections of a form: `tally|form`. */
export function tallyCell(reading: Reading, [formId = '', sectionId]: readonly string[]): readonly Tally[] {
  if (sectionId === undefined) return reading.get(`sections|${formId}`).flatMap(({ id }) => reading.get(`tally|${formId}|${id}`))
  return [tallyOf(reading.get(`section|${formId}|${sectionId}`).instances)]
}

/** Counts over all boxes. */
export const countsCell = ({ index, get }: Reading): BoxCounts => sumOf(index.licensed.flatMap(({ id }) => get(`tally|${id}`)))

/** Counts over the boxes of these forms. */
export const countBoxes = (forms: readonly { readonly sections: readonly { readonly instances: Instances }[] }[]): BoxCounts =>
  sumOf(forms.flatMap(({ sections }) => sections.map(({ instances }) => tallyOf(instances))))

type Instances = readonly { readonly boxes: readonly Pick<BoxStatus, 'state' | 'computed' | 'questions'>[] }[]

function tallyOf(instances: Instances): Tally {
  const states: Record<BoxState, number> = { filled: 0, notApplicable: 0, signature: 0, empty: 0, authority: 0, missing: 0 }
  const filled: number[][] = []
  let byFormula = 0
  for (const { boxes } of instances)
    for (const { state, computed, questions } of boxes) {
      states[state]++
      if (state !== 'filled') continue
      // what is computed prints no answer of its own
      if (computed) byFormula++
      else filled.push(questions.map(numberOf))
    }
  return { states, byFormula, filled }
}

function sumOf(tallies: readonly Tally[]): BoxCounts {
  const counts = {
    boxes: 0,
    filled: 0,
    notApplicable: 0,
    signature: 0,
    empty: 0,
    authority: 0,
    missing: 0,
    savedBySharing: 0,
    savedByFormula: 0,
  }
  round++
  for (const { states, byFormula, filled } of tallies) {
    for (const state of STATES) {
      counts[state] += states[state]
      counts.boxes += states[state]
    }
    counts.savedByFormula += byFormula
    for (const keys of filled) {
      let first = false
      for (const key of keys) {
        if (used[key] === round) continue
        used[key] = round
        first = true
      }
      // every answer that stands in this box stood in an earlier one
      if (!first) counts.savedBySharing++
    }
  }
  return counts
}

const STATES: readonly BoxState[] = ['filled', 'notApplicable', 'signature', 'empty', 'authority', 'missing']

/** The round of counting in which an answer was last met, by its number: some thousand look-ups for each press are too many for texts. */
const used: number[] = []
let round = 0

const numbers = new Map<string, number>()

function numberOf(key: string): number {
  const known = numbers.get(key)
  if (known !== undefined) return known
  used.push(0)
  numbers.set(key, used.length - 1)
  return used.length - 1
}
