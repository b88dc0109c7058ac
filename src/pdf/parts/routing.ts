import type { DocumentResult, PacketContent } from '../../engine/assessment.ts'
import { LEFT, WIDTH } from '../document.ts'
import type { Flow } from '../flow.ts'
import { layOutTable } from '../table.ts'
import { TEXTS, type Words } from '../texts.ts'
import { keyOf, marksOf, signerMarks } from './marks.ts'
import { rangesOf } from './refused.ts'

/** The first page that the town reads: which part is for whom, what goes with it, who signs it; then the attachments, each with its mark. */
export function layOutRouting(flow: Flow, content: PacketContent, words: Words): void {
  const { forms, assessment, signers, licenceNames } = content
  if (forms.length + assessment.documents.length === 0) return
  const marks = marksOf(content)
  const marksS = signerMarks(content)
  flow.begin(words.forTown)
  flow.heading(1, words.forTown)
  flow.paragraph(words.forTownNote, { size: 9.5 })
  caseNumber(flow, words)
  if (forms.length > 0)
    layOutTable(
      flow,
      [words.part, words.form, words.to, words.marks, words.signs, words.status],
      forms.map((form, index) => {
        const own = assessment.documents.filter(({ licences }) => licences.some((licence) => form.licences.includes(licence)))
        const department = content.sheets.find(({ licence }) => form.licences.includes(licence))?.department
        const signed = signers.flatMap((signer) => (signer.forms.includes(form.id) ? (marksS.get(signer.row) ?? []) : []))
        return [
          String(index + 1),
          form.caseType === null ? form.title : `${form.title} (${form.caseType})`,
          [form.addressee, department].filter(Boolean).join(', '),
          rangesOf(
            own.flatMap((document) => marks.get(keyOf(document)) ?? []),
            words.upTo,
          ) || '–',
          form.copyOut ? words.signedOnline : rangesOf(signed, words.upTo) || '–',
          words.short[form.status],
        ]
      }),
      [0.9, 4.2, 3.2, 2.4, 2.2, 2.4],
      { size: 8 },
    )
  attachments(flow, content, licenceNames, words)
}

/** To be filled in by the town. */
function caseNumber(flow: Flow, words: Words): void {
  flow.ensure(44)
  flow.shape({ x: LEFT, y: flow.top - 34, width: WIDTH, height: 32, style: 'frame' })
  const line = flow.add('P')
  flow.text(LEFT + 6, flow.top - 12, words.caseNumber, 8, 'regular', true, line, 'cover')
  flow.space(44)
}

function attachments(flow: Flow, content: PacketContent, licenceNames: PacketContent['licenceNames'], words: Words): void {
  const { documents } = content.assessment
  const marks = marksOf(content)
  flow.beginHere(words.attachments)
  flow.heading(1, words.attachments)
  if (documents.length === 0) {
    flow.paragraph(words.none)
    return
  }
  // by the number of the part; licences without a form here by their name
  const partsOf = (licences: readonly string[]): string => {
    const parts = content.forms.flatMap((form, index) => (form.licences.some((id) => licences.includes(id)) ? [String(index + 1)] : []))
    return parts.length > 0 ? parts.join(', ') : licences.map((id) => licenceNames[id] ?? id).join(', ')
  }
  layOutTable(
    flow,
    [words.nr, words.document, words.part, words.mustShow, words.status],
    documents.map((item) => {
      const english = content.documentsInEnglish?.[keyOf(item)]
      const [name, mustShow] = [item.name, mustShowOf(item, words)]
      return [
        marks.get(keyOf(item)) ?? '–',
        english ? { text: name, english: english.name } : name,
        partsOf(item.licences),
        english ? { text: mustShow, english: mustShowOf(english, TEXTS.en) } : mustShow,
        words.state[item.state],
      ]
    }),
    [0.8, 3.4, 2.2, 6.5, 1.7],
    { size: 8, rowHead: 1 },
  )
}

const mustShowOf = ({ mustShow, signedBy, maxAgeDays, accepted }: DocumentResult, words: Words): string =>
  [
    ...mustShow,
    ...(signedBy === null ? [] : [words.signedBy(signedBy)]),
    ...(maxAgeDays === null ? [] : [words.maxAge(maxAgeDays)]),
    ...(accepted.length === 0 ? [] : [accepted.join(', ')]),
  ].join('; ')
