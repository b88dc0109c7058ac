import { addAll } from '../../model/util/add-all.ts'
import { onceFor } from '../../model/util/once-for.ts'
import type { ResolvedForm, ResolvedSection } from '../../model/variant.ts'
import type { Reading } from '../context.ts'
import { idOfSection, selectedBoxes } from '../forms/sections.ts'
import type { Needs, Open, SectionStatus } from '../states.ts'
import { inOrder } from './order.ts'

// What is asked is collected per section, per form and for the case, so that an answer updates only what it touches.

/** Everything that questions rest on: `rests|`. What no status covers: `rests|form`, and for a section per row `rests|form|section`. Has no value: only its
 * dependencies count. */
export function restsCell(reading: Reading, [formId = '', sectionId]: readonly string[]): null {
  const { index, variant, get } = reading
  const form = index.forms.get(formId)
  if (form) {
    const section = sectionId === undefined ? undefined : form.sections.find(({ id }) => id === sectionId)
    if (section) boxesWithoutRow(reading, form, section, get(idOfSection(form, section)))
    else for (const { id, per } of get(`sections|${formId}`)) if (per !== null) get(`rests|${formId}|${id}`)
    return null
  }
  // the dates decide which figures apply, whether or not any of these answers reads them
  get(`fact|${variant.names.application.filingDate}|`)
  get(`fact|${variant.names.application.startDate}|`)
  get('path|')
  get('stop|')
  // an answer may select the boxes of a form
  get('outcomes|forms')
  get('outcomes|verdicts')
  // these depend on all sections
  for (const id of index.ids.statuses) get(id)
  for (const id of index.ids.rests) get(id)
  if (variant.areas.length > 0) get('areas|')
  get('outcomes|fees')
  get('outcomes|documents')
  get('terms|')
  get('opening|')
  return null
}

/** What the outcomes of one kind wait for: `outcomes|verdicts`, `outcomes|forms`, `outcomes|fees`, `outcomes|documents`. One cell per kind, as more than one
 * seldom changes. */
export function outcomesCell({ index, get }: Reading, [sort = '']: readonly string[]): readonly string[] {
  const { forms, verdicts, fees, documents } = index.ids
  const waiting =
    sort === 'forms'
      ? forms.map((id) => get(id))
      : sort === 'verdicts'
        ? verdicts.map((id) => get(id))
        : sort === 'fees'
          ? fees.map((id) => get(id))
          : sort === 'documents'
            ? documents.map((id) => get(id))
            : []
  return waiting.flatMap(({ missing }) => missing)
}

/** A section rests on its boxes. Nothing else reads those of a section per row without rows, so they are read here, once and with no row. */
function boxesWithoutRow(
  reading: Reading,
  { id: form }: ResolvedForm,
  { id, per }: ResolvedSection,
  { open, instances }: SectionStatus,
): void {
  if (open.length > 0 || per === null) return
  for (const { row, boxes } of instances) if (row === null) for (const { box } of boxes) reading.get(`box|${form}|${id}|${box.nr}||`)
}

/** Sections of a form that have boxes here; none when the form does not apply. `sections|form`. */
export function sectionsCell(reading: Reading, [formId = '']: readonly string[]): readonly ResolvedSection[] {
  const { index, get } = reading
  const form = index.forms.get(formId)
  if (!form || !get(`form|${formId}`).applies) return []
  return form.sections.filter((section) => selectedBoxes(reading, form, section).length > 0)
}

/** The status of each of those sections, in the same order: `statuses|form`. */
export function statusesCell(reading: Reading, [formId = '']: readonly string[]): readonly SectionStatus[] {
  const form = reading.index.forms.get(formId)
  return form ? reading.get(`sections|${formId}`).map((section) => reading.get(idOfSection(form, section))) : []
}

/** What the boxes of these sections need, and what else they can take. */
const needsOf = onceFor((statuses: readonly SectionStatus[]): Needs => together(statuses.map(({ needs }) => needs)))

const NO_NEEDS: Needs = { needed: [], wanted: [] }

function together(all: readonly Needs[]): Needs {
  const some = all.filter(({ needed, wanted }) => needed.length + wanted.length > 0)
  const [only = NO_NEEDS] = some
  if (some.length < 2) return only
  return {
    needed: [...new Set(some.flatMap(({ needed }) => needed))],
    wanted: [...new Set(some.flatMap(({ wanted }) => wanted))],
  }
}

/** What is asked and unanswered, in the order of asking. */
export function openCell(reading: Reading): Open {
  if (reading.get('stop|') !== null) return NOTHING
  const path = reading.get('path|')
  const forms = together(reading.index.ids.statuses.map((id) => needsOf(reading.get(id))))
  const needed = [...[...path.steps, ...path.ahead].flatMap((step) => step.open), ...path.missing]
  addAll(needed, reading.get('outcomes|verdicts'))
  addAll(needed, reading.get('outcomes|forms'))
  addAll(needed, forms.needed)
  for (const area of reading.get('areas|')) addAll(needed, area.missing)
  addAll(needed, reading.get('outcomes|fees'))
  addAll(needed, reading.get('outcomes|documents'))
  const wanted = [...forms.wanted, ...reading.get('terms|').flatMap((term) => term.wanted)]
  const must = inOrder(reading, needed)
  return { needed: must, open: wanted.length > 0 ? inOrder(reading, [...needed, ...wanted]) : must }
}

const NOTHING: Open = { needed: [], open: [] }
