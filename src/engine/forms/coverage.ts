import type { Compiled } from '../../feel/expr.ts'
import { isAtLeast, isList, isRow, isUnknown, type RowRef, type Unknown, type Value } from '../../feel/value.ts'
import { answerKey, BUSINESS } from '../../model/answers/answers.ts'
import type { AnswerJson } from '../../model/schema/answer-file.ts'
import type { Text } from '../../model/schema/common.ts'
import { addAll } from '../../model/util/add-all.ts'
import type { VBox, VForm, VOtherwise, VQuestion, VSection } from '../../model/variant.ts'
import type { BoxCoverage, BoxState } from '../assessment.ts'
import type { Get } from '../cell-values.ts'
import type { Context } from '../context.ts'
import { isDecided, refinedValue, twinOf } from '../facts/facts.ts'
import { titleOfRow } from '../facts/row-title.ts'
import { bindingsFor, rowsOf } from '../outcome/checks.ts'
import { actHolds } from '../outcome/verdicts.ts'
import { rowRef, run } from '../reader.ts'
import type { Items } from '../states.ts'
import { partyName, printAnswer, printValue, say } from './print.ts'
import { factsIn, stillToCome } from './still-to-come.ts'

export const COVERAGE_WORDS = {
  nl: {
    none: 'niet van toepassing',
    attached: 'bijgevoegd',
    later: 'wordt later gestuurd',
    noneOfThese: 'de aanvrager heeft dit niet',
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
    open: 'still to fill in',
    empty: 'left empty',
    blank: 'not filled in',
    authority: 'for the municipality',
    no: 'no',
  },
} as const

/** What a box of a form needs, and where it stands. */
interface Place {
  readonly form: VForm
  readonly section: VSection
  readonly box: VBox
  /** The row whose facts stand here. */
  readonly row: RowRef | null
  readonly bindings: Readonly<Record<string, Value>>
}

/** Coverage of one box: `box|form|section|nr|row|item`; row and item are empty where there is none. */
export function boxCell(
  context: Context,
  get: Get,
  [formId = '', sectionId = '', nr = '', rowId = '', itemId = '']: readonly string[],
): BoxCoverage {
  const form = context.index.forms.get(formId)
  const section = form?.sections.find((one) => one.id === sectionId)
  const box = section?.boxes.find((one) => one.nr === nr)
  if (!form || !section || !box) throw new Error(`no box ${nr} in ${formId}/${sectionId}`)
  const owner = rowId ? rowOf(get, rowId) : null
  const around = owner && section.per ? bindingsFor(context, get, section.per, owner) : {}
  const outer = { form, section, box, row: owner, bindings: around }
  const stopped = held(context, get, outer, actHolds(get, section.act), section.otherwise) ?? refused(context, get, outer, section)
  if (stopped) return stopped
  if (box.each && !itemId) return withoutItems(context, get, outer)
  if (!itemId) return refused(context, get, outer, box) ?? filled(context, get, outer)
  const item = rowOf(get, itemId)
  const place = { ...outer, row: item, bindings: { row: item } }
  const covered = refused(context, get, place, box) ?? filled(context, get, place)
  return { ...covered, item: { row: itemId, title: itemTitle(context, get, item) } }
}

export const rowOf = (get: Get, id: string): RowRef => ({ kind: 'row', subject: id === BUSINESS ? BUSINESS : String(get(`row|${id}`)), id })

/** Why nothing is asked here: its condition is false, or not decided yet. */
function refused(
  context: Context,
  get: Get,
  place: Place,
  { when, otherwise }: { readonly when: Compiled | null; readonly otherwise: VOtherwise | null },
): BoxCoverage | null {
  return when ? held(context, get, place, run(context, get, when, place.bindings), otherwise) : null
}

function held(context: Context, get: Get, place: Place, holds: Value, otherwise: VOtherwise | null): BoxCoverage | null {
  if (isUnknown(holds)) return result(context, place, 'missing', { reason: COVERAGE_WORDS[context.lang].open, questions: holds.missing })
  if (holds === true) return null
  const text = trueCase(context, get, place, otherwise) ?? otherwise?.whenFalse ?? otherwise?.none
  return result(context, place, 'notApplicable', { reason: text ? say(text, context.lang) : COVERAGE_WORDS[context.lang].none })
}

/** The first reason whose own condition holds here. */
const trueCase = (context: Context, get: Get, { bindings }: Place, otherwise: VOtherwise | null): Text | undefined =>
  otherwise?.cases.find(({ when }) => run(context, get, when, bindings) === true)?.text

