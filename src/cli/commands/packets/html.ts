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

/** `html P --out Q`: the words of a packet as one HTML file without script, to be read in any browser. */
export async function html(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const options = readOptions(args, ['out'])
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
    terminal.err(`${out}: cannot be written here (${error instanceof Error ? error.message : String(error)}). Choose another folder.`)
    return 1
  }
  tellUnfilled(out, unfilled, terminal)
  terminal.out(`${out}: ${Buffer.byteLength(text)} bytes, reference ${content.reference}`)
  return 0
}
