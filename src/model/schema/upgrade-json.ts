import { z } from 'zod'

/** The JSON of `upgrade --json`: may grow; nothing in it is renamed or taken away. */
const OrNull = <T extends z.ZodType>(schema: T) => z.union([schema, z.null()])
const Count = z.int().nonnegative()

const Said = z.strictObject({
  /** In the language asked. */
  text: z.string(),
  /** As it stands in the file. */
  value: z.unknown(),
  layer: z.string(),
  file: z.string(),
  line: z.int(),
})

/** What the log of the base says of it. */
const Reason = z.strictObject({ why: z.string(), source: z.string(), renamedTo: OrNull(z.string()) })

const Place = z.strictObject({ layer: z.string(), item: z.string(), property: OrNull(z.string()), file: z.string(), line: z.int() })

export const UpgradeJson = z.strictObject({
  lang: z.enum(['nl', 'en']),
  town: z.string(),
  /** Versions of the base. */
  from: z.string(),
  to: z.string(),
  /** What the file of the town says; null: nothing. */
  basedOn: OrNull(z.string()),
  /** Things that the town, its districts and areas say of the rules, and how many of them fit as they are. */
  touches: Count,
  fits: Count,
  /** All that the base changed. */
  changes: z.array(
    z.strictObject({
      item: z.string(),
      name: z.string(),
      kind: z.enum(['added', 'removed', 'changed', 'order']),
      property: OrNull(z.string()),
      before: OrNull(Said),
      after: OrNull(Said),
      /** It meets something that the town says: it does not simply come with the base. */
      conflicts: z.boolean(),
      /** Empty: the base gives no reason. */
      reasons: z.array(Reason),
    }),
  ),
  /** What both the base and the town changed: to be decided by people. */
  conflicts: z.array(
    z.strictObject({
      /** `bothChanged`: one property, two values. `gone`: the town speaks of what the base took away. `bothAdded`: one id, twice. `bothRemoved`: the town takes away what is gone.
       * `removedHere`: the town took away what the base changed. `order`: both put a list in another order. `meansOther`: the town gives something of what the base made another thing,
       * such as a figure of which the unit changed. `replacedHere`: the town has a form of its own in the place of the one that the base changed. `locked`: the base lets no town
       * change it any more. */
      kind: z.enum(['bothChanged', 'gone', 'bothAdded', 'bothRemoved', 'removedHere', 'order', 'meansOther', 'replacedHere', 'locked']),
      layer: z.string(),
      item: z.string(),
      property: OrNull(z.string()),
      name: z.string(),
      before: OrNull(Said),
      base: OrNull(Said),
      town: Said,
      /** Of a box that is gone from its section: its place on the same form now. */
      movedTo: OrNull(z.string()),
      reasons: z.array(Reason),
    }),
  ),
  /** Mistakes in the files of the town that it had not on the older base. */
  unfit: z.array(
    z.strictObject({
      code: z.string(),
      severity: z.enum(['error', 'warning', 'note']),
      file: z.string(),
      line: z.int(),
      column: z.int(),
      path: z.string(),
      message: z.string(),
      mend: z.string(),
      /** What the log says of a name in it that is another now. */
      reasons: z.array(Reason),
    }),
  ),
  /** What the town says beside what the base changed, though they changed nothing in common. */
  toLookAt: z.array(
    Place.extend({
      /** `reads`: a rule of the town reads what means something else now. `sameItem`: both say something of one item, or the town of what stands in it. `sameList`: both changed a list of
       * which the first that fits decides. `words`: a word of the town stands in a text that changed. `raised`: the town raises all fees. `asked`: the town asks every box. */
      how: z.enum(['reads', 'sameItem', 'sameList', 'words', 'raised', 'asked']),
      /** What of the base changed. */
      reads: z.string(),
      before: OrNull(Said),
      base: OrNull(Said),
      reasons: z.array(Reason),
    }),
  ),
  /** What the town says and the base says now too: it may be taken out. */
  sameNow: z.array(Place),
  /** Values that the base newly leaves to the town. */
  toDecide: z.array(z.strictObject({ id: z.string(), label: z.string(), foundIn: OrNull(z.string()) })),
})
export type UpgradeJson = z.infer<typeof UpgradeJson>
