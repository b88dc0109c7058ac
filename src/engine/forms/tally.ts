import { onceFor } from '../../model/util/once-for.ts'
import { factOf } from '../asked/order.ts'
import type { BoxCounts, BoxState } from '../assessment.ts'
import type { Index, Reading } from '../context.ts'
import type { BoxStatus, Instance, SectionStatus } from '../states.ts'

/** Number of boxes per state. */
interface Tally {
  readonly states: Readonly<Record<BoxState, number>>
  readonly byFormula: number
  /** Boxes that are sure to hold only answers that an earlier box holds. */
  readonly shared: number
  /** In order, the boxes that still depend on earlier boxes elsewhere. */
  readonly filled: readonly FilledBox[]
}

/** A box filled with answers, by number. */
interface FilledBox {
  /** Those that no earlier box of this tally holds. */
  readonly answers: readonly number[]
  /** Sure to hold an answer that no earlier box holds. */
  readonly isNew: boolean
}

/** Counts over all boxes. */
export function countsCell({ index, get }: Reading): BoxCounts {
  const ofForm = tallyOfForm(index)
  return sumOf(index.ids.statuses.map((id) => ofForm(get(id))))
}

/** The boxes of a form, counted once per section and once per list of sections; not computed for callers who only want to know what is asked. */
const tallyOfForm = onceFor(({ inSeveralSections, inSeveralForms }: Index) => {
  const ofSection = onceFor(({ instances }: SectionStatus) => together(instances.map(ofInstance), inSeveralSections))
  return onceFor((statuses: readonly SectionStatus[]) => together(statuses.map(ofSection), inSeveralForms))
})

const ofInstance = onceFor((instance: Instance) => tallyOf([instance]))

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

/** Adds up the tallies of consecutive parts. A box is shared when an earlier one holds every answer in it. Within one section that is certain, except for facts
 * that occur in other sections: only those are kept for the count over the form, and likewise for the count over all forms. */
function together(tallies: readonly Tally[], elsewhere: ReadonlySet<string>): Tally {
  const states = { ...NO_BOXES }
  const kept: FilledBox[] = []
  let [byFormula, shared] = [0, 0]
  const isElsewhere = standsIn(elsewhere)
  round++
  for (const tally of tallies) {
    for (const state of STATES) states[state] += tally.states[state]
    byFormula += tally.byFormula
    shared += tally.shared
    for (const box of tally.filled) {
      const { answers, isNew } = box
      let met = !isNew
      let sure = isNew
      let open: readonly number[] | null = null
      for (const answer of answers) {
        if (used[answer] === round) continue
        used[answer] = round
        met = false
        // an array that is pushed to makes room for sixteen more, and most boxes hold one answer
        if (isElsewhere[answer]) open = answers.length === 1 ? answers : [...(open ?? []), answer]
        else sure = true
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

/** The round of counting in which an answer, by number, was last seen: with about a thousand lookups per press, string keys are too slow. */
const used: number[] = []
let round = 0

/** Per answer number, whether its fact is among these; each looked up once. */
function standsIn(elsewhere: ReadonlySet<string>): readonly boolean[] {
  const known = flagsOf(elsewhere)
  for (let at = known.length; at < facts.length; at++) known.push(elsewhere.has(facts[at] ?? ''))
  return known
}
const flagsOf = onceFor((_: ReadonlySet<string>): boolean[] => [])

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
