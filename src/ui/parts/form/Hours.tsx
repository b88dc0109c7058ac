import { useState } from 'react'
import type { Edit } from '../../../engine/case.ts'
import type { Case } from '../../../engine/context.ts'
import { printClock, say } from '../../../engine/forms/print.ts'
import type { HoursJudged } from '../../../engine/states.ts'
import { rowsOf } from '../../../machine/pages.ts'
import { answerKey } from '../../../model/answers/answers.ts'
import { useDraft, useJourney } from '../../use-journey.ts'
import { Button } from '../frame/Button.tsx'
import { halfTyped, isHalf } from './half-typed.ts'

const LIST = 'hours'

/** Seven nights that are filled in together: opening hours of a place, or the hours in which alcohol is served. */
interface Week {
  readonly id: string
  readonly purpose: 'opening' | 'serving'
  readonly place: string
  readonly label: string
  /** Said of a night without times. */
  readonly closed: string
  readonly hint?: string
}

/** Opening hours as a week: one row per night, inside and terrace apart. A closing time at or before the opening time is on the next day. */
export function Hours({ draft }: { draft: string }) {
  const { words, lang, go } = useJourney()
  const { session, view } = useDraft()
  const { answers, one } = view
  const options = (fact: string): { id: string; label: string }[] =>
    (one.index.questions.get(fact)?.options ?? []).map((option) => ({ id: option.id, label: say(option.label, lang) }))
  // a time of which a part is typed is no answer: it is mended before the page is left
  const onwards = (): void => {
    const half = halfTyped(document.querySelectorAll('.night input'))
    if (half) half.focus()
    else go({ kind: 'tasks', draft })
  }
  const nights = options('hours.night')
  const weeks: Week[] = options('hours.place')
    .filter((place) => mayBe(one, place.id))
    .map(({ id, label }) => ({ id, purpose: 'opening', place: id, label: words.hours.place[id] ?? label, closed: words.hours.closed }))
  if (one.memo.get('fact|hours.servingApart|') === true)
    weeks.push({
      id: 'serving',
      purpose: 'serving',
      place: 'inside',
      label: words.hours.serving,
      closed: words.hours.notServing,
      hint: words.hours.servingHint,
    })
  const read = (row: string, field: string): string => String(answers.values.get(answerKey(`hours.${field}`, row)) ?? '')
  // hours of one season stand in the file and stay as they are: these weeks are those of the whole year
  const rows = rowsOf(answers.lists, LIST).filter((row) => ['', 'all'].includes(read(row, 'season')))
  const isOf = (row: string, week: Week, night: string): boolean =>
    (read(row, 'purpose') || 'opening') === week.purpose && read(row, 'place') === week.place && read(row, 'night') === night
  const rowOf = (week: Week, night: string): string | undefined => rows.find((row) => isOf(row, week, night))

  const editsFor = (week: Week, night: string, open: string, close: string): Edit[] => {
    const id = rowOf(week, night) ?? freshId(week, night)
    const answer = (field: string, value: string): Edit => ({ kind: 'answer', fact: `hours.${field}`, row: id, value: value || undefined })
    const list = { collection: LIST, parent: null }
    if (!open && !close) return rowOf(week, night) ? [{ kind: 'removeRow', ...list, id }] : []
    return [
      { kind: 'addRow', ...list, id, subject: 'hours' },
      answer('place', week.place),
      answer('night', night),
      answer('season', read(id, 'season') || 'all'),
      // written, not left to a default: whoever reads the file reads what the rules read
      answer('purpose', week.purpose),
      { kind: 'leftEmpty', fact: 'hours.purpose', row: id, left: false },
      answer('open', open),
      answer('close', close && open ? (close <= open ? `${close}+1` : close) : close),
    ]
  }
  /** A name that no other row has, and that stays the same for the same night. */
  function freshId(week: Week, night: string): string {
    const base = `${week.id}${night.charAt(0).toUpperCase()}${night.slice(1)}`
    let id = base
    for (let n = 2; answers.rows.has(id) && !isOf(id, week, night); n += 1) id = `${base}${n}`
    return id
  }
  const complete = answers.complete.has(LIST)
  return (
    <>
      <p className="lead">{words.hours.intro}</p>
      {weeks.map((week) => (
        <fieldset key={week.id} className="utrecht-form-fieldset group">
          <legend className="utrecht-form-fieldset__legend group__legend">{week.label}</legend>
          {week.hint && <p className="quiet">{week.hint}</p>}
          {nights.map((night) => (
            <Night
              key={night.id}
              id={`${week.id}-${night.id}`}
              name={night.label}
              open={read(rowOf(week, night.id) ?? '', 'open')}
              close={read(rowOf(week, night.id) ?? '', 'close')}
              judged={judgedOf(week, night.id)}
              closed={week.closed}
              onChange={(open, close) => session.apply(editsFor(week, night.id, open, close))}
            />
          ))}
          {nights.some((night) => judgedOf(week, night.id)?.verdict === 'unknown') && <p className="quiet">{words.hours.ask}</p>}
          <Button look="secondary" onClick={() => session.apply(nights.flatMap((night) => copyTo(week, night.id)))}>
            {words.hours.copy}
          </Button>
        </fieldset>
      ))}
      <label className="option" htmlFor="complete">
        <input
          type="checkbox"
          id="complete"
          className="utrecht-checkbox utrecht-checkbox--html-input"
          checked={complete}
          onChange={(event) => session.apply([{ kind: 'complete', collection: LIST, complete: event.target.checked }])}
        />
        <span>{words.hours.complete}</span>
      </label>
      <p className="buttons">
        <Button onClick={onwards}>{words.next}</Button>
      </p>
    </>
  )

  /** The first night that is filled in, for every night that is not. */
  function copyTo(week: Week, night: string): Edit[] {
    const first = nights.map((each) => rowOf(week, each.id)).find((row) => row !== undefined)
    if (first === undefined || rowOf(week, night) !== undefined) return []
    return editsFor(week, night, read(first, 'open'), read(first, 'close').replace('+1', ''))
  }
  /** What the town says of a night; of when alcohol is served its opening hours say nothing. */
  function judgedOf(week: Week, night: string): HoursJudged | null {
    const row = rowOf(week, night)
    if (row === undefined || week.purpose !== 'opening') return null
    const judged = one.memo.get(`hoursRow|${row}`)
    return judged.unknown === null && judged.close !== null ? judged : null
  }
}

