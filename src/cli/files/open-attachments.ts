import { readFileSync, statSync } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'
import { edit } from '../../engine/case.ts'
import type { Case } from '../../engine/context.ts'
import { ATTACHMENT_KINDS, ATTACHMENT_LIMIT, attachmentKind } from '../../model/answers/attachment-kind.ts'
import type { Source } from '../../model/files/source.ts'
import type { Finding } from '../../model/findings/finding.ts'
import type { AnswerFile } from '../../model/schema/answer-file.ts'
import { type Attached, attach } from '../../pdf/added/attached.ts'
import type { ShownEnclosure } from '../../pdf/write.ts'
import { systemCode } from './system-code.ts'

export interface OpenedAttachments {
  /** The case with only the opened files attached; documents without one are marked as following later. */
  readonly application: Case
  /** The answer file to match. */
  readonly file: AnswerFile
  readonly enclosures: readonly ShownEnclosure[]
  /** Why a file named in the answers is not included. */
  readonly findings: readonly Finding[]
}

/** Opens and checks each file named in the answers. Paths are relative to the folder of the answer file at `path`. */
export async function openAttachments(application: Case, file: AnswerFile, source: Source, path: string): Promise<OpenedAttachments> {
  const enclosures: ShownEnclosure[] = []
  const findings: Finding[] = []
  const absent = new Set<AnswerFile['attachments'][number]>()
  for (const [index, entry] of file.attachments.entries()) {
    if (!('file' in entry)) continue
    const opened = await openOne(resolve(dirname(path), entry.file), entry.file, acceptedFor(application, entry.document))
    if ('problem' in opened) {
      absent.add(entry)
      findings.push({
        code: 'BAD_ATTACHMENT',
        severity: 'warning',
        file: source.file,
        ...source.at(['attachments', index, 'file']),
        path: `attachments[${index}].file`,
        message: `${entry.file} does not go along: ${opened.problem}`,
        mend: `${opened.mend} ${others(file, entry) > 0 ? 'The other files of this document do go along.' : 'The packet says that this document follows later.'}`,
      })
    } else enclosures.push({ ...opened, document: entry.document })
  }
  // a document with several files keeps those that are in order
  const inside = new Set(enclosures.map(({ document }) => document))
  const later = new Set([...absent].flatMap(({ document }) => (inside.has(document) ? [] : [document])))
  const edits = [...later].map((key) => {
    const [document = '', row = null] = key.split('@')
    return { kind: 'attach', document, row, state: 'later' } as const
  })
  return {
    application: edits.length > 0 ? edit(application, edits) : application,
    file: {
      ...file,
      attachments: [
        ...file.attachments.filter((entry) => !absent.has(entry)),
        ...[...later].map((document) => ({ document, later: true as const })),
      ],
    },
    enclosures,
    findings,
  }
}

/** How many other files the answers name for the same document. */
const others = ({ attachments }: AnswerFile, entry: AnswerFile['attachments'][number]): number =>
  attachments.filter((each) => each !== entry && 'file' in each && each.document === entry.document).length

/** File extensions accepted for the document; empty: any that a packet can hold. */
const acceptedFor = ({ variant }: Case, key: string): readonly string[] =>
  variant.documents.find(({ id }) => id === key.split('@')[0])?.accepted ?? []

type Opened = Pick<ShownEnclosure, 'name' | 'type' | 'bytes' | 'shown'> | { readonly problem: string; readonly mend: string }

async function openOne(path: string, shown: string, accepted: readonly string[]): Promise<Opened> {
  let bytes: Uint8Array
  try {
    const { size } = statSync(path)
    if (size > ATTACHMENT_LIMIT)
      return {
        problem: `it is larger than ${ATTACHMENT_LIMIT / 1024 / 1024} MB.`,
        mend: 'Make a smaller copy, for instance by scanning in grey.',
      }
    bytes = new Uint8Array(readFileSync(path))
  } catch (error) {
    return { problem: `it cannot be read (${systemCode(error)}).`, mend: 'Put it beside the answer file, or write its path from there.' }
  }
  if (bytes.length === 0) return { problem: 'it is empty.', mend: 'Save or download it again.' }
  const type = attachmentKind(shown, bytes)
  if (type === null) return { problem: 'it is not a PDF, JPEG, PNG or plain text, whatever its name says.', mend: 'Save it as a PDF.' }
  const endings: readonly string[] = ATTACHMENT_KINDS[type]
  if (accepted.length > 0 && !endings.some((ending) => accepted.includes(ending)))
    return {
      problem: `it is a ${endings[0]}, and this document is wanted as ${accepted.join(' or ')}.`,
      mend: `Save it as ${accepted[0]}.`,
    }
  const found = await attach(shown, bytes)
  const refused = found.kind === 'named' ? REFUSED[found.why] : undefined
  return refused ?? { name: basename(shown), type, bytes, shown: found }
}

/** Files that the recipient cannot use, or had better not open. One that merely cannot be drawn is included: the packet says why it has no pages. */
const REFUSED: Readonly<Partial<Record<Extract<Attached, { why: unknown }>['why'], { readonly problem: string; readonly mend: string }>>> =
  {
    locked: { problem: 'it is locked with a password.', mend: 'Save it without password.' },
    damaged: { problem: 'it is damaged or cut off.', mend: 'Save or download it again.' },
    script: { problem: 'it contains a program (JavaScript, or an action that runs or sends something).', mend: 'Print it to a new PDF.' },
    bomb: { problem: 'it unpacks to far more than a document does.', mend: 'Print it to a new PDF.' },
  }
