import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { run } from '../../src/cli/commands.ts'
import { overflow, violations } from '../browser/accessible.ts'
import { sharedSite } from '../browser/shared-site.ts'
import { openBrowser, openFirstPage, ROOT, watch } from '../browser/site.ts'
import { addOwnTown } from '../made-up/own-town.ts'
import { madeForm } from '../pdf/official/made-form.ts'
import { TOWN, TOWN_FOLDER } from '../pdf/official/made-town.ts'

// who keeps the rules of a municipality tries them in the browser, without a command line

const site = sharedSite()
let browser: Browser
const folder = mkdtempSync(join(tmpdir(), 'horeca1-configure-'))
const id = addOwnTown(folder)
const own = join(folder, 'rules/municipalities', id)
const municipality = join(own, 'municipality.yaml')
const right = readFileSync(municipality, 'utf8')
const wrong = right.replace('["9999"]', '[9999]')
/** The folder as the clerk has it, under a name of their own, with a file that is no rule. */
const clerks = join(folder, 'mijn gemeente')

beforeAll(async () => {
  browser = await openBrowser()
  mkdirSync(join(own, 'districts'))
  writeFileSync(
    join(own, 'districts/haven.yaml'),
    `schema: 1\nid: haven\nname: Haven\nextends: ${id}\nversion: 2026.1.0\npostcodes: ["9998"]\n`,
  )
  cpSync(own, clerks, { recursive: true })
  writeFileSync(join(clerks, 'municipality.yaml'), wrong)
  writeFileSync(join(clerks, 'leges 2027.docx'), 'PK')
  const say = (line: string): void => console.info(line)
  const args = ['town', '--rules', folder, '--variant', id, '--out', join(folder, 'town.json')]
  expect(await run(args, { cwd: folder, today: '2026-12-01', out: say, err: say })).toBe(0)
})
afterAll(async () => {
  await browser?.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Drops files on the page as a mouse does. */
const drop = (page: Page, files: readonly { readonly name: string; readonly text?: string; readonly bytes?: number }[]): Promise<void> =>
  page.locator('.bench-drop').evaluate((zone, given) => {
    const data = new DataTransfer()
    for (const { name, text, bytes } of given) data.items.add(new File([text ?? new Uint8Array(bytes ?? 0)], name))
    zone.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }))
  }, files)

