import { type ControlInput, textOf } from './control-kind.ts'

export function LongText({ name, id, value, onChange, onAnswered, describedBy, invalid }: ControlInput) {
  return (
    <textarea
      name={name}
      value={textOf(value)}
      className={`utrecht-textarea utrecht-textarea--html-textarea${invalid ? ' utrecht-textarea--invalid' : ''}`}
      id={id}
      rows={4}
      aria-describedby={describedBy}
      aria-invalid={invalid || undefined}
      onChange={(event) => onChange(event.target.value)}
      onBlur={onAnswered}
    />
  )
}
