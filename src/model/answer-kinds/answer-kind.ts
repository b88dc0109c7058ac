import type { Type } from '../../feel/type.ts'
import type { AnswerJson } from '../schema/answer-file.ts'
import type { ResolvedQuestion } from '../variant.ts'
import type { Judged, Told } from './input-problem.ts'

/** The kind of value in an answer, which determines how the engine computes with it and prints it. `code`: a text with a fixed format, such as a register
 * number. `days`: a period. */
export type Holds =
  | 'yesNo'
  | 'option'
  | 'options'
  | 'number'
  | 'cents'
  | 'day'
  | 'days'
  | 'clock'
  | 'party'
  | 'country'
  | 'text'
  | 'code'
  | 'file'

/** Everything the model knows about a kind of answer. */
export interface AnswerKind {
  readonly holds: Holds
  /** Its type in FEEL; `options` are the ids to choose from. */
  feel(of: { readonly id: string; readonly options: readonly string[] }): Type
  /** Parses what people type, which is not blank, to the shape of the answer file. By default: as typed. */
  parse?(typed: string): Judged
  /** Validates an answer by its shape, and returns it as it is stored. A shape without a validator is refused, but a text is accepted as it is. */
  readonly judge: {
    readonly ticks?: (question: ResolvedQuestion, ids: readonly string[]) => Judged
    readonly flag?: (answer: boolean) => Judged
    readonly number?: (question: ResolvedQuestion, value: number) => Judged
    readonly text?: (question: ResolvedQuestion, text: string) => Judged
  }
  /** What an answer file must contain. */
  readonly inFile: { fits(value: AnswerJson): boolean; told(options: string): Told }
  /** Formats a number for a field; by default as people write numbers. */
  typed?(value: number): string
  /** The type of the bounds that every question of this kind must have. */
  readonly bounds: 'number' | 'day' | null
  /** Only whole numbers. */
  readonly whole?: true
  /** Its format in the Netherlands, where other countries have another. */
  readonly dutchForm?: RegExp
  /** What a town may set; without it no parameter of a town can be of this kind. */
  readonly inTown?: { fits(value: string | number | boolean): boolean; readonly told: Told }
}
