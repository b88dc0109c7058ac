import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Case } from '../../engine/context.ts'
import type { ReadPacket, Unread } from '../../model/packet-file/read-packet.ts'
import { readPacket } from '../../pdf/read.ts'
import type { Options } from '../options.ts'
import { readCaseOf } from '../read-case.ts'
import { fail } from '../report.ts'
import type { Terminal } from '../terminal.ts'

/** Why nothing comes out of a PDF, and what to do. */
export const UNREAD: Readonly<Record<Unread, string>> = {
  notPdf: 'This is not a PDF. Choose the packet that was downloaded; its name ends in .pdf.',
  locked: 'This PDF is locked with a password. Open it, save it without password, and try again.',
  damaged: 'This PDF is damaged or cut off. Download or copy the packet again; part of it may be missing.',
  foreign: 'This PDF holds no answers of ours. Choose a packet made with this program, not another PDF or a print of it.',
  stripped:
    'This PDF has pages of a packet, but the answers inside were dropped when it was printed, merged or saved by another program. Choose the packet as it was downloaded.',
  badAnswers: 'The answers inside this PDF are damaged. Use another copy of the packet, or the answers file that was saved.',
}

/** The bytes of a file; null: it cannot be read, which was said. */
export function openPacketFile(path: string, terminal: Terminal): Uint8Array | null {
  try {
    return new Uint8Array(readFileSync(resolve(terminal.cwd, path)))
  } catch (error) {
    terminal.err(
      `${path}: the file cannot be read (${error instanceof Error && 'code' in error ? String(error.code) : String(error)}). Check the path. [UNREADABLE_FILE]`,
    )
    return null
  }
}

/** A packet and the case of the answers inside, in the language and on the day of its making; null: nothing comes out of it, which was said. */
export async function openPacket(
  path: string,
  options: Options,
  terminal: Terminal,
): Promise<{ readonly bytes: Uint8Array; readonly inside: Extract<ReadPacket, { ok: true }>; readonly application: Case } | null> {
  const bytes = openPacketFile(path, terminal)
  if (bytes === null) return null
  const inside = await readPacket(bytes)
  if (!inside.ok) {
    terminal.err(`${path}: ${UNREAD[inside.problem]}`)
    return null
  }
  const own: Options = { ...options, lang: inside.lang === 'en' ? 'en' : 'nl', ...(inside.day !== null && { date: inside.day }) }
  const read = await readCaseOf(`${path}: answers`, inside.answersJson, own, terminal)
  if ('findings' in read) {
    fail(read.findings, options, terminal)
    return null
  }
  return { bytes, inside, application: read.application }
}
