import { boxesOf } from '../boxes-of.ts'
import type { Catalogue } from '../catalogue.ts'
import { isAskedEverywhere } from '../evidence.ts'
import type { Finding } from '../findings/finding.ts'
import { errorAt } from '../findings/finding-at.ts'
import { didYouMean } from '../findings/nearest.ts'
import type { Layer, RuleSet } from '../rule-set.ts'
import { listsOf, ofSameParts } from '../util/once-for.ts'
import type { Provenance } from './provenance.ts'

/** Boxes of the catalogue that a chain of layers opts in to: all of them, or by name, `exploitation/EX-079`. */
export type Asks = 'all' | ReadonlySet<string>

export const asksNothing: Asks = new Set<string>()

/** What a layer asks in addition to the layers below it; the same object when it adds nothing. */
export function asksWith(below: Asks, { asks }: Layer['data']): Asks {
  if (below === 'all' || asks === undefined) return below
  return asks === 'all' ? 'all' : new Set([...below, ...asks.map(({ box }) => box)])
}

/** The boxes of the base that are not asked unless a town opts in, `exploitation/EX-079`. */
export const catalogueBoxes = (base: Catalogue): ReadonlySet<string> =>
  new Set(
    base.forms.flatMap((form) =>
      form.sections.flatMap(({ per, boxes }) => boxes.flatMap((box) => (isAskedEverywhere(box, per) ? [] : [`${form.id}/${box.nr}`]))),
    ),
  )

/** The catalogue with only what is asked: boxes that no layer opted in to are dropped, as are sections without boxes, and attachments that only such boxes
 * take. Boxes that a layer added itself are asked. Lists that lose nothing keep their identity. */
export function onlyAsked(whole: Catalogue, off: ReadonlySet<string>, asks: Asks, provenance: Provenance): Catalogue {
  if (asks === 'all' || [...off].every((box) => asks.has(box))) return whole
  const forms = whole.forms.map((form) => {
    const sections = form.sections.flatMap((section) => {
      const boxes = section.boxes.filter(({ nr }) => !off.has(`${form.id}/${nr}`) || asks.has(`${form.id}/${nr}`))
      if (boxes.length === section.boxes.length) return [section]
      return boxes.length === 0 ? [] : [provenance.standsFor(withBoxes(section, boxes), section)]
    })
    const same = sections.length === form.sections.length && sections.every((section, at) => section === form.sections[at])
    return same ? form : provenance.standsFor(withSections(form, sections), form)
  })
  const gone = onlyIn(whole, off, asks)
  const documents = whole.documents.filter(({ id }) => !gone.has(id))
  return { ...whole, forms: formLists(whole.head, forms), documents: documentLists(whole.head, documents) }
}

type Form = Catalogue['forms'][number]
type Section = Form['sections'][number]
// towns that ask the same boxes of a section share it
const withBoxes = ofSameParts(
  (section: Section, boxes: readonly Section['boxes'][number][]): Section => ({ ...section, boxes: [...boxes] }),
)
const withSections = ofSameParts((form: Form, sections: readonly Section[]): Form => ({ ...form, sections: [...sections] }))
const formLists = listsOf<Form>()
const documentLists = listsOf<Catalogue['documents'][number]>()

/** Attachments that only boxes which are not asked take. */
function onlyIn(whole: Catalogue, off: ReadonlySet<string>, asks: Asks): ReadonlySet<string> {
  const takes = (isAsked: boolean): string[] =>
    whole.forms.flatMap((form) =>
      boxesOf(form).flatMap(({ nr, document }) => {
        const box = `${form.id}/${nr}`
        return document !== undefined && (!off.has(box) || asks === 'all' || asks.has(box)) === isAsked ? [document] : []
      }),
    )
  const asked = new Set(takes(true))
  return new Set(takes(false).filter((document) => !asked.has(document)))
}

/** The forms with only the boxes that are not asked here. */
export const notAsked = ({ catalogue, whole }: { catalogue: Catalogue; whole: Catalogue }): Catalogue['forms'] =>
  catalogue.forms === whole.forms
    ? []
    : whole.forms.flatMap((form) => {
        const asked = new Set(boxesOf(catalogue.forms.find(({ id }) => id === form.id) ?? form))
        const sections = form.sections.flatMap((section) => {
          const boxes = section.boxes.filter((box) => !asked.has(box))
          return boxes.length > 0 ? [{ ...section, boxes }] : []
        })
        return sections.length > 0 ? [{ ...form, sections }] : []
      })

/** Checks that a layer only asks boxes that exist, and does not reword boxes that it does not ask. */
export function checkAsks({ base, provenance, lost }: RuleSet, layer: Layer, whole: Catalogue, asks: Asks): Finding[] {
  const findings: Finding[] = []
  const named = layer.data.asks
  if (named !== undefined && named !== 'all') {
    const known = whole.forms.flatMap((form) => boxesOf(form).map(({ nr }) => `${form.id}/${nr}`))
    for (const [index, entry] of named.entries()) {
      if (known.includes(entry.box) || lost.has(entry.box.split('/')[1] ?? '')) continue
      const at = provenance.place(entry)?.path ?? [...layer.path, 'asks', index]
      const mend = didYouMean(entry.box, known, 'Write the form and the number of the box, such as exploitation/EX-079.')
      findings.push(errorAt(layer.source, [...at, 'box'], 'UNKNOWN_REFERENCE', `There is no box ${entry.box} to ask.`, mend))
    }
  }
  const off = catalogueBoxes(base)
  for (const [index, change] of (layer.data.changes ?? []).entries()) {
    const [, form, , , , nr] = BOX_PLACE.test(change.at) ? change.at.split('/') : []
    const box = `${form}/${nr}`
    if (change.op === 'add' || change.op === 'remove' || !off.has(box) || asks === 'all' || asks.has(box)) continue
    const at = provenance.place(change)?.path ?? [...layer.path, 'changes', index]
    findings.push(
      errorAt(
        layer.source,
        [...at, 'at'],
        'BAD_CHANGE',
        `${layer.id} changes the box ${nr}, which it does not ask.`,
        `Add asks: [{ box: ${box} }] to ask it, or take the change out.`,
      ),
    )
  }
  return findings
}
const BOX_PLACE = /^forms\/[^/]+\/sections\/[^/]+\/boxes\/[^/]+$/
