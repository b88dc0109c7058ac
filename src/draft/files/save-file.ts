import { readJson } from '../../model/files/read-json.ts'
import { AnswerFile } from '../../model/schema/answer-file.ts'
import { inCurrentNames } from '../older-names.ts'

/** Why a file holds no answers. */
export type SaveFileProblem = 'tooLarge' | 'notJson' | 'tooDeep' | 'notAnswers'

/** What a dropped file turned out to be. `problem` says what goes wrong, in the words of the parser; `at` names the part that holds no answer. */
export type SaveFile =
  | { readonly ok: true; readonly file: AnswerFile }
  | { readonly ok: false; readonly why: SaveFileProblem; readonly problem: string; readonly at: string | null }

/** The answers in a text: an answer file (schema 1), also one inside a saved outcome or a draft that was saved as it is. Says what is wrong, and
 * where. */
export function readSaveFile(text: string): SaveFile {
  const json = readJson(text)
  if (!json.ok) return { ok: false, why: json.why === 'notData' ? 'notAnswers' : json.why, problem: json.problem, at: null }
  const read = AnswerFile.safeParse(insideOf(json.value))
  if (read.success) return { ok: true, file: read.data }
  const [issue] = read.error.issues
  const at = issue?.path.join('.') || null
  return { ok: false, why: 'notAnswers', problem: `${at ?? 'file'}: ${issue?.message ?? 'not an answer file'}`, at }
}

function insideOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if ('answers' in value && 'assessment' in value) return value.answers
  // an invitation has a reference and answers too, but a kind beside them
  const named = inCurrentNames(value)
  return typeof named === 'object' && named !== null && 'reference' in named && 'file' in named && !('kind' in named) ? named.file : value
}
