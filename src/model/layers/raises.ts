import { daysLater } from '../../feel/count-days.ts'
import type { Catalogue } from '../catalogue.ts'
import type { Path } from '../files/source.ts'
import type { Finding } from '../findings/finding.ts'
import { errorAt, warningAt } from '../findings/finding-at.ts'
import { didYouMean } from '../findings/nearest.ts'
import type { Layer } from '../rule-set.ts'
import type { Raise } from '../schema/town.ts'
import { BASE } from './base.ts'
import { type Provenance, pathOf } from './provenance.ts'

/** The fees of the layers below and of this one, with the raises of this layer. */
export const withRaises = (below: Catalogue, layer: Layer, provenance: Provenance, findings: Finding[]): Catalogue =>
  (layer.data.raise ?? []).reduce((catalogue, raise, index, all) => {
    checkRaise(raise, all.slice(0, index), layer, pathOf(provenance, raise, [...layer.path, 'raise']), findings)
    return raised(catalogue, raise, layer, provenance, findings)
  }, below)

/** Reports a raise by half or more, or two raises on one day: probably another figure, or the same one written twice. */
function checkRaise(raise: Raise, before: readonly Raise[], layer: Layer, path: Path, findings: Finding[]): void {
  const { percent, from } = raise
  if (percent >= 50)
    findings.push(
      warningAt(
        layer.source,
        [...path, 'percent'],
        'BAD_SHAPE',
        `This raises every amount by ${percent} per cent.`,
        `Write only what comes on top: 3.2 for 3.2 per cent${percent > 100 ? `, so ${Number((percent - 100).toFixed(4))} here` : ''}.`,
      ),
    )
  // a fraction instead of a percentage, as a spreadsheet has it
  if (percent !== 0 && Math.abs(percent) < 0.2)
    findings.push(
      warningAt(
        layer.source,
        [...path, 'percent'],
        'BAD_SHAPE',
        `This raises every amount by ${percent} per cent.`,
        `Write the percentage itself: ${Number((percent * 100).toFixed(4))} for ${Number((percent * 100).toFixed(4))} per cent.`,
      ),
    )
  if (!raise.except && before.some((other) => other.from === from && !other.except))
    findings.push(
      errorAt(
        layer.source,
        [...path, 'from'],
        'BAD_PERIOD',
        `On ${from} every amount is raised twice.`,
        'Remove one of the two, or give it another day.',
      ),
    )
}

/** Raises the amounts of the day before, from that day on. What the base levies, what the law caps and what follows another fee stays as it is; so does a fee
 * that has a new amount of its own on that day. */
function raised(before: Catalogue, raise: Raise, layer: Layer, provenance: Provenance, findings: Finding[]): Catalogue {
  const path = pathOf(provenance, raise, [...layer.path, 'raise'])
  const dayBefore = daysLater(raise.from, -1) ?? raise.from
  for (const [index, id] of (raise.except ?? []).entries()) {
    if (before.fees.some((fee) => fee.id === id)) continue
    const known = before.fees.map((fee) => fee.id)
    const mend = didYouMean(id, known, `There are: ${known.slice(0, 12).join(', ')}.`)
    findings.push(errorAt(layer.source, [...path, 'except', index], 'UNKNOWN_REFERENCE', `There is no fee ${id}.`, mend))
  }
  const fees = before.fees.map((fee) => {
    if (raise.except?.includes(fee.id) || fee.ceiling || fee.local === 'never') return fee
    const held = fee.amounts.find(
      ({ from, until }) => (from === undefined || from <= dayBefore) && (until === undefined || dayBefore <= until),
    )
    if (!held || held.amount === null || namesFee(held.amount) || (provenance.place(held)?.layer ?? BASE) === BASE) return fee
    if (fee.amounts.some(({ from }) => from !== undefined && from >= raise.from)) return fee
    const { percent, roundTo, from, until, source, unverified } = raise
    const { until: _, ...rest } = held
    const made = {
      ...rest,
      from,
      raised: [...(held.raised ?? []), { percent, ...(roundTo === undefined ? {} : { roundTo }) }],
      ...(until === undefined ? {} : { until }),
      ...(source === undefined ? {} : { source }),
      ...(unverified === undefined ? {} : { unverified }),
    }
    provenance.changed(made, held, ['from', 'until', 'raised', 'source', 'unverified'], layer.id, layer.source, path)
    const ended = provenance.standsFor({ ...held, until: dayBefore }, held)
    const amounts = [...fee.amounts.map((amount) => (amount === held ? ended : amount)), made]
    return provenance.standsFor({ ...fee, amounts }, fee)
  })
  return { ...before, fees }
}

/** Whether a formula reads another fee: it then rises together with that one. */
const namesFee = (formula: unknown): boolean =>
  typeof formula === 'string'
    ? /\bfee\s*\(/.test(formula)
    : typeof formula === 'object' && formula !== null && Object.values(formula).some(namesFee)
