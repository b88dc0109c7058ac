import * as z from 'zod/mini'
import { readJson } from '../../model/files/read-json.ts'
import { AnswerFile } from '../../model/schema/answer-file.ts'
import { inCurrentNames } from '../older-names.ts'
import { ReplyFile, RequestFile } from './request.ts'

/** A file with which the entrepreneur lets somebody fill in their own part: what that part needs to know, and nothing about anybody else. */
export const Invitation = z.strictObject({
  kind: z.literal('horeca1.invitation'),
  schema: z.literal(1),
  /** Reference of the application it belongs to. */
  reference: z.string().check(z.regex(/^H1-[0-9A-Z]{4}-[0-9A-Z]{4}$/)),
  /** Row of the person. */
  person: z.string().check(z.regex(/^[a-z][A-Za-z0-9]*$/)),
  name: z.string(),
  business: z.string(),
  file: AnswerFile,
})
export type Invitation = z.infer<typeof Invitation>

/** What comes back: whether the part is complete, and its finished pages, closed. No answer is stored outside the pages. */
export const ReturnFile = z.strictObject({
  kind: z.literal('horeca1.return'),
  schema: z.literal(1),
  reference: z.string(),
  person: z.string().check(z.regex(/^[a-z][A-Za-z0-9]*$/)),
  complete: z.boolean(),
  pages: z.int().check(z.minimum(0)),
  /** The finished PDF in base64; null when the person hands it in themselves. Confidential: to be passed on unread. */
  pdf: z.nullable(
    z.string().check(
      z.regex(/^[A-Za-z0-9+/]+={0,2}$/),
      z.refine((text) => text.length % 4 === 0),
    ),
  ),
})
export type ReturnFile = z.infer<typeof ReturnFile>

/** Key under which a person's closed pages are stored beside a draft. */
export const closedPages = (person: string): string => `part:${person}`

/** Looks like an invitation or a returned part, but cannot be read as one. */
export interface Broken {
  readonly kind: 'broken'
}

/** Parses an invitation, returned part, list of questions, or the answers to one; null when the text is something else. */
export function readShared(text: string): Invitation | ReturnFile | RequestFile | ReplyFile | Broken | null {
  const json = readJson(text, LARGEST)
  const { value } = json
  const kind = typeof value === 'object' && value !== null && 'kind' in value ? value.kind : null
  if (!KINDS.has(kind)) return null
  if (!json.ok) return { kind: 'broken' }
  for (const File of [RequestFile, ReplyFile]) {
    const read = File.safeParse(value)
    if (read.success) return read.data
  }
  const named = inCurrentNames(value)
  const invitation = Invitation.safeParse(named)
  // whoever is invited must have a row in the file
  if (invitation.success && hasRow(invitation.data.file, invitation.data.person)) return invitation.data
  const back = ReturnFile.safeParse(named)
  return back.success ? back.data : { kind: 'broken' }
}

const KINDS: ReadonlySet<unknown> = new Set(['horeca1.invitation', 'horeca1.return', 'horeca1.questions', 'horeca1.answers'])

/** In bytes: enough for the finished pages of one person. */
const LARGEST = 50 * 1024 * 1024

/** Whether a row with this id occurs anywhere in the lists of a file. */
export function hasRow(file: AnswerFile, id: string): boolean {
  const among = (lists: AnswerFile['collections']): boolean =>
    Object.values(lists).some((rows) => rows.some((row) => row.id === id || among(row.collections ?? {})))
  return among(file.collections)
}
