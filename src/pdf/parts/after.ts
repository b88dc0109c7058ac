import type { BoxCoverage, BoxState, PacketContent } from '../../engine/assessment.ts'
import { printDate } from '../../engine/forms/print.ts'
import { LEFT, RIGHT, WIDTH } from '../document.ts'
import type { Flow } from '../flow.ts'
import type { Words } from '../texts.ts'
import { layOutTrace } from './bibob.ts'
import { drawCode } from './code.ts'
import type { Continued } from './form.ts'

/** What stands behind the forms: signing pages, continuation sheets, coverage, attachments, advice, colophon. */
export function layOutAfter(flow: Flow, content: PacketContent, hash: string, continued: readonly Continued[], words: Words): void {
  for (const signer of content.signers) signing(flow, content, signer, hash, words)
  if (content.part === 'signing') return
  if (continued.length > 0) continuation(flow, content, continued, words)
  coverage(flow, content, words)
  attachments(flow, content, words)
  if (content.part !== 'confidential') advice(flow, content, words)
  colophon(flow, content, hash, words)
}

function signing(flow: Flow, content: PacketContent, signer: PacketContent['signers'][number], hash: string, words: Words): void {
  flow.begin(`${words.signing}: ${signer.name}`)
  flow.heading(1, `${words.signing}: ${signer.name}`)
  drawCode(flow, `${content.kenmerk} ${hash}`, `${words.kenmerk} ${content.kenmerk}`, RIGHT - 84, flow.top + 4, 84)
  flow.paragraph(`${words.kenmerk}: ${content.kenmerk}`, { weight: 'bold', after: 2 })
  flow.paragraph(`${words.hash}: ${hash.slice(0, 16)}`, { size: 9, after: 60 })
  const forms = content.forms.filter((form) => signer.forms.includes(form.id))
  flow.heading(2, words.signFor)
  // a table, so that seven forms and the signature stay on one page: it is printed, signed and photographed
  flow.table(
    [words.form, words.declares, words.falseStatements],
    forms.map((form) => [form.title, form.declaration, form.falseStatements]),
    [3, 4, 5],
    { size: 8.5 },
  )
  flow.ensure(150)
  flow.space(10)
  for (const label of [words.name, words.place, words.date, words.hereby]) {
    const height = label === words.hereby ? 62 : 26
    flow.ensure(height)
    const top = flow.top
    flow.shape({ x: LEFT + 90, y: top - height + 4, width: WIDTH - 90, height: 0.6, style: 'rule' })
    const line = flow.add('P')
    flow.text(LEFT, top - height + 8, label, 10, 'regular', false, line, 'signing')
    if (label === words.name) flow.text(LEFT + 94, top - height + 8, signer.name, 10, 'bold', false, line, 'signing')
    flow.moveTo(top - height)
  }
}

function continuation(flow: Flow, content: PacketContent, continued: readonly Continued[], words: Words): void {
  flow.begin(words.continuation)
  flow.heading(1, words.continuation)
  for (const { form, box, part } of continued) {
    const title = content.forms.find((one) => one.id === form)?.title ?? form
    flow.heading(2, `${words.box} ${numberOf(box)}: ${box.label}`)
    flow.paragraph(`${title}, ${part}`, { size: 9, grey: true, after: 2 })
    flow.paragraph(box.text ?? '', { origin: `${form}:${box.key}` })
  }
}

/** As printed beside the box. */
const numberOf = (box: BoxCoverage): string => box.official ?? box.nr

const STATES: readonly BoxState[] = ['filled', 'notApplicable', 'signature', 'empty', 'authority', 'missing']

function coverage(flow: Flow, content: PacketContent, words: Words): void {
  flow.begin(words.coverage)
  flow.heading(1, words.coverage)
  const boxes = content.forms.map((form) => ({
    form,
    all: form.sections.flatMap((section) => section.instances.flatMap((instance) => instance.boxes)),
  }))
  const count = (list: readonly BoxCoverage[], state: BoxState): string => String(list.filter((box) => box.state === state).length)
  flow.table(
    [words.form, words.boxes, words.filled, words.na, words.sig, words.left, words.auth, words.missing],
    boxes.map(({ form, all }) => [form.title, String(all.length), ...STATES.map((state) => count(all, state))]),
    [4.4, 1.5, 1.7, 1.3, 1.7, 1.2, 1.9, 1.2],
  )
  documentCoverage(flow, content, words)
  flow.heading(2, words.openBoxes)
  // one line for all boxes of a form that are open, or fall away, for the same reason: a list of hundreds is read by nobody
  const reasonTable = (state: BoxState, why: string, reasonOf: (box: BoxCoverage) => string): void => {
    const reasons = boxes.flatMap(({ form, all }) => {
      const byReason = new Map<string, Set<string>>()
      for (const box of all.filter((each) => each.state === state)) {
        const reason = reasonOf(box)
        byReason.set(reason, (byReason.get(reason) ?? new Set()).add(numberOf(box)))
      }
      return [...byReason].map(([reason, numbers]) => [form.title, reason, [...numbers].join(', ')])
    })
    if (reasons.length === 0) flow.paragraph(words.none)
    else flow.table([words.form, why, words.boxes], reasons, [3, 4, 7], { size: 8 })
  }
  reasonTable('missing', words.waitsFor, (box) => {
    const waiting = new Set(box.questions.map((key) => content.waitsFor[key] ?? key))
    return waiting.size > 0 ? [...waiting].join('; ') : box.label
  })
  flow.heading(2, words.naBoxes)
  reasonTable('notApplicable', words.because, (box) => box.reason ?? '')
}

