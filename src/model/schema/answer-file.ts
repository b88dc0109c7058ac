import * as z from 'zod/mini'

// zod/mini: the applicant's browser parses answer files too, and full zod would take half of the size budget of the first visit.

export const Json = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])
export type AnswerJson = z.infer<typeof Json>

/** Calendar day, `2026-01-31`; impossible days are refused. */
export const Day = z.iso.date('expected a date as 2026-01-31')
/** Clock time of a night: `HH:MM`, or `HH:MM+1` for after midnight. */
export const Clock = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d(\+1)?$/, 'expected a time as 09:00, or 01:00+1 for after midnight'))

const Word = z.string().check(z.regex(/^[a-z][A-Za-z0-9]*$/, 'expected one camelCase word such as onSite'))

const RoleEntry = z.union([
  Word,
  z.strictObject({
    role: Word,
    of: z.optional(z.string()),
    share: z.optional(z.number()),
    from: z.optional(Day),
    until: z.optional(Day),
    position: z.optional(Word),
    positionNote: z.optional(z.string()),
    managerKind: z.optional(Word),
    /** Those left empty by choice. */
    leftEmpty: z.optional(z.array(Word)),
  }),
])
export type RoleEntry = z.infer<typeof RoleEntry>

export interface AnswerRow {
  id: string
  roles?: RoleEntry[] | undefined
  collections?: Record<string, AnswerRow[]> | undefined
  [fact: string]: unknown
}
export const AnswerRow: z.ZodMiniType<AnswerRow> = z.lazy(() =>
  z.catchall(
    z.object({
      id: z.string().check(z.regex(/^[a-z][A-Za-z0-9]*$/)),
      roles: z.optional(z.array(RoleEntry)),
      collections: z.optional(z.record(z.string(), z.array(AnswerRow))),
    }),
    Json,
  ),
)

/** The answer file: a contract, schema 1. Row ids are unique in the file; `@id` refers to a party; money in whole cents, areas in m². */
export const AnswerFile = z.strictObject({
  schema: z.literal(1),
  variant: z.string(),
  answers: z._default(z.record(z.string(), Json), {}),
  collections: z._default(z.record(z.string(), z.array(AnswerRow)), {}),
  complete: z._default(z.array(z.string()), []),
  leftEmpty: z._default(z.array(z.string()), []),
  attachments: z._default(
    z.array(
      z.union([
        z.strictObject({ id: z.string(), document: z.string(), file: z.string() }),
        z.strictObject({ document: z.string(), later: z.literal(true) }),
        z.strictObject({ document: z.string(), none: z.literal(true) }),
      ]),
    ),
    [],
  ),
  /** What the site stores beside the answers, such as answers that are not used now; everything else passes it on unread. */
  draft: z.optional(z.record(z.string(), z.unknown())),
})
export type AnswerFile = z.infer<typeof AnswerFile>
