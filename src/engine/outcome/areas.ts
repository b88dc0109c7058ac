import { isUnknown } from '../../feel/value.ts'
import { liesIn, POSTCODE, STREET } from '../../model/lies-in.ts'
import type { Get } from '../cell-values.ts'
import type { Context } from '../context.ts'
import type { AreaState } from '../states.ts'

/** Each named area of the town or district held against the address of the business. */
export function areasCell(context: Context, get: Get): readonly AreaState[] {
  const { areas } = context.variant
  if (areas.length === 0) return []
  const text = (fact: string): string | null => {
    const value = get(`fact|${fact}|`)
    return typeof value === 'string' ? value : null
  }
  const address = { street: text(STREET), postcode: text(POSTCODE) }
  return areas.map((area) => {
    const lies = liesIn(area, address)
    if (lies !== 'perhaps') return { id: area.id, name: area.name, state: lies === 'unknown' ? 'open' : lies, missing: [] }
    const answer = get(`fact|${area.question}|`)
    const missing = isUnknown(answer) ? answer.missing : []
    return { id: area.id, name: area.name, state: isUnknown(answer) ? 'open' : answer === true ? 'inside' : 'outside', missing }
  })
}
