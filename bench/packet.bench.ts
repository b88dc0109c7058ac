import { describe } from 'vitest'
import { readFonts } from '../src/cli/fonts.ts'
import { writePacket } from '../src/pdf/write.ts'
import { contentOf } from '../tests/pdf/packets.ts'
import { drawnByPdfkit } from './peers/pdfkit.ts'
import { way } from './way.ts'

// The same content on paper two ways in one run: ours, and pdfkit with the same laying out and the same tags. Ours embeds the answers, the sRGB profile, links and seals besides.

const fonts = readFonts()
const content = contentOf('rules/base/examples/cafe-terrace-machines.yaml')

const [ours, peer] = [await writePacket(content, fonts), await drawnByPdfkit(content, fonts)]
const kilobytes = (bytes: Uint8Array): string => `${Math.round(bytes.length / 1000)} kB`
console.log(
  `bytes: ours ${kilobytes(ours.bytes)} of ${ours.pages} pages, pdfkit ${kilobytes(peer.bytes)} of ${peer.pages} pages, ratio ${(ours.bytes.length / peer.bytes.length).toFixed(2)}`,
)

describe('a packet of more than thirty pages', () => {
  way('pdfkit, tagged', async () => {
    await drawnByPdfkit(content, fonts)
  })
  way('ours: tagged, sealed, with the answers inside', async () => {
    await writePacket(content, fonts)
  })
})
