import * as z from 'zod/mini'
import { answerKey, listKey } from '../model/answers/answers.ts'
import type { Edit } from '../model/answers/edit.ts'
import { Json } from '../model/schema/answer-file.ts'
import type { Subject } from '../model/schema/question.ts'
import { AddedFile, type Draft, Reply, Returned } from './draft.ts'
import { freshName } from './files/file-keys.ts'
import type { Asked } from './other-rules/receipt.ts'
import { Wording } from './other-rules/stored-receipt.ts'

const row = z.optional(z.nullable(z.string()))

const EditChange = z.union([
  z.strictObject({ kind: z.literal('answer'), fact: z.string(), row, value: z.optional(Json) }),
  z.strictObject({
    kind: z.literal('addRow'),
    collection: z.string(),
    parent: row,
    id: z.string(),
    subject: z.string() as unknown as z.ZodMiniType<Subject>,
    at: z.optional(z.number()),
  }),
  z.strictObject({ kind: z.literal('removeRow'), collection: z.string(), parent: row, id: z.string() }),
  z.strictObject({ kind: z.literal('complete'), collection: z.string(), parent: row, complete: z.boolean() }),
  z.strictObject({ kind: z.literal('leftEmpty'), fact: z.string(), row, left: z.boolean() }),
  z.strictObject({ kind: z.literal('attach'), document: z.string(), row, state: z.optional(z.enum(['attached', 'later', 'none'])) }),
])

/** What a draft holds besides its answers; `undefined` removes an entry. */
const BesideChange = z.union([
  z.strictObject({ kind: z.literal('aside'), key: z.string(), value: z.optional(Json) }),
  z.strictObject({ kind: z.literal('file'), document: z.string(), file: z.optional(AddedFile) }),
  z.strictObject({ kind: z.literal('typed'), key: z.string(), text: z.optional(z.string()) }),
  z.strictObject({ kind: z.literal('copied'), licence: z.string(), box: z.string(), done: z.boolean() }),
  z.strictObject({ kind: z.literal('returned'), person: z.string(), part: z.optional(Returned) }),
  z.strictObject({ kind: z.literal('waiting'), key: z.string(), respondent: z.optional(z.string()) }),
  z.strictObject({ kind: z.literal('reply'), respondent: z.string(), reply: z.optional(Reply) }),
  z.strictObject({ kind: z.literal('place'), place: z.string() }),
  z.strictObject({ kind: z.literal('withTopic'), fact: z.string() }),
  /** The receipt was seen. */
  z.strictObject({ kind: z.literal('receipt') }),
])
type BesideChange = z.infer<typeof BesideChange>

/** One change somebody made to a draft: what tabs tell each other, and what is persisted at once. */
export type Change = Edit | BesideChange

/** The changes of one press in one tab. `at` (milliseconds) orders the presses of all tabs of this browser; a tab never uses the same value twice. */
export interface Noted {
  readonly draft: string
  readonly tab: string
  /** The presses of a tab are numbered 1, 2, 3 …, so that another tab notices when it missed some. */
  readonly n: number
  /** Hash of the rule set it was made under. */
  readonly rules: string
  readonly at: number
  readonly changes: readonly Change[]
  /** How the questions it answers were worded, as it may be read under other rules. */
  readonly asked?: Asked | undefined
}
export const Noted = z.strictObject({
  draft: z.string(),
  tab: z.string(),
  n: z.number(),
  rules: z.string(),
  at: z.number(),
  changes: z.array(z.union([EditChange, BesideChange])),
  asked: z.optional(z.record(z.string(), Wording)),
}) as unknown as z.ZodMiniType<Noted>

/** Earliest press first; the tab breaks ties. */
export const inOrder = (notes: readonly Noted[]): Noted[] => [...notes].sort((a, b) => a.at - b.at || (a.tab < b.tab ? -1 : 1))

const BESIDE = new Set(['aside', 'typed', 'file', 'copied', 'returned', 'waiting', 'reply', 'place', 'withTopic', 'receipt'])
export const isEdit = (change: Change): change is Edit => !BESIDE.has(change.kind)

/** What a change is about: of two changes with the same key, the later one wins. */
export function keyOf(change: Change): string {
  switch (change.kind) {
    case 'answer':
      return `answer ${answerKey(change.fact, change.row ?? null)}`
    case 'leftEmpty':
      return `leftEmpty ${answerKey(change.fact, change.row ?? null)}`
    case 'attach':
      return `attach ${answerKey(change.document, change.row ?? null)}`
    case 'addRow':
    case 'removeRow':
      return `row ${listKey(change.collection, change.parent ?? null)} ${change.id}`
    case 'complete':
      return `complete ${listKey(change.collection, change.parent ?? null)}`
    case 'aside':
      return `aside ${change.key}`
    case 'typed':
      return `typed ${change.key}`
    case 'file':
      return `file ${change.document}`
    case 'copied':
      return `copied ${change.licence} ${change.box}`
    case 'returned':
      return `returned ${change.person}`
    case 'waiting':
      return `waiting ${change.key}`
    case 'reply':
      return `reply ${change.respondent}`
    case 'withTopic':
      return `withTopic ${change.fact}`
    case 'place':
    case 'receipt':
      return change.kind
    default:
      return change satisfies never
  }
}

/** Applies the changes to what a draft holds besides its answers; edits are for the case. */
export function applyBeside(draft: Draft, changes: readonly Change[]): Draft {
  let now = draft
  for (const change of changes) {
    switch (change.kind) {
      case 'aside':
        now = { ...now, aside: withKey(now.aside, change.key, change.value) }
        break
      case 'typed':
        now = { ...now, typed: withKey(now.typed, change.key, change.text) }
        break
      case 'file':
        now = { ...now, files: withFile(now.files, change.document, change.file) }
        break
      case 'copied': {
        const rest = (now.copied[change.licence]?.done ?? []).filter((key) => key !== change.box)
        now = { ...now, copied: { ...now.copied, [change.licence]: { at: change.box, done: change.done ? [...rest, change.box] : rest } } }
        break
      }
      case 'returned':
        now = { ...now, returned: withKey(now.returned ?? {}, change.person, change.part) }
        break
      case 'waiting':
        now = { ...now, waiting: withKey(now.waiting ?? {}, change.key, change.respondent) }
        break
      case 'reply':
        now = { ...now, replies: withKey(now.replies ?? {}, change.respondent, change.reply) }
        break
      case 'place':
        now = { ...now, place: change.place }
        break
      case 'withTopic':
        now = { ...now, withTopic: [...new Set([...(now.withTopic ?? []), change.fact])] }
        break
      case 'receipt': {
        const { receipt: _seen, ...rest } = now
        now = rest
        break
      }
      default:
        break
    }
  }
  return now
}

/** Two tabs may have added files of the same name: the later one gets a number. */
function withFile(files: Draft['files'], key: string, file: AddedFile | undefined): Draft['files'] {
  const { [key]: _before, ...others } = files
  return withKey(files, key, file && { ...file, name: freshName({ files: others }, file.name) })
}

function withKey<T>(record: Readonly<Record<string, T>>, key: string, value: T | undefined): Record<string, T> {
  const { [key]: _before, ...rest } = record
  return value === undefined ? rest : { ...rest, [key]: value }
}
