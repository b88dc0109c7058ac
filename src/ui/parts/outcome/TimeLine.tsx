import { formatDate, localise } from '../../../engine/forms/format.ts'
import { silencesOf, termsOf } from '../../../engine/outcome/terms.ts'
import { momentOf } from '../../../feel/day.ts'
import { type Lang, localeOf, wordsIn } from '../../../model/lang.ts'
import { OUTCOME } from '../../text/later/outcome.ts'
import { useDraft, useJourney } from '../../use-journey.ts'
import { Button } from '../frame/Button.tsx'
import { Fold } from '../frame/Fold.tsx'
import { Table } from '../frame/Table.tsx'
import { type Bar, lastOf, placeOn, type TimeLine as Scale, timeLineOf } from './time-line.ts'

/** How long it takes: a picture, the same as a table, what makes it later, and the dates for a calendar. */
export function TimeLine({ short }: { short: string }) {
  const { words, lang, site } = useJourney()
  const { view } = useDraft()
  const text = wordsIn(OUTCOME, lang).timeLine
  const scale = timeLineOf(view)
  if (!scale) return null
  const name = (id: string): string => localise(view.variant.licences.find((each) => each.id === id)?.name ?? { nl: id, en: id }, lang)
  const say = (day: string | null): string => (day === null ? text.notThere : formatDate(day, lang))
  const save = async (): Promise<void> => {
    const { calendarFile } = await import('./calendar-file.ts')
    const file = calendarFile(scale, { reference: view.draft.reference, now: site.now(), lang, name })
    site.download(`horeca1-${view.draft.reference}.ics`, 'text/calendar', file)
  }
  return (
    <Fold id="time" title={words.outcome.time} short={short}>
      <p>{text.intro(formatDate(view.assessment.dates.filing, lang))}</p>
      <Picture scale={scale} name={name} />
      <details className="fold">
        <summary>{text.asTable}</summary>
        <Table
          label="time"
          columns={[text.what, text.until, text.extended, text.delayed]}
          rows={scale.bars.map((bar) => ({
            key: `${bar.licence}-${bar.kind}-${bar.basis}`,
            head: (
              <>
                {name(bar.licence)}
                <span className="aside">
                  {text.says[bar.kind]}. {words.outcome.basisOf}: {bar.basis}
                </span>
              </>
            ),
            cells: [say(bar.until), say(bar.extended), say(bar.delayed)],
          }))}
        />
      </details>
      {silencesOf(termsOf(view.application)).map(({ text: silence, licences }) => (
        <p key={silence}>
          {licences.map(name).join(', ')}: {silence}
        </p>
      ))}
      <Delays name={name} />
      <p className="buttons no-print">
        <Button look="secondary" onClick={() => void save()}>
          {text.calendar}
        </Button>
      </p>
      <p className="quiet no-print">{text.calendarHint}</p>
    </Fold>
  )
}

/** What delays the opening, and what the first day is based on. */
function Delays({ name }: { name: (licence: string) => string }) {
  const { words, lang } = useJourney()
  const { opening } = useDraft().view.assessment
  if (!opening) return null
  const { best, extended, delayed, delays, unknown } = opening
  const text = words.outcome
  return (
    <>
      <p>
        {text.earliest}: <strong>{best ? formatDate(best, lang) : text.openingUnknown(unknown.map(name).join(', '))}</strong>.{' '}
        {best && text.bestCase} {extended && extended !== best && text.whenExtended(formatDate(extended, lang))}
      </p>
      {delays.length > 0 && (
        <>
          <p>{text.whatDelays}:</p>
          <ul className="utrecht-unordered-list">
            {delays.map((delay) => (
              <li key={delay.id}>
                {delay.text}
                {delay.weeks !== null && `: ${text.weeks(delay.weeks)}`}.{' '}
                <span className="quiet">
                  {text.basisOf}: {delay.basis}
                </span>
              </li>
            ))}
          </ul>
          {delayed && delayed !== extended && <p>{text.whenDelayed(formatDate(delayed, lang))}</p>}
        </>
      )}
    </>
  )
}

// in pixels: only the width scales with the page, so that text keeps its size
const HEAD = 24
const ROW = 54
const FOOT = 24
const BAR = { top: 20, height: 14 }
/** Labels closer than this, in per cent of the width, overlap on a phone. */
const APART = 17

