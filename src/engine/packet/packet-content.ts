import { isList, isRow } from '../../feel/value.ts'
import { formatParameter } from '../answer-kinds/print-answer.ts'
import { reach } from '../asked/questions.ts'
import { assessCase } from '../assess.ts'
import type { FormCoverage, PacketContent } from '../assessment.ts'
import type { Case } from '../context.ts'
import { coverage } from '../forms/form-coverage.ts'
import { localise, partyName } from '../forms/format.ts'
import { bibobOf } from '../outcome/bibob.ts'
import { firedChecks } from '../outcome/checks/fired-checks.ts'
import { type Cause, causesOf, clashing } from '../why/causes.ts'
import { sendSheets } from './send-sheets.ts'

/** Everything the packet prints, in the language of the case. `reference` is made outside, as the engine has no randomness. */
export function packetContent(application: Case, reference: string, answersJson: string): PacketContent {
  const { variant, get, lang } = application
  const assessment = assessCase(application)
  const forms = coverage(application)
  const { business, premises } = variant.names
  const fact = (id: string): string => {
    const value = get(`fact|${id}|`)
    return typeof value === 'string' ? value : ''
  }
  const applicant = get('alias|applicant')
  const name = typeof applicant === 'object' && applicant !== null && isRow(applicant) ? partyName(application, applicant.id) : ''
  const businessName = fact(business.statutoryName) || fact(premises.name) || fact(business.tradeName)
  return {
    lang,
    variantName: variant.name,
    districtLine: variant.branding.districtLine,
    mark: variant.branding.mark,
    colours: variant.branding.colours,
    office: {
      contact: variant.contact,
      privacy: variant.branding.privacy.map((text) => localise(text, lang)),
      footer: variant.branding.footer && localise(variant.branding.footer, lang),
    },
    title: [localise(variant.title, lang), fact(premises.name) || businessName].filter(Boolean).join(' · '),
    reference,
    applicant: name || businessName,
    businessName,
    premises: [
      [fact(premises.street), fact(premises.houseNumber) + (fact(premises.addition) ? ` ${fact(premises.addition)}` : '')]
        .filter(Boolean)
        .join(' '),
      [fact(premises.postcode), fact(premises.city)].filter(Boolean).join(' '),
    ]
      .filter(Boolean)
      .join(', '),
    assessment,
    licenceNames: Object.fromEntries([...variant.licences, ...variant.extras].map((item) => [item.id, localise(item.name, lang)])),
    authorities: Object.fromEntries(variant.licences.map((item) => [item.id, localise(item.authority, lang)])),
    sheets: sendSheets(application, forms),
    forms,
    signers: signersOf(application, forms),
    unverified: unverifiedOf(application),
    bibob: bibobOf(application),
    attention: attentionOf(application),
    waitsFor: waitsFor(application, forms),
    answersJson,
    part: 'whole',
    companions: [],
  }
}

/** Questions and lists that open boxes wait for, as the pages label them. */
function waitsFor({ index, lang }: Case, forms: readonly FormCoverage[]): PacketContent['waitsFor'] {
  const keys = forms.flatMap(({ sections }) =>
    sections.flatMap(({ instances }) =>
      instances.flatMap(({ boxes }) => boxes.flatMap((box) => (box.state === 'missing' ? box.questions : []))),
    ),
  )
  const label = (key: string): string => {
    const id = key.split('@')[0] ?? key
    const item = index.questions.get(id) ?? index.collections.get(id.slice(id.lastIndexOf('/') + 1))
    return item ? localise(item.label, lang) : key
  }
  return Object.fromEntries([...new Set(keys)].map((key) => [key, label(key)]))
}

