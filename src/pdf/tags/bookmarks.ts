import { type PDFDocument, PDFName, type PDFRef } from 'pdf-lib'
import type { Bookmark } from '../document.ts'
import { RawObject, textString } from './raw-object.ts'

interface Entry {
  readonly bookmark: Bookmark
  readonly ref: PDFRef
  readonly children: Entry[]
}

/** Bookmarks: parts, their sections, and whom or what these are about; collapsed below the parts. */
export function writeBookmarks({ context, catalog }: PDFDocument, bookmarks: readonly Bookmark[], pages: readonly PDFRef[]): void {
  const outline = context.nextRef()
  const top: Entry[] = []
  for (const bookmark of bookmarks) {
    let siblings = top
    for (let level = 1; level < bookmark.level; level++) siblings = siblings.at(-1)?.children ?? siblings
    siblings.push({ bookmark, ref: context.nextRef(), children: [] })
  }
  const write = (entries: readonly Entry[], parent: PDFRef): void => {
    entries.forEach(({ bookmark, ref, children }, index) => {
      const [previous, next] = [entries[index - 1], entries[index + 1]]
      const beside = `${previous ? `/Prev ${previous.ref}` : ''}${next ? `/Next ${next.ref}` : ''}`
      const below = children.length > 0 ? `/First ${children[0]?.ref}/Last ${children.at(-1)?.ref}/Count -${children.length}` : ''
      const destination = `/Dest[${pages[bookmark.page - 1]}/XYZ null ${bookmark.top.toFixed(2)} null]`
      context.assign(ref, new RawObject(`<</Title${textString(bookmark.title)}/Parent ${parent}${beside}${below}${destination}>>`))
      write(children, ref)
    })
  }
  write(top, outline)
  const [first, last] = [top[0], top.at(-1)]
  if (!first || !last) return
  context.assign(outline, context.obj({ Type: 'Outlines', First: first.ref, Last: last.ref, Count: top.length }))
  catalog.set(PDFName.of('Outlines'), outline)
  catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'))
}
