import Big from 'big.js'
import type { Compiled } from '../../feel/expr.ts'
import { isList, isRow, isUnknown, type RowRef, type Value } from '../../feel/value.ts'
import { answerKey, isParty } from '../../model/answers/answers.ts'
import { wordsIn } from '../../model/lang.ts'
import type { AnswerJson } from '../../model/schema/answer-file.ts'
import type { Text } from '../../model/schema/common.ts'
import { addAll } from '../../model/util/add-all.ts'
import { unique } from '../../model/util/unique.ts'
import type { ResolvedBox, ResolvedOtherwise, ResolvedSection } from '../../model/variant.ts'
import { factOf } from '../asked/order.ts'
import type { BoxState } from '../assessment.ts'
import type { Reading } from '../context.ts'
import { titleOfRow } from '../facts/row-title.ts'
import { bindingsFor, rowsOf } from '../outcome/checks/checks.ts'
import { actHolds } from '../outcome/verdicts.ts'
import { run } from '../reader.ts'
import type { BoxStatus, Items, Refusal } from '../states.ts'
import { partyName } from './format.ts'
import { around, givenIn, type InBox, inItem, inParty, openIn, type Place, placeOf, questionsIn, rowOf, sectionOf } from './place.ts'
import { printGiven, printIn } from './print-in-box.ts'
import { factsIn, stillToCome } from './still-to-come.ts'

// The status of a box, without the texts of the paper (`print-box.ts`): asking and counting need no more, and one answer may touch a hundred boxes.

/** Exported for the list of texts. */
export const COVERAGE = {
  name: 'coverage',
  nl: {
    none: 'niet van toepassing',
    attached: 'bijgevoegd',
    later: 'wordt later gestuurd',
    noneOfThese: 'de aanvrager heeft dit niet',
    notAskedFor: 'dit stuk is hier niet nodig',
    open: 'nog invullen',
    empty: 'leeg gelaten',
    blank: 'niet ingevuld',
    authority: 'voor de gemeente',
    no: 'geen',
  },
  en: {
    none: 'not applicable',
    attached: 'attached',
    later: 'will be sent later',
    noneOfThese: 'the applicant has none',
    notAskedFor: 'this document is not needed here',
    open: 'still to fill in',
    empty: 'left empty',
    blank: 'not filled in',
    authority: 'for the municipality',
    no: 'no',
  },
} as const

/** What is said of a box with nothing to print. */
export const coverageWord = (word: keyof typeof COVERAGE.nl): Text => ({ nl: COVERAGE.nl[word], en: wordsIn(COVERAGE, 'en')[word] })

/** Status of one box: `box|form|section|nr|row|item`; row and item are empty when there is none. */
export function boxCell(reading: Reading, parts: readonly string[]): BoxStatus {
  const [formId = '', sectionId = '', , rowId = '', itemId = ''] = parts
  const outer = placeOf(reading, parts)
  const { box } = outer
  const stopped = reading.get(`refused|${formId}|${sectionId}|${rowId}`)
  if (stopped) return status(box, stopped.state, stopped)
  if (box.each && !itemId) return withoutItems(reading, outer)
  if (!itemId) return refused(reading, outer, box) ?? filled(reading, outer)
  const place = inItem(reading, outer, itemId)
  const found = refused(reading, place, box) ?? filled(reading, place)
  return { ...found, item: { row: itemId, title: itemTitle(reading, rowOf(reading, itemId)) } }
}

/** Why no box of a section is asked, once or for one of its rows: `refused|form|section|row`; null: the section applies. */
export function refusedCell(reading: Reading, [formId = '', sectionId = '', rowId = '']: readonly string[]): Refusal | null {
  const form = reading.index.forms.get(formId)
  const section = form && sectionOf(form, sectionId)
  if (!section) throw new Error(`no section ${sectionId} in ${formId}`)
  const { bindings } = around(reading, section, rowId)
  return (
    refusal(reading, bindings, actHolds(reading, section.act), section.otherwise) ??
    (section.when ? refusal(reading, bindings, run(reading, section.when, bindings), section.otherwise) : null)
  )
}

