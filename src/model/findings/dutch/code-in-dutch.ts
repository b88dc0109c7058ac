import type { FindingCode } from '../finding.ts'

/** What a code means in Dutch, and its sentences: the program's English → Dutch. `{}` is what a sentence is about and is copied; `{=}` is itself a word or
 * sentence of this catalogue. In the Dutch, `{}` takes the next of them, `{2}` the second. */
export interface CodeInDutch {
  readonly title: string
  readonly sentences?: Readonly<Record<string, string>>
}

export type CodesInDutch = Partial<Readonly<Record<FindingCode, CodeInDutch>>>
