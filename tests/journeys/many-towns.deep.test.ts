import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { overflow, violations } from '../browser/accessible.ts'
import { sharedSite } from '../browser/shared-site.ts'
import { openBrowser, watch, withExamples } from '../browser/site.ts'
import { MUNICIPALITIES, nameOf } from '../made-up/country.ts'

// a site for the whole country: the town is found by typing, not in a list of 342

const site = sharedSite()
let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())

/** The site as it is published, with as many towns in its list as the country has. Each has the rules of Breda. */
async function start(url = site.url, width = 390): Promise<{ page: Page; seen: ReturnType<typeof watch> }> {
  const context = await browser.newContext({ viewport: { width, height: 844 }, locale: 'nl-NL', serviceWorkers: 'block' })
  const page = await context.newPage()
  const made = Array.from({ length: MUNICIPALITIES }, (_, number) => ({ id: `made-${number}`, name: nameOf(number), postcodes: [] }))
  await page.route(/\/assets\/town-list-[^?]+$/, (route) =>
    route.fulfill({
      contentType: 'text/javascript',
      body: `import { towns as own } from ${JSON.stringify(`${route.request().url()}?own`)}
const { rules, english, address } = own.find(({ id }) => id === 'breda')
export const towns = [...own, ...${JSON.stringify(made)}.map((town) => ({ extends: 'base', example: false, ofTown: false, area: null, address, rules, english, ...town }))]`,
    }),
  )
  const seen = watch(page)
  await page.goto(url)
  await page.getByRole('combobox', { name: 'In welke gemeente' }).waitFor()
  return { page, seen }
}
const field = (page: Page) => page.getByRole('combobox', { name: 'In welke gemeente' })
const options = (page: Page) => page.getByRole('option').allTextContents()

describe.each([320, 1280])('with 342 municipalities, at %i px', (width) => {
  test('a town is found by a part of its name and chosen with the keys, and nothing that is typed leaves the page', async () => {
    const { page, seen } = await start(site.url, width)
    await field(page).focus()
    const before = seen.requests.length
    await page.keyboard.type('rotterd')
    expect(await options(page)).toEqual(['Rotterdam', 'Mijn gemeente staat er niet bij'])
    await page.getByText('1 gemeente of stadsdeel gevonden.').waitFor()
    expect(await violations(page)).toEqual([])
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    await page.keyboard.press('ArrowDown')
    const active = await field(page).getAttribute('aria-activedescendant')
    expect(await page.locator(`#${active}`).textContent()).toBe('Rotterdam')
    // what the pages of an application need comes meanwhile, by names that are the same for everybody
    expect(
      seen.requests.slice(before).filter((request) => !request.startsWith(`GET ${site.url}assets/`) || /rotterd/i.test(request)),
    ).toEqual([])
    await page.keyboard.press('Enter')
    expect(await field(page).inputValue()).toBe('Rotterdam')
    expect(await field(page).getAttribute('aria-expanded')).toBe('false')
    await page.getByText('Zo levert u straks in (Rotterdam)').waitFor()
    await page.getByRole('button', { name: 'Beginnen' }).click()
    await page.getByRole('heading', { name: 'Uw aanvraag' }).waitFor()
    // the list of this test comes past no service worker
    expect(seen.complaints.filter((complaint) => !complaint.startsWith('Service Worker registration blocked'))).toEqual([])
    await page.context().close()
  })

  test('the whole list opens below the field, keeps within the page, and Escape closes it and then empties the field', async () => {
    const { page } = await start(site.url, width)
    await field(page).click()
    expect(await page.getByRole('option').count()).toBeGreaterThan(MUNICIPALITIES)
    expect(await violations(page)).toEqual([])
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    await page.keyboard.press('ArrowUp')
    const active = await field(page).getAttribute('aria-activedescendant')
    expect(await page.locator(`#${active}`).textContent()).toBe('Mijn gemeente staat er niet bij')
    // the last of a long list was rolled into sight
    const [list, last] = await Promise.all([page.getByRole('listbox').boundingBox(), page.locator(`#${active}`).boundingBox()])
    expect((last?.y ?? 0) + (last?.height ?? 0)).toBeLessThanOrEqual((list?.y ?? 0) + (list?.height ?? 0) + 1)
    await page.keyboard.press('Escape')
    expect(await page.getByRole('listbox').isVisible()).toBe(false)
    await page.keyboard.type('bre')
    await page.keyboard.press('Escape')
    expect(await field(page).inputValue()).toBe('bre')
    await page.keyboard.press('Escape')
    expect(await field(page).inputValue()).toBe('')
    await page.context().close()
  })
})

