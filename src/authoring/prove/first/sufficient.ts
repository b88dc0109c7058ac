import type { Finding } from '../../../model/findings/finding.ts'
import type { ResolvedRule, Variant } from '../../../model/variant.ts'
import type { SoFar, UntilSettled } from './until-settled.ts'

interface Sufficiency {
  readonly findings: readonly Finding[]
  /** Partial paths left after merging those that continue alike. */
  readonly mergedStates: number
  /** Maximum number of answers on one path until every verdict is settled. */
  readonly most: number
}

/** Proves for every way of answering the first questions that they suffice: once the tree asks no more for a verdict, no other answer of the tree can change
 * it. */
export function proveSufficient(variant: Variant, tree: UntilSettled): Sufficiency {
  const changing = new Map<string, { readonly licence: string; readonly rule: ResolvedRule }>()
  let mergedStates = 0
  let layer: ReadonlyMap<string, SoFar> = new Map([['start', tree.start]])
  for (const fact of tree.before)
    layer = answerAll(
      tree,
      [...layer.values()].map((from) => [from, fact]),
    )
  let most = 0
  for (let count = 0; layer.size > 0; count++) {
    mergedStates += layer.size
    const asking: (readonly [SoFar, string])[] = []
    for (const at of layer.values()) {
      if (at.ask !== null) {
        asking.push([at, at.ask])
        continue
      }
      most = count
      if (at.at?.kind !== 'done') continue
      for (const [index, { id, rules }] of variant.licences.entries())
        for (const rule of at.verdicts[index] === 'open' ? rules.slice(0, 1) : []) changing.set(id, { licence: id, rule })
      for (const each of tree.doubtsOf(at)) if (tree.isReal(each)) changing.set(`${each.licence}/${each.rule.id}`, each)
    }
    layer = answerAll(tree, asking)
  }
  const findings = [...changing.values()].map(notEnough)
  return { findings, mergedStates, most }
}

/** Every answer to each of these questions; states that continue alike are merged. */
function answerAll(tree: UntilSettled, asking: readonly (readonly [SoFar, string])[]): Map<string, SoFar> {
  const next = new Map<string, SoFar>()
  for (const [from, fact] of asking)
    for (const { value } of tree.answers.get(fact) ?? []) {
      const to = tree.withAnswers(from, [[fact, value]])
      const key = tree.keyOf(to, tree.doubtsOf(to))
      if (!next.has(key)) next.set(key, to)
    }
  return next
}

/** Rules of settled verdicts that an answer the tree does not wait for could still make true, given the answers so far. */
export const notEnoughAt = (tree: UntilSettled, at: SoFar): Finding[] =>
  at.at?.kind === 'done'
    ? tree
        .doubtsOf(at)
        .filter((doubt) => tree.isReal(doubt))
        .map(notEnough)
    : []

const notEnough = ({ licence, rule: { id, origin } }: { readonly licence: string; readonly rule: ResolvedRule }): Finding => ({
  code: 'TREE_NOT_ENOUGH',
  severity: 'error',
  file: origin.file,
  line: origin.line,
  column: 1,
  path: `licences/${licence}/rules/${id}`,
  message: `Once the tree asks nothing more for the verdict on ${licence}, another answer could still make its rule ${id} hold.`,
  mend: 'Let the rule read the answers of the tree first, and what is asked later behind them.',
})
