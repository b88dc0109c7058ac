import { daysLater } from '../../feel/count-days.ts'
import type { Assessment } from '../assessment.ts'
import type { Reading } from '../context.ts'
import { decidingDate } from '../facts/dated.ts'
import { inItsWords } from '../facts/worded.ts'
import { localise } from '../forms/format.ts'
import { run } from '../reader.ts'

/** Other bodies to register with, each with its date; a stop comes with the items it names: `advice|`, for one body `advice|id`. */
export function adviceCell(reading: Reading, [id = '']: readonly string[]): Assessment['advice'] {
  if (id === '') return reading.index.ids.advice.flatMap((cell) => reading.get(cell))
  const item = reading.index.advice.get(id)
  const stopped = reading.get('stop|')
  const stop = stopped === null ? undefined : reading.variant.stops.find((stop) => stop.id === stopped)
  const named = stop?.advice.includes(id) ?? false
  if (!item || (stop && !named)) return []
  const holds = named || (item.when ? run(reading, item.when) : true)
  if (holds !== true) return []
  let due: string | null = null
  if (item.due && 'fixed' in item.due) due = item.due.fixed
  else if (item.due) {
    const anchor = decidingDate(reading, item.due.anchor)
    due = typeof anchor === 'string' ? daysLater(anchor, item.due.days) : null
  }
  const { title, text } = inItsWords(reading, item)
  const { group, link, core, source, unverified } = item
  return [
    {
      id,
      group,
      title: localise(title, reading.lang),
      text: localise(text, reading.lang),
      due,
      link,
      source,
      unverified,
      core,
    },
  ]
}
