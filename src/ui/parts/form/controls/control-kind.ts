import type { ReactNode } from 'react'
import type { Field } from '../../../../machine/pages.ts'
import type { Typed } from '../../../../model/answers/input.ts'
import type { Words } from '../../../text.ts'

export interface ControlInput {
  readonly field: Field
  readonly name: string
  readonly id: string
  readonly value: Typed
  /** Called with what the field holds, after every key and every press. */
  readonly onChange: (value: Typed) => void
  /** Called when an answer is given: at once for choices, on leaving a text field. */
  readonly onAnswered: () => void
  /** Ids of hint and error, for assistive technology. */
  readonly describedBy: string | undefined
  readonly invalid: boolean
  readonly line?: TextLine | undefined
}

/** A single-line field: keyboard, width and what the browser may autofill. */
export interface TextLine {
  readonly type?: 'tel' | 'email' | 'date'
  readonly inputMode?: 'numeric' | 'decimal' | 'tel' | 'email'
  /** Characters that fit. */
  readonly size?: number
  /** Prose, not a number or a name: spell-checked. */
  readonly prose?: true
  /** Shown before the field. */
  readonly sign?: string
  /** Shown after it, where the question has no unit of its own. */
  readonly unit?: string
  /** Picked from a calendar: answered on change, before the field is left. */
  readonly chosen?: true
  /** What the browser may autofill for the applicant's own business. */
  readonly autoComplete?: 'email' | 'tel'
  /** Turns autofill off where the question is about somebody else. */
  readonly ofOthers?: 'off'
}

/** How a kind of answer is given on a page. */
export interface ControlKind {
  readonly Control: (input: ControlInput) => ReactNode
  readonly line?: TextLine
  /** More than one control: its question is a legend, not a label. */
  readonly many?: true
  /** Answered with one press: what follows from it may be shown at once. */
  readonly atOnce?: true
  /** What a field left empty asks for, where that is more than "fill this in". */
  readonly missing?: keyof Words['problems']
}

/** The text as typed; empty where ticks are held instead. */
export const textOf = (value: Typed): string => (typeof value === 'string' ? value : '')

export const optionId = (id: string, index: number): string => (index === 0 ? id : `${id}-${index + 1}`)

export const textboxClass = (invalid: boolean): string =>
  `utrecht-textbox utrecht-textbox--html-input${invalid ? ' utrecht-textbox--invalid' : ''}`