/** Attachments count like boxes: per form as it wants them, and together, each once. */
function documentCoverage(flow: Flow, { assessment, forms }: PacketContent, words: Words): void {
  const documents = assessment.documents.filter(({ state }) => state !== 'none')
  if (documents.length === 0) return
  flow.heading(2, words.attachments)
  const row = (name: string, some: typeof documents): string[] => [
    name,
    String(some.length),
    ...DOCUMENT_STATES.map((state) => String(some.filter((document) => document.state === state).length)),
  ]
  flow.table(
    [words.form, words.needed, ...DOCUMENT_STATES.map((state) => words.state[state])],
    [
      ...forms.map((form) =>
        row(
          form.title,
          documents.filter((document) => document.licences.some((licence) => form.licences.includes(licence))),
        ),
      ),
      row(words.together, documents),
    ],
    [4.4, 1.5, 1.9, 1.9, 1.9],
  )
  const missing = documents.filter((document) => document.state === 'missing')
  if (missing.length === 0) return
  flow.heading(2, words.openDocuments)
  flow.list(missing.map((document) => document.name))
}

const DOCUMENT_STATES = ['attached', 'later', 'missing'] as const

function attachments(flow: Flow, { assessment, licenceNames }: PacketContent, words: Words): void {
  flow.begin(words.attachments)
  flow.heading(1, words.attachments)
  if (assessment.documents.length === 0) {
    flow.paragraph(words.none)
    return
  }
  flow.table(
    [words.document, words.licence, words.mustShow, words.status],
    assessment.documents.map((item) => [
      item.name,
      item.licences.map((id) => licenceNames[id] ?? id).join(', '),
      [
        ...item.mustShow,
        ...(item.signedBy === null ? [] : [words.signedBy(item.signedBy)]),
        ...(item.maxAgeDays === null ? [] : [words.maxAge(item.maxAgeDays)]),
        ...(item.accepted.length === 0 ? [] : [item.accepted.join(', ')]),
      ].join('; '),
      words.state[item.state],
    ]),
    [3, 3, 5, 1.8],
    { size: 8.5 },
  )
}

function advice(flow: Flow, { assessment, lang }: PacketContent, words: Words): void {
  flow.begin(words.advice)
  flow.heading(1, words.advice)
  const items = assessment.advice.toSorted((a, b) => (a.due ?? '9999').localeCompare(b.due ?? '9999') || (a.core ?? 99) - (b.core ?? 99))
  flow.table(
    [words.due, words.what, ''],
    items.map((item) => [
      item.due ? printDate(item.due, lang) : words.noDate,
      item.title,
      [item.text, item.link].filter(Boolean).join(' '),
    ]),
    [2.2, 3.4, 7],
    { size: 8.5 },
  )
}

function colophon(flow: Flow, content: PacketContent, hash: string, words: Words): void {
  const { ruleSet } = content.assessment
  flow.begin(words.colophon)
  flow.heading(1, words.colophon)
  flow.paragraph(words.made(ruleSet.id, ruleSet.version))
  flow.paragraph(words.boxesNote)
  if (content.answersJson !== '') flow.paragraph(words.embedded)
  if (content.bibob?.asks && content.part !== 'application') layOutTrace(flow, content.bibob, words)
  flow.paragraph(`${words.hash}: ${hash}`, { size: 8, after: 2 })
  flow.paragraph(`${ruleSet.id} ${ruleSet.version}: ${ruleSet.hash}`, { size: 8 })
  if (content.unverified.length === 0) return
  flow.heading(2, words.unverified)
  flow.table(
    [words.what, words.value, words.source],
    content.unverified.map((item) => [item.what, item.value, item.source ?? '']),
    [4, 4, 5],
    { size: 8 },
  )
}
