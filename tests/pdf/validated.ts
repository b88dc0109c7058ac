import { fontsFor } from '../../src/cli/fonts.ts'
import { openCase } from '../../src/engine/case.ts'
import { contentInWords, setInWords } from '../../src/engine/packet/english-lines.ts'
import { answersText, writeAnswers } from '../../src/model/answers/write-answers.ts'
import type { Enclosure } from '../../src/model/packet-file/enclosure.ts'
import { writePacket } from '../../src/pdf/write.ts'
import type { ShippedExample } from '../authoring/shipped-examples.ts'
import { letter, photoHeld, png } from './added/made-files.ts'
import { FONTS } from './packets.ts'

/** One way to make a packet. */
export interface Way {
  readonly lang: 'nl' | 'en'
  readonly set: boolean
  readonly attached: boolean
  readonly englishLines: boolean
}
export const WAYS: readonly Way[] = (['nl', 'en'] as const).flatMap((lang) =>
  [false, true].flatMap((set) => [false, true].map((attached) => ({ lang, set, attached, englishLines: lang === 'en' && !set }))),
)

const encoder = new TextEncoder()
/** What people add: files that are drawn, and files that are only named. */
const ATTACHED: readonly Enclosure[] = [
  { name: 'plattegrond.pdf', type: 'application/pdf', bytes: await letter(), document: 'floorPlan' },
  { name: 'huur.pdf', type: 'application/pdf', bytes: encoder.encode('%PDF-1.4 of a scanner'), document: 'lease' },
  { name: 'paspoort Özgür.jpg', type: 'image/jpeg', bytes: photoHeld(6), document: 'identity@p1' },
  { name: 'paspoort Özgür.jpg', type: 'image/jpeg', bytes: Uint8Array.of(0xff, 0xd8), document: 'identity@p2' },
  { name: 'gevel.png', type: 'image/png', bytes: png(40, 30, 6), document: 'facade' },
  { name: 'brief.txt', type: 'text/plain', bytes: encoder.encode('Geachte gemeente,\n\nHierbij de brief.'), document: 'letter' },
]

/** Every file of the packet of an example, made one way, by a name that says which. */
export async function filesOf({ file, application, answers }: ShippedExample, way: Way): Promise<Map<string, Uint8Array>> {
  const inLang = openCase(application.variant, answers, application.dates, way.lang)
  const name = `${file.replace(/^rules\/|\/examples|\.yaml$/g, '').replaceAll('/', '-')}-${way.lang}${way.attached ? '-attached' : ''}`
  const parts = way.set
    ? setInWords(inLang, 'H1-TEST-0001', new Map(), way)
    : [
        {
          suffix: 'whole',
          content: contentInWords(inLang, 'H1-TEST-0001', answersText(writeAnswers(answers, application.variant.id)), way),
        },
      ]
  const files = new Map<string, Uint8Array>()
  for (const { suffix, content } of parts) {
    const written = await writePacket(content, fontsFor(content, FONTS), way.attached ? ATTACHED : [])
    files.set(`${name}-${suffix}`, written.bytes)
  }
  return files
}
