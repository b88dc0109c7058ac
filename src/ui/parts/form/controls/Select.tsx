import { countries } from '../../../countries.ts'
import { useDraft, useJourney } from '../../../use-journey.ts'
import { type ControlInput, textOf } from './control-kind.ts'
import { partyChoices } from './party-choices.ts'

export function Country(input: ControlInput) {
  const { lang } = useJourney()
  return <Select {...input} options={countries(lang)} autoComplete="country" />
}

export function Party(input: ControlInput) {
  const { words } = useJourney()
  const { view } = useDraft()
  return <Select {...input} options={partyChoices(view, words, input.field.row)} />
}

interface SelectInput extends ControlInput {
  readonly options: readonly { readonly id: string; readonly text: string }[]
  readonly autoComplete?: string
}

function Select({ name, id, value, onChange, onAnswered, describedBy, invalid, options, autoComplete }: SelectInput) {
  const { words } = useJourney()
  return (
    <select
      className={`select${invalid ? ' select--invalid' : ''}`}
      id={id}
      name={name}
      value={textOf(value)}
      aria-describedby={describedBy}
      aria-invalid={invalid || undefined}
      autoComplete={autoComplete}
      onChange={(event) => {
        onChange(event.target.value)
        onAnswered()
      }}
    >
      <option value="">{words.choose}</option>
      {options.map((option) => (
        <option key={option.id} value={option.id}>
          {option.text}
        </option>
      ))}
    </select>
  )
}
