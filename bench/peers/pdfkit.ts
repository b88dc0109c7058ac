import PDFKit from 'pdfkit'
import type { PacketContent } from '../../src/engine/assessment.ts'
import { A4, type Measure, type Node, type Placement } from '../../src/pdf/document.ts'
import { layOut } from '../../src/pdf/lay-out.ts'
import type { FontBytes } from '../../src/pdf/type/typeface.ts'

/** The pages of a packet laid out as ours and drawn by pdfkit, tagged with the same elements; without our links, attributes and embedded answers. A letter is measured once, as ours are. */
export async function drawnByPdfkit(content: PacketContent, fonts: FontBytes): Promise<{ bytes: Uint8Array; pages: number }> {
  const document = new PDFKit({
    tagged: true,
    pdfVersion: '1.7',
    lang: content.lang,
    displayTitle: true,
    autoFirstPage: false,
    margin: 0,
    size: 'A4',
    info: { Title: content.title },
  })
  const chunks: Uint8Array[] = []
  document.on('data', (chunk: Uint8Array) => chunks.push(chunk))
  const ended = new Promise<void>((done) => document.on('end', () => done()))
  // bytes as they are, as a browser has no Buffer; the types of the library know only that
  document.registerFont('regular', fonts.regular as Buffer)
  document.registerFont('bold', fonts.bold as Buffer)
  const advances = new Map<string, number>()
  const measure: Measure = (text, weight, size) => {
    let width = 0
    for (const character of text) {
      const key = weight + character
      let advance = advances.get(key)
      if (advance === undefined) {
        advance = document.font(weight).fontSize(1000).widthOfString(character)
        advances.set(key, advance)
      }
      width += advance
    }
    return (width * size) / 1000
  }
  const packet = layOut(content, '0'.repeat(64), measure)
  const elements = new Map<Node, PDFKit.PDFStructureElement>()
  const elementOf = (node: Node): PDFKit.PDFStructureElement => {
    const known = elements.get(node)
    if (known) return known
    const made = document.struct(node.role, { ...(node.alt && { alt: node.alt }), ...(node.actual && { actual: node.actual }) })
    elements.set(node, made)
    for (const child of node.children) made.add(elementOf(child))
    return made
  }
  const root = elementOf(packet.root)
  document.addStructure(root)
  for (const { placements } of packet.pages) {
    document.addPage()
    let open: Node | null | undefined
    for (const placement of placements) {
      if (placement.node !== open) {
        if (open !== undefined) document.endMarkedContent()
        open = placement.node
        if (open) elementOf(open).add(document.markStructureContent(open.role))
        else document.markContent('Artifact', { type: 'Layout' })
      }
      drawPlacement(document, placement, packet.colour)
    }
    if (open !== undefined) document.endMarkedContent()
  }
  root.end()
  document.end()
  await ended
  const bytes = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  return { bytes, pages: packet.pages.length }
}

function drawPlacement(document: PDFKit.PDFDocument, placement: Placement, colour: string): void {
  if (placement.kind === 'text') {
    const { x, y, text, size, weight, grey, white } = placement
    document
      .font(weight)
      .fontSize(size)
      .fillColor(white ? 'white' : grey ? '#555555' : 'black')
      .text(text, x, A4.height - y, { lineBreak: false, baseline: 'alphabetic' })
  } else if (placement.kind === 'rect') {
    const { x, y, width, height, style } = placement
    const box = document.rect(x, A4.height - y - height, width, height)
    if (style === 'frame') box.lineWidth(0.6).stroke('#9e9e9e')
    else if (style === 'open') box.lineWidth(1).dash(3, { space: 2 }).stroke('#1a1a1a').undash()
    else box.fill({ rule: '#b3b3b3', tint: '#ededed', mark: 'black', fill: colour }[style])
  }
}
