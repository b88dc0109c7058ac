import { localise } from '../../../../engine/forms/format.ts'
import { useJourney } from '../../../use-journey.ts'
import { type ControlInput, optionId } from './control-kind.ts'

export function YesNo(input: ControlInput) {
  const { words } = useJourney()
  const options = [
    { id: 'true', text: words.yes },
    { id: 'false', text: words.no },
  ]
  return <Radios {...input} options={options} />
}

export function Choice(input: ControlInput) {
  const { lang } = useJourney()
  const options = (input.field.question.options ?? []).map((option) => ({ id: option.id, text: localise(option.label, lang) }))
  return <Radios {...input} options={options} />
}

type Options = readonly { readonly id: string; readonly text: string }[]

function Radios({ name, id, value, onChange, onAnswered, describedBy, invalid, options }: ControlInput & { readonly options: Options }) {
  return (
    <div className="options">
      {options.map((option, index) => (
        <label key={option.id} className="option" htmlFor={optionId(id, index)}>
          <input
            type="radio"
            className="utrecht-radio-button utrecht-radio-button--html-input"
            id={optionId(id, index)}
            name={name}
            value={option.id}
            checked={value === option.id}
            aria-describedby={describedBy}
            aria-invalid={invalid || undefined}
            onChange={() => {
              onChange(option.id)
              onAnswered()
            }}
          />
          <span>{option.text}</span>
        </label>
      ))}
    </div>
  )
}
