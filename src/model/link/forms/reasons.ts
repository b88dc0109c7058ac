import type { Compiled } from '../../../feel/expr.ts'
import { references } from '../../../feel/references.ts'
import type { Catalogue } from '../../catalogue.ts'
import type { Report } from '../../rule-set.ts'
import type { ResolvedQuestion, Variant } from '../../variant.ts'

type Stated = { readonly otherwise?: unknown; readonly when?: unknown }

/** A reason why a box is not applicable states something about the answers, which is only safe when a single answer decides. Otherwise each reason has its own
 * condition, so that "no music" can never be printed when there is music. */
export function checkReasons(variant: Pick<Variant, 'forms' | 'questions'>, catalogue: Catalogue, report: Report): void {
  const questions = new Map(variant.questions.map((question) => [question.id, question]))
  for (const [index, form] of variant.forms.entries()) {
    const written = catalogue.forms[index]
    for (const [number, section] of form.sections.entries()) {
      const item = written?.sections[number]
      if (!item) continue
      check(`The section ${section.id} of ${form.id}`, item, section.when, section.per !== null || section.act !== null, report)
      for (const [at, box] of section.boxes.entries()) {
        const means = item.boxes[at]
        if (!means) continue
        const many = box.each !== null || box.rows !== null
        const settled = many || box.party !== null || onlyAsked(box.questions, questions)
        check(`The box ${box.nr}`, means, box.when, settled && (many || box.when === null), report)
      }
    }
  }
}

/** `none`: whether a reason without a condition is allowed, for when there are no rows or nothing to print. */
function check(name: string, item: Stated, when: Compiled | null, none: boolean, report: Report): void {
  const { otherwise } = item
  if (otherwise === undefined) return
  const bad = (message: string): void =>
    report('REASON_UNSTATED', 'error', item, 'otherwise', message, 'Write a list of reasons, each with the when under which it is true.')
  if (Array.isArray(otherwise)) {
    const open = otherwise.findIndex((reason: { when?: unknown }) => reason.when === undefined)
    if (open >= 0 && (!none || open < otherwise.length - 1)) bad(`${name} has a reason without a condition where it may be false.`)
  } else if (when === null ? !none : decidedBy(when) > 1)
    bad(
      when === null
        ? `${name} has a reason, but no condition for it.`
        : `${name} is decided by several answers, and has one reason for all.`,
    )
}

function decidedBy(when: Compiled): number {
  const { facts, verdicts, aliases, collections, parameters } = references(when.expr)
  const answers = facts.length + verdicts.length + aliases.length + (aliases.length + facts.length > 0 ? 0 : collections.length)
  return answers === 0 ? parameters.length : answers
}

/** Whether the only question has a condition decided by one answer: there is nothing to print if and only if that is false. */
function onlyAsked(ids: readonly string[] | null, questions: ReadonlyMap<string, ResolvedQuestion>): boolean {
  const [id, ...more] = ids ?? []
  const when = more.length === 0 ? questions.get(id ?? '')?.when : undefined
  return when ? decidedBy(when) === 1 : false
}
