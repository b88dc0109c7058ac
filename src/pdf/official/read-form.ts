import { EncryptedPDFError } from 'pdf-lib'
import type { PdfForm } from '../../model/official/pdf-form.ts'
import { sha256 } from '../../model/util/bytes/sha256.ts'
import { sheetsOfPdf } from '../added/pdf-sheets.ts'
import { NotDrawn } from '../added/sheets.ts'
import { withinLimits } from '../limits.ts'
import { openOwned } from '../opened/open.ts'
import { describeField, formKind, openForm } from './open-form.ts'
import { savedForm } from './write-fields.ts'

/** What a PDF holds as a form: its fields, or why it cannot be filled in. Always returns.
 * @param typeface the packet's own, in which fields are written */
export async function readForm(bytes: Uint8Array, typeface: Uint8Array): Promise<PdfForm> {
  const digest = await sha256(bytes)
  const bad = (problem: PdfForm['problem']): PdfForm => ({ digest, problem, detail: '', fields: [] })
  try {
    const read = await withinLimits(bytes.length, async (): Promise<PdfForm> => {
      const kind = formKind(await openOwned(bytes))
      if (kind !== 'fields') return bad(kind ?? 'noForm')
      const document = await openForm(bytes)
      const fields = document.getForm().getFields().map(describeField)
      const why = await whyUndrawn(await savedForm(document, typeface))
      return { digest, problem: why === null ? null : 'undrawn', detail: why ?? '', fields }
    })
    return read ?? bad('damaged')
  } catch (error) {
    return bad(error instanceof EncryptedPDFError ? 'encrypted' : 'damaged')
  }
}

/** Why its pages cannot be shown in an archive file; null: they can. */
async function whyUndrawn(bytes: Uint8Array): Promise<string | null> {
  try {
    await sheetsOfPdf(bytes)
    return null
  } catch (error) {
    if (error instanceof NotDrawn) return error.why
    throw error
  }
}
