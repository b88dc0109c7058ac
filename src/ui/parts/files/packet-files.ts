import type { Draft } from '../../../draft/draft.ts'
import { freshFileKey } from '../../../draft/files/file-keys.ts'
import type { Enclosure } from '../../../model/packet-file/enclosure.ts'
import type { ReadPacket } from '../../../model/packet-file/read-packet.ts'
import type { AnswerFile } from '../../../model/schema/answer-file.ts'

export type OpenedPacket = Extract<ReadPacket, { ok: true }>

/** The files in a packet that its answers list as attachments, under the names their owner gave them. */
export const filesOfPacket = ({ files }: OpenedPacket, { attachments }: AnswerFile): Enclosure[] =>
  withKeys(
    attachments.flatMap((entry, index) => {
      if (!('file' in entry)) return []
      const own = files.filter(({ document }) => document === entry.document)
      const before = attachments.slice(0, index).filter((each) => 'file' in each && each.document === entry.document).length
      const found = own.find(({ name }) => name === entry.file) ?? own[before]
      return found ? [{ ...found, document: entry.document, name: entry.file }] : []
    }),
  )

/** Gives each of several files of one document a key of its own. */
function withKeys<F extends { readonly document: string; readonly name: string; readonly type: string }>(files: readonly F[]): F[] {
  const draft: { files: Draft['files'] } = { files: {} }
  return files.map((file) => {
    const document = freshFileKey(draft, file.document)
    draft.files = { ...draft.files, [document]: { name: file.name, type: file.type, size: 0 } }
    return { ...file, document }
  })
}
