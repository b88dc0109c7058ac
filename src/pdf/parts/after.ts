import type { PacketContent } from '../../engine/assessment.ts'
import { substituteOf } from '../../model/answers/printable.ts'
import { LEFT, RIGHT, WIDTH } from '../document.ts'
import { ALONG, type Flow } from '../flow.ts'
import type { Substituted } from '../substituted.ts'
import { layOutTable } from '../table.ts'
import { TEXTS, type Words } from '../texts.ts'
import { continuedPlace, numberOf, signingPlace } from './box.ts'
import { drawCode } from './code.ts'
import type { Continued } from './form.ts'
import { signerMarks } from './marks.ts'
import { rangesOf } from './refused.ts'

/** What continuation sheets are for: answers longer than their box, and boxes with characters that no typeface has. */
interface GoesOn {
  readonly continued: readonly Continued[]
  readonly substituted: readonly Substituted[]
}

/** What comes after the forms: continuation sheets, signing pages. */
export function layOutAfter(flow: Flow, content: PacketContent, hash: string, goesOn: GoesOn, words: Words): void {
  if (goesOn.continued.length + goesOn.substituted.length > 0) continuation(flow, content, goesOn, words)
  for (const signer of content.signers) signing(flow, content, signer, hash, words)
}

function signing(flow: Flow, content: PacketContent, signer: PacketContent['signers'][number], hash: string, words: Words): void {
  flow.begin(`${words.signing}: ${signer.name}`)
  flow.place(signingPlace(signer.row))
  flow.heading(1, `${words.signing}: ${signer.name}`)
  flow.ensure(200)
  drawCode(flow, `${content.reference} ${hash}`, words.code(content.reference), RIGHT - 84, flow.top + 4, 84)
  flow.paragraph(`${words.signSheet(signerMarks(content).get(signer.row) ?? '')} · ${words.reference}: ${content.reference}`, {
    weight: 'bold',
    after: 2,
  })
  flow.paragraph(`${words.hash}: ${hash.slice(0, 16)}`, { size: 9, after: 60 })
  flow.heading(2, words.signFor)
  // as a table, seven forms and the signature fit on one page: it is printed, signed and photographed
  layOutTable(
    flow,
    [words.form, words.signs, words.declares, words.falseStatements],
    content.forms
      .filter((form) => signer.forms.includes(form.id))
      .map((form) => {
        const own = signer.own[form.id]
        const parts = (own ?? []).map(({ title, boxes }) => `${title} (${rangesOf(boxes, words.upTo)})`).join('; ')
        return [
          form.title,
          own ? words.ownPart(parts) : words.wholeForm,
          own ? words.ownDeclaration : form.declaration,
          form.falseStatements,
        ]
      }),
    [3, 3.4, 3.6, 4.6],
    { size: 8 },
  )
  inEnglish(flow, content, signer)
  flow.ensure(150)
  flow.space(10)
  for (const label of [words.name, words.place, words.date, words.hereby]) {
    const names = label === words.name ? flow.wrap(signer.name, 'bold', 10, WIDTH - 94) : []
    const height = label === words.hereby ? 62 : 13 * Math.max(2, names.length + 1)
    const breaks = height > flow.pageHeight / 2
    flow.ensure(breaks ? 39 : height)
    const line = flow.add('P')
    flow.text(LEFT, flow.top - (names.length > 0 ? 18 : height - 8), label, 10, 'regular', false, line, 'signing')
    const field = flow.add('Form', line, {
      field: { role: 'tv', label },
      ...(names.length === 0 && { actual: words.byHand }),
    })
    if (names.length > 0) flow.space(5)
    flow.lines(names, field, { weight: 'bold', indent: 94, origin: 'signing' })
    if (names.length === 0) flow.space(height)
    else flow.space(6)
    flow.shape({ x: LEFT + 90, y: flow.top + 4, width: WIDTH - 90, height: 0.6, style: 'rule', ...(names.length === 0 && { node: field }) })
  }
}

/** What is declared, once each, for people who read English. */
function inEnglish(flow: Flow, { forms }: PacketContent, signer: PacketContent['signers'][number]): void {
  const { ownDeclaration } = TEXTS.en
  const said = forms.flatMap(({ id, english }) =>
    english && signer.forms.includes(id) ? [signer.own[id] ? ownDeclaration : english.declaration, english.falseStatements] : [],
  )
  if (said.length > 0) flow.paragraph([...new Set(said)].join(' '), { size: ALONG, grey: true, lang: 'en', plain: true })
}

function continuation(flow: Flow, content: PacketContent, { continued, substituted }: GoesOn, words: Words): void {
  const titleOf = (form: string): string => content.forms.find((other) => other.id === form)?.title ?? form
  flow.begin(words.continuation)
  flow.heading(1, words.continuation)
  for (const { form, box, part, field } of continued) {
    flow.heading(2, `${words.box} ${numberOf(box)}: ${box.label}`)
    flow.place(continuedPlace(form, box.key))
    const where = field === undefined ? [] : [field === null ? words.notInPdf : `${words.field} ${field}`]
    flow.paragraph([`${titleOf(form)}, ${part}`, ...where].join(' · '), { size: 9, grey: true, after: 2 })
    for (const line of (box.text ?? '').split('\n')) flow.paragraph(line, { origin: `${form}:${box.key}`, plain: true })
  }
  if (substituted.length === 0) return
  const boxes = new Map(
    content.forms.flatMap(({ id, sections }) =>
      sections.flatMap(({ instances }) => instances.flatMap((each) => each.boxes.map((box) => [`${id}:${box.key}`, box]))),
    ),
  )
  flow.heading(2, words.substituted)
  flow.paragraph(words.substitutedWhy)
  flow.list(
    substituted.map(({ form, box, characters }) => {
      const found = boxes.get(`${form}:${box}`)
      return `${words.box} ${found ? numberOf(found) : box}, ${titleOf(form)}: ${characters.map(substituteOf).join(', ')}`
    }),
  )
}
