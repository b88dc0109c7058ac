import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sharedSite } from '../browser/shared-site.ts'
import { openBrowser } from '../browser/site.ts'
import { Chance } from '../walk/random.ts'
import { crash, type Visitor, visit } from './drafts.ts'

// Somebody types and does not leave the field; then the page is gone. Every way in which a page goes, and twenty at random.

let browser: Browser
const site = sharedSite()
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())

const NAME = 'Naam van de zaak'
const FILE = JSON.stringify({
  schema: 1,
  variant: 'voorbeeld',
  answers: { 'application.kind': 'new', 'premises.kind': 'building', 'activity.main': 'drinking', 'activity.alcohol': 'none' },
})

/** A draft that stands at the name of the establishment. */
async function begun(visitor: Visitor): Promise<{ page: Page; hash: string }> {
  const page = await visitor.tab()
  await page.setInputFiles('#saved-file', { name: 'mijn.json', mimeType: 'application/json', buffer: Buffer.from(FILE) })
  await page.waitForURL(/tasks$/)
  const hash = new URL(page.url()).hash.replace(/tasks$/, 'topic/premises')
  await page.evaluate((to) => {
    location.hash = to
  }, hash)
  await page.getByRole('textbox', { name: NAME }).waitFor()
  return { page, hash }
}

interface Way {
  readonly how: string
  /** The page goes; the page that comes after it. */
  readonly go: (page: Page, visitor: Visitor, hash: string) => Promise<Page>
}
const reopened = (visitor: Visitor, hash: string): Promise<Page> => visitor.tab(hash)
const WAYS: readonly Way[] = [
  {
    how: 'it is loaded again',
    go: async (page) => {
      await page.reload()
      return page
    },
  },
  {
    how: 'the tab is closed',
    go: async (page, visitor, hash) => {
      await page.close({ runBeforeUnload: false })
      return reopened(visitor, hash)
    },
  },
  {
    how: 'its process crashes',
    go: async (page, visitor, hash) => {
      await crash(page)
      return reopened(visitor, hash)
    },
  },
  {
    how: 'a phone hides it and ends it',
    go: async (page, visitor, hash) => {
      await page.evaluate(() => {
        Object.defineProperty(document, 'visibilityState', { value: 'hidden' })
        document.dispatchEvent(new Event('visibilitychange'))
      })
      await crash(page)
      return reopened(visitor, hash)
    },
  },
  {
    how: 'another site is opened in its place',
    go: async (page, _visitor, hash) => {
      await page.goto('about:blank')
      await page.goto(`${site.url}${hash}`)
      return page
    },
  },
]

describe.each(WAYS)('$how', ({ go }) => {
  // within a tenth of a second of the last key it is noted
  test.each([120, 600])('what was typed %i ms before stands there', async (wait) => {
    const visitor = await visit(browser, site.url)
    const { page, hash } = await begun(visitor)
    await page.getByRole('textbox', { name: NAME }).pressSequentially('De Kersenhof')
    await page.waitForTimeout(wait)
    const after = await go(page, visitor, hash)
    await expect.poll(() => after.getByRole('textbox', { name: NAME }).inputValue(), { timeout: 20_000 }).toBe('De Kersenhof')
    await visitor.context.close()
  })
})

test('twenty times at random gone and come back, 120 to 900 ms after the last key: never a blank page, never a letter less', async () => {
  const visitor = await visit(browser, site.url)
  const chance = new Chance(42)
  let { page, hash } = await begun(visitor)
  let typed = ''
  for (let turn = 0; turn < 20; turn += 1) {
    const field = page.getByRole('textbox', { name: NAME })
    await field.focus()
    await field.press('End')
    const more = `${String.fromCharCode(97 + turn)}`
    await field.pressSequentially(more)
    typed += more
    await page.waitForTimeout(chance.whole(120, 900))
    const way = chance.pick(WAYS)
    page = await way.go(page, visitor, hash)
    await page.locator('main h1').waitFor()
    await expect
      .poll(() => page.getByRole('textbox', { name: NAME }).inputValue(), { message: `turn ${turn}: ${way.how}`, timeout: 20_000 })
      .toBe(typed)
  }
  expect(visitor.complaints).toEqual([])
  await visitor.context.close()
})