/** Why a box that applies has nothing to print: never the reason for which it would not apply. */
function nothingToPrint(context: Context, get: Get, place: Place): string {
  const { box } = place
  const inItem = box.each !== null
  const text = trueCase(context, get, place, box.otherwise) ?? (inItem || box.when ? undefined : box.otherwise?.none)
  return text ? say(text, context.lang) : COVERAGE_WORDS[context.lang].none
}

/** Why a box per row, or a table, has none. */
const noRows = (context: Context, { box }: Place): string =>
  box.otherwise?.none ? say(box.otherwise.none, context.lang) : COVERAGE_WORDS[context.lang].no

/** Rows that a box is printed for: `items|form|section|nr|row`. */
export function itemsCell(context: Context, get: Get, [formId = '', sectionId = '', nr = '', rowId = '']: readonly string[]): Items {
  const section = context.index.forms.get(formId)?.sections.find((one) => one.id === sectionId)
  const each = section?.boxes.find((one) => one.nr === nr)?.each
  if (!section || !each) return { rows: [], missing: [] }
  const value = run(context, get, each, rowId && section.per ? bindingsFor(context, get, section.per, rowOf(get, rowId)) : {})
  if (isUnknown(value)) return { rows: [], missing: value.missing }
  if (!isList(value)) return { rows: [], missing: [] }
  return { rows: value.items.filter(isRow), missing: value.unknown?.missing ?? [] }
}

/** A box per row while there are no rows: open as long as some may come. */
function withoutItems(context: Context, get: Get, place: Place): BoxCoverage {
  const { form, section, box, row } = place
  const { missing } = get(`items|${form.id}|${section.id}|${box.nr}|${row?.id ?? ''}`)
  if (missing.length > 0) return result(context, place, 'missing', { reason: COVERAGE_WORDS[context.lang].open, questions: missing })
  return result(context, place, 'notApplicable', { reason: noRows(context, place) })
}

function filled(context: Context, get: Get, place: Place): BoxCoverage {
  const { box } = place
  const words = COVERAGE_WORDS[context.lang]
  if (box.forAuthority) return result(context, place, 'authority', { reason: words.authority })
  if (box.type === 'signature' || box.type === 'signaturePlace' || box.type === 'signatureDate')
    return result(context, place, 'signature', {})
  if (box.party) return fromParty(context, get, place, box.party)
  if (box.document) return fromDocument(context, get, place, box.document)
  if (box.rows) return fromRows(context, get, place, box.rows)
  if (box.value) return fromValue(context, get, place)
  return fromQuestions(context, get, place)
}

/** A party with the parts that this box asks of its kind: open while one of them is. */
function fromParty(context: Context, get: Get, place: Place, wanted: NonNullable<VBox['party']>): BoxCoverage {
  const { form, bindings } = place
  const words = COVERAGE_WORDS[context.lang]
  const party = wanted.of ? run(context, get, wanted.of, bindings) : place.row
  if (isUnknown(party)) return result(context, place, 'missing', { reason: words.open, questions: party.missing })
  if (typeof party !== 'object' || party === null || !isRow(party))
    return result(context, place, 'notApplicable', { reason: nothingToPrint(context, get, place) })
  const { boxes } = get(`form|${form.id}`)
  const parts: BoxCoverage[] = []
  for (const block of form.blocks) {
    if (!wanted.blocks.includes(block.id) || run(context, get, block.when, { row: party }) !== true) continue
    for (const part of block.boxes) {
      if (wanted.without.includes(part.nr) || (boxes === 'marked' && !isMarked(part, wanted.applicant))) continue
      const inside = { ...place, box: part, row: party, bindings: { row: party } }
      parts.push(refused(context, get, inside, part) ?? filled(context, get, inside))
    }
  }
  const questions = [...new Set(parts.filter(({ state }) => state === 'missing').flatMap((part) => part.questions))]
  const printed = parts.filter(({ state }) => state === 'filled' || state === 'missing').map(({ nr, label, text }) => ({ nr, label, text }))
  const text = printed.flatMap((part) => part.text ?? []).join(', ')
  const blank = [...new Set(parts.flatMap((part) => (part.state === 'empty' ? part.questions : part.blank)))]
  if (parts.some(({ state }) => state === 'missing'))
    return result(context, place, 'missing', { reason: words.open, questions, blank, parts: printed })
  if (text === '') return result(context, place, 'notApplicable', { reason: words.none })
  const given = [...new Set(parts.flatMap((part) => (part.state === 'empty' ? [] : part.questions)))]
  return result(context, place, 'filled', { text, parts: printed, questions: given, blank, computed: given.length === 0 })
}

/** Parts that a light selection keeps; the floor of the law asks F* of who applies alone. */
const isMarked = ({ bibob }: VBox, applicant: boolean): boolean => bibob !== null && (bibob !== 'F*' || applicant)