/** Whether the business has such a place, or may still turn out to: one that has a list of its own has it while that list is not closed. */
function mayBe({ variant, memo }: Case, place: string): boolean {
  const list = variant.collections.find(({ subject, per }) => subject === place && per === null)
  if (!list) return true
  const { items, unknown } = memo.get(`list|${list.id}|`)
  return items.length > 0 || unknown !== null
}

function Night({
  id,
  name,
  open,
  close,
  judged,
  closed,
  onChange,
}: {
  id: string
  name: string
  open: string
  close: string
  judged: HoursJudged | null
  closed: string
  onChange: (open: string, close: string) => void
}) {
  const { words, lang } = useJourney()
  const shown = { open, close: close.replace('+1', '') }
  const half = (open === '') !== (close === '')
  /** A time of which only the hour or the minutes are typed: the browser says that the field is empty. */
  const [unfinished, setUnfinished] = useState(false)
  const input = (part: 'open' | 'close') => (
    <input
      className="utrecht-textbox utrecht-textbox--html-input size-time"
      type="time"
      id={`${id}-${part}`}
      aria-label={`${name}, ${words.hours[part]}`}
      aria-describedby={`${id}-says`}
      value={shown[part]}
      name={id}
      aria-invalid={half || unfinished || undefined}
      onBlur={() => setUnfinished(isHalf(id))}
      // a whole time is an answer at once: nothing of the page waits for the field to be left
      onChange={(event) => {
        const now = { ...shown, [part]: event.target.value }
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
        {close.endsWith('+1') && `${words.hours.nextDay}. `}
        {judged && judged.verdict !== 'unknown' && verdictText(judged)}
      </span>
    </div>
  )

  function verdictText({ verdict, allowed }: HoursJudged): string {
    if (verdict === 'tooLate') return words.hours.verdict.tooLate(allowed?.close ? printClock(allowed.close, lang) : '?')
    if (verdict === 'tooEarly') return words.hours.verdict.tooEarly(allowed?.open ? printClock(allowed.open, lang) : '?')
    return words.hours.verdict[verdict]
  }
}
