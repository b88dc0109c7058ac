import type { BoxCoverage, BoxState, PacketContent } from '../../engine/assessment.ts'
import type { Flow } from '../flow.ts'
import { dutchIn, layOutTable } from '../table.ts'
import type { Words } from '../texts.ts'
import { layOutTrace } from './bibob.ts'
import { numberOf } from './box.ts'
import { rangesOf } from './refused.ts'

const STATES: readonly BoxState[] = ['filled', 'notApplicable', 'signature', 'empty', 'authority', 'missing']

/** The state of every box and attachment, counted; which boxes are still open, and what they wait for. */
export function layOutCoverage(flow: Flow, content: PacketContent, words: Words): void {
  flow.beginHere(words.coverage)
  flow.heading(1, words.coverage)
  const boxes = content.forms.map((form) => ({
    form,
    all: form.sections.flatMap((section) => section.instances.flatMap((instance) => instance.boxes)),
  }))
  const count = (list: readonly BoxCoverage[], state: BoxState): string => String(list.filter((box) => box.state === state).length)
  layOutTable(
    flow,
    [words.form, words.boxes, words.filled, words.na, words.sig, words.left, words.auth, words.missing],
    boxes.map(({ form, all }) => [form.title, String(all.length), ...STATES.map((state) => count(all, state))]),
    [4.4, 1.5, 1.7, 1.3, 1.7, 1.2, 1.9, 1.2],
  )
  documentCoverage(flow, content, words)
  // one line for all boxes of a form that wait for the same: nobody reads a list of hundreds. What does not apply is gathered in its place
  const rows = boxes.flatMap(({ form, all }) => {
    const waiting = new Map<string, Set<string>>()
    for (const box of all.filter(({ state }) => state === 'missing')) {
      const questions = new Set(box.questions.map((key) => content.waitsFor[key] ?? key))
      const reason = questions.size > 0 ? [...questions].join('; ') : box.label
      waiting.set(reason, (waiting.get(reason) ?? new Set()).add(numberOf(box)))
    }
    return [...waiting].map(([reason, numbers]) => [form.title, reason, rangesOf([...numbers], words.upTo)])
  })
  if (rows.length === 0) {
    flow.paragraph(`${words.openBoxes}: ${words.none.toLowerCase()}`)
    return
  }
  flow.heading(2, words.openBoxes)
  layOutTable(flow, [words.form, words.waitsFor, words.boxes], rows, [3, 4, 7], { size: 8 })
}

/** Attachments count like boxes: per form that needs them, and together, each once. */
function documentCoverage(flow: Flow, { assessment, forms }: PacketContent, words: Words): void {
  const documents = assessment.documents.filter(({ state }) => state !== 'none')
  if (documents.length === 0) return
  flow.heading(2, words.attachments)
  const row = (name: string, some: typeof documents): string[] => [
    name,
    String(some.length),
    ...DOCUMENT_STATES.map((state) => String(some.filter((document) => document.state === state).length)),
  ]
  layOutTable(
    flow,
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

/** Which rules this was made with, and which of their values nobody read at the source. */
export function layOutColophon(flow: Flow, content: PacketContent, hash: string, words: Words): void {
  const { ruleSet } = content.assessment
  flow.beginHere(words.colophon)
  flow.heading(1, words.colophon)
  flow.paragraph(words.made(ruleSet.id, ruleSet.version))
  flow.paragraph(words.boxesNote)
  if (content.bibob?.asks && content.part !== 'application') layOutTrace(flow, content.bibob, content.lang, words)
  flow.paragraph(`${words.hash}: ${hash}`, { size: 8, after: 2 })
  flow.paragraph(`${ruleSet.id} ${ruleSet.version}: ${ruleSet.hash}`, { size: 8 })
  if (content.unverified.length === 0) return
  flow.heading(2, words.unverified)
  layOutTable(
    flow,
    [words.what, words.value, words.source],
    content.unverified.map((item) => [item.what, item.value, item.source ?? '']),
    [4, 4, 5],
    { size: 8, ...dutchIn(content.lang, false, false, true) },
  )
}
