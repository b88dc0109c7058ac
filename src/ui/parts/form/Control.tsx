import type { UseFormReturn } from 'react-hook-form'
import { say } from '../../../engine/forms/print.ts'
import type { Field } from '../../../machine/pages.ts'
import { standsAlone } from '../../../model/answers/answers.ts'
import type { Typed } from '../../../model/answers/input.ts'
import { countries } from '../../countries.ts'
import { useDraft, useJourney } from '../../use-journey.ts'
import { partyChoices } from './party-choices.ts'

export type Values = Record<string, Typed>
export interface ControlInput {
  readonly field: Field
  /** Name in the form: dots would nest in react-hook-form. */
  readonly name: string
  readonly id: string
  readonly form: UseFormReturn<Values>
  /** Ids of hint and error, for assistive technology. */
  readonly describedBy: string | undefined
  readonly invalid: boolean
  /** Called when an answer is given: at once for choices, on leaving a text field. */
  readonly onAnswered: () => void
  /** Called with what stands in the field after every key. */
  readonly onTyped: (text: string) => void
}

/** Keyboard, autocomplete and width that go with a kind of answer. */
const TEXT_INPUT: Readonly<Record<string, { type?: string; inputMode?: 'numeric' | 'decimal' | 'tel' | 'email'; size?: number }>> = {
  integer: { inputMode: 'numeric', size: 8 },
  number: { inputMode: 'decimal', size: 8 },
  area: { inputMode: 'decimal', size: 8 },
  amount: { inputMode: 'decimal', size: 10 },
  postcode: { size: 8 },
  phone: { type: 'tel', inputMode: 'tel', size: 18 },
  email: { type: 'email', inputMode: 'email' },
  kvk: { inputMode: 'numeric', size: 10 },
  branch: { inputMode: 'numeric', size: 14 },
  bsn: { inputMode: 'numeric', size: 11 },
  iban: { size: 24 },
  date: { type: 'date', size: 14 },
}

/** The control for one question: one kind of answer, one kind of input. */
export function Control(input: ControlInput) {
  switch (input.field.question.type) {
    case 'yesNo':
    case 'choice':
      return <Choice {...input} />
    case 'multiChoice':
      return <Ticks {...input} />
    case 'longText':
      return <LongText {...input} />
    case 'country':
    case 'party':
      return <Select {...input} />
    case 'period':
      return <Period {...input} />
    case 'time':
      return <Time {...input} />
    default:
      return <Text {...input} />
  }
}

const optionId = (id: string, index: number): string => (index === 0 ? id : `${id}-${index + 1}`)

function Choice({ field, name, id, form, onAnswered, describedBy, invalid }: ControlInput) {
  const { lang, words } = useJourney()
  const options =
    field.question.type === 'yesNo'
      ? [
          { id: 'true', text: words.yes },
          { id: 'false', text: words.no },
        ]
      : (field.question.options ?? []).map((option) => ({ id: option.id, text: say(option.label, lang) }))
  return (
    <div className="options">
      {options.map((option, index) => (
        <label key={option.id} className="option" htmlFor={optionId(id, index)}>
          <input
            type="radio"
            className="utrecht-radio-button utrecht-radio-button--html-input"
            id={optionId(id, index)}
            value={option.id}
            aria-describedby={describedBy}
            aria-invalid={invalid || undefined}
            {...form.register(name, { onChange: onAnswered })}
          />
          <span>{option.text}</span>
        </label>
      ))}
    </div>
  )
}

function Ticks({ field, name, id, form, onAnswered, describedBy, invalid }: ControlInput) {
  const { lang } = useJourney()
  const now = form.watch(name)
  const ticked = Array.isArray(now) ? now : []
  const toggle = (option: string): void => {
    const rest = ticked.filter((each) => each !== option)
    // "none of these" and another answer exclude each other
    const next = ticked.includes(option) ? rest : standsAlone(option) ? [option] : [...rest.filter((each) => !standsAlone(each)), option]
    form.setValue(name, next, { shouldDirty: true })
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
          <span>{say(option.label, lang)}</span>
        </label>
      ))}
    </div>
  )
}

