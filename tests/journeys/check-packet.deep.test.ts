import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { unzipSync } from 'fflate'
import { PDFDocument, rgb } from 'pdf-lib'
import type { Browser, Download, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readPacket } from '../../src/pdf/read.ts'
import { overflow, violations } from '../browser/accessible.ts'
import { sharedSite } from '../browser/shared-site.ts'
import { openBrowser, openFirstPage, watch } from '../browser/site.ts'
import { exampleOf } from './example.ts'

const site = sharedSite()
let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())

const bytesOf = async (download: Download): Promise<Uint8Array> => new Uint8Array(readFileSync(await download.path()))

const choose = (page: Page, name: string, bytes: Uint8Array): Promise<void> =>
  page.locator('#packet-to-check').setInputFiles({ name, mimeType: 'application/pdf', buffer: Buffer.from(bytes) })

test('who makes a packet gets it per department and with a password; who takes it in sees whether it was changed', async () => {
  const context = await browser.newContext({ acceptDownloads: true, locale: 'nl-NL', viewport: { width: 320, height: 700 } })
  const page = await context.newPage()
  const seen = watch(page)
  await page.goto(`${site.url}#/nl`)
  await page.locator('#saved-file').setInputFiles({
    name: 'antwoorden.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify({ ...exampleOf('manager-change'), attachments: [] })),
  })
  await page.waitForURL(/\/tasks$/)
  await page.evaluate(() => {
    location.hash = location.hash.replace(/tasks$/, 'packet')
  })
  await page.getByRole('button', { name: 'Maak de pdf', exact: true }).click()
  const save = page.getByRole('button', { name: 'Download de pdf', exact: true })
  await save.waitFor()
  const [made] = await Promise.all([page.waitForEvent('download'), save.click()])
  const packet = await bytesOf(made)

  // nothing of the other files is fetched before somebody opens them
  expect(seen.requests.filter((request) => /OtherCopies/.test(request))).toEqual([])
  await page.getByText('Per afdeling, of met een wachtwoord').click()
  const split = page.getByRole('button', { name: 'Maak de bestanden per afdeling' })
  await split.waitFor()
  expect(await violations(page)).toEqual([])
  const [zip] = await Promise.all([page.waitForEvent('download'), split.click()])
  const files = unzipSync(await bytesOf(zip))
  const inventory = new TextDecoder().decode(files[Object.keys(files).find((name) => name.endsWith('-inventory.csv')) ?? ''])
  const parts = Object.keys(files).filter((name) => name.endsWith('.pdf'))
  expect(parts.length).toBeGreaterThan(0)
  for (const name of parts) {
    const bytes = files[name] ?? new Uint8Array()
    expect(await readPacket(bytes)).toMatchObject({ ok: false, problem: 'stripped' })
    expect(inventory).toContain(createHash('sha256').update(bytes).digest('hex'))
  }

  const [reading] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Maak de leeskopie' }).click()])
  const copy = new TextDecoder().decode(await bytesOf(reading))
  const reader = await context.newPage()
  await reader.setContent(copy)
  expect(await violations(reader)).toEqual([])
  expect(await overflow(reader)).toBeLessThanOrEqual(0)
  expect(await reader.locator('script, link, img, iframe').count()).toBe(0)
  await reader.close()

  const password = page.getByRole('textbox', { name: 'Wachtwoord' })
  await password.fill('te kort')
  await page.getByRole('button', { name: 'Maak de kopie' }).click()
  await page.getByText('Kies een wachtwoord van minstens 12 tekens.').waitFor()
  await password.fill('correct horse battery')
  const [closed] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Maak de kopie' }).click()])
  const locked = await bytesOf(closed)
  expect(await readPacket(locked)).toMatchObject({ ok: false, problem: 'locked' })
  expect((await PDFDocument.load(locked, { password: 'correct horse battery', updateMetadata: false })).getPageCount()).toBeGreaterThan(3)
  expect(seen.complaints).toEqual([])
  await page.close()

  const clerk = await context.newPage()
  const watched = watch(clerk)
  await openFirstPage(clerk, site.url)
  await clerk.getByRole('link', { name: 'Ontvangt u aanvragen? Controleer een pdf' }).click()
  await clerk.getByRole('heading', { name: 'Een pdf controleren' }).waitFor()
  await choose(clerk, 'aanvraag.pdf', packet)
  await clerk.getByText('De bladzijden zeggen wat de antwoorden zeggen.').waitFor()
  await clerk.getByText(createHash('sha256').update(packet).digest('hex')).waitFor()
  expect(await violations(clerk)).toEqual([])
  expect(await overflow(clerk)).toBeLessThanOrEqual(0)
  const [again] = await Promise.all([
    clerk.waitForEvent('download'),
    clerk.getByRole('button', { name: 'Maak de bestanden per afdeling' }).click(),
  ])
  expect(Object.keys(unzipSync(await bytesOf(again)))).toEqual(Object.keys(files))

  const changed = await PDFDocument.load(packet, { updateMetadata: false })
  changed.getPage(2).drawRectangle({ x: 100, y: 500, width: 50, height: 10, color: rgb(1, 1, 1) })
  await choose(clerk, 'veranderd.pdf', await changed.save())
  await clerk.getByText('Deze pdf is veranderd nadat hij is gemaakt').waitFor()
  await clerk.getByText('Op bladzijde 3 staat iets anders dan de antwoorden in de pdf zeggen.').waitFor()
  expect(await violations(clerk)).toEqual([])

  await choose(clerk, 'met-wachtwoord.pdf', locked)
  await clerk.getByText('deze pdf is op slot met een wachtwoord', { exact: false }).waitFor()
  await clerk.getByRole('button', { name: 'English' }).click()
  await clerk.getByRole('heading', { name: 'Check a PDF' }).waitFor()
  expect(watched.complaints).toEqual([])
  expect(watched.requests.filter((request) => !request.includes(new URL(site.url).host) && !request.includes('blob:'))).toEqual([])
  await context.close()
})
