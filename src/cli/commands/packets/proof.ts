import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { proofContent } from '../../../engine/packet/proof-content.ts'
import { answersText } from '../../../model/answers/write-answers.ts'
import { newReference } from '../../../model/packet-file/reference.ts'
import { writePacket } from '../../../pdf/write.ts'
import { fontsFor } from '../../fonts.ts'
import { readOptions, required } from '../../options.ts'
import { readCase } from '../../read-case.ts'
import { fail } from '../../report.ts'
import type { ExitCode, Terminal } from '../../terminal.ts'
import { PACKET_WORDS } from '../../words/packets.ts'

/** `proof --answers F --out P [--reference R]`: what was answered, what follows, and the rules and sources it rests on, as a PDF to read. It is not an
 * application. */
export async function proof(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const options = readOptions(args, ['answers', 'variant', 'out', 'reference'])
  const words = PACKET_WORDS[options.lang]
  const out = required(options.out, '--out')
  const read = await readCase(options, terminal)
  if ('findings' in read) return fail(read.findings, options, terminal)
  const content = proofContent(
    read.application,
    options.reference ?? newReference((bytes) => crypto.getRandomValues(bytes)),
    answersText(read.file),
  )
  const { bytes, pages } = await writePacket(content, fontsFor(content))
  try {
    writeFileSync(resolve(terminal.cwd, out), bytes)
  } catch (error) {
    terminal.err(words.unwritable(out, error))
    return 1
  }
  const { reference } = content
  if (options.json) terminal.out(JSON.stringify({ file: out, pages, bytes: bytes.length, reference }, null, 2))
  else terminal.out(words.proof(out, pages, reference))
  return 0
}
