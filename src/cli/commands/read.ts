import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { PageState } from '../../pdf/page-seal.ts'
import { readPacket, type Unread } from '../../pdf/read.ts'
import { readOptions, required } from '../options.ts'
import type { ExitCode, Terminal } from '../terminal.ts'

const UNREAD: Readonly<Record<Unread, string>> = {
  notPdf: 'This is not a PDF. Choose the packet that was downloaded; its name ends in .pdf.',
  locked: 'This PDF is locked with a password. Open it, save it without password, and try again.',
  damaged: 'This PDF is damaged or cut off. Download or copy the packet again; part of it may be missing.',
  foreign: 'This PDF holds no answers of ours. Choose a packet made with this program, not another PDF or a print of it.',
  stripped:
    'This PDF has pages of a packet, but the answers inside were dropped when it was printed, merged or saved by another program. Choose the packet as it was downloaded.',
  badAnswers: 'The answers inside this PDF are damaged. Use another copy of the packet, or the answers file that was saved.',
}

/** `read P`: the answers that travel inside a packet. What happened to its pages since is told beside them. */
export async function read(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const options = readOptions(args, [])
  const path = required(options.positionals[0], 'The packet to read')
  let bytes: Uint8Array
  try {
    bytes = new Uint8Array(readFileSync(resolve(terminal.cwd, path)))
  } catch (error) {
    terminal.err(
      `${path}: the file cannot be read (${error instanceof Error && 'code' in error ? String(error.code) : String(error)}). Check the path. [UNREADABLE_FILE]`,
    )
    return 1
  }
  const result = await readPacket(bytes)
  if (!result.ok) {
    terminal.err(`${path}: ${UNREAD[result.problem]}${result.reference === null ? '' : ` Reference of the packet: ${result.reference}.`}`)
    return 1
  }
  for (const change of changesOf(result.pages)) terminal.err(`${path}: note: ${change}`)
  terminal.out(result.answersJson)
  return 0
}

/** What somebody did to the pages: the printed text may then say other than the answers inside. */
function changesOf({ overdrawn, annotated, foreign, missing }: PageState): string[] {
  const pages = (numbers: readonly number[]): string => `${numbers.length === 1 ? 'page' : 'pages'} ${numbers.join(', ')}`
  return [
    ...(overdrawn.length > 0
      ? [`${pages(overdrawn)}: drawn over or changed after the packet was made; the answers are those of the making.`]
      : []),
    ...(annotated.length > 0 ? [`${pages(annotated)}: with notes, marks or fields of somebody; what they say is not in the answers.`] : []),
    ...(foreign.length > 0 ? [`${pages(foreign)}: of another file, put in later.`] : []),
    ...(missing > 0 ? [`${missing} of the pages of the packet ${missing === 1 ? 'is' : 'are'} not in this file.`] : []),
  ]
}
