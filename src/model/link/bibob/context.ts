import type { Catalogue } from '../../catalogue.ts'
import type { Origin } from '../../variant.ts'
import type { LinkContext } from '../context.ts'

export type BibobHead = NonNullable<Catalogue['head']['bibob']>
export type BibobForm = Catalogue['forms'][number]
export type BibobSection = BibobForm['sections'][number]
export type BibobBox = BibobSection['boxes'][number]

/** The national list of questions in the base, and what a chain of layers made of it. */
export interface Bibob extends LinkContext {
  readonly head: BibobHead
  readonly national: BibobForm
  readonly local: BibobForm
  /** Licences that are handed in with this form. */
  readonly licences: ReadonlySet<string>
}

/** The layer that removed an item, or the list that contained it. */
export const removedBy = ({ removed }: LinkContext, ...segments: string[]): Origin | undefined =>
  segments.map((_, index) => removed.get(segments.slice(0, segments.length - index).join('/'))).find((origin) => origin !== undefined)
