import type { Expr } from '../../../feel/expr.ts'
import type { Catalogue } from '../../catalogue.ts'
import type { Report } from '../../rule-set.ts'
import type { Variant } from '../../variant.ts'
import { Reads } from '../conditions/reads.ts'

type Content = Pick<Variant, 'questions' | 'licences' | 'extras' | 'checks' | 'steps' | 'forms' | 'documents'>

/** A block that no change in the application can resolve must repeat the verdict; and a rule that refines the tree must read something that is asked after
 * it.
 * @param idle forms with the boxes that no layer asks */
export function checkVerdictRules(content: Content, idle: Variant['forms'], catalogue: Catalogue, report: Report): void {
  blocks(content, catalogue, report)
  refinements(content, idle, catalogue, report)
}

function blocks({ checks, licences }: Content, catalogue: Catalogue, report: Report): void {
  for (const [index, check] of checks.entries()) {
    const written = catalogue.checks[index]
    if (check.severity !== 'block' || !written) continue
    if (!written.source || !written.advice)
      report(
        'BLOCK_WITHOUT_WAY',
        'error',
        written,
        undefined,
        `The block ${check.id} names no ${written.source ? 'way out' : 'ground'}.`,
        'Add source: with the article or page, and advice: with what to do.',
      )
    if (written.mendable === true) continue
    // a notification cannot be refused
    const permits = check.licences.filter((id) => licences.some((licence) => licence.id === id && licence.duty === 'permit'))
    for (const licence of permits)
      if (!saysNotAllowed(check.when.expr, licence))
        report(
          'BLOCK_OUTSIDE_VERDICT',
          'error',
          written,
          'when',
          `The check ${check.id} blocks ${licence}, while its verdict may still say that it is needed.`,
          `Make it a rule of ${licence} with verdict: notAllowed (refines: true when it reads what is asked after the tree) and let this check read verdict("${licence}") = "notAllowed"; or write mendable: true when another person, day or paper takes it away.`,
        )
  }
}

/** Whether a condition requires that the verdict of a licence is notAllowed. */
function saysNotAllowed(expr: Expr, licence: string): boolean {
  if (expr.op === 'and') return expr.args.some((part) => saysNotAllowed(part, licence))
  if (expr.op === 'or') return expr.args.every((part) => saysNotAllowed(part, licence))
  if (expr.op !== '=' || expr.left.op !== 'call' || expr.left.fn !== 'verdict' || expr.right.op !== 'lit') return false
  const [argument] = expr.left.args
  return argument?.op === 'lit' && argument.value === licence && expr.right.value === 'notAllowed'
}

function refinements(content: Content, idle: Variant['forms'], catalogue: Catalogue, report: Report): void {
  const reads = Reads.of(content)
  const inTree = new Set(content.steps.flatMap(({ ask }) => ask))
  const onPaper = new Set<string>()
  const put = (expr: Expr | undefined): void => {
    if (expr) for (const id of reads.facts(expr)) onPaper.add(id)
  }
  const derived = new Map(content.questions.map((question) => [question.id, question.derived?.expr]))
  for (const { boxes, when } of content.forms.flatMap(({ sections }) => sections)) {
    put(when?.expr)
    for (const box of boxes) {
      for (const id of box.questions ?? []) {
        onPaper.add(id)
        put(derived.get(id))
      }
      for (const each of [box.when, box.value, box.each, box.where, ...(box.columns ?? []).map(({ value }) => value)]) put(each?.expr)
    }
  }
  for (const { when } of content.documents) put(when?.expr)
  const asked = new Set(content.questions.filter(({ derived }) => !derived).map(({ id }) => id))
  // a coarse answer that rows refine counts as asked after the tree
  const refined = new Set(content.questions.filter(({ refinedBy }) => refinedBy).map(({ id }) => id))
  const written = [...catalogue.licences, ...catalogue.extras]
  for (const [number, { id: licence, rules }] of [...content.licences, ...content.extras].entries()) {
    for (const [index, rule] of rules.entries()) {
      const item = written[number]?.rules[index]
      if (!rule.refines || !item) continue
      const later = [...reads.facts(rule.when.expr)].filter((id) => asked.has(id) && (!inTree.has(id) || refined.has(id)))
      const tell = (message: string, mend: string): void => report('REFINES_NOTHING', 'error', item, 'when', message, mend)
      if (later.length === 0)
        tell(`Rule ${rule.id} of ${licence} refines the tree, but reads nothing that is asked after it.`, 'Leave refines: out.')
      const never = later.find((id) => !onPaper.has(id) && !inTree.has(id))
      if (never) {
        const box = boxOf(never, idle)
        tell(
          `Rule ${rule.id} of ${licence} reads ${never}, which no form or document asks.`,
          box ? `Switch on the box that asks it: asks: [{ box: ${box}, source: … }].` : 'Read what is asked, or ask it in the tree.',
        )
      }
    }
  }
}

/** The box that would ask a question, `terrace/TE-030`. */
const boxOf = (question: string, forms: Variant['forms']): string | undefined =>
  forms.flatMap(({ id, sections }) =>
    sections.flatMap(({ boxes }) => boxes.flatMap(({ nr, questions }) => (questions?.includes(question) ? [`${id}/${nr}`] : []))),
  )[0]
