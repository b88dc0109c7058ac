import { z } from 'zod'
import { IsoDate, SCHEMA_VERSION, Text } from './common.ts'
import { BaseVersion } from './town.ts'

/** One change of the base, including everything below its place. */
export const BaseChange = z.strictObject({
  /** A place, written as in changes: `fees/gaming.first`, `forms/terrace/sections/furniture/boxes/TE-046`. */
  at: z.string().min(1),
  /** Only these properties; if absent, the whole item. */
  properties: z.array(z.string().min(1)).min(1).optional(),
  /** The new id of the item at that place. */
  renamedTo: z.string().min(1).optional(),
  /** The item at that place was removed. */
  removed: z.literal(true).optional(),
  /** The reason, for clerks of towns. */
  why: Text,
  /** The article, decision or page that the change follows. */
  source: z.string().min(1),
})
export type BaseChange = z.infer<typeof BaseChange>

/** rules/base/changelog.yaml: the changes in each version of the base, newest first. */
export const ChangelogFile = z.strictObject({
  schema: SCHEMA_VERSION,
  versions: z.array(z.strictObject({ version: BaseVersion, on: IsoDate, changes: z.array(BaseChange) })),
})
