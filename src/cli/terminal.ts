import type { KeptVariants } from './kept-variants.ts'

/** Everything outside the program that a command may touch; tests pass their own. */
export interface Terminal {
  readonly cwd: string
  /** ISO date: the only clock. */
  readonly today: string
  /** Cache of compiled rules; without it they are compiled each time. */
  readonly kept?: KeptVariants | null
  out(text: string): void
  err(text: string): void
}

/** Exit codes of every command: 0 fine, 1 findings or failure, 2 wrong use. */
export type ExitCode = 0 | 1 | 2

/** Wrong use of the command line: reported in one line, exit code 2. */
export class WrongUse extends Error {}