test('the postcode proposes a town, and what is typed after that takes its place', async () => {
  const { page } = await start()
  await page.locator('#postcode').fill('4811 AA')
  await expect.poll(() => field(page).inputValue()).toBe('Breda')
  await field(page).fill('nijmeg')
  await page.getByRole('option', { name: 'Nijmegen', exact: true }).click()
  expect(await field(page).inputValue()).toBe('Nijmegen')
  await page.getByText('Zo levert u straks in (Nijmegen)').waitFor()
  await page.locator('#postcode').fill('4811 AB')
  await expect.poll(() => field(page).inputValue()).toBe('Breda')
  await page.context().close()
})

test('a name that is half typed chooses nothing: beginning says so and goes to the field', async () => {
  const { page } = await start()
  await page.locator('#postcode').fill('4811 AA')
  await expect.poll(() => field(page).inputValue()).toBe('Breda')
  await field(page).fill('Bred')
  await page.keyboard.press('Tab')
  expect(await page.getByText('Zo levert u straks in').count()).toBe(0)
  await page.getByRole('button', { name: 'Beginnen' }).click()
  await page.getByText('Kies een gemeente, of kies dat uw gemeente er niet bij staat').waitFor()
  expect(await field(page).evaluate((element) => element === document.activeElement)).toBe(true)
  expect(await field(page).getAttribute('aria-invalid')).toBe('true')
  // typed out, capitals and signs aside, it is chosen
  await field(page).fill('breda')
  await page.getByText('Zo levert u straks in (Breda)').waitFor()
  await page.context().close()
})

test('a town that is not there is said, and the rules of the country are the one thing left in the list', async () => {
  const { page } = await start()
  await field(page).fill('Blaricum')
  await page.getByText('Geen gemeente of stadsdeel op deze site heet "Blaricum"').waitFor()
  expect(await options(page)).toEqual(['Mijn gemeente staat er niet bij'])
  expect(await violations(page)).toEqual([])
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByText('U krijgt alleen de regels die in heel Nederland gelden').waitFor()
  await page.getByRole('button', { name: 'Beginnen' }).click()
  await page.getByRole('heading', { name: 'Uw aanvraag' }).waitFor()
  await page.context().close()
})

test('made-up towns are found only at the address that has them', async () => {
  const { page } = await start()
  await field(page).fill('voorbeeld')
  expect(await options(page)).toEqual(['Mijn gemeente staat er niet bij'])
  await page.context().close()
  const other = await start(withExamples(site.url))
  await field(other.page).fill('voorbeeld')
  expect(await options(other.page)).toContain('Voorbeeld (geen echte gemeente)')
  await other.page.context().close()
})

test('the page is there before its towns, and a list that does not come is said and asked for again', async () => {
  const context = await browser.newContext({ locale: 'nl-NL', serviceWorkers: 'block' })
  const page = await context.newPage()
  let works = false
  await page.route(/\/assets\/town-list-/, (route) => (works ? route.continue() : route.abort()))
  await page.goto(site.url)
  await page.getByRole('heading', { name: 'Leg dit klaar' }).waitFor()
  const again = page.getByRole('alert').getByRole('button', { name: 'Probeer opnieuw' })
  await again.waitFor()
  works = true
  await again.click()
  await page.locator('#town').waitFor()
  await page.locator('#postcode').fill('4811 AA')
  await expect.poll(() => page.locator('#town').inputValue()).toBe('breda')
  await context.close()
})
