import * as z from 'zod/mini'
import type { AnswerFile } from '../../model/schema/answer-file.ts'
import { Draft } from '../draft.ts'

/** What goes along with the answers of a draft in a file, so that opening the file restores the whole draft. */
const Beside = z.strictObject({
  parked: Draft.shape.parked,
  aside: Draft.shape.aside,
  typed: Draft.shape.typed,
  copied: Draft.shape.copied,
  waiting: Draft.shape.waiting,
})
export type Beside = z.infer<typeof Beside>

const isEmpty = (part: object): boolean => Object.keys(part).length === 0

/** The answers of a draft with what it holds besides them; just the answers when there is nothing else. */
export function wholeFile({ parked, aside, typed, copied, waiting = {}, ...draft }: Draft, file: AnswerFile = draft.file): AnswerFile {
  const beside = Object.fromEntries(Object.entries({ parked, aside, typed, copied, waiting }).filter(([, part]) => !isEmpty(part)))
  return isEmpty(beside) ? file : { ...file, draft: beside }
}

/** Takes such a file apart again. `whole` is false when the part beside the answers could not be read. */
export function takeApart({ draft, ...file }: AnswerFile): { readonly file: AnswerFile; readonly beside: Beside; readonly whole: boolean } {
  const read = Beside.safeParse(draft ?? {})
  return { file, beside: read.success ? read.data : Beside.parse({}), whole: read.success }
}
