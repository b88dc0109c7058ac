import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { overflow, violations } from '../browser/accessible.ts'
import { sharedSite } from '../browser/shared-site.ts'
import { openBrowser } from '../browser/site.ts'
import { exampleOf } from './example.ts'

// what stands above every page of an application: where one is, what is left, and no more of a phone than that needs

const site = sharedSite()
let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())

/** What somebody looks up: the tree asks none of it. */
const REGISTERED = /^(?:business\.(?:kvk|branch|vat|payroll|phone|email)|premises\.(?:buildYear|phone|monthlyRent|lease\.kind|otherUsers))/

async function half(width: number): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width, height: 844 }, locale: 'nl-NL' })).newPage()
  await page.goto(site.url)
  const example = exampleOf('cafe-with-terrace', 'amsterdam')
  const answers = Object.fromEntries(Object.entries(example.answers).filter(([fact]) => !REGISTERED.test(fact)))
  const buffer = Buffer.from(
    JSON.stringify({ ...example, answers, complete: example.complete.filter((list) => list !== 'rooms'), attachments: [] }),
  )
  await page.locator('#saved-file').setInputFiles({ name: 'antwoorden.json', mimeType: 'application/json', buffer })
  await page.waitForURL(/\/tasks$/)
  await page.locator('nav.stages').waitFor()
  return page
}
const heightOf = (page: Page, what: string): Promise<number> =>
  page.evaluate((selector) => document.querySelector(selector)?.getBoundingClientRect().height ?? Number.NaN, what)

describe.each([320, 390, 1280])('above every page at %i px', (width) => {
  test('header, stages and summary take a line each, and axe finds nothing', async () => {
    const page = await half(width)
    expect(await heightOf(page, 'header')).toBeLessThanOrEqual(56)
    expect(await heightOf(page, '#stages')).toBeLessThanOrEqual(56)
    if (width < 1000) {
      expect(await heightOf(page, '.summary')).toBeLessThanOrEqual(52)
      expect(await page.locator('.summary__short').textContent()).toMatch(/^Nog te doen: \d+ vra/)
      expect(await page.locator('.summary__minutes').textContent()).toMatch(/^\d+–\d+ min$/)
    } else expect(await page.locator('.stages__left').textContent()).toMatch(/^Invullen: nog \d+ tot \d+ minuten$/)
    expect(await violations(page)).toEqual([])
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    if (width < 1000) {
      await page.locator('.summary summary').click()
      expect(await page.locator('.summary dl').isVisible()).toBe(true)
      expect(await violations(page)).toEqual([])
    }
    await page.context().close()
  })

  test('the stages stay in view, lead on and back, and cover nothing that has the focus', async () => {
    const page = await half(width)
    await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight))
    await page.getByRole('link', { name: 'Stap 4 van 4: Inleveren' }).click()
    await page.getByRole('heading', { name: 'Uw pdf', level: 1 }).waitFor()
    expect(await page.locator('nav.stages [aria-current=step]').textContent()).toContain('Inleveren')
    await page.getByRole('link', { name: /Stap 1 van 4: Weten/ }).click()
    await page.getByRole('heading', { name: 'Dit heeft u nodig', level: 1 }).waitFor()
    for (const name of ['Stap 2 van 4: Invullen', 'Stap 3 van 4: Bijlagen']) {
      await page.getByRole('link', { name }).click()
      await page.waitForFunction((wanted) => document.querySelector('[aria-current=step]')?.textContent === wanted, name)
    }
    await page.getByRole('link', { name: 'Stap 2 van 4: Invullen' }).click()
    await page.getByRole('heading', { name: 'Overzicht', level: 1 }).waitFor()
    // back through the page with the keyboard: what has the focus is whole in view
    await page.locator('main a').last().focus()
    for (let presses = 0; presses < 25; presses += 1) {
      await page.keyboard.press('Shift+Tab')
      const hidden = await page.evaluate(() => {
        const bar = document.getElementById('stages')?.getBoundingClientRect().bottom ?? 0
        const box = document.activeElement?.getBoundingClientRect()
        return document.activeElement?.closest('main') && box ? box.top < bar - 1 : false
      })
      expect(hidden).toBe(false)
    }
    await page.context().close()
  })
})
