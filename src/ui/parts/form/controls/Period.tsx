import { useJourney } from '../../../use-journey.ts'
import { type ControlInput, textboxClass, textOf } from './control-kind.ts'

export function Period({ name, id, value, onChange, onAnswered, describedBy, invalid }: ControlInput) {
  const { words } = useJourney()
  const [from = '', until = ''] = textOf(value).split('/')
  const day = (part: 'from' | 'until', date: string) => (
    <label className="with-unit" htmlFor={part === 'from' ? id : `${id}-until`}>
      <span>{words[part]}</span>
      <input
        className={textboxClass(invalid)}
        id={part === 'from' ? id : `${id}-until`}
        name={name}
        type="date"
        value={date}
        aria-describedby={describedBy}
        aria-invalid={invalid || undefined}
        onChange={(event) => {
          const next = part === 'from' ? [event.target.value, until] : [from, event.target.value]
          onChange(next[0] || next[1] ? next.join('/') : '')
        }}
        onBlur={onAnswered}
      />
    </label>
  )
  return (
    <span className="period">
      {day('from', from)}
      {day('until', until)}
    </span>
  )
}
