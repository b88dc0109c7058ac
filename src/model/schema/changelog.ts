import { z } from 'zod'
import { IsoDate, SCHEMA_VERSION, Text } from './common.ts'
import { BaseVersion } from './town.ts'

/** One thing that the base changed, with all that stands below its place. */
export const BaseChange = z.strictObject({
  /** A place as changes name it: `fees/gaming.first`, `forms/terrace/sections/furniture/boxes/TE-046`. */
  at: z.string().min(1),
  /** Only these properties; without it the whole item. */
  properties: z.array(z.string().min(1)).min(1).optional(),
  /** What stood there has another id now. */
  renamedTo: z.string().min(1).optional(),
  /** What stood there is gone. */
  removed: z.literal(true).optional(),
  /** For clerks of towns: why. */
  why: Text,
  /** The article, decision or page that the change follows. */
  source: z.string().min(1),
})
export type BaseChange = z.infer<typeof BaseChange>

/** rules/base/changelog.yaml: what each version of the base changed, the newest first. */
export const ChangelogFile = z.strictObject({
  schema: SCHEMA_VERSION,
  versions: z.array(z.strictObject({ version: BaseVersion, on: IsoDate, changes: z.array(BaseChange) })),
})
