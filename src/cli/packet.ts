import { randomBytes } from 'node:crypto'
import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { packetContent } from '../engine/packet-content.ts'
import { answersText } from '../model/write-answers.ts'
import { writePacket } from '../pdf/write.ts'
import { readFonts } from './fonts.ts'
import { readOptions, required } from './options.ts'
import { readCase } from './read-case.ts'
import { fail } from './report.ts'
import { type ExitCode, type Terminal, WrongUse } from './terminal.ts'

/** `packet --answers F --out P [--strict]`: the packet, without a browser. Missing boxes are printed open; with --strict they are a failure. */
export async function packet(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const options = readOptions(args, ['answers', 'variant', 'out', 'strict', 'set', 'kenmerk'])
  const out = resolve(terminal.cwd, required(options.out, '--out'))
  if (options.set) throw new WrongUse('--set is not there yet: the packet is one file.')
  const read = readCase(options, terminal)
  if ('findings' in read) return fail(read.findings, options.json, terminal)
  const content = packetContent(read.one, options.kenmerk ?? newKenmerk(), answersText(read.file))
  const { missing } = content.assessment.counts
  if (options.strict && missing > 0) {
    terminal.err(
      `${missing} boxes are still open: ${content.assessment.questions.open.join(', ')}. Answer these questions, or leave out --strict.`,
    )
    return 1
  }
  const result = await writePacket(content, readFonts())
  if (!result.ok) {
    for (const problem of result.problems) {
      terminal.err(
        `${problem.box}: the typeface has no character for ${JSON.stringify(problem.character)} (U+${(problem.character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}). Write it in Latin, Greek or Cyrillic letters.`,
      )
    }
    return 1
  }
  try {
    writeWhole(out, result.bytes)
  } catch (error) {
    terminal.err(
      `${options.out}: the packet cannot be written here (${error instanceof Error ? error.message : String(error)}). Choose another folder.`,
    )
    return 1
  }
  const summary = {
    file: options.out,
    pages: result.pages,
    bytes: result.bytes.length,
    kenmerk: content.kenmerk,
    forms: content.forms.map((form) => form.id),
    counts: content.assessment.counts,
  }
  terminal.out(
    options.json
      ? JSON.stringify(summary, null, 2)
      : `${options.out}: ${result.pages} pages, ${content.forms.length} forms, ${content.assessment.counts.boxes} boxes, ${missing} still open, kenmerk ${content.kenmerk}`,
  )
  return 0
}

/** Under another name first: what stands at `out` is always a whole packet. */
function writeWhole(out: string, bytes: Uint8Array): void {
  const draft = `${out}.${process.pid}.part`
  try {
    writeFileSync(draft, bytes)
    renameSync(draft, out)
  } catch (error) {
    rmSync(draft, { force: true })
    throw error
  }
}

const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

/** Eight random characters that cannot be misread: `H1-7KQ4-M9XD`. */
function newKenmerk(): string {
  const letters = [...randomBytes(8)].map((byte) => ALPHABET[byte % ALPHABET.length] ?? '').join('')
  return `H1-${letters.slice(0, 4)}-${letters.slice(4)}`
}
