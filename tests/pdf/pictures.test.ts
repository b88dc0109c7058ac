import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { gunzipSync, gzipSync } from 'node:zlib'
import pixelmatch from 'pixelmatch'
import { describe, expect, test } from 'vitest'
import type { PacketContent } from '../../src/engine/assessment.ts'
import { bytesOf, contentOf } from './packets.ts'
import { canvas, drawPages, readPicture } from './pictures/draw-pages.ts'
import { inAnyScript } from './texts-of-the-world.ts'
import { unlessThere } from './verapdf.ts'

// What is drawn, not what the rules say: the contents are kept beside the pictures, so that another rule or text changes no picture. After a change of how
// pages look, or of what a packet holds: UPDATE_PICTURES=1 npx vitest run tests/pdf/pictures.test.ts, then look at every picture that changed.
const FOLDER = 'tests/pdf/pictures'
const UPDATE = process.env.UPDATE_PICTURES === '1'

/** Points of a hundred that may differ: a renderer of another version draws an edge otherwise, a line that has moved is more. */
const MOST = 0.1

const only = ({ town, ...content }: PacketContent, forms: readonly string[]): PacketContent => ({
  ...content,
  answersJson: '{}',
  forms: content.forms.filter(({ id }) => forms.includes(id)),
  ...(town && { town: only(town, forms) }),
})
const PACKETS = [
  {
    name: 'cafe',
    make: () => only(inAnyScript(), ['alcohol', 'exploitation', 'gamingMachines']),
    pages: [1, 2, 3, 9, 12, 13, 16, 21, 22],
  },
  {
    name: 'open',
    make: () => only(contentOf('rules/base/examples/outcome-quiet-tea-room.yaml', 'en'), ['exploitation']),
    pages: [1, 9, 10],
  },
]

describe.skipIf(canvas === null)('a page looks as it was looked at', () => {
  for (const { name, make, pages } of PACKETS) {
    test(`${pages.length} pages of the packet "${name}"${unlessThere(canvas === null ? 'pictures: no @napi-rs/canvas for this machine' : null)}`, async () => {
      if (canvas === null) throw new Error('no renderer')
      const kept = `${FOLDER}/${name}.json.gz`
      if (UPDATE) {
        mkdirSync(FOLDER, { recursive: true })
        writeFileSync(kept, gzipSync(JSON.stringify(make()), { level: 9 }))
      }
      const content: PacketContent = JSON.parse(gunzipSync(readFileSync(kept)).toString('utf8'))
      const drawn = await drawPages(await bytesOf(content), pages, canvas)
      const changed: string[] = []
      for (const [index, picture] of drawn.entries()) {
        const file = `${FOLDER}/${name}-${pages[index]}.webp`
        if (UPDATE) writeFileSync(file, picture.webp)
        const before = await readPicture(readFileSync(file), canvas)
        expect([picture.width, picture.height]).toEqual([before.width, before.height])
        const difference = canvas.createCanvas(picture.width, picture.height)
        const context = difference.getContext('2d')
        const shown = context.createImageData(picture.width, picture.height)
        const points = pixelmatch(before.pixels, picture.pixels, shown.data, picture.width, picture.height, { threshold: 0.2 })
        const share = (points / (picture.width * picture.height)) * 100
        if (share <= MOST) continue
        context.putImageData(shown, 0, 0)
        mkdirSync('.tmp/pictures', { recursive: true })
        writeFileSync(`.tmp/pictures/${name}-${pages[index]}.webp`, picture.webp)
        writeFileSync(`.tmp/pictures/${name}-${pages[index]}-difference.png`, difference.toBuffer('image/png'))
        changed.push(`${file}: ${share.toFixed(2)}% differs; see .tmp/pictures`)
      }
      expect(changed).toEqual([])
      expect(drawn.every((_, index) => existsSync(`${FOLDER}/${name}-${pages[index]}.webp`))).toBe(true)
    })
  }
})
