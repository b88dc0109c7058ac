import type { FormCoverage, SectionCoverage } from '../assessment.ts'
import type { Case } from '../context.ts'
import { inItsWords } from '../facts/worded.ts'
import { channelOf, formOf } from '../outcome/form-of.ts'
import { beyondStatute, numbersInBrief } from './beyond-statute.ts'
import { localise } from './format.ts'

/** Coverage of every applicable form, in the order of the licences. Computed when read; sections keep their identity between cases. */
export function coverage(application: Case): FormCoverage[] {
  const known = covered.get(application)
  if (known) return known
  const made = cover(application)
  covered.set(application, made)
  return made
}

/** A case is immutable, so its coverage is built once. */
const covered = new WeakMap<Case, FormCoverage[]>()

function cover(application: Case): FormCoverage[] {
  const { variant, get, lang } = application
  return application.index.licensed.flatMap((form) => {
    const { id } = form
    const state = get(`form|${id}`)
    if (!state.applies) return []
    const sections = get(`sections|${id}`)
    const sheets = sections.map((section) => get(`sheet|${id}|${section.id}`))
    const own = application.index.licences.get(state.licences[0] ?? '')
    const chosen = own && formOf(application, own).by
    const words = inItsWords(application, form)
    const status = variant.statuses.find((item) => item.id === id)
    return [
      {
        id,
        title: localise(chosen?.title ?? words.title, lang),
        caseType: chosen?.caseType ?? own?.caseType ?? null,
        law: localise(form.law, lang),
        addressee: localise(words.addressee, lang),
        declaration: localise(words.declaration, lang),
        falseStatements: localise(form.falseStatements, lang),
        confidential: form.confidential,
        incomplete: form.incomplete ? localise(form.incomplete, lang) : null,
        official: form.official,
        licences: state.licences,
        status: status?.status ?? 'preparation',
        statusReference: status?.reference ?? null,
        copyOut: state.licences.length > 0 && state.licences.every((licence) => isCopiedOut(application, licence)),
        beyondStatute: numbersInBrief(sections, beyondStatute(sections), applyingIn(sheets)),
        sections: sheets,
      },
    ]
  })
}

/** Numbers of the boxes that apply in at least one row. */
const applyingIn = (sheets: readonly SectionCoverage[]): Set<string> =>
  new Set(
    sheets.flatMap(({ instances }) =>
      instances.flatMap(({ boxes }) => boxes.flatMap(({ nr, state }) => (state === 'notApplicable' ? [] : [nr]))),
    ),
  )

/** The Omgevingsloket accepts none of our forms: logging in and sending there is signing there. */
const isCopiedOut = (application: Case, licence: string): boolean => channelOf(application, licence)?.kind === 'omgevingsloket'
