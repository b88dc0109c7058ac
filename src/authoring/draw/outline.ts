import type { Compiled } from '../../feel/expr.ts'
import { wordsIn } from '../../model/lang.ts'
import type { Variant } from '../../model/variant.ts'
import { type Assumptions, assume } from './assume.ts'
import { type DrawLang, sayCondition } from './condition.ts'

/** The tree as a list: the content of the drawing, for everybody who cannot see it. Plain JSON. */
export interface Outline {
  readonly title: string
  readonly summary: string
  readonly steps: readonly OutlineStep[]
}
export interface OutlineStep {
  readonly id: string
  /** Position in the tree, from 1. */
  readonly place: number
  readonly title: string
  readonly hint: string | null
  /** When it is asked; null: always. */
  readonly condition: string | null
  readonly questions: readonly {
    readonly id: string
    readonly label: string
    readonly condition: string | null
    readonly options: readonly string[]
  }[]
  readonly stops: readonly { readonly id: string; readonly condition: string; readonly text: string; readonly goTo: string }[]
  /** Steps that may follow, `null` for the end: each following step up to the first without a condition. */
  readonly next: readonly (string | null)[]
}

/** Exported for the list of texts. */
export const OUTLINE = {
  name: 'outline',
  nl: {
    yes: 'ja',
    no: 'nee',
    title: (name: string) => `Beslisboom van ${name}`,
    given: (what: string) => `Getekend voor: ${what}.`,
    summary: (steps: number, stops: number) =>
      `${steps} stappen van boven naar beneden.${stops === 0 ? '' : stops === 1 ? ' Eén antwoord leidt naar een andere weg.' : ` ${stops} antwoorden leiden naar een andere weg.`}`,
  },
  en: {
    yes: 'yes',
    no: 'no',
    title: (name: string) => `Decision tree of ${name}`,
    given: (what: string) => `Drawn for: ${what}.`,
    summary: (steps: number, stops: number) =>
      `${steps} steps from top to bottom.${stops === 0 ? '' : stops === 1 ? ' One answer leads elsewhere.' : ` ${stops} answers lead elsewhere.`}`,
  },
} as const

export function outlineOf(variant: Variant, lang: DrawLang): Outline {
  const text = wordsIn(OUTLINE, lang)
  const questions = new Map(variant.questions.map((question) => [question.id, question]))
  // asked before the tree; its first option is the usual case, the one the tree is drawn for
  const { kind } = variant.names.application
  const first = variant.steps.some((step) => step.ask.includes(kind)) ? undefined : questions.get(kind)?.options?.[0]
  const given: Assumptions = new Map(first ? [[kind, first.id]] : [])
  const left = (condition: Compiled | null): Compiled | boolean => (condition ? assume(condition, given) : true)
  const say = (condition: Compiled | null): string | null => {
    const rest = left(condition)
    return typeof rest === 'boolean' ? null : sayCondition(variant, rest, lang)
  }
  const shown = variant.steps.filter((step) => left(step.when) !== false)
  const steps = shown.map((step, index): OutlineStep => {
    const after = shown.slice(index + 1)
    const certain = after.findIndex((each) => left(each.when) === true)
    return {
      id: step.id,
      place: index + 1,
      title: step.title[lang],
      hint: step.hint?.[lang] ?? null,
      condition: say(step.when),
      questions: step.ask.flatMap((id) => {
        const question = questions.get(id)
        if (!question || left(question.when) === false) return []
        const options = question.options?.map((option) => option.label[lang]) ?? (question.type === 'yesNo' ? [text.yes, text.no] : [])
        return [{ id, label: question.label[lang], condition: say(question.when), options }]
      }),
      stops: variant.stops
        .filter((stop) => stop.after === step.id && left(stop.when) !== false)
        .map((stop) => ({ id: stop.id, condition: say(stop.when) ?? '', text: stop.text[lang], goTo: stop.goTo[lang] })),
      next: certain >= 0 ? after.slice(0, certain + 1).map((each) => each.id) : [...after.map((each) => each.id), null],
    }
  })
  const stops = steps.reduce((sum, step) => sum + step.stops.length, 0)
  const summary = [first ? text.given(first.label[lang]) : '', text.summary(steps.length, stops)].filter(Boolean).join(' ')
  return { title: text.title(variant.name), summary, steps }
}
