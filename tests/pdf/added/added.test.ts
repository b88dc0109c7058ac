import { describe, expect, test } from 'vitest'
import { type Attached, attach } from '../../../src/pdf/added/attached.ts'
import { readPacket } from '../../../src/pdf/read.ts'
import { TEXTS } from '../../../src/pdf/texts.ts'
import { writePacket } from '../../../src/pdf/write.ts'
import { contentOf, even, FONTS, textsOf } from '../packets.ts'
import { canvas, drawPages } from '../pictures/draw-pages.ts'
import { oneOfEach, pdf, photoHeld, png } from './made-files.ts'

const becomes = (attached: Attached): string =>
  attached.kind === 'pages' ? `${attached.sheets.pages.length} pages` : attached.kind === 'named' ? attached.why : 'text'

const FILES = await Promise.all((await oneOfEach()).map(async (file) => ({ ...file, shown: await attach(file.name, file.bytes) })))
const CONTENT = contentOf('rules/base/examples/manager-leaves.yaml')

describe('a file that somebody adds', () => {
  test.each(FILES)('"$name" becomes: $becomes', ({ shown, becomes: expected }) => {
    expect(becomes(shown)).toBe(expected)
  })

  test('a photo stands upright, however the camera was held', async () => {
    const pages = await Promise.all(
      [1, 2, 3, 4, 5, 6, 7, 8].map(async (orientation) => {
        const shown = await attach('foto.jpg', photoHeld(orientation))
        return shown.kind === 'pages' ? shown.sheets.pages[0] : undefined
      }),
    )
    expect(pages.map((page) => (page ? Math.sign(page.width - page.height) : 0))).toEqual([1, 1, 1, 1, -1, -1, -1, -1])
    expect(pages.map((page) => page?.content.replace(/[\d.]*[1-9][\d.]*(?= )/g, '1').replace(/0\.00/g, '0'))).toMatchInlineSnapshot(`
      [
        "q 1 0 0 1 0 0 cm /X0 Do Q",
        "q -1 0 0 1 1 0 cm /X0 Do Q",
        "q -1 0 0 -1 1 1 cm /X0 Do Q",
        "q 1 0 0 -1 0 1 cm /X0 Do Q",
        "q 0 -1 -1 0 1 1 cm /X0 Do Q",
        "q 0 -1 1 0 0 1 cm /X0 Do Q",
        "q 0 1 1 0 0 0 cm /X0 Do Q",
        "q 0 1 -1 0 1 0 cm /X0 Do Q",
      ]
    `)
  })

  test('a large picture is made smaller, and a grey one is kept grey', async () => {
    const shown = await attach('scherm.png', png(5000, 400))
    if (shown.kind !== 'pages') throw new Error(shown.kind)
    expect(shown.sheets.objects[0]?.dict).toMatchObject({ Width: 1667, Height: 134, ColorSpace: 'DeviceGray' })
  })

  test('what runs or asks for a font is not in what is drawn', () => {
    for (const { shown } of FILES) {
      if (shown.kind !== 'pages') continue
      const all = JSON.stringify([shown.sheets.pages, shown.sheets.objects.map(({ dict }) => dict)])
      expect(all).not.toMatch(/\bT[jJfm]\b|BDC|Font|JavaScript|DeviceCMYK/)
    }
  })
})

describe('a packet with files', () => {
  const enclosures = FILES.map(({ name, bytes, shown }, index) => ({
    name,
    shown,
    type: 'application/octet-stream',
    bytes,
    document: `d${String(index).padStart(3, '0')}`,
  }))

  test('has every one of them inside, byte for byte, a sheet for each page that is drawn, and the reason of each that is not', async () => {
    const written = await writePacket(CONTENT, FONTS, enclosures)
    const read = await readPacket(written.bytes)
    if (!read.ok) throw new Error(read.problem)
    expect(read.files.map(({ bytes }) => Buffer.from(bytes).toString('base64'))).toEqual(
      enclosures.map(({ bytes }) => Buffer.from(bytes).toString('base64')),
    )
    const pages = await textsOf(written.bytes)
    const without = await writePacket(CONTENT, FONTS)
    const drawn = FILES.reduce((sum, file) => sum + (Number.parseInt(file.becomes, 10) || 0), 0)
    expect(written.pages).toBeGreaterThan(without.pages + drawn)
    const all = pages.join(' ')
    const hash = Buffer.from(
      await crypto.subtle.digest('SHA-256', (FILES[0]?.bytes ?? new Uint8Array()) as Uint8Array<ArrayBuffer>),
    ).toString('hex')
    expect(all.replaceAll(' ', '')).toContain(hash)
    for (const { name, becomes: why } of FILES) {
      expect(all).toContain(even(name))
      const said = Object.entries(TEXTS.nl.undrawn).find(([key]) => key === why)?.[1]
      if (said) expect(all).toContain(even(said))
    }
    expect(all).toContain('Geachte gemeente,')
  })

  test('is the same each time', async () => {
    const [first, second] = await Promise.all([0, 1].map(() => writePacket(CONTENT, FONTS, enclosures.slice(0, 8))))
    expect(Buffer.from(first?.bytes ?? []).equals(Buffer.from(second?.bytes ?? []))).toBe(true)
  })

  test.skipIf(canvas === null)('shows the letters and colours of the file', async () => {
    if (canvas === null) throw new Error('no renderer')
    const written = await writePacket(CONTENT, FONTS, enclosures.slice(0, 1))
    const [picture] = await drawPages(written.bytes, [written.pages - 1], canvas)
    if (!picture) throw new Error('no picture')
    const counts = { dark: 0, red: 0, blue: 0 }
    for (let at = 0; at < picture.pixels.length; at += 4) {
      const [red = 0, green = 0, blue = 0] = picture.pixels.subarray(at, at + 3)
      if (red < 80 && green < 80 && blue < 80) counts.dark += 1
      if (red > 200 && green < 80 && blue < 80) counts.red += 1
      if (blue > 200 && red < 80 && green < 80) counts.blue += 1
    }
    expect(counts.dark).toBeGreaterThan(300)
    expect(counts.red).toBeGreaterThan(1000)
    expect(counts.blue).toBeGreaterThan(1000)
  })
})

test('a page of a file that is drawn in inks, or in an ink of its own, is drawn in the colours of a screen', async () => {
  const bytes = await pdf((document) => {
    const page = document.addPage([300, 300])
    page.node.set(
      document.context.obj('Contents'),
      document.context.register(document.context.flateStream(new TextEncoder().encode('0 1 1 0 k 0 0 9 9 re f'))),
    )
  })
  const shown = await attach('inkt.pdf', bytes)
  expect(shown.kind === 'pages' && shown.sheets.pages[0]?.content).toContain('1 0 0 rg')
})