function LongText({ name, id, form, onAnswered, onTyped, describedBy, invalid }: ControlInput) {
  return (
    <textarea
      className={`utrecht-textarea utrecht-textarea--html-textarea${invalid ? ' utrecht-textarea--invalid' : ''}`}
      id={id}
      rows={4}
      aria-describedby={describedBy}
      aria-invalid={invalid || undefined}
      {...form.register(name, { onBlur: onAnswered, onChange: (event) => onTyped(event.target.value) })}
    />
  )
}

function Select({ field, name, id, form, onAnswered, describedBy, invalid }: ControlInput) {
  const { lang, words } = useJourney()
  const { view } = useDraft()
  const options = field.question.type === 'country' ? countries(lang) : partyChoices(view, words, field.row)
  return (
    <select
      className={`select${invalid ? ' select--invalid' : ''}`}
      id={id}
      aria-describedby={describedBy}
      aria-invalid={invalid || undefined}
      autoComplete={field.question.type === 'country' ? 'country' : undefined}
      {...form.register(name, { onChange: onAnswered })}
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

const textboxClass = (invalid: boolean): string =>
  `utrecht-textbox utrecht-textbox--html-input${invalid ? ' utrecht-textbox--invalid' : ''}`

function Text({ field, name, id, form, onAnswered, onTyped, describedBy, invalid }: ControlInput) {
  const { words } = useJourney()
  const { type, unit } = field.question
  const { size, ...input } = TEXT_INPUT[type] ?? {}
  const shownUnit = type === 'amount' ? null : (unit ?? (type === 'area' ? 'm2' : null))
  const box = (
    <input
      className={`${textboxClass(invalid)}${size ? ` size-${size}` : ''}`}
      id={id}
      autoComplete={autocompleteOf(field)}
      spellCheck={type === 'text' ? undefined : false}
      aria-describedby={describedBy}
      aria-invalid={invalid || undefined}
      {...input}
      type={input.type ?? 'text'}
      {...form.register(name, {
        onBlur: onAnswered,
        onChange: (event) => {
          onTyped(event.target.value)
          if (type === 'date') onAnswered()
        },
      })}
    />
  )
  if (type !== 'amount' && !shownUnit) return box
  return (
    <span className="with-unit">
      {type === 'amount' && <span aria-hidden="true">€</span>}
      {box}
      {shownUnit && <span aria-hidden="true">{(words.units[shownUnit] ?? shownUnit).replace('m2', 'm²').replace('m3', 'm³')}</span>}
    </span>
  )
}

/** What the browser may fill in by itself: only about the applicant's own business and addresses, never a number of the state. */
function autocompleteOf({ question }: Field): string | undefined {
  if (question.subject !== 'case') return question.type === 'bsn' ? 'off' : undefined
  const last = question.id.split('.').at(-1) ?? ''
  if (question.type === 'email') return 'email'
  if (question.type === 'phone') return 'tel'
  return { street: 'address-line1', postcode: 'postal-code', city: 'address-level2', tradeName: 'organization' }[last]
}

/** A clock time of a night: after midnight is a tick of its own, so that 01:00 is never before 23:00. */
function Time({ name, id, form, onAnswered, onTyped, describedBy, invalid }: ControlInput) {
  const { words } = useJourney()
  const value = String(form.watch(name) ?? '')
  const [clock = '', next] = value.split('+')
  const set = (time: string, after: boolean): void => {
    const text = time ? `${time}${after ? '+1' : ''}` : ''
    form.setValue(name, text, { shouldDirty: true })
    onTyped(text)
  }
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

function Period({ name, id, form, onAnswered, onTyped, describedBy, invalid }: ControlInput) {
  const { words } = useJourney()
  const [from = '', until = ''] = String(form.watch(name) ?? '').split('/')
  const day = (part: 'from' | 'until', value: string) => (
    <label className="with-unit" htmlFor={part === 'from' ? id : `${id}-until`}>
      <span>{words[part]}</span>
      <input
        className={textboxClass(invalid)}
        id={part === 'from' ? id : `${id}-until`}
        name={name}
        type="date"
        value={value}
        aria-describedby={describedBy}
        aria-invalid={invalid || undefined}
        onChange={(event) => {
          const next = part === 'from' ? [event.target.value, until] : [from, event.target.value]
          const text = next[0] || next[1] ? next.join('/') : ''
          form.setValue(name, text, { shouldDirty: true })
          onTyped(text)
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
