import type { PacketContent } from '../../engine/assessment.ts'
import { printDate } from '../../engine/forms/print.ts'
import { type Bookmark, LEFT, RIGHT, WIDTH } from '../document.ts'
import type { Flow } from '../flow.ts'
import type { Words } from '../texts.ts'
import { drawCode } from './code.ts'

/** The first page: what, by whom, where, reference, status per form, parts with their pages. */
export function layOutCover(flow: Flow, content: PacketContent, hash: string, parts: readonly Bookmark[], words: Words): void {
  flow.begin(content.title)
  flow.heading(1, content.title)
  if (content.part !== 'whole') flow.paragraph(words.setPart[content.part](content.applicant), { weight: 'bold', after: 4 })
  const top = flow.top
  drawCode(flow, `${content.kenmerk} ${hash}`, `${words.kenmerk} ${content.kenmerk}`, RIGHT - 84, top, 84)
  const facts: [string, string][] = [
    [content.part === 'confidential' ? words.about : words.for, content.applicant],
    [words.business, content.businessName],
    [words.premises, content.premises],
    [words.town, [content.variantName, content.districtLine].filter(Boolean).join(', ')],
    [words.kenmerk, content.kenmerk],
    [words.date, printDate(content.assessment.dates.filing, content.lang)],
  ]
  for (const [label, value] of facts) {
    const line = flow.add('P')
    const lines = flow.wrap(value || '–', 'bold', 10, WIDTH - 84 - 130)
    lines.forEach((text, index) => {
      if (index === 0) flow.text(LEFT, flow.top - 10, label, 10, 'regular', true, line, 'cover')
      flow.text(LEFT + 120, flow.top - 10, text, 10, 'bold', false, line, 'cover')
      flow.space(14)
    })
  }
  flow.moveTo(Math.min(flow.top, top - 92))
  flow.shape({ x: LEFT, y: flow.top - 40, width: WIDTH, height: 36, style: 'frame' })
  flow.text(LEFT + 6, flow.top - 14, words.caseNumber, 8, 'regular', true, flow.add('P'), 'cover')
  flow.space(52)
  flow.heading(2, words.forms)
  flow.table(
    [words.form, words.status],
    content.forms.map((form) => [form.title, words.short[form.status]]),
    [6, 2],
    { size: 8.5 },
  )
  flow.heading(2, words.parts)
  flow.table(
    [words.part, words.page],
    parts.map((part) => [part.title, String(part.page)]),
    [8, 1],
    { size: 8.5 },
  )
  if (content.companions.length > 0) {
    flow.heading(2, words.set)
    flow.list(
      content.companions.map((suffix) => `${content.kenmerk}-${suffix}.pdf`),
      { size: 9.5 },
    )
  }
}
