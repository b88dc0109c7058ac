import type { PacketContent } from '../../src/engine/assessment.ts'
import { writePacket } from '../../src/pdf/write.ts'
import { drawnByPdfkit } from './pdfkit.ts'

// What a page of the bench offers to who drives it: the same packet made two ways.

const bytesAt = async (name: string): Promise<Uint8Array> => new Uint8Array(await (await fetch(name)).arrayBuffer())

const [content, regular, bold] = await Promise.all([
  (await fetch('content.json')).json() as Promise<PacketContent>,
  bytesAt('regular.ttf'),
  bytesAt('bold.ttf'),
])
const fonts = { regular, bold }
/** With its forms so many times. */
const repeated = (times: number): PacketContent => ({ ...content, forms: Array.from({ length: times }, () => content.forms).flat() })

const told = ({ bytes, pages }: { bytes: Uint8Array; pages: number }) => ({ bytes: bytes.length, pages })
const ways = {
  ours: async (times = 1) => told(await writePacket(repeated(times), fonts)),
  pdfkit: async (times = 1) => told(await drawnByPdfkit(repeated(times), fonts)),
}
export type Ways = typeof ways
Object.assign(window, { ways })
