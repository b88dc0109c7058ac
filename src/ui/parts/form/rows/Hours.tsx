import { zodResolver } from '@hookform/resolvers/zod'
import { Fragment, useMemo } from 'react'
import { type Control, useController, useForm } from 'react-hook-form'
import * as z from 'zod/mini'
import type { Case } from '../../../../engine/context.ts'
import { formatClock, localise } from '../../../../engine/forms/format.ts'
import { allowedOn } from '../../../../engine/outcome/hours/hours.ts'
import type { HoursJudged } from '../../../../engine/states.ts'
import { rowsOf } from '../../../../machine/pages.ts'
import { answerKey } from '../../../../model/answers/answers.ts'
import type { Edit } from '../../../../model/answers/edit.ts'
import { wordsIn } from '../../../../model/lang.ts'
import { HOURS } from '../../../text/later/hours.ts'
import { useDraft, useJourney } from '../../../use-journey.ts'
import { Button } from '../../frame/Button.tsx'
import { Checkbox } from '../Checkbox.tsx'
import { isHalf } from '../half-typed.ts'
import { WeekPicture } from './WeekPicture.tsx'
import type { NightHours } from './week-scale.ts'

const LIST = 'hours'

/** Seven nights that are filled in together: the opening hours of a place, or the hours in which alcohol is served. */
interface Week {
  readonly id: string
  readonly purpose: 'opening' | 'serving'
  readonly place: string
  readonly label: string
  /** Shown for a night without times. */
  readonly closed: string
  readonly hint?: string
}

/** Times as shown on the page, by field id. */
type Times = Record<string, string>

