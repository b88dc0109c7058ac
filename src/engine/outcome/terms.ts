import Big from 'big.js'
import { isUnknown } from '../../feel/value.ts'
import type { VTerm } from '../../model/variant.ts'
import type { Get } from '../cell-values.ts'
import type { Case, Context } from '../context.ts'
import { decidingDate, START_DATE } from '../facts/dated.ts'
import { say } from '../forms/print.ts'
import { run } from '../reader.ts'
import type { TermState } from '../states.ts'

/** Terms of the licences that are needed: from the filing date for a decision or a notice, from the start for a deadline. */
export function termsCell(context: Context, get: Get): readonly TermState[] {
  if (get('stop|') !== null) return []
  const filing = decidingDate(context, get, 'filingDate')
  const start = get(`fact|${START_DATE}|`)
  const filed = typeof filing === 'string' ? filing : context.dates.today
  return context.variant.licences.flatMap((licence) => {
    const { verdict, rules } = get(`verdict|${licence.id}`)
    if (verdict !== 'needed' || rules[0]?.via) return []
    return licence.terms.flatMap((term) => {
      const holds = term.when ? run(context, get, term.when) : true
      if (isUnknown(holds) || holds !== true) return []
      const days = daysOf(context, get, term)
      if (days === null) return []
      const from = term.kind === 'deadline' ? start : filed
      if (typeof from !== 'string') return []
      const extension = number(context, get, term.extensionWeeks)
      const until = addDays(from, days)
      return [
        {
          licence: licence.id,
          kind: term.kind,
          from,
          until,
          latest: term.kind === 'notice' && typeof start === 'string' ? addDays(start, -days) : null,
          basis: say(term.basis, context.lang),
          extended: extension === null ? null : addDays(until, extension * 7),
          unverified: term.unverified,
        },
      ]
    })
  })
}

function daysOf(context: Context, get: Get, term: VTerm): number | null {
  const weeks = number(context, get, term.weeks)
  return weeks === null ? number(context, get, term.days) : weeks * 7
}

function number(context: Context, get: Get, compiled: VTerm['weeks']): number | null {
  if (!compiled) return null
  const value = run(context, get, compiled)
  return value instanceof Big ? Number(value) : null
}

export function addDays(iso: string, days: number): string {
  const [year = 0, month = 1, day = 1] = iso.split('-').map(Number)
  return new Date(Date.UTC(year, month - 1, day + days)).toISOString().slice(0, 10)
}

export const termsOf = ({ memo }: Case): readonly TermState[] => memo.get('terms|')

/** The day by which everything is known when each authority takes all the time that it may; null where none may take more. */
export const lastOpening = (terms: readonly Pick<TermState, 'kind' | 'until' | 'extended'>[]): string | null =>
  terms.some(({ extended }) => extended !== null)
    ? (terms
        .filter(({ kind }) => kind !== 'deadline')
        .map(({ until, extended }) => extended ?? until)
        .toSorted()
        .at(-1) ?? null)
    : null
