import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { overflow, violations } from '../browser/accessible.ts'
import { sharedSite } from '../browser/shared-site.ts'
import { buildTo, chooseTown, openBrowser, serve, watch } from '../browser/site.ts'
import { withLanguage } from '../made-up/with-language.ts'
import { exampleOf } from './example.ts'

// a site to which files add a small German: it speaks it where the files do, and English, marked, where they do not

let browser: Browser
let site: Awaited<ReturnType<typeof serve>>
const folder = mkdtempSync(join(tmpdir(), 'horeca1-german-'))
beforeAll(async () => {
  withLanguage(folder, 'de')
  await buildTo(join(folder, 'site'), folder)
  site = await serve(join(folder, 'site'))
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  site?.close()
  rmSync(folder, { recursive: true, force: true })
})

async function open(hash: string, width = 390): Promise<{ page: Page; seen: ReturnType<typeof watch> }> {
  const context = await browser.newContext({ viewport: { width, height: 844 }, locale: 'nl-NL', acceptDownloads: true })
  const page = await context.newPage()
  const seen = watch(page)
  await page.goto(`${site.url}${hash}`)
  return { page, seen }
}

/** Passages of the page in another language than the page, by language. */
const passages = (page: Page): Promise<Record<string, string[]>> =>
  page.evaluate(() => {
    const found: Record<string, string[]> = {}
    for (const element of document.querySelectorAll('main [lang]')) {
      const lang = element.getAttribute('lang') ?? ''
      found[lang] = [...(found[lang] ?? []), element.textContent ?? '']
    }
    return found
  })
/** No mark of a passage is left, in a text or an attribute, or in the title. */
const marksLeft = (page: Page): Promise<number> =>
  page.evaluate(() => [...`${document.title}${document.documentElement.outerHTML}`].filter((c) => c >= '\uFDD0' && c <= '\uFDD3').length)

