import type { Compiled, Expr } from '../../../feel/expr.ts'
import { partsOf } from '../../../feel/references.ts'
import type { Catalogue } from '../../catalogue.ts'
import type { Report } from '../../rule-set.ts'
import type { ResolvedLicence, ResolvedRule, Variant } from '../../variant.ts'
import { Reads } from '../conditions/reads.ts'

type Content = Pick<Variant, 'questions' | 'licences' | 'checks'>

/** Where a permit may turn out to be a notification, texts must take that into account: a check on the whole case reads the duty, or what the rule with the
 * other duty reads. Checks per row are about people and rooms, which both duties have. Fees, terms and documents of a permit are omitted automatically, unless
 * they say `notified`. */
export function checkDuties(content: Content, catalogue: Catalogue, report: Report): void {
  const reads = Reads.of(content)
  for (const licence of content.licences) {
    if (licence.duty !== 'permit') continue
    const others = licence.rules.filter(({ verdict, duty }) => verdict === 'needed' && (duty === 'notification' || duty === 'information'))
    const tell = (item: object | undefined, what: string, conditions: readonly (Compiled | null)[]): void => {
      const missed = others.find((rule) => !heeds(reads, licence, rule, conditions))
      if (!item || !missed) return
      const message = `${what} holds for a permit and for the ${missed.duty} of rule ${missed.id} of ${licence.id} alike.`
      report(
        'DUTY_UNHEEDED',
        'error',
        item,
        undefined,
        message,
        `Add duty("${licence.id}") = "permit", or say in its condition what differs.`,
      )
    }
    for (const [index, { id, per, when }] of content.checks.entries())
      if (per === null && demandsNeeded(when.expr, licence.id)) tell(catalogue.checks[index], `The check ${id}`, [when])
  }
}

/** Whether a condition distinguishes the rule: it reads the duty, or a fact or parameter that the rule reads too. */
function heeds(reads: Reads, licence: ResolvedLicence, rule: ResolvedRule, conditions: readonly (Compiled | null)[]): boolean {
  return conditions.some((condition) => {
    if (!condition) return false
    const { expr } = condition
    if (reads.duties(expr).has(licence.id)) return true
    const asked = [...reads.facts(rule.when.expr), ...reads.parameters(rule.when.expr)]
    const own = new Set([...reads.facts(expr), ...reads.parameters(expr)])
    return asked.some((id) => own.has(id))
  })
}

/** Whether a condition contains a test that the licence is needed. */
function demandsNeeded(expr: Expr, licence: string): boolean {
  if (
    expr.op === '=' &&
    expr.left.op === 'call' &&
    expr.left.fn === 'verdict' &&
    expr.right.op === 'lit' &&
    expr.right.value === 'needed'
  ) {
    const [argument] = expr.left.args
    return argument?.op === 'lit' && argument.value === licence
  }
  return partsOf(expr).some((part) => demandsNeeded(part, licence))
}
