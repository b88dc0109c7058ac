import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { overflow, sticksOut, violations } from '../browser/accessible.ts'
import { sharedSite } from '../browser/shared-site.ts'
import { openBrowser, watch } from '../browser/site.ts'
import { Applicant } from './applicant.ts'
import { exampleOf } from './example.ts'
import { keyboard } from './hands.ts'

let browser: Browser
const site = sharedSite()
beforeAll(async () => {
  browser = await openBrowser()
}, 120_000)
afterAll(async () => {
  await browser?.close()
})

/** Looks at each page once: same place, same headings and messages is the same page. */
function looker(found: { page: string; wrong: unknown }[]): (page: Page) => Promise<void> {
  const seen = new Set<string>()
  return async (page) => {
    const shape = await page.evaluate(() =>
      [
        location.hash.split('/').slice(3, 5).join('/'),
        document.querySelectorAll('main .field').length,
        document.querySelectorAll('main .alert').length,
      ].join(' '),
    )
    if (seen.has(shape)) return
    seen.add(shape)
    const wrong = [...(await violations(page)), ...((await overflow(page)) > 0 ? ['wider than the window', await sticksOut(page)] : [])]
    if (wrong.length > 0) found.push({ page: shape, wrong })
    found.length = Math.min(found.length, 5)
    pagesSeen = seen.size
  }
}
let pagesSeen = 0

describe('every page of a whole journey meets WCAG 2.2 AA as far as axe sees', () => {
  test.each([
    { name: 'cafe-terrace-machines', lang: 'nl', width: 320, scheme: 'light' as const },
    { name: 'lunchroom-without-alcohol', lang: 'en', width: 1280, scheme: 'dark' as const },
  ])(
    '$name in $lang, $width px wide, $scheme',
    async ({ name, lang, width, scheme }) => {
      const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme: scheme, reducedMotion: 'reduce' })
      const page = await context.newPage()
      const found: { page: string; wrong: unknown }[] = []
      const look = looker(found)
      const applicant = new Applicant(page, exampleOf(name), look)
      await applicant.begin(`${site.url}#/${lang}`)
      // nothing filled in: the summary of what is wrong, and the marks at the fields
      await applicant.to('topic/business')
      await page.getByRole('button', { name: /^(Verder|Continue)$/ }).click()
      await page.locator('.error-summary').waitFor()
      expect(await page.evaluate(() => document.activeElement?.className)).toContain('error-summary')
      await look(page)
      await applicant.finish()
      const others = ['compare', 'compare/amsterdam%2Fcentrum/voorbeeld-licht', 'copy/exploitation', 'copy/environment']
      for (const kind of ['outcome', 'tasks', 'review', 'tree', 'sources', ...others, 'packet']) {
        await applicant.to(kind)
        await page.locator('main h1').waitFor()
        await look(page)
      }
      await page.getByRole('button', { name: /^(Maak de pdf|Make the PDF)$/ }).click()
      await page.getByRole('button', { name: /^Download (de pdf|the PDF)$/ }).waitFor({ timeout: 30_000 })
      await look(page)
      await context.close()
      expect(found).toEqual([])
      expect(pagesSeen).toBeGreaterThan(45)
    },
    400_000,
  )
})

test('a manager is added, and the packet downloaded, with the keyboard alone', async () => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'nl-NL', acceptDownloads: true })
  const page = await context.newPage()
  const seen = watch(page)
  const hands = keyboard(page)
  const example = exampleOf('manager-change')
  // asked in the tree; the example gives the more exact answer that decides it
  const applicant = new Applicant(page, { ...example, answers: { ...example.answers, 'activity.main': 'drinking' } }, undefined, hands)
  await applicant.begin(site.url)
  await applicant.finish()
  await applicant.to('packet')
  expect(await page.locator('main .utrecht-alert--ok').count(), (await page.locator('main .alert').first().textContent()) ?? '').toBe(1)
  await hands.press(page.getByRole('button', { name: 'Maak de pdf', exact: true }))
  const save = page.getByRole('button', { name: 'Download de pdf', exact: true })
  await save.waitFor({ timeout: 30_000 })
  const [download] = await Promise.all([page.waitForEvent('download'), hands.press(save)])
  expect(download.suggestedFilename()).toMatch(/^horeca1-H1-\w{4}-\w{4}\.pdf$/)
  expect(seen.complaints).toEqual([])
  await context.close()
}, 240_000)
