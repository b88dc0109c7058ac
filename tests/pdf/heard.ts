import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFString,
} from 'pdf-lib'

/** An element of the structure as a reader program gets it: nothing here knows how the packet was laid out. */
export interface Heard {
  readonly role: string
  /** What is read of the element itself and all that is in it; spaces are those of the file, none is put in. */
  readonly text: string
  readonly lang: string | null
  readonly alt: string | null
  readonly scope: string | null
  readonly numbering: string | null
  /** Of a box: tv, cb, rb; whether it is ticked; its label. */
  readonly field: { readonly role: string; readonly checked: string | null; readonly label: string | null } | null
  /** Where a link leads: an address, or a page of this file from 1. */
  readonly link: string | number | null
  /** Its own text and the elements in it, in reading order. */
  readonly parts: readonly (string | Heard)[]
}

const nameOf = (value: PDFObject | undefined): string | null => (value instanceof PDFName ? value.decodeText() : null)
const textIn = (value: PDFObject | undefined): string | null =>
  value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : null

/** Reads the structure tree of a tagged file aloud. */
export async function hear(bytes: Uint8Array): Promise<Heard> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false })
  const { context, catalog } = document
  const pages = new Map(
    document.getPages().map((page, index) => [page.ref, { page, number: index + 1, marked: null as Map<number, string> | null }]),
  )
  const dictAt = (value: PDFObject | undefined): PDFDict | null => {
    const found = value instanceof PDFRef ? context.lookup(value) : value
    return found instanceof PDFDict ? found : null
  }

  const markedOn = (ref: PDFObject | undefined, mcid: number): string => {
    const known = ref instanceof PDFRef ? pages.get(ref) : undefined
    if (!known) throw new Error('marked content of no page')
    known.marked ??= markedContent(context.lookup(known.page.node.get(PDFName.of('Contents'))), fontsOf(known.page.node))
    const text = known.marked.get(mcid)
    if (text === undefined) throw new Error(`page ${known.number} has no marked content ${mcid}`)
    return text
  }
  const unicode = new Map<PDFDict, (code: number) => string>()
  const fontsOf = (page: PDFDict): Map<string, (code: number) => string> => {
    const fonts = dictAt(dictAt(page.get(PDFName.of('Resources')))?.get(PDFName.of('Font')))
    return new Map(
      (fonts?.entries() ?? []).map(([name, ref]) => {
        const font = dictAt(ref)
        if (!font) throw new Error('a font that is not there')
        const known = unicode.get(font) ?? toUnicode(context.lookup(font.get(PDFName.of('ToUnicode'))))
        unicode.set(font, known)
        return [name.decodeText(), known] as const
      }),
    )
  }
  const linkOf = (annotation: PDFDict | null): string | number | null => {
    const action = dictAt(annotation?.get(PDFName.of('A')))
    if (action) return textIn(action.get(PDFName.of('URI')))
    const destination = annotation?.lookup(PDFName.of('Dest'))
    const page = destination instanceof PDFArray ? destination.get(0) : undefined
    return page instanceof PDFRef ? (pages.get(page)?.number ?? null) : null
  }

  const read = (element: PDFDict): Heard => {
    const own = element.get(PDFName.of('Pg'))
    const kids = element.lookup(PDFName.of('K'))
    const list = kids instanceof PDFArray ? kids.asArray() : kids === undefined ? [] : [kids]
    const parts: (string | Heard)[] = []
    let link: string | number | null = null
    for (const kid of list) {
      const found = kid instanceof PDFRef ? context.lookup(kid) : kid
      if (found instanceof PDFNumber) parts.push(markedOn(own, found.asNumber()))
      else if (found instanceof PDFDict && nameOf(found.get(PDFName.of('Type'))) === 'MCR') {
        const mcid = found.get(PDFName.of('MCID'))
        parts.push(markedOn(found.get(PDFName.of('Pg')), mcid instanceof PDFNumber ? mcid.asNumber() : -1))
      } else if (found instanceof PDFDict && nameOf(found.get(PDFName.of('Type'))) === 'OBJR')
        link = linkOf(dictAt(found.get(PDFName.of('Obj'))))
      else if (found instanceof PDFDict) parts.push(read(found))
    }
    const attributes = dictAt(element.get(PDFName.of('A')))
    const owner = nameOf(attributes?.get(PDFName.of('O')))
    const of = (kind: string, key: string): PDFObject | undefined => (owner === kind ? attributes?.get(PDFName.of(key)) : undefined)
    const role = nameOf(of('PrintField', 'Role'))
    const instead = textIn(element.get(PDFName.of('ActualText')))
    return {
      role: nameOf(element.get(PDFName.of('S'))) ?? '',
      text: instead ?? parts.map((part) => (typeof part === 'string' ? part : part.text)).join(''),
      lang: textIn(element.get(PDFName.of('Lang'))),
      alt: textIn(element.get(PDFName.of('Alt'))),
      scope: nameOf(of('Table', 'Scope')),
      numbering: nameOf(of('List', 'ListNumbering')),
      field: role === null ? null : { role, checked: nameOf(of('PrintField', 'checked')), label: textIn(of('PrintField', 'Desc')) },
      link,
      parts: instead === null ? parts : [instead],
    }
  }
  const tree = dictAt(catalog.get(PDFName.of('StructTreeRoot')))
  const kids = tree?.lookup(PDFName.of('K'))
  const top = dictAt(kids instanceof PDFArray ? kids.get(0) : kids)
  if (!top) throw new Error('the file is not tagged')
  return read(top)
}

