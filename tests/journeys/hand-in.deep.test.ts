import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { overflow, violations } from '../browser/accessible.ts'
import { sharedSite } from '../browser/shared-site.ts'
import { openBrowser } from '../browser/site.ts'
import { exampleOf } from './example.ts'

// the end of the journey: steps per licence that are ticked, kept, and gone on with

const site = sharedSite()
let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())

async function packet(width: number): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width, height: 844 }, locale: 'nl-NL' })).newPage()
  await page.goto(site.url)
  const buffer = Buffer.from(JSON.stringify({ ...exampleOf('cafe-with-terrace', 'amsterdam'), attachments: [] }))
  await page.locator('#saved-file').setInputFiles({ name: 'antwoorden.json', mimeType: 'application/json', buffer })
  await page.waitForURL(/\/tasks$/)
  await page.getByRole('link', { name: 'Stap 4 van 4: Inleveren' }).click()
  await page.locator('details.send').first().waitFor()
  return page
}

describe.each([320, 1280])('handing in at %i px', (width) => {
  test('is a list of licences, the first one open; ticks are kept, and the next one opens on return', async () => {
    const page = await packet(width)
    expect(await violations(page)).toEqual([])
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    const folds = page.locator('details.send')
    const count = await folds.count()
    expect(count).toBeGreaterThan(2)
    const open = (): Promise<boolean[]> => folds.evaluateAll((all) => all.map((fold) => (fold as HTMLDetailsElement).open))
    expect(await open()).toEqual(Array.from({ length: count }, (_, index) => index === 0))
    const ticks = folds.first().getByRole('checkbox')
    // shown a moment after the finger is lifted
    for (const tick of await ticks.all()) {
      await tick.click()
      await expect.poll(() => tick.isChecked()).toBe(true)
    }
    expect(await folds.first().locator('summary').textContent()).toContain('alles gedaan')
    await page.locator('[data-saved=saved]').waitFor({ state: 'attached' })
    await page.reload()
    await folds.first().waitFor()
    expect(await open()).toEqual(Array.from({ length: count }, (_, index) => index === 1))
    await page.evaluate(() => {
      for (const fold of document.querySelectorAll<HTMLDetailsElement>('details.send')) fold.open = true
    })
    expect(await violations(page)).toEqual([])
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    await page.context().close()
  })

  test('copies one answer at a time, and is where one left it after a reload', async () => {
    const page = await packet(width)
    await page.getByRole('link', { name: 'Antwoorden overnemen, vak voor vak' }).first().click()
    const card = page.locator('.copy-card')
    await card.waitFor()
    expect(await violations(page)).toEqual([])
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    // one answer with its buttons is whole on one screen
    expect(await card.evaluate((each) => each.getBoundingClientRect().height)).toBeLessThan(844)
    for (let count = 0; count < 3; count += 1) {
      await card.getByText(`Antwoord ${count + 1} van`).waitFor()
      await card.getByRole('button', { name: 'Overgenomen, volgende' }).click()
    }
    await card.getByText('Antwoord 4 van').waitFor()
    await page.locator('[data-saved=saved]').waitFor({ state: 'attached' })
    await page.reload()
    await card.getByText('Antwoord 4 van').waitFor()
    await page.getByText(/^Alle antwoorden als lijst/).click()
    expect(await page.getByRole('checkbox', { name: 'Overgenomen', checked: true }).count()).toBe(3)
    await page.context().close()
  })
})
