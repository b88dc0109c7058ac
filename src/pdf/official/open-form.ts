import {
  PDFArray,
  PDFButton,
  PDFCheckBox,
  PDFDict,
  type PDFDocument,
  PDFDropdown,
  type PDFField,
  PDFName,
  type PDFObject,
  PDFOptionList,
  PDFRadioGroup,
  PDFRef,
  PDFSignature,
  PDFTextField,
} from 'pdf-lib'
import type { PdfField } from '../../model/official/pdf-form.ts'
import { openOwned } from '../opened/open.ts'

const name = (text: string): PDFName => PDFName.of(text)

/** Opens a fillable PDF to fill it in, without what runs or sends something: a form that is handed in filled needs none of that. Throws
 * EncryptedPDFError when a password is needed. */
export async function openForm(bytes: Uint8Array): Promise<PDFDocument> {
  const document = await openOwned(bytes)
  const { catalog, context } = document
  // signatures and usage rights of its author are about the empty form
  for (const key of ['Perms', 'OpenAction', 'AA', 'Legal']) catalog.delete(name(key))
  const names = catalog.lookup(name('Names'))
  if (names instanceof PDFDict) names.delete(name('JavaScript'))
  const form = catalog.lookup(name('AcroForm'))
  // XFA repeats the fields; the library would drop it with a warning on the console
  if (form instanceof PDFDict) for (const key of ['XFA', 'NeedAppearances', 'SigFlags', 'CO']) form.delete(name(key))
  const runs = (value: PDFObject | undefined): boolean => {
    const dict = value instanceof PDFRef ? context.lookup(value) : value
    return dict instanceof PDFDict && (RUNS.has(dict.get(name('S'))) || dict.has(name('JS')))
  }
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    if (runs(object)) context.delete(ref)
    if (!(object instanceof PDFDict)) continue
    if (object.get(name('Subtype')) === name('Widget') || object.has(name('FT')) || object.get(name('Type')) === name('Page'))
      object.delete(name('AA'))
    for (const [key, value] of object.entries()) if (runs(value)) object.delete(key)
  }
  return document
}

const RUNS: ReadonlySet<unknown> = new Set(
  ['JavaScript', 'Launch', 'SubmitForm', 'ImportData', 'ResetForm', 'Rendition'].map((kind) => PDFName.of(kind)),
)

/** Whether there is a form with fields, or only an XFA form. */
export function formKind({ catalog }: PDFDocument): 'fields' | 'xfa' | null {
  const form = catalog.lookup(name('AcroForm'))
  if (!(form instanceof PDFDict)) return null
  const fields = form.lookup(name('Fields'))
  const isXfa = form.has(name('XFA')) || String(catalog.lookup(name('NeedsRendering'))) === 'true'
  if (String(catalog.lookup(name('NeedsRendering'))) === 'true') return 'xfa'
  if (fields instanceof PDFArray && fields.size() > 0) return 'fields'
  return isXfa ? 'xfa' : null
}

/** The kind of a field, and its options. */
export function describeField(field: PDFField): PdfField {
  const described = (kind: PdfField['kind'], options: readonly string[] = []): PdfField => ({
    name: field.getName(),
    kind,
    options: [...new Set(options)],
  })
  if (field instanceof PDFTextField) return described('text')
  if (field instanceof PDFCheckBox) return described('check')
  if (field instanceof PDFRadioGroup) return described('radio', buttonsOf(field))
  if (field instanceof PDFDropdown) return described('dropdown', choicesOf(field).flat())
  if (field instanceof PDFOptionList) return described('list', choicesOf(field).flat())
  if (field instanceof PDFSignature) return described('signature')
  return described(field instanceof PDFButton ? 'button' : 'other')
}

/** The options of a radio group that have a button: pdf-lib also lists options of `Opt` without one. */
export const buttonsOf = (field: PDFRadioGroup): string[] => field.getOptions().slice(0, field.acroField.getOnValues().length)

/** The options of a list: as the file names them, and as they are shown. */
export const choicesOf = (field: PDFDropdown | PDFOptionList): (readonly [value: string, shown: string])[] =>
  field.acroField.getOptions().map(({ value, display }) => [value.decodeText(), (display ?? value).decodeText()] as const)