/** Every finding, with its causes in words. */
function attentionOf(application: Case): PacketContent['attention'] {
  const { index, lang } = application
  const labelOf = (cause: Cause): string[] => {
    if (cause.kind === 'row') return []
    const id = cause.kind === 'list' ? cause.key.slice(cause.key.lastIndexOf('/') + 1) : (cause.key.split('@')[0] ?? cause.key)
    const item = cause.kind === 'list' ? index.collections.get(id) : index.questions.get(id)
    return item ? [localise(item.label, lang)] : []
  }
  const rank = { block: 0, clash: 1, warn: 2, info: 3 }
  return firedChecks(application)
    .map((check) => {
      const severity = clashing(application, check) ? ('clash' as const) : check.severity
      const held = severity === 'block' || severity === 'clash'
      const change = held ? [...new Set(causesOf(application, check).flatMap(labelOf))] : []
      return { severity, message: check.message, advice: check.advice, change }
    })
    .toSorted((a, b) => rank[a.severity] - rank[b.severity])
}

const SIGNATURE = 'signature'

/** Who signs what on paper: sections per person are signed by that person, the rest by the signatories (or, while none is named, the entrepreneurs). */
export function signersOf(application: Case, forms: readonly FormCoverage[]): PacketContent['signers'] {
  const rows = (alias: string): string[] => {
    const value = application.get(`alias|${alias}`)
    return typeof value === 'object' && value !== null && isList(value) ? value.items.filter(isRow).map((row) => row.id) : []
  }
  const named = rows('signatories')
  const forAll = named.length > 0 ? named : rows('entrepreneurs')
  const signers = new Map<string, Map<string, { title: string; boxes: string[] }[] | 'whole'>>()
  for (const form of forms) {
    if (form.copyOut) continue
    for (const section of form.sections) {
      for (const { row, title, boxes } of section.instances) {
        if (!boxes.some((box) => box.type === SIGNATURE && box.state === 'signature')) continue
        for (const signer of row === null ? forAll : [row]) {
          const signed = signers.get(signer) ?? new Map<string, { title: string; boxes: string[] }[] | 'whole'>()
          signers.set(signer, signed)
          const known = signed.get(form.id) ?? []
          if (row === null || known === 'whole') signed.set(form.id, 'whole')
          else {
            const applies = boxes.filter((box) => box.state !== 'notApplicable').map((box) => box.official ?? box.nr)
            known.push({ title: title === null ? section.title : `${section.title}: ${title}`, boxes: [...new Set(applies)] })
            signed.set(form.id, known)
          }
        }
      }
    }
  }
  return [...signers].map(([row, signed]) => ({
    row,
    name: partyName(application, row),
    forms: [...signed.keys()],
    own: Object.fromEntries([...signed].filter((entry): entry is [string, { title: string; boxes: string[] }[]] => entry[1] !== 'whole')),
  }))
}

/** Figures and rules used here that nobody verified against their source: listed in the colophon. */
function unverifiedOf(application: Case): PacketContent['unverified'] {
  const { variant, get, lang, index } = application
  const reached = reach(application, [
    'terms|',
    'hours|',
    ...[...variant.licences, ...variant.extras].map(({ id }) => `verdict|${id}`),
    ...variant.fees.map(({ id }) => `fee|${id}`),
  ])
  const found: PacketContent['unverified'] = []
  for (const cell of reached) {
    const [kind, id = ''] = cell.split('|')
    if (kind === 'parameter') {
      const parameter = index.parameters.get(id)
      const value = parameter?.values.find((item) => item.unverified)
      if (parameter && value)
        found.push({
          what: localise(parameter.label, lang),
          value: formatParameter(parameter, value.value, lang) ?? '?',
          source: value.source,
        })
    }
    if (kind === 'verdict') {
      const item = [...variant.licences, ...variant.extras].find((each) => each.id === id)
      for (const rule of get(`verdict|${id}`).rules) {
        if (rule.unverified && item)
          found.push({ what: localise(item.name, lang), value: localise(rule.because, lang), source: rule.source })
      }
    }
  }
  for (const line of assessCase(application).fees.lines) {
    if (line.unverified) found.push({ what: line.label, value: line.formula, source: line.source })
  }
  return found
}
