import { readFileSync } from 'node:fs'
import { PDFDocument } from 'pdf-lib'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { violations } from '../browser/accessible.ts'
import { sharedSite } from '../browser/shared-site.ts'
import { openBrowser } from '../browser/site.ts'
import { begin, crash, onDisk, saved, type Visitor, visit } from './drafts.ts'
import { exampleOf } from './example.ts'

const site = sharedSite()
let browser: Browser
let visitor: Visitor
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())
afterEach(() => visitor?.context.close())

const kind = (page: Page) => page.getByLabel('nieuwe zaak')
const start = (page: Page) => page.locator('#q-application-startDate')
async function twoTabs(): Promise<{ a: Page; b: Page; draft: string }> {
  visitor = await visit(browser, site.url)
  const a = await visitor.tab()
  const draft = await begin(a)
  const b = await visitor.tab(`#/nl/${draft}/about`)
  return { a, b, draft }
}

describe('one application in two tabs', () => {
  test('an answer in one stands in the other at once, and both are kept', async () => {
    const { a, b } = await twoTabs()
    await kind(a).check()
    await expect.poll(() => kind(b).isChecked()).toBe(true)
    await start(b).fill('2027-06-01')
    await start(b).press('Tab')
    await expect.poll(() => start(a).inputValue()).toBe('2027-06-01')
    await saved(a)
    await saved(b)
    await b.getByText('Ook open in een ander tabblad').waitFor()
    expect(await violations(b)).toEqual([])
    await a.reload()
    await kind(a).waitFor()
    expect([await kind(a).isChecked(), await start(a).inputValue()]).toEqual([true, '2027-06-01'])
    expect(await a.locator('.alert--info, .utrecht-alert--info').count()).toBe(0)
  })

  test('an answer in each before the other hears of it: neither is lost', async () => {
    const { a, b } = await twoTabs()
    // as with a browser that lets a tab in the background sleep
    for (const page of [a, b]) await page.evaluate(() => (BroadcastChannel.prototype.postMessage = () => undefined))
    await kind(a).check()
    await start(b).fill('2027-06-01')
    await start(b).press('Tab')
    await saved(a)
    await saved(b)
    await a.waitForTimeout(700)
    await a.reload()
    await kind(a).waitFor()
    expect([await kind(a).isChecked(), await start(a).inputValue()]).toEqual([true, '2027-06-01'])
  })

  test('a file for the same document in each, at once: neither is lost', async () => {
    visitor = await visit(browser, site.url)
    const a = await visitor.tab()
    const example = { ...exampleOf('cafe-terrace-machines'), attachments: [] }
    await a
      .locator('#saved-file')
      .setInputFiles({ name: 'antwoorden.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(example)) })
    await a.waitForURL(/\/tasks$/)
    const attachments = a.url().replace('/tasks', '/attachments')
    await a.goto(attachments)
    const b = await visitor.tab(new URL(attachments).hash)
    const plan = await PDFDocument.create()
    plan.addPage()
    const file = { name: 'plan.pdf', mimeType: 'application/pdf', buffer: Buffer.from(await plan.save()) }
    const inputs = [a, b].map((page) => page.locator('main li.card').first().locator('input[type=file][multiple]'))
    for (const input of inputs) await input.waitFor({ state: 'attached' })
    await Promise.all(inputs.map((input) => input.setInputFiles([file])))
    await expect.poll(async () => (await onDisk(a)).files.length).toBe(2)
    for (const page of [a, b]) await page.locator('main li.card').first().getByText('Toegevoegd: plan.pdf, plan (2).pdf').waitFor()
  })

  test('another answer to the same question: the later one holds, and the tab that loses its answer says so', async () => {
    const { a, b } = await twoTabs()
    await kind(a).check()
    await saved(a)
    await b.getByLabel('overname').check()
    const notice = a.locator('.alert', { hasText: 'In een ander tabblad veranderd: 1 antwoord' })
    await notice.waitFor()
    expect(await notice.textContent()).toMatch(/was nieuwe zaak.*, is nu .*overname/)
    expect(await a.getByLabel('overname').isChecked()).toBe(true)
    expect(await violations(a)).toEqual([])
    await notice.getByRole('button', { name: 'Gezien' }).click()
    await notice.waitFor({ state: 'detached' })
    expect(await b.locator('.alert', { hasText: 'ander tabblad' }).count()).toBe(0)
  })

  test('wiped in one tab: gone in the other, never written back, and the answers can still be saved as a file', async () => {
    const { a, b, draft } = await twoTabs()
    await kind(a).check()
    await saved(a)
    await a.goto(`${site.url}#/nl/${draft}/packet`)
    await a.getByRole('button', { name: 'Alles van dit apparaat wissen' }).click()
    await a.getByRole('button', { name: 'Ja, wis deze aanvraag' }).click()
    await a.getByRole('heading', { name: 'Vergunningen voor uw horecazaak' }).waitFor()
    await b.getByRole('heading', { name: 'Deze aanvraag is verwijderd' }).waitFor()
    expect(await violations(b)).toEqual([])
    const download = b.waitForEvent('download')
    await b.getByRole('button', { name: 'Download uw antwoorden als bestand' }).click()
    expect(JSON.parse(readFileSync(await (await download).path(), 'utf8')).answers).toMatchObject({ 'application.kind': 'new' })
    await b.reload()
    await b.getByText('Deze aanvraag staat niet op dit apparaat.').waitFor()
    expect(await onDisk(b)).toEqual({ drafts: [], notes: [], files: [] })
  })

  test('wiped while the other tab cannot hear it and goes on: nothing comes back', async () => {
    const { a, b, draft } = await twoTabs()
    await kind(a).check()
    await saved(a)
    await a.evaluate(() => (BroadcastChannel.prototype.postMessage = () => undefined))
    await a.goto(`${site.url}#/nl/${draft}/packet`)
    await a.getByRole('button', { name: 'Alles van dit apparaat wissen' }).click()
    await a.getByRole('button', { name: 'Ja, wis deze aanvraag' }).click()
    await a.getByRole('heading', { name: 'Vergunningen voor uw horecazaak' }).waitFor()
    // the note of this text finds no draft any more, so the page may say so before the field is left
    await start(b).fill('2027-06-01')
    await b.getByRole('heading', { name: 'Deze aanvraag is verwijderd' }).waitFor()
    await b.close()
    expect(await onDisk(a)).toEqual({ drafts: [], notes: [], files: [] })
  })
})

describe('removed on the first page', () => {
  async function removed(): Promise<{ page: Page; draft: string }> {
    visitor = await visit(browser, site.url)
    const page = await visitor.tab()
    const first = await begin(page)
    await kind(page).check()
    await saved(page)
    await page.goto(`${site.url}#/nl`)
    await begin(page)
    await kind(page).check()
    await saved(page)
    await page.goto(`${site.url}#/nl`)
    const card = page.locator('.card', { has: page.locator(`a[href*="${first}"]`) })
    await card.getByRole('button', { name: /^Verwijderen/ }).click()
    await page.getByRole('button', { name: 'Ongedaan maken' }).waitFor()
    return { page, draft: first }
  }
  const ids = async (page: Page): Promise<string[]> => (await onDisk(page)).drafts.map((draft) => (draft as { id: string }).id)

  test('going on with another one, it is gone', async () => {
    const { page, draft } = await removed()
    await page.getByRole('link', { name: /^Verdergaan/ }).click()
    await page.locator('#q-application-startDate, main h1').first().waitFor()
    await expect.poll(() => ids(page)).not.toContain(draft)
    await page.goto(`${site.url}#/nl`)
    await page.getByRole('link', { name: /^Verdergaan/ }).waitFor()
    expect(await page.getByRole('link', { name: /^Verdergaan/ }).count()).toBe(1)
  })

  test.each(['the privacy page', 'reload', 'closing'])('%s: it is gone', async (how) => {
    const { page, draft } = await removed()
    let after = page
    if (how === 'the privacy page') await page.getByRole('link', { name: 'Privacy' }).click()
    else if (how === 'reload') await page.reload()
    else {
      await page.close({ runBeforeUnload: true })
      after = await visitor.tab()
    }
    await expect.poll(() => ids(after)).not.toContain(draft)
    expect(await ids(after)).toHaveLength(1)
  })

  test('a crash: it is gone as well', async () => {
    const { page, draft } = await removed()
    await crash(page)
    const after = await visitor.tab()
    await after.getByRole('link', { name: /^Verdergaan/ }).waitFor()
    expect(await after.getByRole('link', { name: /^Verdergaan/ }).count()).toBe(1)
    expect(await after.locator(`a[href*="${draft}"]`).count()).toBe(0)
    // the lock of the tab where it could be taken back went with the tab
    await expect.poll(() => ids(after)).not.toContain(draft)
  })

  test('undone, it is back, also in a tab that had it open', async () => {
    const { page, draft } = await removed()
    await page.getByRole('button', { name: 'Ongedaan maken' }).click()
    await expect.poll(() => page.getByRole('link', { name: /^Verdergaan/ }).count()).toBe(2)
    const other = await visitor.tab(`#/nl/${draft}/about`)
    await kind(other).waitFor()
    const card = page.locator('.card', { has: page.locator(`a[href*="${draft}"]`) })
    await card.getByRole('button', { name: /^Verwijderen/ }).click()
    await other.getByRole('heading', { name: 'Deze aanvraag is verwijderd' }).waitFor()
    await page.getByRole('button', { name: 'Ongedaan maken' }).click()
    await other.getByRole('heading', { name: 'Uw aanvraag' }).waitFor()
    expect(await kind(other).isChecked()).toBe(true)
  })
})
