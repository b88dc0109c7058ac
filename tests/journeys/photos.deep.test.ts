import { readFileSync } from 'node:fs'
import { PDFDocument } from 'pdf-lib'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readPacket } from '../../src/pdf/read.ts'
import { overflow, violations } from '../browser/accessible.ts'
import { sharedSite } from '../browser/shared-site.ts'
import { openBrowser, watch } from '../browser/site.ts'
import { exampleOf } from './example.ts'

const site = sharedSite()
let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())

/** A photo as a phone writes it that was held upright: the sensor lies, and a mark (Exif, orientation 6) says how to turn it. */
const PHONE_PHOTO = `async () => {
  const canvas = document.createElement('canvas')
  canvas.width = 80
  canvas.height = 60
  const context = canvas.getContext('2d')
  context.fillStyle = 'teal'
  context.fillRect(0, 0, 80, 60)
  const blob = await new Promise((done) => canvas.toBlob(done, 'image/jpeg'))
  const plain = [...new Uint8Array(await blob.arrayBuffer())]
  const exif = [0x45, 0x78, 0x69, 0x66, 0, 0, 0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0]
  return [...plain.slice(0, 2), 0xff, 0xe1, 0, exif.length + 2, ...exif, ...plain.slice(2)]
}`

test('three photos of one document become one PDF, upright; a file beside another stays as it is; a photo is shown small', async () => {
  const context = await browser.newContext({ acceptDownloads: true, locale: 'nl-NL' })
  const page = await context.newPage()
  const seen = watch(page)
  await page.goto(`${site.url}#/nl`)
  const { attachments, ...example } = exampleOf('manager-change')
  expect(attachments.length).toBeGreaterThan(1)
  await page.locator('#saved-file').setInputFiles({
    name: 'antwoorden.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify({ ...example, attachments: [] })),
  })
  await page.waitForURL(/\/tasks$/)
  const to = (place: string): Promise<void> =>
    page.evaluate((last) => {
      location.hash = location.hash.replace(/^(#\/nl\/[^/]+).*/, `$1/${last}`)
    }, place)
  const photo = Buffer.from((await page.evaluate(`(${PHONE_PHOTO})()`)) as number[])
  await to('attachments')
  const cards = page.locator('main li.card')
  const [first, second] = [cards.nth(0), cards.nth(1)]
  const file = (name: string) => ({ name, mimeType: 'image/jpeg', buffer: photo })
  const name = (await first.getByRole('heading').textContent()) ?? ''
  await first.locator('input[type=file][multiple]').setInputFiles([file('1.jpg'), file('2.jpg'), file('3.jpg')])
  // wanted as PDF they are one at once, else when somebody says so
  const join = first.getByRole('button', { name: /^Maak er één pdf van/ })
  await first.locator('.added__file').first().waitFor()
  if (await first.getByText(/Toegevoegd: 1\.jpg/).isVisible()) {
    await first.getByText('Toegevoegd: 1.jpg, 2.jpg, 3.jpg').waitFor()
    await expect.poll(() => first.locator('canvas:visible').count()).toBe(3)
    await join.click()
  }
  await first.getByText(`Toegevoegd: ${name}.pdf`).waitFor()
  await first.getByText(/\d+ kB, 3 bladzijden/).waitFor()
  await second.locator('input[type=file][multiple]').setInputFiles([file('los.jpg')])
  await second.getByText(/^Toegevoegd: /).waitFor()
  // a file that is no photo is named, and what was there stays
  await first.locator('input[type=file][multiple]').setInputFiles([file('goed.jpg'), { ...file('kapot.jpg'), buffer: Buffer.from('nee') }])
  await first.getByText(/kapot\.jpg (kan niet worden geopend|is geen pdf, foto of tekst)/).waitFor()
  // the whole one may have come before it: it is taken away
  const good = first.getByRole('button', { name: 'Weghalen: goed.jpg' })
  if (await good.isVisible()) await good.click()
  await expect.poll(() => first.locator('.added__file').count()).toBe(1)
  for (const width of [320, 390, 1280]) {
    await page.setViewportSize({ width, height: 844 })
    expect([await violations(page), await overflow(page)]).toEqual([[], 0])
  }

  await to('packet')
  await page.getByRole('button', { name: 'Maak de pdf', exact: true }).click()
  const save = page.getByRole('button', { name: 'Download de pdf', exact: true })
  await save.waitFor({ timeout: 120_000 })
  const [download] = await Promise.all([page.waitForEvent('download'), save.click()])
  const inside = await readPacket(new Uint8Array(readFileSync(await download.path())))
  if (!inside.ok) throw new Error(inside.problem)
  const joined = await PDFDocument.load(inside.files.find((each) => each.name === `${name}.pdf`)?.bytes ?? new Uint8Array())
  expect(joined.getPages().map((each) => each.getHeight() > each.getWidth())).toEqual([true, true, true])
  const alone = inside.files.find((each) => each.name !== `${name}.pdf`)
  if (alone?.type === 'image/jpeg') {
    expect(Buffer.from(alone.bytes).equals(photo)).toBe(true)
    await to('attachments')
    await second.getByRole('img', { name: 'Verkleind: los.jpg' }).waitFor()
  } else expect((await PDFDocument.load(alone?.bytes ?? new Uint8Array())).getPageCount()).toBe(1)
  expect(seen.complaints).toEqual([])
  await context.close()
})
