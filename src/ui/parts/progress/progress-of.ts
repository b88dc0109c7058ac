import { sendKey } from '../../../draft/same-packet.ts'
import type { DraftView } from '../../../draft/session.ts'
import { questionsOf } from '../../../engine/asked/questions.ts'
import type { SendStep } from '../../../engine/assessment.ts'
import type { Place } from '../../../machine/place.ts'
import { stepsToCome } from '../../../machine/steps-of-tree.ts'
import { leftFor } from '../agenda-for.ts'
import { type Minutes, minutesLeft } from './minutes-left.ts'
import type { Stage } from './stage-names.ts'

/** The stage that a page belongs to. */
export const STAGE_OF: Readonly<Record<Extract<Place, { draft: string }>['kind'], Stage>> = {
  about: 'know',
  step: 'know',
  sharpen: 'know',
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
  ask: 'fill',
  search: 'fill',
  attachments: 'attach',
  packet: 'handIn',
  copy: 'handIn',
}

export interface Progress {
  readonly treeOpen: boolean
  /** For the tree while it is open, else for everything asked and attached. */
  readonly minutes: Minutes
  readonly answered: number
  readonly lists: number
  readonly done: Readonly<Record<Stage, boolean>>
}

/** The last step of every sheet. */
const RECEIPT: SendStep['kind'] = 'receipt'

/** How far an application is, counted on this device. */
export function progressOf(view: DraftView): Progress {
  const { application, assessment, draft } = view
  const { answers, lists, treeOpen } = leftFor(view)
  const { documents, documentsMissing } = assessment.counts
  const { at, steps } = application.get('path|')
  const toCome = stepsToCome(application).most - steps.length + (at.kind === 'step' ? 1 : 0)
  const know = !treeOpen
  // only the applicant can tell this site what was handed in, by ticking that the proof of receipt is kept
  const handedIn = assessment.licences
    .filter(({ verdict, via }) => verdict === 'needed' && via === null)
    .map(({ id }) => draft.copied[sendKey(id)]?.done.includes(RECEIPT) ?? false)
  return {
    treeOpen,
    minutes: treeOpen
      ? minutesLeft({ answers: Math.max(toCome, 1), lists: 0, documents: 0 })
      : minutesLeft({ answers: answers.length, lists: lists.length, documents: documentsMissing }),
    answered: questionsOf(application).asked.length,
    lists: lists.length,
    done: {
      know,
      fill: know && answers.length + lists.length === 0,
      attach: know && documents > 0 && documentsMissing === 0,
      handIn: know && handedIn.length > 0 && handedIn.every(Boolean),
    },
  }
}
