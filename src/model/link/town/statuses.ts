import { formsOf } from '../../forms-of.ts'
import type { LinkContext } from '../context.ts'

/** A form is `preparation` until there is evidence for more: a regulation may prescribe the paper form, or the national list of questions may be unread. */
export function checkStatuses({ catalogue, report }: LinkContext): void {
  for (const status of catalogue.statuses) {
    if (status.status === 'preparation') continue
    const isBibob = status.id === catalogue.head.bibob?.form
    // the Bibob form is prescribed too, but once its annex is loaded a town may declare that it accepts this selection (Regeling Bibob-formulieren 2024 art. 4)
    const licence = catalogue.licences.find((licence) => formsOf(licence).includes(status.id) && licence.prescribedForm && !isBibob)
    if (licence)
      report(
        'STATUS_REFUSED',
        'error',
        status,
        'status',
        `The form ${status.id} cannot be ${status.status}: a regulation prescribes the form of ${licence.id}.`,
        'Write status: preparation.',
      )
    else if (isBibob && catalogue.head.bibob?.verified2024 !== true)
      report(
        'STATUS_REFUSED',
        'error',
        status,
        'status',
        `The form ${status.id} cannot be ${status.status}: the catalogue of 2024 is not loaded.`,
        'Write status: preparation.',
      )
    else if (status.status === 'adopted' && (status.on === undefined || status.reference === undefined))
      report(
        'STATUS_REFUSED',
        'error',
        status,
        'status',
        `The form ${status.id} is called adopted without saying when and where that was decided.`,
        'Add on: with the date and reference: with the decision, or write status: preparation.',
      )
  }
}
