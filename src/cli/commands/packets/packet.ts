import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { contentInWords, setInWords } from '../../../engine/packet/english-lines.ts'
import { partOfDocument } from '../../../engine/packet/packet-set.ts'
import type { SetPart } from '../../../engine/packet/set-part.ts'
import { substituteOf } from '../../../model/answers/printable.ts'
import { answersText } from '../../../model/answers/write-answers.ts'
import { tellFinding } from '../../../model/findings/told.ts'
import { newReference } from '../../../model/packet-file/reference.ts'
import type { AnswerFile } from '../../../model/schema/answer-file.ts'
import { type ShownEnclosure, writePacket } from '../../../pdf/write.ts'
import { pdfsOf, tellUnfilled } from '../../files/official-files.ts'
import { openAttachments } from '../../files/open-attachments.ts'
import { fontsFor, readFonts } from '../../fonts.ts'
import { readOptions, required } from '../../options.ts'
import { readCase } from '../../read-case.ts'
import { fail } from '../../report.ts'
import { projectRoot } from '../../rule-files.ts'
import type { ExitCode, Terminal } from '../../terminal.ts'
import { PACKET_WORDS } from '../../words/packets.ts'

/** `packet --answers F --out P [--set] [--strict]`: the packet, without a browser. Missing boxes are printed blank; with --strict they are a failure.
 * Files named in the answers are looked up beside the answer file, checked and included; one that cannot be included is reported with the reason.
 * What the town gets is in Dutch, whatever --lang says; with --english-lines each label of its forms has the English one beneath it.
 * With --set P.pdf becomes P-aanvraag.pdf, a confidential P-vertrouwelijk-….pdf per person concerned, and P-ondertekening.pdf. */
export async function packet(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const options = readOptions(args, ['answers', 'variant', 'out', 'strict', 'set', 'english-lines', 'reference', 'kenmerk'])
  const words = PACKET_WORDS[options.lang]
  const out = resolve(terminal.cwd, required(options.out, '--out'))
  const read = await readCase(options, terminal)
  if ('findings' in read) return fail(read.findings, options, terminal)
  const opened = await openAttachments(
    read.application,
    read.file,
    read.source,
    resolve(terminal.cwd, required(options.answers, '--answers')),
  )
  for (const finding of opened.findings) terminal.err(tellFinding(finding, options.lang))
  if (options.strict && opened.findings.length > 0) return 1
  const content = contentInWords(
    opened.application,
    options.reference ?? newReference((bytes) => crypto.getRandomValues(bytes)),
    answersText(opened.file),
    options,
  )
  const { missing } = content.assessment.counts
  if (options.strict && missing > 0) {
    terminal.err(words.open(missing, content.assessment.questions.open))
    return 1
  }
  const fonts = readFonts()
  const parts = options.set ? setInWords(opened.application, content.reference, fileNamesOf(opened.file), options) : []
  const goWith = (part: SetPart | null): readonly ShownEnclosure[] =>
    part === null
      ? opened.enclosures
      : opened.enclosures.filter(({ document }) => partOfDocument(parts, opened.application, document) === part)
  const files: { path: string; name: string; about: string; pages: number; bytes: Uint8Array }[] = []
  const unfilled = new Set<string>()
  const pdfs = pdfsOf(content, projectRoot(terminal.cwd, options.rules))
  for (const part of options.set ? parts : [null]) {
    const { suffix, name } = part ?? { suffix: '', name: '' }
    const result = await writePacket(part?.content ?? content, fontsFor(part?.content ?? content, fonts), goWith(part), { pdfs })
    for (const { form, box, characters } of result.substituted)
      terminal.err(`${form}:${box}: ${words.noTypeface(characters.map(substituteOf))}`)
    const shown = withSuffix(options.out ?? '', suffix)
    tellUnfilled(shown, result.unfilled, options, terminal)
    for (const title of result.unfilled) unfilled.add(title)
    files.push({ path: withSuffix(out, suffix), name: shown, about: name, pages: result.pages, bytes: result.bytes })
  }
  try {
    for (const { path, bytes } of files) writeWhole(path, bytes)
  } catch (error) {
    terminal.err(words.unwritable(options.out ?? '', error))
    return 1
  }
  const summary = {
    file: options.out,
    pages: files.reduce((sum, { pages }) => sum + pages, 0),
    bytes: files.reduce((sum, { bytes }) => sum + bytes.length, 0),
    reference: content.reference,
    forms: content.forms.map((form) => form.id),
    counts: content.assessment.counts,
    attachments: opened.enclosures.map(({ document, name, bytes }) => ({ document, file: name, bytes: bytes.length })),
    ...(unfilled.size > 0 && { unfilled: [...unfilled] }),
    ...(options.set && { set: files.map(({ name, pages, bytes }) => ({ file: name, pages, bytes: bytes.length })) }),
  }
  if (options.json) terminal.out(JSON.stringify(summary, null, 2))
  else {
    for (const { name, about, pages } of options.set ? files : []) terminal.out(words.part(name, pages, about))
    terminal.out(
      words.made(options.out ?? '', {
        pages: summary.pages,
        forms: content.forms.length,
        boxes: content.assessment.counts.boxes,
        open: missing,
        attachments: opened.enclosures.length,
        reference: content.reference,
      }),
    )
  }
  return 0
}

const withSuffix = (path: string, suffix: string): string => (suffix === '' ? path : `${path.replace(/\.pdf$/i, '')}-${suffix}.pdf`)

/** Names of the attached files, by `document` or `document@row`. */
function fileNamesOf({ attachments }: AnswerFile): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>()
  for (const each of attachments) if ('file' in each) names.set(each.document, [...(names.get(each.document) ?? []), each.file])
  return names
}

/** Writes to a temporary name first: the file at `out` is always a complete packet. */
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
