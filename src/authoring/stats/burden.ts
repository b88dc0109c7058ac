import { questionsOf } from '../../engine/asked/questions.ts'
import type { BoxCoverage } from '../../engine/assessment.ts'
import type { Case } from '../../engine/context.ts'
import { expectedParties } from '../../engine/facts/expected-parties.ts'
import { prefillOf, takesOver } from '../../engine/facts/prefill.ts'
import { coverage } from '../../engine/forms/form-coverage.ts'
import { same } from '../../engine/incremental/same.ts'
import { bindingsFor, rowsOf } from '../../engine/outcome/checks/checks.ts'
import { readerOf } from '../../engine/reader.ts'
import { evaluate } from '../../feel/evaluate/evaluate.ts'
import type { Expr } from '../../feel/expr.ts'
import type { Bindings } from '../../feel/reader.ts'
import { isList, isRow, isUnknown, type RowRef, type Value } from '../../feel/value.ts'
import { answerKey, BUSINESS } from '../../model/answers/answers.ts'
import type { ResolvedBox } from '../../model/variant.ts'

/** Paper and screen counted in the same unit: one blank to write in or one mark to set. An address counts as four on either side: street, number with its
 * addition, postcode, city (the country is prefilled). */
export interface Burden {
  /** Blanks on the forms that are handed in, each as often as it is printed: whoever fills in paper reads them all. */
  readonly printed: number
  /** Of those, the blanks that are filled in: boxes that do not apply are skipped. */
  readonly paper: number
  /** What is asked here, each once: answers, documents to find, and place, date and signature per signer. */
  readonly inputs: number
  /** Of those, how many the screen takes over from another answer: a name or address given before, the hours of another night. One press per address and per
   * week is not deducted. */
  readonly takenOver: number
  /** Of the inputs, documents and signings. */
  readonly documents: number
  readonly signings: number
}

export function burdenOf(application: Case): Burden {
  const documents = documentsOf(application)
  const signings = signingsOf(application)
  return {
    ...paperOf(application),
    inputs: answersOf(application) + documents + signings,
    takenOver: takenOverIn(application),
    documents,
    signings,
  }
}

/** Counts the blanks in boxes: a table by its cells, a box for a name, a number and an address by its parts. A box that does not apply, or stays empty by
 * choice, is one blank that nobody fills in. */
function paperOf(application: Case): { printed: number; paper: number } {
  let printed = 0
  let paper = 0
  for (const form of coverage(application)) {
    for (const section of form.sections) {
      const written = application.index.forms.get(form.id)?.sections.find(({ id }) => id === section.id)
      for (const { row, boxes } of section.instances) {
        for (const box of boxes) {
          const meta = written?.boxes.find(({ nr }) => nr === box.nr)
          if (!meta || box.state === 'authority') continue
          if (box.state === 'notApplicable' || box.state === 'empty') {
            printed += 1
            continue
          }
          const around = row && written?.per ? bindingsFor(application, written.per, rowOf(application, row)) : {}
          const bindings = box.item ? { row: rowOf(application, box.item.row) } : around
          const blanks = Math.max(1, blanksIn(application, meta, box, bindings))
          printed += blanks
          paper += blanks
        }
      }
    }
  }
  return { printed, paper }
}

function blanksIn(application: Case, meta: ResolvedBox, box: BoxCoverage, bindings: Bindings): number {
  // a party by the parts of its block; date and place of birth share one blank on paper, an address is four
  if (box.parts) {
    const parts = application.variant.forms.flatMap(({ blocks }) => blocks.flatMap(({ boxes }) => boxes))
    return box.parts.reduce((sum, { nr }) => sum + blanksOfPart(application, parts.find((part) => part.nr === nr)?.questions ?? []), 0)
  }
  if (meta.rows) {
    return rowsOf(application, meta.rows).items.reduce((sum, row) => {
      const inRow = bindingsFor(application, meta.rows ?? '', row)
      return sum + (meta.columns ?? []).reduce((cells, column) => cells + blanksOf(application, column.value.expr, inRow), 0)
    }, 0)
  }
  if (meta.value) return blanksOf(application, meta.value.expr, bindings)
  if (box.questions.length > 0) return new Set(box.questions.map((key) => blankOf(application, key))).size
  return (meta.questions ?? []).reduce((sum, id) => sum + blanksOfFact(application, id, rowIn(bindings)), 0)
}

