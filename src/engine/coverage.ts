import { isAtLeast, isList, isUnknown, type RowRef, type Unknown, type Value } from '../feel/value.ts'
import { answerKey } from '../model/answers.ts'
import type { AnswerJson } from '../model/schema/answer-file.ts'
import type { VBox, VForm, VSection } from '../model/variant.ts'
import type { BoxCoverage, BoxState, SectionCoverage } from './assessment.ts'
import type { Context, Get } from './cells.ts'
import { bindingsFor, rowsOf } from './checks.ts'
import { isDecided } from './facts.ts'
import { partyName, printAnswer, printValue, say } from './print.ts'
import { run } from './reader.ts'
import type { FormState } from './verdicts.ts'

const WORDS = {
  nl: {
    none: 'niet van toepassing',
    attached: 'bijgevoegd',
    later: 'wordt later gestuurd',
    open: 'nog invullen',
    empty: 'leeg gelaten',
    authority: 'voor de gemeente',
    no: 'geen',
  },
  en: {
    none: 'not applicable',
    attached: 'attached',
    later: 'will be sent later',
    open: 'still to fill in',
    empty: 'left empty',
    authority: 'for the municipality',
    no: 'no',
  },
} as const

/** What a box of a form needs, and where it stands. */
interface Place {
  readonly form: VForm
  readonly section: VSection
  readonly box: VBox
  readonly row: RowRef | null
  readonly bindings: Readonly<Record<string, Value>>
}

/** Coverage of one box: `box|form|section|nr|row`. */
export function boxCell(context: Context, get: Get, [formId = '', sectionId = '', nr = '', rowId = '']: readonly string[]): BoxCoverage {
  const form = context.index.forms.get(formId)
  const section = form?.sections.find((one) => one.id === sectionId)
  const box = section?.boxes.find((one) => one.nr === nr)
  if (!form || !section || !box) throw new Error(`no box ${nr} in ${formId}/${sectionId}`)
  const subject = rowId ? get(`row|${rowId}`) : null
  const row: RowRef | null = rowId ? { kind: 'row', subject: rowId === 'business' ? 'business' : String(subject), id: rowId } : null
  const bindings = row && section.per ? bindingsFor(context, get, section.per, row) : {}
  const place = { form, section, box, row, bindings }
  for (const { when, otherwise } of [section, box]) {
    const holds = when ? run(context, get, when, bindings) : true
    if (isUnknown(holds)) return result(context, place, 'missing', { reason: WORDS[context.lang].open, questions: holds.missing })
    if (holds !== true)
      return result(context, place, 'notApplicable', { reason: otherwise ? say(otherwise, context.lang) : WORDS[context.lang].none })
  }
  return filled(context, get, place)
}

function filled(context: Context, get: Get, place: Place): BoxCoverage {
  const { box } = place
  const words = WORDS[context.lang]
  if (box.forAuthority) return result(context, place, 'authority', { reason: words.authority })
  if (box.type === 'signature' || box.type === 'signaturePlace' || box.type === 'signatureDate')
    return result(context, place, 'signature', {})
  if (box.document) return fromDocument(context, get, place, box.document)
  if (box.rows) return fromRows(context, get, place, box.rows)
  if (box.value) return fromValue(context, get, place)
  return fromQuestions(context, get, place)
}

function fromDocument(context: Context, get: Get, place: Place, document: string): BoxCoverage {
  const words = WORDS[context.lang]
  const state = get(`attachment|${answerKey(document, place.row?.id ?? null)}`) ?? get(`attachment|${document}`)
  if (state === undefined) return result(context, place, 'missing', { reason: words.open })
  return result(context, place, 'filled', { text: state === 'later' ? words.later : words.attached })
}

function fromValue(context: Context, get: Get, place: Place): BoxCoverage {
  const { box, bindings } = place
  const value = box.value ? run(context, get, box.value, bindings) : null
  const open = openIn(value)
  if (open) return result(context, place, 'missing', { reason: WORDS[context.lang].open, questions: open.missing, computed: true })
  const text = print(context, get, place, value)
  if (text === null || text === '')
    return result(context, place, 'notApplicable', {
      reason: box.otherwise ? say(box.otherwise, context.lang) : WORDS[context.lang].none,
      computed: true,
    })
  return result(context, place, 'filled', { text, computed: true })
}

