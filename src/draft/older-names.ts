import { isRecord } from '../model/util/record.ts'
/** What an object of an earlier version of this program is called by now: drafts, invitations and returned parts carried the reference of their packet
 * as `kenmerk`. Anything else comes back as it is. */
export function inCurrentNames(value: unknown): unknown {
  if (!isRecord(value) || !Object.hasOwn(value, OLD) || Object.hasOwn(value, 'reference')) return value
  const { [OLD]: reference, ...rest } = value
  return { ...rest, reference }
}

const OLD = 'kenmerk'
