import * as z from 'zod/mini'
import type { Case } from '../../engine/context.ts'
import type { Answers } from '../../model/answers/answers.ts'
import { writeAnswers } from '../../model/answers/write-answers.ts'
import { AnswerFile, Json } from '../../model/schema/answer-file.ts'
import type { Change, Noted } from '../change.ts'
import type { Draft } from '../draft.ts'
import type { DraftStorage } from '../storage/storage.ts'

const reference = z.string().check(z.regex(/^H1-[0-9A-Z]{4}-[0-9A-Z]{4}$/))
const respondent = z.string().check(z.regex(/^[a-z][A-Za-z0-9]*$/))

/** Questions for somebody who may know what the applicant does not. Contains no answers: only which questions, and what each is about. */
export const RequestFile = z.strictObject({
  kind: z.literal('horeca1.questions'),
  schema: z.literal(1),
  /** Reference of the application it belongs to. */
  reference,
  /** Id of the respondent in the rules. */
  respondent,
  /** Name of the business, shown to whoever opens it. */
  business: z.string(),
  questions: z.array(z.strictObject({ key: z.string(), about: z.string() })).check(z.minLength(1), z.maxLength(1000)),
  /** The town, and the rows the questions are about, without answers. */
  file: AnswerFile,
})
export type RequestFile = z.infer<typeof RequestFile>

/** What comes back: answers by `fact` or `fact@row`. None of them count until the applicant accepts them. */
export const ReplyFile = z.strictObject({
  kind: z.literal('horeca1.answers'),
  schema: z.literal(1),
  reference,
  respondent,
  answers: z.record(z.string(), Json),
})
export type ReplyFile = z.infer<typeof ReplyFile>

/** A question to ask somebody else. */
interface Wanted {
  /** `fact` or `fact@row`. */
  readonly key: string
  /** The row in words, such as `Zaal`; empty for the whole business. */
  readonly about: string
}

/** Whether somebody else can answer it in a file: roles get new ids in each file, a party is chosen from names that are not sent along, and a citizen
 * service number or criminal record is nobody else's to fill in. */
export function canBeAskedInFile({ index }: Pick<Case, 'index'>, key: string): boolean {
  const question = index.questions.get(key.split('@')[0] ?? key)
  if (!question || question.subject === 'role' || question.type === 'party' || question.type === 'file') return false
  return question.sensitive !== 'bsn' && question.sensitive !== 'criminal'
}

/** The file that asks one respondent these questions; null when none of them can be answered in a file. */
export function requestFor(
  application: Case,
  draft: Pick<Draft, 'reference'>,
  respondent: string,
  wanted: readonly Wanted[],
): RequestFile | null {
  const { answers, variant, get } = application
  const questions = wanted.filter(({ key }) => canBeAskedInFile(application, key))
  if (questions.length === 0) return null
  const { business: firm, premises } = variant.names
  const name = get(`fact|${firm.tradeName}|`) || get(`fact|${premises.name}|`)
  return {
    kind: 'horeca1.questions',
    schema: 1,
    reference: draft.reference,
    respondent,
    business: typeof name === 'string' ? name : '',
    questions: questions.map(({ key, about }) => ({ key, about })),
    file: writeAnswers(
      emptyRows(
        answers,
        questions.flatMap(({ key }) => key.split('@')[1] ?? []),
      ),
      variant.id,
    ),
  }
}

/** These rows and their ancestors, without answers. */
function emptyRows(answers: Answers, wanted: readonly string[]): Answers {
  const rows = new Map<string, Answers['rows'] extends ReadonlyMap<string, infer R> ? R : never>()
  const add = (id: string): void => {
    const row = answers.rows.get(id)
    if (!row || rows.has(id)) return
    if (row.parent !== null) add(row.parent)
    rows.set(id, row)
  }
  wanted.forEach(add)
  const lists = [...answers.lists].flatMap(([key, ids]): [string, string[]][] => {
    const some = ids.filter((id) => rows.has(id))
    return some.length > 0 ? [[key, some]] : []
  })
  return { values: new Map(), rows, lists: new Map(lists), complete: new Set(), leftEmpty: new Set(), attachments: new Map() }
}

/** Notes a reply in a draft that is not open on this page; a tab that has it open is told. */
export async function noteReply(
  draft: Draft,
  { respondent, answers }: ReplyFile,
  at: string,
  storage: DraftStorage,
  tab: string,
): Promise<void> {
  const changes: Change[] = [{ kind: 'reply', respondent, reply: { at, answers } }]
  const noted: Noted = { draft: draft.id, tab, n: 1, rules: draft.ruleSet.hash, at: Date.parse(at), changes }
  await storage.note(draft.id, [noted])
  storage.tell({ kind: 'did', noted })
}
