import type { Counts, FormCoverage } from '../assessment.ts'
import type { Case } from '../context.ts'
import { say } from './print.ts'

/** Coverage of every applicable form, in the order of the licences. Computed when read; sections keep their identity between cases. */
export function coverage(one: Case): FormCoverage[] {
  const known = covered.get(one)
  if (known) return known
  const made = cover(one)
  covered.set(one, made)
  return made
}

/** A case never changes: what it covers is put together once. */
const covered = new WeakMap<Case, FormCoverage[]>()

function cover(one: Case): FormCoverage[] {
  const { variant, memo, lang } = one
  const order = [...new Set(variant.licences.map((licence) => licence.form).filter((id) => id !== null))]
  return order.flatMap((id) => {
    const form = one.index.forms.get(id)
    const state = memo.get(`form|${id}`)
    if (!form || !state.applies) return []
    const status = variant.statuses.find((item) => item.id === id)
    return [
      {
        id,
        title: say(form.title, lang),
        law: say(form.law, lang),
        addressee: say(form.addressee, lang),
        declaration: say(form.declaration, lang),
        falseStatements: say(form.falseStatements, lang),
        confidential: form.confidential,
        incomplete: form.incomplete ? say(form.incomplete, lang) : null,
        licences: state.licences,
        status: status?.status ?? 'preparation',
        statusReference: status?.reference ?? null,
        copyOut: state.licences.length > 0 && state.licences.every((licence) => isCopiedOut(one, licence)),
        sections: form.sections
          .map((section) => memo.get(`section|${id}|${section.id}`))
          .filter((section) => section.instances.some((instance) => instance.boxes.length > 0)),
      },
    ]
  })
}

/** The Omgevingsloket takes no form of ours: who logs in and sends there signs there. */
const isCopiedOut = ({ variant }: Case, licence: string): boolean =>
  variant.channels.find((channel) => channel.id === licence)?.kind === 'omgevingsloket'

type BoxCounts = Pick<
  Counts,
  'boxes' | 'filled' | 'notApplicable' | 'signature' | 'empty' | 'authority' | 'missing' | 'savedBySharing' | 'savedByFormula'
>

/** Counts over the boxes of these forms; `boxes` is the sum of the six states. */
export function countBoxes(forms: readonly FormCoverage[]): BoxCounts {
  const counts = {
    boxes: 0,
    filled: 0,
    notApplicable: 0,
    signature: 0,
    empty: 0,
    authority: 0,
    missing: 0,
    savedBySharing: 0,
    savedByFormula: 0,
  }
  const used = new Set<string>()
  for (const form of forms) {
    for (const section of form.sections) {
      for (const { boxes } of section.instances) {
        for (const box of boxes) {
          counts.boxes++
          counts[box.state]++
          if (box.state !== 'filled') continue
          if (box.computed) counts.savedByFormula++
          else if (box.questions.every((key) => used.has(key))) counts.savedBySharing++
          for (const key of box.questions) used.add(key)
        }
      }
    }
  }
  return counts
}
