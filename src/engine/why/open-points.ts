import { isStale } from '../../model/dated/is-stale.ts'
import type { Lang } from '../../model/lang.ts'
import type { Text } from '../../model/schema/common.ts'
import type { Dated, Marked, Origin, Variant } from '../../model/variant.ts'
import { formatParameter, type ParameterValue } from '../answer-kinds/print-answer.ts'
import { formatCents, formatClock, localise } from '../forms/format.ts'

export type OpenPart =
  | 'parameters'
  | 'fees'
  | 'hours'
  | 'channels'
  | 'contact'
  | 'licences'
  | 'checks'
  | 'documents'
  | 'advice'
  | 'questions'
  | 'tree'
  | 'seasons'
  | 'forms'

/** Something in a rule set that nobody verified against its source, that the town has not given, or that dates from an earlier year. */
export interface OpenPoint {
  readonly part: OpenPart
  /** The form a box belongs to. */
  readonly within: string | null
  readonly state: 'unverified' | 'unknown' | 'stale'
  readonly what: string
  /** null: there is no value. */
  readonly value: string | null
  readonly source: string | null
  readonly origin: Origin
}

/** Every open point of a variant on a day: the same number that `check` notes of what an applicant reads. */
export function openPoints(variant: Variant, date: string, lang: Lang): OpenPoint[] {
  const found: OpenPoint[] = []
  const add = (
    part: OpenPart,
    state: OpenPoint['state'],
    item: Marked,
    what: string,
    value: string | null,
    within: string | null = null,
  ): void => {
    found.push({ part, within, state, what, value, source: item.source, origin: item.origin })
  }
  const unread = (part: OpenPart, item: Marked, what: string, value: string | null = null, within: string | null = null): void => {
    if (item.unverified) add(part, 'unverified', item, what, value, within)
  }
  const text = (each: Text): string => localise(each, lang)

  for (const parameter of variant.parameters) {
    const { label, values, owed, origin } = parameter
    const print = (value: ParameterValue): string | null => formatParameter(parameter, value, lang)
    // a missing value is unknown, and reported once
    for (const value of values) if (value.value !== null) unread('parameters', value, text(label), print(value.value))
    const now = onDay(values, date)
    if (!now || now.value === null) add('parameters', 'unknown', now ?? { source: null, unverified: false, origin }, text(label), null)
    else if (owed) add('parameters', 'unknown', now, text(label), print(now.value))
  }
  for (const { label, amounts, origin } of variant.fees) {
    const print = (amount: (typeof amounts)[number]['amount']): string | null =>
      amount === null ? null : amount.expr.op === 'num' ? formatCents(Math.round(Number(amount.expr.value) * 100), lang) : amount.source
    for (const amount of amounts) unread('fees', amount, text(label), print(amount.amount))
    const now = onDay(amounts, date) ?? amounts.find(({ amount }) => amount !== null)
    if (!now || now.amount === null) add('fees', 'unknown', now ?? { source: null, unverified: false, origin }, text(label), null)
    else if (isStale(now, date)) add('fees', 'stale', now, text(label), print(now.amount))
  }
  for (const window of variant.hours) {
    const close = window.close === null ? '–' : formatClock(window.close, lang)
    const option = (question: string, id: string): string => {
      const label = variant.questions.find((known) => known.id === question)?.options?.find((option) => option.id === id)?.label
      return label ? text(label) : id
    }
    const nights = window.nights.map((night) => option(variant.names.hours.night, night)).join(', ')
    const what = [window.event && text(window.event), option(variant.names.hours.place, window.place), nights].filter(Boolean).join(', ')
    unread('hours', window, what, `${window.open === null ? '–' : formatClock(window.open, lang)} – ${close}`)
  }
  const licence = (id: string): string => text(variant.licences.find((licence) => licence.id === id)?.name ?? { nl: id, en: id })
  for (const channel of variant.channels) {
    unread('channels', channel, licence(channel.id), channel.address ?? channel.department)
    if (channel.kind === 'unknown') add('channels', 'unknown', channel, licence(channel.id), null)
  }
  if (variant.contactMarks) unread('contact', variant.contactMarks, variant.contact?.name ?? variant.name, variant.contact?.phone ?? null)
  for (const item of [...variant.licences, ...variant.extras]) {
    unread('licences', item, text(item.name))
    for (const rule of item.rules) unread('licences', rule, text(item.name), text(rule.because))
  }
  for (const item of variant.licences) for (const term of item.terms) unread('licences', term, text(item.name), text(term.basis))
  for (const delay of variant.delays) unread('licences', delay, text(delay.text), text(delay.basis))
  for (const check of variant.checks) unread('checks', check, text(check.message))
  for (const document of variant.documents) unread('documents', document, text(document.name))
  for (const item of variant.advice) unread('advice', item, text(item.title), text(item.text))
  for (const question of variant.questions) unread('questions', question, text(question.label))
  for (const step of variant.steps) unread('tree', step, text(step.title))
  for (const stop of variant.stops) unread('tree', stop, text(stop.text))
  for (const mark of variant.calendar.marks) unread('licences', mark, text(variant.calendar.label))
  for (const season of variant.seasons) unread('seasons', season, season.id, `${season.from} – ${season.until}`)
  for (const form of variant.forms) {
    unread('forms', form, text(form.title), null, text(form.title))
    for (const box of [...form.sections, ...form.blocks].flatMap(({ boxes }) => boxes))
      unread('forms', box, `${box.nr} ${text(box.label)}`, null, text(form.title))
  }
  return found
}

/** Entries are sorted newest first. */
const onDay = <T extends Dated>(entries: readonly T[], date: string): T | undefined =>
  entries.find(({ from, until }) => (from === null || from <= date) && (until === null || until >= date))
