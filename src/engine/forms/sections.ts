import { isUnknown, type RowRef, type Value } from '../../feel/value.ts'
import { isParty } from '../../model/answers/answers.ts'
import { type Lang, withinSentence } from '../../model/lang.ts'
import type { Text } from '../../model/schema/common.ts'
import { addAll } from '../../model/util/add-all.ts'
import { onceFor } from '../../model/util/once-for.ts'
import { unique } from '../../model/util/unique.ts'
import type { ResolvedBox, ResolvedForm, ResolvedSection } from '../../model/variant.ts'
import { needsOfBoxes } from '../asked/needs-of-boxes.ts'
import type { SectionCoverage } from '../assessment.ts'
import type { Context, Reading } from '../context.ts'
import { titleOfRow } from '../facts/row-title.ts'
import { same } from '../incremental/same.ts'
import { actHolds } from '../outcome/verdicts.ts'
import { run } from '../reader.ts'
import type { BoxStatus, Instance, SectionStatus } from '../states.ts'
import { coverageWord, keptRows, status } from './box-coverage.ts'
import { localise, partyName } from './format.ts'
import { rowOf, sectionOf } from './place.ts'
import { printBox } from './print-box.ts'

/** A section with its instances: one, or one per row. `section|form|section`. */
export function sectionCell(reading: Reading, parts: readonly string[]): SectionStatus {
  const { form, section } = partOf(reading, parts)
  if (section.per === null) {
    const only = coverBoxes(reading, form, section, selectedBoxes(reading, form, section), '')
    return statusOf(only.missing, [{ row: null, title: null, ...only }])
  }
  const act = actHolds(reading, section.act)
  const when = act === true && section.when ? run(reading, section.when) : act
  const { items, missing } =
    when === true ? keptRows(reading, section, section.per) : { items: [], missing: isUnknown(when) ? when.missing : [] }
  if (items.length > 0) {
    const instances = items.map(({ id }) => reading.get(`instance|${form.id}|${section.id}|${id}`))
    return statusOf(unique([...missing, ...instances.flatMap((instance) => instance.missing)]), instances)
  }
  // nobody yet: the boxes of the section count once, open while somebody may still be added, not applicable otherwise
  const state = missing.length > 0 ? 'missing' : 'notApplicable'
  const reason = missing.length > 0 ? coverageWord('open') : reasonFor(reading, section, when)
  const boxes = selectedBoxes(reading, form, section).map((box) => status(box, state, { reason, questions: missing }))
  return statusOf(missing, [{ row: null, title: null, boxes, missing: [] }])
}

/** What a section needs is stored with it: its boxes are scanned once, and again only when one of them changed. */
const statusOf = (open: readonly string[], instances: readonly Instance[]): SectionStatus => ({
  open,
  instances,
  needs: needsOfBoxes(open, instances),
})

/** Id of the cell of a section, built once: a newly built string is hashed anew on every lookup. */
export function idOfSection(form: ResolvedForm, { id }: ResolvedSection): `section|${string}` {
  const known = idsOf(form)
  const before = known.get(id)
  if (before) return before
  const made = `section|${form.id}|${id}` as const
  known.set(id, made)
  return made
}
const idsOf = onceFor((_: ResolvedForm) => new Map<string, `section|${string}`>())

/** A section as printed: `sheet|form|section`. */
export function sheetCell(reading: Reading, parts: readonly string[]): SectionCoverage {
  const { form, section } = partOf(reading, parts)
  const { open, instances } = reading.get(`section|${form.id}|${section.id}`)
  return {
    id: section.id,
    title: localise(section.title, reading.lang),
    annex: section.annex,
    open,
    instances: instances.map(({ row, title, boxes }, index) => ({
      row,
      // a row without a name is called by its position in the list
      title: row === null ? null : (title ?? String(index + 1)),
      boxes: boxes.map((status) =>
        row === null && section.per !== null
          ? printBox(reading, { form, section, box: status.box, row: null, bindings: {} }, status)
          : reading.get(`printed|${form.id}|${section.id}|${status.box.nr}|${row ?? ''}|${status.item?.row ?? ''}`),
      ),
    })),
  }
}

function partOf({ index }: Context, [formId = '', sectionId = '']: readonly string[]): { form: ResolvedForm; section: ResolvedSection } {
  const form = index.forms.get(formId)
  const section = form && sectionOf(form, sectionId)
  if (!form || !section) throw new Error(`no section ${sectionId} in ${formId}`)
  return { form, section }
}

/** Why a section per row has no sheet: it does not apply, or there is nobody. */
function reasonFor(reading: Reading, { otherwise, per }: ResolvedSection, when: Value): Text {
  const stated = otherwise?.cases.find((alternative) => run(reading, alternative.when) === true)?.text
  const text = when === true ? otherwise?.none : (stated ?? otherwise?.whenFalse ?? otherwise?.none)
  if (text) return text
  const { nl, en } = coverageWord('no')
  return { nl: `${nl} ${nameOf(reading, per ?? '', 'nl')}`, en: `${en} ${nameOf(reading, per ?? '', 'en')}` }
}

