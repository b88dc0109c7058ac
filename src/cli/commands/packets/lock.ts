import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { SHORTEST_PASSWORD } from '../../../engine/packet/locked-copy.ts'
import { lockedCopy } from '../../../pdf/opened/lock.ts'
import { openPacketFile } from '../../files/packet-file.ts'
import { readOptions, required } from '../../options.ts'
import type { ExitCode, Terminal } from '../../terminal.ts'

/** `lock P --out Q --password-file F`: a copy that opens with a password only (AES-256). The password is the first line of a file, as what stands on a command line is seen by others. */
export async function lock(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const options = readOptions(args, ['out', 'password-file'])
  const path = required(options.positionals[0], 'The packet to lock')
  const out = required(options.out, '--out')
  const file = required(options.passwordFile, '--password-file')
  const bytes = openPacketFile(path, terminal)
  const said = openPacketFile(file, terminal)
  if (bytes === null || said === null) return 1
  const password = new TextDecoder().decode(said).split(/\r?\n/)[0] ?? ''
  if (password.length < SHORTEST_PASSWORD) {
    terminal.err(`${file}: a password of at least ${SHORTEST_PASSWORD} letters is needed, as its first line.`)
    return 1
  }
  const locked = await lockedCopy(bytes, password)
  if (locked === null) {
    terminal.err(`${path}: this PDF cannot be opened: it is damaged, or locked already.`)
    return 1
  }
  try {
    writeFileSync(resolve(terminal.cwd, out), locked)
  } catch (error) {
    terminal.err(`${out}: cannot be written here (${error instanceof Error ? error.message : String(error)}). Choose another folder.`)
    return 1
  }
  terminal.out(
    `${out}: opens with the password only (AES-256). This copy is no PDF/A: an archive cannot keep it. Hand in the packet itself where the town can receive it safely, and send the password another way.`,
  )
  return 0
}
