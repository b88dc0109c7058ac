import type { Catalogue } from '../catalogue.ts'
import type { Origin } from '../variant.ts'
import { checkBibobBoxes } from './bibob-boxes.ts'
import { checkBibobCatalogue } from './bibob-catalogue.ts'
import { checkBibobDocuments } from './bibob-documents.ts'
import { checkBibobNumber } from './bibob-number.ts'
import { checkBibobQuestions } from './bibob-questions.ts'
import { checkBibobSelection } from './bibob-selection.ts'
import type { LinkContext } from './context.ts'

export type BibobHead = NonNullable<Catalogue['head']['bibob']>
export type BibobForm = Catalogue['forms'][number]
export type BibobSection = BibobForm['sections'][number]
export type BibobBox = BibobSection['boxes'][number]

/** The national list of questions as the base holds it, and what a chain of layers made of it. */
export interface Bibob extends LinkContext {
  readonly head: BibobHead
  readonly national: BibobForm
  readonly local: BibobForm
  /** Licences that are handed in with this form. */
  readonly licences: ReadonlySet<string>
}

/** What the law leaves a town (Wet Bibob art. 7a; Regeling Bibob-formulieren 2024 art. 4–6): it selects from the national list, may reword within
 * three conditions, and never adds. Rules R1–R10; each has a finding code of its own. */
export function checkBibob(context: LinkContext): void {
  const { head } = context.catalogue
  const national = context.base.forms.find(({ id }) => id === head.bibob?.form)
  const local = context.catalogue.forms.find(({ id }) => id === head.bibob?.form)
  if (!head.bibob || !national || !local) return
  const licences = new Set(context.base.licences.filter(({ form }) => form === national.id).map(({ id }) => id))
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

/** Who took an item away: the item itself, or the list it stood in. */
export const removedBy = ({ removed }: LinkContext, ...segments: string[]): Origin | undefined =>
  segments.map((_, index) => removed.get(segments.slice(0, segments.length - index).join('/'))).find((origin) => origin !== undefined)
