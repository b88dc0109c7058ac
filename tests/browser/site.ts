import { createReadStream, existsSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import { createGzip } from 'node:zlib'
import { type Browser, chromium, type Page } from 'playwright-core'
import { build } from 'vite'
import { findChromium } from '../../scripts/lib/chromium.mjs'

export const ROOT = join(import.meta.dirname, '..', '..')

/** A real Chromium that looks nothing up by itself. `more`: what else it is told at its start. */
export async function openBrowser(more: readonly string[] = []): Promise<Browser> {
  const executablePath = await findChromium()
  if (!executablePath) throw new Error('No Chromium found: run npm test, which installs one, or set CHROME_PATH.')
  return chromium.launch({
    executablePath,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...more,
    ],
  })
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.ttf': 'font/ttf',
  '.woff': 'font/woff',
}

/** Serves a folder as any plain web host would; `compressed`: as one that packs text on the way, which most do. */
export async function serve(folder: string, compressed = false): Promise<{ url: string; close(): void }> {
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname))
    const file = join(folder, path.endsWith('/') ? `${path}index.html` : path)
    if (!existsSync(file) || !statSync(file).isFile()) return response.writeHead(404).end()
    const type = { 'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream' }
    if (compressed && /text|json|svg/.test(type['Content-Type'])) {
      response.writeHead(200, { ...type, 'Content-Encoding': 'gzip' })
      createReadStream(file).pipe(createGzip()).pipe(response)
      return
    }
    response.writeHead(200, type)
    createReadStream(file).pipe(response)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const close = (): void => {
    server.close()
    // a browser keeps its connections open
    server.closeAllConnections()
  }
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, close }
}

/** Builds the site as it is published into a folder. `rules`: a folder with other rules. */
export async function buildTo(folder: string, rules?: string): Promise<void> {
  // as npm run build does it: a test runner says NODE_ENV=test, and React would come with its checks for developers
  const before = process.env.NODE_ENV
  process.env.NODE_ENV = 'production'
  if (rules !== undefined) process.env.HORECA1_RULES = rules
  await build({ root: ROOT, configFile: join(ROOT, 'vite.config.ts'), logLevel: 'error', build: { outDir: folder, emptyOutDir: true } })
  process.env.NODE_ENV = before
  if (rules !== undefined) delete process.env.HORECA1_RULES
}

/** Where the first page lists the made-up towns as well. */
export const withExamples = (url: string): string => {
  const address = new URL(url)
  address.search = '?examples'
  return address.href
}

/** Opens the first page with all towns in its list. They stay there as long as the page is open, so from here on the address is that of any visitor. */
export async function openFirstPage(page: Page, url: string): Promise<void> {
  await page.goto(withExamples(url))
  await page.locator('#town').waitFor()
  await page.evaluate(() => history.replaceState(null, '', `${location.pathname}${location.hash}`))
}

/** Chooses a town on the first page; for a made-up one, which is in no public list, at the address that has them. */
export async function chooseTown(page: Page, id: string): Promise<void> {
  const town = page.locator('#town')
  await town.waitFor()
  if ((await town.locator(`option[value="${id}"]`).count()) === 0) {
    await openFirstPage(page, page.url())
  }
  await town.selectOption(id)
}

/** Everything a page asks for, and everything it complains about. */
export function watch(page: Page): { requests: string[]; complaints: string[] } {
  const seen = { requests: [] as string[], complaints: [] as string[] }
  page.on('request', (request) => seen.requests.push(`${request.method()} ${request.url()}`))
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') seen.complaints.push(message.text())
  })
  page.on('pageerror', (error) => seen.complaints.push(error.message))
  return seen
}
