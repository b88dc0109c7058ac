import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readPacket } from '../../src/pdf/read.ts'
import { overflow, violations } from '../browser/accessible.ts'
import { sharedSite } from '../browser/shared-site.ts'
import { openBrowser, watch } from '../browser/site.ts'
import { textsOf } from '../pdf/packets.ts'
import { exampleOf } from './example.ts'

// who reads English hands in Dutch, and reads along

const site = sharedSite()
let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())

async function packetPage(lang: 'nl' | 'en', width = 390): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width, height: 844 }, acceptDownloads: true })).newPage()
  await page.goto(`${site.url}#/${lang}`)
  const buffer = Buffer.from(JSON.stringify({ ...exampleOf('manager-change'), attachments: [] }))
  await page.locator('#saved-file').setInputFiles({ name: 'answers.json', mimeType: 'application/json', buffer })
  await page.waitForURL(/\/tasks$/)
  await page.goto(page.url().replace(/tasks$/, 'packet'))
  await page.locator('details.send').first().waitFor()
  return page
}

test('the packet has Dutch forms with English beneath unless somebody would rather not, and checking it finds nothing', async () => {
  const page = await packetPage('en')
  const seen = watch(page)
  const choice = page.getByLabel('Forms with English beneath each box')
  expect(await choice.isChecked()).toBe(true)
  expect(await violations(page)).toEqual([])
  expect(await overflow(page)).toBeLessThanOrEqual(0)
  await page.getByRole('button', { name: 'Make the PDF', exact: true }).click()
  const save = page.getByRole('button', { name: 'Download the PDF', exact: true })
  await save.waitFor({ timeout: 120_000 })
  const [download] = await Promise.all([page.waitForEvent('download'), save.click()])
  const bytes = new Uint8Array(readFileSync(await download.path()))
  const pages = await textsOf(bytes)
  expect(pages[0]).toContain('What you have to do now')
  expect(pages.find((text) => text.includes('AL-007'))).toMatch(/Gewenste ingangsdatum .*Desired starting date/)
  const inside = await readPacket(bytes)
  expect(inside).toMatchObject({ englishLines: true, lang: 'en' })
  await page.goto(`${site.url}#/en/verify`)
  await page.locator('main input[type=file]').setInputFiles({ name: 'p.pdf', mimeType: 'application/pdf', buffer: Buffer.from(bytes) })
  await page.getByText('The pages say what the answers say.').waitFor({ timeout: 120_000 })
  expect(seen.complaints).toEqual([])
  await page.context().close()
})

test('without the lines the forms are in Dutch all the same', async () => {
  const page = await packetPage('en')
  await page.getByLabel('Forms with English beneath each box').uncheck()
  await page.getByRole('button', { name: 'Make the PDF', exact: true }).click()
  const save = page.getByRole('button', { name: 'Download the PDF', exact: true })
  await save.waitFor({ timeout: 120_000 })
  const [download] = await Promise.all([page.waitForEvent('download'), save.click()])
  const text = (await textsOf(new Uint8Array(readFileSync(await download.path())))).join(' ')
  expect(text).toContain('What you have to do now')
  expect(text).toContain('Gewenste ingangsdatum')
  expect(text).not.toContain('Desired starting date')
  await page.context().close()
})

test('who reads Dutch is not asked', async () => {
  const page = await packetPage('nl')
  expect(await page.locator('#english-lines').count()).toBe(0)
  await page.context().close()
})
