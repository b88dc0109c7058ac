import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { run } from '../../src/cli/commands.ts'
import { violations } from '../browser/accessible.ts'
import { sharedSite } from '../browser/shared-site.ts'
import { openBrowser, serve, watch } from '../browser/site.ts'
import { addOwnTown } from '../made-up/own-town.ts'
import { png } from '../model/png-files.ts'

// a municipality puts one file beside the page of a site that was published without it

let browser: Browser
const folder = mkdtempSync(join(tmpdir(), 'horeca1-beside-'))
const site = join(folder, 'site')
beforeAll(async () => {
  browser = await openBrowser()
  cpSync(sharedSite().folder, site, { recursive: true })
  const id = addOwnTown(folder)
  // its mark is of points, the left half of it clear
  const own = join(folder, 'rules/municipalities', id)
  const row = [0, ...Array.from({ length: 16 }, (_, column) => [0x1b, 0x5f, 0xa8, column < 8 ? 0 : 255]).flat()]
  writeFileSync(join(own, 'merk.png'), png({ width: 16, height: 16, lines: Buffer.from(Array.from({ length: 16 }, () => row).flat()) }))
  const file = join(own, 'municipality.yaml')
  writeFileSync(file, readFileSync(file, 'utf8').replace('branding:\n', 'branding:\n  mark: merk.png\n'))
  const say = (line: string): void => console.info(line)
  const args = ['town', '--rules', folder, '--variant', id, '--out', join(site, 'town.json'), '--only']
  expect(await run(args, { cwd: folder, today: '2026-11-30', out: say, err: say })).toBe(0)
})
afterAll(async () => {
  await browser?.close()
  rmSync(folder, { recursive: true, force: true })
})

test('the town is proposed by its postcode, is the only one to choose, and an application begins in it, in both languages', async () => {
  const host = await serve(site)
  const page = await browser.newPage({ locale: 'nl-NL' })
  const seen = watch(page)
  await page.goto(host.url)
  await page.getByLabel('Postcode', { exact: false }).fill('9999 AB')
  await expect.poll(() => page.locator('#town').inputValue()).toBe('dorp-aan-zee')
  expect(await page.locator('#town option').allTextContents()).toEqual(['Maak een keuze', 'Dorp aan Zee'])
  await page.getByRole('button', { name: 'Begin', exact: false }).first().click()
  // the first page names the town as well: the application has begun where one goes on
  await page.getByRole('button', { name: 'Verder' }).waitFor()
  await page.getByText('Dorp aan Zee', { exact: false }).first().waitFor()
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByRole('button', { name: 'Continue' }).waitFor()
  expect(seen.complaints).toEqual([])
  await page.close()
  host.close()
})

test('its mark of points is drawn by the page, on white also when the page is dark, and asks nothing of another place', async () => {
  const host = await serve(site)
  const page = await browser.newPage({ locale: 'nl-NL', colorScheme: 'dark' })
  const seen = watch(page)
  await page.goto(host.url)
  await page.getByLabel('Postcode', { exact: false }).fill('9999 AB')
  await expect.poll(() => page.locator('#town').inputValue()).toBe('dorp-aan-zee')
  await page.getByRole('button', { name: 'Begin', exact: false }).first().click()
  const mark = page.locator('canvas.town-mark')
  await mark.waitFor()
  const points = () =>
    mark.evaluate((canvas: HTMLCanvasElement) => {
      const copy = document.createElement('canvas').getContext('2d', { willReadFrequently: true })
      copy?.drawImage(canvas, 0, 0)
      return [2, 12].map((x) => [...(copy?.getImageData(x, 8, 1, 1).data ?? [])])
    })
  await expect.poll(points).toEqual([
    [0, 0, 0, 0],
    [0x1b, 0x5f, 0xa8, 255],
  ])
  expect(await mark.evaluate((canvas) => getComputedStyle(canvas).backgroundColor)).toBe('rgb(255, 255, 255)')
  const box = await mark.boundingBox()
  expect([Math.round(box?.width ?? 0), Math.round(box?.height ?? 0)]).toEqual([24, 24])
  // said by the name beside it, so not once more
  expect(await page.locator('[aria-hidden="true"] canvas.town-mark').count()).toBe(1)
  expect(await violations(page)).toEqual([])
  expect(seen.complaints).toEqual([])
  await page.close()
  host.close()
})

test('a file for another version of the site is said on the first page, and the site has its own towns', async () => {
  const other = join(folder, 'other')
  cpSync(site, other, { recursive: true })
  const made = JSON.parse(readFileSync(join(site, 'town.json'), 'utf8'))
  writeFileSync(join(other, 'town.json'), JSON.stringify({ ...made, base: 'of another day' }))
  const host = await serve(other)
  const page = await browser.newPage({ locale: 'nl-NL' })
  await page.goto(host.url)
  await page.getByText('gemaakt voor een andere versie van de site', { exact: false }).waitFor()
  expect(await page.locator('#town option').count()).toBeGreaterThan(5)
  await page.close()
  host.close()
})
