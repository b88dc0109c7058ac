import { PDFDict, PDFDocument, PDFName, PDFRawStream } from 'pdf-lib'
import { expect, test } from 'vitest'
import { readPicture } from '../../src/model/house-style/picture-mark.ts'
import { png } from '../model/png-files.ts'
import { bytesOf, contentOf } from './packets.ts'
import { canvas, drawPages } from './pictures/draw-pages.ts'
import { unlessThere } from './verapdf.ts'

// blue with a clear corner: twice as wide as high
const [WIDE, HIGH] = [32, 16]
const lines = Buffer.concat(
  Array.from({ length: HIGH }, (_, row) =>
    Buffer.concat([
      Buffer.from([0]),
      ...Array.from({ length: WIDE }, (_each, column) => Buffer.from([0x1b, 0x5f, 0xa8, row < 8 && column < 16 ? 0 : 255])),
    ]),
  ),
)
const read = readPicture(png({ width: WIDE, height: HIGH, lines }).toString('base64'))
const mark = 'png' in read ? read : null
const content = { ...contentOf('rules/base/examples/manager-change.yaml', 'nl'), mark }

test('a mark of points stands once in the file and at the head of every page', async () => {
  expect(mark).not.toBeNull()
  const document = await PDFDocument.load(await bytesOf(content))
  const without = await PDFDocument.load(await bytesOf({ ...content, mark: null }))
  expect(document.getPageCount()).toBe(without.getPageCount())
  const shown = document.getPages().map(({ node }) => {
    const resources = node.Resources()?.lookup(PDFName.of('XObject'))
    return resources instanceof PDFDict ? String(resources.get(PDFName.of('Mark'))) : null
  })
  expect(new Set(shown).size).toBe(1)
  expect(shown[0]).toMatch(/^\d+ 0 R$/)
  const images = document.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) =>
      object instanceof PDFRawStream && object.dict.get(PDFName.of('Subtype')) === PDFName.of('Image') ? [object] : [],
    )
  expect(images).toHaveLength(1)
  // on white, so that the archive file needs no transparency
  expect(images[0]?.dict.get(PDFName.of('SMask'))).toBeUndefined()
})

test.skipIf(canvas === null)(
  `it is as wide as its box and not stretched, its clear part white${unlessThere(canvas === null ? 'pictures: no @napi-rs/canvas for this machine' : null)}`,
  async () => {
    if (canvas === null) throw new Error('no renderer')
    const [page] = await drawPages(await bytesOf(content), [1], canvas, 288)
    if (!page) throw new Error('no page')
    const { pixels } = page
    const blue: [number, number][] = []
    for (let y = 0; y < page.height / 8; y++)
      for (let x = 0; x < page.width / 4; x++) {
        const at = 4 * (y * page.width + x)
        const [red = 0, green = 0, other = 0] = [pixels[at], pixels[at + 1], pixels[at + 2]]
        if (Math.abs(red - 0x1b) < 12 && Math.abs(green - 0x5f) < 12 && Math.abs(other - 0xa8) < 12) blue.push([x, y])
      }
    const across = blue.map(([x]) => x)
    const down = blue.map(([, y]) => y)
    const [width, height] = [Math.max(...across) - Math.min(...across) + 1, Math.max(...down) - Math.min(...down) + 1]
    expect(width / height).toBeGreaterThan(1.6)
    expect(width / height).toBeLessThan(2.5)
    // three quarters of it are blue
    expect(blue.length / (width * height)).toBeGreaterThan(0.6)
    expect(blue.length / (width * height)).toBeLessThan(0.85)
  },
)
