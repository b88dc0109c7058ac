import type { BoxState } from '../../engine/assessment.ts'
import type { Case } from '../../engine/context.ts'
import type { BoxStatus } from '../../engine/states.ts'
import type { ResolvedForm } from '../../model/variant.ts'

/** Boxes (`form:nr`, including parts of party boxes) that are filled, to be signed or for the authority. */
export const filledBoxes = (application: Case): Set<string> => boxesThat(application, ({ state }) => FILLED.includes(state), false)

/** Boxes that are filled or that further answers may still fill, including optional ones that wait and those of an undecided form; none behind a stop. In a
 * section printed per person or company, only those already entered count. */
export const possibleBoxes = (application: Case): Set<string> =>
  boxesThat(application, ({ state, questions }) => state !== 'notApplicable' && (state !== 'empty' || questions.length > 0), true)

const FILLED: readonly BoxState[] = ['filled', 'signature', 'authority']

function boxesThat(application: Case, counts: (box: BoxStatus) => boolean, open: boolean): Set<string> {
  const found = new Set<string>()
  for (const form of application.variant.forms) {
    const applies = application.get(`form|${form.id}`).applies || (open && mayApply(application, form))
    if (!applies) continue
    for (const { id, per } of form.sections) {
      const { instances } = application.get(`section|${form.id}|${id}`)
      for (const { row, boxes } of instances) {
        if (row === null && per !== null && isOfParties(application, per)) continue
        for (const box of boxes) {
          if (!counts(box)) continue
          const { nr } = box.box
          found.add(`${form.id}:${nr}`)
          for (const part of box.parts?.map((each) => each.box.nr) ?? (open ? partsOf(form, id, nr) : [])) found.add(`${form.id}:${part}`)
        }
      }
    }
  }
  return found
}

const isOfParties = ({ index }: Case, per: string): boolean =>
  index.aliases.has(per) || PARTIES.includes(index.collections.get(per)?.subject ?? '')
const PARTIES = ['party', 'person', 'company']

function mayApply(application: Case, { id }: ResolvedForm): boolean {
  if (application.get('stop|') !== null) return false
  return application.variant.licences.some(({ id: licence, form }) => form === id && isOpen(application, licence))
}

const isOpen = (application: Case, licence: string): boolean => application.get(`verdict|${licence}`).verdict === 'open'

/** Which parts a party box may print, while nobody is entered yet. */
function partsOf(form: ResolvedForm, section: string, nr: string): string[] {
  const box = form.sections.find(({ id }) => id === section)?.boxes.find((each) => each.nr === nr)
  if (!box?.party) return []
  const { blocks, without } = box.party
  return form.blocks
    .filter(({ id }) => blocks.includes(id))
    .flatMap(({ boxes }) => boxes.flatMap((part) => (without.includes(part.nr) ? [] : [part.nr])))
}
