import type { Catalogue } from '../catalogue.ts'
import type { Finding } from '../findings/finding.ts'
import { errorAt } from '../findings/finding-at.ts'
import type { Layer } from '../rule-set.ts'
import type { Provenance } from './provenance.ts'

type Form = Layer['forms'][number]

/** Adds the forms in files of this layer. */
export function withOwnForms(below: Catalogue, layer: Layer, provenance: Provenance, findings: Finding[]): Catalogue {
  let catalogue = below
  for (const form of layer.forms) {
    if (!catalogue.forms.some(({ id }) => id === form.id)) {
      const whole = shared(form, catalogue, provenance, findings)
      catalogue = replaced({ ...catalogue, forms: [...catalogue.forms, whole] }, form, layer, provenance)
      continue
    }
    const place = provenance.place(form, 'id')
    if (place)
      findings.push(
        errorAt(
          place.source,
          place.path,
          'DUPLICATE_ID',
          `The form ${form.id} is already there.`,
          `Change it with named changes below forms/${form.id}, or give this form another id.`,
        ),
      )
  }
  return catalogue
}

/** The form with the sections that it shares with others. */
function shared(form: Form, catalogue: Catalogue, provenance: Provenance, findings: Finding[]): Form {
  if (!form.shares) return form
  let { sections } = form
  for (const [index, share] of form.shares.entries()) {
    const section = catalogue.forms.find(({ id }) => id === share.form)?.sections.find(({ id }) => id === share.section)
    const at = share.after === undefined ? sections.length - 1 : sections.findIndex(({ id }) => id === share.after)
    if (section && at >= 0) {
      sections = sections.toSpliced(at + 1, 0, section)
      continue
    }
    const place = provenance.place(form.shares, index)
    const absent = section ? share.after : `${share.form}/${share.section}`
    if (place)
      findings.push(
        errorAt(
          place.source,
          place.path,
          'UNKNOWN_REFERENCE',
          `There is no section ${absent} to share.`,
          'Write form: and section: of a form that is there, and after: with a section of this form.',
        ),
      )
  }
  return provenance.standsFor({ ...form, sections }, form)
}

/** Gives this form to every licence with the form that it replaces. */
function replaced(before: Catalogue, form: Form, layer: Layer, provenance: Provenance): Catalogue {
  if (form.replaces === undefined) return before
  const licences = before.licences.map((licence) => {
    if (licence.form !== form.replaces) return licence
    const made = { ...licence, form: form.id }
    const place = provenance.place(form, 'replaces')
    if (place) provenance.changed(made, licence, ['form'], layer.id, place.source, [])
    return made
  })
  return { ...before, licences }
}
