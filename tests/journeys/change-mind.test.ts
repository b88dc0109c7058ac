import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { overflow, violations } from '../browser/accessible.ts'
import { sharedSite } from '../browser/shared-site.ts'
import { openBrowser, watch } from '../browser/site.ts'
import { exampleOf } from './example.ts'

// somebody who changes their mind: told before it is done, and undone after, with the keyboard alone

const site = sharedSite()
let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())

describe.each([320, 390, 1280])('at %i px', (width) => {
  test('a change from the check page says what it brings, keeps, does, and is undone on another page', async () => {
    const page = await (await browser.newContext({ viewport: { width, height: 844 }, locale: 'nl-NL' })).newPage()
    const seen = watch(page)
    await page.goto(`${site.url}?examples#/nl`)
    const buffer = Buffer.from(JSON.stringify({ ...exampleOf('cafe-terrace-machines'), attachments: [] }))
    await page.locator('#saved-file').setInputFiles({ name: 'antwoorden.json', mimeType: 'application/json', buffer })
    await page.waitForURL(/\/tasks$/)
    await page.evaluate(() => location.assign(location.hash.replace(/tasks$/, 'review')))
    const licence = page.getByText('Aanwezigheidsvergunning gokautomaten')
    const change = page.getByRole('link', { name: /^Veranderen: Welke automaten of spelen komen er/ })
    await change.focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(/step\/machines/)
    const were = page.getByRole('radio', { name: 'gokautomaten', exact: true })
    await were.waitFor()
    expect(await were.isChecked()).toBe(true)
    // up with the arrows: each choice is weighed, none is made
    await were.focus()
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('ArrowUp')
    const panel = page.getByRole('group', { name: 'Deze verandering heeft gevolgen' })
    await panel.getByText('Aanwezigheidsvergunning gokautomaten').waitFor()
    expect(await panel.textContent()).toContain('Er is nog niets veranderd')
    expect([await violations(page), await overflow(page)]).toEqual([[], 0])
    // on with the keys, and no
    const press = async (name: string): Promise<void> => {
      const button = panel.getByRole('button', { name })
      for (let n = 0; n < 12 && !(await button.evaluate((one) => one === document.activeElement)); n++) await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
    }
    await press('Nee, laat het zoals het was')
    await panel.waitFor({ state: 'detached' })
    await expect.poll(() => were.evaluate((one) => one === document.activeElement && (one as HTMLInputElement).checked)).toBe(true)
    // and yes, on the way on
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('ArrowUp')
    await page.getByRole('button', { name: 'Verder', exact: true }).press('Enter')
    await expect.poll(() => panel.evaluate((one) => one === document.activeElement)).toBe(true)
    await press('Ja, verander het')
    await page.waitForURL(/\/review$/)
    const bar = page.getByRole('region', { name: 'Uw laatste antwoord' })
    await bar.getByText('Welke automaten of spelen komen er? geen automaten of spelen (was gokautomaten)').waitFor()
    expect([await violations(page), await overflow(page)]).toEqual([[], 0])
    const asked = (): Promise<number> => page.getByRole('link', { name: /gokautomaat|automaten/ }).count()
    const less = await asked()
    await page.evaluate(() => location.assign(location.hash.replace(/review$/, 'outcome')))
    await licence.first().waitFor()
    await bar.getByRole('button', { name: 'Ongedaan maken' }).press('Enter')
    await bar.getByText(/^Ongedaan gemaakt: Welke automaten/).waitFor()
    await expect.poll(() => bar.getByRole('button', { name: 'Toch doen' }).evaluate((one) => one === document.activeElement)).toBe(true)
    await page.evaluate(() => location.assign(location.hash.replace(/outcome$/, 'review')))
    await expect.poll(asked).toBeGreaterThan(less)
    expect(seen.complaints).toEqual([])
    await page.context().close()
  })
})
