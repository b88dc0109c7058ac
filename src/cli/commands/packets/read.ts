import type { PageState } from '../../../model/packet-file/read-packet.ts'
import { readPacket } from '../../../pdf/read.ts'
import { openPacketFile, UNREAD } from '../../files/packet-file.ts'
import { readOptions, required } from '../../options.ts'
import type { ExitCode, Terminal } from '../../terminal.ts'

/** `read P`: the answers that travel inside a packet. What happened to its pages since is told beside them. */
export async function read(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const options = readOptions(args, [])
  const path = required(options.positionals[0], 'The packet to read')
  const bytes = openPacketFile(path, terminal)
  if (bytes === null) return 1
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
export function changesOf({ overdrawn, annotated, foreign, missing }: PageState): string[] {
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
