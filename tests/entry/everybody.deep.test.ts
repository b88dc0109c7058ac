import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { overflow, sticksOut, violations } from '../browser/accessible.ts'
import { sharedSite } from '../browser/shared-site.ts'
import { openBrowser } from '../browser/site.ts'
import { walkExample } from './walk-example.ts'

// what holds for whoever sees, hears or moves otherwise: of a whole application, not of a page

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(async () => browser?.close())

test('a manager leaves, with the keyboard alone: the same packet', async () => {
  const entered = await walkExample(browser, sharedSite().url, 'rules/base/examples/manager-leaves.yaml', { hands: 'keys' })
  expect([entered.doubts, entered.differences, entered.complaints]).toEqual([[], [], []])
  expect([entered.sameAsItsAnswers, entered.sameAsTheExample]).toEqual([true, true])
})

/** Looks at each page once: same place, as many fields and messages is the same page. */
function lookerAt(found: unknown[]): { readonly seen: Set<string>; look(page: Page): Promise<void> } {
  const seen = new Set<string>()
  return {
    seen,
    look: async (page) => {
      const shape = await page.evaluate(() =>
        [
          document.documentElement.lang,
          location.hash.split('/').slice(3, 5).join('/'),
          document.querySelectorAll('main .field').length,
          document.querySelectorAll('main .alert').length,
        ].join(' '),
      )
      if (seen.has(shape)) return
      seen.add(shape)
      const wrong = [...(await violations(page)), ...((await overflow(page)) > 0 ? ['wider than the window', await sticksOut(page)] : [])]
      if (wrong.length > 0 && found.length < 5) found.push({ page: shape, wrong })
    },
  }
}

test('every page of a café, 320 pixels wide, and its last pages in English and in the dark, meet WCAG 2.2 AA as far as axe sees', async () => {
  const found: unknown[] = []
  const { seen, look } = lookerAt(found)
  await walkExample(browser, sharedSite().url, 'rules/base/examples/cafe-terrace-machines.yaml', {
    hands: 'page',
    width: 320,
    look,
    after: async (page) => {
      await page.emulateMedia({ colorScheme: 'dark' })
      const places = ['outcome', 'tasks', 'review', 'tree', 'sources', 'compare', 'copy/exploitation', 'copy/environment', 'packet']
      for (const lang of ['nl', 'en'])
        for (const place of [...places, 'compare/amsterdam%2Fcentrum/voorbeeld-licht', 'topic/business', 'list/people', 'list/hours']) {
          await page.evaluate(
            (to) => {
              location.hash = `#/${to.lang}/${location.hash.split('/')[2]}/${to.place}`
            },
            { lang, place },
          )
          await page.waitForFunction(
            () =>
              decodeURIComponent(document.querySelector('main')?.getAttribute('data-place') ?? '') === decodeURIComponent(location.hash),
          )
          await look(page)
        }
    },
  })
  expect(found).toEqual([])
  expect(seen.size).toBeGreaterThan(60)
}, 900_000)
