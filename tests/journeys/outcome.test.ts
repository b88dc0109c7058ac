import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sharedSite } from '../browser/shared-site.ts'
import { openBrowser } from '../browser/site.ts'
import { exampleOf } from './example.ts'

// the outcome is what people came for: on a phone, on a laptop and on paper

const site = sharedSite()
let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())

/** A page of a café in Amsterdam, whose tables have all that tables can have. */
async function cafe(place: string, viewport: { readonly width: number; readonly height: number }): Promise<Page> {
  const page = await (await browser.newContext({ viewport, locale: 'nl-NL' })).newPage()
  await page.goto(site.url)
  const buffer = Buffer.from(JSON.stringify({ ...exampleOf('cafe-with-terrace', 'amsterdam'), attachments: [] }))
  await page.locator('#saved-file').setInputFiles({ name: 'antwoorden.json', mimeType: 'application/json', buffer })
  await page.waitForURL(/\/tasks$/)
  await page.evaluate((last) => {
    location.hash = location.hash.replace(/tasks$/, last)
  }, place)
  await page.locator('main table').first().waitFor()
  // each town that is compared has a column: their rules are fetched
  const towns = place.split('/').length - 1
  if (towns > 0)
    await page
      .locator('main table')
      .first()
      .locator('thead th')
      .nth(towns + 1)
      .waitFor({ state: 'attached' })
  return page
}

/** What of the tables is cut off, in pixels, and what of their money is broken over two lines. */
const faults = (page: Page): Promise<{ tables: number; cut: number[]; broken: string[] }> =>
  page.evaluate(() => {
    const edge = Math.min(document.documentElement.clientWidth, document.querySelector('main')?.getBoundingClientRect().right ?? 0)
    const tables = [...document.querySelectorAll('main table')]
    const cells = tables.flatMap((table) => [...table.querySelectorAll('th, td')])
    return {
      tables: tables.length,
      cut: cells.map((cell) => Math.ceil(cell.getBoundingClientRect().right - edge)).filter((more) => more > 0),
      broken: [...document.querySelectorAll('main .money')].flatMap((each) =>
        each.getClientRects().length > 1 ? [each.textContent ?? ''] : [],
      ),
    }
  })

describe('tables are whole and no amount is broken', () => {
  // 794 pixels: a page of A4
  test.each([
    { place: 'outcome', width: 1280, media: 'screen' },
    { place: 'outcome', width: 794, media: 'print' },
    { place: 'outcome', width: 390, media: 'screen' },
    { place: 'compare/breda/rotterdam/nijmegen', width: 1280, media: 'screen' },
    { place: 'compare/breda/rotterdam/nijmegen', width: 794, media: 'print' },
  ] as const)(
    '$place at $width, $media',
    async ({ place, width, media }) => {
      const page = await cafe(place, { width, height: 900 })
      await page.emulateMedia({ media })
      const { tables, ...found } = await faults(page)
      expect(tables).toBeGreaterThan(0)
      expect(found).toEqual({ cut: [], broken: [] })
      await page.context().close()
    },
    120_000,
  )
})

test('on a phone the way on stands within two screens, and what is needed before what is not', async () => {
  const page = await cafe('outcome', { width: 390, height: 844 })
  const [onwards, needed, notNeeded] = await page.evaluate(() =>
    ['main .buttons a', 'main [data-verdict=needed]', 'main [data-verdict=notNeeded]'].map(
      (what) => (document.querySelector(what)?.getBoundingClientRect().top ?? Number.NaN) + scrollY,
    ),
  )
  expect(onwards).toBeLessThan(2 * 844)
  expect(needed).toBeLessThan(notNeeded ?? 0)
  await page.context().close()
})
