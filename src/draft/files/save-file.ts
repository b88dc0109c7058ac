import { readJson } from '../../model/files/read-json.ts'
import { AnswerFile } from '../../model/schema/answer-file.ts'
import { inCurrentNames } from '../older-names.ts'

/** Why a file contains no answers. */
export type SaveFileProblem = 'tooLarge' | 'notJson' | 'tooDeep' | 'notAnswers'

/** What a dropped file turned out to be. `problem` is the parser's message; `at` is the path of the part that is not an answer. */
export type SaveFile =
  | { readonly ok: true; readonly file: AnswerFile }
  | { readonly ok: false; readonly why: SaveFileProblem; readonly problem: string; readonly at: string | null }

/** Reads the answers in a text: an answer file (schema 1), by itself or inside a saved outcome or a draft saved as is. Otherwise says what is wrong,
 * and where. */
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
  // an invitation has a reference and answers too, but also a kind
  const named = inCurrentNames(value)
  return typeof named === 'object' && named !== null && 'reference' in named && 'file' in named && !('kind' in named) ? named.file : value
}
