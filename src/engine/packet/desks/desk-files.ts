import { sha256 } from '../../../model/util/bytes/sha256.ts'
import type { PacketContent } from '../../assessment.ts'
import type { Case } from '../../context.ts'
import { deskPartsInWords, type InWhichWords } from '../english-lines.ts'
import { csv } from './csv.ts'

/** A file of the applicant. `document`: what it is a copy of, `document` or `document@row`; null: not known. */
export interface DeskEnclosure {
  readonly document: string | null
  readonly name: string
  /** MIME type. */
  readonly type: string
  readonly bytes: Uint8Array
}

export interface DeskFile {
  readonly name: string
  readonly bytes: Uint8Array
  /** SHA-256, in hex. */
  readonly hash: string
}

/** The PDF of one department. */
export interface DeskPdf {
  readonly bytes: Uint8Array
  /** PDFs of the town, filled in and still editable. */
  readonly forms: readonly { readonly name: string; readonly bytes: Uint8Array }[]
  /** Titles of those that could not be filled in. */
  readonly unfilled: readonly string[]
}

/** The files `split` makes of a packet. Per department and channel: a PDF of its own forms with no files embedded, the answers they print as JSON, its boxes as
 * a table, filled-in PDFs of the town, and its attachments; last an inventory with the checksums of all. `write` makes a PDF, and returns the filled-in
 * forms. */
export async function deskFiles(
  application: Case,
  reference: string,
  enclosures: readonly DeskEnclosure[],
  write: (content: PacketContent, enclosures: readonly (DeskEnclosure & { readonly document: string })[]) => Promise<DeskPdf>,
  words: InWhichWords = { englishLines: false },
): Promise<DeskFile[]> {
  const files: DeskFile[] = []
  const add = async (name: string, whole: Uint8Array | string): Promise<void> => {
    const bytes = typeof whole === 'string' ? new TextEncoder().encode(whole) : whole
    files.push({ name, bytes, hash: await sha256(bytes) })
  }
  for (const { suffix, answersJson, content } of deskPartsInWords(application, reference, words)) {
    const name = `${reference}-${suffix}`
    const wanted = new Set(content.assessment.documents.map(({ id }) => id))
    const own = enclosures.flatMap((file) => {
      const { document } = file
      return document !== null && wanted.has(document.split('@')[0] ?? '') ? [{ ...file, document }] : []
    })
    const { bytes: pdf, forms } = await write(content, own)
    await add(`${name}.pdf`, pdf)
    for (const form of forms) await add(`${name}-${form.name}`, form.bytes)
    await add(`${name}.json`, answersJson)
    await add(`${name}.csv`, csv(boxRows(content)))
    for (const [index, { name: file, bytes }] of own.entries()) await add(`${name}-${index + 1}-${safeName(file)}`, bytes)
  }
  const inventory = files.map(({ name, bytes, hash }) => [name, String(bytes.length), hash])
  await add(`${reference}-inventory.csv`, csv([['file', 'bytes', 'sha256'], ...inventory]))
  return files
}

/** One row per box, as printed; a table in a box gives one row per line. */
function boxRows({ forms }: PacketContent): string[][] {
  const rows = forms.flatMap((form) =>
    form.sections.flatMap((section) =>
      section.instances.flatMap(({ row, boxes }) =>
        boxes.flatMap((box) => {
          const about = [form.title, section.title, row ?? '', box.official ?? box.nr, box.label, box.state]
          const { header, cells } = box.rows ?? { header: [], cells: [] }
          const lines = cells.map((line) => line.map((text, at) => `${header[at] ?? ''}: ${text}`).join('; '))
          return (lines.length > 0 ? lines : [box.text ?? '']).map((text) => [...about, text, box.exportKey ?? '', metaText(box.meta)])
        }),
      ),
    ),
  )
  return [['form', 'section', 'row', 'box', 'label', 'state', 'answer', 'key', 'meta'], ...rows]
}

const metaText = (meta: Readonly<Record<string, string>> | null): string =>
  Object.entries(meta ?? {})
    .map(([name, value]) => `${name}=${value}`)
    .join('; ')

/** A file name with no special meaning on any system. */
const safeName = (name: string): string =>
  name
    .replaceAll(/[^\p{L}\p{N}. _()-]/gu, '_')
    .replace(/^\.+/, '')
    .slice(-120) || 'file'
