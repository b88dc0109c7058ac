import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { overflow, violations } from '../browser/accessible.ts'
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

/** A day that comes, whenever this is read. */
const START = `${new Date().getFullYear() + 1}-09-01`

/** A page of a café in Amsterdam, whose tables have all that tables can have. */
async function cafe(place: string, viewport: { readonly width: number; readonly height: number }): Promise<Page> {
  const page = await (await browser.newContext({ viewport, locale: 'nl-NL', acceptDownloads: true })).newPage()
  await page.goto(site.url)
  const example = exampleOf('cafe-with-terrace', 'amsterdam')
  const answers = { ...example.answers, 'application.startDate': START }
  const buffer = Buffer.from(JSON.stringify({ ...example, answers, attachments: [] }))
  await page.locator('#saved-file').setInputFiles({ name: 'antwoorden.json', mimeType: 'application/json', buffer })
  await page.waitForURL(/\/tasks$/)
  await page.evaluate((last) => {
    location.hash = location.hash.replace(/tasks$/, last)
  }, place)
  await page.locator('main table').first().waitFor({ state: 'attached' })
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

/** Opens all that is folded. */
const unfold = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const fold of document.querySelectorAll<HTMLDetailsElement>('main details')) fold.open = true
  })

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
    { place: 'outcome', screens: [1280, 390] },
    { place: 'compare/breda/rotterdam/nijmegen', screens: [1280] },
  ])('$place on paper, and on screens of $screens', async ({ place, screens }) => {
    const page = await cafe(place, { width: 794, height: 900 })
    const whole = async (how: string): Promise<void> => {
      const { tables, ...found } = await faults(page)
      expect(tables, how).toBeGreaterThan(0)
      expect(found, how).toEqual({ cut: [], broken: [] })
    }
    // on paper everything is open by itself
    await page.emulateMedia({ media: 'print' })
    await whole('on paper')
    await page.emulateMedia({ media: 'screen' })
    await unfold(page)
    for (const width of screens) {
      await page.setViewportSize({ width, height: 900 })
      await whole(`at ${width}`)
    }
    await page.context().close()
  })
})

test('on a phone the verdicts, the costs, the days and the way on stand within one and a half screens', async () => {
  const page = await cafe('outcome', { width: 390, height: 844 })
  const bottom = (what: string): Promise<number> =>
    page.evaluate((selector) => {
      const found = [...document.querySelectorAll(selector)]
      return Math.max(...found.map((each) => each.getBoundingClientRect().bottom + scrollY))
    }, what)
  const needed = await bottom('main [data-verdict=needed]')
  expect(needed).toBeGreaterThan(0)
  expect(await bottom('main .in-short')).toBeGreaterThan(needed)
  expect(await bottom('main .buttons a.utrecht-button--primary-action')).toBeLessThan(1.5 * 844)
  expect(await page.evaluate(() => document.querySelector('header')?.getBoundingClientRect().height)).toBeLessThanOrEqual(56)
  // in full no more than three and a half screens, where it was nearly seven
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(3.5 * 844)
  await page.context().close()
})

describe('the outcome, folded and open', () => {
  test.each([1280, 320])('meets WCAG 2.2 AA as far as axe sees and fits in %i px', async (width) => {
    const page = await cafe('outcome', { width, height: 844 })
    expect(await violations(page)).toEqual([])
    await unfold(page)
    expect(await violations(page)).toEqual([])
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    // no word of the picture stands outside it
    const outside = await page.evaluate(() =>
      [...document.querySelectorAll('.time-line__picture text')].flatMap((each) => {
        const { left, right } = each.getBoundingClientRect()
        return left < 0 || right > document.documentElement.clientWidth ? [each.textContent ?? ''] : []
      }),
    )
    expect(outside).toEqual([])
    await page.context().close()
  })
})

test('the dates come as a calendar', async () => {
  const page = await cafe('outcome', { width: 390, height: 844 })
  await page.getByRole('heading', { name: 'Hoe lang het duurt' }).click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Zet deze datums in mijn agenda (.ics)' }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/^horeca1-H1-.*\.ics$/)
  const text = readFileSync(await download.path(), 'utf8')
  expect(text).toContain(`DTSTART;VALUE=DATE:${START.replaceAll('-', '')}`)
  await page.context().close()
})
