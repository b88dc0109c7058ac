import { isList, isRow } from '../../feel/value.ts'
import { assessCase } from '../assess.ts'
import type { FormCoverage, PacketContent } from '../assessment.ts'
import type { Case } from '../context.ts'
import { coverage } from '../forms/cover.ts'
import { partyName, say } from '../forms/print.ts'
import { bibobOf } from '../outcome/bibob.ts'
import { firedChecks } from '../outcome/fired-checks.ts'
import { reach } from '../questions.ts'
import { type Cause, causesOf, clashing } from '../why/causes.ts'
import { sendSheets } from './send-sheets.ts'

/** All that the packet prints, in the language of the case. `kenmerk` is made outside: the engine has no randomness. */
export function packetContent(one: Case, kenmerk: string, answersJson: string): PacketContent {
  const { variant, memo, lang } = one
  const assessment = assessCase(one)
  const forms = coverage(one)
  const fact = (id: string): string => {
    const value = memo.get(`fact|${id}|`)
    return typeof value === 'string' ? value : ''
  }
  const applicant = memo.get('alias|applicant')
  const name = typeof applicant === 'object' && applicant !== null && isRow(applicant) ? partyName(memo.get, applicant.id) : ''
  const businessName = fact('business.statutoryName') || fact('premises.name') || fact('business.tradeName')
  return {
    lang,
    variantName: variant.name,
    districtLine: variant.branding.districtLine,
    colours: variant.branding.colours,
    title: [say(variant.title, lang), fact('premises.name') || businessName].filter(Boolean).join(' · '),
    kenmerk,
    applicant: name || businessName,
    businessName,
    premises: [
      [
        fact('premises.address.street'),
        fact('premises.address.houseNumber') + (fact('premises.address.addition') ? ` ${fact('premises.address.addition')}` : ''),
      ]
        .filter(Boolean)
        .join(' '),
      [fact('premises.address.postcode'), fact('premises.address.city')].filter(Boolean).join(' '),
    ]
      .filter(Boolean)
      .join(', '),
    assessment,
    licenceNames: Object.fromEntries([...variant.licences, ...variant.extras].map((item) => [item.id, say(item.name, lang)])),
    authorities: Object.fromEntries(variant.licences.map((item) => [item.id, say(item.authority, lang)])),
    sheets: sendSheets(one, forms),
    forms,
    signers: signersOf(one, forms),
    unverified: unverifiedOf(one),
    bibob: bibobOf(one),
    attention: attentionOf(one),
    waitsFor: waitsFor(one, forms),
    answersJson,
    part: 'whole',
    companions: [],
  }
}

/** Questions and lists that open boxes wait for, as the pages call them. */
function waitsFor({ index, lang }: Case, forms: readonly FormCoverage[]): PacketContent['waitsFor'] {
  const keys = forms.flatMap(({ sections }) =>
    sections.flatMap(({ instances }) =>
      instances.flatMap(({ boxes }) => boxes.flatMap((box) => (box.state === 'missing' ? box.questions : []))),
    ),
  )
  const label = (key: string): string => {
    const id = key.split('@')[0] ?? key
    const item = index.questions.get(id) ?? index.collections.get(id.slice(id.lastIndexOf('/') + 1))
    return item ? say(item.label, lang) : key
  }
  return Object.fromEntries([...new Set(keys)].map((key) => [key, label(key)]))
}

/** Every finding, with what it comes from in words. */
function attentionOf(one: Case): PacketContent['attention'] {
  const { index, lang } = one
  const labelOf = (cause: Cause): string[] => {
    if (cause.kind === 'row') return []
    const id = cause.kind === 'list' ? cause.key.slice(cause.key.lastIndexOf('/') + 1) : (cause.key.split('@')[0] ?? cause.key)
    const item = cause.kind === 'list' ? index.collections.get(id) : index.questions.get(id)
    return item ? [say(item.label, lang)] : []
  }
  const rank = { block: 0, clash: 1, warn: 2, info: 3 }
  return firedChecks(one)
    .map((check) => {
      const severity = clashing(one, check) ? ('clash' as const) : check.severity
      const held = severity === 'block' || severity === 'clash'
      const change = held ? [...new Set(causesOf(one, check).flatMap(labelOf))] : []
      return { severity, message: check.message, advice: check.advice, change }
    })
    .toSorted((a, b) => rank[a.severity] - rank[b.severity])
}

const SIGNATURE = 'signature'

/** Who signs what on paper: sections per person are signed by that person, the rest by the signatories (or, while none is named, the entrepreneurs). */
export function signersOf({ memo }: Case, forms: readonly FormCoverage[]): PacketContent['signers'] {
  const rows = (alias: string): string[] => {
    const value = memo.get(`alias|${alias}`)
    return typeof value === 'object' && value !== null && isList(value) ? value.items.filter(isRow).map((row) => row.id) : []
  }
  const named = rows('signatories')
  const forAll = named.length > 0 ? named : rows('entrepreneurs')
  const signers = new Map<string, Set<string>>()
  for (const form of forms) {
    if (form.copyOut) continue
    for (const section of form.sections) {
      for (const { row, boxes } of section.instances) {
        if (!boxes.some((box) => box.type === SIGNATURE && box.state === 'signature')) continue
        for (const signer of row === null ? forAll : [row]) signers.set(signer, (signers.get(signer) ?? new Set()).add(form.id))
      }
    }
  }
  return [...signers].map(([row, ids]) => ({ row, name: partyName(memo.get, row), forms: [...ids] }))
}

/** Figures and rules used here that nobody read in their source: they stand in the colophon. */
function unverifiedOf(one: Case): PacketContent['unverified'] {
  const { variant, memo, lang, index } = one
  const reached = reach(one, [
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
      if (parameter && value) found.push({ what: say(parameter.label, lang), value: String(value.value ?? '?'), source: value.source })
    }
    if (kind === 'verdict') {
      const item = [...variant.licences, ...variant.extras].find((one) => one.id === id)
      for (const rule of memo.get(`verdict|${id}`).rules) {
        if (rule.unverified && item) found.push({ what: say(item.name, lang), value: say(rule.because, lang), source: rule.source })
      }
    }
  }
  for (const line of assessCase(one).fees.lines) {
    if (line.unverified) found.push({ what: line.label, value: line.formula, source: line.source })
  }
  return found
}
