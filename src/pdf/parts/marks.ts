import type { PacketContent } from '../../engine/assessment.ts'

/** Marks of the documents that belong to the packet, `B1` and up, by key `id` or `id@row`. */
export function marksOf({ assessment }: PacketContent): ReadonlyMap<string, string> {
  const wanted = assessment.documents.filter(({ state }) => state !== 'none')
  return new Map(wanted.map((document, index) => [keyOf(document), `B${index + 1}`]))
}

export const keyOf = ({ id, row }: { readonly id: string; readonly row: string | null }): string => (row === null ? id : `${id}@${row}`)

/** Marks of the signing pages, `S1` and up, by row of the signer. */
export const signerMarks = ({ signers }: PacketContent): ReadonlyMap<string, string> =>
  new Map(signers.map(({ row }, index) => [row, `S${index + 1}`]))
