import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { overflow, sticksOut, violations } from '../browser/accessible.ts'
import { buildTo, chooseTown, openBrowser, serve, watch } from '../browser/site.ts'
import { withLanguage } from '../made-up/with-language.ts'
import { exampleOf } from './example.ts'

// a site to which files add a small language in Arabic letters: the page is read from the right, and what falls back is marked with its language and direction

let browser: Browser
let site: Awaited<ReturnType<typeof serve>>
const folder = mkdtempSync(join(tmpdir(), 'horeca1-arabic-'))
beforeAll(async () => {
  withLanguage(folder, 'ar')
  await buildTo(join(folder, 'site'), folder)
  site = await serve(join(folder, 'site'))
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  site?.close()
  rmSync(folder, { recursive: true, force: true })
})

async function open(hash: string, width: number): Promise<{ page: Page; seen: ReturnType<typeof watch> }> {
  const context = await browser.newContext({ viewport: { width, height: 844 }, locale: 'nl-NL', acceptDownloads: true })
  const page = await context.newPage()
  const seen = watch(page)
  await page.goto(`${site.url}${hash}`)
  return { page, seen }
}

const direction = (page: Page): Promise<(string | null)[]> =>
  page.evaluate(() => [document.documentElement.lang, document.documentElement.dir])

/** Passages in another language that are not read in their own direction, and texts of the page that are not read from the right. */
const turnedWrong = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('main [lang]')]
      .filter((element) => getComputedStyle(element).direction !== (element.getAttribute('lang') === 'ar' ? 'rtl' : 'ltr'))
      .map((element) => element.outerHTML.slice(0, 120)),
  )

async function expectInOrder(page: Page): Promise<void> {
  expect(await direction(page)).toEqual(['ar', 'rtl'])
  expect(await violations(page)).toEqual([])
  expect(await sticksOut(page)).toEqual([])
  expect(await outAtTheLeft(page)).toEqual([])
  expect(await overflow(page)).toBeLessThanOrEqual(0)
  expect(await turnedWrong(page)).toEqual([])
}

/** A page that is read from the right grows over its left edge. What is there for readers alone may stand anywhere. */
const outAtTheLeft = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().left < -1 && !element.closest('.scroll, .visually-hidden, .skip'))
      .map((element) => `${element.tagName.toLowerCase()}.${element.getAttribute('class')}: ${(element.textContent ?? '').slice(0, 80)}`)
      .slice(0, 5),
  )

test.each([320, 1280])(
  'the first questions are read from the right at %i px, what has no words from the left, and Dutch stays as it is',
  async (width) => {
    const { page, seen } = await open('#/ar', width)
    await page.getByRole('heading', { name: 'تصاريح المطاعم والمقاهي' }).waitFor()
    await expectInOrder(page)
    // the words of the page begin at its right
    const heading = page.getByRole('heading', { level: 1 })
    expect(await heading.evaluate((element) => getComputedStyle(element).textAlign)).toBe('start')
    const fallback = page.locator('main [lang=en]').first()
    expect(await fallback.getAttribute('dir')).toBe('ltr')
    // what is typed goes by its own letters
    expect(await page.getByLabel('الرمز البريدي للمكان').getAttribute('dir')).toBe('auto')

    await chooseTown(page, 'breda')
    await page.getByRole('button', { name: 'ابدأ' }).click()
    await page.getByRole('heading', { name: 'طلبك' }).waitFor()
    await page.getByRole('group', { name: 'ما موضوع طلبك؟' }).getByRole('radio', { name: 'عمل جديد' }).check()
    await page.getByLabel('When do you want to open or change?').fill('2027-05-01')
    await expectInOrder(page)
    await page.getByRole('button', { name: 'التالي' }).click()
    await page.getByRole('heading', { name: 'أين سيكون عملك؟' }).waitFor()
    await expectInOrder(page)

    await page.getByRole('button', { name: 'Nederlands' }).click()
    await page.getByRole('heading', { name: 'Waar komt uw zaak?' }).waitFor()
    expect(await direction(page)).toEqual(['nl', ''])
    expect(await page.locator('main [dir]').count()).toBe(0)
    expect(seen.complaints).toEqual([])
    await page.context().close()
  },
)

test('a whole application keeps within 320 px on every page: outcome, tasks, review, attachments, packet', async () => {
  const { page, seen } = await open('#/nl', 320)
  const buffer = Buffer.from(JSON.stringify({ ...exampleOf('cafe-terrace-machines'), attachments: [] }))
  await page.locator('#saved-file').setInputFiles({ name: 'answers.json', mimeType: 'application/json', buffer })
  await page.waitForURL(/\/tasks$/)
  const at = page.url().replace('#/nl/', '#/ar/')
  for (const place of ['tasks', 'outcome', 'review', 'attachments', 'packet']) {
    await page.goto(at.replace(/tasks$/, place))
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.waitForFunction(() => document.documentElement.dir === 'rtl')
    await page.waitForLoadState('networkidle')
    await expectInOrder(page)
  }
  expect(seen.complaints).toEqual([])
  await page.context().close()
})
