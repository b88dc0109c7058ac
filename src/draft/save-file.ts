import { AnswerFile } from '../model/schema/answer-file.ts'

/** Why a file holds no answers. */
export type SaveFileProblem = 'tooLarge' | 'notJson' | 'tooDeep' | 'notAnswers'

/** What a dropped file turned out to be. `problem` says where it goes wrong, in the words of the parser. */
export type SaveFile =
  | { readonly ok: true; readonly file: AnswerFile }
  | { readonly ok: false; readonly why: SaveFileProblem; readonly problem: string }

/** Larger files are not answers. */
const LIMIT = 5 * 1024 * 1024
/** Lists within lists: an application has three. */
const DEEPEST = 50

/** The answers in a text: an answer file (schema 1), also one inside a saved outcome or a draft that was saved as it is. Says what is wrong, and
 * where. */
export function readSaveFile(text: string): SaveFile {
  if (text.length > LIMIT) return { ok: false, why: 'tooLarge', problem: 'larger than 5 MB' }
  if (depthOf(text) > DEEPEST) return { ok: false, why: 'tooDeep', problem: `more than ${DEEPEST} brackets within each other` }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    return { ok: false, why: 'notJson', problem: error instanceof Error ? error.message : String(error) }
  }
  const read = AnswerFile.safeParse(insideOf(value))
  if (read.success) return { ok: true, file: read.data }
  const [issue] = read.error.issues
  return { ok: false, why: 'notAnswers', problem: `${issue?.path.join('.') || 'file'}: ${issue?.message ?? 'not an answer file'}` }
}

function insideOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if ('answers' in value && 'assessment' in value) return value.answers
  // an invitation has a reference and answers too, but a kind beside them
  return 'kenmerk' in value && 'file' in value && !('kind' in value) ? value.file : value
}

/** How many brackets stand within each other, outside strings. */
function depthOf(text: string): number {
  let depth = 0
  let deepest = 0
  let quoted = false
  for (let at = 0; at < text.length; at++) {
    const letter = text[at]
    if (quoted) {
      if (letter === '\\') at++
      else if (letter === '"') quoted = false
    } else if (letter === '"') quoted = true
    else if (letter === '{' || letter === '[') deepest = Math.max(deepest, ++depth)
    else if (letter === '}' || letter === ']') depth--
  }
  return deepest
}
