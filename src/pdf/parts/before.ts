import type { PacketContent } from '../../engine/assessment.ts'
import { formatCents, formatDate } from '../../engine/forms/format.ts'
import { silencesOf } from '../../engine/outcome/terms.ts'
import type { Flow } from '../flow.ts'
import { dutchIn, layOutTable } from '../table.ts'
import type { Words } from '../texts.ts'
import { layOutBibob } from './bibob.ts'
import { totalOnce } from './jobs.ts'
import { layOutSendSheets, OFFICE_SIZE, officeText } from './send.ts'

/** What is for the applicant alone, before anything the town reads: outcome, fees, lead times, send sheets, what else to arrange. */
export function layOutBefore(flow: Flow, content: PacketContent, words: Words): { readonly saysWhomToAsk: boolean } {
  if (content.part === 'confidential') {
    layOutSendSheets(flow, content, words)
    return { saysWhomToAsk: goOn(flow, content, words) }
  }
  readFirst(flow, content, words)
  outcome(flow, content, words)
  layOutFees(flow, content, words)
  layOutTerms(flow, content, words)
  layOutSendSheets(flow, content, words)
  layOutBibob(flow, content, words)
  advice(flow, content, words)
  return { saysWhomToAsk: goOn(flow, content, words) }
}

/** How to continue with this file, and whom to ask. What would not fit on this page is left to the cover, so that it never adds a page.
 * @returns whether it says whom to ask */
function goOn(flow: Flow, content: PacketContent, words: Words): boolean {
  const embedded = content.answersJson === '' ? '' : words.embedded
  const office = officeText(content, words)
  const both = [embedded, office].filter(Boolean).join(' ')
  if (office !== '' && flow.hasRoom(both, OFFICE_SIZE)) {
    flow.paragraph(both, { size: OFFICE_SIZE })
    return true
  }
  if (embedded !== '') flow.paragraph(embedded)
  return false
}

/** For the applicant alone, before anything the town reads: what holds a licence back, and which answers cause it. */
function readFirst(flow: Flow, { attention }: PacketContent, words: Words): void {
  if (attention.length === 0) return
  flow.beginHere(words.readFirst)
  flow.heading(1, words.readFirst)
  flow.paragraph(words.readFirstNote)
  layOutAttention(flow, attention, words)
}

/** Findings, the most serious first. */
export function layOutAttention(flow: Flow, attention: PacketContent['attention'], words: Words): void {
  for (const severity of ['block', 'clash', 'warn', 'info'] as const) {
    const own = attention.filter((item) => item.severity === severity)
    if (own.length === 0) continue
    flow.heading(2, words[severity])
    flow.list(
      own.map(({ message, advice, change }) =>
        [message, advice, change.length > 0 ? `${words.comesFrom}: ${change.join('; ')}.` : ''].filter(Boolean).join(' '),
      ),
      { size: 9 },
    )
  }
}

/** Every licence, and what else may have to be arranged, with its outcome in words. */
export function resultsOf({ assessment, licenceNames }: PacketContent, words: Words) {
  const { licences, extras } = assessment
  const nameOf = (id: string): string => licenceNames[id] ?? id
  return [
    ...licences.map((item) => ({ ...item, duty: item.verdict === 'needed' ? words.duty[item.duty] : '' })),
    ...extras.map((item) => ({ ...item, duty: '', unverified: false, via: null })),
  ].map(({ id, verdict, because, unverified, via, duty }) => {
    const word = unverified && verdict === 'needed' ? words.probably : words.verdict[verdict]
    const result = [word, via ? `${words.via} ${nameOf(via)}` : duty].filter(Boolean).join(' · ')
    return { id, verdict, unverified, name: nameOf(id), result, because: because.join(' ') }
  })
}

function outcome(flow: Flow, content: PacketContent, words: Words): void {
  const { assessment, lang } = content
  flow.beginHere(words.outcome)
  flow.heading(1, words.outcome)
  flow.paragraph(words.according(formatDate(assessment.dates.filing, lang), assessment.ruleSet.version))
  if (assessment.stop) flow.paragraph(assessment.stop.text, { weight: 'bold' })
  const all = resultsOf(content, words)
  const counts = all.filter(({ verdict }) => verdict !== 'notNeeded')
  if (counts.length > 0)
    layOutTable(
      flow,
      [words.licence, words.result, words.because],
      counts.map(({ name, result, because }) => [name, result, because]),
      [3.2, 2.6, 7.2],
      { size: 8.5 },
    )
  // what is not needed gets one line each
  for (const isSure of [true, false]) {
    const spared = all.filter(({ verdict, unverified }) => verdict === 'notNeeded' && unverified !== isSure)
    if (spared.length === 0) continue
    flow.heading(2, isSure ? words.notNeeded : words.probablyNotNeeded)
    flow.list(
      spared.map(({ name, because }) => `${name}: ${because}`),
      { size: 9 },
    )
  }
}

