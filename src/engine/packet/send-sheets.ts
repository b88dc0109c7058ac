import type { FormCoverage, SendSheet, SendStep } from '../assessment.ts'
import type { Case } from '../context.ts'
import { localise } from '../forms/format.ts'
import { bibobOf } from '../outcome/bibob.ts'
import { channelOf, validityOf } from '../outcome/form-of.ts'
import type { TermState } from '../states.ts'

/** One sheet per licence needed in its own right; one that is part of another licence goes with that. */
export function sendSheets(application: Case, forms: readonly FormCoverage[]): SendSheet[] {
  const { variant, lang, get } = application
  const withForm = new Set(forms.flatMap((form) => form.licences))
  return variant.licences.flatMap((licence) => {
    const { verdict, rules } = get(`verdict|${licence.id}`)
    if (!withForm.has(licence.id) && (verdict !== 'needed' || rules[0]?.via)) return []
    const channel = channelOf(application, licence.id)
    const name = localise(licence.name, lang)
    const terms = get('terms|').filter((term) => term.licence === licence.id)
    return {
      licence: licence.id,
      name,
      channel: channel?.kind ?? 'unknown',
      authority: localise(licence.authority, lang),
      department: channel?.department ?? null,
      unverified: channel?.unverified ?? false,
      source: channel?.source ?? null,
      validity: validityOf(application, licence),
      steps: stepsOf(application, licence.id, name, terms, forms),
      next: terms.map(({ kind, until, extended, basis, unverified }) => ({ kind, until, extended, basis, unverified })),
    }
  })
}

/** The earliest of the deadlines: sending by then is in time for every notice. */
const latestOf = (terms: readonly TermState[]): string | null => terms.flatMap(({ latest }) => latest ?? []).toSorted()[0] ?? null

function stepsOf(
  application: Case,
  licence: string,
  name: string,
  terms: readonly TermState[],
  forms: readonly FormCoverage[],
): SendStep[] {
  const { variant, lang, get } = application
  const channel = channelOf(application, licence)
  const kind = channel?.kind ?? 'unknown'
  const own = forms.filter((form) => form.licences.includes(licence))
  const boxes = (form: FormCoverage) => form.sections.flatMap((section) => section.instances.flatMap((instance) => instance.boxes))
  const open = own.flatMap(boxes).filter((box) => box.state === 'missing').length
  const titles = own.map((form) => form.title)
  const signed = own.filter((form) => boxes(form).some((box) => box.state === 'signature')).map((form) => form.title)
  const contact = variant.contact
  const documents = variant.documents
    .flatMap(({ id }) => get(`document|${id}`).results)
    .filter((document) => document.licences.includes(licence))
    .flatMap(({ id, row, name, state }) => (state === 'none' ? [] : [{ key: row === null ? id : `${id}@${row}`, name, state }]))
  const files = {
    documents,
    maxMegabytes: channel?.maxFileMegabytes ?? null,
    maxTotalMegabytes: channel?.maxTotalMegabytes ?? null,
    maxFiles: channel?.maxFiles ?? null,
    fileKinds: channel?.fileKinds ?? [],
  }
  // confidential parts are handed over separately wherever paper is; a town may require that for everything
  const apart = channel?.separateEnvelope ? titles : own.filter((form) => form.confidential).map((form) => form.title)
  const address = channel?.address ?? null
  const steps: SendStep[] = []
  const before = (application.index.licences.get(licence)?.after ?? []).filter((id) => get(`verdict|${id}`).verdict === 'needed')
  if (before.length > 0)
    steps.push({ kind: 'after', names: variant.licences.filter(({ id }) => before.includes(id)).map((item) => localise(item.name, lang)) })
  if (open > 0) steps.push({ kind: 'finish', open })
  const isBibob = variant.licences.some(({ id, form }) => id === licence && form !== null && form === variant.bibob?.form)
  if (isBibob && own.length === 0) steps.push({ kind: 'officialForm', name, signers: bibobOf(application)?.fillsIn?.names ?? [] })
  switch (kind) {
    case 'webform':
    case 'omgevingsloket':
      steps.push({ kind: 'open', address, contact })
      if (channel?.login && channel.login !== 'none')
        steps.push({ kind: 'login', login: channel.login, level: channel.loginLevel, mandate: channel.mandate })
      if (kind === 'omgevingsloket') steps.push({ kind: 'choose', name })
      if (titles.length > 0) steps.push({ kind: 'copy', forms: titles })
      // in the Omgevingsloket, logging in counts as signing
      if (kind === 'webform' && signed.length > 0) steps.push({ kind: 'sign', forms: signed })
      if (documents.length > 0 || kind === 'webform') steps.push({ kind: 'upload', forms: kind === 'webform' ? titles : [], ...files })
      if (kind === 'omgevingsloket') steps.push({ kind: 'send', latest: latestOf(terms) })
      if (channel?.separateEnvelope) steps.push({ kind: 'envelope', forms: apart })
      break
    default:
      if (kind === 'counter' || kind === 'post' || kind === 'email') {
        if (signed.length > 0) steps.push({ kind: 'sign', forms: signed })
        steps.push({ kind, address, contact })
      } else {
        steps.push({ kind: 'askTown', contact })
        if (signed.length > 0) steps.push({ kind: 'sign', forms: signed })
      }
      if (titles.length + documents.length > 0) steps.push({ kind: 'hand', forms: titles, ...files })
      if (apart.length > 0) steps.push({ kind: 'envelope', forms: apart })
  }
  if (channel?.note) steps.push({ kind: 'note', text: localise(channel.note, lang) })
  return [...steps, { kind: 'receipt' }]
}

/** The sheet with only these documents: what is about one person is not shown to another. */
export const onlyDocuments = (sheet: SendSheet, keep: (row: string | null) => boolean): SendSheet => ({
  ...sheet,
  steps: sheet.steps
    .map((step) =>
      step.kind === 'upload' || step.kind === 'hand'
        ? { ...step, documents: step.documents.filter(({ key }) => keep(key.split('@')[1] ?? null)) }
        : step,
    )
    .filter((step) => (step.kind === 'upload' || step.kind === 'hand' ? step.documents.length + step.forms.length > 0 : true)),
})
