import type { Case } from '../../../../engine/context.ts'
import { formatClock, localise } from '../../../../engine/forms/format.ts'
import { allowedOn } from '../../../../engine/outcome/hours/hours.ts'
import type { HoursJudged } from '../../../../engine/states.ts'
import { rowsOf } from '../../../../machine/pages.ts'
import { answerKey } from '../../../../model/answers/answers.ts'
import type { Edit } from '../../../../model/answers/edit.ts'
import type { Lang } from '../../../../model/lang.ts'
import type { Variant } from '../../../../model/variant.ts'
import type { Words } from '../../../text.ts'
import type { NightHours } from './week-scale.ts'

const LIST = 'hours'

/** Seven nights that are filled in together: the opening hours of a place, or the hours in which alcohol is served. */
export interface Week {
  readonly id: string
  readonly purpose: 'opening' | 'serving'
  readonly place: string
  readonly label: string
  /** Shown for a night without times. */
  readonly closed: string
  readonly hint?: string
}

interface Option {
  readonly id: string
  readonly label: string
}
type HoursField = keyof Variant['names']['hours']

/** The rows of the list of hours, as weeks of nights: one row holds the times of one night. */
export class WeekRows {
  readonly nights: readonly Option[]
  /** Rows that apply all year round: those on the page. */
  private readonly rows: readonly string[]
  private readonly ofSeason: readonly string[]

  constructor(
    private readonly application: Case,
    private readonly lang: Lang,
  ) {
    this.nights = this.options(this.names.night)
    const rows = rowsOf(application.answers.lists, LIST)
    const isWhole = (row: string): boolean => ['', 'all'].includes(this.read(row, 'season'))
    this.rows = rows.filter(isWhole)
    this.ofSeason = rows.filter((row) => !isWhole(row))
  }

  get isComplete(): boolean {
    return this.application.answers.complete.has(LIST)
  }

  /** Opening hours per place that the business has, and when alcohol is served if that differs. */
  weeks(words: Words): Week[] {
    const { application, names } = this
    const weeks: Week[] = this.options(names.place)
      .filter((place) => mayBe(application, place.id))
      .map(({ id, label }) => ({ id, purpose: 'opening', place: id, label: words.hours.place[id] ?? label, closed: words.hours.closed }))
    if (application.get(`fact|${names.servingApart}|`) === true)
      weeks.push({
        id: 'serving',
        purpose: 'serving',
        place: 'inside',
        label: words.hours.serving,
        closed: words.hours.notServing,
        hint: words.hours.servingHint,
      })
    return weeks
  }

  /** The times of a night as the fields have them. */
  timesOf(week: Week, night: string): { readonly open: string; readonly close: string; readonly isNextDay: boolean } {
    const row = this.rowOf(week, night) ?? ''
    const close = this.read(row, 'close')
    return { open: this.read(row, 'open'), close: close.replace('+1', ''), isNextDay: close.endsWith('+1') }
  }

  /** Hours from a file that do not fit in a week: of one season, or a second span on one day. The packet prints them. */
  beside(week: Week, night: string): readonly { readonly id: string; readonly text: string }[] {
    return [...this.rows, ...this.ofSeason]
      .filter((row) => this.isOf(row, week, night) && row !== this.rowOf(week, night))
      .map((id) => ({ id, text: this.inWords(id) }))
  }

  /** A night as it is drawn. */
  pictured(week: Week, { id, label }: Option): NightHours {
    const row = this.rowOf(week, id) ?? ''
    const [open, close] = [this.read(row, 'open'), this.read(row, 'close')]
    return {
      id,
      name: label,
      open: open && close ? open : null,
      close: open && close ? close : null,
      beside: this.beside(week, id).map(({ text }) => text),
      allowed: week.purpose === 'opening' ? allowedOn(this.application, week.place, id) : null,
    }
  }

