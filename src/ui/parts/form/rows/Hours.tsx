import { zodResolver } from '@hookform/resolvers/zod'
import { Fragment, useMemo } from 'react'
import { type Control, type ControllerRenderProps, type UseFormReturn, useController, useForm } from 'react-hook-form'
import * as z from 'zod/mini'
import { formatClock } from '../../../../engine/forms/format.ts'
import type { HoursJudged } from '../../../../engine/states.ts'
import { wordsIn } from '../../../../model/lang.ts'
import { HOURS } from '../../../text/later/hours.ts'
import { useDraft, useJourney } from '../../../use-journey.ts'
import { Button } from '../../frame/Button.tsx'
import { Checkbox } from '../Checkbox.tsx'
import { isHalf } from '../half-typed.ts'
import { WeekPicture } from './WeekPicture.tsx'
import { type Week, WeekRows } from './week-rows.ts'

/** Times as shown on the page, by field id. */
type Times = Record<string, string>

/** Opening hours as a week: one row per night, inside and terrace separate. */
export function Hours({ draft }: { draft: string }) {
  const { words, lang, go } = useJourney()
  const { session, view } = useDraft()
  const rows = useMemo(() => new WeekRows(view.application, lang), [view.application, lang])
  const weeks = rows.weeks(words)
  const form = useTimes(weeks, rows)
  return (
    <>
      <p className="lead">{words.hours.intro}</p>
      {weeks.map((week) => (
        <WeekFields key={week.id} week={week} rows={rows} form={form} />
      ))}
      <Checkbox
        id="complete"
        label={words.hours.complete}
        checked={rows.isComplete}
        onChange={(now) => session.apply(rows.complete(now))}
      />
      <p className="buttons">
        <Button onClick={form.handleSubmit(() => go({ kind: 'tasks', draft }))}>{words.next}</Button>
      </p>
    </>
  )
}

/** The times of all nights. */
function useTimes(weeks: readonly Week[], rows: WeekRows): UseFormReturn<Times> {
  const times: Times = {}
  for (const week of weeks)
    for (const { id } of rows.nights) {
      const { open, close } = rows.timesOf(week, id)
      times[`${week.id}-${id}-open`] = open
      times[`${week.id}-${id}-close`] = close
    }
  const fields = Object.keys(times).join(' ')
  return useForm<Times>({
    // a complete time is an answer at once, so the draft owns the value of each field
    values: times,
    resetOptions: { keepErrors: true },
    // a partly typed time is no answer: it has to be completed before continuing
    resolver: useMemo(() => zodResolver(wholeTimes(fields.split(' '))), [fields]),
    reValidateMode: 'onSubmit',
  })
}

const wholeTimes = (names: readonly string[]): z.ZodMiniType<Times, Times> =>
  z.object(Object.fromEntries(names.map((name) => [name, z.custom<string>(() => !isHalf(name), 'half')])))

function WeekFields({ week, rows, form }: { week: Week; rows: WeekRows; form: UseFormReturn<Times> }) {
  const { words, lang } = useJourney()
  const { session } = useDraft()
  const { nights } = rows
  const beside = nights.flatMap((night) => rows.beside(week, night.id))
  const tellHalf = (name: string): void => (isHalf(name) ? form.setError(name, { type: 'half' }) : form.clearErrors(name))
  return (
    <fieldset className="utrecht-form-fieldset group">
      <legend className="utrecht-form-fieldset__legend group__legend">{week.label}</legend>
      {week.hint && <p className="quiet">{week.hint}</p>}
      <WeekPicture label={week.label} closed={week.closed} nights={nights.map((night) => rows.pictured(week, night))} />
      <p>{wordsIn(HOURS, lang).same}</p>
      {nights.map((night, index) => (
        <Fragment key={night.id}>
          <Night
            id={`${week.id}-${night.id}`}
            name={night.label}
            control={form.control}
            isNextDay={rows.timesOf(week, night.id).isNextDay}
            judged={rows.judged(week, night.id)}
            closed={rows.beside(week, night.id).length > 0 ? '' : week.closed}
            onChange={(open, close) => session.apply(rows.editsFor(week, night.id, open, close))}
            onLeft={tellHalf}
          />
          {index === 0 && (
            <p className="night__copy">
              <Button look="secondary" onClick={() => session.apply(rows.copyFirst(week))}>
                {words.hours.copy}
              </Button>
            </p>
          )}
        </Fragment>
      ))}
      <Beside lines={beside} remove={(id) => session.apply(rows.remove(id))} />
      {nights.some((night) => rows.judged(week, night.id)?.verdict === 'unknown') && <p className="quiet">{words.hours.ask}</p>}
    </fieldset>
  )
}

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
  const { words } = useJourney()
  const times = { open: useController({ name: `${id}-open`, control }), close: useController({ name: `${id}-close`, control }) }
  const [open, close] = [times.open.field.value ?? '', times.close.field.value ?? '']
  const half = (open === '') !== (close === '')
  /** Only the hour or the minutes are typed: the browser reports the field as empty. */
  const unfinished = times.open.fieldState.invalid || times.close.fieldState.invalid
  const input = (part: 'open' | 'close') => (
    <TimeField
      id={`${id}-${part}`}
      field={times[part].field}
      label={`${name}, ${words.hours[part]}`}
      describedBy={`${id}-says`}
      invalid={half || unfinished}
      onLeft={onLeft}
      onChange={(time) => {
        const now = { open, close, [part]: time }
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
        {judged && <Judged judged={judged} />}
      </span>
    </div>
  )
}

/** A time to fill in. A complete one is an answer at once: nothing waits for the field to lose focus. */
function TimeField({
  id,
  field,
  label,
  describedBy,
  invalid,
  onLeft,
  onChange,
}: {
  id: string
  field: ControllerRenderProps<Times>
  label: string
  describedBy: string
  invalid: boolean
  onLeft: (name: string) => void
  onChange: (time: string) => void
}) {
  return (
    <input
      className="utrecht-textbox utrecht-textbox--html-input size-time"
      type="time"
      id={id}
      aria-label={label}
      aria-describedby={describedBy}
      value={field.value ?? ''}
      name={id}
      ref={field.ref}
      aria-invalid={invalid || undefined}
      onBlur={() => onLeft(id)}
      onChange={(event) => {
        field.onChange(event.target.value)
        onChange(event.target.value)
      }}
    />
  )
}

/** What the town says of the hours of a night. */
function Judged({ judged: { verdict, allowed } }: { judged: HoursJudged }) {
  const { words, lang } = useJourney()
  const text = wordsIn(HOURS, lang)
  const says = {
    ...words.hours.verdict,
    tooLate: words.hours.verdict.tooLate(allowed?.close ? formatClock(allowed.close, lang) : '?'),
    tooEarly: words.hours.verdict.tooEarly(allowed?.open ? formatClock(allowed.open, lang) : '?'),
  }
  return (
    <>
      {verdict !== 'unknown' && says[verdict]}
      {allowed?.admission && ` ${text.admission(formatClock(allowed.admission, lang))}`}
      {allowed?.lastServing && ` ${text.lastServing(formatClock(allowed.lastServing, lang))}`}
    </>
  )
}
