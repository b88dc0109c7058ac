import { Zip, ZipPassThrough } from 'fflate'
import type { Case } from '../../../engine/context.ts'
import { type DeskEnclosure, deskFiles } from '../../../engine/packet/desks/desk-files.ts'
import { ahead, type InWhichWords } from '../../../engine/packet/english-lines.ts'
import { inPlainEnglish } from '../../../model/lang.ts'
import { concatBytes } from '../../../model/util/bytes/concat-bytes.ts'
import { inTurns } from '../../in-turns.ts'
import { onPaper } from '../../languages/on-paper.ts'
import type { Site } from '../../site.ts'

/** How many bytes go into the zip at once: between two pieces the page can repaint. */
const PIECE = 1024 * 1024

/** The files per department in one zip, the same bytes for the same answers. Stored, not deflated: the files are compressed already. */
export async function deskZip(
  site: Pick<Site, 'makeDeskPart' | 'later' | 'towns'>,
  application: Case,
  reference: string,
  enclosures: readonly DeskEnclosure[],
  words: InWhichWords,
  signal?: AbortSignal,
): Promise<{ readonly bytes: Uint8Array; readonly count: number; readonly unfilled: readonly string[] }> {
  const unfilled = new Set<string>()
  const write: Parameters<typeof deskFiles>[3] = async (content, own) => {
    const part = await site.makeDeskPart(content, own, signal)
    for (const title of part.unfilled) unfilled.add(title)
    return part
  }
  const paper = await onPaper(site, application)
  await inTurns(site, ahead(paper, words))
  const files = await inPlainEnglish(() => deskFiles(paper, reference, enclosures, write, words))
  const pieces: Uint8Array[] = []
  const zip = new Zip((error, piece) => {
    if (error) throw error
    pieces.push(piece)
  })
  for (const { name, bytes } of files) {
    const file = new ZipPassThrough(name)
    // a fixed time, as zip timestamps have no time zone and the same answers must give the same bytes
    file.mtime = new Date(`${application.dates.today}T12:00:00`)
    zip.add(file)
    for (let at = 0; at === 0 || at < bytes.length; at += PIECE) {
      file.push(bytes.subarray(at, at + PIECE), at + PIECE >= bytes.length)
      await new Promise<void>((done) => site.later(done, 0))
    }
  }
  zip.end()
  return { bytes: concatBytes(pieces), count: files.length, unfilled: [...unfilled] }
}
