import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { overflow, violations } from '../browser/accessible.ts'
import { sharedSite } from '../browser/shared-site.ts'
import { openBrowser, watch } from '../browser/site.ts'
import { folder, horeca1, ROOT } from '../cli/terminal.ts'
import { exampleOf } from './example.ts'

// the outcome to keep and to show, without a mouse

const site = sharedSite()
let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())

async function outcomePage(lang: 'nl' | 'en', width: number): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width, height: 844 }, acceptDownloads: true })).newPage()
  await page.goto(`${site.url}#/${lang}`)
  const buffer = Buffer.from(JSON.stringify({ ...exampleOf('cafe-with-terrace', 'amsterdam'), attachments: [] }))
  await page.locator('#saved-file').setInputFiles({ name: 'answers.json', mimeType: 'application/json', buffer })
  await page.waitForURL(/\/tasks$/)
  await page.goto(page.url().replace(/tasks$/, 'outcome'))
  await page.locator('#proof').waitFor()
  return page
}

/** Goes on with the Tab key until this has the focus. */
async function tabTo(page: Page, what: string): Promise<void> {
  for (let presses = 0; presses < 200; presses++) {
    await page.keyboard.press('Tab')
    if (await page.evaluate((text) => document.activeElement?.textContent?.trim().startsWith(text) ?? false, what)) return
  }
  throw new Error(`no Tab leads to ${what}`)
}

test.each([
  {
    lang: 'nl' as const,
    width: 320,
    fold: 'Bewijs van deze uitkomst',
    make: 'Bewaar het bewijs als pdf',
    data: 'Bewaar uitkomst',
    made: 'Het bewijs staat bij uw downloads.',
    file: 'bewijs',
  },
  {
    lang: 'en' as const,
    width: 1280,
    fold: 'Proof of this outcome',
    make: 'Save the proof as a PDF',
    data: 'Save outcome',
    made: 'The proof is among your downloads.',
    file: 'proof',
  },
])(
  'a proof in $lang is made with the keyboard alone, and is the file that the command line makes',
  async (told) => {
    const page = await outcomePage(told.lang, told.width)
    const seen = watch(page)
    await tabTo(page, told.fold)
    await page.keyboard.press('Enter')
    await tabTo(page, told.make)
    const [download] = await Promise.all([page.waitForEvent('download', { timeout: 120_000 }), page.keyboard.press('Enter')])
    await page.getByText(told.made).waitFor()
    expect(download.suggestedFilename()).toMatch(new RegExp(`^horeca1-H1-[A-Z0-9-]+-${told.file}\\.pdf$`))
    expect(await violations(page)).toEqual([])
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    await tabTo(page, told.data)
    const [kept] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
    const { answers, assessment } = JSON.parse(readFileSync(await kept.path(), 'utf8'))
    const cwd = folder()
    writeFileSync(join(cwd, 'answers.json'), JSON.stringify(answers))
    const reference = /H1-[A-Z0-9]+-[A-Z0-9]+/.exec(download.suggestedFilename())?.[0] ?? ''
    const args = ['--answers', 'answers.json', '--out', 'p.pdf', '--reference', reference, '--date', assessment.dates.today]
    const { code, err } = await horeca1(cwd, 'proof', ...args, '--lang', told.lang, '--rules', ROOT)
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(readFileSync(join(cwd, 'p.pdf')).equals(readFileSync(await download.path()))).toBe(true)
    expect(seen.complaints).toEqual([])
    expect(seen.requests.filter((request) => !request.includes(site.url) && !request.includes('blob:'))).toEqual([])
    await page.context().close()
  },
  300_000,
)