/** Opening hours as a week: one row per night, inside and terrace separate. A closing time at or before the opening time is on the next day. */
export function Hours({ draft }: { draft: string }) {
  const { words, lang, go } = useJourney()
  const { session, view } = useDraft()
  const { application } = view
  const { answers } = application
  const names = application.variant.names.hours
  const options = (fact: string): { id: string; label: string }[] =>
    (application.index.questions.get(fact)?.options ?? []).map((option) => ({ id: option.id, label: localise(option.label, lang) }))
  const nights = options(names.night)
  const weeks: Week[] = options(names.place)
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
  const read = (row: string, field: keyof typeof names): string => String(answers.values.get(answerKey(names[field], row)) ?? '')
  // the weeks on this page apply all year round
  const [rows, ofSeason] = bySeason(rowsOf(answers.lists, LIST), (row) => read(row, 'season'))
  const isOf = (row: string, week: Week, night: string): boolean =>
    (read(row, 'purpose') || 'opening') === week.purpose && read(row, 'place') === week.place && read(row, 'night') === night
  const rowOf = (week: Week, night: string): string | undefined => rows.find((row) => isOf(row, week, night))
  /** Hours from a file that do not fit in a week: of one season, or a second span on one day. The packet prints them. */
  const besideOf = (week: Week, night: string): readonly string[] =>
    [...rows, ...ofSeason].filter((row) => isOf(row, week, night) && row !== rowOf(week, night))
  const clock = (row: string, part: 'open' | 'close'): string => (read(row, part) ? formatClock(read(row, part), lang) : '?')
  const optionOf = (fact: string, id: string): string => options(fact).find((option) => option.id === id)?.label ?? id
  const inWords = (row: string): string =>
    `${optionOf(names.season, read(row, 'season') || 'all')}, ${optionOf(names.night, read(row, 'night'))}: ${clock(row, 'open')} – ${clock(row, 'close')}`

  const editsFor = (week: Week, night: string, open: string, close: string): Edit[] => {
    const id = rowOf(week, night) ?? freshId(week, night)
    const answer = (field: keyof typeof names, value: string): Edit => ({
      kind: 'answer',
      fact: names[field],
      row: id,
      value: value || undefined,
    })
    const list = { collection: LIST, parent: null }
    if (!open && !close) return rowOf(week, night) ? [{ kind: 'removeRow', ...list, id }] : []
    return [
      { kind: 'addRow', ...list, id, subject: 'hours' },
      answer('place', week.place),
      answer('night', night),
      answer('season', read(id, 'season') || 'all'),
      // written out rather than left to a default, so that the file says what the rules read
      answer('purpose', week.purpose),
      { kind: 'leftEmpty', fact: names.purpose, row: id, left: false },
      answer('open', open),
      answer('close', close && open ? (close <= open ? `${close}+1` : close) : close),
    ]
  }
  /** A unique row id that stays the same for the same night. */
  function freshId(week: Week, night: string): string {
    const base = `${week.id}${night.charAt(0).toUpperCase()}${night.slice(1)}`
    let id = base
    for (let n = 2; answers.rows.has(id) && !isOf(id, week, night); n += 1) id = `${base}${n}`
    return id
  }
  const times: Times = {}
  for (const week of weeks)
    for (const night of nights) {
      const row = rowOf(week, night.id) ?? ''
      times[`${week.id}-${night.id}-open`] = read(row, 'open')
      times[`${week.id}-${night.id}-close`] = read(row, 'close').replace('+1', '')
    }
  const fields = Object.keys(times).join(' ')
  const form = useForm<Times>({
    // a complete time is an answer at once, so the draft owns the value of each field
    values: times,
    resetOptions: { keepErrors: true },
    // a partly typed time is no answer: it has to be completed before continuing
    resolver: useMemo(() => zodResolver(wholeTimes(fields.split(' '))), [fields]),
    reValidateMode: 'onSubmit',
  })
  const tellHalf = (name: string): void => (isHalf(name) ? form.setError(name, { type: 'half' }) : form.clearErrors(name))
  const complete = answers.complete.has(LIST)
  return (
    <>
      <p className="lead">{words.hours.intro}</p>
      {weeks.map((week) => (
        <fieldset key={week.id} className="utrecht-form-fieldset group">
          <legend className="utrecht-form-fieldset__legend group__legend">{week.label}</legend>
          {week.hint && <p className="quiet">{week.hint}</p>}
          <WeekPicture label={week.label} closed={week.closed} nights={nights.map((night) => pictured(week, night))} />
          <p>{wordsIn(HOURS, lang).same}</p>
          {nights.map((night, index) => (
            <Fragment key={night.id}>
              <Night
                id={`${week.id}-${night.id}`}
                name={night.label}
                control={form.control}
                isNextDay={read(rowOf(week, night.id) ?? '', 'close').endsWith('+1')}
                judged={judgedOf(week, night.id)}
                closed={besideOf(week, night.id).length > 0 ? '' : week.closed}
                onChange={(open, close) => session.apply(editsFor(week, night.id, open, close))}
                onLeft={tellHalf}
              />
              {index === 0 && (
                <p className="night__copy">
                  <Button look="secondary" onClick={() => session.apply(nights.flatMap((each) => copyTo(week, each.id)))}>
                    {words.hours.copy}
                  </Button>
                </p>
              )}
            </Fragment>
          ))}
          <Beside
            lines={nights.flatMap((night) => besideOf(week, night.id)).map((id) => ({ id, text: inWords(id) }))}
            remove={(id) => session.apply([{ kind: 'removeRow', collection: LIST, parent: null, id }])}
          />
          {nights.some((night) => judgedOf(week, night.id)?.verdict === 'unknown') && <p className="quiet">{words.hours.ask}</p>}
        </fieldset>
      ))}
      <Checkbox
        id="complete"
        label={words.hours.complete}
        checked={complete}
        onChange={(now) => session.apply([{ kind: 'complete', collection: LIST, complete: now }])}
      />
      <p className="buttons">
        <Button onClick={form.handleSubmit(() => go({ kind: 'tasks', draft }))}>{words.next}</Button>
      </p>
    </>
  )

  /** Copies the first night that is filled in to one that is not. */
  function copyTo(week: Week, night: string): Edit[] {
    const first = nights.map((each) => rowOf(week, each.id)).find((row) => row !== undefined)
    if (first === undefined || rowOf(week, night) !== undefined) return []
    return editsFor(week, night, read(first, 'open'), read(first, 'close').replace('+1', ''))
  }
  /** A night as it is drawn. */
  function pictured(week: Week, { id, label }: { id: string; label: string }): NightHours {
    const row = rowOf(week, id) ?? ''
    const [open, close] = [read(row, 'open'), read(row, 'close')]
    return {
      id,
      name: label,
      open: open && close ? open : null,
      close: open && close ? close : null,
      beside: besideOf(week, id).map(inWords),
      allowed: week.purpose === 'opening' ? allowedOn(application, week.place, id) : null,
    }
  }
  /** The town's verdict on a night; its opening hours say nothing about when alcohol may be served. */
  function judgedOf(week: Week, night: string): HoursJudged | null {
    const row = rowOf(week, night)
    if (row === undefined || week.purpose !== 'opening') return null
    const judged = application.get(`hoursRow|${row}`)
    return judged.unknown === null && judged.close !== null ? judged : null
  }
}

