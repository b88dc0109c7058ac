import type { Assessment } from '../engine/assessment.ts'
import { references } from '../feel/references.ts'
import type { Variant, VForm } from '../model/variant.ts'

export interface FormStats {
  readonly id: string
  readonly boxes: number
  readonly unverified: number
  /** Facts that its boxes print, and how many of those another form prints too. */
  readonly facts: number
  readonly shared: number
}

export interface RuleSetStats {
  readonly variant: string
  readonly boxes: number
  readonly questions: {
    readonly total: number
    readonly asked: number
    readonly derived: number
    readonly refined: number
    readonly shared: number
  }
  readonly forms: readonly FormStats[]
}

/** Counts over the rule set: boxes are rows of our reconstruction, a question is one input (an address is six on both sides). */
export function statsOf(variant: Variant): RuleSetStats {
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
    }
  })
  const derived = variant.questions.filter((question) => question.derived && !question.refinedBy).length
  const shared = variant.questions.filter((question) => [...facts.values()].filter((set) => set.has(question.id)).length > 1).length
  return {
    variant: variant.id,
    boxes: forms.reduce((sum, form) => sum + form.boxes, 0),
    questions: {
      total: variant.questions.length,
      asked: variant.questions.length - derived,
      derived,
      refined: variant.questions.filter((question) => question.refinedBy).length,
      shared,
    },
    forms,
  }
}

function factsOf(form: VForm): Set<string> {
  const facts = new Set<string>()
  for (const section of form.sections) {
    for (const box of section.boxes) {
      for (const id of box.questions ?? []) facts.add(id)
      for (const compiled of [box.value, ...(box.columns ?? []).map((column) => column.value)])
        if (compiled) for (const id of references(compiled.expr).facts) facts.add(id)
    }
  }
  return facts
}

export interface ExampleStats {
  readonly title: string
  readonly variant: string
  readonly forms: number
  /** Boxes of its forms that are not "not applicable", each as often as it is printed: what somebody fills in on paper. */
  readonly paper: number
  readonly boxes: number
  readonly asked: number
  readonly open: number
  /** asked / paper */
  readonly ratio: number
}

export function exampleStats(title: string, assessment: Assessment, forms: number): ExampleStats {
  const { counts } = assessment
  const paper = counts.boxes - counts.notApplicable
  return {
    title,
    variant: assessment.variant,
    forms,
    paper,
    boxes: counts.boxes,
    asked: counts.asked,
    open: assessment.questions.open.length,
    ratio: paper === 0 ? 0 : counts.asked / paper,
  }
}
