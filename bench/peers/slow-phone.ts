import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { buildTo, openBrowser, serve } from '../../tests/browser/site.ts'
import { exampleOf } from '../../tests/journeys/example.ts'

/** Four times slower than this machine, over 1.6 Mbit/s with 150 ms there and back: what Lighthouse calls a slow phone. */
const SLOWDOWN = 4
const NETWORK = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 }

export interface FullPage {
  readonly place: string
  /** Controls on it. */
  readonly fields: number
  readonly title: string
}

export interface Keys {
  /** Milliseconds from each key to the picture that shows it, as the Event Timing API tells them; what takes less than a frame counts as 16. */
  readonly painted: readonly number[]
  readonly fields: number
}

/** The published site, and beside it a page that only says and holds as much, both on a slow phone. */
export async function slowPhone(): Promise<{
  /** Milliseconds until the first page can be used, by somebody who never was there. */
  firstVisit(which: 'ours' | 'plain'): Promise<number>
  /** Pages of the café with a line to type in, the fullest first. */
  readonly pages: readonly FullPage[]
  /** Types into the first text field of one of them, or of the plain page. */
  keys(which: FullPage | 'plain', count: number): Promise<Keys>
  close(): Promise<void>
}> {
  const folder = process.env.HORECA1_SITE ?? mkdtempSync(join(tmpdir(), 'horeca1-bench-'))
  if (!process.env.HORECA1_SITE) await buildTo(folder)
  const plain = mkdtempSync(join(tmpdir(), 'horeca1-plain-'))
  const [site, other] = [await serve(folder, true), await serve(plain, true)]
  const browser = await openBrowser()
  const pages = await fullestPages(browser, site.url, folder)
  const [full = { place: '', fields: 0, title: '' }] = pages
  writeFileSync(
    join(plain, 'index.html'),
    `<!doctype html><title>plain</title><main><h1>${full.title}</h1>${Array.from(
      { length: full.fields },
      (_, index) => `<p><label>${index}<br><input class="plain"></label></p>`,
    ).join('')}<button id="town">Begin</button></main>`,
  )
  const url = (which: 'ours' | 'plain'): string => (which === 'ours' ? site.url : other.url)
  return {
    pages,
    firstVisit: async (which) => {
      const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
      const page = await context.newPage()
      await slow(page, true)
      await page.goto(url(which), { waitUntil: 'commit' })
      const taken = await page.waitForFunction(() => {
        const town = document.querySelector<HTMLSelectElement>('#town')
        return town && !town.disabled && performance.now()
      })
      const milliseconds = Number(await taken.jsonValue())
      await context.close()
      return milliseconds
    },
    keys: async (which, count) => {
      const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
      const page = which === 'plain' ? await context.newPage() : await openCafe(await context.newPage(), site.url, which.place)
      if (which === 'plain') await page.goto(other.url)
      const field = page.locator(which === 'plain' ? 'input.plain' : TEXT_FIELD).first()
      await field.fill('')
      await page.waitForTimeout(1000)
      await slow(page, false)
      await page.evaluate(() => {
        const seen: number[] = []
        Object.assign(window, { seen })
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) if (entry.name === 'keydown') seen.push(entry.duration)
        }).observe({ type: 'event', durationThreshold: 16, buffered: false } as PerformanceObserverInit)
      })
      for (let key = 0; key < count; key++) {
        await field.press('abcdefghij '[key % 11] ?? 'a', { delay: 30 })
        await page.waitForTimeout(BETWEEN_KEYS - 30)
      }
      await page.waitForTimeout(1500)
      const slower = await page.evaluate(() => (window as unknown as { seen: number[] }).seen)
      const painted = [...slower, ...Array.from({ length: Math.max(0, count - slower.length) }, () => 16)]
      const fields = await page.locator('main input, main select, main textarea').count()
      await context.close()
      return { painted, fields }
    },
    close: async () => {
      await browser.close()
      site.close()
      other.close()
      rmSync(plain, { recursive: true, force: true })
      if (!process.env.HORECA1_SITE) rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Milliseconds from key to key: a hundred words a minute, which few reach on a phone. */
const BETWEEN_KEYS = 120
const TEXT_FIELD = 'main form input[type=text]:not([inputmode]), main form textarea'

async function slow(page: Page, network: boolean): Promise<void> {
  const client = await page.context().newCDPSession(page)
  await client.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN })
  if (network) {
    await client.send('Network.enable')
    await client.send('Network.emulateNetworkConditions', NETWORK)
  }
}

/** The café of the example, at a place of its draft. */
async function openCafe(page: Page, url: string, place: string): Promise<Page> {
  const folder = mkdtempSync(join(tmpdir(), 'horeca1-cafe-'))
  const file = join(folder, 'cafe.json')
  writeFileSync(file, JSON.stringify(exampleOf('cafe-terrace-machines')))
  await page.goto(`${url}?examples#/nl`)
  await page.locator('#saved-file').setInputFiles(file)
  await page.waitForURL(/tasks$/)
  rmSync(folder, { recursive: true, force: true })
  await goTo(page, place)
  return page
}

async function goTo(page: Page, place: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = location.hash.split('/').slice(0, 3).concat(to).join('/')
  }, place)
  await page.waitForFunction(() => document.querySelector('main')?.getAttribute('data-place') === location.hash)
}

/** Of the first pages of all topics and lists and of two people those with a line of text to type in, by their controls. */
async function fullestPages(browser: Browser, url: string, folder: string): Promise<FullPage[]> {
  if (!existsSync(join(folder, 'index.html'))) throw new Error(`no site in ${folder}`)
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
  const page = await openCafe(await context.newPage(), url, 'tasks')
  await page.locator('main a[href*="/topic/"]').first().waitFor()
  const links = await page
    .locator('main a[href*="/topic/"], main a[href*="/list/"]')
    .evaluateAll((all) => all.map((a) => (a.getAttribute('href') ?? '').split('/').slice(3).join('/')))
  const found: FullPage[] = []
  for (const place of new Set([...links, 'row/p1', 'row/p2'])) {
    await goTo(page, place)
    const fields = await page.locator('main input, main select, main textarea').count()
    if ((await page.locator(TEXT_FIELD).count()) > 0) found.push({ place, fields, title: (await page.locator('h1').textContent()) ?? '' })
  }
  await context.close()
  if (found.length === 0) throw new Error('no page of the café has a line to type in')
  return found.toSorted((a, b) => b.fields - a.fields)
}
