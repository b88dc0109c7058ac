import { z } from 'zod'

/** A field of a fillable PDF (ISO 32000-1, 12.7). */
const PdfField = z.strictObject({
  name: z.string(),
  kind: z.enum(['text', 'check', 'radio', 'dropdown', 'list', 'button', 'signature', 'other']),
  /** Options to choose from. */
  options: z.array(z.string()),
})
export type PdfField = z.infer<typeof PdfField>

/** What was read from a PDF: this room cannot parse PDFs, and gets this as the text of that file. */
const PdfForm = z.strictObject({
  /** SHA-256 of the file, in hex. */
  digest: z.string(),
  /** Why it cannot be filled in. `undrawn`: its pages do not conform to PDF/A, for example because a font is not embedded. `unread`: it was not read. */
  problem: z.enum(['encrypted', 'xfa', 'noForm', 'damaged', 'undrawn', 'unread']).nullable(),
  /** Why it cannot be drawn. */
  detail: z.string(),
  fields: z.array(PdfField),
})
export type PdfForm = z.infer<typeof PdfForm>

/** Parses the PDFs among the files: their text is the JSON of what was read from them. */
export function readPdfForms(files: ReadonlyMap<string, string>): Map<string, PdfForm> {
  const forms = new Map<string, PdfForm>()
  for (const [path, text] of files) if (path.endsWith('.pdf')) forms.set(path, PdfForm.parse(JSON.parse(text)))
  return forms
}

/** The PDF named in a rule file: beside it, or in the folder of its town. */
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
