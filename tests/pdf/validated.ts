import { fontsFor } from '../../src/cli/fonts.ts'
import { openCase } from '../../src/engine/case.ts'
import { packetContent } from '../../src/engine/packet/packet-content.ts'
import { packetSet } from '../../src/engine/packet/packet-set.ts'
import { answersText, writeAnswers } from '../../src/model/answers/write-answers.ts'
import { type Enclosure, writePacket } from '../../src/pdf/write.ts'
import type { ShippedExample } from '../authoring/shipped-examples.ts'
import { FONTS } from './packets.ts'

/** One way to make a packet. */
export interface Way {
  readonly lang: 'nl' | 'en'
  readonly set: boolean
  readonly attached: boolean
}
export const WAYS: readonly Way[] = (['nl', 'en'] as const).flatMap((lang) =>
  [false, true].flatMap((set) => [false, true].map((attached) => ({ lang, set, attached }))),
)

const encoder = new TextEncoder()
/** What people add: what is inside does not matter to the packet, as it is embedded byte for byte. */
const ATTACHED: readonly Enclosure[] = [
  { name: 'plattegrond.pdf', type: 'application/pdf', bytes: encoder.encode('%PDF-1.4 of a scanner'), document: 'floorPlan' },
  { name: 'paspoort Özgür.jpg', type: 'image/jpeg', bytes: Uint8Array.of(0xff, 0xd8, 0xff, 0xd9), document: 'identity@p1' },
  { name: 'paspoort Özgür.jpg', type: 'image/jpeg', bytes: Uint8Array.of(0xff, 0xd8), document: 'identity@p2' },
  { name: 'gevel.png', type: 'image/png', bytes: Uint8Array.of(0x89, 0x50, 0x4e, 0x47), document: 'facade' },
]

/** Every file of the packet of an example, made one way, by a name that says which. */
export async function filesOf({ file, application, answers }: ShippedExample, way: Way): Promise<Map<string, Uint8Array>> {
  const inLang = openCase(application.variant, answers, application.dates, way.lang)
  const name = `${file.replace(/^rules\/|\/examples|\.yaml$/g, '').replaceAll('/', '-')}-${way.lang}${way.attached ? '-attached' : ''}`
  const parts = way.set
    ? packetSet(inLang, 'H1-TEST-0001')
    : [{ suffix: 'whole', content: packetContent(inLang, 'H1-TEST-0001', answersText(writeAnswers(answers, application.variant.id))) }]
  const files = new Map<string, Uint8Array>()
  for (const { suffix, content } of parts) {
    const written = await writePacket(content, fontsFor(content, FONTS), way.attached ? ATTACHED : [])
    files.set(`${name}-${suffix}`, written.bytes)
  }
  return files
}