function fromDocument(context: Context, get: Get, place: Place, document: string): BoxCoverage {
  const words = COVERAGE_WORDS[context.lang]
  const state = get(`attachment|${answerKey(document, place.row?.id ?? null)}`) ?? get(`attachment|${document}`)
  if (state === undefined) return result(context, place, 'missing', { reason: words.open })
  if (state === 'none') return result(context, place, 'notApplicable', { reason: words.noneOfThese })
  return result(context, place, 'filled', { text: state === 'later' ? words.later : words.attached })
}

function fromValue(context: Context, get: Get, place: Place): BoxCoverage {
  const { box, bindings } = place
  const value = box.value ? run(context, get, box.value, bindings) : null
  const open = openIn(value)?.missing ?? (box.value ? stillToCome(context.index, get, factsIn(box.value), place.row?.id ?? null) : [])
  if (open.length > 0 || openIn(value))
    return result(context, place, 'missing', { reason: COVERAGE_WORDS[context.lang].open, questions: open, computed: true })
  const text = print(context, get, place, value)
  if (text === null || text === '')
    return result(context, place, 'notApplicable', { reason: nothingToPrint(context, get, place), computed: true })
  return result(context, place, 'filled', { text, computed: true })
}

function fromQuestions(context: Context, get: Get, place: Place): BoxCoverage {
  const { box, row } = place
  const words = COVERAGE_WORDS[context.lang]
  const parts: string[] = []
  const answered: string[] = []
  const open: string[] = []
  const optionalOpen: string[] = []
  let left = false
  for (const id of box.questions ?? []) {
    const question = context.index.questions.get(id)
    if (!question) continue
    const rowId = rowFor(question.subject, place)
    const key = rowId === BUSINESS && question.subject === 'company' ? twinOf(id) : answerKey(id, rowId)
    const value = get(`fact|${id}|${rowId ?? ''}`)
    const missing = openIn(value)
    if (missing) {
      if (question.optional) addAll(optionalOpen, missing.missing)
      else addAll(open, missing.missing)
      continue
    }
    if (value === null) {
      if (get(`leftEmpty|${key}`) === true) left = true
      continue
    }
    const toCome = stillToCome(context.index, get, [key.split('@')[0] ?? id], rowId)
    if (toCome.length > 0) {
      addAll(open, toCome)
      continue
    }
    const given = question.derived || isRefined(get, question, rowId) ? undefined : get(`answer|${key}`)
    parts.push(given === undefined ? (printParts(context, get, place, value, id) ?? '') : printGiven(context, get, place, id, given))
    if (given !== undefined) answered.push(key)
  }
  const blank = [...new Set(optionalOpen)]
  if (open.length > 0) return result(context, place, 'missing', { reason: words.open, questions: [...new Set(open)], blank })
  const text = parts.filter((part) => part !== '').join(box.join)
  if (text !== '') {
    const computed = answered.length === 0
    return result(context, place, 'filled', { text, questions: computed ? [] : answered, blank, computed })
  }
  if (left || (box.optional && get(`leftEmpty|${answerKey(box.questions?.[0] ?? '', row?.id ?? null)}`) === true))
    return result(context, place, 'empty', { reason: words.empty })
  // nobody has looked at it yet: it may stay empty, and whoever wants to fills it in
  if (blank.length > 0) return result(context, place, 'empty', { reason: words.blank, questions: blank })
  return result(context, place, 'notApplicable', { reason: nothingToPrint(context, get, place) })
}

/** The exact facts decide a coarse one: what was once answered to it is used nowhere. */
function isRefined(get: Get, question: VQuestion, rowId: string | null): boolean {
  return refinedValue(get, question, rowId === null ? null : rowRef(get, rowId)) !== null
}

/** In a section per role, `role.*` stands with the role row and everything else with the party. */
function rowFor(subject: string, place: Place): string | null {
  if (subject === 'case') return null
  const role = place.bindings.role
  if (subject === 'role' && place.row?.subject !== 'role' && role && typeof role === 'object' && 'id' in role) return role.id
  return place.row?.id ?? null
}

function fromRows(context: Context, get: Get, place: Place, per: string): BoxCoverage {
  const { box } = place
  const words = COVERAGE_WORDS[context.lang]
  const { items, missing } = keptRows(context, get, box, per)
  const open = [...missing]
  const columns = box.columns ?? []
  const cells = items.map((row) => {
    const bindings = bindingsFor(context, get, per, row)
    return columns.map((column) => {
      const value = run(context, get, column.value, bindings)
      const unknown = openIn(value)
      if (unknown) addAll(open, unknown.missing)
      return unknown ? words.open : (print(context, get, { ...place, row }, value, column.print) ?? '')
    })
  })
  const rows = { header: columns.map((column) => say(column.label, context.lang)), cells }
  if (open.length > 0)
    return result(context, place, 'missing', { reason: words.open, questions: [...new Set(open)], rows: items.length > 0 ? rows : null })
  if (items.length === 0) return result(context, place, 'notApplicable', { reason: noRows(context, place) })
  return result(context, place, 'filled', { rows, computed: true })
}

