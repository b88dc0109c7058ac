import Big from 'big.js'
import { isUnknown } from '../../feel/value.ts'
import { liesIn } from '../../model/address/lies-in.ts'
import type { Reading } from '../context.ts'
import type { AreaState } from '../states.ts'

/** Each named area of the town or district, checked against the address of the business. */
export function areasCell(reading: Reading): readonly AreaState[] {
  const { areas, names } = reading.variant
  if (areas.length === 0) return []
  const text = (fact: string): string | null => {
    const value = reading.get(`fact|${fact}|`)
    return typeof value === 'string' ? value : null
  }
  const number = reading.get(`fact|${names.premises.houseNumber}|`)
  const address = {
    street: text(names.premises.street),
    postcode: text(names.premises.postcode),
    number: number instanceof Big ? Number(number) : typeof number === 'string' ? Number.parseInt(number, 10) || null : null,
  }
  return areas.map((area) => {
    const lies = liesIn(area, address)
    if (lies !== 'perhaps') return { id: area.id, name: area.name, state: lies === 'unknown' ? 'open' : lies, missing: [] }
    const answer = reading.get(`fact|${area.question}|`)
    const missing = isUnknown(answer) ? answer.missing : []
    return { id: area.id, name: area.name, state: isUnknown(answer) ? 'open' : answer === true ? 'inside' : 'outside', missing }
  })
}
