import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { PacketContent } from '../../../engine/assessment.ts'
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
import { type OpenedAttachments, openAttachments } from '../../files/open-attachments.ts'
import { fontsFor, readFonts } from '../../fonts.ts'
import { type Options, readOptions, required } from '../../options.ts'
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
  const { counts, questions } = content.assessment
  if (options.strict && counts.missing > 0) {
    terminal.err(words.open(counts.missing, questions.open))
    return 1
  }
  const made = await makeFiles(opened, content, options, terminal)
  try {
    for (const { suffix, bytes } of made.files) writeWhole(withSuffix(out, suffix), bytes)
  } catch (error) {
    terminal.err(words.unwritable(options.out ?? '', error))
    return 1
  }
  report(made, opened, content, options, terminal)
  return 0
}

/** A file of the packet. */
interface MadeFile {
  readonly suffix: string
  /** Its path as it was asked for. */
  readonly name: string
  /** The person it is about; empty: it is for everybody in the application. */
  readonly about: string
  readonly pages: number
  readonly bytes: Uint8Array
}
interface Made {
  readonly files: readonly MadeFile[]
  /** Titles of forms of the town that could not be filled in. */
  readonly unfilled: readonly string[]
}

/** The packet, or each file of its set; tells what could not be printed as it should. */
async function makeFiles(opened: OpenedAttachments, content: PacketContent, options: Options, terminal: Terminal): Promise<Made> {
  const fonts = readFonts()
  const pdfs = pdfsOf(content, projectRoot(terminal.cwd, options.rules))
  const parts = options.set ? setInWords(opened.application, content.reference, fileNamesOf(opened.file), options) : []
  const goWith = (part: SetPart | null): readonly ShownEnclosure[] =>
    part === null
      ? opened.enclosures
      : opened.enclosures.filter(({ document }) => partOfDocument(parts, opened.application, document) === part)
  const files: MadeFile[] = []
  const unfilled = new Set<string>()
  for (const part of options.set ? parts : [null]) {
    const { suffix, name: about } = part ?? { suffix: '', name: '' }
    const own = part?.content ?? content
    const result = await writePacket(own, fontsFor(own, fonts), goWith(part), { pdfs })
    for (const { form, box, characters } of result.substituted)
      terminal.err(`${form}:${box}: ${PACKET_WORDS[options.lang].noTypeface(characters.map(substituteOf))}`)
    const name = withSuffix(options.out ?? '', suffix)
    tellUnfilled(name, result.unfilled, options, terminal)
    for (const title of result.unfilled) unfilled.add(title)
    files.push({ suffix, name, about, pages: result.pages, bytes: result.bytes })
  }
  return { files, unfilled: [...unfilled] }
}

function report(
  { files, unfilled }: Made,
  { enclosures }: OpenedAttachments,
  content: PacketContent,
  options: Options,
  terminal: Terminal,
): void {
  const words = PACKET_WORDS[options.lang]
  const { reference, forms } = content
  const { counts } = content.assessment
  const pages = files.reduce((sum, file) => sum + file.pages, 0)
  if (options.json) {
    const summary = {
      file: options.out,
      pages,
      bytes: files.reduce((sum, { bytes }) => sum + bytes.length, 0),
      reference,
      forms: forms.map((form) => form.id),
      counts,
      attachments: enclosures.map(({ document, name, bytes }) => ({ document, file: name, bytes: bytes.length })),
      ...(unfilled.length > 0 && { unfilled }),
      ...(options.set && { set: files.map(({ name, pages, bytes }) => ({ file: name, pages, bytes: bytes.length })) }),
    }
    terminal.out(JSON.stringify(summary, null, 2))
    return
  }
  for (const { name, about, pages } of options.set ? files : []) terminal.out(words.part(name, pages, about))
  const made = { pages, forms: forms.length, boxes: counts.boxes, open: counts.missing, attachments: enclosures.length, reference }
  terminal.out(words.made(options.out ?? '', made))
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
