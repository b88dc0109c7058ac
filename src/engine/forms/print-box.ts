import { isDay } from '../../feel/day.ts'
import { isList, isRow, type Value } from '../../feel/value.ts'
import type { Text } from '../../model/schema/common.ts'
import type { ResolvedBox } from '../../model/variant.ts'
import type { BoxCoverage, GivenInBox } from '../assessment.ts'
import type { Reading } from '../context.ts'
import { inItsWords, worded } from '../facts/worded.ts'
import { bindingsFor } from '../outcome/checks/checks.ts'
import { run } from '../reader.ts'
import type { BoxStatus } from '../states.ts'
import { attachmentIn, coverageWord, partyIn } from './box-coverage.ts'
import { localise } from './format.ts'
import { givenIn, inItem, inParty, openIn, type Place, placeOf, questionsIn, rowOf } from './place.ts'
import { printGiven, printIn } from './print-in-box.ts'

/** What is printed in one box: `printed|form|section|nr|row|item`. Read by whatever shows the paper: the packet, the review, copying out. */
export function printedCell(reading: Reading, parts: readonly string[]): BoxCoverage {
  const [form = '', section = '', nr = '', row = '', item = ''] = parts
  return printBox(reading, placeOf(reading, parts), reading.get(`box|${form}|${section}|${nr}|${row}|${item}`))
}

/** A box with its texts. */
export function printBox(reading: Reading, outer: Place, status: BoxStatus): BoxCoverage {
  const { item, state, reason, questions, blank, computed } = status
  const place = item ? inItem(reading, outer, item.row) : outer
  const { form, box, row } = place
  const parts = partsOf(reading, place, status)
  const text = parts ? (state === 'filled' ? parts.flatMap((part) => part.text ?? []).join(', ') : null) : textOf(reading, place, status)
  return {
    key: row ? `${box.nr}@${row.id}` : box.nr,
    nr: box.nr,
    official: box.official,
    exportKey: box.key,
    meta: box.meta,
    label: localise(labelIn(reading, place), reading.lang),
    type: box.type,
    state,
    text,
    textLang: state === 'filled' && !parts && inWordsOfForm(reading, place, status) ? 'nl' : null,
    options: box.options ? ticked(box.options, text) : null,
    ...(form.official && state === 'filled' && { given: givenToPdf(reading, place) }),
    rows: tableOf(reading, place, status),
    parts,
    item,
    nested: box.each !== null,
    heading: box.heading ? localise(box.heading, reading.lang) : null,
    reason: reason && localise(reason, reading.lang),
    questions,
    blank,
    computed,
    capacity: box.capacity,
    basis: box.basis ? localise(box.basis, reading.lang) : null,
    source: box.source ?? localise(form.law, reading.lang),
    unverified: box.unverified,
  }
}

/** The label of a box in this case. */
const labelIn = (reading: Reading, { box, bindings }: Place): Text => inItsWords(reading, box, bindings).label

/** The line of text in a box; null: none. */
function textOf(reading: Reading, place: Place, { state, rows }: BoxStatus): string | null {
  const { box, bindings } = place
  if (state !== 'filled' || rows) return null
  if (box.document)
    return localise(coverageWord(attachmentIn(reading, place, box.document) === 'later' ? 'later' : 'attached'), reading.lang)
  if (box.value) return printIn(reading, box, run(reading, box.value, bindings))
  return questionsIn(reading, place)
    .flatMap((each) => {
      if (each.value === null || openIn(each.value)) return []
      const given = givenIn(reading, each)
      const question = worded(reading, each.question, each.rowId)
      const text = given === undefined ? printIn(reading, box, each.value, box.print, question) : printGiven(reading, box, question, given)
      return text ? [text] : []
    })
    .join(box.join)
}

