import type { Compiled } from '../../../feel/expr.ts'
import { references } from '../../../feel/references.ts'
import { highest } from '../../../model/util/extremes.ts'
import { onceFor } from '../../../model/util/once-for.ts'
import type { ResolvedCheck } from '../../../model/variant.ts'
import type { Index, Reading } from '../../context.ts'
import { run } from '../../reader.ts'

/** Whether a check of the case fires: `firing|check`. Conjuncts that few checks have come first, and those that many share, such as a verdict or the kind of
 * application, last: these are not even read when one of the check's own is false, so that a hundred checks stay clean when they change. What the check rests
 * on is found in the order in which it is written (`check|`). */
export function firingCell(reading: Reading, [id = '']: readonly string[]): boolean {
  const check = reading.index.checks.get(id)
  return check !== undefined && run(reading, rarestFirst(reading.index)(check)) === true
}

const rarestFirst = onceFor((index: Index) => {
  const checks = [...index.checks.values()]
  const times = new Map<string, number>()
  for (const check of checks) for (const name of namesIn(check.when)) times.set(name, (times.get(name) ?? 0) + 1)
  const most = (expr: Compiled['expr']): number =>
    highest(
      namesIn({ expr }).map((name) => times.get(name) ?? 0),
      0,
    )
  return onceFor(({ when }: ResolvedCheck): Compiled => {
    const { expr } = when
    return expr.op === 'and' ? { ...when, expr: { op: 'and', args: expr.args.toSorted((a, b) => most(a) - most(b)) } } : when
  })
})

/** Everything an expression reads, without duplicates. */
const namesIn = ({ expr }: Pick<Compiled, 'expr'>): string[] =>
  Object.entries(references(expr)).flatMap(([kind, names]) => names.map((name: string) => `${kind} ${name}`))
