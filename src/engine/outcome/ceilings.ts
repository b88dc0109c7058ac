import Big from 'big.js'
import { evaluate } from '../../feel/evaluate.ts'
import type { Assessment } from '../assessment.ts'
import type { Case } from '../context.ts'
import { printValue, say } from '../forms/print.ts'
import { readerOn } from '../reader.ts'

/** A fee of a town above what the law allows: a reason to ask, not to pay silently. */
export function ceilings(one: Case): Assessment['checks'] {
  return one.variant.fees.flatMap(({ id, licence, ceiling }) => {
    const { line } = one.memo.get(`fee|${id}`)
    if (!ceiling || !line || line.cents === null) return []
    const most = evaluate(ceiling.amount.expr, readerOn(one), {})
    if (!(most instanceof Big) || most.times(100).gte(line.cents)) return []
    const printed = printValue(most, 'amount', one.lang, { option: (option) => option, party: () => '', unit: null })
    const message = say(ceiling.message, one.lang).replace('{ceiling}', printed ?? '?')
    return [
      {
        id: `ceiling.${id}`,
        severity: 'info' as const,
        licences: [licence],
        row: null,
        message,
        advice: null,
        unverified: ceiling.unverified,
      },
    ]
  })
}
