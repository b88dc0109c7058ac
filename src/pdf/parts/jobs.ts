import type { PacketContent, SendSheet } from '../../engine/assessment.ts'
import { formatCents, formatDate } from '../../engine/forms/format.ts'
import { daysBetween } from '../../feel/count-days.ts'
import type { Lang } from '../../model/lang.ts'
import { highest } from '../../model/util/extremes.ts'
import { propertyOf } from '../../model/util/record.ts'
import { LEFT, type Place, WIDTH } from '../document.ts'
import type { Flow } from '../flow.ts'
import { type CellText, layOutTable } from '../table.ts'
import type { Words } from '../texts.ts'
import { signingPlace } from './box.ts'
import { keyOf, marksOf, signerMarks } from './marks.ts'
import { rangesOf } from './refused.ts'

/** Where the parts of the packet begin, by their title, and the places that links lead to. */
export interface Where {
  readonly part: (title: string) => string | null
  readonly places: ReadonlyMap<string, Place>
  /** Texts of the half for the town, in its language. */
  readonly townWords: Words
  /** Forms of the town that could not be filled in, and the part that replaces each. */
  readonly unfilled: readonly { readonly title: string; readonly part: string }[]
}

/** What is paid once, with its label. Where no amount is known there is no total: unknown is never 0. */
export function totalOnce({ totalCents, knownCents }: PacketContent['assessment']['fees'], words: Words, lang: Lang): [string, string] {
  if (totalCents !== null) return [words.total, formatCents(totalCents, lang)]
  return knownCents === 0 ? [words.total, words.unknown] : [words.totalKnown, formatCents(knownCents, lang)]
}

/** What the applicant has to do now: what, where, by when, and on which page it is. Says so when there is nothing to do. */
export function layOutJobs(flow: Flow, content: PacketContent, where: Where, words: Words): void {
  const { assessment, attention, sheets, signers, lang } = content
  const { jobs } = words
  const marks = marksOf(content)
  const rows: CellText[][] = []
  const add = (what: string, place: string, until: string | null, leadsTo: string | null): void => {
    const at = leadsTo === null ? undefined : where.places.get(leadsTo)
    const page = at && leadsTo ? { text: String(at.page), place: leadsTo, says: `${what}, ${words.page} ${at.page}` } : '–'
    rows.push([what, place, until ?? '–', page])
  }
  const held = attention.filter(({ severity }) => severity === 'block' || severity === 'clash').length
  if (held > 0) add(jobs.blocked(held), words.atHome, null, where.part(words.readFirst))
  const open = assessment.counts.missing
  if (open > 0) add(jobs.fill(open), words.atHome, null, where.part(where.townWords.coverage))
  for (const { title, part } of where.unfilled) add(jobs.unfilled(title), words.askTown, null, where.part(part))
  const toCollect = assessment.documents.filter(({ state }) => state === 'missing' || state === 'later')
  const collected = toCollect.flatMap((document) => marks.get(keyOf(document)) ?? [])
  if (collected.length > 0)
    add(jobs.collect(collected.length, rangesOf(collected, words.upTo)), words.atHome, null, where.part(where.townWords.attachments))
  const [signer] = signers
  if (signer) {
    const sheetMarks = signers.flatMap(({ row }) => signerMarks(content).get(row) ?? [])
    add(jobs.sign(rangesOf(sheetMarks, words.upTo), inShort(signers.map(({ name }) => name))), words.atHome, null, signingPlace(signer.row))
  }
  for (const step of sheets.flatMap(({ steps }) => steps))
    if (step.kind === 'officialForm')
      add(jobs.officialForm(step.name, inShort(step.signers)), words.askTown, null, where.part(words.bibob.title))
  for (const group of grouped(sheets)) {
    const [sheet] = group
    if (!sheet) continue
    const verb = propertyOf(jobs, sheet.channel)
    const names = group.map(({ name }) => name).join(', ')
    const latest = group.flatMap((item) => latestOf(item) ?? []).toSorted()[0]
    add(
      `${typeof verb === 'string' ? verb : jobs.unknown}: ${names}`,
      addressOf(sheet) ?? words.askTown,
      latest === undefined ? null : formatDate(latest, lang),
      where.part(words.send),
    )
  }
  flow.heading(2, words.nowToDo)
  if (rows.length === 0) flow.paragraph(words.nothingToSend)
  else layOutTable(flow, [words.what, words.where, words.byWhen, words.page], rows, [5.6, 4.6, 2.1, 1.2], { size: 8, toDo: true })
}

/** Up to three names; of more, the first and how many others. */
function inShort(names: readonly string[]): string {
  const [first, ...others] = names.map(shortened)
  return [first ?? '', ...(others.length > 2 ? [`+ ${others.length}`] : others)].filter(Boolean).join(', ')
}