/** A section per row, for one of its rows: `instance|form|section|row`. A row has no title while only its position in the list identifies it. */
export function instanceCell(reading: Reading, parts: readonly string[]): Instance {
  const { form, section } = partOf(reading, parts)
  const [, , rowId = ''] = parts
  const title = section.per === null ? null : titleOf(reading, section.per, rowOf(reading, rowId))
  return { row: rowId, title, ...coverBoxes(reading, form, section, selectedBoxes(reading, form, section), rowId) }
}

/** The boxes that the town asks of this form; the same array each time. */
export function selectedBoxes(reading: Reading, form: ResolvedForm, section: ResolvedSection): readonly ResolvedBox[] {
  if (reading.get(`selection|${form.id}`) !== 'marked') return section.boxes
  const known = marked.get(section)
  if (known) return known
  const made = section.boxes.filter((box) => box.bibob !== null)
  marked.set(section, made)
  return made
}
const marked = new WeakMap<ResolvedSection, readonly ResolvedBox[]>()

const nameOf = (context: Context, per: string, lang: Lang): string => {
  const label = (context.index.aliases.get(per) ?? context.index.collections.get(per))?.label
  return label ? withinSentence(localise(label, lang), lang) : per
}

/** The boxes of one instance. Boxes per nested row are grouped by row, as on a sheet per row. */
function coverBoxes(
  reading: Reading,
  form: ResolvedForm,
  section: ResolvedSection,
  selected: readonly ResolvedBox[],
  row: string,
): { boxes: readonly BoxStatus[]; missing: readonly string[] } {
  // when the whole section is not asked, none of its boxes has anything to find out
  const stopped = reading.get(`refused|${form.id}|${section.id}|${row}`)
  const { runs, idsOf } = layoutOf(form, section, selected)
  const boxes: BoxStatus[] = []
  const missing: string[] = []
  for (const { first, from, until } of runs) {
    const items = first.each ? reading.get(`items|${form.id}|${section.id}|${first.nr}|${row}`) : null
    if (items && items.rows.length > 0) addAll(missing, items.missing)
    const rows = items && items.rows.length > 0 ? items.rows.map(({ id }) => id) : NO_ITEM
    for (const item of rows) {
      if (stopped) for (const box of selected.slice(from, until)) boxes.push(status(box, stopped.state, stopped))
      else for (const id of idsOf(row, item).slice(from, until)) boxes.push(reading.get(id))
    }
  }
  return { boxes, missing: unique(missing) }
}
const NO_ITEM: readonly string[] = ['']

interface Layout {
  /** Boxes printed together for each nested row; any other box is a run of its own. */
  readonly runs: readonly { readonly first: ResolvedBox; readonly from: number; readonly until: number }[]
  /** Ids of the cells of all boxes for a row and a nested row, built once: a newly built string is hashed anew on every lookup. */
  readonly idsOf: (row: string, item: string) => readonly `box|${string}`[]
}

function layoutOf(form: ResolvedForm, section: ResolvedSection, selected: readonly ResolvedBox[]): Layout {
  const ofForm = layouts.get(form) ?? new Map<string, Layout>()
  layouts.set(form, ofForm)
  const key = selected === section.boxes ? section.id : `${section.id}|marked`
  const known = ofForm.get(key)
  if (known) return known
  const runs: Layout['runs'][number][] = []
  for (let from = 0; from < selected.length; ) {
    const first = selected[from]
    if (!first) break
    let until = from + 1
    while (first.each && same(selected[until]?.each?.expr, first.each.expr) && !selected[until]?.heading) until++
    runs.push({ first, from, until })
    from = until
  }
  const written = new Map<string, readonly `box|${string}`[]>()
  const idsOf: Layout['idsOf'] = (row, item) => {
    const before = written.get(`${row}|${item}`)
    if (before) return before
    const made = selected.map((box) => `box|${form.id}|${section.id}|${box.nr}|${row}|${item}` as const)
    written.set(`${row}|${item}`, made)
    return made
  }
  const layout = { runs, idsOf }
  ofForm.set(key, layout)
  return layout
}
const layouts = new WeakMap<ResolvedForm, Map<string, Layout>>()

/** What a row is called; null: it has no name, only a position in the list. */
function titleOf(reading: Reading, per: string, row: RowRef): string | null {
  if (reading.index.aliases.has(per) || isParty(row.subject)) return partyName(reading, row.id)
  const collection = reading.index.collections.get(per)
  return collection ? titleOfRow(reading, collection, row) : null
}
