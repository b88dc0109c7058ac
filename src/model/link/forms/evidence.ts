import { boxesOf } from '../../boxes-of.ts'
import { evidenceKind } from '../../evidence.ts'
import type { LinkContext } from '../context.ts'

/** Every box gives its evidence, which no other file contradicts. Does not apply to a rule set whose base has no evidence at all. */
export function checkEvidence({ catalogue, base, lost, report, provenance }: LinkContext): void {
  if (!base.forms.some((form) => boxesOf(form).some(({ evidence }) => evidence !== undefined))) return
  const elements = new Map(
    catalogue.elements.flatMap(({ id: list, elements }) =>
      elements.flatMap(({ id, heldBy }) =>
        (heldBy ?? []).flatMap(({ form, boxes }) => boxes.map((nr) => [`${form}/${nr}`, `${list}/${id}`] as const)),
      ),
    ),
  )
  for (const form of catalogue.forms) {
    for (const box of boxesOf(form)) {
      if (lost.has(box.nr)) continue
      const kind = evidenceKind(box.evidence)
      const clash = (message: string, mend: string): void => report('EVIDENCE_CLASHES', 'error', box, 'evidence', message, mend)
      if (kind === null) {
        report(
          'NO_EVIDENCE',
          'error',
          box,
          'nr',
          `The box ${box.nr} of the form ${form.id} does not say why it is asked.`,
          'Add evidence: with statute: (the article), form: (the municipalities on whose forms it is) or practice:, or write evidence: none.',
        )
        continue
      }
      const element = elements.get(`${form.id}/${box.nr}`)
      if (element !== undefined && kind !== 'statute')
        clash(
          `The box ${box.nr} holds element ${element} of the law, but its evidence is ${kind}.`,
          'Add statute: with the article, or take the box out of heldBy: of the element.',
        )
      if (box.evidence === 'none' || box.evidence === undefined) {
        const layer = provenance.origin(box).layer
        if (layer !== 'base')
          clash(
            `The box ${box.nr} is asked by ${layer} itself, but its evidence is none.`,
            `Write who asks it: form: [${layer}], or statute: with the article of its by-law.`,
          )
        continue
      }
      const towns = box.evidence.form ?? []
      const twice = towns.find((town, at) => towns.indexOf(town) !== at)
      if (twice !== undefined)
        clash(`The evidence of the box ${box.nr} counts ${twice} twice.`, 'Name each municipality once: two of them make a box ordinary.')
    }
  }
}
