import { readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { overflow, violations } from '../browser/accessible.ts'
import { sharedSite } from '../browser/shared-site.ts'
import { openBrowser, watch } from '../browser/site.ts'
import { exampleOf } from './example.ts'

let browser: Browser
const site = sharedSite()
let folder: string
beforeAll(async () => {
  browser = await openBrowser()
  folder = await mkdtemp(join(tmpdir(), 'horeca1-ask-'))
})
afterAll(async () => {
  await browser?.close()
  await rm(folder, { recursive: true, force: true })
})

async function device(): Promise<{ page: Page; requests: string[] }> {
  const context = await browser.newContext({ viewport: { width: 320, height: 640 }, acceptDownloads: true })
  const page = await context.newPage()
  const { requests } = watch(page)
  await page.goto(`${site.url}?examples#/nl`)
  await page.locator('main h1').waitFor()
  return { page, requests }
}
const openFile = async (page: Page, control: string, name: string, content: string): Promise<void> => {
  const path = join(folder, name)
  await writeFile(path, content)
  await page.locator(control).setInputFiles(path)
}
const take = async (page: Page, button: RegExp | string): Promise<string> => {
  const waiting = page.waitForEvent('download')
  await page.getByRole('button', { name: button }).first().click()
  return readFileSync(await (await waiting).path(), 'utf8')
}
const fits = async (page: Page): Promise<void> => expect([await violations(page), await overflow(page)]).toEqual([[], 0])

test('what one does not know is asked of somebody else, on another device, and taken over', async () => {
  const cafe = exampleOf('cafe-terrace-machines')
  const { 'premises.buildYear': _year, ...answers } = cafe.answers
  const mine = await device()
  await openFile(mine.page, '#saved-file', 'mine.json', JSON.stringify({ ...cafe, answers }))
  await mine.page.locator('.tasks').waitFor()
  const draft = new URL(mine.page.url()).hash.split('/')[2] ?? ''
  const go = (place: string) => mine.page.evaluate((hash) => void location.assign(hash), `#/nl/${draft}/${place}`)
  await go('topic/fireSafety/premises.buildYear')
  const button = mine.page.getByRole('button', { name: /^Weet ik nog niet: Bouwjaar/ })
  await button.waitFor()
  await fits(mine.page)
  // with the keyboard alone
  await button.focus()
  await mine.page.keyboard.press('Enter')
  await mine.page.getByRole('combobox', { name: 'Wie weet dit?' }).waitFor()
  await fits(mine.page)
  await go('tasks')
  await mine.page.getByRole('link', { name: 'Nog te vragen' }).click()
  await mine.page.getByRole('heading', { name: 'Verhuurder: 1 vraag' }).waitFor()
  await fits(mine.page)
  const request = await take(mine.page, /^Maak een bestand om in te vullen/)
  expect(request).not.toContain('Havenstraat')

  const theirs = await device()
  await openFile(theirs.page, '#saved-file', 'request.json', request)
  const year = theirs.page.getByRole('textbox', { name: /Bouwjaar/ })
  await year.waitFor()
  expect(await theirs.page.locator('h1').textContent()).toBe('Vragen over Café De Ankerplaats')
  await fits(theirs.page)
  await year.fill('1932')
  // no key is lost when the page is gone
  await theirs.page.reload()
  await year.waitFor()
  expect(await year.inputValue()).toBe('1932')
  const reply = await take(theirs.page, 'Maak het bestand om terug te sturen')

  // back on the first page, where every file is opened
  await mine.page.evaluate(() => void location.assign('#/nl'))
  await mine.page.locator('#saved-file').waitFor({ state: 'attached' })
  await openFile(mine.page, '#saved-file', 'reply.json', reply)
  const note = mine.page.getByRole('region', { name: 'Antwoorden van: verhuurder' })
  await note.waitFor()
  await fits(mine.page)
  await note.getByRole('button', { name: 'Neem 1 antwoord over' }).click()
  await mine.page.getByText('1 antwoord overgenomen.').waitFor()
  await go('topic/fireSafety/premises.buildYear')
  await mine.page.getByRole('textbox', { name: /Bouwjaar/ }).waitFor()
  expect(await mine.page.getByRole('textbox', { name: /Bouwjaar/ }).inputValue()).toBe('1932')
  for (const each of [mine, theirs])
    expect(each.requests.filter((url) => !url.includes(` ${site.url}`) && !url.includes(' blob:'))).toEqual([])
})

test('the week, the rooms and the people fit a small phone, in light and dark', async () => {
  const cafe = exampleOf('cafe-terrace-machines')
  const { page } = await device()
  await openFile(page, '#saved-file', 'lists.json', JSON.stringify({ ...cafe, collections: { ...cafe.collections, rooms: [] } }))
  await page.locator('.tasks').waitFor()
  const draft = new URL(page.url()).hash.split('/')[2] ?? ''
  for (const [list, seen] of [
    ['hours', '.week__open'],
    ['rooms', '.presets'],
    ['people', '.presets'],
  ] as const) {
    await page.evaluate((hash) => void location.assign(hash), `#/nl/${draft}/list/${list}`)
    await page.locator(seen).first().waitFor()
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await fits(page)
    }
  }
})
