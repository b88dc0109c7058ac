import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sharedSite } from '../browser/shared-site.ts'
import { openBrowser, serve, watch } from '../browser/site.ts'

// a café without a connection: after the first visit the site opens, takes answers and makes the packet by itself

const { folder } = sharedSite()
let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())

const kept = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const open = await Promise.all((await caches.keys()).map((name) => caches.open(name)))
    return (await Promise.all(open.map((cache) => cache.keys()))).flat().map(({ url }) => url)
  })

/** Until the worker serves this page and has kept a file of this name. */
const untilKept = (page: Page, name: RegExp): Promise<void> =>
  expect.poll(async () => (await kept(page)).some((url) => name.test(url)), { timeout: 120_000 }).toBe(true)

test('what was asked for before the worker was there, and comes later, is kept too', async () => {
  const host = await serve(folder)
  const context = await browser.newContext({ locale: 'nl-NL' })
  const page = await context.newPage()
  let asked = 0
  let isServed = false
  await context.route(/StagesAhead/, async (route) => {
    // what a worker fetches is let through
    if (asked++ > 0) return route.continue()
    await expect.poll(() => isServed, { timeout: 60_000 }).toBe(true)
    await route.continue()
  })
  await page.goto(host.url)
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  await untilKept(page, /assets\/index-/)
  expect((await kept(page)).filter((url) => /StagesAhead/.test(url))).toEqual([])
  isServed = true
  await untilKept(page, /StagesAhead/)
  await context.close()
  host.close()
})

test('after the first visit an application goes on, and its packet is made, without a host', async () => {
  const host = await serve(folder)
  const context = await browser.newContext({ acceptDownloads: true, locale: 'nl-NL' })
  const page = await context.newPage()
  const seen = watch(page)
  await page.goto(host.url)
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await page.getByRole('button', { name: 'Probeer met een voorbeeld' }).click()
  await page.getByRole('heading', { name: 'Dit heeft u nodig' }).waitFor()
  await untilKept(page, /NotoSans_700Bold/)
  await untilKept(page, /packet-client/)
  // what the worker fetches comes by the same way
  for (const piece of [/packet\.worker/, /assets\/write-/, /assets\/es-/, /browser-module/]) await untilKept(page, piece)
  expect(seen.complaints).toEqual([])

  host.close()
  await page.reload()
  await page.getByRole('heading', { name: 'Dit heeft u nodig' }).waitFor()
  await page
    .getByRole('navigation', { name: 'Stappen van uw aanvraag' })
    .getByRole('link', { name: /Inleveren/ })
    .click()
  await page.getByRole('button', { name: 'Maak de pdf', exact: true }).click()
  const save = page.getByRole('button', { name: 'Download de pdf', exact: true })
  await save.waitFor()
  const [download] = await Promise.all([page.waitForEvent('download'), save.click()])
  expect(
    readFileSync(await download.path())
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-')
  await context.close()
})

test('what is published now is seen on the next visit, and what was published before is forgotten', async () => {
  const published = mkdtempSync(join(tmpdir(), 'horeca1-published-'))
  cpSync(folder, published, { recursive: true })
  const change = (name: string, from: string | RegExp, to: string): void => {
    const file = join(published, name)
    writeFileSync(file, readFileSync(file, 'utf8').replace(from, to))
  }
  // a file that the next publication has no more: no page of either asks for it by itself, which would keep it again
  const LATER = 'assets/later-0.js'
  writeFileSync(join(published, LATER), '')
  change('files.json', '[', `["${LATER}",`)
  const host = await serve(published)
  const gone = `${host.url}${LATER}`
  const page = await (await browser.newContext({ locale: 'nl-NL' })).newPage()
  await page.goto(host.url)
  await untilKept(page, /assets\/index-.*\.js$/)
  // it is kept before the worker is there to serve it
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await page.reload()
  await page.locator('#town').waitFor()
  expect(await page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true)

  await page.evaluate(async (address) => void (await fetch(address)), gone)
  await untilKept(page, /assets\/later-0\.js$/)

  // another publication: its page, a worker of its own, and a list without a file that the one before had
  change('index.html', 'name="theme-color"', 'data-next name="theme-color"')
  change('files.json', `"${LATER}",`, '')
  rmSync(join(published, LATER))
  change('offline.js', /^/, '/* next */')
  await page.reload()
  await page.locator('meta[data-next]').waitFor({ state: 'attached' })
  await expect.poll(async () => (await kept(page)).includes(gone), { timeout: 120_000 }).toBe(false)
  await page.context().close()
  host.close()
  rmSync(published, { recursive: true })
})

test('it is installable', async () => {
  const host = await serve(folder)
  const context = await browser.newContext({ locale: 'nl-NL' })
  const page = await context.newPage()
  await page.goto(`${host.url}?examples#/nl`)
  const manifest = await page.evaluate(async () => {
    const address = document.querySelector<HTMLLinkElement>('link[rel=manifest]')?.href ?? ''
    const { icons, start_url, scope } = await (await fetch(address)).json()
    const found = await Promise.all(
      icons.map(async ({ src }: { src: string }) => (await fetch(new URL(src, address))).headers.get('content-type')),
    )
    return { found, start: new URL(start_url, address).href, scope: new URL(scope, address).href }
  })
  expect(manifest).toEqual({ found: ['image/png', 'image/png'], start: host.url, scope: host.url })
  await context.close()
  host.close()
})
