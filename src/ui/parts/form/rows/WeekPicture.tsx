import { useId } from 'react'
import { formatClock } from '../../../../engine/forms/format.ts'
import { wordsIn } from '../../../../model/lang.ts'
import { HOURS } from '../../../text/later/hours.ts'
import { useJourney } from '../../../use-journey.ts'
import { Table } from '../../frame/Table.tsx'
import { hourOf, type NightHours, placeOf, type Span, type WeekScale, weekScale } from './week-scale.ts'

// in pixels: only the width scales with the page, so that text keeps its size
const HEAD = 20
const ROW = 30
const BAR = 16
/** Room for the short name of a day, in per cent of the width. */
const NAMES = 12

/** A week at a glance: the nights as bars that run past midnight, behind them what the town allows; and the same as a table. */
export function WeekPicture({ label, nights, closed }: { label: string; nights: readonly NightHours[]; closed: string }) {
  const { lang } = useJourney()
  const id = useId()
  const text = wordsIn(HOURS, lang)
  const scale = weekScale(nights)
  const height = HEAD + nights.length * ROW
  const at = (moment: number): number => NAMES + (placeOf(scale, moment) * (100 - NAMES)) / 100
  const rect = (kind: string, span: Span | null, row: number, tall: number) =>
    span && (
      <rect
        key={`${kind}-${span.from}`}
        className={`week__${kind}`}
        x={`${at(span.from)}%`}
        width={`${at(span.until) - at(span.from)}%`}
        y={HEAD + row * ROW + (ROW - tall) / 2}
        height={tall}
      />
    )
  return (
    <figure className="week">
      <svg className="week__picture" role="img" aria-labelledby={`${id}-title`} width="100%" height={height}>
        <title id={`${id}-title`}>{text.picture(label)}</title>
        <defs>
          <pattern
            id={`${id}-hatch`}
            className="week__hatch"
            width="6"
            height="6"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <line x1="0" y1="0" x2="0" y2="6" />
          </pattern>
        </defs>
        {scale.nights.map((night, row) => (
          <g key={night.id}>{rect('band', night.band, row, ROW - 6)}</g>
        ))}
        {scale.ticks.map((tick, index) => (
          <g key={tick} className={`week__tick${tick === MIDNIGHT ? ' week__tick--midnight' : ''}`}>
            <line x1={`${at(tick)}%`} x2={`${at(tick)}%`} y1={HEAD - 4} y2={height} />
            <text x={`${at(tick)}%`} y="12" textAnchor={index === scale.ticks.length - 1 ? 'end' : 'middle'}>
              {hourOf(tick)}
            </text>
          </g>
        ))}
        {scale.nights.map((night, row) => (
          <g key={night.id}>
            <text className="week__night" x="0" y={HEAD + row * ROW + ROW / 2 + 5}>
              {night.name.slice(0, 2)}
            </text>
            {rect('open', night.within, row, BAR)}
            {night.beyond.map((span) => (
              <g key={span.from} fill={`url("#${id}-hatch")`}>
                {rect('beyond', span, row, BAR)}
              </g>
            ))}
          </g>
        ))}
      </svg>
      <figcaption>
        <Legend scale={scale} hatch={`url("#${id}-hatch")`} />
      </figcaption>
      <details className="fold">
        <summary>
          {text.asTable}
          <span className="visually-hidden">: {label}</span>
        </summary>
        <WeekTable id={`${id}-table`} nights={nights} closed={closed} />
      </details>
    </figure>
  )
}

function Legend({ scale, hatch }: { scale: WeekScale; hatch: string }) {
  const { lang } = useJourney()
  const text = wordsIn(HOURS, lang)
  return (
    <ul className="time-line__legend">
      <li>
        <Key kind="open" /> {text.legend.open}
      </li>
      {scale.nights.some(({ band }) => band) && (
        <li>
          <Key kind="band" /> {text.legend.band}
        </li>
      )}
      {scale.nights.some(({ beyond }) => beyond.length > 0) && (
        <li>
          <Key kind="beyond" hatch={hatch} /> {text.legend.beyond}
        </li>
      )}
    </ul>
  )
}

/** The same as the picture. */
function WeekTable({ id, nights, closed }: { id: string; nights: readonly NightHours[]; closed: string }) {
  const { lang } = useJourney()
  const text = wordsIn(HOURS, lang)
  const time = (clock: string | null, none: string): string => (clock === null ? none : formatClock(clock, lang))
  return (
    <Table
      label={id}
      columns={[text.night, text.hours, text.allowed]}
      rows={nights.map(({ id: night, name, open, close, beside, allowed }) => ({
        key: night,
        head: name,
        cells: [
          [...(open !== null && close !== null ? [`${time(open, '')} – ${time(close, '')}`] : []), ...beside].join('; ') || closed,
          allowed ? `${time(allowed.open, text.noLimit)} – ${time(allowed.close, text.noLimit)}` : text.notKnown,
        ],
      }))}
    />
  )
}

const MIDNIGHT = 24 * 60

const Key = ({ kind, hatch }: { kind: string; hatch?: string }) => (
  <svg className="time-line__key" width="24" height="14" aria-hidden="true" fill={hatch}>
    <rect className={`week__${kind}`} width="24" height="14" />
  </svg>
)
