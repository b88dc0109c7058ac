import { type PDFDict, type PDFDocument, PDFHexString, PDFName, PDFNumber, type PDFRef } from 'pdf-lib'
import { A4, type Node, type PacketDocument, type Page, type Placement, type Shape } from './document.ts'
import type { Typeface } from './typeface.ts'

/** Content of one element on one page. */
interface Marked {
  readonly page: PDFRef
  readonly mcid: number
}

/** Draws the pages and writes their structure: every text stands in an element, in reading order; the rest is an artifact. Gives what stands on each page. */
export function draw(document: PDFDocument, packet: PacketDocument, typeface: Typeface): string[] {
  const { context } = document
  const marks = new Map<Node, Marked[]>()
  const owners: Node[][] = []
  const contents: string[] = []
  const pages = packet.pages.map((page) => {
    const made = document.addPage([A4.width, A4.height])
    const { ref } = made
    const owned: Node[] = []
    const content = contentOf(page, packet.colour, typeface, (node) => {
      const mcid = owned.push(node) - 1
      marks.set(node, [...(marks.get(node) ?? []), { page: ref, mcid }])
      return mcid
    })
    contents.push(content)
    made.node.set(PDFName.of('Contents'), context.register(context.flateStream(content)))
    made.node.set(PDFName.of('Resources'), context.obj({ Font: { R: typeface.fonts.regular.ref, B: typeface.fonts.bold.ref } }))
    made.node.set(PDFName.of('StructParents'), PDFNumber.of(owners.length))
    made.node.set(PDFName.of('Tabs'), PDFName.of('S'))
    owners.push(owned)
    return ref
  })
  const refs = writeStructure(document, packet, marks)
  const parents = context.obj({
    Nums: owners.flatMap((owned, index) => [PDFNumber.of(index), context.obj(owned.map((node) => refs.elements.get(node) ?? refs.root))]),
  })
  const root = context.lookup(refs.root) as PDFDict
  root.set(PDFName.of('ParentTree'), context.register(parents))
  root.set(PDFName.of('ParentTreeNextKey'), PDFNumber.of(owners.length))
  writeBookmarks(document, packet, pages)
  return contents
}

function contentOf(page: Page, colour: string, typeface: Typeface, mark: (node: Node) => number): string {
  const operators: string[] = []
  let open: Node | null | undefined
  const close = (): void => {
    if (open !== undefined) operators.push('EMC')
    open = undefined
  }
  for (const placement of page.placements) {
    if (placement.node !== open || open === undefined) {
      close()
      operators.push(placement.node ? `/${placement.node.role} <</MCID ${mark(placement.node)}>> BDC` : '/Artifact BMC')
      open = placement.node
    }
    operators.push(operatorsOf(placement, colour, typeface))
  }
  close()
  return operators.join('\n')
}

const n = (value: number): string => value.toFixed(2).replace(/\.?0+$/, '')

function operatorsOf(placement: Placement, colour: string, typeface: Typeface): string {
  if (placement.kind === 'rect') return shapeOperators(placement, colour)
  const { x, y, size, text, weight, grey, white } = placement
  return `BT ${white ? '1 g' : grey ? '0.33 g' : '0 g'} /${weight === 'bold' ? 'B' : 'R'} ${n(size)} Tf ${n(x)} ${n(y)} Td <${typeface.encode(text, weight)}> Tj ET`
}

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

const rgb = (hex: string): string => [1, 3, 5].map((at) => n(Number.parseInt(hex.slice(at, at + 2), 16) / 255)).join(' ')

/** Structure tree: an element per node that holds something; empty paragraphs are left out, empty cells stay. */
function writeStructure(
  document: PDFDocument,
  packet: PacketDocument,
  marks: ReadonlyMap<Node, Marked[]>,
): { root: PDFRef; elements: ReadonlyMap<Node, PDFRef> } {
  const { context } = document
  const elements = new Map<Node, PDFRef>()
  const root = context.nextRef()
  const write = (node: Node, parent: PDFRef): PDFRef | null => {
    const ref = context.nextRef()
    const own = (marks.get(node) ?? []).map(({ page, mcid }) => context.obj({ Type: 'MCR', Pg: page, MCID: mcid }))
    const children = node.children.map((child) => write(child, ref)).filter((child) => child !== null)
    if (own.length + children.length === 0 && node.role !== 'TD' && node.role !== 'TH') return null
    const element = context.obj({ Type: 'StructElem', S: node.role, P: parent, K: [...own, ...children] })
    if (node.alt !== undefined) element.set(PDFName.of('Alt'), PDFHexString.fromText(node.alt))
    if (node.role === 'TH') element.set(PDFName.of('A'), context.obj({ O: 'Table', Scope: 'Column' }))
    context.assign(ref, element)
    elements.set(node, ref)
    return ref
  }
  const top = write(packet.root, root)
  context.assign(root, context.obj({ Type: 'StructTreeRoot', K: top ? [top] : [] }))
  document.catalog.set(PDFName.of('StructTreeRoot'), root)
  document.catalog.set(PDFName.of('MarkInfo'), context.obj({ Marked: true }))
  document.catalog.set(PDFName.of('ViewerPreferences'), context.obj({ DisplayDocTitle: true }))
  return { root, elements }
}

function writeBookmarks(document: PDFDocument, { bookmarks }: PacketDocument, pages: readonly PDFRef[]): void {
  const { context } = document
  const outline = context.nextRef()
  const refs = bookmarks.map(() => context.nextRef())
  bookmarks.forEach(({ title, page }, index) => {
    const item = context.obj({
      Title: PDFHexString.fromText(title),
      Parent: outline,
      Dest: [pages[page - 1] ?? null, 'XYZ', null, null, null],
    })
    const [previous, next] = [refs[index - 1], refs[index + 1]]
    if (previous) item.set(PDFName.of('Prev'), previous)
    if (next) item.set(PDFName.of('Next'), next)
    const ref = refs[index]
    if (ref) context.assign(ref, item)
  })
  const [first, last] = [refs[0], refs.at(-1)]
  if (!first || !last) return
  context.assign(outline, context.obj({ Type: 'Outlines', First: first, Last: last, Count: refs.length }))
  document.catalog.set(PDFName.of('Outlines'), outline)
  document.catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'))
}
