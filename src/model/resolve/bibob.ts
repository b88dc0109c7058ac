import { canonicalJson } from '../util/canonical-json.ts'
import { onceFor } from '../util/once-for.ts'
import type { Variant } from '../variant.ts'
import { BOOLEAN, compileSlot } from './compiler.ts'
import type { Resolving } from './resolving.ts'

/** The Bibob part of a variant: its profiles, who fills in what, and the audit trail of what was loaded and reworded (R9). */
export function resolveBibob(context: Resolving, hash: ((text: string) => string) | undefined): Variant['bibob'] {
  const { bibob } = context.catalogue.head
  if (!bibob) return null
  const { provenance } = context.ruleSet
  const national = context.ruleSet.base.forms.find(({ id }) => id === bibob.form)
  const local = context.catalogue.forms.find(({ id }) => id === bibob.form)
  const words = new Map(national?.sections.flatMap((section) => section.boxes.map((box) => [`${section.id}/${box.nr}`, box.label])))
  return {
    catalogue: bibob.catalogue,
    verified2024: bibob.verified2024,
    form: bibob.form,
    parameter: bibob.parameter,
    profiles: bibob.profiles,
    prepare: bibob.prepare ?? null,
    fillsIn: (bibob.fillsIn ?? []).map((entry) => ({
      when: compileSlot(context, entry, 'when', {}, BOOLEAN),
      list: entry.list ?? null,
      text: entry.text,
    })),
    officialForm: bibob.officialForm ? { ...bibob.officialForm, source: bibob.officialForm.source ?? null } : null,
    checksum: national && hash ? checksumOf(hash)(national) : '',
    reworded: (local?.sections ?? []).flatMap((section) =>
      section.boxes.flatMap((box) => {
        const before = words.get(`${section.id}/${box.nr}`)
        return before && before !== box.label ? [{ nr: box.nr, national: before, by: provenance.place(box, 'label')?.layer ?? '' }] : []
      }),
    ),
  }
}

/** Checksum of the national list, which is the same for all towns of a rule set. Memoised per hash function, as another gives another result. */
const checksumOf = onceFor((hash: (text: string) => string) => onceFor((national: object) => hash(canonicalJson(national))))
