import { PDFDict, type PDFDocument, PDFName, PDFNumber, type PDFRef } from 'pdf-lib'
import { toLatin1 } from '../../model/util/bytes/latin1.ts'
import type { Sheets } from '../added/sheets.ts'
import { A4, type Artifact, type Node, type PacketDocument, type Page, type Placement, type Shape, type TextRun } from '../document.ts'
import { writeBookmarks } from '../tags/bookmarks.ts'
import { type Area, PARENT_TREE, writeLinks, writeParents } from '../tags/links.ts'
import { textString } from '../tags/raw-object.ts'
import { type Mark, writeElements } from '../tags/structure.ts'
import type { Typeface } from '../type/typeface.ts'
import { drawnSheets, pictureName } from './draw-sheets.ts'
import { markOperators, PICTURE_MARK, rgb } from './mark-operators.ts'

/** Draws the pages and writes their structure: every text is in an element, in reading order; the rest is an artifact. Returns the content of each
 * page. */
export function draw(
  document: PDFDocument,
  packet: PacketDocument,
  typeface: Typeface,
  sheets: readonly (Sheets | null)[] = [],
  markPicture: PDFRef | null = null,
): Uint8Array[] {
  const marks = new Marks()
  const drawn = drawPages(document, packet, typeface, marks, drawnSheets(document.context, sheets), markPicture)
  const linked = drawLinks(document, packet, drawn, marks)
  writeStructure(document, packet, drawn, linked, marks)
  writeBookmarks(
    document,
    packet.bookmarks,
    drawn.map(({ ref }) => ref),
  )
  return drawn.map(({ content }) => content)
}

/** Where the content of each element is, in the order in which it was drawn. */
class Marks {
  readonly of = new Map<Node, Mark[]>()
  private at = 0

  note(node: Node, mark: Omit<Mark, 'at'>): void {
    this.at += 1
    const known = this.of.get(node)
    if (known) known.push({ ...mark, at: this.at })
    else this.of.set(node, [{ ...mark, at: this.at }])
  }
}

/** A page that was drawn. */
interface DrawnPage {
  readonly ref: PDFRef
  readonly node: PDFDict
  readonly content: Uint8Array
  /** Elements of its content, by the number that it has there. */
  readonly owned: readonly Node[]
  /** Its links. */
  readonly areas: readonly Area[]
}

function drawPages(
  document: PDFDocument,
  { pages, colour }: PacketDocument,
  typeface: Typeface,
  marks: Marks,
  pictureOf: ReturnType<typeof drawnSheets>,
  markPicture: PDFRef | null,
): DrawnPage[] {
  const { context } = document
  const fonts = Object.fromEntries(typeface.faces.map(({ name, embedded }) => [name, embedded.ref]))
  return pages.map((page) => {
    const made = document.addPage(page.landscape ? [A4.height, A4.width] : [A4.width, A4.height])
    const { ref } = made
    const owned: Node[] = []
    const { operators, areas } = contentOf(page, colour, typeface, (node) => {
      const mcid = owned.push(node) - 1
      marks.note(node, { page: ref, mcid })
      return mcid
    })
    const content = toLatin1(operators)
    made.node.set(PDFName.of('Contents'), context.register(context.flateStream(content)))
    const pictures = page.placements.flatMap((placement) => (placement.kind === 'picture' ? [placement] : []))
    const shown = Object.fromEntries([
      ...pictures.map((picture) => [pictureName(picture), pictureOf(picture)] as const),
      ...(markPicture && page.placements.some(({ kind }) => kind === 'mark') ? [[PICTURE_MARK, markPicture] as const] : []),
    ])
    made.node.set(PDFName.of('Resources'), context.obj({ Font: fonts, ...(Object.keys(shown).length > 0 && { XObject: shown }) }))
    made.node.set(PDFName.of('Tabs'), PDFName.of('S'))
    return { ref, node: made.node, content, owned, areas }
  })
}

/** Makes the links of all pages; returns the element of each, in the order of their numbers in the parent tree. */
function drawLinks(document: PDFDocument, { places }: PacketDocument, drawn: readonly DrawnPage[], marks: Marks): Node[] {
  const resolve = (name: string): { page: PDFRef; top: number } => {
    const place = places.get(name)
    const page = drawn[(place?.page ?? 0) - 1]
    if (!place || !page) throw new Error(`a link leads to ${name}, which is not in the file`)
    return { page: page.ref, top: place.top }
  }
  const linked: Node[] = []
  drawn.forEach(({ ref, node, areas }, index) => {
    node.set(PDFName.of('StructParents'), PDFNumber.of(index))
    if (areas.length === 0) return
    const annotations = writeLinks(document, { ref, areas }, resolve, drawn.length + linked.length)
    node.set(PDFName.of('Annots'), document.context.obj(annotations))
    areas.forEach((area, nth) => {
      const annotation = annotations[nth]
      if (annotation) marks.note(area.node, { page: ref, annotation })
      linked.push(area.node)
    })
  })
  return linked
}

