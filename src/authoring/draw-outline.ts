import type { Variant } from '../model/variant.ts'
import { sayCondition, type DrawLang } from './draw-condition.ts'

/** The tree as a list: what the drawing shows, for everybody who does not see it. Plain JSON. */
export interface Outline {
  readonly title: string
  readonly summary: string
  readonly steps: readonly OutlineStep[]
}
export interface OutlineStep {
  readonly id: string
  /** Place in the tree, from 1. */
  readonly place: number
  readonly title: string
  readonly hint: string | null
  /** Asked only when; null: always. */
  readonly condition: string | null
  readonly questions: readonly { readonly id: string; readonly label: string; readonly condition: string | null; readonly options: readonly string[] }[]
  readonly stops: readonly { readonly id: string; readonly condition: string; readonly text: string; readonly goTo: string }[]
  /** Steps that may follow, with `null` for the end: each following step up to the first that has no condition. */
  readonly next: readonly (string | null)[]
}

const TEXT = {
  nl: {
    yes: 'ja',
    no: 'nee',
    title: (name: string) => `Beslisboom van ${name}`,
    summary: (steps: number, stops: number) => `${steps} stappen van boven naar beneden. ${stops === 1 ? 'Eén antwoord leidt' : `${stops} antwoorden leiden`} naar een andere weg.`,
  },
  en: {
    yes: 'yes',
    no: 'no',
    title: (name: string) => `Decision tree of ${name}`,
    summary: (steps: number, stops: number) => `${steps} steps from top to bottom. ${stops === 1 ? 'One answer leads' : `${stops} answers lead`} elsewhere.`,
  },
} as const

export function outlineOf(variant: Variant, lang: DrawLang): Outline {
  const text = TEXT[lang]
  const questions = new Map(variant.questions.map((question) => [question.id, question]))
  const steps = variant.steps.map((step, index): OutlineStep => {
    const after = variant.steps.slice(index + 1)
    const certain = after.findIndex((one) => one.when === null)
    return {
      id: step.id,
      place: index + 1,
      title: step.title[lang],
      hint: step.hint?.[lang] ?? null,
      condition: step.when && sayCondition(variant, step.when, lang),
      questions: step.ask.flatMap((id) => {
        const question = questions.get(id)
        if (!question) return []
        const options = question.options?.map((option) => option.label[lang]) ?? (question.type === 'yesNo' ? [text.yes, text.no] : [])
        return [{ id, label: question.label[lang], condition: question.when && sayCondition(variant, question.when, lang), options }]
      }),
      stops: variant.stops
        .filter((stop) => stop.after === step.id)
        .map((stop) => ({ id: stop.id, condition: sayCondition(variant, stop.when, lang), text: stop.text[lang], goTo: stop.goTo[lang] })),
      next: certain >= 0 ? after.slice(0, certain + 1).map((one) => one.id) : [...after.map((one) => one.id), null],
    }
  })
  return { title: text.title(variant.name), summary: text.summary(steps.length, variant.stops.length), steps }
}
