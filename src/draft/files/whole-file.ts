import * as z from 'zod/mini'
import type { AnswerFile } from '../../model/schema/answer-file.ts'
import { Draft } from '../draft.ts'

/** What a draft holds beside its answers and goes along with them in a file, so that opening the file gives the draft back whole. */
const Beside = z.strictObject({
  parked: Draft.shape.parked,
  aside: Draft.shape.aside,
  typed: Draft.shape.typed,
  copied: Draft.shape.copied,
  waiting: Draft.shape.waiting,
})
export type Beside = z.infer<typeof Beside>

const isEmpty = (part: object): boolean => Object.keys(part).length === 0

/** The answers of a draft with what it holds beside them; just the answers while it holds nothing. */
export function wholeFile({ parked, aside, typed, copied, waiting = {}, ...draft }: Draft, file: AnswerFile = draft.file): AnswerFile {
  const beside = Object.fromEntries(Object.entries({ parked, aside, typed, copied, waiting }).filter(([, part]) => !isEmpty(part)))
  return isEmpty(beside) ? file : { ...file, draft: beside }
}

/** A file taken apart again. `whole`: false when what stood beside the answers could not be read. */
export function takeApart({ draft, ...file }: AnswerFile): { readonly file: AnswerFile; readonly beside: Beside; readonly whole: boolean } {
  const read = Beside.safeParse(draft ?? {})
  return { file, beside: read.success ? read.data : Beside.parse({}), whole: read.success }
}