/** The same without the words of the form: a PDF of the town has its own. */
function givenToPdf(reading: Reading, place: Place): GivenInBox[] {
  const { box, bindings } = place
  if (box.value) {
    const value = run(reading, box.value, bindings)
    return [{ question: '', text: printIn(reading, box, value) ?? '', values: plainValues(value), options: [] }]
  }
  return questionsIn(reading, place).map((each) => {
    const { value } = each
    const question = worded(reading, each.question, each.rowId)
    const printed = (answer: Value): string => printIn(reading, box, answer, box.print, question) ?? ''
    const given = givenIn(reading, each)
    const options =
      question.type === 'yesNo'
        ? [true, false].map((answer) => ({ id: String(answer), text: printed(answer) }))
        : (question.options ?? []).map(({ id }) => ({ id, text: printed(id) }))
    const text = value === null || openIn(value) ? '' : given === undefined ? printed(value) : printGiven(reading, box, question, given)
    return { question: question.id, text, values: plainValues(value), options }
  })
}

function plainValues(value: Value): string[] {
  if (typeof value === 'string' || typeof value === 'boolean') return [String(value)]
  return typeof value === 'object' && value !== null && isList(value) ? value.items.flatMap(plainValues) : []
}

/** Whether the content of a box is in the words of the form: an option, a word the form prints for an answer, a text it composes. Those are Dutch whatever the
 * language of the case. */
function inWordsOfForm(reading: Reading, place: Place, { rows }: BoxStatus): boolean {
  const { box, bindings } = place
  const isWord = (value: Value): boolean =>
    (typeof value === 'string' && !isDay(value)) ||
    (typeof value === 'boolean' && box.print?.[String(value)] !== undefined) ||
    (typeof value === 'object' && value !== null && isList(value) && value.items.some(isWord))
  if (rows) return (box.columns ?? []).some(({ print }) => print !== null)
  if (box.options) return true
  if (box.document) return false
  if (box.value) return isWord(run(reading, box.value, bindings))
  return box.print !== null
}

/** The parts of a party; null: not a party box, or nobody is entered there. */
function partsOf(reading: Reading, place: Place, { parts }: BoxStatus): BoxCoverage['parts'] {
  if (!parts || !place.box.party) return null
  const party = partyIn(reading, place, place.box.party)
  if (typeof party !== 'object' || party === null || !isRow(party)) return null
  return parts.map((part) => ({
    nr: part.box.nr,
    label: localise(labelIn(reading, inParty(place, part.box, party)), reading.lang),
    text: textOf(reading, inParty(place, part.box, party), part),
  }))
}

function tableOf(reading: Reading, { box }: Place, { rows }: BoxStatus): BoxCoverage['rows'] {
  if (!rows || box.rows === null) return null
  const { columns, rows: per } = box
  const cellOf = (column: NonNullable<ResolvedBox['columns']>[number], id: string): string => {
    const value = run(reading, column.value, bindingsFor(reading, per, rowOf(reading, id)))
    return openIn(value) ? localise(coverageWord('open'), reading.lang) : (printIn(reading, box, value, column.print) ?? '')
  }
  return {
    header: (columns ?? []).map((column) => localise(column.label, reading.lang)),
    cells: rows.map((id) => (columns ?? []).map((column) => cellOf(column, id))),
  }
}

/** Options that occur in this text, separated by commas; one may contain a comma itself ("ja, met sluis"), so the longest is matched first. */
function ticked(options: readonly string[], text: string | null): { text: string; ticked: boolean }[] {
  const found = new Set<string>()
  const longest = options.toSorted((a, b) => b.length - a.length)
  for (let rest = text ?? ''; rest !== ''; ) {
    const option = longest.find((option) => rest === option || rest.startsWith(`${option}, `))
    if (option !== undefined) found.add(option)
    const end = option?.length ?? rest.indexOf(', ')
    rest = end < 0 ? '' : rest.slice(end + 2)
  }
  return options.map((option) => ({ text: option, ticked: found.has(option) }))
}
