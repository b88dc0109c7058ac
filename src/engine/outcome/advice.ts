import { daysLater } from '../../feel/count-days.ts'
import { isUnknown } from '../../feel/value.ts'
import type { Assessment } from '../assessment.ts'
import type { Reading } from '../context.ts'
import { decidingDate } from '../facts/dated.ts'
import { localise } from '../forms/format.ts'
import { run } from '../reader.ts'

/** Other bodies to register with, each with its date; items that a stop names come along with it. */
export function adviceCell(reading: Reading): Assessment['advice'] {
  const stop = reading.variant.stops.find((stop) => stop.id === reading.get('stop|'))
  return reading.variant.advice.flatMap((item) => {
    const named = stop?.advice.includes(item.id) ?? false
    if (stop && !named) return []
    const holds = named || (item.when ? run(reading, item.when) : true)
    if ((typeof holds !== 'boolean' && isUnknown(holds)) || holds !== true) return []
    let due: string | null = null
    if (item.due && 'fixed' in item.due) due = item.due.fixed
    else if (item.due) {
      const anchor = decidingDate(reading, item.due.anchor)
      due = typeof anchor === 'string' ? daysLater(anchor, item.due.days) : null
    }
    const { id, group, link, core, source, unverified } = item
    return [
      {
        id,
        group,
        title: localise(item.title, reading.lang),
        text: localise(item.text, reading.lang),
        due,
        link,
        source,
        unverified,
        core,
      },
    ]
  })
}
