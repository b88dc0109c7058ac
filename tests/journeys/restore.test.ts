import { readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFDocument } from 'pdf-lib'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sharedSite } from '../browser/shared-site.ts'
import { openBrowser, watch } from '../browser/site.ts'
import { exampleOf } from './example.ts'

const site = sharedSite()
let browser: Browser
let folder = ''
beforeAll(async () => {
  browser = await openBrowser()
  folder = await mkdtemp(join(tmpdir(), 'horeca1-restore-'))
})
afterAll(async () => {
  await browser?.close()
  await rm(folder, { recursive: true, force: true })
})

const to = (page: Page, place: string): Promise<void> =>
  page.evaluate((last) => {
    location.hash = location.hash.replace(/^(#\/nl\/[^/]+).*/, `$1/${last}`)
  }, place)

async function makePacket(page: Page): Promise<{ name: string; bytes: Buffer }> {
  await to(page, 'packet')
  await page.getByRole('button', { name: 'Maak de pdf', exact: true }).click()
  const save = page.getByRole('button', { name: 'Download de pdf', exact: true })
  await save.waitFor({ timeout: 120_000 })
  const [download] = await Promise.all([page.waitForEvent('download'), save.click()])
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) }
}

test('a packet that is dropped back gives the application back: the next packet is the same, byte for byte', async () => {
  const context = await browser.newContext({ acceptDownloads: true, locale: 'nl-NL' })
  const page = await context.newPage()
  const seen = watch(page)
  await page.goto(`${site.url}#/nl`)
  const { attachments, ...example } = exampleOf('manager-change')
  const beside = {
    parked: [{ what: 'answers.gone', value: 'kept' }],
    copied: { exploitation: { at: null, done: ['exploitation:EX-001'] } },
  }
  await writeFile(join(folder, 'answers.json'), JSON.stringify({ ...example, attachments: [], draft: beside }))
  await page.locator('#saved-file').setInputFiles(join(folder, 'answers.json'))
  await page.waitForURL(/\/tasks$/)
  expect(attachments.length).toBeGreaterThan(0)
  await to(page, 'attachments')
  const pdf = await PDFDocument.create()
  pdf.addPage()
  await page
    .locator('main input[type=file]')
    .first()
    .setInputFiles({ name: 'mijn scan.pdf', mimeType: 'application/pdf', buffer: Buffer.from(await pdf.save()) })
  await page.getByText('mijn scan.pdf').first().waitFor()
  const first = await makePacket(page)

  // on another device
  const other = await browser.newContext({ acceptDownloads: true, locale: 'nl-NL' })
  const there = await other.newPage()
  await there.goto(`${site.url}#/nl`)
  await writeFile(join(folder, 'packet.pdf'), first.bytes)
  await there.locator('#saved-file').setInputFiles(join(folder, 'packet.pdf'))
  await there.waitForURL(/\/tasks$/)
  await to(there, 'attachments')
  await there.getByText('mijn scan.pdf').first().waitFor()
  const second = await makePacket(there)
  expect(second.name).toBe(first.name)
  expect(second.bytes.equals(first.bytes)).toBe(true)

  // of one that was drawn over the applicant hears so first
  const changed = await PDFDocument.load(first.bytes, { updateMetadata: false })
  changed.getPage(1).drawRectangle({ x: 50, y: 400, width: 100, height: 20 })
  await writeFile(join(folder, 'changed.pdf'), await changed.save())
  await there.goto(`${site.url}#/nl`)
  await there.locator('#saved-file').setInputFiles(join(folder, 'changed.pdf'))
  await there.getByText('Over de tekst is getekend, of er is tekst weg: bladzijde 2.').waitFor()
  await there.getByRole('button', { name: 'Verder met deze antwoorden' }).click()
  await there.waitForURL(/\/tasks$/)
  // and a PDF of somebody else is refused in words
  await there.goto(`${site.url}#/nl`)
  await there
    .locator('#saved-file')
    .setInputFiles({ name: 'ander.pdf', mimeType: 'application/pdf', buffer: Buffer.from(await pdf.save()) })
  await there.getByText('in deze pdf staan geen antwoorden van deze site').waitFor()
  expect(seen.complaints).toEqual([])
  await Promise.all([context.close(), other.close()])
}, 300_000)
