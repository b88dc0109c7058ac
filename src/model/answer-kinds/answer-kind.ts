import type { Type } from '../../feel/type.ts'
import type { AnswerJson } from '../schema/answer-file.ts'
import type { ResolvedQuestion } from '../variant.ts'
import type { Judged, Told } from './input-problem.ts'

/** What an answer holds, whatever it is called: how the engine computes with it and prints it. `code`: a text of a fixed form, such as a number of a
 * register. `days`: a period. */
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

/** All that the model knows of a kind of answer. */
export interface AnswerKind {
  readonly holds: Holds
  /** What it is in FEEL; `options` are the ids that may be chosen. */
  feel(of: { readonly id: string; readonly options: readonly string[] }): Type
  /** How people write it, not blank, turned into the shape of an answer file. Without it: as typed. */
  parse?(typed: string): Judged
  /** Whether an answer of this shape can be meant; gives it in the way it is kept. A shape without a judge is refused, a text accepted as it is. */
  readonly judge: {
    readonly ticks?: (question: ResolvedQuestion, ids: readonly string[]) => Judged
    readonly flag?: (answer: boolean) => Judged
    readonly number?: (question: ResolvedQuestion, value: number) => Judged
    readonly text?: (question: ResolvedQuestion, text: string) => Judged
  }
  /** What an answer file must hold. */
  readonly inFile: { fits(value: AnswerJson): boolean; told(options: string): Told }
  /** How a number stands in a field; without it as people write numbers. */
  typed?(value: number): string
  /** Between which values every question of this kind says that an answer can be meant. */
  readonly bounds: 'number' | 'day' | null
  /** Only whole numbers. */
  readonly whole?: true
  /** Its form in the Netherlands, where another country may have another. */
  readonly dutchForm?: RegExp
  /** What a town may set; without it no value of a town is of this kind. */
  readonly inTown?: { fits(value: string | number | boolean): boolean; readonly told: Told }
}
