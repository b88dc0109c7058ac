import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { deskFiles } from '../../../engine/packet/desks/desk-files.ts'
import { writePacket } from '../../../pdf/write.ts'
import { pdfsOf, tellUnfilled } from '../../files/official-files.ts'
import { openPacket } from '../../files/packet-file.ts'
import { fontsFor, readFonts } from '../../fonts.ts'
import { readOptions, required } from '../../options.ts'
import { projectRoot } from '../../rule-files.ts'
import type { ExitCode, Terminal } from '../../terminal.ts'
import { PACKET_WORDS } from '../../words/packets.ts'

/** `split P --out DIR`: a PDF, JSON and CSV for each department and each channel it accepts, with its attachments, and an inventory of all checksums. */
export async function split(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const options = readOptions(args, ['out'])
  const path = required(options.positionals[0], 'The packet to split')
  const out = resolve(terminal.cwd, required(options.out, '--out'))
  const opened = await openPacket(path, options, terminal)
  if (opened === null) return 1
  const { inside, application } = opened
  const reference = inside.reference ?? 'H1'
  const fonts = readFonts()
  const unfilled = new Set<string>()
  const write: Parameters<typeof deskFiles>[3] = async (content, enclosures) => {
    const pdfs = pdfsOf(content, projectRoot(terminal.cwd, options.rules))
    const written = await writePacket(content, fontsFor(content, fonts), enclosures, { embeds: false, pdfs })
    for (const title of written.unfilled) unfilled.add(title)
    return written
  }
  const files = await deskFiles(application, reference, inside.files, write, inside)
  try {
    mkdirSync(out, { recursive: true })
    for (const { name, bytes } of files) writeFileSync(join(out, name), bytes)
  } catch (error) {
    terminal.err(PACKET_WORDS[options.lang].unwritable(options.out ?? '', error))
    return 1
  }
  tellUnfilled(options.out ?? '', [...unfilled], options, terminal)
  // the inventory does not list itself
  const listed = files.slice(0, -1).map(({ name, bytes, hash }) => ({ file: name, bytes: bytes.length, sha256: hash }))
  if (options.json) terminal.out(JSON.stringify({ reference, files: listed }, null, 2))
  else for (const { file, bytes, sha256 } of listed) terminal.out(`${file}: ${bytes} bytes, ${sha256}`)
  return 0
}