/** Why nothing is asked when this condition does not hold: it is false, or still undecided. */
function refusal(reading: Reading, bindings: Place['bindings'], holds: Value, otherwise: ResolvedOtherwise | null): Refusal | null {
  if (isUnknown(holds)) return { state: 'missing', reason: coverageWord('open'), questions: holds.missing }
  if (holds === true) return null
  const text = trueCase(reading, bindings, otherwise) ?? otherwise?.whenFalse ?? otherwise?.none
  return { state: 'notApplicable', reason: text ?? coverageWord('none'), questions: [] }
}

function refused(
  reading: Reading,
  { box, bindings }: Place,
  { when, otherwise }: { readonly when: Compiled | null; readonly otherwise: ResolvedOtherwise | null },
): BoxStatus | null {
  const found = when ? refusal(reading, bindings, run(reading, when, bindings), otherwise) : null
  return found && status(box, found.state, found)
}

/** The first reason whose own condition holds here. */
const trueCase = (reading: Reading, bindings: Place['bindings'], otherwise: ResolvedOtherwise | null): Text | undefined =>
  otherwise?.cases.find(({ when }) => run(reading, when, bindings) === true)?.text

/** Why a box that applies has nothing to print: never the reason for which it would not apply. */
function nothingToPrint(reading: Reading, { box, bindings }: Place): Text {
  const inItem = box.each !== null
  return trueCase(reading, bindings, box.otherwise) ?? (inItem || box.when ? undefined : box.otherwise?.none) ?? coverageWord('none')
}

/** Why a box per row, or a table, has no rows. */
const noRows = ({ otherwise }: ResolvedBox): Text => otherwise?.none ?? coverageWord('no')

/** Rows a box is printed for: `items|form|section|nr|row`. */
export function itemsCell(reading: Reading, [formId = '', sectionId = '', nr = '', rowId = '']: readonly string[]): Items {
  const section = reading.index.forms.get(formId)?.sections.find((section) => section.id === sectionId)
  const each = section?.boxes.find((box) => box.nr === nr)?.each
  if (!section || !each) return { rows: [], missing: [] }
  const value = run(reading, each, around(reading, section, rowId).bindings)
  if (isUnknown(value)) return { rows: [], missing: value.missing }
  if (!isList(value)) return { rows: [], missing: [] }
  return { rows: value.items.filter(isRow), missing: value.unknown?.missing ?? [] }
}

/** A box per row while there are no rows: open as long as some may be added. */
function withoutItems(reading: Reading, { form, section, box, row }: Place): BoxStatus {
  const { missing } = reading.get(`items|${form.id}|${section.id}|${box.nr}|${row?.id ?? ''}`)
  if (missing.length > 0) return status(box, 'missing', { reason: coverageWord('open'), questions: missing })
  return status(box, 'notApplicable', { reason: noRows(box) })
}

function filled(reading: Reading, place: Place): BoxStatus {
  const { box } = place
  if (box.forAuthority) return status(box, 'authority', { reason: coverageWord('authority') })
  if (box.type === 'signature' || box.type === 'signaturePlace' || box.type === 'signatureDate') return status(box, 'signature', {})
  if (box.party) return fromParty(reading, place, box.party)
  if (box.document) return fromDocument(reading, place, box.document)
  if (box.rows) return fromRows(reading, place, box.rows)
  if (box.value) return fromValue(reading, place)
  return fromQuestions(reading, place)
}