  /** The town's verdict on a night; its opening hours say nothing about when alcohol may be served. */
  judged(week: Week, night: string): HoursJudged | null {
    const row = this.rowOf(week, night)
    if (row === undefined || week.purpose !== 'opening') return null
    const judged = this.application.get(`hoursRow|${row}`)
    return judged.unknown === null && judged.close !== null ? judged : null
  }

  /** A closing time at or before the opening time is on the next day. */
  editsFor(week: Week, night: string, open: string, close: string): Edit[] {
    const { names } = this
    const known = this.rowOf(week, night)
    const id = known ?? this.freshId(week, night)
    const list = { collection: LIST, parent: null }
    if (!open && !close) return known ? [{ kind: 'removeRow', ...list, id }] : []
    const answer = (field: HoursField, value: string): Edit => ({ kind: 'answer', fact: names[field], row: id, value: value || undefined })
    return [
      { kind: 'addRow', ...list, id, subject: 'hours' },
      answer('place', week.place),
      answer('night', night),
      answer('season', this.read(id, 'season') || 'all'),
      // written out rather than left to a default, so that the file says what the rules read
      answer('purpose', week.purpose),
      { kind: 'leftEmpty', fact: names.purpose, row: id, left: false },
      answer('open', open),
      answer('close', close && open ? (close <= open ? `${close}+1` : close) : close),
    ]
  }

  /** Copies the first night that is filled in to those that are not. */
  copyFirst(week: Week): Edit[] {
    const first = this.nights.find(({ id }) => this.rowOf(week, id) !== undefined)
    if (!first) return []
    const { open, close } = this.timesOf(week, first.id)
    return this.nights.flatMap(({ id }) => (this.rowOf(week, id) === undefined ? this.editsFor(week, id, open, close) : []))
  }

  complete(now: boolean): Edit[] {
    return [{ kind: 'complete', collection: LIST, complete: now }]
  }

  remove(id: string): Edit[] {
    return [{ kind: 'removeRow', collection: LIST, parent: null, id }]
  }

  private get names(): Variant['names']['hours'] {
    return this.application.variant.names.hours
  }

  private options(fact: string): Option[] {
    const { options } = this.application.index.questions.get(fact) ?? {}
    return (options ?? []).map((option) => ({ id: option.id, label: localise(option.label, this.lang) }))
  }

  private read(row: string, field: HoursField): string {
    return String(this.application.answers.values.get(answerKey(this.names[field], row)) ?? '')
  }

  private isOf(row: string, week: Week, night: string): boolean {
    const purpose = this.read(row, 'purpose') || 'opening'
    return purpose === week.purpose && this.read(row, 'place') === week.place && this.read(row, 'night') === night
  }

  private rowOf(week: Week, night: string): string | undefined {
    return this.rows.find((row) => this.isOf(row, week, night))
  }

  private inWords(row: string): string {
    const { names } = this
    const optionOf = (fact: string, id: string): string => this.options(fact).find((option) => option.id === id)?.label ?? id
    const clock = (part: 'open' | 'close'): string => (this.read(row, part) ? formatClock(this.read(row, part), this.lang) : '?')
    return `${optionOf(names.season, this.read(row, 'season') || 'all')}, ${optionOf(names.night, this.read(row, 'night'))}: ${clock('open')} – ${clock('close')}`
  }

  /** A unique row id that stays the same for the same night. */
  private freshId(week: Week, night: string): string {
    const base = `${week.id}${night.charAt(0).toUpperCase()}${night.slice(1)}`
    let id = base
    for (let n = 2; this.application.answers.rows.has(id) && !this.isOf(id, week, night); n += 1) id = `${base}${n}`
    return id
  }
}

/** Whether the business has such a place, or may still turn out to: a place with a list of its own counts until that list is complete and empty. */
function mayBe({ variant, get }: Case, place: string): boolean {
  const list = variant.collections.find(({ subject, per }) => subject === place && per === null)
  if (!list) return true
  const { items, unknown } = get(`list|${list.id}|`)
  return items.length > 0 || unknown !== null
}
