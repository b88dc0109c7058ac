import { references } from '../../../feel/references.ts'
import type { Catalogue } from '../../catalogue.ts'
import type { Report } from '../../rule-set.ts'
import type { Variant } from '../../variant.ts'
import { writtenBoxes } from './written-boxes.ts'

/** A box that asks whether a document is attached needs a document that may be absent (`ifAny`): for any other the answer is never "no", so that what the box
 * asks otherwise can never apply. */
export function checkAttachedReads({ forms, documents }: Pick<Variant, 'forms' | 'documents'>, catalogue: Catalogue, report: Report): void {
  const demanded = new Set(documents.filter(({ ifAny }) => ifAny === null).map(({ id }) => id))
  for (const [index, form] of forms.entries()) {
    for (const { box, item } of writtenBoxes(form, catalogue.forms[index])) {
      for (const property of ['when', 'value'] as const) {
        const compiled = box[property]
        const document = compiled && references(compiled.expr).documents.find((id) => demanded.has(id))
        if (item && document)
          report(
            'ALWAYS_ATTACHED',
            'error',
            item,
            property,
            `The box ${box.nr} depends on whether ${document} goes along, and nobody can say that it does not.`,
            `Add ifAny to the document ${document}, or let the box not depend on it.`,
          )
      }
    }
  }
}
