import { createCanvas } from '@napi-rs/canvas'
import { degrees, PDFDocument, rgb } from 'pdf-lib'
import { describe, expect, test } from 'vitest'
import { attach } from '../../../src/pdf/added/attached.ts'
import { drawSmall, type Pen } from '../../../src/pdf/added/small-picture.ts'

/** The first page of a PDF, drawn a hundred pixels high, as a way to ask the colour somewhere. */
async function small(make: (document: PDFDocument) => Promise<void> | void) {
  const document = await PDFDocument.create()
  await make(document)
  const attached = await attach('x.pdf', await document.save())
  if (attached.kind !== 'pages') throw new Error(JSON.stringify(attached))
  const [page] = attached.sheets.pages
  const canvas = createCanvas(Math.round(((page?.width ?? 0) / (page?.height ?? 1)) * 100), 100)
  const pen = canvas.getContext('2d')
  const did = drawSmall(attached.sheets, pen as unknown as Pen, 100, new Map())
  return { did, width: canvas.width, at: (x: number, y: number) => [...pen.getImageData(x, y, 1, 1).data].slice(0, 3) }
}

describe('the first page of a PDF, small', () => {
  test('has its colours in their places, upright', async () => {
    const { did, width, at } = await small((document) => {
      const page = document.addPage([100, 200])
      page.drawRectangle({ x: 0, y: 100, width: 100, height: 100, color: rgb(1, 0, 0) })
      page.drawRectangle({ x: 0, y: 0, width: 50, height: 50, color: rgb(0, 0, 1) })
    })
    expect([did, width]).toEqual([true, 50])
    expect([at(25, 20), at(10, 90), at(40, 90), at(25, 60)]).toEqual([
      [255, 0, 0],
      [0, 0, 255],
      [255, 255, 255],
      [255, 255, 255],
    ])
  })

  test('is turned as the page is', async () => {
    const { width, at } = await small((document) => {
      const page = document.addPage([100, 200])
      page.setRotation(degrees(90))
      page.drawRectangle({ x: 0, y: 0, width: 100, height: 100, color: rgb(0, 1, 0) })
    })
    expect(width).toBe(200)
    expect([at(20, 50), at(180, 50)]).toEqual([
      [0, 255, 0],
      [255, 255, 255],
    ])
  })

  test('is not drawn when there is too much on it', () => {
    const page = { width: 10, height: 10, content: '0 0 m\n'.repeat(400_000), uses: [], solid: [] }
    expect(drawSmall({ pages: [page], objects: [] }, createCanvas(1, 1).getContext('2d') as unknown as Pen, 100, new Map())).toBe(false)
    expect(drawSmall({ pages: [], objects: [] }, createCanvas(1, 1).getContext('2d') as unknown as Pen, 100, new Map())).toBe(false)
  })
})
