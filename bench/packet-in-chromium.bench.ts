import { afterAll, describe } from 'vitest'
import { contentOf } from '../tests/pdf/packets.ts'
import { chromiumPage } from './peers/chromium-page.ts'
import { way } from './way.ts'

// As packet.bench.ts, in Chromium; and whether a packet of five hundred pages takes as long a page as one of forty.

const page = await chromiumPage(contentOf('rules/base/examples/cafe-terrace-machines.yaml'))
const [ours, peer] = [await page.make('ours'), await page.make('pdfkit')]
console.log(
  `in Chromium, bytes: ours ${ours.bytes} of ${ours.pages} pages, pdfkit ${peer.bytes}, ratio ${(ours.bytes / peer.bytes).toFixed(2)}`,
)
await page.make('ours', 4)
const perPage: { pages: number; each: number }[] = []
for (const times of [1, 6, 21]) {
  const taken = []
  for (let round = 0; round < 4; round++) {
    const began = performance.now()
    const { pages } = await page.make('ours', times)
    taken.push({ pages, each: (performance.now() - began) / pages })
  }
  // the best of four: the machine may be busy
  perPage.push(taken.reduce((best, one) => (one.each < best.each ? one : best)))
}
const first = perPage[0]?.each ?? 1
console.log(`in Chromium, time a page: ${perPage.map(({ pages, each }) => `${pages} pages ${(each / first).toFixed(2)}`).join(', ')}`)

afterAll(() => page.close())
describe('a packet of more than thirty pages, in Chromium', () => {
  way('pdfkit, tagged', async () => {
    await page.make('pdfkit')
  })
  way('ours: tagged, sealed, with the answers inside', async () => {
    await page.make('ours')
  })
})