/** A party with the parts this box asks of its kind: open while any of them is. */
function fromParty(reading: Reading, place: Place, wanted: NonNullable<ResolvedBox['party']>): BoxStatus {
  const { form, box } = place
  const party = partyIn(reading, place, wanted)
  if (isUnknown(party)) return status(box, 'missing', { reason: coverageWord('open'), questions: party.missing })
  if (typeof party !== 'object' || party === null || !isRow(party))
    return status(box, 'notApplicable', { reason: nothingToPrint(reading, place) })
  const boxes = reading.get(`selection|${form.id}`)
  const parts: BoxStatus[] = []
  for (const block of form.blocks) {
    if (!wanted.blocks.includes(block.id) || run(reading, block.when, { row: party }) !== true) continue
    for (const part of block.boxes) {
      if (wanted.without.includes(part.nr) || (boxes === 'marked' && !isMarked(part, wanted.applicant))) continue
      const inside = inParty(place, part, party)
      parts.push(refused(reading, inside, part) ?? filled(reading, inside))
    }
  }
  const open = parts.filter(({ state }) => state === 'missing')
  const printed = parts.filter(({ state }) => state === 'filled' || state === 'missing')
  const blank = unique(parts.flatMap((part) => (part.state === 'empty' ? part.questions : part.blank)))
  if (open.length > 0)
    return status(box, 'missing', {
      reason: coverageWord('open'),
      questions: unique(open.flatMap((part) => part.questions)),
      blank,
      parts: printed,
    })
  // a table within a part does not fit in a line of text
  if (printed.every(({ rows }) => rows !== null)) return status(box, 'notApplicable', { reason: coverageWord('none') })
  const given = unique(parts.flatMap((part) => (part.state === 'empty' ? [] : part.questions)))
  return status(box, 'filled', { parts: printed, questions: given, blank, computed: given.length === 0 })
}

/** The party that a party box is about. */
export const partyIn = (reading: Reading, { row, bindings }: Place, { of }: NonNullable<ResolvedBox['party']>): Value =>
  of ? run(reading, of, bindings) : row

/** Parts that a light selection keeps; the statutory minimum asks F* of the applicant only. */
const isMarked = ({ bibob }: ResolvedBox, applicant: boolean): boolean => bibob !== null && (bibob !== 'F*' || applicant)

function fromDocument(reading: Reading, place: Place, document: string): BoxStatus {
  const state = attachmentIn(reading, place, document)
  if (state === undefined)
    return isAskedFor(reading, place, document)
      ? status(place.box, 'missing', { reason: coverageWord('open') })
      : status(place.box, 'notApplicable', { reason: coverageWord('notAskedFor') })
  return state === 'none' ? status(place.box, 'notApplicable', { reason: coverageWord('noneOfThese') }) : status(place.box, 'filled', {})
}

/** Whether anybody may still attach it: a box never waits for a document that no licence demands in this case. After a stop none is demanded, and the box stays open. */
function isAskedFor(reading: Reading, { row }: Place, document: string): boolean {
  if (reading.get('stop|') !== null) return true
  const { results, missing } = reading.get(`document|${document}`)
  return missing.length > 0 || results.some((result) => result.row === null || result.row === (row?.id ?? null))
}

export const attachmentIn = (reading: Reading, { row }: Place, document: string) =>
  reading.get(`attachment|${answerKey(document, row?.id ?? null)}`) ?? reading.get(`attachment|${document}`)

function fromValue(reading: Reading, place: Place): BoxStatus {
  const { box, bindings } = place
  const value = box.value ? run(reading, box.value, bindings) : null
  const open = openIn(value)?.missing ?? (box.value ? stillToCome(reading, factsIn(box.value), place.row?.id ?? null) : [])
  if (open.length > 0 || openIn(value)) return status(box, 'missing', { reason: coverageWord('open'), questions: open, computed: true })
  if (!showsText(value, box.print) && !printIn(reading, box, value))
    return status(box, 'notApplicable', { reason: nothingToPrint(reading, place), computed: true })
  return status(box, 'filled', { computed: true })
}

