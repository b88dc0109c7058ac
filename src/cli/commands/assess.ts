import { assessCase } from '../../engine/assess.ts'
import type { Assessment } from '../../engine/assessment.ts'
import { formatCents, formatDate } from '../../engine/forms/format.ts'
import type { Variant } from '../../model/variant.ts'
import { type Options, readOptions } from '../options.ts'
import { readCase } from '../read-case.ts'
import { fail } from '../report.ts'
import type { ExitCode, Terminal } from '../terminal.ts'
import { ASSESS_WORDS } from '../words/assess.ts'

/** `assess --answers F`: verdicts, reasons, fees, terms, checks, open questions, counts. 0 even with open questions or blocks. */
export async function assess(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const options = readOptions(args, ['answers', 'variant'])
  const read = await readCase(options, terminal)
  if ('findings' in read) return fail(read.findings, options, terminal)
  const assessment = assessCase(read.application)
  for (const notice of areaNotices(assessment, options)) terminal.err(notice)
  terminal.out(options.json ? JSON.stringify(assessment, null, 2) : inWords(assessment, read.application.variant))
  return 0
}

/** The answer file chooses the rules; the address only tells when those of a named area would fit better. */
const areaNotices = ({ areas, variant }: Assessment, { lang }: Options): string[] =>
  areas.flatMap(({ id, name, state, chosen }) =>
    state === 'inside' && !chosen
      ? [ASSESS_WORDS[lang].inArea(name, id)]
      : state === 'outside' && chosen
        ? [ASSESS_WORDS[lang].outside(name, variant)]
        : [],
  )

const span = ({ open, close }: { open: string | null; close: string | null }): string => `${open ?? '…'} – ${close ?? '…'}`

function inWords(result: Assessment, variant: Variant): string {
  const { lang } = result
  const words = ASSESS_WORDS[lang]
  const name = (id: string): string => [...variant.licences, ...variant.extras].find((item) => item.id === id)?.name[lang] ?? id
  const lines = [`${variant.name} · ${result.ruleSet.id} ${result.ruleSet.version} · ${formatDate(result.dates.filing, lang)}`, '']
  if (result.stop) lines.push(result.stop.text, '')
  for (const item of result.licences) {
    const word = `${words.verdict[item.verdict]}${item.via ? ` (${words.via(name(item.via))})` : ''}${item.unverified ? ' ?' : ''}`
    lines.push(`${word.padEnd(22)} ${name(item.id)}: ${item.because.join(' / ')}`)
  }
  for (const item of result.extras) lines.push(`${words.verdict[item.verdict].padEnd(22)} ${name(item.id)}: ${item.because.join(' / ')}`)
  lines.push('')
  for (const line of result.fees.lines) {
    const amount = line.cents === null ? '?' : formatCents(line.cents, lang)
    lines.push(
      `${amount.padStart(14)}  ${line.label}${line.formula ? ` (${line.formula})` : ''}${line.kind === 'once' ? '' : ` [${words.kind[line.kind]}]`}${line.stale ? ` [${words.stale}]` : ''}${line.unverified ? ' ?' : ''}`,
    )
  }
  const total =
    result.fees.totalCents === null ? `${formatCents(result.fees.knownCents, lang)} +?` : formatCents(result.fees.totalCents, lang)
  lines.push(`${total.padStart(14)}  ${words.total(formatCents(result.fees.yearlyCents, lang))}`, '')
  for (const term of result.terms)
    lines.push(`${formatDate(term.from, lang)} – ${formatDate(term.until, lang)}  ${name(term.licence)}: ${term.basis}`)
  for (const event of result.eventHours)
    lines.push(
      `${formatDate(event.from, lang)} – ${formatDate(event.until, lang)}  ${event.name} (${event.place}): ${span(event.allowed)}${event.unverified ? ' ?' : ''}`,
    )
  if (result.earliestOpening) lines.push(words.opening(formatDate(result.earliestOpening, lang)), '')
  for (const check of result.checks)
    lines.push(`${words.severity[check.severity].padEnd(6)} ${check.message}${check.row ? ` (${check.row})` : ''}`)
  const { counts } = result
  lines.push(
    '',
    `${words.open(result.questions.open.length)}${result.questions.open.length > 0 ? ':' : ''} ${result.questions.open.slice(0, 12).join(', ')}${result.questions.open.length > 12 ? ', …' : ''}`,
  )
  lines.push(words.boxes(counts), words.attachments(counts), words.inputs(counts))
  return lines.join('\n')
}
