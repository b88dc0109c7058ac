import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import pixelmatch from 'pixelmatch'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { canvas, type Picture, readPicture } from '../../pdf/pictures/draw-pages.ts'
import { unlessThere } from '../../pdf/verapdf.ts'
import { sharedSite } from '../shared-site.ts'
import { openBrowser, ROOT } from '../site.ts'
import { smallPng } from './small-png.ts'
import { goTo, openCafe, PLAIN_DRAWING, SCHEMES, seen, stillContext, TEN_PAGES, WIDTHS } from './ten-pages.ts'

// How ten pages look, on a phone and on a laptop, by day and by night. After a change of how they look, or of what the example or its made-up town says:
// UPDATE_PICTURES=1 npx vitest run --project browser tests/browser/looks, then look at every picture that changed.
const FOLDER = 'tests/browser/looks/kept'
const UPDATE = process.env.UPDATE_PICTURES === '1'

/** Points of a hundred that may differ. Two runs on a loaded machine differ in none, and a picture that was kept in 64 colours differs from what it was made of in 0.002; what remains is the
 * edge of a form field that another Chromium rounds otherwise. One word that is bold is 0.1 and more, a line that has moved a few. */
const MOST = 0.05
/** How far a colour may be off before a point counts as another one, of 1: more than reducing the colours leaves, less than what a person sees. */
const THRESHOLD = 0.05

type Drawn = Pick<Picture, 'width' | 'height' | 'pixels'>

/** Points of a hundred that differ, and a picture that shows which; 100 where they are not even of one size. */
function difference(before: Drawn, after: Drawn): { readonly share: number; readonly pixels: Uint8ClampedArray } {
  const pixels = new Uint8ClampedArray(after.width * after.height * 4)
  if (before.width !== after.width || before.height !== after.height) return { share: 100, pixels }
  const points = pixelmatch(before.pixels, after.pixels, pixels, after.width, after.height, { threshold: THRESHOLD })
  return { share: (points / (after.width * after.height)) * 100, pixels }
}

describe.skipIf(canvas === null)('a page looks as it was looked at', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser(PLAIN_DRAWING)
  })
  afterAll(() => browser?.close())
  const read = (png: Uint8Array): Promise<Drawn> => {
    if (canvas === null) throw new Error('no renderer')
    return readPicture(png, canvas)
  }
  const cafeAt = async (width: number): Promise<{ context: BrowserContext; page: Page }> => {
    const context = await stillContext(browser, width)
    return { context, page: await openCafe(context, sharedSite().url) }
  }
  const unless = unlessThere(canvas === null ? 'pictures: no @napi-rs/canvas for this machine' : null)

  test.each(WIDTHS)(`${TEN_PAGES.length} pages of %i px, by day and by night${unless}`, async (width) => {
    const { context, page } = await cafeAt(width)
    const changed: string[] = []
    for (const looked of TEN_PAGES) {
      await goTo(page, looked)
      for (const scheme of SCHEMES) {
        const file = `${width}-${scheme}/${looked.name}.png`
        const now = await read(await seen(page, scheme))
        const kept = smallPng(now.pixels, now.width, now.height)
        if (UPDATE) {
          mkdirSync(dirname(join(ROOT, FOLDER, file)), { recursive: true })
          writeFileSync(join(ROOT, FOLDER, file), kept)
        }
        const { share, pixels } = difference(await read(readFileSync(join(ROOT, FOLDER, file))), now)
        if (share <= MOST) continue
        mkdirSync(dirname(join(ROOT, '.tmp/looks', file)), { recursive: true })
        writeFileSync(join(ROOT, '.tmp/looks', file), kept)
        writeFileSync(join(ROOT, '.tmp/looks', file.replace('.png', '-difference.png')), smallPng(pixels, now.width, now.height))
        changed.push(`${FOLDER}/${file}: ${share.toFixed(2)}% differs; see .tmp/looks`)
      }
    }
    await context.close()
    expect(changed).toEqual([])
  })

  test(`what somebody sees at once is no small difference${unless}`, async () => {
    const { context, page } = await cafeAt(390)
    const [start] = TEN_PAGES
    if (!start) throw new Error('no page')
    await goTo(page, start)
    const before = await read(await seen(page, 'light'))
    const kept = await read(smallPng(before.pixels, before.width, before.height))
    // the same page again, and as it is kept
    expect(difference(await read(await seen(page, 'light')), before).share).toBe(0)
    expect(difference(kept, before).share).toBeLessThan(MOST / 5)
    for (const planted of [
      // another green, a line that is gone, words in bold, a margin of 4 px less
      '.head-line{border-block-end-color:#1f6f57 !important}',
      '.head-line{border-block-end-color:transparent !important}',
      '.lead{font-weight:700 !important}',
      '.lead{margin-block-end:8px !important}',
    ]) {
      const style = await page.addStyleTag({ content: planted })
      expect(difference(kept, await read(await seen(page, 'light'))).share, planted).toBeGreaterThan(MOST)
      await style.evaluate((element) => (element as unknown as { remove(): void }).remove())
    }
    await context.close()
  })
})

test('every page has its four pictures, and they are small enough to keep', () => {
  const files = TEN_PAGES.flatMap(({ name }) => WIDTHS.flatMap((width) => SCHEMES.map((scheme) => `${width}-${scheme}/${name}.png`)))
  expect(files.filter((file) => !existsSync(join(ROOT, FOLDER, file)))).toEqual([])
  const size = files.reduce((sum, file) => sum + readFileSync(join(ROOT, FOLDER, file)).length, 0)
  expect(size).toBeLessThan(1_500_000)
})
