import type { TownChanges } from '../../authoring/configure/compare-town.ts'
import type { JudgedTown } from '../../authoring/configure/judge-town.ts'
import type { BenchFiles, GivenFile, PlacedFiles } from '../../authoring/configure/place-files.ts'
import type { Lang } from '../../model/lang.ts'

/** Files of a municipality by their place in its folder. */
export type TownFiles = ReadonlyMap<string, string>

export interface Judged extends JudgedTown {
  /** Its file fits the rules that this site was built from. */
  readonly fits: boolean
}

/** Where a municipality tries its own rule files over those of the site; main.tsx hands it in. Nothing that it is given leaves the browser. What fails rejects. */
export interface TownBench {
  /** Municipalities whose files the site has. */
  readonly shipped: readonly { readonly id: string; readonly name: string; readonly example: boolean }[]
  filesOf(id: string): Promise<TownFiles>
  /** Puts files among those that are there. */
  place(given: readonly GivenFile[], before: BenchFiles): Promise<PlacedFiles>
  /** Checks them, away from the page. Calls off what was under way.
   * @param date ISO day of the check */
  judge(files: TownFiles, town: string, date: string): Promise<Judged>
  /** What the files that were judged last change. */
  compare(lang: Lang): Promise<TownChanges | null>
  /** Calls off what is under way. */
  stop(): void
  /** The same, and lets go of what it keeps in memory to be quick the next time. */
  close(): void
}
