import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { createServer, type ViteDevServer } from 'vite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exampleOf } from '../journeys/example.ts'
import { madeForm } from '../pdf/official/made-form.ts'
import { TOWN, TOWN_FOLDER } from '../pdf/official/made-town.ts'
import { chooseTown, openBrowser, ROOT, watch } from './site.ts'

describe('the site while rules are being written', () => {
  const folder = mkdtempSync(join(tmpdir(), 'horeca1-dev-'))
  let server: ViteDevServer
  let browser: Browser
  let page: Page
  let seen: ReturnType<typeof watch>
  const url = (): string => server.resolvedUrls?.local[0] ?? ''
  beforeAll(async () => {
    browser = await openBrowser()
    for (const part of ['src', 'rules', 'forms', 'public', 'index.html', 'package.json', 'tsconfig.json'])
      cpSync(join(ROOT, part), join(folder, part), { recursive: true })
    mkdirSync(join(folder, TOWN_FOLDER))
    writeFileSync(join(folder, TOWN_FOLDER, 'municipality.yaml'), TOWN)
    writeFileSync(join(folder, TOWN_FOLDER, 'alcohol-2026.pdf'), await madeForm())
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
    mkdirSync(join(folder, '.cache'))
    writeFileSync(join(folder, 'vite.config.ts'), readFileSync(join(ROOT, 'vite.config.ts'), 'utf8'))
    server = await createServer({
      root: folder,
      configFile: join(folder, 'vite.config.ts'),
      cacheDir: join(folder, '.cache'),
      logLevel: 'error',
      server: { host: '127.0.0.1', port: 41730, fs: { strict: false } },
    })
    await server.listen()
    page = await browser.newPage()
    seen = watch(page)
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  test('begins, and asks nothing of another origin', async () => {
    // the first request compiles the rules of every town
    await page.goto(url(), { timeout: 150_000 })
    await chooseTown(page, 'voorbeeld')
    await page.getByRole('button', { name: 'Beginnen' }).click()
    await page.getByRole('heading', { name: 'Uw aanvraag' }).waitFor({ timeout: 60_000 })
    expect(seen.requests.filter((request) => !request.startsWith(`GET ${url()}`))).toEqual([])
  })

  test('shows a changed text after editing a rule file, and the answers are still there', async () => {
    await page.getByLabel('nieuwe zaak').check()
    await page.locator('[data-saved=saved]').waitFor()
    const file = join(folder, 'rules/base/questions/application.yaml')
    const before = readFileSync(file, 'utf8')
    expect(before).toContain('nl: nieuwe zaak')
    writeFileSync(file, before.replace('nl: nieuwe zaak', 'nl: een gloednieuwe zaak'))
    await page.getByText('een gloednieuwe zaak', { exact: true }).waitFor({ timeout: 60_000 })
    expect(await page.getByLabel('een gloednieuwe zaak').isChecked()).toBe(true)
  })

  test('shows a mistake in a rule file with its place over the page, and takes it away when it is mended', async () => {
    const file = join(folder, 'rules/base/tree.yaml')
    const sound = readFileSync(file, 'utf8')
    writeFileSync(file, `${sound}\nnonsense: true\n`)
    const finding = page.locator('.findings .error').first()
    await finding.waitFor({ timeout: 60_000 })
    expect(await finding.textContent()).toMatch(/rules\/base\/tree\.yaml:\d+/)
    writeFileSync(file, sound)
    await page.locator('.findings .error').first().waitFor({ state: 'detached', timeout: 60_000 })
  })

  test('a town with a fillable PDF of its own gets its packet', async () => {
    const applicant = await browser.newPage({ acceptDownloads: true, locale: 'nl-NL' })
    const { requests, complaints } = watch(applicant)
    await applicant.clock.setFixedTime('2026-03-02T12:00:00')
    await applicant.goto(`${url()}#/nl`, { timeout: 150_000 })
    const buffer = Buffer.from(JSON.stringify({ ...exampleOf('cafe-terrace-machines'), variant: 'oudewal', attachments: [] }))
    await applicant.locator('#saved-file').setInputFiles({ name: 'antwoorden.json', mimeType: 'application/json', buffer })
    await applicant.waitForURL(/\/tasks$/, { timeout: 120_000 })
    await applicant.evaluate(() => {
      location.hash = location.hash.replace(/tasks$/, 'packet')
    })
    await applicant.getByRole('button', { name: 'Maak de pdf', exact: true }).click({ timeout: 60_000 })
    const save = applicant.getByRole('button', { name: 'Download de pdf', exact: true })
    await save.waitFor({ timeout: 240_000 })
    expect(requests.filter((request) => request.endsWith('.pdf'))).toHaveLength(1)
    const [download] = await Promise.all([applicant.waitForEvent('download'), save.click()])
    expect(
      readFileSync(await download.path())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-')
    expect(complaints).toEqual([])
    await applicant.close()
  })

  test('a clerk tries the files of a municipality, and gets the file of their site', async () => {
    const clerk = await browser.newPage({ acceptDownloads: true, locale: 'nl-NL' })
    const { complaints } = watch(clerk)
    await clerk.goto(`${url()}#/nl/configure`, { timeout: 150_000 })
    await clerk.locator('#shipped-town').waitFor({ timeout: 60_000 })
    await clerk.locator('#town-folder').setInputFiles(join(folder, 'rules/municipalities/texel'))
    const file = clerk.getByRole('button', { name: 'Download town.json' })
    await file.waitFor({ timeout: 240_000 })
    const [download] = await Promise.all([clerk.waitForEvent('download'), file.click()])
    expect(JSON.parse(readFileSync(await download.path(), 'utf8'))).toMatchObject({ towns: [{ place: { id: 'texel' } }] })
    expect(complaints).toEqual([])
    await clerk.close()
  })
})
