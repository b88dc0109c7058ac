import type { BoxCoverage } from '../../engine/assessment.ts'
import type { Case } from '../../engine/context.ts'
import type { VForm } from '../../model/variant.ts'

/** Boxes (`form:nr`, parts of a party's box too) that are filled, to be signed or for the authority. */
export const filledBoxes = (one: Case): Set<string> => boxesThat(one, ({ state }) => FILLED.includes(state), false)

/** Boxes that are filled or that further answers may still fill: also those that may stay empty and wait, and those of a form that is not decided; none behind a stop. Where a
 * section is printed per person or company only those count who are there. */
export const possibleBoxes = (one: Case): Set<string> =>
  boxesThat(one, ({ state, questions }) => state !== 'notApplicable' && (state !== 'empty' || questions.length > 0), true)

const FILLED: readonly BoxCoverage['state'][] = ['filled', 'signature', 'authority']

function boxesThat(one: Case, counts: (box: BoxCoverage) => boolean, open: boolean): Set<string> {
  const found = new Set<string>()
  for (const form of one.variant.forms) {
    const applies = one.memo.get(`form|${form.id}`).applies || (open && mayApply(one, form))
    if (!applies) continue
    for (const { id, per } of form.sections) {
      const { instances } = one.memo.get(`section|${form.id}|${id}`)
      for (const { row, boxes } of instances) {
        if (row === null && per !== null && isOfParties(one, per)) continue
        for (const box of boxes) {
          if (!counts(box)) continue
          found.add(`${form.id}:${box.nr}`)
          for (const nr of box.parts?.map((part) => part.nr) ?? (open ? partsOf(form, id, box.nr) : [])) found.add(`${form.id}:${nr}`)
        }
      }
    }
  }
  return found
}

const isOfParties = ({ index }: Case, per: string): boolean =>
  index.aliases.has(per) || PARTIES.includes(index.collections.get(per)?.subject ?? '')
const PARTIES = ['party', 'person', 'company']

function mayApply(one: Case, { id }: VForm): boolean {
  if (one.memo.get('stop|') !== null) return false
  return one.variant.licences.some(({ id: licence, form }) => form === id && isOpen(one, licence))
}

const isOpen = (one: Case, licence: string): boolean => one.memo.get(`verdict|${licence}`).verdict === 'open'

/** Which parts a box of a party may print, while nobody stands there yet. */
function partsOf(form: VForm, section: string, nr: string): string[] {
  const box = form.sections.find(({ id }) => id === section)?.boxes.find((each) => each.nr === nr)
  if (!box?.party) return []
  const { blocks, without } = box.party
  return form.blocks
    .filter(({ id }) => blocks.includes(id))
    .flatMap(({ boxes }) => boxes.flatMap((part) => (without.includes(part.nr) ? [] : [part.nr])))
}
