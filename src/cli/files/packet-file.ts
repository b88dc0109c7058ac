import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Case } from '../../engine/context.ts'
import type { ReadPacket } from '../../model/packet-file/read-packet.ts'
import { readPacket } from '../../pdf/read.ts'
import type { Options } from '../options.ts'
import { readCaseOf } from '../read-case.ts'
import { fail } from '../report.ts'
import type { Terminal } from '../terminal.ts'
import { PACKET_WORDS } from '../words/packets.ts'
import { systemCode } from './system-code.ts'

/** The bytes of a file; null when it cannot be read, which has then been reported. */
export function openPacketFile(path: string, terminal: Terminal): Uint8Array | null {
  try {
    return new Uint8Array(readFileSync(resolve(terminal.cwd, path)))
  } catch (error) {
    terminal.err(`${path}: the file cannot be read (${systemCode(error)}). Check the path. [UNREADABLE_FILE]`)
    return null
  }
}

/** A packet and the case of the answers inside, in the language and on the day it was made; null when it cannot be read, which has then been reported. */
export async function openPacket(
  path: string,
  options: Options,
  terminal: Terminal,
): Promise<{ readonly bytes: Uint8Array; readonly inside: Extract<ReadPacket, { ok: true }>; readonly application: Case } | null> {
  const bytes = openPacketFile(path, terminal)
  if (bytes === null) return null
  const inside = await readPacket(bytes)
  if (!inside.ok) {
    terminal.err(`${path}: ${PACKET_WORDS[options.lang].unread[inside.problem]}`)
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
