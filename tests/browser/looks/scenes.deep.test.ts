import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SCENES } from '../../../src/ui/parts/scenes/Scene.tsx'
import { violations } from '../accessible.ts'
import { sharedSite } from '../shared-site.ts'
import { openBrowser, ROOT } from '../site.ts'
import { PLAIN_DRAWING } from './ten-pages.ts'

// line drawings for who looks before reading: on every ground, never on paper, and never the only thing that says something

test.each(SCENES)('the drawing "%s" is one ink in two strengths, small, and hidden from who listens', (name) => {
  const svg = readFileSync(join(ROOT, `src/ui/style/scenes/${name}.svg`), 'utf8')
  expect(svg).toMatch(/^<svg aria-hidden="true" .*viewBox="0 0 96 96"/)
  expect(new Set(svg.match(/#[0-9a-f]{3,6}/g))).toEqual(new Set(['#000']))
  expect(svg.length).toBeLessThan(1000)
  expect(readFileSync(join(ROOT, 'src/ui/style/scenes.css'), 'utf8')).toContain(`url("scenes/${name}.svg")`)
})

describe('the stages on the first page', () => {
  const site = sharedSite()
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser(PLAIN_DRAWING)
  })
  afterAll(() => browser?.close())

  async function firstPage(lang: 'nl' | 'en'): Promise<{ page: Page; requests: string[] }> {
    const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage()
    const requests: string[] = []
    page.on('request', (request) => requests.push(request.url()))
    await page.goto(`${site.url}#/${lang}`)
    await page.locator('.ahead .scene').nth(3).waitFor()
    await page.waitForLoadState('networkidle')
    return { page, requests }
  }
  const looks = (page: Page): Promise<{ background: string; display: string; mask: string }[]> =>
    page.locator('.ahead .scene').evaluateAll((scenes) =>
      scenes.map((each) => {
        const { backgroundColor: background, display, maskImage: mask } = getComputedStyle(each)
        return { background, display, mask }
      }),
    )

  test.each([
    { lang: 'nl' as const, names: ['1. Weten', '2. Invullen', '3. Bijlagen', '4. Inleveren'] },
    { lang: 'en' as const, names: ['1. Find out', '2. Fill in', '3. Attach', '4. Hand in'] },
  ])('are told in words in $lang, each with a drawing of our own origin', async ({ lang, names }) => {
    const { page, requests } = await firstPage(lang)
    expect(await page.locator('.ahead__name').allTextContents()).toEqual(names)
    expect(await page.locator('.ahead .scene:not([aria-hidden="true"])').count()).toBe(0)
    const drawn = requests.filter((url) => /\/(know|fill|attach|handIn)[-.][\w-]*\.?svg/.test(url))
    expect(drawn).toHaveLength(4)
    expect(requests.filter((url) => !url.startsWith(site.url) && !url.startsWith('data:'))).toEqual([])
    expect(await violations(page)).toEqual([])
    await page.context().close()
  })

  test('have the ink of the town by day, a light one by night, that of the system with forced colours, and stay off paper', async () => {
    const { page } = await firstPage('nl')
    const day = await looks(page)
    expect(day).toHaveLength(4)
    expect(new Set(day.map(({ background }) => background))).toEqual(new Set(['rgb(0, 86, 122)']))
    expect(new Set(day.map(({ mask }) => mask)).size).toBe(4)
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(new Set((await looks(page)).map(({ background }) => background))).toEqual(new Set(['rgb(143, 208, 240)']))
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' })
    const ink = await page.evaluate(() => {
      const probe = document.createElement('span')
      probe.style.color = 'CanvasText'
      document.body.append(probe)
      return getComputedStyle(probe).color
    })
    expect(new Set((await looks(page)).map(({ background }) => background))).toEqual(new Set([ink]))
    await page.emulateMedia({ forcedColors: 'none', media: 'print' })
    expect(new Set((await looks(page)).map(({ display }) => display))).toEqual(new Set(['none']))
    await page.context().close()
  })

  test('are not waited for: the page is whole without them', async () => {
    const page = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage()
    await page.route(/StagesAhead/, (route) => route.abort())
    await page.goto(site.url)
    await page.locator('#town').waitFor()
    await page.waitForLoadState('networkidle')
    expect(await page.locator('.ahead').count()).toBe(0)
    expect(await page.locator('main [role=alert] .alert').count()).toBe(0)
    expect(await page.getByRole('button', { name: 'Beginnen', exact: true }).isVisible()).toBe(true)
    await page.context().close()
  })
})
