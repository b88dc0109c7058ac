import type { PacketContent } from '../../engine/assessment.ts'
import { printCents, printDate } from '../../engine/forms/print.ts'
import { lastOpening } from '../../engine/outcome/terms.ts'
import type { Flow } from '../flow.ts'
import type { Words } from '../texts.ts'
import { layOutBibob } from './bibob.ts'
import { layOutSendSheets } from './send.ts'

/** What stands before the forms: outcome, fees, lead times, send sheets. */
export function layOutBefore(flow: Flow, content: PacketContent, words: Words): void {
  if (content.part === 'confidential') {
    layOutSendSheets(flow, content, words)
    return
  }
  readFirst(flow, content, words)
  outcome(flow, content, words)
  fees(flow, content, words)
  terms(flow, content, words)
  layOutBibob(flow, content, words)
  layOutSendSheets(flow, content, words)
}

/** For the applicant alone, before anything that the town reads: what holds a licence back, and where it comes from. */
function readFirst(flow: Flow, { attention }: PacketContent, words: Words): void {
  if (attention.length === 0) return
  flow.begin(words.readFirst)
  flow.heading(1, words.readFirst)
  flow.paragraph(words.readFirstNote)
  for (const severity of ['block', 'clash', 'warn', 'info'] as const) {
    const own = attention.filter((item) => item.severity === severity)
    if (own.length === 0) continue
    flow.heading(2, words[severity])
    flow.list(
      own.map(({ message, advice, change }) =>
        [message, advice, change.length > 0 ? `${words.comesFrom}: ${change.join('; ')}.` : ''].filter(Boolean).join(' '),
      ),
      { size: 9.5 },
    )
  }
}

function outcome(flow: Flow, { assessment, licenceNames, lang }: PacketContent, words: Words): void {
  flow.begin(words.outcome)
  flow.heading(1, words.outcome)
  flow.paragraph(words.according(printDate(assessment.dates.filing, lang), assessment.ruleSet.version))
  if (assessment.stop) flow.paragraph(assessment.stop.text, { weight: 'bold' })
  const row = (
    id: string,
    verdict: keyof Words['verdict'],
    duty: string,
    because: readonly string[],
    unverified: boolean,
    via: string | null,
  ): string[] => {
    const word =
      unverified && verdict === 'notNeeded'
        ? words.probablyNot
        : unverified && verdict === 'needed'
          ? words.probably
          : words.verdict[verdict]
    const result = [word, via ? `${words.via} ${licenceNames[via] ?? via}` : duty].filter(Boolean).join(' · ')
    return [licenceNames[id] ?? id, result, because.join(' ')]
  }
  flow.table(
    [words.licence, words.result, words.because],
    [
      ...assessment.licences.map((item) =>
        row(item.id, item.verdict, item.verdict === 'needed' ? words.duty[item.duty] : '', item.because, item.unverified, item.via),
      ),
      ...assessment.extras.map((item) => row(item.id, item.verdict, '', item.because, false, null)),
    ],
    [4, 3, 6],
  )
}

function fees(flow: Flow, { assessment, lang }: PacketContent, words: Words): void {
  flow.begin(words.fees)
  flow.heading(1, words.fees)
  const { lines, totalCents, knownCents, yearlyCents } = assessment.fees
  flow.table(
    [words.fee, words.amount, words.how, words.source],
    lines.map((line) => {
      const amount = line.cents === null ? words.unknown : printCents(line.cents, lang)
      const kind = line.kind === 'once' ? '' : ` ${words[line.kind]}`
      const marks = [line.stale ? words.stale : '', line.unverified ? words.check : ''].filter(Boolean)
      return [line.label, `${amount}${kind}${marks.length > 0 ? ` (${marks.join('; ')})` : ''}`, line.formula, line.source ?? '']
    }),
    [4, 3, 3, 4],
  )
  flow.paragraph(
    totalCents === null ? `${words.totalKnown}: ${printCents(knownCents, lang)}` : `${words.total}: ${printCents(totalCents, lang)}`,
    { weight: 'bold', after: 2 },
  )
  if (yearlyCents > 0) flow.paragraph(`${words.totalYearly}: ${printCents(yearlyCents, lang)}`)
  const outside = lines.filter((line) => (line.kind === 'once' || line.kind === 'yearly') && (line.cents === null || line.stale))
  if (outside.length === 0) return
  flow.paragraph(`${words.outsideTotal}:`, { after: 2 })
  flow.list(outside.map((line) => `${line.label} (${line.cents === null ? words.unknown : words.stale})`))
}

function terms(flow: Flow, { assessment, licenceNames, lang }: PacketContent, words: Words): void {
  flow.heading(1, words.terms)
  if (assessment.terms.length === 0) {
    flow.paragraph(words.noTerms)
    return
  }
  const date = (iso: string): string => printDate(iso, lang)
  flow.table(
    [words.licence, words.from, words.until, words.basis],
    assessment.terms.map((term) => [
      licenceNames[term.licence] ?? term.licence,
      date(term.from),
      term.extended === null ? date(term.until) : `${date(term.until)} (${words.extended(date(term.extended))})`,
      term.basis,
    ]),
    [4, 2.4, 3.4, 4],
  )
  if (!assessment.earliestOpening) return
  const last = lastOpening(assessment.terms)
  flow.paragraph(`${words.earliest}: ${date(assessment.earliestOpening)}`, { weight: 'bold', after: 2 })
  flow.paragraph(last === null || last === assessment.earliestOpening ? words.bestCase : `${words.bestCase} ${words.later(date(last))}`)
}
