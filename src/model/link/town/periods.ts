import { daysLater } from '../../../feel/count-days.ts'
import { decidedOn } from '../../dated/decided-on.ts'
import { BASE } from '../../layers/base.ts'
import type { Applied } from '../../layers/layers.ts'
import type { Report, RuleSet } from '../../rule-set.ts'
import type { LinkContext } from '../context.ts'

interface Period {
  readonly from?: string | undefined
  readonly until?: string | undefined
}

/** Values of a council are consecutive: none ends before it starts, no two overlap, and there are no gaps. */
export function checkPeriods({ catalogue, report, provenance }: LinkContext): void {
  for (const { id, values } of catalogue.parameters) inOrder(values, id, report)
  for (const { id, amounts } of catalogue.fees) {
    inOrder(amounts, id, report)
    for (const amount of amounts)
      if (amount.from === undefined && amount.until === undefined && isMoney(amount.amount) && provenance.place(amount)?.layer !== BASE)
        report(
          'BAD_PERIOD',
          'warning',
          amount,
          'amount',
          `This amount of ${id} has no period, so it never grows old.`,
          'Add from: and until: with the first and last day of its table of fees.',
        )
  }
  for (const item of [...catalogue.hours, ...catalogue.channels]) endsAfterItBegins(item, item.id, report)
  for (const item of [...catalogue.questions, ...catalogue.checks, ...catalogue.documents, ...catalogue.advice, ...catalogue.stops])
    endsAfterItBegins(item, item.id, report)
  for (const { options } of catalogue.questions) for (const option of options ?? []) endsAfterItBegins(option, option.id, report)
  for (const { rules } of [...catalogue.licences, ...catalogue.extras]) for (const rule of rules) endsAfterItBegins(rule, rule.id, report)
  for (const { sections } of catalogue.forms)
    for (const section of sections) {
      endsAfterItBegins(section, section.id, report)
      for (const box of section.boxes) endsAfterItBegins(box, box.nr, report)
    }
}

/** A price of zero may stay for ever. */
const isMoney = (amount: unknown): boolean => amount !== null && Number(amount) !== 0

function inOrder(periods: readonly Period[], id: string, report: Report): void {
  if (!periods.every((period) => endsAfterItBegins(period, id, report))) return
  const ordered = periods.toSorted((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1))
  for (const [index, later] of ordered.entries()) {
    const earlier = ordered[index - 1]
    if (!earlier) continue
    // one without an end date ends where the next one starts
    const next = earlier.until === undefined ? null : daysLater(earlier.until, 1)
    if (later.from === earlier.from || (next !== null && later.from !== undefined && later.from < next)) {
      const day = later.from === earlier.from ? (later.from ?? 'every day') : earlier.until
      report(
        'BAD_PERIOD',
        'error',
        later,
        later.from === undefined ? undefined : 'from',
        `On ${day} ${id} has two values: one period begins before the other has ended.`,
        'Let the earlier one end on the day before the later one begins.',
      )
    } else if (next !== null && later.from !== undefined && later.from > next) {
      const last = daysLater(later.from, -1) ?? next
      report(
        'BAD_PERIOD',
        'error',
        later,
        'from',
        `${last === next ? `On ${next}` : `From ${next} until ${last}`} ${id} has no value.`,
        'Let the later one begin on the day after the earlier one ends, or say with amount: null or value: null that it is not known.',
      )
    }
  }
}

function endsAfterItBegins(period: Period & object, id: string, report: Report): boolean {
  if (period.from === undefined || period.until === undefined || period.until >= period.from) return true
  report(
    'BAD_PERIOD',
    'error',
    period,
    'until',
    `This period of ${id} ends before it begins on ${period.from}.`,
    'Write the last day on which it holds, or leave until: out.',
  )
  return false
}

/** A list of a layer replaces the one below it. Reports days, from `date` on, for which the lower one has a value and the new one has none. */
export function checkHiddenPeriods(
  ruleSet: RuleSet,
  { layers, catalogue }: Applied,
  below: Applied | undefined,
  date: string,
  report: Report,
): void {
  const layer = layers.at(-1)
  if (layer === undefined || layer === BASE || !below) return
  const lists = [
    { own: catalogue.parameters, under: below.catalogue.parameters, property: 'values' },
    { own: catalogue.fees, under: below.catalogue.fees, property: 'amounts' },
  ] as const
  for (const { own, under, property } of lists) {
    for (const item of own) {
      if (ruleSet.provenance.place(item, property)?.layer !== layer) continue
      const before = periodsOf(under.find(({ id }) => id === item.id)).filter(({ value, amount }) => (amount ?? value ?? null) !== null)
      const now = periodsOf(item)
      // one that ends before it starts was reported already
      if (now.some(({ from, until }) => from !== undefined && until !== undefined && until < from)) continue
      const later = before.find(({ from }) => from !== undefined && from > date)
      const held = decidedOn(now, date)
      // an amount without a period was reported already
      if (
        property === 'values' &&
        later?.from !== undefined &&
        held &&
        held.from === undefined &&
        held.until === undefined &&
        said(held) !== said(later)
      ) {
        report(
          'HIDES_PERIOD',
          'warning',
          held,
          'value',
          `${ruleSet.provenance.place(later)?.layer ?? 'The layer below'} changes ${item.id} on ${later.from}; this value has no period, so it hides that change.`,
          'Give this value until: the day before that, and add what applies from then on; or from: the day it was decided.',
        )
        continue
      }
      const days = [date, ...before.flatMap(({ from }) => (from !== undefined && from > date ? [from] : []))]
      const lost = days.find((day) => decidedOn(before, day) && !decidedOn(now, day))
      const was = lost === undefined ? undefined : decidedOn(before, lost)
      if (lost === undefined || !was) continue
      report(
        'HIDES_PERIOD',
        'warning',
        item,
        property,
        `The ${property} of ${item.id} take the place of those of ${ruleSet.provenance.place(was)?.layer ?? 'the layer below'}; on ${lost} nothing holds, where ${said(was)} held.`,
        `Repeat that entry here, below ${property}:.`,
      )
    }
  }
}

type Entry = Period & { readonly value?: unknown; readonly amount?: unknown }

const periodsOf = (item: { values: readonly Entry[] } | { amounts: readonly Entry[] } | undefined): readonly Entry[] =>
  item === undefined ? [] : 'values' in item ? item.values : item.amounts

const said = ({ value, amount }: Entry): string => {
  const given = amount ?? value
  return typeof given === 'object' ? 'an amount' : String(given)
}
