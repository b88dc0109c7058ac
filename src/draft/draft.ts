import * as z from 'zod/mini'
import { newReference } from '../model/packet-file/reference.ts'
import { AnswerFile, Json } from '../model/schema/answer-file.ts'
import { hex } from '../model/util/hex.ts'
import { inCurrentNames } from './older-names.ts'
import { Receipt, Wording } from './other-rules/receipt.ts'

/** A file that was added to a draft, with its pages where they can be counted; its bytes stand beside the draft in the storage. */
export const AddedFile = z.strictObject({ name: z.string(), type: z.string(), size: z.number(), pages: z.optional(z.number()) })

/** A part that came back from the person it is about. */
export const Returned = z.strictObject({ complete: z.boolean(), pages: z.number(), at: z.string(), closed: z.boolean() })

/** Answers that somebody else gave in a file, until they are taken over or put away. */
export const Reply = z.strictObject({ at: z.string(), answers: z.record(z.string(), Json) })

/** Answers on this device and the rule set they belong to. */
export const Draft = z.strictObject({
  schema: z.literal(1),
  id: z.string().check(z.regex(/^[a-z0-9]{6,40}$/)),
  /** Moments as ISO strings. */
  created: z.string(),
  changed: z.string(),
  ruleSet: z.strictObject({ id: z.string(), version: z.string(), hash: z.string() }),
  file: AnswerFile,
  /** Answers that the rule set of now has no place for: kept, never printed. */
  parked: z._default(z.array(z.strictObject({ what: z.string(), value: z.unknown() })), []),
  /** Answers behind a tick that was taken away: had back with the tick. */
  aside: z._default(z.record(z.string(), Json), {}),
  /** Texts as they stand in fields, by `fact` or `fact@row`: not answered with yet, or no answer. Never printed. */
  typed: z._default(z.record(z.string(), z.string()), {}),
  /** By `document` or `document@row`; more files of one document end in `#2` and on (`files/file-keys.ts`). */
  files: z._default(z.record(z.string(), AddedFile), {}),
  /** Per licence what was copied into a form of somebody else, by key of the box, and where that was left off; under `send:licence`
   * the steps of handing it in that were done. */
  copied: z._default(z.record(z.string(), z.strictObject({ at: z.nullable(z.string()), done: z.array(z.string()) })), {}),
  /** For the list of drafts. */
  about: z.strictObject({
    name: z.string(),
    town: z.string(),
    open: z.nullable(z.number()),
    lists: z.optional(z.number()),
    asked: z.nullable(z.number()),
  }),
  /** Reference on the packet; random, made once. */
  reference: z.string(),
  /** A made-up application to look at: marked on every page. */
  example: z.optional(z.boolean()),
  /** Under rules that a municipality tries in this tab: marked on every page, and never kept. */
  trial: z.optional(z.boolean()),
  /** Set on the device of somebody who fills in their own part of another's application. */
  invitation: z.optional(z.strictObject({ person: z.string(), name: z.string(), business: z.string() })),
  /** Parts that came back, by row of the person; their closed pages stand beside the draft. */
  returned: z.optional(z.record(z.string(), Returned)),
  /** What the applicant does not know yet, by `fact` or `fact@row`, with whom to ask: an id of the respondents of the rules. */
  waiting: z.optional(z.record(z.string(), z.string())),
  /** Questions of the tree that a page of their topic asked, for no verdict waited for them: they stay on that page. Ids of facts. */
  withTopic: z.optional(z.array(z.string())),
  /** What came back from somebody who was asked, by respondent. */
  replies: z.optional(z.record(z.string(), Reply)),
  /** Set on the device of somebody who was asked: only these questions, each with what it is about. */
  request: z.optional(
    z.strictObject({
      respondent: z.string(),
      business: z.string(),
      questions: z.array(z.strictObject({ key: z.string(), about: z.string() })),
    }),
  ),
  /** Address inside the journey where the applicant was. */
  place: z._default(z.nullable(z.string()), null),
  /** Counts the times this was put together: a tab sees by it that another one was here. */
  revision: z.optional(z.number()),
  /** By tab, the last of its presses that is in it. */
  noted: z.optional(z.record(z.string(), z.number())),
  /** When what was changed lately was changed, by what it is about: a press that was noted late does not undo a later one. */
  stamps: z.optional(z.record(z.string(), z.string())),
  /** Names that rows of roles have on the pages, by their list: an answer file does not carry them. Without it they are named anew. */
  roleRows: z.optional(z.record(z.string(), z.array(z.strictObject({ id: z.string(), written: z.boolean() })))),
  /** How the questions that have an answer were worded when the draft was put together, by fact. */
  asked: z.optional(z.record(z.string(), Wording)),
  /** What newer rules did to it, until that was seen. */
  receipt: z.optional(Receipt),
  /** Removed at this moment, and to be had back until the page is left. */
  removed: z.optional(z.string()),
})
export type Draft = z.infer<typeof Draft>

/** A draft as it was stored, by this version of the program or an earlier one. */
export const readDraft = (stored: unknown) => Draft.safeParse(inCurrentNames(stored))

export type RoleRows = NonNullable<Draft['roleRows']>
export type AddedFile = z.infer<typeof AddedFile>
export type Returned = z.infer<typeof Returned>
export type Reply = z.infer<typeof Reply>

/** A draft with nothing done to it. Its rules are not known: the session notes what does not fit. */
export const newDraft = (
  file: AnswerFile,
  town: string,
  { now, random }: { readonly now: () => string; readonly random: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array },
): Draft => ({
  schema: 1,
  id: newDraftId(random),
  created: now(),
  changed: now(),
  ruleSet: { id: '', version: '', hash: '' },
  file,
  parked: [],
  aside: {},
  typed: {},
  copied: {},
  files: {},
  about: { name: '', town, open: null, asked: null },
  reference: newReference(random),
  place: null,
})

export const newDraftId = (random: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array): string => hex(random(new Uint8Array(6)))
