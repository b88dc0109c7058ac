import { EncryptedPDFError, PDFArray, PDFDict, type PDFDocument, PDFName, type PDFObject, type PDFPage, PDFRawStream } from 'pdf-lib'
import { boxAround, type Matrix, matrixOf, SAME, times } from '../../model/util/matrix.ts'
import { withinLimits } from '../limits.ts'
import { openOwned } from '../opened/open.ts'
import { DrawnObjects, Redraw } from './redraw.ts'
import { Budget, MOST_PAGES, NotDrawn, type Sheet, type Sheets } from './sheets.ts'
import { Entries, streamBytes } from './unpack.ts'

/** Opens an added PDF. One with an owner password only is read like any other: it opens without a password. Throws NotDrawn. */
export async function openAdded(bytes: Uint8Array): Promise<PDFDocument> {
  try {
    const document = await withinLimits(bytes.length, () => openOwned(bytes))
    if (document === null) throw new NotDrawn('bomb')
    if (document.getPageCount() < 1) throw new NotDrawn('damaged')
    return document
  } catch (error) {
    if (error instanceof EncryptedPDFError) throw new NotDrawn('locked')
    throw error instanceof NotDrawn ? error : new NotDrawn('damaged')
  }
}

/** The pages of a PDF, redrawn. Throws NotDrawn when one of them cannot be drawn as it is: half a document would say something else. */
export async function sheetsOfPdf(bytes: Uint8Array): Promise<Sheets> {
  const document = await openAdded(bytes)
  const made = await withinLimits(bytes.length, async () => {
    refuseActions(document)
    const pages = document.getPages()
    if (pages.length > MOST_PAGES) throw new NotDrawn('tooManyPages')
    const budget = new Budget()
    const objects = new DrawnObjects()
    const showsAll = hidesNothing(document)
    return { pages: pages.map((page) => sheetOf(page, new Redraw(document.context, objects, budget, showsAll))), objects: objects.all }
  })
  if (made === null) throw new NotDrawn('bomb')
  return made
}

/** Actions that run, send or play something. */
const ACTIONS = new Set(['JavaScript', 'Launch', 'ImportData', 'SubmitForm', 'Rendition', 'RichMediaExecute', 'GoTo3DView'])
const PLAYED = new Set(['RichMedia', '3D', 'Movie', 'Screen', 'Sound'])

function refuseActions({ context, catalog }: PDFDocument): void {
  const form = new Entries(context, catalog).below('AcroForm')
  if (form?.get('XFA') !== undefined) throw new NotDrawn('form')
  const look = (object: PDFObject, depth: number): void => {
    if (depth > 8) return
    if (object instanceof PDFArray) for (const item of object.asArray()) look(item, depth + 1)
    const dict = object instanceof PDFRawStream ? object.dict : object
    if (!(dict instanceof PDFDict)) return
    const [action, subtype] = [dict.get(PDFName.of('S')), dict.get(PDFName.of('Subtype'))]
    if (action instanceof PDFName && ACTIONS.has(action.decodeText())) throw new NotDrawn('script')
    if (subtype instanceof PDFName && PLAYED.has(subtype.decodeText())) throw new NotDrawn('script')
    if (dict.has(PDFName.of('JS')) || dict.has(PDFName.of('JavaScript'))) throw new NotDrawn('script')
    for (const [, value] of dict.entries()) if (value instanceof PDFDict || value instanceof PDFArray) look(value, depth + 1)
  }
  for (const [, object] of context.enumerateIndirectObjects()) look(object, 0)
}

/** Whether every layer is visible to whoever opens the file. */
function hidesNothing({ context, catalog }: PDFDocument): boolean {
  const layers = new Entries(context, catalog).below('OCProperties')
  const standard = layers?.below('D')
  const off = standard?.get('OFF')
  return standard?.name('BaseState') !== 'OFF' && !(off instanceof PDFArray && off.size() > 0)
}

