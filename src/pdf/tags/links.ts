import { type PDFDocument, PDFName, PDFNumber, type PDFRef } from 'pdf-lib'
import type { Node, Place, Target } from '../document.ts'
import { RawObject, textString } from './raw-object.ts'

/** Where a link can be clicked. */
export interface Area {
  readonly node: Node
  readonly target: Target
  readonly x: number
  readonly y: number
  readonly width: number
  readonly size: number
}

/** Our own annotations are recognised by their names. */
export const LINK_NAME = 'horeca1-link-'

/** The link annotations of one page, in reading order. `key`: number of the first in the parent tree, where pages and annotations are numbered
 * together. */
export function writeLinks(
  { context }: PDFDocument,
  page: { readonly ref: PDFRef; readonly areas: readonly Area[] },
  resolve: (place: string) => { readonly page: PDFRef } & Pick<Place, 'top'>,
  key: number,
): PDFRef[] {
  return page.areas.map(({ target, x, y, width, size }, index) => {
    const rectangle = [x, y - size * 0.3, x + width, y + size].map((side) => side.toFixed(2)).join(' ')
    // the Print flag (F 4), and no border
    const common = `/Type/Annot/Subtype/Link/F 4/Border[0 0 0]/P ${page.ref}/Rect[${rectangle}]/StructParent ${key + index}/NM(${LINK_NAME}${key + index})/Contents${textString(target.says)}`
    return context.register(new RawObject(`<<${common}${destinationOf(target, resolve)}>>`))
  })
}

function destinationOf(target: Target, resolve: Parameters<typeof writeLinks>[2]): string {
  if ('address' in target) return `/A<</S/URI/URI${textString(target.address)}>>`
  const { page, top } = resolve(target.place)
  return `/Dest[${page}/XYZ null ${top.toFixed(2)} null]`
}

/** The parent tree: maps the number of each marked content and each annotation to its element. */
export function writeParents(
  { context }: PDFDocument,
  pages: readonly (readonly PDFRef[])[],
  links: readonly PDFRef[],
): { readonly parents: PDFRef; readonly next: PDFNumber } {
  const numbers = [
    ...pages.map((owners, index) => `${index}[${owners.join(' ')}]`),
    ...links.map((ref, index) => `${pages.length + index} ${ref}`),
  ]
  return {
    parents: context.register(new RawObject(`<</Nums[${numbers.join(' ')}]>>`)),
    next: PDFNumber.of(pages.length + links.length),
  }
}

export const PARENT_TREE = PDFName.of('ParentTree')