test.each([320, 1280])(
  'the first questions are German at %i px, what has no German words is marked as English, and Dutch keeps the answers',
  async (width) => {
    const { page, seen } = await open('#/nl', width)
    // on a narrow page the language one reads in is not shown, so the first button may never be visible
    await page.getByRole('button', { name: 'Deutsch' }).waitFor()
    expect(await page.locator('.head__language').allTextContents()).toEqual(['Nederlands', 'English', 'Deutsch'])
    await page.getByRole('button', { name: 'Deutsch' }).click()
    await page.getByRole('heading', { name: 'Genehmigungen für Ihren Gastronomiebetrieb' }).waitFor()
    expect(page.url()).toMatch(/#\/de$/)
    expect(await page.locator('html').getAttribute('lang')).toBe('de')
    expect(await page.locator('.head__language[lang=de]').getAttribute('aria-current')).toBe('true')
    expect(await page.locator('.head__language[lang=en]').getAttribute('aria-current')).toBe(null)
    expect(await page.getByText('Have this at hand').count()).toBe(0)
    expect((await passages(page)).en).toContain(
      'May stay empty. With it we propose the municipality and district. The postcode stays on this device.',
    )
    expect(await violations(page)).toEqual([])
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    expect(await marksLeft(page)).toBe(0)

    await chooseTown(page, 'breda')
    await page.getByRole('button', { name: 'Beginnen' }).click()
    await page.getByRole('heading', { name: 'Ihr Antrag' }).waitFor()
    expect(page.url()).toMatch(/#\/de\/.*\/about$/)
    // a question of the rules in German, an option that has no German words in English
    const question = page.getByRole('group', { name: 'Wofür ist Ihr Antrag?' })
    await question.getByRole('radio', { name: 'neuer Betrieb' }).check()
    expect((await passages(page)).en).toContain('manager added or removed')
    expect(await violations(page)).toEqual([])
    expect(await marksLeft(page)).toBe(0)
    await page.getByLabel('When do you want to open or change?').fill('2027-05-01')
    await page.getByRole('button', { name: 'Weiter' }).click()
    await page.getByRole('heading', { name: 'Wo wird Ihr Betrieb sein?' }).waitFor()
    expect(await page.title()).toBe('Wo wird Ihr Betrieb sein? - Horeca1')
    expect(await page.getByRole('main').textContent()).toMatch(/Frage \d+ von (höchstens )?\d+/)
    expect(await violations(page)).toEqual([])

    // the same page in Dutch, English and German again, with what was said
    const before = page.url()
    await page.getByRole('button', { name: 'Nederlands' }).click()
    await page.getByRole('heading', { name: 'Waar komt uw zaak?' }).waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('nl')
    expect(await passages(page)).toEqual({})
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByRole('heading', { name: 'Where will your business be?' }).waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    expect(await page.getByRole('main').textContent()).not.toMatch(/Betrieb|Frage/)
    expect(await passages(page)).toEqual({})
    await page.getByRole('button', { name: 'Deutsch' }).click()
    await page.getByRole('heading', { name: 'Wo wird Ihr Betrieb sein?' }).waitFor()
    expect(page.url()).toBe(before)
    await page.goBack()
    await page.getByRole('heading', { name: 'Where will your business be?' }).waitFor()
    await page.goForward()
    await page.getByRole('heading', { name: 'Wo wird Ihr Betrieb sein?' }).waitFor()
    // and after a reload
    await page.reload()
    await page.getByRole('heading', { name: 'Wo wird Ihr Betrieb sein?' }).waitFor()
    await page.goto(before.replace(/step\/.*$/, 'about'))
    expect(await page.getByRole('radio', { name: 'neuer Betrieb' }).isChecked()).toBe(true)
    await page.getByRole('button', { name: 'Nederlands' }).click()
    await page.getByRole('radio', { name: 'nieuwe zaak' }).waitFor()
    expect(await page.getByRole('radio', { name: 'nieuwe zaak' }).isChecked()).toBe(true)
    expect(seen.complaints).toEqual([])
    expect(
      seen.requests.filter((request) => !/^GET (blob:)?/.test(request) || !request.replace(/^GET (blob:)?/, '').startsWith(site.url)),
    ).toEqual([])
    await page.context().close()
  },
)

/** Asks for the packet and gives what was made. */
async function packet(page: Page, make: string, download: string): Promise<string> {
  await page.getByRole('button', { name: make, exact: true }).click()
  const save = page.getByRole('button', { name: download, exact: true })
  await save.waitFor({ timeout: 120_000 })
  const [file] = await Promise.all([page.waitForEvent('download'), save.click()])
  return createHash('sha256')
    .update(readFileSync(await file.path()))
    .digest('hex')
}

test('the packet from the German pages is that from the English ones, to the byte', async () => {
  const { page, seen } = await open('#/en')
  const buffer = Buffer.from(JSON.stringify({ ...exampleOf('manager-change'), attachments: [] }))
  await page.locator('#saved-file').setInputFiles({ name: 'answers.json', mimeType: 'application/json', buffer })
  await page.waitForURL(/\/tasks$/)
  const at = page.url().replace(/tasks$/, 'packet')
  await page.goto(at)
  const english = await packet(page, 'Make the PDF', 'Download the PDF')
  await page.goto(at.replace('#/en/', '#/de/'))
  await page.getByText('Diese PDF ist auf Englisch').waitFor()
  expect(await violations(page)).toEqual([])
  // what was made before is still there: it is the same PDF
  const again = page.getByRole('button', { name: 'Make the PDF again' })
  const german = await packet(page, (await again.count()) > 0 ? 'Make the PDF again' : 'Die PDF erstellen', 'Die PDF herunterladen')
  expect(german).toBe(english)
  expect(seen.complaints).toEqual([])
  await page.context().close()
})

test('all pages of an application stand in German with nothing found by axe and no mark left', async () => {
  const { page, seen } = await open('#/de')
  const buffer = Buffer.from(JSON.stringify({ ...exampleOf('cafe-terrace-machines'), attachments: [] }))
  await page.locator('#saved-file').setInputFiles({ name: 'answers.json', mimeType: 'application/json', buffer })
  await page.waitForURL(/\/tasks$/)
  const at = page.url().replace(/tasks$/, '')
  for (const place of [
    'tasks',
    'outcome',
    'attachments',
    'review',
    'packet',
    'tree',
    'sources',
    'ask',
    'search',
    'topic/business',
    'list/terraces',
  ]) {
    await page.goto(`${at}${place}`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect([place, await violations(page)]).toEqual([place, []])
    expect([place, await marksLeft(page)]).toEqual([place, 0])
    expect([place, Object.keys(await passages(page)).filter((lang) => !['en', 'de', 'nl'].includes(lang))]).toEqual([place, []])
  }
  expect(seen.complaints).toEqual([])
  await page.context().close()
})

test('an address in a language that the site does not have is that of the Dutch page', async () => {
  const page = await (await browser.newContext({ locale: 'nl-NL' })).newPage()
  await page.goto(`${sharedSite().url}#/de`)
  await page.getByRole('heading', { name: 'Vergunningen voor uw horecazaak' }).waitFor()
  expect(await page.getByRole('button', { name: 'Deutsch' }).count()).toBe(0)
  await page.context().close()
})
