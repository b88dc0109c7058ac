import { questionsOf } from '../../engine/asked/questions.ts'
import type { Case } from '../../engine/context.ts'
import { takesOver } from '../../engine/facts/prefill.ts'
import { coverage } from '../../engine/forms/form-coverage.ts'
import { countBoxes } from '../../engine/forms/tally.ts'
import type { Expr } from '../../feel/expr.ts'
import { partsOf, references } from '../../feel/references.ts'
import { boxesOf } from '../../model/boxes-of.ts'
import type { JudgedElement } from '../../model/link/forms/elements.ts'
import type { ResolvedForm, ResolvedQuestion, Variant } from '../../model/variant.ts'
import { type Burden, burdenOf } from './burden.ts'
import { type EvidenceStats, evidenceStats } from './evidence.ts'
import { type StatutoryStats, statutoryStats } from './statutory.ts'

export interface FormStats {
  readonly id: string
  readonly boxes: number
  readonly unverified: number
  /** Facts that its boxes print, and how many of those another form prints as well. */
  readonly facts: number
  readonly shared: number
  readonly statutory: StatutoryStats
  readonly evidence: EvidenceStats
}

export interface RuleSetStats {
  readonly variant: string
  readonly boxes: number
  readonly questions: {
    readonly total: number
    readonly asked: number
    readonly derived: number
    readonly refined: number
    readonly settled: number
    readonly prefilled: number
    readonly shared: number
  }
  /** How many fewer questions than boxes, as a fraction. */
  readonly fewer: number
  readonly statutory: StatutoryStats
  readonly evidence: EvidenceStats
  readonly forms: readonly FormStats[]
}

/** Counts over the rule set: a box is a row of our reconstruction, a question is one input; an address counts as four on both sides. */
export function statsOf(variant: Variant, judged: readonly JudgedElement[]): RuleSetStats {
  const facts = new Map(variant.forms.map((form) => [form.id, factsOf(form)]))
  const forms = variant.forms.map((form): FormStats => {
    const own = facts.get(form.id) ?? new Set<string>()
    const boxes = form.sections.flatMap((section) => section.boxes)
    const shared = [...own].filter((fact) => [...facts].some(([id, others]) => id !== form.id && others.has(fact)))
    return {
      id: form.id,
      boxes: boxes.length,
      unverified: boxes.filter((box) => box.unverified).length,
      facts: own.size,
      shared: shared.length,
      statutory: statutoryStats(judged, form.id),
      evidence: evidenceStats([form]),
    }
  })
  const derived = variant.questions.filter((question) => question.derived && !question.refinedBy).length
  const boxes = forms.reduce((sum, form) => sum + form.boxes, 0)
  const asked = variant.questions.length - derived - joinedParts(variant) - variant.questions.filter(isAlwaysSettled).length
  const shared = variant.questions.filter((question) => [...facts.values()].filter((set) => set.has(question.id)).length > 1).length
  return {
    variant: variant.id,
    boxes,
    fewer: boxes === 0 ? 0 : 1 - asked / boxes,
    questions: {
      total: variant.questions.length,
      asked,
      derived,
      refined: variant.questions.filter((question) => question.refinedBy).length,
      settled: variant.questions.filter((question) => question.settledBy).length,
      prefilled: variant.questions.filter(takesOver).length,
      shared,
    },
    statutory: statutoryStats(judged),
    evidence: evidenceStats(variant.forms),
    forms,
  }
}

/** The tick of another question always answers it: it is never asked by itself. */
const isAlwaysSettled = ({ settledBy }: ResolvedQuestion): boolean => settledBy !== null && !mayBeNull(settledBy.expr)
const mayBeNull = (expr: Expr): boolean => (expr.op === 'lit' && expr.value === null) || partsOf(expr).some(mayBeNull)

/** Parts of an address that share the box of another part: the addition, and the prefilled country. */
const joinedParts = ({ groups }: Variant): number =>
  groups.filter(({ kind }) => kind === 'address').flatMap(({ parts }) => parts.filter((id) => /\.(addition|country)$/.test(id))).length

function factsOf(form: ResolvedForm): Set<string> {
  const facts = new Set<string>()
  for (const box of boxesOf(form)) {
    for (const id of box.questions ?? []) facts.add(id)
    for (const compiled of [box.value, box.each, box.party?.of, ...(box.columns ?? []).map((column) => column.value)])
      if (compiled) for (const id of references(compiled.expr).facts) facts.add(id)
  }
  return facts
}

/** One example, counted the same way on paper and on screen. */
export interface ExampleStats extends Burden {
  readonly title: string
  readonly variant: string
  readonly forms: number
  /** Whether everything is answered: only then can paper and screen be compared. */
  readonly complete: boolean
  readonly boxes: number
  readonly open: number
  /** Of the inputs, those somebody types or chooses: without what is taken over, documents to find and signing. */
  readonly typed: number
}

export function exampleStats(title: string, application: Case, complete: boolean): ExampleStats {
  const forms = coverage(application)
  const burden = burdenOf(application)
  return {
    title,
    variant: application.variant.id,
    forms: forms.length,
    complete,
    boxes: countBoxes(forms).boxes,
    ...burden,
    typed: burden.inputs - burden.takenOver - burden.documents - burden.signings,
    open: questionsOf(application).open.length,
  }
}

/** What is typed or chosen, per blank printed on the paper. */
export const ofPrinted = ({ inputs, takenOver, printed }: Burden): number => (inputs - takenOver) / printed
/** The same per blank that would be filled in on paper: boxes that do not apply are not counted. */
export const ofFilled = ({ inputs, takenOver, paper }: Burden): number => (inputs - takenOver) / paper

/** The median over the complete examples that have a form to fill in. */
export function medianRatio(examples: readonly ExampleStats[], ratioOf: (burden: Burden) => number): number | null {
  const ratios = examples.filter(({ complete, paper }) => complete && paper > 0).map(ratioOf)
  const sorted = ratios.toSorted((a, b) => a - b)
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.ceil((sorted.length - 1) / 2)]]
  return low === undefined || high === undefined ? null : (low + high) / 2
}
