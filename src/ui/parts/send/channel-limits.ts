import type { DocumentResult } from '../../../engine/assessment.ts'
import { ATTACHMENT_LIMIT } from '../../../model/answers/attachment-kind.ts'
import { lowest } from '../../../model/util/extremes.ts'
import type { Variant } from '../../../model/variant.ts'

const MEGABYTE = 1024 * 1024

/** What a file for a document may be, so that the town accepts it and the packet can hold it. */
interface FileLimits {
  readonly megabytes: number
  /** Extensions such as `pdf`; empty: any that a packet can hold. */
  readonly kinds: readonly string[]
}

/** The strictest of what the document itself wants and of the channels of its licences, as one file goes to all of them. */
export function fileLimits({ channels }: Pick<Variant, 'channels'>, { licences, accepted }: DocumentResult): FileLimits {
  const own = channels.filter(({ id }) => licences.includes(id))
  const megabytes = lowest([ATTACHMENT_LIMIT / MEGABYTE, ...own.flatMap(({ maxFileMegabytes }) => maxFileMegabytes ?? [])])
  const [first = [], ...rest] = [accepted, ...own.map(({ fileKinds }) => fileKinds)].filter((kinds) => kinds.length > 0)
  const kinds = first.filter((kind) => rest.every((other) => other.includes(kind)))
  // no kind in common to all channels: fall back to what the document itself wants
  return { megabytes, kinds: kinds.length > 0 ? kinds : accepted }
}
