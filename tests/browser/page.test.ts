import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { build, createServer, type ViteDevServer } from 'vite'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser, ROOT, serve, watch } from './site.ts'

let browser: Browser
let context: BrowserContext
let page: Page
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())
afterEach(() => context?.close())

const WIDE = { width: 1280, height: 900 }
const PHONE = { width: 320, height: 640 }

const open = async (url: string, viewport = WIDE): Promise<ReturnType<typeof watch>> => {
  context = await browser.newContext({ viewport })
  page = await context.newPage()
  const seen = watch(page)
  await page.goto(url)
  return seen
}
const treeShown = (): Promise<void> => page.locator('.steps > li').first().waitFor()

describe('the built page', () => {
  const folder = mkdtempSync(join(tmpdir(), 'horeca1-site-'))
  let site: Awaited<ReturnType<typeof serve>>
  beforeAll(async () => {
    await build({ root: ROOT, configFile: join(ROOT, 'vite.config.ts'), logLevel: 'error', build: { outDir: folder, emptyOutDir: true } })
    site = await serve(folder)
  }, 120_000)
  afterAll(() => {
    site?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  test('shows the tree of the first town, with its questions, answers and stops', async () => {
    const seen = await open(site.url)
    await treeShown()
    expect(await page.locator('h1').textContent()).toBe('Horeca1')
    const steps = await page.locator('.steps > li').count()
    expect(steps).toBeGreaterThan(10)
    expect(await page.locator('.stop').count()).toBeGreaterThan(0)
    expect(await page.locator('.steps ul li').count()).toBeGreaterThan(steps)
    expect(await page.locator('.drawing svg[role=img] title').textContent()).toMatch(/Beslisboom/)
    expect(await page.getByRole('status').textContent()).toContain(`${steps} stappen`)
    expect(seen.complaints).toEqual([])
  })

  test('asks nothing of any other origin, and only GETs', async () => {
    const { requests } = await open(site.url)
    await treeShown()
    expect(requests.length).toBeGreaterThan(2)
    expect(requests.filter((request) => !request.startsWith(`GET ${site.url}`))).toEqual([])
  })

  test('has a content security policy that a planted inline script does not get past', async () => {
    await open(site.url)
    const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content')
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toMatch(/unsafe|https?:|\*/)
    const ran = await page.evaluate(() => {
      const script = document.createElement('script')
      script.textContent = 'window.planted = true'
      document.body.append(script)
      return 'planted' in window
    })
    expect(ran).toBe(false)
  })

  test.each([
    { lang: 'nl', viewport: WIDE },
    { lang: 'nl', viewport: PHONE },
    { lang: 'en', viewport: WIDE },
    { lang: 'en', viewport: PHONE },
  ])('meets WCAG 2.2 AA as far as axe sees, in $lang at $viewport.width px', async ({ lang, viewport }) => {
    await open(`${site.url}#/${lang}`, viewport)
    await treeShown()
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze()
    expect(violations.map(({ id, nodes }) => ({ id, at: nodes.map((node) => node.html.slice(0, 120)) }))).toEqual([])
  })

  test('does not scroll sideways at 320 px; only the drawing does, inside its frame', async () => {
    await open(site.url, PHONE)
    await treeShown()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width)
    const frame = page.locator('.drawing')
    expect(await frame.evaluate((element) => element.scrollWidth > element.clientWidth)).toBe(true)
    // Text of the drawing keeps a size that can be read.
    expect(
      await page
        .locator('.drawing text')
        .first()
        .evaluate((text) => text.getBoundingClientRect().height),
    ).toBeGreaterThan(14)
  })

  test('can be used with the keyboard alone', async () => {
    await open(site.url, { width: 1280, height: 400 })
    await treeShown()
    const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.id || document.activeElement?.className || '')
    await page.keyboard.press('Tab')
    expect(await focused()).toBe('skip')
    await page.keyboard.press('Enter')
    expect(await focused()).toBe('tree')
    await page.keyboard.press('Tab')
    expect(await focused()).toBe('town')
    await page.keyboard.press('Tab')
    expect(await focused()).toBe('drawing')
    await page.keyboard.press('ArrowDown')
    await page.waitForFunction(() => (document.querySelector('.drawing')?.scrollTop ?? 0) > 0)
  })

  test('changes language without losing the town or the focus, and each choice has an address', async () => {
    await open(site.url)
    await treeShown()
    const towns = await page.locator('#town option').evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value))
    const last = towns.at(-1) ?? ''
    await page.locator('#town').selectOption(last)
    await page.waitForFunction((id) => location.hash === `#/nl/${id}`, last)
    await treeShown()
    await page.locator('#lang-en').focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'The decision tree' }).waitFor()
    await treeShown()
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('lang-en')
    expect(await page.locator('#town').inputValue()).toBe(last)
    expect(await page.evaluate(() => [document.documentElement.lang, location.hash])).toEqual(['en', `#/en/${last}`])
    await page.goBack()
    await page.waitForFunction(() => document.documentElement.lang === 'nl')
  })

  test('says so when an address names a town that is not there', async () => {
    await open(`${site.url}#/en/atlantis`)
    await page.getByRole('status').filter({ hasText: 'not in the list' }).waitFor()
  })
})

describe('the page while rules are being written', () => {
  const folder = mkdtempSync(join(tmpdir(), 'horeca1-dev-'))
  let server: ViteDevServer
  const url = (): string => server.resolvedUrls?.local[0] ?? ''
  beforeAll(async () => {
    for (const part of ['src', 'rules', 'forms', 'index.html', 'package.json', 'tsconfig.json'])
      cpSync(join(ROOT, part), join(folder, part), { recursive: true })
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
    mkdirSync(join(folder, '.cache'))
    writeFileSync(join(folder, 'vite.config.ts'), readFileSync(join(ROOT, 'vite.config.ts'), 'utf8'))
    server = await createServer({
      root: folder,
      configFile: join(folder, 'vite.config.ts'),
      cacheDir: join(folder, '.cache'),
      logLevel: 'error',
      server: { host: '127.0.0.1', port: 41730, fs: { strict: false } },
    })
    await server.listen()
  }, 120_000)
  afterAll(async () => {
    await server?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  test('shows the tree, and asks nothing of another origin', async () => {
    const seen = await open(url())
    await treeShown()
    expect(seen.complaints).toEqual([])
    expect(seen.requests.filter((request) => !request.startsWith(`GET ${url()}`))).toEqual([])
  })

  test('shows a mistake in a rule file with its place, and the tree again when it is mended', async () => {
    await open(url())
    await treeShown()
    const file = join(folder, 'rules/base/tree.yaml')
    const sound = readFileSync(file, 'utf8')
    writeFileSync(file, `${sound}\nnonsense: true\n`)
    const finding = page.locator('.findings .error').first()
    await finding.waitFor()
    expect(await finding.textContent()).toMatch(/rules\/base\/tree\.yaml:\d+/)
    writeFileSync(file, sound)
    await page.locator('.findings .error').first().waitFor({ state: 'detached' })
    await treeShown()
  })
})
