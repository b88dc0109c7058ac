import { isUnknown } from '../../feel/value.ts'
import type { Assessment } from '../assessment.ts'
import type { Get } from '../cell-values.ts'
import type { Context } from '../context.ts'
import { decidingDate } from '../facts/dated.ts'
import { say } from '../forms/print.ts'
import { run } from '../reader.ts'
import { addDays } from './terms.ts'

/** Other bodies to register with, each with its date; items that a stop names come along with it. */
export function adviceCell(context: Context, get: Get): Assessment['advice'] {
  const stop = context.variant.stops.find((one) => one.id === get('stop|'))
  return context.variant.advice.flatMap((item) => {
    const named = stop?.advice.includes(item.id) ?? false
    if (stop && !named) return []
    const holds = named || (item.when ? run(context, get, item.when) : true)
    if ((typeof holds !== 'boolean' && isUnknown(holds)) || holds !== true) return []
    let due: string | null = null
    if (item.due && 'fixed' in item.due) due = item.due.fixed
    else if (item.due) {
      const anchor = decidingDate(context, get, item.due.anchor)
      due = typeof anchor === 'string' ? addDays(anchor, item.due.days) : null
    }
    const { id, group, link, core, source, unverified } = item
    return [{ id, group, title: say(item.title, context.lang), text: say(item.text, context.lang), due, link, source, unverified, core }]
  })
}