test('a folder with a mistake: the finding, the mended file, the view of the applicant, and the file of the command line', async () => {
  const context = await browser.newContext({ acceptDownloads: true, locale: 'nl-NL', viewport: { width: 320, height: 700 } })
  const page = await context.newPage()
  const seen = watch(page)
  await openFirstPage(page, site.url)
  await page.getByRole('link', { name: 'Probeer uw eigen regels' }).click()
  await page.getByRole('heading', { name: 'Uw eigen regels proberen' }).waitFor()
  await page.locator('#shipped-town').waitFor()
  expect(await violations(page)).toEqual([])
  // the rules themselves are fetched by who gives files
  const weight = (): number => seen.requests.filter((request) => /configure\.worker|\/base-/.test(request)).length
  expect(weight()).toBe(0)

  await page.locator('#town-folder').setInputFiles(clerks)
  const finding = page.locator('.town-finding--error')
  await finding.first().waitFor()
  expect(await finding.count()).toBe(1)
  expect(await finding.textContent()).toContain('municipality.yaml, regel 6')
  expect(await finding.textContent()).toContain('postcodes: [9999]')
  expect(await finding.textContent()).toContain('tussen aanhalingstekens: "9999"')
  await page.getByText('leges 2027.docx hoort niet bij de regels', { exact: false }).waitFor()
  expect(await page.getByRole('button', { name: 'Download town.json' }).count()).toBe(0)
  expect(await violations(page)).toEqual([])
  expect(await overflow(page)).toBeLessThanOrEqual(0)
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByText('municipality.yaml, line 6').waitFor()
  expect(await finding.textContent()).toContain('Put it in quotes: "9999"')
  await page.getByRole('button', { name: 'Nederlands' }).click()

  // only the file that was mended, without its folder
  await drop(page, [
    { name: 'municipality.yaml', text: right },
    { name: 'groot.yaml', bytes: 50_000_000 },
  ])
  await page.getByText('groot.yaml is te groot', { exact: false }).waitFor()
  await page.getByText('Er is niets fout', { exact: false }).waitFor({ timeout: 240_000 })
  await page.getByText('Dorp aan Zee staat nog niet op deze site.').waitFor()
  await page.getByText('Vergeleken met de basis', { exact: false }).waitFor({ timeout: 240_000 })
  expect(await violations(page)).toEqual([])
  expect(await overflow(page)).toBeLessThanOrEqual(0)

  const save = page.getByRole('button', { name: 'Download town.json' })
  const [made] = await Promise.all([page.waitForEvent('download'), save.press('Enter')])
  expect(made.suggestedFilename()).toBe('town.json')
  expect(readFileSync(await made.path(), 'utf8')).toBe(readFileSync(join(folder, 'town.json'), 'utf8'))

  await page.getByLabel('Van welk deel').selectOption(`${id}/haven`)
  await page.getByRole('button', { name: 'Bekijk als ondernemer' }).press('Enter')
  await page.getByText('Dit is een proef').waitFor()
  await page.getByText('Haven', { exact: false }).first().waitFor()
  expect(await violations(page)).toEqual([])
  await page.getByLabel('nieuwe zaak').check()
  await page.getByRole('button', { name: 'Later invullen', exact: true }).click()
  await page.waitForURL(/\/step\//)
  await page.getByText('Dit is een proef').waitFor()
  await page.getByRole('link', { name: 'Terug naar uw bestanden' }).click()
  await page.getByText('Er is niets fout', { exact: false }).waitFor()
  await page.getByText('Vergeleken met de basis', { exact: false }).waitFor()

  // nothing went out, and nothing stays
  const host = new URL(site.url).host
  expect(seen.requests.filter((request) => !request.startsWith('GET ') || !(request.includes(host) || request.includes('blob:')))).toEqual(
    [],
  )
  expect(seen.complaints).toEqual([])
  await page.goto(site.url)
  await page.reload()
  await page.locator('#town').waitFor()
  expect(await page.locator('#drafts').count()).toBe(0)
  expect(await page.locator(`#town option[value="${id}"]`).count()).toBe(0)
  await context.close()
})

test('a town with a fillable PDF of its own: what the browser makes is what the command line makes, and a broken PDF is said', async () => {
  const cwd = mkdtempSync(join(folder, 'oudewal-'))
  cpSync(join(ROOT, 'rules'), join(cwd, 'rules'), { recursive: true })
  cpSync(join(ROOT, 'forms'), join(cwd, 'forms'), { recursive: true })
  const town = join(cwd, TOWN_FOLDER)
  mkdirSync(town)
  const bytes = await madeForm()
  writeFileSync(join(town, 'municipality.yaml'), TOWN)
  writeFileSync(join(town, 'alcohol-2026.pdf'), bytes)
  const say = (line: string): void => console.info(line)
  const args = ['town', '--rules', cwd, '--variant', 'oudewal', '--out', join(cwd, 'town.json')]
  expect(await run(args, { cwd, today: '2026-12-01', out: say, err: say })).toBe(0)

  const page = await browser.newPage({ acceptDownloads: true, locale: 'nl-NL' })
  const seen = watch(page)
  await page.goto(`${site.url}#/nl/configure`)
  await page.locator('#town-files').setInputFiles([
    { name: 'municipality.yaml', mimeType: 'application/yaml', buffer: Buffer.from(TOWN) },
    { name: 'alcohol-2026.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 no form at all') },
  ])
  const finding = page.locator('.town-finding--error')
  await finding.first().waitFor({ timeout: 240_000 })
  expect(await finding.first().textContent()).toContain('alcohol-2026.pdf')
  await page.locator('#town-files').setInputFiles([
    { name: 'alcohol-2026.pdf', mimeType: 'application/pdf', buffer: Buffer.from(bytes) },
    { name: 'scan.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(10_000_001) },
  ])
  await page.getByText('scan.pdf kon niet gelezen worden', { exact: false }).waitFor()
  await page.getByText('Er is niets fout', { exact: false }).waitFor({ timeout: 240_000 })
  const [made] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Download town.json' }).click()])
  expect(readFileSync(await made.path(), 'utf8')).toBe(readFileSync(join(cwd, 'town.json'), 'utf8'))
  const beside = page.getByRole('button', { name: /^Download: formulier-/ })
  const [pdf] = await Promise.all([page.waitForEvent('download'), beside.click()])
  expect(readdirSync(join(cwd, 'assets'))).toEqual([pdf.suggestedFilename()])
  expect(readFileSync(await pdf.path())).toEqual(Buffer.from(bytes))
  expect(await violations(page)).toEqual([])
  expect(seen.complaints).toEqual([])
  await page.close()
})

test('what is no municipality is said; a municipality of the site is taken as a beginning', async () => {
  const page = await browser.newPage({ locale: 'nl-NL' })
  const seen = watch(page)
  await page.goto(`${site.url}#/nl/configure`)
  await page.locator('#shipped-town').waitFor()
  await drop(page, [])
  await page.getByText('In deze map staan geen bestanden.').waitFor()
  await drop(page, [{ name: 'haven.yaml', text: 'schema: 1\nid: haven\n' }])
  await page.getByText('Er is geen municipality.yaml bij.', { exact: false }).waitFor()
  await page.getByRole('button', { name: 'Begin opnieuw' }).click()
  await page.locator('#town-folder').setInputFiles(join(folder, 'rules/municipalities'))
  await page.getByText('In deze map staan meer gemeenten', { exact: false }).waitFor()

  await page.getByLabel('Of begin met een gemeente van deze site').selectOption('texel')
  await page.getByRole('button', { name: 'Neem deze bestanden' }).click()
  await page.getByText('staat al op deze site', { exact: false }).waitFor({ timeout: 240_000 })
  await page.getByText('Er verandert niets.').waitFor({ timeout: 240_000 })
  await page.getByRole('button', { name: 'Haal weg: municipality.yaml' }).click()
  await page.getByText('Er is geen municipality.yaml bij.', { exact: false }).waitFor()
  expect(seen.complaints).toEqual([])
  await page.close()
})