/** An address is four blanks, any other part of a block one; the place of birth shares the blank of the date. */
function blanksOfPart(application: Case, questions: readonly string[]): number {
  const own = questions.filter((id) => !joined(application).has(id))
  return own.length > 1 ? own.length : questions.includes(application.variant.names.person.birthPlace) ? 0 : 1
}

/** Blanks that a formula fills: one for each part it concatenates, a computed value as one. */
function blanksOf(application: Case, expr: Expr, bindings: Bindings): number {
  const go = (inner: Expr, more: Bindings = bindings): number => blanksOf(application, inner, more)
  const value = (inner: Expr): Value => evaluate(inner, readerOf(application), bindings)
  switch (expr.op) {
    case 'lit':
    case 'num':
      return 0
    case 'concat':
      return go(expr.left) + go(expr.right)
    case 'if':
      return go(value(expr.test) === true ? expr.yes : expr.no)
    case 'map': {
      const list = value(expr.in)
      const items = list !== null && isList(list) ? list.items : []
      return items.reduce<number>((sum, item) => sum + go(expr.body, { ...bindings, [expr.name]: item }), 0)
    }
    case 'call':
      return expr.fn === 'join' || expr.fn === 'string' ? go(expr.args[0] ?? expr) : 1
    case 'fact':
      return blanksOfFact(application, expr.id, null)
    case 'get': {
      const of = value(expr.of)
      return of !== null && !isUnknown(of) && typeof of === 'object' && 'subject' in of && isRow(of)
        ? blanksOfFact(application, expr.id, of)
        : 1
    }
    default:
      return 1
  }
}

/** A computed address counts by its parts; any other fact is one blank, or none without a value. */
function blanksOfFact(application: Case, id: string, row: RowRef | null): number {
  const question = application.index.questions.get(id)
  const value = application.get(`fact|${id}|${question?.subject === 'case' ? '' : (row?.id ?? '')}`)
  if (value === null || value === '' || joined(application).has(id)) return 0
  const expr = question?.derived?.expr
  return expr?.op === 'concat' && id.endsWith('.address') ? blanksOf(application, expr, row ? { row } : {}) : 1
}

/** Answers asked or open, plus the coarse questions of the tree: an exact answer replaces them later, but they were answered all the same. */
function answersOf(application: Case): number {
  const { asked, open } = questionsOf(application)
  const typed = [...asked, ...open, ...coarseOf(application)].filter((key) => !isPreprinted(application, key))
  return new Set(typed.map((key) => blankOf(application, key))).size
}

function coarseOf(application: Case): string[] {
  const path = application.get('path|')
  const onPath = [...path.steps, ...path.ahead]
  const steps = application.variant.steps.filter(({ id }) => onPath.some((step) => step.id === id))
  return steps.flatMap(({ ask }) => ask).filter((fact) => application.index.questions.get(fact)?.refinedBy && isRelevant(application, fact))
}

const isRelevant = (application: Case, fact: string): boolean => application.get(`fact|${fact}|`) !== null

const documentsOf = (application: Case): number =>
  application.variant.documents.flatMap(({ id }) => application.get(`document|${id}`).results).length

/** Answers that the screen prefilled, the roles of who was expected, plus nights and addresses filled in with one press; no answer counts twice. */
function takenOverIn(application: Case): number {
  const beforehand = filledInBeforehand(application)
  return nightsTakenOver(application) + beforehand.size + addressesTakenOver(application, beforehand) + rolesTakenOver(application)
}

/** Roles of those for whom a card waited: nobody ticked them. */
function rolesTakenOver(application: Case): number {
  const { role } = application.variant.names
  const asked = new Set(questionsOf(application).asked)
  return application.variant.collections.flatMap((collection) =>
    expectedParties(application, collection).flatMap(({ party, roles }) =>
      (party === null ? [] : application.get(`roles|${party}`)).filter(
        ({ kind, target, row }) => roles.includes(kind) && target === BUSINESS && asked.has(answerKey(role.kind, row.id)),
      ),
    ),
  ).length
}

