import type { Expr } from '../../../feel/expr.ts'
import { references } from '../../../feel/references.ts'
import type { Catalogue } from '../../catalogue.ts'
import { BASE } from '../../layers/base.ts'
import type { Report, RuleSet } from '../../rule-set.ts'
import type { Variant } from '../../variant.ts'

/** Something computed: a fact, a verdict, an alias or a fee, with its dependencies. */
interface Node {
  /** In the message: `verdict("terrace")`. */
  readonly name: string
  readonly item: object
  readonly needs: readonly string[]
  /** Its parts, which may come from different layers: the rules of a verdict. */
  readonly parts: readonly { readonly item: object; readonly needs: readonly string[] }[]
}

type Computed = Pick<Variant, 'questions' | 'aliases' | 'licences' | 'extras' | 'fees'>

/** No fact, verdict, alias or fee may depend on itself. Each cycle is reported once, at its first item. */
export function checkCycles(variant: Computed, catalogue: Catalogue, report: Report, provenance: RuleSet['provenance']): void {
  const nodes = nodesOf(variant, catalogue)
  const state = new Map<string, 'open' | 'done'>()
  const trail: string[] = []
  const visit = (key: string): void => {
    const node = nodes.get(key)
    if (!node || state.get(key) === 'done') return
    if (state.get(key) === 'open') {
      reportCircle(trail.slice(trail.indexOf(key)), nodes, report, provenance)
      return
    }
    state.set(key, 'open')
    trail.push(key)
    node.needs.forEach(visit)
    trail.pop()
    state.set(key, 'done')
  }
  for (const key of nodes.keys()) visit(key)
}

function reportCircle(
  circle: readonly string[],
  nodes: ReadonlyMap<string, Node>,
  report: Report,
  provenance: RuleSet['provenance'],
): void {
  const first = nodes.get(circle[0] ?? '')
  if (!first) return
  const names = [...circle, circle[0] ?? ''].map((key) => nodes.get(key)?.name ?? key)
  // the base has no cycle, so it was closed by the last layer that wrote a part of it
  const closing = circle
    .flatMap((key) => nodes.get(key)?.parts ?? [])
    .filter(({ needs }) => needs.some((need) => circle.includes(need)))
    .map(({ item }) => item)
  const own = closing.find((item) => (provenance.place(item)?.layer ?? BASE) !== BASE)
  report(
    'CYCLIC_RULE',
    'error',
    own ?? first.item,
    undefined,
    `${first.name} needs its own outcome: ${names.join(' → ')}.`,
    'Break the circle: let one of these rules read answers instead of an outcome.',
  )
}

function nodesOf(variant: Computed, catalogue: Catalogue): Map<string, Node> {
  const nodes = new Map<string, Node>()
  const put = (
    key: string,
    name: string,
    item: object | undefined,
    expressions: readonly ({ expr: Expr } | null)[],
    parts: Node['parts'] = [],
  ): void => {
    if (!item) return
    const needs = expressions.flatMap((expression) => (expression ? needsOf(expression.expr) : []))
    nodes.set(key, { name, item, needs: [...new Set(needs)], parts: [{ item, needs }, ...parts] })
  }
  for (const [index, question] of variant.questions.entries())
    put(`fact:${question.id}`, question.id, catalogue.questions[index], [
      question.when,
      question.derived,
      question.refinedBy,
      question.settledBy,
      question.default,
    ])
  for (const [index, alias] of variant.aliases.entries())
    put(`alias:${alias.id}`, alias.id, catalogue.aliases[index], [...alias.cases.map((alternative) => alternative.when), alias.where])
  const items = [...catalogue.licences, ...catalogue.extras]
  const verdicts = [...variant.licences, ...variant.extras]
  for (const [index, { id, rules }] of verdicts.entries()) {
    const conditions = rules.map((rule) => rule.when)
    const written = items[index]?.rules ?? []
    const parts = written.flatMap((item, at) => {
      const condition = conditions[at]
      return condition ? [{ item, needs: needsOf(condition.expr) }] : []
    })
    put(`verdict:${id}`, `verdict("${id}")`, items[index], conditions, parts)
  }
  for (const [index, { id, amounts }] of variant.fees.entries())
    put(
      `fee:${id}`,
      `fee("${id}")`,
      catalogue.fees[index],
      amounts.map(({ amount }) => amount),
    )
  return nodes
}

function needsOf(expr: Expr): string[] {
  const { facts, aliases, verdicts, fees } = references(expr)
  return [
    ...[...facts].map((id) => `fact:${id}`),
    ...[...aliases].map((id) => `alias:${id}`),
    ...[...verdicts].map((id) => `verdict:${id}`),
    ...fees.map((id) => `fee:${id}`),
  ]
}
