import type { TownChanges } from './authoring/configure/compare-town.ts'
import type { JudgedTown } from './authoring/configure/judge-town.ts'
import type { BenchFiles, GivenFile, PlacedFiles } from './authoring/configure/place-files.ts'
import type { Lang } from './model/lang.ts'

/** Files by their path in a project, as they travel. */
export type SentFiles = readonly (readonly [path: string, text: string])[]

/** What the page asks of the worker that checks a town, one thing after another. */
export type TownRequest =
  | { readonly kind: 'place'; readonly given: readonly GivenFile[]; readonly before: BenchFiles }
  | { readonly kind: 'judge'; readonly base: SentFiles; readonly own: SentFiles; readonly town: string; readonly date: string }
  /** The town that was judged last, held against that of the site. */
  | { readonly kind: 'compare'; readonly shipped: SentFiles | null; readonly date: string; readonly lang: Lang }
export type TownAnswer =
  | { readonly kind: 'placed'; readonly placed: PlacedFiles }
  | { readonly kind: 'judged'; readonly judged: JudgedTown }
  | { readonly kind: 'compared'; readonly changes: TownChanges | null }
  | { readonly kind: 'failed'; readonly problem: string }