function fromQuestions(context: Context, get: Get, place: Place): BoxCoverage {
  const { box, row } = place
  const words = WORDS[context.lang]
  const parts: string[] = []
  const answered: string[] = []
  const open: string[] = []
  let optionalOpen: string[] = []
  let left = false
  for (const id of box.questions ?? []) {
    const question = context.index.questions.get(id)
    if (!question) continue
    const rowId = rowFor(question.subject, place)
    const key = answerKey(id, rowId)
    const value = get(`fact|${id}|${rowId ?? ''}`) as Value
    const missing = openIn(value)
    if (missing) {
      if (question.optional) optionalOpen.push(...missing.missing)
      else open.push(...missing.missing)
      continue
    }
    if (value === null) {
      if (get(`leftEmpty|${key}`) === true) left = true
      continue
    }
    const answer = get(`answer|${key}`) as AnswerJson | undefined
    const given = answer !== undefined && !question.derived ? answer : undefined
    parts.push(given === undefined ? (printParts(context, get, place, value, id) ?? '') : printGiven(context, get, place, id, given))
    if (given !== undefined) answered.push(key)
  }
  if (open.length > 0) return result(context, place, 'missing', { reason: words.open, questions: [...new Set(open)] })
  const text = parts.filter((part) => part !== '').join(box.join)
  if (text !== '') {
    const computed = answered.length === 0
    return result(context, place, 'filled', { text, questions: computed ? [] : answered, computed })
  }
  if (left || (box.optional && get(`leftEmpty|${answerKey(box.questions?.[0] ?? '', row?.id ?? null)}`) === true))
    return result(context, place, 'empty', { reason: words.empty })
  optionalOpen = [...new Set(optionalOpen)]
  if (optionalOpen.length > 0) return result(context, place, 'missing', { reason: words.open, questions: optionalOpen })
  return result(context, place, 'notApplicable', { reason: box.otherwise ? say(box.otherwise, context.lang) : words.none })
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
  const words = WORDS[context.lang]
  const { items, missing } = rowsOf(context, get, per)
  const open = [...missing]
  const columns = box.columns ?? []
  const cells = items.map((row) => {
    const bindings = bindingsFor(context, get, per, row)
    return columns.map((column) => {
      const value = run(context, get, column.value, bindings)
      const unknown = openIn(value)
      if (unknown) open.push(...unknown.missing)
      return unknown ? words.open : (print(context, get, { ...place, row }, value, column.print) ?? '')
    })
  })
  const rows = { header: columns.map((column) => say(column.label, context.lang)), cells }
  if (open.length > 0)
    return result(context, place, 'missing', { reason: words.open, questions: [...new Set(open)], rows: items.length > 0 ? rows : null })
  if (items.length === 0)
    return result(context, place, 'notApplicable', { reason: box.otherwise ? say(box.otherwise, context.lang) : words.no })
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

function result(context: Context, { form, box, row }: Place, state: BoxState, found: Partial<BoxCoverage>): BoxCoverage {
  const text = found.text ?? null
  return {
    key: row ? `${box.nr}@${row.id}` : box.nr,
    nr: box.nr,
    official: box.official,
    label: say(box.label, context.lang),
    type: box.type,
    state,
    text,
    options: box.options ? box.options.map((option) => ({ text: option, ticked: ticks(text, option) })) : null,
    rows: found.rows ?? null,
    reason: found.reason ?? null,
    questions: found.questions ?? [],
    computed: found.computed ?? false,
    capacity: box.capacity,
    basis: box.basis,
    source: box.source ?? form.law,
    unverified: box.unverified,
  }
}

const ticks = (text: string | null, option: string): boolean => text !== null && (text === option || text.split(', ').includes(option))

/** A section with its instances: one, or one per row. `section|form|section`. */
export function sectionCell(context: Context, get: Get, [formId = '', sectionId = '']: readonly string[]): SectionCoverage {
  const form = context.index.forms.get(formId)
  const section = form?.sections.find((one) => one.id === sectionId)
  if (!form || !section) throw new Error(`no section ${sectionId} in ${formId}`)
  const { boxes } = get(`form|${formId}`) as FormState
  const selected = boxes === 'marked' ? section.boxes.filter((box) => box.bibob !== null) : section.boxes
  const base = { id: section.id, title: say(section.title, context.lang), annex: section.annex }
  const cover = (box: VBox, row: string): BoxCoverage => get(`box|${formId}|${sectionId}|${box.nr}|${row}`) as BoxCoverage
  if (section.per === null)
    return { ...base, open: [], instances: [{ row: null, title: null, boxes: selected.map((box) => cover(box, '')) }] }
  const when = section.when ? run(context, get, section.when) : true
  const { items, missing } =
    when === true ? keptRows(context, get, section, section.per) : { items: [], missing: isUnknown(when) ? when.missing : [] }
  if (items.length > 0) {
    return {
      ...base,
      open: missing,
      instances: items.map((row) => ({
        row: row.id,
        title: titleOf(context, get, section.per ?? '', row),
        boxes: selected.map((box) => cover(box, row.id)),
      })),
    }
  }
  // nobody yet: the boxes of the section count once, open while somebody may still come, not applicable otherwise
  const state: BoxState = missing.length > 0 ? 'missing' : 'notApplicable'
  const reason =
    missing.length > 0
      ? WORDS[context.lang].open
      : section.otherwise
        ? say(section.otherwise, context.lang)
        : `${WORDS[context.lang].no} ${nameOf(context, section.per)}`
  return {
    ...base,
    open: missing,
    instances: [
      {
        row: null,
        title: null,
        boxes: selected.map((box) =>
          result(context, { form, section, box, row: null, bindings: {} }, state, { reason, questions: missing }),
        ),
      },
    ],
  }
}

/** Rows of the section: those for which its `where` holds. */
function keptRows(context: Context, get: Get, { where }: VSection, per: string): { items: readonly RowRef[]; missing: readonly string[] } {
  const { items, missing } = rowsOf(context, get, per)
  if (!where) return { items, missing }
  const kept = items.map((row) => ({ row, holds: run(context, get, where, bindingsFor(context, get, per, row)) }))
  const open = kept.flatMap(({ holds }) => (isUnknown(holds) ? holds.missing : []))
  return { items: kept.filter(({ holds }) => holds === true).map(({ row }) => row), missing: [...new Set([...missing, ...open])] }
}

const nameOf = (context: Context, per: string): string => {
  const label = (context.index.aliases.get(per) ?? context.index.collections.get(per))?.label
  return label ? say(label, context.lang).toLowerCase() : per
}

function titleOf(context: Context, get: Get, per: string, row: RowRef): string {
  if (context.index.aliases.has(per) || row.subject === 'person' || row.subject === 'company') return partyName(get, row.id)
  const title = context.index.collections.get(per)?.title
  const value = title ? run(context, get, title, { row }) : null
  return typeof value === 'string' ? value : row.id
}
