import type { Path } from '../files/source.ts'

/** One operation of a layer, from `changes` or from one of its shorthand lists. */
export type Edit =
  | { readonly op: 'add'; readonly item: object; readonly itemAt: Path; readonly after: string | null | undefined }
  | { readonly op: 'change'; readonly to: object; readonly toAt: Path }
  | { readonly op: 'remove' }
  | { readonly op: 'reorder'; readonly after: string | null }
