import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PacketContent } from '../../engine/assessment.ts'
import type { PdfForm } from '../../model/official/pdf-form.ts'
import { readFonts } from '../fonts.ts'
import type { Options } from '../options.ts'
import type { Terminal } from '../terminal.ts'
import { PACKET_WORDS } from '../words/packets.ts'

const FOLDERS = ['rules', 'forms'] as const

/** What was read from PDFs, by their SHA-256; never stale, as the same bytes always give the same. */
const known = new Map<string, string>()

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Reads the fields of every PDF of a project; `readFiles` then returns them as its text. A project without PDFs loads no PDF library. */
export async function readOfficialForms(root: string): Promise<void> {
  for (const folder of FOLDERS) for (const file of pdfsIn(join(root, folder))) await readOfficialForm(new Uint8Array(readFileSync(file)))
}

/** Reads the fields of one PDF from anywhere. */
export async function readOfficialForm(bytes: Uint8Array): Promise<void> {
  const digest = sha256(bytes)
  if (known.has(digest)) return
  const { readForm } = await import('../../pdf/official/read-form.ts')
  known.set(digest, JSON.stringify(await readForm(bytes, readFonts().regular)))
}

/** What was read from a PDF, as JSON; if it was never read, that problem. */
export function officialText(bytes: Uint8Array): string {
  const digest = sha256(bytes)
  const unread: PdfForm = { digest, problem: 'unread', detail: '', fields: [] }
  return known.get(digest) ?? JSON.stringify(unread)
}

/** The PDFs that the forms of a packet are filled in on, by their SHA-256. Throws when one has changed since it was read. */
export function pdfsOf(content: PacketContent, root: string): Map<string, Uint8Array> {
  const pdfs = new Map<string, Uint8Array>()
  for (const { official } of (content.town ?? content).forms) {
    if (official === null) continue
    const bytes = new Uint8Array(readFileSync(join(root, official.file)))
    if (sha256(bytes) !== official.digest) throw new Error(`${official.file} was changed while it was read`)
    pdfs.set(official.digest, bytes)
  }
  return pdfs
}

/** Reports on stderr which forms of the town could not be filled in, and are printed in our own layout instead. */
export function tellUnfilled(
  about: string,
  unfilled: readonly string[],
  { lang }: Pick<Options, 'lang'>,
  terminal: Pick<Terminal, 'err'>,
): void {
  const words = PACKET_WORDS[lang]
  for (const title of unfilled) terminal.err(`${about}: ${words.warning}: ${words.unfilled(title)}`)
}

function pdfsIn(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.pdf'))
      .map((file) => join(folder, file))
      .toSorted()
  } catch {
    // a missing folder is reported when the rules are read
    return []
  }
}
