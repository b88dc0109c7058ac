import { answerKey } from '../../model/answers/answers.ts'
import { questionsOf } from '../asked/questions.ts'
import { assessCase } from '../assess.ts'
import type { FormCoverage, PacketContent } from '../assessment.ts'
import { openCase } from '../case.ts'
import type { Case } from '../context.ts'
import { coverage } from '../forms/form-coverage.ts'
import { firedChecks } from '../outcome/checks/fired-checks.ts'
import { type DeskPart, deskParts } from './desks/desk-parts.ts'
import { packetContent } from './packet-content.ts'
import { packetSet } from './packet-set.ts'
import type { SetPart } from './set-part.ts'

/** What is wanted besides the Dutch that the town always gets: an English line beneath each label of its half. */
export interface InWhichWords {
  readonly englishLines: boolean
}

/** Work in pieces, with a result at the end: the page can repaint between two of them. */
type Pieces<T> = Generator<void, T>

/** Runs all pieces in one go. */
function whole<T>(pieces: Pieces<T>): T {
  for (let step = pieces.next(); ; step = pieces.next()) if (step.done) return step.value
}

/** Computes ahead what a packet is made of, in both languages where both are printed; what is already known takes no time. */
export function* ahead(application: Case, { englishLines }: InWhichWords): Pieces<void> {
  yield* workedOut(application)
  if (application.lang === 'nl' && !englishLines) return
  yield* workedOut(inLang(application, application.lang === 'nl' ? 'en' : 'nl'))
}

function* workedOut(application: Case): Pieces<void> {
  const { variant, index, get } = application
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
  yield void firedChecks(application)
  yield void questionsOf(application)
  yield void assessCase(application)
  yield void coverage(application)
}

/** What a packet prints: the applicant's half in their own language, the town's in Dutch. */
export const contentInWords = (application: Case, reference: string, answersJson: string, words: InWhichWords): PacketContent =>
  whole(contentInPieces(application, reference, answersJson, words))

export function* contentInPieces(application: Case, reference: string, answersJson: string, words: InWhichWords): Pieces<PacketContent> {
  yield* ahead(application, words)
  const own = packetContent(application, reference, answersJson)
  yield
  const { dutch, forTown } = townSide(application, words)
  yield
  const town = application === dutch ? own : packetContent(dutch, reference, answersJson)
  yield
  return halves(own, town, forTown)
}

/** The files of a set, each with its half for the town in Dutch. */
export const setInWords = (
  application: Case,
  reference: string,
  fileNames: ReadonlyMap<string, readonly string[]>,
  words: InWhichWords,
): SetPart[] => whole(setInPieces(application, reference, fileNames, words))

export function* setInPieces(
  application: Case,
  reference: string,
  fileNames: ReadonlyMap<string, readonly string[]>,
  words: InWhichWords,
): Pieces<SetPart[]> {
  yield* ahead(application, words)
  const own = packetSet(application, reference, fileNames)
  yield
  const { dutch, forTown } = townSide(application, words)
  yield
  const inDutch = application === dutch ? own : packetSet(dutch, reference, fileNames)
  const contents = new Map(inDutch.map(({ suffix, content }) => [suffix, content]))
  const parts: SetPart[] = []
  for (const part of own) {
    yield
    parts.push({ ...part, content: halves(part.content, contents.get(part.suffix) ?? part.content, forTown) })
  }
  return parts
}

/** The departments' parts, in Dutch; with English lines if the packet they are cut from has them. */
export function deskPartsInWords(application: Case, reference: string, words: InWhichWords): DeskPart[] {
  const { dutch, forTown } = townSide(application, words)
  return deskParts(dutch, reference).map((part) => ({ ...part, content: forTown(part.content) }))
}

/** Dutch content as the town gets it. */
type ForTown = (content: PacketContent) => PacketContent

/** The applicant's half in their own language, the town's in Dutch; when nothing goes to the town, everything is for the applicant. */
function halves(own: PacketContent, dutch: PacketContent, forTown: ForTown): PacketContent {
  const town = forTown(dutch)
  if (own.lang === 'nl') return town
  if (town.forms.length + town.assessment.documents.length === 0) return own
  return { ...own, ...(town.englishLines && { englishLines: true }), town }
}

/** The case in Dutch, and how its content is finished: on request its forms get the English texts of the same boxes. */
function townSide(application: Case, { englishLines }: InWhichWords): { readonly dutch: Case; readonly forTown: ForTown } {
  const dutch = inLang(application, 'nl')
  return { dutch, forTown: englishLines ? withEnglish(inLang(application, 'en')) : (content) => content }
}

function withEnglish(english: Case): ForTown {
  const forms = new Map(coverage(english).map((form) => [form.id, form]))
  const documents = new Map(assessCase(english).documents.map((item) => [keyOf(item), item]))
  return (content) => ({
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
}

const keyOf = ({ id, row }: { readonly id: string; readonly row: string | null }): string => answerKey(id, row)

/** The same answers in the other language; opened once, as a case is immutable. */
function inLang(application: Case, lang: Case['lang']): Case {
  if (application.lang === lang) return application
  const known = others.get(application)
  if (known) return known
  const other = openCase(application.variant, application.answers, application.dates, lang)
  others.set(application, other)
  return other
}
const others = new WeakMap<Case, Case>()

/** Matches boxes by key, as a part of a set holds only some of them. */
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
