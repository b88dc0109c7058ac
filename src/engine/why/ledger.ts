import type { Expr } from '../../feel/expr.ts'
import { references } from '../../feel/references.ts'
import { BUSINESS } from '../../model/answers/answers.ts'
import type { Text } from '../../model/schema/common.ts'
import type { ResolvedBox, ResolvedForm, Variant } from '../../model/variant.ts'
import { reach } from '../asked/questions.ts'
import type { BoxCoverage } from '../assessment.ts'
import type { Case } from '../context.ts'
import { twinOf } from '../facts/facts.ts'
import { coverage } from '../forms/form-coverage.ts'

/** A box that a question fills, and why the authority may ask for it. */
export interface LedgerEntry {
  readonly form: string
  readonly title: Text
  readonly nr: string
  readonly label: Text
  /** Printed in the box as it is, or one of the things the box is computed from. */
  readonly how: 'printed' | 'computed'
  /** Legal ground of the box, falling back to the law of its form. */
  readonly basis: Text
  /** Where the box was seen, for whoever maintains the rules. */
  readonly evidence: string | null
  readonly unverified: boolean
}

const ledgers = new WeakMap<Variant, ReadonlyMap<string, readonly LedgerEntry[]>>()

/** Per question, the boxes that its answer fills, on all forms: the inverse of what each box prints. */
export function ledgerOf(variant: Variant): ReadonlyMap<string, readonly LedgerEntry[]> {
  const known = ledgers.get(variant)
  if (known) return known
  const ledger = new Map<string, LedgerEntry[]>()
  for (const form of variant.forms) {
    for (const section of form.sections) {
      for (const box of section.boxes) {
        for (const [id, how] of sourcesOf(variant, form, box)) {
          const entry = {
            form: form.id,
            title: form.title,
            nr: box.nr,
            label: box.label,
            how,
            basis: box.basis ?? form.law,
            evidence: box.evidence,
            unverified: box.unverified,
          }
          ledger.set(id, [...(ledger.get(id) ?? []), entry])
        }
      }
    }
  }
  ledgers.set(variant, ledger)
  return ledger
}

/** Facts whose answers end up in a box, at any depth of computed facts. Conditions contribute nothing. */
function sourcesOf(variant: Variant, form: ResolvedForm, box: ResolvedBox): ReadonlyMap<string, LedgerEntry['how']> {
  const found = new Map<string, LedgerEntry['how']>()
  const add = (id: string, how: LedgerEntry['how']): void => {
    if (found.has(id)) return
    const question = variant.questions.find((question) => question.id === id)
    if (!question) return
    found.set(id, question.derived && !question.refinedBy ? 'computed' : how)
    for (const expr of [question.derived, question.refinedBy, question.settledBy, question.default]) if (expr) read(expr.expr)
  }
  const read = (expr: Expr): void => {
    for (const id of references(expr).facts) add(id, 'computed')
  }
  const blocks = form.blocks.filter(({ id }) => box.party?.blocks.includes(id)).flatMap((block) => block.boxes)
  const of = box.party?.of?.expr
  const ofBusiness = of?.op === 'var' && of.name === BUSINESS
  for (const part of [box, ...blocks.filter(({ nr }) => !box.party?.without.includes(nr))]) {
    // a block about the business itself prints the answers of the business, not those of a company in the list
    for (const id of part.questions ?? []) add(ofBusiness && id.startsWith('company.') ? twinOf(id) : id, 'printed')
    for (const expr of [part.value, ...(part.columns ?? []).map(({ value }) => value)]) if (expr) read(expr.expr)
    if (part.document) add(`documents.${part.document}`, 'printed')
  }
  return found
}

/** The boxes of this case that an answer (`fact` or `fact@row`) currently helps to fill. */
export function boxesFilledBy(application: Case, key: string): (LedgerEntry & { readonly box: BoxCoverage })[] {
  const [fact = key] = key.split('@')
  const entries = ledgerOf(application.variant).get(fact) ?? []
  if (entries.length === 0) return []
  const repeats = (form: string, section: string): boolean =>
    application.index.forms.get(form)?.sections.find(({ id }) => id === section)?.per !== null
  return coverage(application).flatMap((form) =>
    form.sections.flatMap((section) =>
      section.instances.flatMap(({ row, boxes }) =>
        boxes.flatMap((box) => {
          // nobody has this role yet: the section is a placeholder for whoever may come
          if (row === null && section.open.length > 0 && repeats(form.id, section.id)) return []
          const entry = entries.find((each) => each.form === form.id && each.nr === box.nr)
          if (!entry || box.state === 'notApplicable') return []
          if (box.questions.includes(key)) return [{ ...entry, box }]
          const cell = `box|${form.id}|${section.id}|${box.nr}|${row ?? ''}|${box.item?.row ?? ''}`
          return reach(application, [cell]).has(`answer|${key}`) ? [{ ...entry, box }] : []
        }),
      ),
    ),
  )
}

/** What else rests on an answer (`fact` or `fact@row`) in this case, besides the boxes it is printed in. */
export function decidedBy(
  application: Case,
  key: string,
): { readonly licences: readonly string[]; readonly fees: boolean; readonly documents: boolean; readonly boxes: boolean } {
  const { variant } = application
  const cell = `answer|${key}`
  const rests = (roots: readonly string[]): boolean => reach(application, roots).has(cell)
  return {
    licences: variant.licences.flatMap(({ id }) => (rests([`verdict|${id}`]) ? [id] : [])),
    fees: rests(variant.fees.map(({ id }) => `fee|${id}`)),
    documents: rests(variant.documents.map(({ id }) => `document|${id}`)),
    boxes: rests([
      // whether pages are shown, rather than the path: where the tree leads rests on every verdict
      ...variant.steps.map(({ id }) => `step|${id}`),
      ...coverage(application).flatMap(({ id, sections }) => [`form|${id}`, ...sections.map((section) => `section|${id}|${section.id}`)]),
    ]),
  }
}
