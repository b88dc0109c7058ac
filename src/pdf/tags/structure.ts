import { type PDFDocument, PDFName, type PDFRef } from 'pdf-lib'
import type { Field, Node } from '../document.ts'
import { RawObject, textString } from './raw-object.ts'

/** Content of an element on a page: marked content, or the area of a link. */
export interface Mark {
  readonly page: PDFRef
  /** Id of the marked content on its page. */
  readonly mcid?: number
  /** The annotation of a link. */
  readonly annotation?: PDFRef
  /** Position in the file: what comes first is read first. */
  readonly at: number
}

/** Structure tree (ISO 32000-1, 14.7): an element per node with content, in reading order; empty cells stay. Returns the reference of each element. */
export function writeElements(
  { context, catalog }: PDFDocument,
  top: Node,
  marks: ReadonlyMap<Node, readonly Mark[]>,
): { root: PDFRef; elements: ReadonlyMap<Node, PDFRef> } {
  const elements = new Map<Node, PDFRef>()
  const root = context.nextRef()
  const write = (node: Node, parent: PDFRef): { ref: PDFRef; at: number } | null => {
    const ref = context.nextRef()
    const own = marks.get(node) ?? []
    const page = own.find(({ mcid }) => mcid !== undefined)?.page
    const kids = own.map((mark) => ({ at: mark.at, text: kidOf(mark, page) }))
    for (const child of node.children) {
      const written = write(child, ref)
      if (written) kids.push({ at: written.at, text: String(written.ref) })
    }
    const [first] = kids
    if (!first && node.role !== 'TD' && node.role !== 'TH') return null
    // texts and elements in the order in which they were drawn; cells without text keep their place
    if (own.length > 0 && node.children.length > 0) kids.sort((a, b) => a.at - b.at)
    const on = page ? `/Pg ${page}` : ''
    const content = kids.length === 1 ? `/K ${first?.text}` : kids.length > 1 ? `/K[${kids.map(({ text }) => text).join(' ')}]` : ''
    context.assign(ref, new RawObject(`<</S/${node.role}/P ${parent}${on}${content}${meaningOf(node)}>>`))
    elements.set(node, ref)
    return { ref, at: kids[0]?.at ?? -1 }
  }
  const written = write(top, root)
  context.assign(root, context.obj({ Type: 'StructTreeRoot', K: written ? [written.ref] : [] }))
  catalog.set(PDFName.of('StructTreeRoot'), root)
  catalog.set(PDFName.of('MarkInfo'), context.obj({ Marked: true }))
  return { root, elements }
}

function kidOf({ page, mcid, annotation }: Mark, own: PDFRef | undefined): string {
  if (annotation) return `<</Type/OBJR/Pg ${page}/Obj ${annotation}>>`
  return page === own ? String(mcid) : `<</Type/MCR/Pg ${page}/MCID ${mcid}>>`
}

function meaningOf({ role, alt, actual, lang, scope, numbering, field, box }: Node): string {
  const attributes = [
    scope && role === 'TH' ? `<</O/Table/Scope/${scope}>>` : '',
    numbering ? `<</O/List/ListNumbering/${numbering}>>` : '',
    field ? printField(field) : '',
    box ? `<</O/Layout/Placement/Block/BBox[${box.map((side) => side.toFixed(2)).join(' ')}]>>` : '',
  ].join('')
  return [
    alt === undefined ? '' : `/Alt${textString(alt)}`,
    actual === undefined ? '' : `/ActualText${textString(actual)}`,
    lang === undefined ? '' : `/Lang(${lang})`,
    attributes ? `/A${attributes}` : '',
  ].join('')
}

const printField = (field: Field): string =>
  // the name of an option is its text
  `<</O/PrintField/Role/${field.role}${field.role === 'tv' ? `/Desc${textString(field.label)}` : `/checked/${field.checked ? 'on' : 'off'}`}>>`