function fromQuestions(reading: Reading, place: Place): BoxStatus {
  const { box, row } = place
  const answered: string[] = []
  const open: string[] = []
  const optionalOpen: string[] = []
  let printed = false
  let left = false
  for (const each of questionsIn(reading, place)) {
    const { question, rowId, key, value } = each
    const missing = openIn(value)
    if (missing) {
      addAll(question.optional ? optionalOpen : open, missing.missing)
      continue
    }
    if (value === null) {
      if (reading.get(`leftEmpty|${key}`) === true) left = true
      continue
    }
    const toCome = stillToCome(reading, [factOf(key)], rowId)
    if (toCome.length > 0) {
      addAll(open, toCome)
      continue
    }
    const given = givenIn(reading, each)
    if (given !== undefined) answered.push(key)
    if (isPrinted(reading, box, each, given)) printed = true
  }
  const blank = unique(optionalOpen)
  if (open.length > 0) return status(box, 'missing', { reason: coverageWord('open'), questions: unique(open), blank })
  if (printed) {
    const computed = answered.length === 0
    return status(box, 'filled', { questions: computed ? [] : answered, blank, computed })
  }
  if (left || (box.optional && reading.get(`leftEmpty|${answerKey(box.questions?.[0] ?? '', row?.id ?? null)}`) === true))
    return status(box, 'empty', { reason: coverageWord('empty') })
  // nobody has looked at it yet: it may stay empty, or be filled in
  if (blank.length > 0) return status(box, 'empty', { reason: coverageWord('blank'), questions: blank })
  return status(box, 'notApplicable', { reason: nothingToPrint(reading, place) })
}

/** Whether a question puts something in its box. What certainly does is not printed to find out, except a party: printing its name makes that name asked. */
function isPrinted(reading: Reading, box: ResolvedBox, { question, value }: InBox, given: AnswerJson | undefined): boolean {
  if (given === undefined) return showsText(value, box.print) || Boolean(printIn(reading, box, value, box.print, question))
  const plain = box.print === null && question.type !== 'party' && given !== '' && !Array.isArray(given)
  return plain || printGiven(reading, box, question, given) !== ''
}

/** A number, a yes or no, or a text always prints something, unless the box has words of its own for it. */
const showsText = (value: Value, map: ResolvedBox['print']): boolean =>
  value instanceof Big || (map === null && (typeof value === 'boolean' || (typeof value === 'string' && value !== '')))

function fromRows(reading: Reading, { box }: Place, per: string): BoxStatus {
  const { items, missing } = keptRows(reading, box, per)
  const open = [...missing]
  for (const row of items) {
    const bindings = bindingsFor(reading, per, row)
    for (const column of box.columns ?? []) {
      const value = run(reading, column.value, bindings)
      const unknown = openIn(value)
      if (unknown) addAll(open, unknown.missing)
      // printing a party here makes its name asked
      else if (typeof value === 'object') printIn(reading, box, value, column.print)
    }
  }
  const rows = items.map(({ id }) => id)
  if (open.length > 0)
    return status(box, 'missing', { reason: coverageWord('open'), questions: unique(open), rows: rows.length > 0 ? rows : null })
  if (rows.length === 0) return status(box, 'notApplicable', { reason: noRows(box) })
  return status(box, 'filled', { rows, computed: true })
}

export const status = (box: ResolvedBox, state: BoxState, found: Partial<BoxStatus>): BoxStatus => ({
  box,
  item: null,
  state,
  reason: found.reason ?? null,
  questions: found.questions ?? NONE,
  blank: found.blank ?? NONE,
  computed: found.computed ?? false,
  parts: found.parts ?? null,
  rows: found.rows ?? null,
})
const NONE: readonly string[] = []

/** Rows of a section or table: those for which its `where` holds. */
export function keptRows(
  reading: Reading,
  { where }: ResolvedSection | ResolvedBox,
  per: string,
): { items: readonly RowRef[]; missing: readonly string[] } {
  const { items, missing } = rowsOf(reading, per)
  if (!where) return { items, missing }
  const kept = items.map((row) => ({ row, holds: run(reading, where, bindingsFor(reading, per, row)) }))
  const open = kept.flatMap(({ holds }) => (isUnknown(holds) ? holds.missing : []))
  return { items: kept.filter(({ holds }) => holds === true).map(({ row }) => row), missing: unique([...missing, ...open]) }
}

/** What a nested row is called: a party by its name, another row as its list says. */
function itemTitle(reading: Reading, row: RowRef): string {
  if (isParty(row.subject)) return partyName(reading, row.id)
  const collection = reading.variant.collections.find(({ subject }) => subject === row.subject)
  return (collection && titleOfRow(reading, collection, row)) ?? ''
}
