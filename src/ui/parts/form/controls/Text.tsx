import { useLayoutEffect, useRef } from 'react'
import type { Field } from '../../../../machine/pages.ts'
import { useJourney } from '../../../use-journey.ts'
import { type ControlInput, type TextLine, textboxClass, textOf } from './control-kind.ts'

/** The control for an answer of one line. */
export function Text({ field, name, id, value, onChange, onAnswered, describedBy, invalid, line = {} }: ControlInput) {
  const { words } = useJourney()
  const text = textOf(value)
  const control = useRef<HTMLInputElement>(null)
  const typed = useRef(text)
  // A value that arrives while the field has the focus is selected, so that the next key replaces it, as after tabbing into a filled field.
  // In a layout effect: a key typed between render and selection would be selected as well, and lost.
  useLayoutEffect(() => {
    if (text !== typed.current && document.activeElement === control.current) control.current?.select()
    typed.current = text
  }, [text])
  const { size, sign } = line
  const shownUnit = sign ? null : (field.question.unit ?? line.unit ?? null)
  const box = (
    <input
      className={`${textboxClass(invalid)}${size ? ` size-${size}` : ''}`}
      id={id}
      autoComplete={autocompleteOf(field, line)}
      spellCheck={line.prose ? undefined : false}
      aria-describedby={describedBy}
      aria-invalid={invalid || undefined}
      inputMode={line.inputMode}
      type={line.type ?? 'text'}
      ref={control}
      name={name}
      value={text}
      onChange={(event) => {
        typed.current = event.target.value
        onChange(event.target.value)
        if (line.chosen) onAnswered()
      }}
      onBlur={onAnswered}
    />
  )
  if (!sign && !shownUnit) return box
  return (
    <span className="with-unit">
      {sign && <span aria-hidden="true">{sign}</span>}
      {box}
      {shownUnit && <span aria-hidden="true">{(words.units[shownUnit] ?? shownUnit).replace('m2', 'm²').replace('m3', 'm³')}</span>}
    </span>
  )
}

/** What the browser may autofill: only the applicant's own business and addresses, never a number issued by the state. */
function autocompleteOf({ question }: Field, { autoComplete, ofOthers }: TextLine): string | undefined {
  if (question.subject !== 'case') return ofOthers
  const last = question.id.split('.').at(-1) ?? ''
  return autoComplete ?? { street: 'address-line1', postcode: 'postal-code', city: 'address-level2', tradeName: 'organization' }[last]
}
