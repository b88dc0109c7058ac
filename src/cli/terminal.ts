import type { KeptVariants } from './kept-variants.ts'

/** What a command may touch of the outside; tests pass their own. */
export interface Terminal {
  readonly cwd: string
  /** ISO date: the only clock. */
  readonly today: string
  /** Rules that were compiled before; without it they are compiled each time. */
  readonly kept?: KeptVariants | null
  out(text: string): void
  err(text: string): void
}

/** Exit codes of every command: 0 fine, 1 findings or failure, 2 wrong use. */
export type ExitCode = 0 | 1 | 2

/** Wrong use of the command line: said in one line, exit 2. */
export class WrongUse extends Error {}
