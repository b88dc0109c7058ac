import type { ReactNode } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import { say } from '../../../engine/forms/print.ts'
import type { Field } from '../../../machine/pages.ts'
import { useJourney } from '../../use-journey.ts'
import { Alert } from '../frame/Alert.tsx'
import { Control, type Values } from './Control.tsx'
import { type PageProblem, problemText } from './problem-text.ts'
import { Why } from './Why.tsx'

export const fieldId = (key: string): string => `q-${key.replaceAll(/[.@/]/g, '-')}`
/** Dots nest in react-hook-form; slashes do not. */
export const fieldName = (key: string): string => key.replaceAll('.', '/')

const MANY = new Set(['yesNo', 'choice', 'multiChoice', 'period'])

/** One question: label, hint, error and control, tied together for assistive technology in this one place. */
export function FieldBlock({
  field,
  form,
  onAnswered,
  onTyped,
  asHeading = false,
  takenOver = false,
  children,
}: {
  field: Field
  form: UseFormReturn<Values>
  onAnswered: (field: Field) => void
  onTyped: (field: Field, text: string) => void
  /** The label is the heading of the page: it is not shown twice. */
  asHeading?: boolean
  /** Filled in beforehand from another answer, and not looked at yet. */
  takenOver?: boolean
  /** What follows from the answer: shown under it at once. */
  children?: ReactNode
}) {
  const { words, lang } = useJourney()
  const { question } = field
  const id = fieldId(field.key)
  const name = fieldName(field.key)
  const problem = form.formState.errors[name]?.message as PageProblem | undefined
  const toCome = question.options?.filter((option) => option.undecided).map((option) => option.id) ?? []
  const isToCome = toCome.length > 0 && toCome.includes(String(form.watch(name) ?? ''))
  const hint = question.hint ? say(question.hint, lang) : question.type === 'party' ? words.party.notListed : null
  const describedBy = [hint && `${id}-hint`, takenOver && `${id}-taken`, problem && `${id}-error`].filter(Boolean).join(' ') || undefined
  const label = (
    <>
      {say(question.label, lang)}
      {question.optional && <span className="optional"> {words.optional}</span>}
    </>
  )
  const body = (
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
          {problemText(words, question, problem, lang, String(form.getValues(name) ?? ''))}
        </p>
      )}
      <Control
        field={field}
        name={name}
        id={id}
        form={form}
        describedBy={describedBy}
        invalid={problem !== undefined}
        onAnswered={() => onAnswered(field)}
        onTyped={(text) => onTyped(field, text)}
      />
      {toCome.length > 0 && <div role="status">{isToCome && <Alert kind="info">{words.toCome}</Alert>}</div>}
      {children}
      <Why field={field} />
    </>
  )
  const className = `utrecht-form-field field${problem ? ' utrecht-form-field--invalid field--invalid' : ''}`
  if (MANY.has(question.type)) {
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