const bySeason = (rows: readonly string[], season: (row: string) => string): [whole: string[], part: string[]] => [
  rows.filter((row) => ['', 'all'].includes(season(row))),
  rows.filter((row) => !['', 'all'].includes(season(row))),
]

/** Hours that fit in no week, each with a button to remove it. */
function Beside({ lines, remove }: { lines: readonly { readonly id: string; readonly text: string }[]; remove: (id: string) => void }) {
  const { words } = useJourney()
  if (lines.length === 0) return null
  return (
    <>
      <p>{words.hours.beside}</p>
      <ul className="utrecht-unordered-list">
        {lines.map(({ id, text }) => (
          <li key={id}>
            {text}{' '}
            <Button look="subtle" aria-label={`${words.list.remove}: ${text}`} onClick={() => remove(id)}>
              {words.list.remove}
            </Button>
          </li>
        ))}
      </ul>
    </>
  )
}

const wholeTimes = (names: readonly string[]): z.ZodMiniType<Times, Times> =>
  z.object(Object.fromEntries(names.map((name) => [name, z.custom<string>(() => !isHalf(name), 'half')])))

/** Whether the business has such a place, or may still turn out to: a place with a list of its own counts until that list is complete and empty. */
function mayBe({ variant, get }: Case, place: string): boolean {
  const list = variant.collections.find(({ subject, per }) => subject === place && per === null)
  if (!list) return true
  const { items, unknown } = get(`list|${list.id}|`)
  return items.length > 0 || unknown !== null
}

function Night({
  id,
  name,
  control,
  isNextDay,
  judged,
  closed,
  onChange,
  onLeft,
}: {
  id: string
  name: string
  control: Control<Times>
  isNextDay: boolean
  judged: HoursJudged | null
  closed: string
  onChange: (open: string, close: string) => void
  onLeft: (name: string) => void
}) {
  const { words, lang } = useJourney()
  const times = { open: useController({ name: `${id}-open`, control }), close: useController({ name: `${id}-close`, control }) }
  const [open, close] = [times.open.field.value ?? '', times.close.field.value ?? '']
  const half = (open === '') !== (close === '')
  /** Only the hour or the minutes are typed: the browser reports the field as empty. */
  const unfinished = times.open.fieldState.invalid || times.close.fieldState.invalid
  const input = (part: 'open' | 'close') => (
    <input
      className="utrecht-textbox utrecht-textbox--html-input size-time"
      type="time"
      id={`${id}-${part}`}
      aria-label={`${name}, ${words.hours[part]}`}
      aria-describedby={`${id}-says`}
      value={part === 'open' ? open : close}
      name={`${id}-${part}`}
      ref={times[part].field.ref}
      aria-invalid={half || unfinished || undefined}
      onBlur={() => onLeft(`${id}-${part}`)}
      // a complete time is an answer at once: nothing waits for the field to lose focus
      onChange={(event) => {
        times[part].field.onChange(event.target.value)
        const now = { open, close, [part]: event.target.value }
        onChange(now.open, now.close)
      }}
    />
  )
  return (
    <div className="night">
      <span className="night__name">{name}</span>
      {input('open')}
      <span aria-hidden="true">–</span>
      {input('close')}
      <span className="night__says quiet" id={`${id}-says`} data-verdict={judged?.verdict}>
        {unfinished && `${words.problems.half}. `}
        {!open && !close && !unfinished && closed}
        {half && words.hours.half[open ? 'close' : 'open']}
        {isNextDay && `${words.hours.nextDay}. `}
        {judged && judged.verdict !== 'unknown' && verdictText(judged)}
        {judged?.allowed?.admission && ` ${wordsIn(HOURS, lang).admission(formatClock(judged.allowed.admission, lang))}`}
        {judged?.allowed?.lastServing && ` ${wordsIn(HOURS, lang).lastServing(formatClock(judged.allowed.lastServing, lang))}`}
      </span>
    </div>
  )

  function verdictText({ verdict, allowed }: HoursJudged): string {
    if (verdict === 'tooLate') return words.hours.verdict.tooLate(allowed?.close ? formatClock(allowed.close, lang) : '?')
    if (verdict === 'tooEarly') return words.hours.verdict.tooEarly(allowed?.open ? formatClock(allowed.open, lang) : '?')
    return words.hours.verdict[verdict]
  }
}
