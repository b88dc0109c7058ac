import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { overflow, violations } from '../browser/accessible.ts'
import { sharedSite } from '../browser/shared-site.ts'
import { openBrowser, withExamples } from '../browser/site.ts'

// what somebody learns before the first question: how one hands in here, what to have at hand, and what it all looks like

const site = sharedSite()
let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())

async function start(width = 390, url = site.url): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width, height: 844 }, locale: 'nl-NL' })).newPage()
  await page.goto(url)
  await page.locator('#town').waitFor()
  return page
}

describe.each([320, 390, 1280])('the first page at %i px', (width) => {
  test('says of the town that is chosen how one hands in there, and whether it took over our forms', async () => {
    const page = await start(width)
    await page.locator('#postcode').fill('4811 AA')
    const fold = page.locator('details', { hasText: 'Zo levert u straks in (Breda)' })
    await fold.waitFor()
    expect(await fold.textContent()).toMatch(/formulieren (niet )?overgenomen/)
    expect(await page.getByRole('heading', { name: 'Leg dit klaar' }).isVisible()).toBe(true)
    expect(await violations(page)).toEqual([])
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    await page.context().close()
  })

  test('opens an example with one press, marks every page of it, and throws it away with one press', async () => {
    const page = await start(width)
    await page.getByRole('button', { name: 'Probeer met een voorbeeld' }).click()
    await page.getByRole('heading', { name: 'Dit heeft u nodig' }).waitFor()
    for (const stage of [/Invullen/, /Bijlagen/, /Inleveren/, /Weten/]) {
      await page.getByRole('navigation', { name: 'Stappen van uw aanvraag' }).getByRole('link', { name: stage }).click()
      await page.waitForFunction((name) => document.querySelector('nav [aria-current=step]')?.textContent?.includes(name), stage.source)
      expect(await page.getByText('Een verzonnen café in een verzonnen gemeente').isVisible()).toBe(true)
    }
    expect(await violations(page)).toEqual([])
    await page.reload()
    await page.getByText('Een verzonnen café in een verzonnen gemeente').waitFor()
    await page.getByRole('button', { name: 'Gooi het voorbeeld weg' }).click()
    await page.locator('#town').waitFor()
    expect(await page.getByRole('heading', { name: /^Een voorbeeld:/ }).count()).toBe(0)
    await page.reload()
    await page.locator('#town').waitFor()
    expect(await page.getByRole('link', { name: /^Verdergaan/ }).count()).toBe(0)
    await page.context().close()
  })
})

test('made-up towns are chosen only at the address that has them', async () => {
  const page = await start()
  expect(await page.locator('#town option[value=voorbeeld]').count()).toBe(0)
  await page.goto(withExamples(site.url))
  await page.locator('#town option[value=voorbeeld]').waitFor({ state: 'attached' })
  await page.context().close()
})

test('a town that is not there is said, and the rules of the country are a press away', async () => {
  const page = await start()
  await page.locator('#postcode').fill('9999 ZZ')
  await page.getByRole('button', { name: 'Gebruik de regels van heel Nederland' }).click()
  expect(await page.locator('#town').inputValue()).toBe('base')
  await page.getByRole('button', { name: 'Beginnen' }).click()
  await page.getByRole('heading', { name: 'Uw aanvraag' }).waitFor()
  await page.context().close()
})