/** The visible part of a page as viewed: upright, from (0, 0) at the bottom left. */
export function frameOf(page: PDFPage): {
  readonly width: number
  readonly height: number
  /** From the units of the page to those of the sheet. */
  readonly matrix: Matrix
  readonly seen: readonly [left: number, bottom: number, right: number, top: number]
} {
  const entries = new Entries(page.node.context, page.node)
  const unit = entries.number('UserUnit') ?? 1
  const media = page.getMediaBox()
  const crop = page.getCropBox()
  const left = Math.max(media.x, crop.x)
  const bottom = Math.max(media.y, crop.y)
  const right = Math.min(media.x + media.width, crop.x + crop.width)
  const top = Math.min(media.y + media.height, crop.y + crop.height)
  const turn = ((Math.round(page.getRotation().angle / 90) % 4) + 4) % 4
  const turned: readonly Matrix[] = [
    [1, 0, 0, 1, -left, -bottom],
    [0, -1, 1, 0, -bottom, right],
    [-1, 0, 0, -1, right, top],
    [0, 1, -1, 0, top, -left],
  ]
  const upright = turned[turn] ?? SAME
  const [across, up] = turn % 2 === 0 ? [right - left, top - bottom] : [top - bottom, right - left]
  const matrix = times(upright, [unit, 0, 0, unit, 0, 0])
  return { width: across * unit, height: up * unit, matrix, seen: [left, bottom, right, top] }
}

function sheetOf(page: PDFPage, redraw: Redraw): Sheet {
  const { context } = page.node
  const { width, height, matrix, seen } = frameOf(page)
  if (!(width >= 3 && height >= 3 && width <= 20_000 && height <= 20_000)) throw new NotDrawn('picture')
  redraw.within(matrix, seen, () => {
    const resources = page.node.Resources()
    redraw.content(contentOf(page), resources && new Entries(context, resources))
    for (const note of notesOf(page)) drawNote(note, redraw)
  })
  return redraw.sheet(width, height)
}

function contentOf(page: PDFPage): Uint8Array {
  const { context } = page.node
  const given = context.lookup(page.node.get(PDFName.of('Contents')))
  const streams = given instanceof PDFArray ? given.asArray().map((ref) => context.lookup(ref)) : given === undefined ? [] : [given]
  const parts = streams.map((stream) => {
    if (!(stream instanceof PDFRawStream)) throw new NotDrawn('damaged')
    return streamBytes(stream)
  })
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length + 1, 0)).fill(0x0a)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length + 1
  }
  return whole
}

const notesOf = (page: PDFPage): Entries[] =>
  (page.node.Annots()?.asArray() ?? []).flatMap((ref) => {
    const note = page.node.context.lookup(ref)
    return note instanceof PDFDict ? [new Entries(page.node.context, note)] : []
  })

/** An annotation, a stamp, a filled field: its appearance is drawn on the page as well (ISO 32000-1, 12.5.5). */
function drawNote(note: Entries, redraw: Redraw): void {
  const kind = note.name('Subtype')
  const flags = note.number('F') ?? 0
  // hidden, or not shown on screen
  if (kind === 'Popup' || kind === 'Link' || (flags & 2) !== 0 || (flags & 32) !== 0) return
  const looks = note.below('AP')
  const state = note.name('AS')
  const stream = looks?.stream('N') ?? (state === undefined ? undefined : looks?.below('N')?.stream(state))
  if (!stream) {
    // a filled field without an appearance, which the viewer is supposed to draw
    if (kind === 'Widget' && note.name('FT') !== 'Btn' && note.get('V') !== undefined) throw new NotDrawn('form')
    return
  }
  const form = new Entries(note.context, stream.dict)
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = note.numbers('Rect') ?? []
  const [b1 = 0, b2 = 0, b3 = 0, b4 = 0] = form.numbers('BBox') ?? []
  const around = boxAround([b1, b2, b3, b4], matrixOf(form.numbers('Matrix')))
  const [wide, high] = [around[2] - around[0], around[3] - around[1]]
  if (!(wide > 0 && high > 0)) return
  const [scaleX, scaleY] = [Math.abs(x2 - x1) / wide, Math.abs(y2 - y1) / high]
  redraw.form(stream, undefined, 1, [scaleX, 0, 0, scaleY, Math.min(x1, x2) - around[0] * scaleX, Math.min(y1, y2) - around[1] * scaleY])
}
