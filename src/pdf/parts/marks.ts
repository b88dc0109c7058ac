import type { PacketContent } from '../../engine/assessment.ts'

/** Mark of each document that belongs to the packet, `B1` and on, by its key `id` or `id@row`. */
export function marksOf({ assessment }: PacketContent): ReadonlyMap<string, string> {
  const wanted = assessment.documents.filter(({ state }) => state !== 'none')
  return new Map(wanted.map((document, index) => [keyOf(document), `B${index + 1}`]))
}

export const keyOf = ({ id, row }: { readonly id: string; readonly row: string | null }): string => (row === null ? id : `${id}@${row}`)

/** Mark of the signing page of each signer, `S1` and on, by row. */
export const signerMarks = ({ signers }: PacketContent): ReadonlyMap<string, string> =>
  new Map(signers.map(({ row }, index) => [row, `S${index + 1}`]))
