import type { ReactNode } from 'react'
import { useController } from 'react-hook-form'
import { localise } from '../../../engine/forms/format.ts'
import type { Field } from '../../../machine/pages.ts'
import type { Typed } from '../../../model/answers/input.ts'
import { useJourney } from '../../use-journey.ts'
import { Alert } from '../frame/Alert.tsx'
import { Control } from './controls/Control.tsx'
import { CONTROLS } from './controls/controls.ts'
import { fieldId, fieldName } from './field-name.ts'
import { PrintedAs } from './notes/PrintedAs.tsx'
import { Terms } from './notes/Terms.tsx'
import type { Term } from './notes/terms-in.ts'
import { Why } from './notes/Why.tsx'
import type { PageControl } from './page-schema.ts'
import { problemIn, problemText } from './problem-text.ts'

interface Block {
  readonly field: Field
  readonly control: PageControl
  /** An answer is given: at once for choices, on leaving a text field. */
  readonly onAnswered: (field: Field) => void
  readonly onTyped: (field: Field, typed: Typed) => void
  /** The label is the heading of the page: it is not shown twice. */
  readonly asHeading?: boolean
  /** Prefilled from another answer, and not confirmed yet. */
  readonly isTakenOver?: (typed: Typed) => boolean
  /** Words in it that are explained here. */
  readonly terms?: readonly Term[]
  /** What follows from the answer: shown under it at once. */
  readonly children?: ReactNode
}

/** One question: label, hint, error and control, tied together for assistive technology in this one place. */
export function FieldBlock({
  field,
  control,
  onAnswered,
  onTyped,
  asHeading = false,
  isTakenOver = () => false,
  terms = [],
  children,
}: Block) {
  const { words, lang } = useJourney()
  const { question } = field
  const id = fieldId(field.key)
  const name = fieldName(field.key)
  const { field: input, fieldState } = useController({ name, control })
  const value = input.value ?? ''
  const takenOver = isTakenOver(value)
  const problem = problemIn(fieldState.error?.message)
  const toCome = question.options?.filter((option) => option.undecided).map((option) => option.id) ?? []
  const isToCome = toCome.length > 0 && toCome.includes(String(value))
  const hint = question.hint ? localise(question.hint, lang) : question.type === 'party' ? words.party.notListed : null
  const describedBy = [hint && `${id}-hint`, takenOver && `${id}-taken`, problem && `${id}-error`].filter(Boolean).join(' ') || undefined
  const label = (
    <>
      {localise(question.label, lang)}
      {question.optional && <span className="optional"> {words.optional}</span>}
    </>
  )
  const body = (
    <>
      <Above id={id} hint={hint} takenOver={takenOver} problem={problem && problemText(words, question, problem, lang)} />
      <Control
        field={field}
        name={name}
        id={id}
        value={value}
        describedBy={describedBy}
        invalid={problem !== undefined}
        onChange={(typed) => {
          input.onChange(typed)
          onTyped(field, typed)
        }}
        onAnswered={() => onAnswered(field)}
      />
      {typeof value === 'string' && !CONTROLS[question.type].atOnce && <PrintedAs text={value} />}
      {toCome.length > 0 && <div role="status">{isToCome && <Alert kind="info">{words.toCome}</Alert>}</div>}
      {children}
      <Why field={field} />
      <Terms terms={terms} />
    </>
  )
  const className = `utrecht-form-field field${problem ? ' utrecht-form-field--invalid field--invalid' : ''}`
  if (CONTROLS[question.type].many) {
    return (
      <fieldset className={className} aria-describedby={describedBy}>
        <legend className={asHeading ? 'visually-hidden' : 'utrecht-form-label field__label'}>{label}</legend>
        {body}
      </fieldset>
    )
  }
  return (
    <div className={className}>
      <label className={asHeading ? 'visually-hidden' : 'utrecht-form-label field__label'} htmlFor={id}>
        {label}
      </label>
      {body}
    </div>
  )
}

/** What stands between the label and the control. `id`: of the control. */
function Above({ id, hint, takenOver, problem }: { id: string; hint: string | null; takenOver: boolean; problem: string | undefined }) {
  const { words } = useJourney()
  return (
    <>
      {hint && (
        <div className="utrecht-form-field-description" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {takenOver && (
        <p className="utrecht-form-field-description" id={`${id}-taken`}>
          {words.takenOver}
        </p>
      )}
      {problem && (
        <p className="utrecht-form-field-error-message" id={`${id}-error`}>
          <span className="visually-hidden">{words.errorPrefix} </span>
          {problem}
        </p>
      )}
    </>
  )
}
