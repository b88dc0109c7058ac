import type { PacketContent } from '../../engine/assessment.ts'
import { printCents, printDate } from '../../engine/print.ts'
import type { Flow } from '../flow.ts'
import type { Words } from '../texts.ts'

/** What stands before the forms: outcome, fees, lead times, send sheets. */
export function layOutBefore(flow: Flow, content: PacketContent, words: Words): void {
  outcome(flow, content, words)
  fees(flow, content, words)
  terms(flow, content, words)
  send(flow, content, words)
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
  if (assessment.checks.length === 0) return
  flow.heading(2, words.checks)
  flow.list(
    assessment.checks.map((check) => `${words[check.severity]}: ${[check.message, check.advice].filter(Boolean).join(' ')}`),
    { size: 9.5 },
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
      const kind = line.kind === 'yearly' ? ` ${words.yearly}` : line.kind === 'elsewhere' ? ` ${words.elsewhere}` : ''
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
    assessment.terms.map((term) => [licenceNames[term.licence] ?? term.licence, date(term.from), date(term.until), term.basis]),
    [4, 2.4, 2.4, 5],
  )
  if (assessment.earliestOpening) flow.paragraph(`${words.earliest}: ${date(assessment.earliestOpening)}`, { weight: 'bold' })
}

function send(flow: Flow, { channels, licenceNames, authorities, forms }: PacketContent, words: Words): void {
  flow.begin(words.send)
  flow.heading(1, words.send)
  for (const channel of channels) {
    const own = forms.filter((form) => form.licences.includes(channel.licence))
    flow.heading(2, licenceNames[channel.licence] ?? channel.licence)
    flow.paragraph(`${words.addressee}: ${[authorities[channel.licence], channel.department].filter(Boolean).join(', ')}`, { after: 2 })
    const login = channel.login && channel.login in words.login ? words.login[channel.login as keyof Words['login']] : null
    const steps = [
      own.some((form) =>
        form.sections.some((section) => section.instances.some((instance) => instance.boxes.some((box) => box.state === 'signature'))),
      )
        ? words.sign
        : null,
      `${words.channel[channel.kind as keyof Words['channel']] ?? channel.kind}${channel.address ? `: ${channel.address}` : ''}`,
      login,
      own.length > 0 ? `${words.hand}: ${own.map((form) => form.title).join(', ')}` : null,
      channel.separateEnvelope ? words.envelope : null,
      channel.note,
      words.receipt,
    ].filter((step) => step !== null)
    flow.list(
      steps.map((step, index) => `${index + 1}. ${step}`),
      { numbered: true },
    )
  }
}
