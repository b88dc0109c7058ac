import { isRecord } from '../model/util/record.ts'
/** Renames the properties of an object from an earlier version of this program: drafts, invitations and returned parts carried the reference of their
 * packet as `kenmerk`. Anything else is returned unchanged. */
export function inCurrentNames(value: unknown): unknown {
  if (!isRecord(value) || !Object.hasOwn(value, OLD) || Object.hasOwn(value, 'reference')) return value
  const { [OLD]: reference, ...rest } = value
  return { ...rest, reference }
}

const OLD = 'kenmerk'
