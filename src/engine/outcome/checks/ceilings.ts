import Big from 'big.js'
import { formatValue } from '../../answer-kinds/print-answer.ts'
import type { Assessment } from '../../assessment.ts'
import type { Reading } from '../../context.ts'
import { localise } from '../../forms/format.ts'
import { run } from '../../reader.ts'

/** A town fee above the legal maximum: a reason to ask rather than pay silently. */
export function ceilingsCell(reading: Reading): Assessment['checks'] {
  return reading.variant.fees.flatMap(({ id, licence, ceiling }) => {
    const line = ceiling ? reading.get(`fee|${id}`).line : null
    if (!ceiling || !line || line.cents === null) return []
    const most = run(reading, ceiling.amount)
    if (!(most instanceof Big) || most.times(100).gte(line.cents)) return []
    const printed = formatValue(most, 'amount', reading.lang, { option: (option) => option, party: () => '', unit: null })
    const message = localise(ceiling.message, reading.lang).replace('{ceiling}', printed ?? '?')
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
