import fontkit from '@cantoo/fontkit'
import { PDFDocument } from 'pdf-lib'
import { bench, describe } from 'vitest'
import { readFonts } from '../src/cli/fonts.ts'
import { layOut } from '../src/pdf/lay-out.ts'
import { embedTypeface } from '../src/pdf/type/typeface.ts'
import { writePacket } from '../src/pdf/write.ts'
import { contentOf } from '../tests/pdf/packets.ts'

// The same pages three ways in one run: ours (tagged, a glyph looked up once), the library's own drawText for every line, and the laying out alone.

const fonts = readFonts()
const content = contentOf('rules/base/examples/cafe-terrace-machines.yaml')

/** Untagged, without a cache: how a packet would be drawn at first try. */
async function drawnPlainly(): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const typeface = await embedTypeface(document, fonts)
  const packet = layOut(content, '0'.repeat(64), typeface.measure)
  const plain = await PDFDocument.create()
  plain.registerFontkit(fontkit)
  const regular = await plain.embedFont(fonts.regular, { subset: true })
  for (const { placements } of packet.pages) {
    const page = plain.addPage()
    for (const placement of placements)
      if (placement.kind === 'text') page.drawText(placement.text, { x: placement.x, y: placement.y, size: placement.size, font: regular })
  }
  return plain.save()
}

describe('a packet of more than forty pages', () => {
  bench('ours: tagged, glyphs cached', async () => {
    await writePacket(content, fonts)
  })
  bench('drawText of the library for every line, untagged', async () => {
    await drawnPlainly()
  })
})
