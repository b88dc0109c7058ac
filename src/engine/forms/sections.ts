import { isUnknown, type RowRef, type Value } from '../../feel/value.ts'
import { BUSINESS } from '../../model/answers/answers.ts'
import type { Text } from '../../model/schema/common.ts'
import { addAll } from '../../model/util/add-all.ts'
import type { ResolvedBox, ResolvedForm, ResolvedSection } from '../../model/variant.ts'
import type { SectionCoverage } from '../assessment.ts'
import type { Context, Reading } from '../context.ts'
import { titleOfRow } from '../facts/row-title.ts'
import { same } from '../incremental/same.ts'
import { actHolds } from '../outcome/verdicts.ts'
import { run } from '../reader.ts'
import type { BoxStatus, Instance, SectionStatus } from '../states.ts'
import { COVERAGE_WORDS, keptRows, status } from './box-coverage.ts'
import { localise, partyName } from './format.ts'
import { rowOf } from './place.ts'
import { printBox } from './print-box.ts'

/** A section with its instances: one, or one per row. `section|form|section`. */
export function sectionCell(reading: Reading, parts: readonly string[]): SectionStatus {
  const { form, section } = sectionOf(reading, parts)
  const instance = (row: string): Instance => reading.get(`instance|${form.id}|${section.id}|${row}`)
  if (section.per === null) {
    const only = instance('')
    return { open: only.missing, instances: [only] }
  }
  const act = actHolds(reading, section.act)
  const when = act === true && section.when ? run(reading, section.when) : act
  const { items, missing } =
    when === true ? keptRows(reading, section, section.per) : { items: [], missing: isUnknown(when) ? when.missing : [] }
  if (items.length > 0) {
    const instances = items.map(({ id }) => instance(id))
    return { open: [...new Set([...missing, ...instances.flatMap((instance) => instance.missing)])], instances }
  }
  // nobody yet: the boxes of the section count once, open while somebody may still come, not applicable otherwise
  const state = missing.length > 0 ? 'missing' : 'notApplicable'
  const reason = missing.length > 0 ? COVERAGE_WORDS.open : reasonFor(reading, section, when)
  const boxes = selectedBoxes(reading, form, section).map((box) => status(box, state, { reason, questions: missing }))
  return { open: missing, instances: [{ row: null, title: null, boxes, missing: [] }] }
}

/** A section as it is printed: `sheet|form|section`. */
export function sheetCell(reading: Reading, parts: readonly string[]): SectionCoverage {
  const { form, section } = sectionOf(reading, parts)
  const { open, instances } = reading.get(`section|${form.id}|${section.id}`)
  return {
    id: section.id,
    title: localise(section.title, reading.lang),
    annex: section.annex,
    open,
    instances: instances.map(({ row, title, boxes }, index) => ({
      row,
      // a row that nothing names is called by its place in the list
      title: row === null ? null : (title ?? String(index + 1)),
      boxes: boxes.map((status) =>
        row === null && section.per !== null
          ? printBox(reading, { form, section, box: status.box, row: null, bindings: {} }, status)
          : reading.get(`printed|${form.id}|${section.id}|${status.box.nr}|${row ?? ''}|${status.item?.row ?? ''}`),
      ),
    })),
  }
}

function sectionOf({ index }: Context, [formId = '', sectionId = '']: readonly string[]): { form: ResolvedForm; section: ResolvedSection } {
  const form = index.forms.get(formId)
  const section = form?.sections.find((section) => section.id === sectionId)
  if (!form || !section) throw new Error(`no section ${sectionId} in ${formId}`)
  return { form, section }
}

/** Why a section per row has no sheet: it does not apply, or there is nobody. */
function reasonFor(reading: Reading, { otherwise, per }: ResolvedSection, when: Value): Text {
  const stated = otherwise?.cases.find((alternative) => run(reading, alternative.when) === true)?.text
  const text = when === true ? otherwise?.none : (stated ?? otherwise?.whenFalse ?? otherwise?.none)
  if (text) return text
  const { nl, en } = COVERAGE_WORDS.no
  return { nl: `${nl} ${nameOf(reading, per ?? '', 'nl')}`, en: `${en} ${nameOf(reading, per ?? '', 'en')}` }
}

/** A section once, or for one of its rows: `instance|form|section|row`. A row has no title while nothing but its place in the list names it. */
export function instanceCell(reading: Reading, parts: readonly string[]): Instance {
  const { form, section } = sectionOf(reading, parts)
  const [, , rowId = ''] = parts
  const title = section.per === null ? null : titleOf(reading, section.per, rowOf(reading, rowId))
  return { row: rowId || null, title, ...coverBoxes(reading, form, section, selectedBoxes(reading, form, section), rowId) }
}

/** The boxes that the town asks of this form. */
export function selectedBoxes(reading: Reading, form: ResolvedForm, section: ResolvedSection): readonly ResolvedBox[] {
  const { boxes } = reading.get(`form|${form.id}`)
  return boxes === 'marked' ? section.boxes.filter((box) => box.bibob !== null) : section.boxes
}

const nameOf = (context: Context, per: string, lang: keyof Text): string => {
  const label = (context.index.aliases.get(per) ?? context.index.collections.get(per))?.label
  return label ? localise(label, lang).toLowerCase() : per
}

/** The boxes of one instance. Boxes per nested row stand row by row, as they would on a sheet per row. */
function coverBoxes(
  reading: Reading,
  form: ResolvedForm,
  section: ResolvedSection,
  selected: readonly ResolvedBox[],
  row: string,
): { boxes: BoxStatus[]; missing: readonly string[] } {
  // where the whole section is not asked, no box of it has anything to find out
  const stopped = reading.get(`refused|${form.id}|${section.id}|${row}`)
  const cover = (box: ResolvedBox, item: string): BoxStatus =>
    stopped ? status(box, stopped.state, stopped) : reading.get(`box|${form.id}|${section.id}|${box.nr}|${row}|${item}`)
  const boxes: BoxStatus[] = []
  const missing: string[] = []
  for (let index = 0; index < selected.length; ) {
    const [first] = selected.slice(index, index + 1)
    if (!first) break
    let end = index + 1
    while (first.each && same(selected[end]?.each?.expr, first.each.expr) && !selected[end]?.heading) end++
    const run = selected.slice(index, end)
    index = end
    const items = first.each ? reading.get(`items|${form.id}|${section.id}|${first.nr}|${row}`) : null
    if (items && items.rows.length > 0) addAll(missing, items.missing)
    const rows = items && items.rows.length > 0 ? items.rows.map(({ id }) => id) : ['']
    for (const item of rows)
      addAll(
        boxes,
        run.map((box) => cover(box, item)),
      )
  }
  return { boxes, missing: [...new Set(missing)] }
}

/** What a row is called; null: it has no name, only a place in the list. */
function titleOf(reading: Reading, per: string, row: RowRef): string | null {
  if (reading.index.aliases.has(per) || row.subject === 'person' || row.subject === 'company' || row.subject === BUSINESS)
    return partyName(reading, row.id)
  const collection = reading.index.collections.get(per)
  return collection ? titleOfRow(reading, collection, row) : null
}
