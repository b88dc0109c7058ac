import type { LinkContext } from '../context.ts'
import { checkBibobBoxes } from './boxes.ts'
import { checkBibobCatalogue } from './catalogue.ts'
import type { Bibob } from './context.ts'
import { checkBibobDocuments } from './documents.ts'
import { checkBibobNumber } from './number.ts'
import { checkBibobQuestions } from './questions.ts'
import { checkBibobSelection } from './selection.ts'

/** What the law allows a town (Wet Bibob art. 7a; Regeling Bibob-formulieren 2024 art. 4–6): it selects from the national list, may reword within three
 * conditions, and never adds. Rules R1–R10, each with its own finding code. */
export function checkBibob(context: LinkContext): void {
  const { head } = context.catalogue
  const national = context.base.forms.find(({ id }) => id === head.bibob?.form)
  const local = context.catalogue.forms.find(({ id }) => id === head.bibob?.form)
  if (!head.bibob || !national || !local) return
  const licences = new Set(context.base.licences.filter(({ form }) => form === national.id).map(({ id }) => id))
  for (const id of licences)
    if (!context.catalogue.licences.some((licence) => licence.id === id))
      context.reportAt(
        'LOCKED',
        'error',
        context.removed.get(`licences/${id}`),
        `The national questions of Bibob cannot be taken out: ${id} is gone.`,
        'Take this removal out. A town that asks no Bibob form sets town.bibob.policy to never.',
      )
  const bibob: Bibob = { ...context, head: head.bibob, national, local, licences }
  for (const check of [
    checkBibobBoxes,
    checkBibobQuestions,
    checkBibobSelection,
    checkBibobDocuments,
    checkBibobNumber,
    checkBibobCatalogue,
  ])
    check(bibob)
}
