import type { Expr } from '../../../feel/expr.ts'
import { canonicalJson } from '../../util/canonical-json.ts'

/** Formula of a computed fact of the case; null for one that is asked. */
export type FormulaOf = (fact: string) => Expr | null

/** Whether a condition certainly holds when the given ones do: it is one of them, or follows from `and`, `or`, computed facts and the options of a choice.
 * Sound but incomplete: rule authors write the same condition in the same way. */
export function implies(given: readonly Expr[], condition: Expr, formulaOf: FormulaOf): boolean {
  const facts = given.flatMap((expr) => conjuncts(expr, formulaOf, []))
  const known = new Set(facts.map(written))
  const choices = facts.flatMap((expr) => choiceOf(expr) ?? [])
  /** `through`: computed facts already expanded, which stops at a formula that needs itself. */
  const holds = (expr: Expr, truth: boolean, through: readonly string[]): boolean => {
    const also = (part: Expr): boolean => holds(part, truth, through)
    if (expr.op === 'not') return known.has(written(truth ? expr : expr.arg)) || holds(expr.arg, !truth, through)
    if (known.has(truth ? written(expr) : canonicalJson({ op: 'not', arg: expr }))) return true
    if (expr.op === 'lit') return expr.value === truth
    const choice = choiceOf(expr)
    if (choice && choices.some(({ fact, options }) => fact === choice.fact && isSettled(options, choice.options, truth))) return true
    if (expr.op === '!=') return holds({ ...expr, op: '=' }, !truth, through)
    if (expr.op === 'and' || expr.op === 'or') return (expr.op === 'and') === truth ? expr.args.every(also) : expr.args.some(also)
    if (expr.op !== 'fact' || through.includes(expr.id)) return false
    const formula = formulaOf(expr.id)
    return formula !== null && holds(formula, truth, [...through, expr.id])
  }
  return holds(condition, true, [])
}

/** Memoised: conditions of the base recur in every town. */
function written(expr: Expr): string {
  const known = texts.get(expr)
  if (known !== undefined) return known
  const made = canonicalJson(expr)
  texts.set(expr, made)
  return made
}
const texts = new WeakMap<Expr, string>()

/** Everything that is true when an expression is: itself, the parts of an `and`, the formula of a computed fact. */
function conjuncts(expr: Expr, formulaOf: FormulaOf, through: readonly string[]): Expr[] {
  if (expr.op === 'and') return [expr, ...expr.args.flatMap((part) => conjuncts(part, formulaOf, through))]
  const formula = expr.op === 'fact' && !through.includes(expr.id) ? formulaOf(expr.id) : null
  return formula && expr.op === 'fact' ? [expr, ...conjuncts(formula, formulaOf, [...through, expr.id])] : [expr]
}

interface Choice {
  readonly fact: string
  readonly options: readonly string[]
}

/** `x = "a"`, or `x in ("a", "b")`, which compiles to an `or`. */
function choiceOf(expr: Expr): Choice | null {
  if (expr.op === '=' && expr.left.op === 'fact' && expr.right.op === 'lit' && typeof expr.right.value === 'string')
    return { fact: expr.left.id, options: [expr.right.value] }
  if (expr.op !== 'or') return null
  const choices = expr.args.map(choiceOf)
  const fact = choices[0]?.fact
  const options = choices.flatMap((choice) => (choice && choice.fact === fact ? [choice.options] : []))
  return fact !== undefined && options.length === choices.length ? { fact, options: options.flat() } : null
}

/** Whether a choice between these options is certainly among the others (`truth`), or certainly not. */
const isSettled = (options: readonly string[], among: readonly string[], truth: boolean): boolean =>
  options.every((option) => among.includes(option) === truth)