/** The tree of elements, and from each mark and link back to its element. */
function writeStructure(
  document: PDFDocument,
  packet: PacketDocument,
  drawn: readonly DrawnPage[],
  linked: readonly Node[],
  marks: Marks,
): void {
  const { root, elements } = writeElements(document, packet.root, marks.of)
  const elementOf = (node: Node): PDFRef => elements.get(node) ?? root
  const { parents, next } = writeParents(
    document,
    drawn.map(({ owned }) => owned.map(elementOf)),
    linked.map(elementOf),
  )
  const tree = document.context.lookup(root, PDFDict)
  tree.set(PARENT_TREE, parents)
  tree.set(PDFName.of('ParentTreeNextKey'), next)
}

const ARTIFACTS: Readonly<Record<Artifact, string>> = {
  head: '/Artifact <</Type/Pagination/Subtype/Header/Attached[/Top]>> BDC',
  foot: '/Artifact <</Type/Pagination/Subtype/Footer/Attached[/Bottom]>> BDC',
  repeated: '/Artifact <</Type/Pagination>> BDC',
  layout: '/Artifact <</Type/Layout>> BDC',
}

/** The content of a page, and where its links can be clicked. */
function contentOf(page: Page, colour: string, typeface: Typeface, mark: (node: Node) => number): { operators: string; areas: Area[] } {
  const operators: string[] = []
  const areas: Area[] = []
  let open: Node | Artifact | null = null
  for (const placement of page.placements) {
    const own: Node | Artifact = placement.node ?? placement.artifact ?? 'layout'
    if (own !== open) {
      if (open !== null) operators.push('EMC')
      operators.push(typeof own === 'string' ? ARTIFACTS[own] : `/${own.role} <</MCID ${mark(own)}>> BDC`)
      open = own
    }
    operators.push(operatorsOf(placement, colour, typeface))
    if (placement.kind === 'text' && placement.node?.target) {
      const { node, x, y, text, weight, size } = placement
      const { target } = placement.node
      const before = areas.at(-1)
      const right = x + typeface.measure(text, weight, size)
      // link text on one line is one area
      if (before?.node === node && before.y === y) areas[areas.length - 1] = { ...before, width: right - before.x }
      else areas.push({ node, target, x, y, width: right - x, size })
    }
  }
  if (open !== null) operators.push('EMC')
  return { operators: operators.join('\n'), areas }
}

/** Rounded to hundredths of a point. */
const n = (value: number): string => String(Math.round(value * 100) / 100)

function operatorsOf(placement: Placement, colour: string, typeface: Typeface): string {
  if (placement.kind === 'text' && placement.hidden) return hiddenText(placement, colour, typeface)
  if (placement.kind === 'rect') return shapeOperators(placement, colour)
  if (placement.kind === 'mark') return markOperators(placement)
  if (placement.kind === 'picture')
    return `q ${placement.scale.toFixed(5)} 0 0 ${placement.scale.toFixed(5)} ${n(placement.x)} ${n(placement.y)} cm /${pictureName(placement)} Do Q`
  const { x, y, size, text, weight, grey, white, node, broken } = placement
  const shade = white ? 1 : grey ? 0.33 : 0
  const font = weight === 'bold' ? 'B' : 'R'
  // ISO 32000-1, 14.8.2.5: words are separated by spaces, also where a line or a column ends
  const space = node !== null && !broken
  const glyphs = typeface.encode(space ? `${text} ` : text, weight)
  const show = (at: number, glyphs: string): string => `BT ${shade} g /${font} ${n(size)} Tf ${n(at)} ${n(y)} Td <${glyphs}> Tj ET`
  if (glyphs !== null) return show(x, glyphs)
  const { stretches, advance } = typeface.shape(text, weight)
  const shown = stretches.map(({ face, x: right, y: up, hex }) => {
    const at = `/${face.name} ${n(size)} Tf ${n(x + (right * size) / 1000)} ${n(y + (up * size) / 1000)} Td <${hex}> Tj`
    return weight === 'bold' && face.thickened
      ? `q ${shade} G ${n(size / 50)} w 1 j BT 2 Tr ${shade} g ${at} ET Q`
      : `BT ${shade} g ${at} ET`
  })
  // what is drawn from right to left, or with two glyphs for one letter, is read as it was written
  const drawn = node ? [`/Span <</ActualText${textString(text)}>> BDC`, shown.join('\n'), 'EMC'] : shown
  if (space) drawn.push(show(x + (advance * size) / 1000, typeface.encode(' ', weight) ?? ''))
  return drawn.join('\n')
}

/** In the text rendering mode that draws nothing (ISO 32000-1, 9.3.6). */
const hiddenText = (run: TextRun, colour: string, typeface: Typeface): string =>
  `q 3 Tr\n${operatorsOf({ ...run, hidden: false }, colour, typeface)}\nQ`

function shapeOperators({ x, y, width, height, style }: Shape, colour: string): string {
  const box = `${n(x)} ${n(y)} ${n(width)} ${n(height)} re`
  switch (style) {
    case 'frame':
      return `0.62 G 0.6 w [] 0 d ${box} S`
    case 'open':
      return `0.1 G 1 w [3 2] 0 d ${box} S [] 0 d`
    case 'rule':
      return `0.7 g ${box} f`
    case 'tint':
      return `0.93 g ${box} f`
    case 'mark':
      return `0 g ${box} f`
    case 'fill':
      return `${rgb(colour)} rg ${box} f`
    default:
      return style satisfies never
  }
}
