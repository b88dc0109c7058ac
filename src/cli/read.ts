import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { readPacket } from '../pdf/read.ts'
import { readOptions, required } from './options.ts'
import type { ExitCode, Terminal } from './terminal.ts'

/** `read P`: the answers that travel inside a packet. */
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
    terminal.err(`${path}: ${result.message} ${result.mend}`)
    return 1
  }
  terminal.out(result.answersJson)
  return 0
}