/** Blanks whose answer is what another answer suggested. */
function filledInBeforehand(application: Case): ReadonlySet<string> {
  const blanks = new Set<string>()
  for (const key of questionsOf(application).asked) {
    const [fact = '', row = null] = key.split('@')
    const question = application.index.questions.get(fact)
    if (!question || !takesOver(question)) continue
    if (same(prefillOf(application, question, row), application.get(`answer|${key}`))) blanks.add(blankOf(application, key))
  }
  return blanks
}

/** One press sets every night of a place to the hours of its first; a night with other hours is then retyped. */
function nightsTakenOver(application: Case): number {
  const weeks = new Map<string, string[]>()
  const asked = new Set(questionsOf(application).asked)
  const { hours } = application.variant.names
  for (const row of application.get('listInput|hours')?.ids ?? []) {
    if (!asked.has(answerKey(hours.open, row)) || !asked.has(answerKey(hours.close, row))) continue
    const of = (field: keyof typeof hours): string => String(application.get(`answer|${hours[field]}@${row}`) ?? '')
    const week = `${of('place')} ${of('season')} ${of('purpose')}`
    weeks.set(week, [...(weeks.get(week) ?? []), `${of('open')} ${of('close')}`])
  }
  return [...weeks.values()].reduce(
    (sum, [first, ...others]) => sum + Math.max(0, 2 * others.filter((hours) => hours === first).length - 1),
    0,
  )
}

/** An address entered before is taken over with one press, in the order of asking. */
function addressesTakenOver(application: Case, beforehand: ReadonlySet<string>): number {
  const { asked } = questionsOf(application)
  const rows = [null, ...new Set(asked.flatMap((key) => key.split('@')[1] ?? []))]
  const seen = new Set<string>()
  let taken = 0
  for (const { parts } of application.variant.groups.filter(({ kind }) => kind === 'address')) {
    for (const row of rows) {
      const keys = parts.map((part) => answerKey(part, row)).filter((key) => asked.includes(key))
      const blanks = new Set(keys.map((key) => blankOf(application, key)))
      const written = [...blanks].map((key) => String(application.get(`answer|${key}`))).join('|')
      const left = [...blanks].filter((blank) => !beforehand.has(blank))
      if (left.length > 1 && seen.has(written)) taken += left.length - 1
      seen.add(written)
    }
  }
  return taken
}

/** What each signer writes: place, date and signature, once for all forms. */
const SIGNING = ['signature', 'signaturePlace', 'signatureDate']

function signingsOf(application: Case): number {
  const signed = new Set<string>()
  for (const form of coverage(application)) {
    for (const section of form.sections) {
      for (const { row, boxes } of section.instances) {
        for (const box of boxes) if (box.state === 'signature' && SIGNING.includes(box.type)) signed.add(`${box.type}@${row ?? ''}`)
      }
    }
  }
  return signed.size
}

/** Row and column of the week: the place, night, season and purpose of a cell are printed beside it, here as on paper. */
const isPreprinted = (application: Case, key: string): boolean => {
  const { place, night, season, purpose } = application.variant.names.hours
  return [place, night, season, purpose].includes(key.split('@')[0] ?? key)
}

/** The blank an answer is written in. */
const blankOf = (application: Case, key: string): string => {
  const [fact = '', row] = key.split('@')
  return joined(application).has(fact) ? `${partnerOf(fact)}${row ? `@${row}` : ''}` : key
}

const partnerOf = (fact: string): string => fact.replace(/\.addition$/, '.houseNumber').replace(/\.country$/, '.city')

/** Parts of an address that share the blank of another part. */
const joined = (application: Case): ReadonlySet<string> => {
  const known = joinedBy.get(application.variant)
  if (known) return known
  const parts = application.variant.groups.filter(({ kind }) => kind === 'address').flatMap((group) => group.parts)
  const made = new Set([...parts.filter((id) => partnerOf(id) !== id), application.variant.names.party.addition])
  joinedBy.set(application.variant, made)
  return made
}
const joinedBy = new WeakMap<Case['variant'], ReadonlySet<string>>()

const rowOf = (application: Case, id: string): RowRef => ({
  kind: 'row',
  subject: id === 'business' ? id : String(application.get(`row|${id}`)),
  id,
})
const rowIn = ({ row }: Bindings): RowRef | null => (typeof row === 'object' && row !== null && isRow(row) ? row : null)
