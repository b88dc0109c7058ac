import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { SHORTEST_PASSWORD } from '../../../engine/packet/locked-copy.ts'
import { lockedCopy } from '../../../pdf/opened/lock.ts'
import { openPacketFile } from '../../files/packet-file.ts'
import { readOptions, required } from '../../options.ts'
import type { ExitCode, Terminal } from '../../terminal.ts'
import { PACKET_WORDS } from '../../words/packets.ts'

/** `lock P --out Q --password-file F`: a copy that only opens with a password (AES-256). The password is the first line of a file, as a command line is visible
 * to other users. */
export async function lock(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const options = readOptions(args, ['out', 'password-file'])
  const words = PACKET_WORDS[options.lang]
  const path = required(options.positionals[0], 'The packet to lock')
  const out = required(options.out, '--out')
  const file = required(options.passwordFile, '--password-file')
  const bytes = openPacketFile(path, terminal)
  const said = openPacketFile(file, terminal)
  if (bytes === null || said === null) return 1
  const password = new TextDecoder().decode(said).split(/\r?\n/)[0] ?? ''
  if (password.length < SHORTEST_PASSWORD) {
    terminal.err(`${file}: ${words.shortPassword(SHORTEST_PASSWORD)}`)
    return 1
  }
  const locked = await lockedCopy(bytes, password)
  if (locked === null) {
    terminal.err(`${path}: ${words.unopened}`)
    return 1
  }
  try {
    writeFileSync(resolve(terminal.cwd, out), locked)
  } catch (error) {
    terminal.err(words.unwritable(out, error))
    return 1
  }
  terminal.out(`${out}: ${words.locked}`)
  return 0
}
