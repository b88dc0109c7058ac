import { z } from 'zod'

/** The JSON of `upgrade --json`. Properties may be added, never renamed or removed. */
const OrNull = <T extends z.ZodType>(schema: T) => z.union([schema, z.null()])
const Count = z.int().nonnegative()

const Said = z.strictObject({
  /** In the requested language. */
  text: z.string(),
  /** As written in the file. */
  value: z.unknown(),
  layer: z.string(),
  file: z.string(),
  line: z.int(),
})

/** What the changelog of the base says about it. */
const Reason = z.strictObject({ why: z.string(), source: z.string(), renamedTo: OrNull(z.string()) })

const Place = z.strictObject({ layer: z.string(), item: z.string(), property: OrNull(z.string()), file: z.string(), line: z.int() })

const Found = z.strictObject({
  code: z.string(),
  severity: z.enum(['error', 'warning', 'note']),
  file: z.string(),
  line: z.int(),
  column: z.int(),
  path: z.string(),
  message: z.string(),
  mend: z.string(),
})

export const UpgradeJson = z.strictObject({
  lang: z.enum(['nl', 'en']),
  town: z.string(),
  /** Versions of the base. */
  from: z.string(),
  to: z.string(),
  /** As in the file of the town; null: absent. */
  basedOn: OrNull(z.string()),
  /** Number of statements of the town, its districts and areas about the rules, and how many of them fit unchanged. */
  touches: Count,
  fits: Count,
  /** Everything that the base changed. */
  changes: z.array(
    z.strictObject({
      item: z.string(),
      name: z.string(),
      kind: z.enum(['added', 'removed', 'changed', 'order']),
      property: OrNull(z.string()),
      before: OrNull(Said),
      after: OrNull(Said),
      /** It affects something that the town states, so that it cannot just be taken over. */
      conflicts: z.boolean(),
      /** Empty: the base gives no reason. */
      reasons: z.array(Reason),
    }),
  ),
  /** Changed by both the base and the town: people have to decide. */
  conflicts: z.array(
    z.strictObject({
      /** `bothChanged`: one property, two values. `gone`: the town refers to something that the base removed. `bothAdded`: one id, twice. `bothRemoved`: the
       * town removes what is already gone. `removedHere`: the town removed what the base changed. `order`: both reordered a list. `meansOther`: the town sets
       * something whose meaning the base changed, such as a figure with another unit. `replacedHere`: the town has a form of its own instead of the one that
       * the base changed. `locked`: the base no longer allows a town to change it. */
      kind: z.enum(['bothChanged', 'gone', 'bothAdded', 'bothRemoved', 'removedHere', 'order', 'meansOther', 'replacedHere', 'locked']),
      layer: z.string(),
      item: z.string(),
      property: OrNull(z.string()),
      name: z.string(),
      before: OrNull(Said),
      base: OrNull(Said),
      town: Said,
      /** For a box that is gone from its section: its current place on the same form. */
      movedTo: OrNull(z.string()),
      reasons: z.array(Reason),
    }),
  ),
  /** Errors in the files of the town that did not exist on the older base. */
  unfit: z.array(
    Found.extend({
      /** What the changelog says about a renamed thing in it. */
      reasons: z.array(Reason),
    }),
  ),
  /** What is wrong with the examples of the town, and was not on the older base: they can no longer be read, or have another outcome. */
  examples: z.array(Found),
  /** Statements of the town related to what the base changed, though no change is in common. */
  toLookAt: z.array(
    Place.extend({
      /** `reads`: a rule of the town reads something whose meaning changed. `sameItem`: both change one item, or the town something inside it. `sameList`: both
       * changed a list of which the first match decides. `words`: a word of the town occurs in a text that changed. `raised`: the town raises all fees.
       * `asked`: the town asks every box. */
      how: z.enum(['reads', 'sameItem', 'sameList', 'words', 'raised', 'asked']),
      /** What the base changed. */
      reads: z.string(),
      before: OrNull(Said),
      base: OrNull(Said),
      reasons: z.array(Reason),
    }),
  ),
  /** Statements of the town that now equal the base: they can be removed. */
  sameNow: z.array(Place),
  /** Values that the base now leaves to the town. */
  toDecide: z.array(z.strictObject({ id: z.string(), label: z.string(), foundIn: OrNull(z.string()) })),
})
export type UpgradeJson = z.infer<typeof UpgradeJson>
