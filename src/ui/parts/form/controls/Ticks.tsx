import { localise } from '../../../../engine/forms/format.ts'
import { standsAlone } from '../../../../model/answers/answers.ts'
import { useJourney } from '../../../use-journey.ts'
import { type ControlInput, optionId } from './control-kind.ts'

export function Ticks({ field, name, id, value, onChange, onAnswered, describedBy, invalid }: ControlInput) {
  const { lang } = useJourney()
  const ticked = typeof value === 'string' ? [] : value
  const toggle = (option: string): void => {
    const rest = ticked.filter((each) => each !== option)
    // "none of these" and another answer exclude each other
    const next = ticked.includes(option) ? rest : standsAlone(option) ? [option] : [...rest.filter((each) => !standsAlone(each)), option]
    onChange(next)
    onAnswered()
  }
  return (
    <div className="options">
      {(field.question.options ?? []).map((option, index) => (
        <label key={option.id} className="option" htmlFor={optionId(id, index)}>
          <input
            type="checkbox"
            className="utrecht-checkbox utrecht-checkbox--html-input"
            id={optionId(id, index)}
            name={name}
            value={option.id}
            checked={ticked.includes(option.id)}
            aria-describedby={describedBy}
            aria-invalid={invalid || undefined}
            onChange={() => toggle(option.id)}
          />
          <span>{localise(option.label, lang)}</span>
        </label>
      ))}
    </div>
  )
}
