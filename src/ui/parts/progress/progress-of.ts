import type { DraftView } from '../../../draft/session.ts'
import { questionsOf } from '../../../engine/questions.ts'
import type { Place } from '../../../machine/place.ts'
import { stepsToCome } from '../../../machine/steps-of-tree.ts'
import { leftFor } from '../agenda-for.ts'
import { type Minutes, minutesLeft } from './minutes-left.ts'

/** From knowing what is needed to handing it in. A stage is a place one can go back to, never a lock. */
export const STAGE_NAMES = ['know', 'fill', 'attach', 'handIn'] as const
export type Stage = (typeof STAGE_NAMES)[number]

/** The stage that a page belongs to. */
export const STAGE_OF: Readonly<Record<Extract<Place, { draft: string }>['kind'], Stage>> = {
  about: 'know',
  step: 'know',
  stop: 'know',
  outcome: 'know',
  tree: 'know',
  compare: 'know',
  sources: 'know',
  tasks: 'fill',
  topic: 'fill',
  list: 'fill',
  row: 'fill',
  review: 'fill',
  attachments: 'attach',
  packet: 'handIn',
  copy: 'handIn',
}

export interface Progress {
  readonly treeOpen: boolean
  /** Of the tree while that is open, else of all that is asked and attached. */
  readonly minutes: Minutes
  readonly answered: number
  readonly lists: number
  readonly done: Readonly<Record<Stage, boolean>>
}

/** How far an application is, counted on this device. */
export function progressOf(view: DraftView): Progress {
  const { application, assessment } = view
  const { answers, lists, treeOpen } = leftFor(view)
  const { documents, documentsMissing } = assessment.counts
  const toCome = Math.max(stepsToCome(application).most - application.get('path|').steps.length + 1, 1)
  const know = !treeOpen
  return {
    treeOpen,
    minutes: treeOpen
      ? minutesLeft({ answers: toCome, lists: 0, documents: 0 })
      : minutesLeft({ answers: answers.length, lists: lists.length, documents: documentsMissing }),
    answered: questionsOf(application).asked.length,
    lists: lists.length,
    done: {
      know,
      fill: know && answers.length + lists.length === 0,
      attach: know && documents > 0 && documentsMissing === 0,
      // nobody tells this site that something was handed in
      handIn: false,
    },
  }
}
