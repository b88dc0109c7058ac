import { answerKey } from '../../model/answers/answers.ts'
import { assessCase } from '../assess.ts'
import type { FormCoverage, PacketContent } from '../assessment.ts'
import { openCase } from '../case.ts'
import type { Case } from '../context.ts'
import { coverage } from '../forms/form-coverage.ts'
import { firedChecks } from '../outcome/checks/fired-checks.ts'
import { questionsOf } from '../questions.ts'
import { type DeskPart, deskParts } from './desk-parts.ts'
import { packetContent } from './packet-content.ts'
import { packetSet } from './packet-set.ts'
import type { SetPart } from './set-part.ts'

/** In which words the town gets the forms: those of the applicant, or Dutch with an English line beneath each label. */
export interface InWhichWords {
  readonly englishLines: boolean
}

/** Works out piece by piece what the other language needs beside that of the page, which holds its own already: between two pieces a page can be drawn. */
export function* ahead(application: Case, { englishLines }: InWhichWords): Generator<void> {
  if (!englishLines) return
  const other = inLang(application, application.lang === 'nl' ? 'en' : 'nl')
  const { variant, index, get } = other
  for (const { id } of [...variant.licences, ...variant.extras]) yield void get(`verdict|${id}`)
  for (const { id } of variant.fees) yield void get(`fee|${id}`)
  for (const { id } of index.licensed) {
    if (!get(`form|${id}`).applies) continue
    for (const section of get(`sections|${id}`)) {
      yield void get(`section|${id}|${section.id}`)
      yield void get(`sheet|${id}|${section.id}`)
    }
  }
  for (const id of ['terms|', 'opening|', 'documents|', 'counts|', 'fees|', 'hours|', 'areas|', 'advice|'] as const) yield void get(id)
  yield void firedChecks(other)
  yield void questionsOf(other)
  yield void assessCase(other)
}

/** What a packet prints, as it was asked for: with English lines the half of the town is Dutch, whatever language the applicant reads. */
export function contentInWords(application: Case, reference: string, answersJson: string, { englishLines }: InWhichWords): PacketContent {
  const own = packetContent(application, reference, answersJson)
  if (!englishLines) return own
  const { dutch, withEnglish } = sidesOf(application)
  return halves(own, application === dutch ? own : packetContent(dutch, reference, answersJson), withEnglish)
}

/** The files of a set, as they were asked for. */
export function setInWords(
  application: Case,
  reference: string,
  fileNames: ReadonlyMap<string, readonly string[]>,
  { englishLines }: InWhichWords,
): SetPart[] {
  const own = packetSet(application, reference, fileNames)
  if (!englishLines) return own
  const { dutch, withEnglish } = sidesOf(application)
  const inDutch = application === dutch ? own : packetSet(dutch, reference, fileNames)
  const contents = new Map(inDutch.map(({ suffix, content }) => [suffix, content]))
  return own.map((part) => ({ ...part, content: halves(part.content, contents.get(part.suffix) ?? part.content, withEnglish) }))
}

/** The parts of the departments, as the packet they are cut of was asked for. */
export function deskPartsInWords(application: Case, reference: string, { englishLines }: InWhichWords): DeskPart[] {
  if (!englishLines) return deskParts(application, reference)
  const { dutch, withEnglish } = sidesOf(application)
  return deskParts(dutch, reference).map((part) => ({
    ...part,
    content: withEnglish(part.content),
  }))
}

/** The same content, in Dutch, with English lines. */
type WithEnglish = (content: PacketContent) => PacketContent

/** For the applicant in their own language, for the town in Dutch. */
function halves(own: PacketContent, dutch: PacketContent, withEnglish: WithEnglish): PacketContent {
  const town = withEnglish(dutch)
  return own.lang === 'nl' ? town : { ...own, englishLines: true, town }
}

/** The case in Dutch, and its forms with the English words of the same boxes. */
function sidesOf(application: Case): { readonly dutch: Case; readonly withEnglish: WithEnglish } {
  const [dutch, english] = [inLang(application, 'nl'), inLang(application, 'en')]
  const forms = new Map(coverage(english).map((form) => [form.id, form]))
  const documents = new Map(assessCase(english).documents.map((item) => [keyOf(item), item]))
  const withEnglish: WithEnglish = (content) => ({
    ...content,
    englishLines: true,
    forms: content.forms.map((form) => besideEnglish(form, forms.get(form.id))),
    documentsInEnglish: Object.fromEntries(
      content.assessment.documents.flatMap((item) => {
        const found = documents.get(keyOf(item))
        return found ? [[keyOf(item), found]] : []
      }),
    ),
  })
  return { dutch, withEnglish }
}

const keyOf = ({ id, row }: { readonly id: string; readonly row: string | null }): string => answerKey(id, row)

/** The same answers in the other language; opened once, as a case never changes. */
function inLang(application: Case, lang: Case['lang']): Case {
  if (application.lang === lang) return application
  const known = others.get(application)
  if (known) return known
  const other = openCase(application.variant, application.answers, application.dates, lang)
  others.set(application, other)
  return other
}
const others = new WeakMap<Case, Case>()

/** Boxes are found by their key, as a part of a set holds some of them only. */
function besideEnglish(form: FormCoverage, english: FormCoverage | undefined): FormCoverage {
  if (!english) return form
  const sections = new Map(english.sections.map((section) => [section.id, section]))
  const boxes = new Map(
    english.sections.flatMap(({ id, instances }) =>
      instances.flatMap(({ row, boxes }) => boxes.map((box) => [`${id} ${row} ${box.key} ${box.item?.row}`, box])),
    ),
  )
  const { title, declaration, falseStatements } = english
  return {
    ...form,
    english: { title, declaration, falseStatements },
    sections: form.sections.map((section) => ({
      ...section,
      english: sections.get(section.id)?.title ?? section.title,
      instances: section.instances.map((instance) => ({
        ...instance,
        boxes: instance.boxes.map((box) => {
          const found = boxes.get(`${section.id} ${instance.row} ${box.key} ${box.item?.row}`)
          if (!found) return box
          const { label, heading, rows, parts } = found
          return { ...box, english: { label, heading, header: rows?.header ?? [], parts: (parts ?? []).map((part) => part.label) } }
        }),
      })),
    })),
  }
}
