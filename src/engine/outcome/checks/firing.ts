import type { Compiled, Expr } from '../../../feel/expr.ts'
import { isClosed, references } from '../../../feel/references.ts'
import { highest } from '../../../model/util/extremes.ts'
import { onceFor } from '../../../model/util/once-for.ts'
import type { ResolvedCheck } from '../../../model/variant.ts'
import type { Index, Reading } from '../../context.ts'
import { run } from '../../reader.ts'
import { rowsOf } from './checks.ts'

/** Whether a check fires: `firing|check`. Conjuncts that few checks have come first, and those that many share, such as a verdict or the kind of application,
 * last: these are not even read once one of the check's own does not hold, be it false or undecided, so that a hundred checks stay clean when they change. A
 * check per row looks at its rows as if that were a conjunct. What the check rests on is found in the order in which it is written (`check|`). */
export function firingCell(reading: Reading, [id = '']: readonly string[]): boolean {
  const check = reading.index.checks.get(id)
  if (!check) return false
  // no `every`: this runs for every check whose facts change
  for (const conjunct of rarestFirst(reading.index)(check))
    if (conjunct === 'rows' ? !firesInSomeRow(reading, check) : run(reading, conjunct) !== true) return false
  return true
}

function firesInSomeRow(reading: Reading, { id, per }: ResolvedCheck): boolean {
  for (const row of rowsOf(reading, per ?? '').items) if (reading.get(`checkRow|${id}|${row.id}`) !== null) return true
  return false
}

/** The conjuncts of a check in that order. `rows` stands for those that involve a row. */
const rarestFirst = onceFor((index: Index) => {
  const checks = [...index.checks.values()]
  const times = new Map<string, number>()
  for (const check of checks) for (const name of namesIn(check.when)) times.set(name, (times.get(name) ?? 0) + 1)
  const most = (parts: readonly Expr[]): number =>
    highest(
      parts.flatMap((expr) => namesIn({ expr }).map((name) => times.get(name) ?? 0)),
      0,
    )
  return onceFor(({ when, per }: ResolvedCheck): readonly (Compiled | 'rows')[] => {
    const all = conjunctsOf(when.expr)
    const ofCase = per === null ? all : all.filter((expr) => isClosed(expr))
    const found: { readonly conjunct: Compiled | 'rows'; readonly most: number }[] = ofCase.map((expr) => ({
      conjunct: { ...when, expr },
      most: most([expr]),
    }))
    // without a conjunct of its own it fires for every row
    if (per !== null) found.push({ conjunct: 'rows', most: most(all.filter((expr) => !isClosed(expr))) })
    return found.toSorted((a, b) => a.most - b.most).map(({ conjunct }) => conjunct)
  })
})

const conjunctsOf = (expr: Expr): readonly Expr[] => (expr.op === 'and' ? expr.args.flatMap(conjunctsOf) : [expr])

/** Everything an expression reads, without duplicates. */
const namesIn = ({ expr }: Pick<Compiled, 'expr'>): string[] =>
  Object.entries(references(expr)).flatMap(([kind, names]) => names.map((name: string) => `${kind} ${name}`))
