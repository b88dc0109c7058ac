import { useJourney } from '../../../use-journey.ts'
import { type ControlInput, textboxClass, textOf } from './control-kind.ts'

/** A clock time of a night: "after midnight" is a checkbox of its own, so that 01:00 never sorts before 23:00. */
export function Time({ name, id, value, onChange, onAnswered, describedBy, invalid }: ControlInput) {
  const { words } = useJourney()
  const [clock = '', next] = textOf(value).split('+')
  const set = (time: string, after: boolean): void => onChange(time ? `${time}${after ? '+1' : ''}` : '')
  return (
    <span className="with-unit">
      <input
        className={`${textboxClass(invalid)} size-time`}
        id={id}
        name={name}
        type="time"
        value={clock}
        aria-describedby={describedBy}
        aria-invalid={invalid || undefined}
        onChange={(event) => set(event.target.value, next !== undefined)}
        onBlur={onAnswered}
      />
      <label className="option option--inline" htmlFor={`${id}-next`}>
        <input
          type="checkbox"
          className="utrecht-checkbox utrecht-checkbox--html-input"
          id={`${id}-next`}
          checked={next !== undefined}
          onChange={(event) => {
            set(clock, event.target.checked)
            onAnswered()
          }}
        />
        <span>{words.nextDay}</span>
      </label>
    </span>
  )
}
