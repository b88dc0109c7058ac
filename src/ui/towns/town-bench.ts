import type { TownChanges } from '../../authoring/configure/compare-town.ts'
import type { JudgedTown } from '../../authoring/configure/judge-town.ts'
import type { BenchFiles, GivenFile, PlacedFiles } from '../../authoring/configure/place-files.ts'
import type { Lang } from '../../model/lang.ts'

/** Files of a municipality by path within its folder. */
export type TownFiles = ReadonlyMap<string, string>

export interface Judged extends JudgedTown {
  /** Its file fits the rules that this site was built from. */
  readonly fits: boolean
}

/** Where a municipality tries its own rule files on top of those of the site; main.tsx injects it. Nothing it is given leaves the browser. Failures reject. */
export interface TownBench {
  /** Municipalities whose files the site has. */
  readonly shipped: readonly { readonly id: string; readonly name: string; readonly example: boolean }[]
  filesOf(id: string): Promise<TownFiles>
  /** Adds files to those already there. */
  place(given: readonly GivenFile[], before: BenchFiles): Promise<PlacedFiles>
  /** Checks them in a worker. Cancels a check in progress.
   * @param date ISO day of the check */
  judge(files: TownFiles, town: string, date: string): Promise<Judged>
  /** What a PDF says of itself as a form, as the text that it has among rule files. */
  readForm(bytes: Uint8Array): Promise<{ readonly text: string; readonly digest: string }>
  /** PDFs of the town for its trial, by their digest: the site has none of them. */
  lend(pdfs: ReadonlyMap<string, Uint8Array>): Promise<void>
  /** What the files judged last change. */
  compare(lang: Lang): Promise<TownChanges | null>
  /** Cancels what is in progress. */
  stop(): void
  /** The same, and also frees what it caches in memory for the next check. */
  close(): void
}