/** Why a value cannot be printed yet. */
function openIn(value: Value): Unknown | null {
  if (isUnknown(value)) return value
  if (isAtLeast(value)) return value.unknown
  if (isList(value)) return value.unknown ?? value.items.map(openIn).find((item) => item !== null) ?? null
  return null
}

function printGiven(context: Context, get: Get, place: Place, id: string, answer: AnswerJson): string {
  const question = context.index.questions.get(id)
  if (!question) return String(answer)
  const map = place.box.print
  if (map) {
    const mapped = (Array.isArray(answer) ? answer : [String(answer)]).map((one) => map[one])
    if (mapped.every((one) => one !== undefined)) return [...new Set(mapped)].join(', ')
  }
  return printAnswer(question, answer, context.lang, (party) => partyName(get, party))
}

function printParts(context: Context, get: Get, place: Place, value: Value, id: string): string | null {
  if (!isDecided(value)) return null
  return print(context, get, place, value, place.box.print, id)
}

/** Options of a computed value go through the print map of the box, then through the labels of the question. */
function print(
  context: Context,
  get: Get,
  place: Place,
  value: Value,
  map: Readonly<Record<string, string>> | null = place.box.print,
  id: string | null = null,
): string | null {
  const question = id ? context.index.questions.get(id) : undefined
  if (typeof value === 'boolean' && map?.[String(value)] !== undefined) return map[String(value)] ?? null
  return printValue(value, question?.type ?? place.box.type, context.lang, {
    option: (option) => {
      if (map?.[option] !== undefined) return map[option]
      const label = question?.options?.find((one) => one.id === option)?.label
      return label ? say(label, context.lang) : option
    },
    party: (party) => partyName(get, party),
    unit: question?.unit ?? null,
  })
}

export function result(context: Context, { form, box, row }: Place, state: BoxState, found: Partial<BoxCoverage>): BoxCoverage {
  const text = found.text ?? null
  return {
    key: row ? `${box.nr}@${row.id}` : box.nr,
    nr: box.nr,
    official: box.official,
    label: say(box.label, context.lang),
    type: box.type,
    state,
    text,
    options: box.options ? ticked(box.options, text) : null,
    rows: found.rows ?? null,
    parts: found.parts ?? null,
    item: null,
    heading: box.heading ? say(box.heading, context.lang) : null,
    reason: found.reason ?? null,
    questions: found.questions ?? [],
    blank: found.blank ?? [],
    computed: found.computed ?? false,
    capacity: box.capacity,
    basis: box.basis ? say(box.basis, context.lang) : null,
    source: box.source ?? say(form.law, context.lang),
    unverified: box.unverified,
  }
}

/** Options that stand in this text, between commas; one may hold a comma of its own ("ja, met sluis"), so the longest is taken first. */
function ticked(options: readonly string[], text: string | null): { text: string; ticked: boolean }[] {
  const found = new Set<string>()
  const longest = options.toSorted((a, b) => b.length - a.length)
  for (let rest = text ?? ''; rest !== ''; ) {
    const option = longest.find((one) => rest === one || rest.startsWith(`${one}, `))
    if (option !== undefined) found.add(option)
    const end = option?.length ?? rest.indexOf(', ')
    rest = end < 0 ? '' : rest.slice(end + 2)
  }
  return options.map((option) => ({ text: option, ticked: found.has(option) }))
}

/** Rows of a section or table: those for which its `where` holds. */
export function keptRows(
  context: Context,
  get: Get,
  { where }: VSection | VBox,
  per: string,
): { items: readonly RowRef[]; missing: readonly string[] } {
  const { items, missing } = rowsOf(context, get, per)
  if (!where) return { items, missing }
  const kept = items.map((row) => ({ row, holds: run(context, get, where, bindingsFor(context, get, per, row)) }))
  const open = kept.flatMap(({ holds }) => (isUnknown(holds) ? holds.missing : []))
  return { items: kept.filter(({ holds }) => holds === true).map(({ row }) => row), missing: [...new Set([...missing, ...open])] }
}

/** How a nested row is called: a party by its name, another row as its list says. */
function itemTitle(context: Context, get: Get, row: RowRef): string {
  if (row.subject === 'person' || row.subject === 'company' || row.subject === BUSINESS) return partyName(get, row.id)
  const collection = context.variant.collections.find(({ subject }) => subject === row.subject)
  return (collection && titleOfRow(context, get, collection, row)) ?? ''
}
