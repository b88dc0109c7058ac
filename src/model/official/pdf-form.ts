import { z } from 'zod'

/** A field of a fillable PDF (ISO 32000-1, 12.7). */
const PdfField = z.strictObject({
  name: z.string(),
  kind: z.enum(['text', 'check', 'radio', 'dropdown', 'list', 'button', 'signature', 'other']),
  /** What may be chosen. */
  options: z.array(z.string()),
})
export type PdfField = z.infer<typeof PdfField>

/** What a PDF says of itself: read outside this room, which knows no PDF, and handed in as the text of that file. */
const PdfForm = z.strictObject({
  /** SHA-256 of the file, in hexadecimal digits. */
  digest: z.string(),
  /** Why it cannot be filled in. `undrawn`: its pages cannot be shown in an archive file, because its letters are not inside for one. `unread`: nobody looked. */
  problem: z.enum(['encrypted', 'xfa', 'noForm', 'damaged', 'undrawn', 'unread']).nullable(),
  /** Of what cannot be drawn: why. */
  detail: z.string(),
  fields: z.array(PdfField),
})
export type PdfForm = z.infer<typeof PdfForm>

/** Reads each PDF among the files: there its text is what was found in it, as JSON. */
export function readPdfForms(files: ReadonlyMap<string, string>): Map<string, PdfForm> {
  const forms = new Map<string, PdfForm>()
  for (const [path, text] of files) if (path.endsWith('.pdf')) forms.set(path, PdfForm.parse(JSON.parse(text)))
  return forms
}

/** The PDF that a file of the rules names: beside it, or in the folder of its town. */
export function findPdf(
  forms: ReadonlyMap<string, PdfForm>,
  from: string,
  name: string,
): { readonly path: string; readonly form: PdfForm } | null {
  if (!/^[\w-]+(?:\.[\w-]+)*\.pdf$/.test(name)) return null
  const folder = from.split('/').slice(0, -1)
  for (const parts of [folder, folder.slice(0, 3)]) {
    const path = [...parts, name].join('/')
    const form = forms.get(path)
    if (form) return { path, form }
  }
  return null
}
