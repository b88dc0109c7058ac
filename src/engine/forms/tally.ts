import { factOf } from '../asked/order.ts'
import type { BoxCounts, BoxState } from '../assessment.ts'
import type { Reading } from '../context.ts'
import type { BoxStatus, FilledBox, Tally } from '../states.ts'

/** The boxes of a section by their state: `tally|form|section`; those of all sections of a form: `tally|form`. */
export function tallyCell(reading: Reading, [formId = '', sectionId]: readonly string[]): Tally {
  if (sectionId === undefined) {
    const sections = reading.get(`sections|${formId}`).map(({ id }) => reading.get(`tally|${formId}|${id}`))
    return together(sections, reading.index.inSeveralForms)
  }
  return together([tallyOf(reading.get(`section|${formId}|${sectionId}`).instances)], reading.index.inSeveralSections)
}

/** Counts over all boxes. */
export const countsCell = ({ index, get }: Reading): BoxCounts => sumOf(index.licensed.map(({ id }) => get(`tally|${id}`)))

/** Counts over the boxes of these forms. */
export const countBoxes = (forms: readonly { readonly sections: readonly { readonly instances: Instances }[] }[]): BoxCounts =>
  sumOf(forms.flatMap(({ sections }) => sections.map(({ instances }) => tallyOf(instances))))

type Instances = readonly { readonly boxes: readonly Pick<BoxStatus, 'state' | 'computed' | 'questions'>[] }[]

function tallyOf(instances: Instances): Tally {
  const states = { ...NO_BOXES }
  const filled: FilledBox[] = []
  let byFormula = 0
  for (const { boxes } of instances)
    for (const { state, computed, questions } of boxes) {
      states[state]++
      if (state !== 'filled') continue
      // what is computed prints no answer of its own
      if (computed) byFormula++
      else filled.push({ answers: questions.map(numberOf), isNew: false })
    }
  return { states, byFormula, shared: 0, filled }
}

/** The tallies of parts one after the other. A box is shared when every answer that stands in it stood in an earlier one. Of the boxes of one section that
 * is sure, but for the facts that stand in others too: only those are kept for the count over its form, and of those over all forms. */
function together(tallies: readonly Tally[], elsewhere: ReadonlySet<string>): Tally {
  const states = { ...NO_BOXES }
  const kept: FilledBox[] = []
  let [byFormula, shared] = [0, 0]
  round++
  for (const tally of tallies) {
    for (const state of STATES) states[state] += tally.states[state]
    byFormula += tally.byFormula
    shared += tally.shared
    for (const box of tally.filled) {
      const { answers, isNew } = box
      let met = !isNew
      let sure = isNew
      let open: number[] | null = null
      for (const answer of answers) {
        if (used[answer] === round) continue
        used[answer] = round
        met = false
        if (elsewhere.has(facts[answer] ?? '')) {
          open ??= []
          open.push(answer)
        } else sure = true
      }
      if (met) shared++
      else if (open) kept.push(open.length === answers.length && sure === isNew ? box : { answers: open, isNew: sure })
    }
  }
  return { states, byFormula, shared, filled: kept }
}

function sumOf(tallies: readonly Tally[]): BoxCounts {
  const { states, byFormula, shared } = together(tallies, NOWHERE)
  const boxes = STATES.reduce((sum, state) => sum + states[state], 0)
  return { boxes, ...states, savedBySharing: shared, savedByFormula: byFormula }
}

const NOWHERE: ReadonlySet<string> = new Set()
const NO_BOXES: Readonly<Record<BoxState, number>> = { filled: 0, notApplicable: 0, signature: 0, empty: 0, authority: 0, missing: 0 }
const STATES: readonly BoxState[] = ['filled', 'notApplicable', 'signature', 'empty', 'authority', 'missing']

/** The round of counting in which an answer was last met, by its number: with some thousand look-ups per press, keys of text are too slow. */
const used: number[] = []
let round = 0

const numbers = new Map<string, number>()
const facts: string[] = []

function numberOf(key: string): number {
  const known = numbers.get(key)
  if (known !== undefined) return known
  used.push(0)
  facts.push(factOf(key))
  numbers.set(key, used.length - 1)
  return used.length - 1
}
