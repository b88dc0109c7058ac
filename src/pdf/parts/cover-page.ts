import type { PacketContent } from '../../engine/assessment.ts'
import { formatDate } from '../../engine/forms/format.ts'
import { highest } from '../../model/util/extremes.ts'
import { type Bookmark, LEFT, type Place, RIGHT, WIDTH } from '../document.ts'
import { type Flow, placeOfPart } from '../flow.ts'
import type { Words } from '../texts.ts'
import { textOf } from '../type/wrap.ts'
import { drawCode } from './code.ts'
import { layOutCounts, layOutJobs, layOutTimeLine, type Where } from './jobs.ts'
import { OFFICE_SIZE, officeText } from './send.ts'

/** What the first page links to: the parts after it, and the places in them. */
interface Body {
  readonly parts: readonly Bookmark[]
  readonly places: ReadonlyMap<string, Place>
  /** Texts of the second half, in its language. */
  readonly townWords: Words
  /** Something in the first half says whom to ask already. */
  readonly saysWhomToAsk: boolean
  readonly unfilled: Where['unfilled']
}

/** The first page: for whom and what, what to do now, when to expect decisions, what it costs, how complete it is, and the parts with their pages. */
export function layOutCover(flow: Flow, content: PacketContent, hash: string, body: Body, words: Words): void {
  flow.begin(content.title)
  flow.heading(1, content.title)
  if (content.part !== 'whole' && content.part !== 'proof')
    flow.paragraph(words.setPart[content.part](content.applicant), { weight: 'bold', after: 4 })
  layOutSubject(flow, content, hash, words)
  if (content.part !== 'signing' && content.part !== 'desk') {
    layOutJobs(flow, content, { ...body, part: (title) => placeOfTitle(body, title) }, words)
    if (content.part !== 'confidential') layOutTimeLine(flow, content, words)
    layOutCounts(flow, content, words)
  }
  layOutContents(flow, content, body, words)
  const office = body.saysWhomToAsk ? '' : officeText(content, words)
  if (office !== '') flow.paragraph(office, { size: OFFICE_SIZE, after: 2 })
  if (content.companions.length > 0) {
    flow.heading(2, words.set)
    flow.list(
      content.companions.map((suffix) => `${content.reference}-${suffix}.pdf`),
      { size: 9.5 },
    )
  }
}

/** For whom and what it is, beside the code that holds its reference. */
function layOutSubject(flow: Flow, content: PacketContent, hash: string, words: Words): void {
  flow.ensure(100)
  const first = flow.pageNumber
  const top = flow.top
  drawCode(flow, `${content.reference} ${hash}`, words.code(content.reference), RIGHT - 78, top + 4, 78)
  const facts: [string, string][] = [
    [content.part === 'confidential' ? words.about : words.for, content.applicant],
    [words.business, content.businessName],
    [words.premises, content.premises],
    [words.town, [content.variantName, content.districtLine].filter(Boolean).join(', ')],
    [words.reference, content.reference],
    [words.date, formatDate(content.assessment.dates.filing, content.lang)],
  ]
  layOutFacts(flow, facts, 94)
  if (flow.pageNumber === first) flow.moveTo(Math.min(flow.top, top - 82))
}

/** The place of the part with this title; null: there is none. */
function placeOfTitle({ parts }: Body, title: string): string | null {
  const index = parts.findIndex((part) => part.title === title)
  return index < 0 ? null : placeOfPart(index)
}

/** The parts with their pages, those for the applicant and those for the town side by side. */
function layOutContents(flow: Flow, content: PacketContent, { parts, townWords }: Body, words: Words): void {
  const town = parts.findIndex(({ title }) => title === townWords.forTown)
  const townLang = content.town && { lang: content.town.lang }
  const lists =
    town < 0
      ? [{ name: '', parts, first: 0, ...townLang }]
      : [
          { name: words.forApplicant, parts: parts.slice(0, town), first: 0 },
          { name: words.townHalf, parts: parts.slice(town), first: town, ...townLang },
        ]
  const longest = highest(
    lists.map((list) => list.parts.length),
    0,
  )
  flow.heading(2, words.parts, Math.min(240, 15 * longest))
  flow.contents(lists, words.page)
}

/** What this is about, each value with its label before it. `beside`: width left free on the right, in points. */
export function layOutFacts(flow: Flow, facts: readonly (readonly [label: string, value: string])[], beside = 0): void {
  const table = flow.add('Table')
  for (const [label, value] of facts) {
    const row = flow.add('TR', table)
    const [head, cell] = [flow.add('TH', row, { scope: 'Row' }), flow.add('TD', row)]
    flow.wrap(value || '–', 'bold', 10, WIDTH - 120 - beside).forEach((line, index) => {
      flow.ensure(13)
      if (index === 0) flow.text(LEFT, flow.top - 10, label, 10, 'regular', true, head, 'cover')
      flow.text(LEFT + 120, flow.top - 10, textOf(line), 10, 'bold', false, cell, 'cover', line.broken)
      flow.space(13)
    })
  }
}
