import * as z from 'zod/mini'
import { newReference } from '../model/packet-file/reference.ts'
import { AnswerFile, Json } from '../model/schema/answer-file.ts'
import { hex } from '../model/util/bytes/hex.ts'
import { inCurrentNames } from './older-names.ts'
import { Receipt, Wording } from './other-rules/stored-receipt.ts'

/** A file added to a draft, with its page count where that can be determined; its bytes are stored beside the draft. */
export const AddedFile = z.strictObject({ name: z.string(), type: z.string(), size: z.number(), pages: z.optional(z.number()) })

/** A personal part, returned by the person it is about. */
export const Returned = z.strictObject({ complete: z.boolean(), pages: z.number(), at: z.string(), closed: z.boolean() })

/** Answers somebody else gave in a file, until they are accepted or dismissed. */
export const Reply = z.strictObject({ at: z.string(), answers: z.record(z.string(), Json) })

/** Answers on this device and the rule set they belong to. */
export const Draft = z.strictObject({
  schema: z.literal(1),
  id: z.string().check(z.regex(/^[a-z0-9]{6,40}$/)),
  /** ISO timestamps. */
  created: z.string(),
  changed: z.string(),
  ruleSet: z.strictObject({ id: z.string(), version: z.string(), hash: z.string() }),
  file: AnswerFile,
  /** Answers the current rule set has no place for: kept, never printed. */
  parked: z._default(z.array(z.strictObject({ what: z.string(), value: z.unknown() })), []),
  /** Answers behind a tick that was removed: restored when it is ticked again. */
  aside: z._default(z.record(z.string(), Json), {}),
  /** Text in fields, by `fact` or `fact@row`: not an answer yet, or not a valid one. Never printed. */
  typed: z._default(z.record(z.string(), z.string()), {}),
  /** By `document` or `document@row`; further files of the same document end in `#2` and up (`files/file-keys.ts`). */
  files: z._default(z.record(z.string(), AddedFile), {}),
  /** Per licence, which boxes have been copied into somebody else's form, by box key, and where copying left off; under `send:licence` the completed
   * steps of handing it in. */
  copied: z._default(z.record(z.string(), z.strictObject({ at: z.nullable(z.string()), done: z.array(z.string()) })), {}),
  /** Summary for the list of drafts. */
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
  /** Under rules that a municipality is trying out in this tab: marked on every page, never stored. */
  trial: z.optional(z.boolean()),
  /** Set on the device of somebody who fills in their own part of another person's application. */
  invitation: z.optional(z.strictObject({ person: z.string(), name: z.string(), business: z.string() })),
  /** Returned parts, by row of the person; their closed pages are stored beside the draft. */
  returned: z.optional(z.record(z.string(), Returned)),
  /** What the applicant does not know yet, by `fact` or `fact@row`, with whom to ask: the id of a respondent in the rules. */
  waiting: z.optional(z.record(z.string(), z.string())),
  /** Tree questions that a topic page asked because no verdict depended on them: they stay on that page. Fact ids. */
  withTopic: z.optional(z.array(z.string())),
  /** Replies of those who were asked, by respondent. */
  replies: z.optional(z.record(z.string(), Reply)),
  /** Set on the device of somebody who was asked: only these questions, each with what it is about. */
  request: z.optional(
    z.strictObject({
      respondent: z.string(),
      business: z.string(),
      questions: z.array(z.strictObject({ key: z.string(), about: z.string() })),
    }),
  ),
  /** Address within the journey where the applicant left off. */
  place: z._default(z.nullable(z.string()), null),
  /** Incremented whenever this is put together, so that a tab can tell that another one was here. */
  revision: z.optional(z.number()),
  /** Per tab, the last of its presses included here. */
  noted: z.optional(z.record(z.string(), z.number())),
  /** When recent changes were made, by what they are about, so that a press noted late does not undo a later one. */
  stamps: z.optional(z.record(z.string(), z.string())),
  /** Ids of role rows on the pages, by list: an answer file does not carry them. Without this they get new ones. */
  roleRows: z.optional(z.record(z.string(), z.array(z.strictObject({ id: z.string(), written: z.boolean() })))),
  /** How the answered questions were worded when the draft was put together, by fact. */
  asked: z.optional(z.record(z.string(), Wording)),
  /** What newer rules did to it, until the applicant has seen that. */
  receipt: z.optional(Receipt),
  /** When it was removed; it can be restored until the page is left. */
  removed: z.optional(z.string()),
})
export type Draft = z.infer<typeof Draft>

/** Parses a stored draft, written by this version of the program or an earlier one. */
export const readDraft = (stored: unknown) => Draft.safeParse(inCurrentNames(stored))

export type RoleRows = NonNullable<Draft['roleRows']>
export type AddedFile = z.infer<typeof AddedFile>
export type Returned = z.infer<typeof Returned>
export type Reply = z.infer<typeof Reply>

/** An untouched draft. Its rules are not known yet: the session notes what does not fit. */
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
