import { isUnknown, type RowRef, type Value } from '../../feel/value.ts'
import { BUSINESS } from '../../model/answers/answers.ts'
import { addAll } from '../../model/util/add-all.ts'
import type { VBox, VForm, VSection } from '../../model/variant.ts'
import type { BoxCoverage, BoxState, SectionCoverage } from '../assessment.ts'
import type { Get } from '../cell-values.ts'
import type { Context } from '../context.ts'
import { titleOfRow } from '../facts/row-title.ts'
import { actHolds } from '../outcome/verdicts.ts'
import { run } from '../reader.ts'
import type { Instance } from '../states.ts'
import { COVERAGE_WORDS, keptRows, result, rowOf } from './coverage.ts'
import { partyName, say } from './print.ts'

/** A section with its instances: one, or one per row. `section|form|section`. */
export function sectionCell(context: Context, get: Get, [formId = '', sectionId = '']: readonly string[]): SectionCoverage {
  const form = context.index.forms.get(formId)
  const section = form?.sections.find((one) => one.id === sectionId)
  if (!form || !section) throw new Error(`no section ${sectionId} in ${formId}`)
  const base = { id: section.id, title: say(section.title, context.lang), annex: section.annex }
  const instance = (row: string): Instance => get(`instance|${formId}|${sectionId}|${row}`)
  if (section.per === null) {
    const { covered, missing } = instance('')
    return { ...base, open: missing, instances: [covered] }
  }
  const act = actHolds(get, section.act)
  const when = act === true && section.when ? run(context, get, section.when) : act
  const { items, missing } =
    when === true ? keptRows(context, get, section, section.per) : { items: [], missing: isUnknown(when) ? when.missing : [] }
  if (items.length > 0) {
    const all = items.map(({ id }) => instance(id))
    return {
      ...base,
      open: [...new Set([...missing, ...all.flatMap((one) => one.missing)])],
      instances: all.map(({ covered }, index) => (covered.title === null ? { ...covered, title: String(index + 1) } : covered)),
    }
  }
  // nobody yet: the boxes of the section count once, open while somebody may still come, not applicable otherwise
  const state: BoxState = missing.length > 0 ? 'missing' : 'notApplicable'
  const reason = missing.length > 0 ? COVERAGE_WORDS[context.lang].open : reasonFor(context, get, section, when)
  return {
    ...base,
    open: missing,
    instances: [
      {
        row: null,
        title: null,
        boxes: selectedBoxes(get, form, section).map((box) =>
          result(context, { form, section, box, row: null, bindings: {} }, state, { reason, questions: missing }),
        ),
      },
    ],
  }
}

/** Why a section per row has no sheet: it does not apply, or there is nobody. */
function reasonFor(context: Context, get: Get, { otherwise, per }: VSection, when: Value): string {
  const stated = otherwise?.cases.find((one) => run(context, get, one.when) === true)?.text
  const text = when === true ? otherwise?.none : (stated ?? otherwise?.whenFalse ?? otherwise?.none)
  return text ? say(text, context.lang) : `${COVERAGE_WORDS[context.lang].no} ${nameOf(context, per ?? '')}`
}

/** A section once, or for one of its rows: `instance|form|section|row`. A row has no title while nothing but its place in the list names it. */
export function instanceCell(context: Context, get: Get, [formId = '', sectionId = '', rowId = '']: readonly string[]): Instance {
  const form = context.index.forms.get(formId)
  const section = form?.sections.find((one) => one.id === sectionId)
  if (!form || !section) throw new Error(`no section ${sectionId} in ${formId}`)
  const title = section.per === null ? null : titleOf(context, get, section.per, rowOf(get, rowId))
  const { boxes, missing } = coverBoxes(get, form, section, selectedBoxes(get, form, section), rowId)
  return { covered: { row: rowId || null, title, boxes }, missing }
}

/** The boxes that the town asks of this form. */
function selectedBoxes(get: Get, form: VForm, section: VSection): readonly VBox[] {
  const { boxes } = get(`form|${form.id}`)
  return boxes === 'marked' ? section.boxes.filter((box) => box.bibob !== null) : section.boxes
}

const nameOf = (context: Context, per: string): string => {
  const label = (context.index.aliases.get(per) ?? context.index.collections.get(per))?.label
  return label ? say(label, context.lang).toLowerCase() : per
}

/** The boxes of one instance. Boxes per nested row stand row by row, as they would on a sheet per row. */
function coverBoxes(
  get: Get,
  form: VForm,
  section: VSection,
  selected: readonly VBox[],
  row: string,
): { boxes: BoxCoverage[]; missing: readonly string[] } {
  const cover = (box: VBox, item: string): BoxCoverage => get(`box|${form.id}|${section.id}|${box.nr}|${row}|${item}`)
  const boxes: BoxCoverage[] = []
  const missing: string[] = []
  for (let index = 0; index < selected.length; ) {
    const [first] = selected.slice(index, index + 1)
    if (!first) break
    let end = index + 1
    while (first.each && selected[end]?.each?.source === first.each.source && !selected[end]?.heading) end++
    const run = selected.slice(index, end)
    index = end
    const items = first.each ? get(`items|${form.id}|${section.id}|${first.nr}|${row}`) : null
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
function titleOf(context: Context, get: Get, per: string, row: RowRef): string | null {
  if (context.index.aliases.has(per) || row.subject === 'person' || row.subject === 'company' || row.subject === BUSINESS)
    return partyName(get, row.id)
  const collection = context.index.collections.get(per)
  return collection ? titleOfRow(context, get, collection, row) : null
}
