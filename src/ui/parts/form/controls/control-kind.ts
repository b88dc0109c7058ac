import type { ReactNode } from 'react'
import type { Field } from '../../../../machine/pages.ts'
import type { Typed } from '../../../../model/answers/input.ts'
import type { Words } from '../../../text.ts'

export interface ControlInput {
  readonly field: Field
  readonly name: string
  readonly id: string
  readonly value: Typed
  /** Called with what stands in the field, after every key and every press. */
  readonly onChange: (value: Typed) => void
  /** Called when an answer is given: at once for choices, on leaving a text field. */
  readonly onAnswered: () => void
  /** Ids of hint and error, for assistive technology. */
  readonly describedBy: string | undefined
  readonly invalid: boolean
  readonly line?: TextLine | undefined
}

/** A field of one line: keyboard, width and what the browser may fill in. */
export interface TextLine {
  readonly type?: 'tel' | 'email' | 'date'
  readonly inputMode?: 'numeric' | 'decimal' | 'tel' | 'email'
  /** Characters that fit. */
  readonly size?: number
  /** Words of a language, and no number or name. */
  readonly prose?: true
  /** Stands before the field. */
  readonly sign?: string
  /** Stands behind it, where the question has no unit of its own. */
  readonly unit?: string
  /** Chosen from a calendar: answered while somebody is still in it. */
  readonly chosen?: true
  /** What the browser may fill in of the applicant's own business. */
  readonly autoComplete?: 'email' | 'tel'
  /** Never filled in by the browser of somebody else. */
  readonly ofOthers?: 'off'
}

/** How a kind of answer is given on a page. */
export interface ControlKind {
  readonly Control: (input: ControlInput) => ReactNode
  readonly line?: TextLine
  /** More than one control: its question is a legend and no label. */
  readonly many?: true
  /** Answered with one press: what follows from it may be shown at once. */
  readonly atOnce?: true
  /** What a field that was left open wants, where that is more than "fill this in". */
  readonly missing?: keyof Words['problems']
}

/** A text on its way; a choice that is not made yet is none. */
export const textOf = (value: Typed): string => (typeof value === 'string' ? value : '')

export const optionId = (id: string, index: number): string => (index === 0 ? id : `${id}-${index + 1}`)

export const textboxClass = (invalid: boolean): string =>
  `utrecht-textbox utrecht-textbox--html-input${invalid ? ' utrecht-textbox--invalid' : ''}`
