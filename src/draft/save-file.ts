import { AnswerFile } from '../model/schema/answer-file.ts'

/** What a dropped file turned out to be. */
export type SaveFile = { readonly ok: true; readonly file: AnswerFile } | { readonly ok: false; readonly problem: string }

/** Larger files are not answers. */
const LIMIT = 5 * 1024 * 1024

/** The answers in a text: an answer file (schema 1), also one inside a saved outcome. Says what is wrong, and where. */
export function readSaveFile(text: string): SaveFile {
  if (text.length > LIMIT) return { ok: false, problem: 'larger than 5 MB' }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    return { ok: false, problem: error instanceof Error ? error.message : String(error) }
  }
  const inside = typeof value === 'object' && value !== null && 'answers' in value && 'assessment' in value ? value.answers : value
  const read = AnswerFile.safeParse(inside)
  if (read.success) return { ok: true, file: read.data }
  const [issue] = read.error.issues
  return { ok: false, problem: `${issue?.path.join('.') || 'file'}: ${issue?.message ?? 'not an answer file'}` }
}