function Picture({ scale, name }: { scale: Scale; name: (licence: string) => string }) {
  const { lang } = useJourney()
  const text = wordsIn(OUTCOME, lang).timeLine
  const height = HEAD + scale.bars.length * ROW + FOOT
  const x = (day: string): string => `${placeOn(scale, day)}%`
  const across = { y1: HEAD - 4, y2: height - FOOT }
  return (
    <figure className="time-line">
      <svg className="time-line__picture" role="img" aria-labelledby="time-line-title" width="100%" height={height}>
        <title id="time-line-title">{text.title}</title>
        <defs>
          {(['extended', 'delayed'] as const).map((kind) => (
            <pattern
              key={kind}
              id={`hatch-${kind}`}
              className={`time-line__hatch time-line__hatch--${kind}`}
              width={kind === 'extended' ? 6 : 4}
              height="6"
              patternUnits="userSpaceOnUse"
              patternTransform={`rotate(${kind === 'extended' ? 45 : -45})`}
            >
              <line x1="0" y1="0" x2="0" y2="6" />
            </pattern>
          ))}
        </defs>
        {scale.ticks.map((day, index) => (
          <g key={day} className="time-line__tick">
            <line x1={x(day)} x2={x(day)} {...across} />
            <text x={x(day)} y="12" textAnchor={anchorAt(placeOn(scale, day))}>
              {monthIn(day, lang, index === 0)}
            </text>
          </g>
        ))}
        {scale.bars.map((bar, index) => (
          <Row key={`${bar.licence}-${bar.kind}-${bar.basis}`} scale={scale} bar={bar} top={HEAD + index * ROW} name={name(bar.licence)} />
        ))}
        {scale.wished !== null && (
          <g className="time-line__wished">
            <line x1={x(scale.wished)} x2={x(scale.wished)} {...across} />
            <text x={x(scale.wished)} y={height - 6} textAnchor={anchorAt(placeOn(scale, scale.wished))}>
              {text.wished}: {shortDay(scale.wished, lang)}
            </text>
          </g>
        )}
      </svg>
      <figcaption>
        <ul className="time-line__legend">
          {(['term', 'extended', 'delayed', 'deadline'] as const)
            .filter((kind) =>
              scale.bars.some((bar) =>
                kind === 'term' ? bar.kind !== 'deadline' : kind === 'deadline' ? bar.kind === 'deadline' : bar[kind] !== null,
              ),
            )
            .map((kind) => (
              <li key={kind}>
                <svg className="time-line__key" width="24" height="14" aria-hidden="true">
                  {kind === 'deadline' ? (
                    <circle className="time-line__deadline" cx="12" cy="7" r="6" />
                  ) : (
                    <rect className={`time-line__${kind}`} width="24" height="14" />
                  )}
                </svg>{' '}
                {text.legend[kind]}
              </li>
            ))}
        </ul>
      </figcaption>
    </figure>
  )
}

function Row({ scale, bar, top, name }: { scale: Scale; bar: Bar; top: number; name: string }) {
  const { lang } = useJourney()
  const at = (day: string): number => placeOn(scale, day)
  const rect = (kind: string, from: string, until: string | null) =>
    until !== null &&
    until > from && (
      <rect className={`time-line__${kind}`} x={`${at(from)}%`} width={`${at(until) - at(from)}%`} y={top + BAR.top} height={BAR.height} />
    )
  const end = lastOf(bar)
  const days = [bar.until, ...(at(end) - at(bar.until) >= APART ? [end] : [])]
  return (
    <g>
      <text className="time-line__name" x="0" y={top + 14}>
        {name}
      </text>
      {rect('term', bar.from, bar.until)}
      {rect('extended', bar.until, bar.extended)}
      {rect('delayed', bar.extended ?? bar.until, bar.delayed)}
      {bar.kind === 'deadline' && <circle className="time-line__deadline" cx={`${at(bar.until)}%`} cy={top + BAR.top + 7} r="6" />}
      {days.map((day) => (
        <text key={day} className="time-line__day" x={`${at(day)}%`} y={top + 48} textAnchor={anchorAt(at(day))}>
          {shortDay(day, lang)}
        </text>
      ))}
    </g>
  )
}

/** Keeps a label at an edge inside the picture. */
const anchorAt = (place: number): 'start' | 'middle' | 'end' => (place < 12 ? 'start' : place > 88 ? 'end' : 'middle')

const shortDay = (day: string, lang: Lang): string =>
  new Intl.DateTimeFormat(localeOf(lang), { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(momentOf(day))
/** The month, with its year where a year begins. */
const monthIn = (day: string, lang: Lang, isFirst: boolean): string =>
  new Intl.DateTimeFormat(localeOf(lang), {
    month: 'short',
    timeZone: 'UTC',
    ...((isFirst || day.slice(5, 7) === '01') && { year: 'numeric' }),
  }).format(momentOf(day))