export function layOutFees(flow: Flow, { assessment, lang }: PacketContent, words: Words): void {
  if (assessment.fees.lines.length === 0) return
  flow.beginHere(words.fees)
  flow.heading(1, words.fees)
  const { lines, yearlyCents } = assessment.fees
  layOutTable(
    flow,
    [words.fee, words.amount, words.how, words.source],
    lines.map((line) => {
      const amount = line.cents === null ? words.unknown : formatCents(line.cents, lang)
      const kind = line.kind === 'once' ? '' : ` ${words[line.kind]}`
      const marks = [line.stale ? words.stale : '', line.unverified ? words.check : ''].filter(Boolean)
      return [line.label, `${amount}${kind}${marks.length > 0 ? ` (${marks.join('; ')})` : ''}`, line.formula, line.source ?? '']
    }),
    [4, 3, 3, 4],
    { size: 8.5, ...dutchIn(lang, false, false, false, true) },
  )
  const notes = lines.flatMap(({ label, note, due }) => [
    ...(due === null ? [] : [`${label}, ${words.payWhen}: ${due}`]),
    ...(note === null ? [] : [`${label}: ${note}`]),
  ])
  if (notes.length > 0) flow.list(notes)
  flow.paragraph(totalOnce(assessment.fees, words, lang).join(': '), { weight: 'bold', after: 2 })
  if (yearlyCents > 0) flow.paragraph(`${words.totalYearly}: ${formatCents(yearlyCents, lang)}`)
  const outside = lines.filter((line) => (line.kind === 'once' || line.kind === 'yearly') && (line.cents === null || line.stale))
  if (outside.length === 0) return
  flow.paragraph(`${words.outsideTotal}:`, { after: 2 })
  flow.list(outside.map((line) => `${line.label} (${line.cents === null ? words.unknown : words.stale})`))
}

/** When the doors may open: a range, and what may delay it. */
function opening(
  flow: Flow,
  { best, extended, delayed, delays, unknown }: NonNullable<PacketContent['assessment']['opening']>,
  { words, date, name }: { words: Words; date: (iso: string) => string; name: (licence: string) => string },
): void {
  flow.paragraph(`${words.earliest}: ${best ? date(best) : words.openingUnknown(unknown.map(name).join(', '))}`, {
    weight: 'bold',
    after: 2,
  })
  const later = extended && extended !== best ? ` ${words.whenExtended(date(extended))}` : ''
  if (best) flow.paragraph(`${words.bestCase}${later}`)
  if (delays.length === 0) return
  flow.paragraph(`${words.whatDelays}:`, { after: 2 })
  flow.list(delays.map(({ text, basis, weeks }) => `${text} (${weeks === null ? '' : `${words.weeks(weeks)}; `}${basis})`))
  if (delayed && delayed !== extended) flow.paragraph(words.whenDelayed(date(delayed)))
}

export function layOutTerms(flow: Flow, { assessment, licenceNames, lang }: PacketContent, words: Words): void {
  if (assessment.terms.length === 0) {
    if (assessment.licences.some(({ verdict }) => verdict === 'needed')) flow.paragraph(words.noTerms)
    return
  }
  flow.beginHere(words.terms)
  flow.heading(1, words.terms)
  const date = (iso: string): string => formatDate(iso, lang)
  layOutTable(
    flow,
    [words.licence, words.from, words.until, words.basis],
    assessment.terms.map((term) => [
      licenceNames[term.licence] ?? term.licence,
      date(term.from),
      term.extended === null ? date(term.until) : `${date(term.until)} (${words.extended(date(term.extended))})`,
      term.basis,
    ]),
    [4, 2.4, 3.4, 4],
    { size: 8.5 },
  )
  const name = (licence: string): string => licenceNames[licence] ?? licence
  const silences = silencesOf(assessment.terms)
  if (silences.length > 0) flow.list(silences.map(({ text, licences }) => `${licences.map(name).join(', ')}: ${text}`))
  if (assessment.opening) opening(flow, assessment.opening, { words, date, name })
}

function advice(flow: Flow, { assessment, lang }: PacketContent, words: Words): void {
  if (assessment.advice.length === 0) return
  flow.beginHere(words.advice)
  flow.heading(1, words.advice)
  const items = assessment.advice.toSorted((a, b) => (a.due ?? '9999').localeCompare(b.due ?? '9999') || (a.core ?? 99) - (b.core ?? 99))
  layOutTable(
    flow,
    [words.due, words.what, words.details],
    items.map((item) => [
      item.due ? formatDate(item.due, lang) : words.noDate,
      item.title,
      [item.text, item.link].filter(Boolean).join(' '),
    ]),
    [1.7, 3, 9.4],
    { size: 8, rowHead: 1 },
  )
}