export const childrenOf = ({ parts }: Heard): Heard[] => parts.filter((part) => typeof part !== 'string')

/** All elements, in reading order. */
export const elementsOf = (heard: Heard): Heard[] => [heard, ...childrenOf(heard).flatMap(elementsOf)]

const ALOUD = new Set(['Lbl', 'LBody', 'Form', 'Link', 'L', 'LI', 'Table', 'TR', 'TH', 'TD'])

/** What is said of an element, with a full stop where a reader program pauses: after a number, a label, a box, an option, a cell. */
export function sentence(heard: Heard): string {
  const pauses: string[] = ['']
  const say = ({ parts }: Heard): void => {
    for (const part of parts) {
      if (typeof part === 'string') pauses.push(`${pauses.pop()}${part}`)
      else if (!ALOUD.has(part.role)) say(part)
      else {
        pauses.push('')
        say(part)
        pauses.push('')
      }
    }
  }
  say(heard)
  return paused(pauses)
}

/** Texts after each other with a full stop between, unless one ends in a stop itself. */
export const paused = (texts: readonly string[]): string =>
  texts
    .map((text) => text.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .reduce((said, text) => (said === '' ? text : `${said}${/[.:?!]$/.test(said) ? '' : '.'} ${text}`), '')

/** Text of each marked content of a page. */
function markedContent(stream: PDFObject | undefined, fonts: ReadonlyMap<string, (code: number) => string>): Map<number, string> {
  const found = new Map<number, string>()
  const content = stream instanceof PDFRawStream ? new TextDecoder('latin1').decode(decodePDFRawStream(stream).decode()) : ''
  let open: number | null = null
  let decode: (code: number) => string = () => '?'
  // read instead of the glyphs in it (ISO 32000-1, 14.9.4)
  let instead = false
  const say = (text: string): void => {
    if (open !== null && !instead) found.set(open, (found.get(open) ?? '') + text)
  }
  for (const [, actual, mcid, end, font, glyphs] of content.matchAll(
    /\/ActualText([(<].*?[)>])>> BDC|\/MCID (\d+)>> BDC|\b(EMC)\b|\/(\w+) [\d.]+ Tf|<([0-9A-Fa-f]*)> Tj/g,
  )) {
    if (actual !== undefined) {
      say(actual.startsWith('<') ? PDFHexString.of(actual.slice(1, -1)).decodeText() : PDFString.of(actual.slice(1, -1)).decodeText())
      instead = true
    } else if (mcid !== undefined) {
      open = Number(mcid)
      found.set(open, found.get(open) ?? '')
    } else if (end !== undefined && instead) instead = false
    else if (end !== undefined) open = null
    else if (font !== undefined) decode = fonts.get(font) ?? decode
    else if (glyphs !== undefined) say((glyphs.match(/.{4}/g) ?? []).map((code) => decode(Number.parseInt(code, 16))).join(''))
  }
  return found
}

/** What each glyph of a font means, by its table ToUnicode. */
function toUnicode(stream: PDFObject | undefined): (code: number) => string {
  const map = new Map<number, string>()
  const table = stream instanceof PDFRawStream ? new TextDecoder('latin1').decode(decodePDFRawStream(stream).decode()) : ''
  for (const [, block = ''] of table.matchAll(/beginbfchar(.*?)endbfchar/gs))
    for (const [, code = '', text = ''] of block.matchAll(/<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/g))
      map.set(Number.parseInt(code, 16), (text.match(/.{4}/g) ?? []).map((unit) => String.fromCharCode(Number.parseInt(unit, 16))).join(''))
  return (code) => map.get(code) ?? '\uFFFD'
}
