import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { contentInWords } from '../../../engine/packet/english-lines.ts'
import { writeReadingCopy } from '../../../pdf/write.ts'
import { pdfsOf, tellUnfilled } from '../../files/official-files.ts'
import { openPacket } from '../../files/packet-file.ts'
import { fontsFor } from '../../fonts.ts'
import { readOptions, required } from '../../options.ts'
import { projectRoot } from '../../rule-files.ts'
import type { ExitCode, Terminal } from '../../terminal.ts'
import { PACKET_WORDS } from '../../words/packets.ts'

/** `html P --out Q`: the text of a packet as one HTML file without script, readable in any browser. */
export async function html(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const options = readOptions(args, ['out'])
  const words = PACKET_WORDS[options.lang]
  const path = required(options.positionals[0], 'The packet to read')
  const out = required(options.out, '--out')
  const opened = await openPacket(path, options, terminal)
  if (opened === null) return 1
  const { inside, application } = opened
  const content = contentInWords(application, inside.reference ?? '', inside.answersJson, inside)
  const enclosures = inside.files.map(({ document, ...file }) => ({ ...file, document: document ?? '' }))
  const { html: text, unfilled } = await writeReadingCopy(
    content,
    fontsFor(content),
    enclosures,
    pdfsOf(content, projectRoot(terminal.cwd, options.rules)),
  )
  try {
    writeFileSync(resolve(terminal.cwd, out), text)
  } catch (error) {
    terminal.err(words.unwritable(out, error))
    return 1
  }
  tellUnfilled(out, unfilled, options, terminal)
  terminal.out(words.html(out, Buffer.byteLength(text), content.reference))
  return 0
}
