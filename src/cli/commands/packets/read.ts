import type { PageState } from '../../../model/packet-file/read-packet.ts'
import { readPacket } from '../../../pdf/read.ts'
import { openPacketFile } from '../../files/packet-file.ts'
import { readOptions, required } from '../../options.ts'
import type { ExitCode, Terminal } from '../../terminal.ts'
import { PACKET_WORDS, type PacketWords } from '../../words/packets.ts'

/** `read P`: the answers inside a packet. Later changes to its pages are reported beside them. */
export async function read(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const options = readOptions(args, [])
  const words = PACKET_WORDS[options.lang]
  const path = required(options.positionals[0], 'The packet to read')
  const bytes = openPacketFile(path, terminal)
  if (bytes === null) return 1
  const result = await readPacket(bytes)
  if (!result.ok) {
    terminal.err(`${path}: ${words.unread[result.problem]}${result.reference === null ? '' : words.referenceOf(result.reference)}`)
    return 1
  }
  for (const change of changesOf(result.pages, words)) terminal.err(`${path}: ${words.note}: ${change}`)
  terminal.out(result.answersJson)
  return 0
}

/** Later changes to the pages: the printed text may then differ from the answers inside. */
export const changesOf = ({ overdrawn, annotated, foreign, missing }: PageState, { changes }: PacketWords): string[] => [
  ...(overdrawn.length > 0 ? [changes.overdrawn(overdrawn)] : []),
  ...(annotated.length > 0 ? [changes.annotated(annotated)] : []),
  ...(foreign.length > 0 ? [changes.foreign(foreign)] : []),
  ...(missing > 0 ? [changes.missing(missing)] : []),
]