/** Cuts off a name that would take the page. */
const shortened = (name: string): string => (name.length > 60 ? `${name.slice(0, 59)}…` : name)

/** Sheets sent to the same place in the same way are one job. */
function grouped(sheets: readonly SendSheet[]): SendSheet[][] {
  const groups = new Map<string, SendSheet[]>()
  for (const sheet of sheets) {
    const key = `${sheet.channel} ${addressOf(sheet) ?? ''}`
    const group = groups.get(key)
    if (group) group.push(sheet)
    else groups.set(key, [sheet])
  }
  return [...groups.values()]
}

const addressOf = ({ steps }: SendSheet): string | null =>
  steps.flatMap((step) => ('address' in step && step.address !== null ? [step.address] : []))[0] ?? null

/** The last day to send a notice, or to have handed something in. */
const latestOf = ({ steps, next }: SendSheet): string | null =>
  [
    ...steps.flatMap((step) => (step.kind === 'send' && step.latest !== null ? [step.latest] : [])),
    ...next.flatMap(({ kind, until }) => (kind === 'deadline' ? [until] : [])),
  ].toSorted()[0] ?? null

const BAR = 6

/** How long each authority may take, as a bar chart: a filled bar, and an outlined one for a possible extension. */
export function layOutTimeLine(flow: Flow, { assessment, licenceNames, lang }: PacketContent, words: Words): void {
  const terms = assessment.terms.filter(({ kind }) => kind !== 'deadline')
  const first = terms.map(({ from }) => from).toSorted()[0]
  if (first === undefined) return
  const dayOf = (iso: string): number => daysBetween(first, iso) ?? 0
  const span = highest(terms.map(({ until, extended }) => dayOf(extended ?? until)))
  if (!(span > 0)) return
  const groups = new Map<string, { names: string[]; term: (typeof terms)[number] }>()
  for (const term of terms) {
    const key = `${term.until} ${term.extended}`
    const name = licenceNames[term.licence] ?? term.licence
    const group = groups.get(key)
    if (!group) groups.set(key, { names: [name], term })
    else if (!group.names.includes(name)) group.names.push(name)
  }
  flow.heading(2, words.whenDecided, 60)
  const at = (iso: string): number => LEFT + (dayOf(iso) / span) * WIDTH
  for (const { names, term } of [...groups.values()].toSorted((a, b) => a.term.until.localeCompare(b.term.until))) {
    const { from, until, extended } = term
    const days = extended === null ? formatDate(until, lang) : `${formatDate(until, lang)} (${words.extended(formatDate(extended, lang))})`
    flow.ensure(2 * 12 + BAR)
    flow.paragraph(`${days}: ${names.join(', ')}`, { size: 8.5, after: 1 })
    const y = flow.top - BAR
    flow.shape({ x: at(from), y, width: Math.max(1, at(until) - at(from)), height: BAR, style: 'fill' })
    if (extended !== null && extended > until) flow.shape({ x: at(until), y, width: at(extended) - at(until), height: BAR, style: 'frame' })
    flow.space(BAR + 3)
  }
  const best = assessment.opening?.best
  if (best) flow.paragraph(`${words.earliest}: ${formatDate(best, lang)}. ${words.bestCase}`, { size: 8.5, weight: 'bold', after: 2 })
}

/** What it costs and how complete it is, side by side. */
export function layOutCounts(flow: Flow, content: PacketContent, words: Words): void {
  const { assessment, lang } = content
  const { yearlyCents } = assessment.fees
  const { boxes, missing } = assessment.counts
  const documents = assessment.documents.filter(({ state }) => state !== 'none')
  const open = documents.filter(({ state }) => state !== 'attached').length
  const cards = [
    [...totalOnce(assessment.fees, words, lang), yearlyCents > 0 ? `${words.totalYearly}: ${formatCents(yearlyCents, lang)}` : ''],
    [words.completeness, words.boxesOpen(boxes, missing), documents.length === 0 ? '' : words.documentsOpen(documents.length, open)],
  ] as const
  const height = 42
  const width = (WIDTH - 12) / 2
  flow.space(5)
  flow.ensure(height)
  cards.forEach(([label, value, more], index) => {
    const x = LEFT + index * (width + 12)
    flow.shape({ x, y: flow.top - height, width, height, style: 'frame' })
    const text = (line: string, y: number, size: number, weight: 'regular' | 'bold'): void =>
      flow.text(x + 8, flow.top - y, line, size, weight, false, element, 'cover')
    const element = flow.add('P')
    text(`${label}:`, 13, 8.5, 'regular')
    text(value, 27, 12, 'bold')
    text(more, 39, 8, 'regular')
  })
  flow.space(height + 2)
}
