import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { run } from '../../src/cli/commands.ts'
import { pdfAddress } from '../../src/model/official/pdf-address.ts'
import { violations } from '../browser/accessible.ts'
import { sharedSite } from '../browser/shared-site.ts'
import { openBrowser, ROOT, serve, watch } from '../browser/site.ts'
import { madeForm } from '../pdf/official/made-form.ts'
import { TOWN, TOWN_FOLDER } from '../pdf/official/made-town.ts'
import { exampleOf } from './example.ts'

// a town with a fillable PDF of its own, beside a site that was published without it: the PDF is fetched only for a packet with that form

const folder = mkdtempSync(join(tmpdir(), 'horeca1-official-'))
const [rules, built] = [join(folder, 'project'), join(folder, 'site')]
const out: string[] = []
const terminal = { cwd: folder, today: '2026-03-02', out: (text: string) => void out.push(text), err: () => undefined }
let browser: Browser
let site: Awaited<ReturnType<typeof serve>>
beforeAll(async () => {
  for (const name of ['rules', 'forms']) cpSync(join(ROOT, name), join(rules, name), { recursive: true })
  mkdirSync(join(rules, TOWN_FOLDER))
  writeFileSync(join(rules, TOWN_FOLDER, 'municipality.yaml'), TOWN)
  writeFileSync(join(rules, TOWN_FOLDER, 'alcohol-2026.pdf'), await madeForm())
  cpSync(sharedSite().folder, built, { recursive: true })
  expect(await run(['town', '--rules', rules, '--variant', 'oudewal', '--out', join(built, 'town.json')], terminal)).toBe(0)
  site = await serve(built)
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  site?.close()
  rmSync(folder, { recursive: true, force: true })
})

const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** The page of the packet of the café, with these answers instead of its own. */
async function atPacket(other: Readonly<Record<string, unknown>>) {
  const context = await browser.newContext({ acceptDownloads: true, locale: 'nl-NL', viewport: { width: 390, height: 844 } })
  const page = await context.newPage()
  const seen = watch(page)
  const example = exampleOf('cafe-terrace-machines')
  const answers = { ...example, variant: 'oudewal', attachments: [], answers: { ...example.answers, ...other } }
  await page.clock.setFixedTime('2026-03-02T12:00:00')
  await page.goto(`${site.url}#/nl`)
  const buffer = Buffer.from(JSON.stringify(answers))
  await page.locator('#saved-file').setInputFiles({ name: 'antwoorden.json', mimeType: 'application/json', buffer })
  await page.waitForURL(/\/tasks$/)
  await page.evaluate(() => {
    location.hash = location.hash.replace(/tasks$/, 'packet')
  })
  return { context, page, seen }
}

test('the page makes the same packet as the command line, and fetches the PDF of the town only then', async () => {
  const { context, page, seen } = await atPacket({})
  const pdfs = (): string[] => seen.requests.filter((request) => request.endsWith('.pdf'))
  const make = page.getByRole('button', { name: 'Maak de pdf', exact: true })
  await make.waitFor()
  expect(pdfs()).toEqual([])
  await make.click()
  const save = page.getByRole('button', { name: 'Download de pdf', exact: true })
  await save.waitFor({ timeout: 120_000 })
  expect(pdfs()).toHaveLength(1)
  const [download] = await Promise.all([page.waitForEvent('download'), save.click()])
  const bytes = readFileSync(await download.path())
  const reference = /H1-[A-Z0-9-]+/.exec(download.suggestedFilename())?.[0] ?? ''
  const [said, made] = [join(folder, 'answers.json'), join(folder, 'packet.pdf')]
  const inside = join(folder, 'from-page.pdf')
  writeFileSync(inside, bytes)
  out.length = 0
  expect(await run(['read', inside], terminal)).toBe(0)
  writeFileSync(said, out.join('\n'))
  expect(
    await run(['packet', '--answers', said, '--rules', rules, '--date', '2026-03-02', '--reference', reference, '--out', made], terminal),
  ).toBe(0)
  expect(digestOf(readFileSync(made))).toBe(digestOf(bytes))
  expect(await run(['verify', inside, '--rules', rules], terminal)).toBe(0)
  const parts = join(folder, 'parts')
  expect(await run(['split', inside, '--rules', rules, '--out', parts], terminal)).toBe(0)
  const inventory = out.join('\n')
  expect(inventory).toMatch(/alcohol-formulier\.pdf: \d+ bytes/)
  expect(seen.complaints).toEqual([])
  await context.close()
})

test('a form of the town that cannot be filled in is told on the page, with what stands in its place', async () => {
  // published whole and damaged since, by a program that wrote both files anew: the digest is that of what is there
  const town = readFileSync(join(built, 'town.json'), 'utf8')
  const damaged = Buffer.from('%PDF-1.7 and nothing more')
  const before = digestOf(await madeForm())
  expect(town).toContain(before)
  writeFileSync(join(built, 'town.json'), town.replaceAll(before, digestOf(damaged)))
  writeFileSync(join(built, pdfAddress(digestOf(damaged))), damaged)
  const { context, page, seen } = await atPacket({})
  await page.getByRole('button', { name: 'Maak de pdf', exact: true }).click()
  const told = page.getByRole('status').filter({ hasText: 'Een formulier van de gemeente kon niet worden ingevuld' })
  await told.waitFor({ timeout: 120_000 })
  expect(await told.textContent()).toContain('Aanvraag alcoholwetvergunning')
  expect(await told.textContent()).toContain('Vraag de gemeente of die ook goed zijn.')
  expect(await violations(page)).toEqual([])
  await page.getByText('Per afdeling, of met een wachtwoord', { exact: true }).click()
  await page.getByRole('button', { name: 'Maak de bestanden per afdeling', exact: true }).click()
  const desks = page.getByRole('region', { name: 'Eén bestand per afdeling' })
  await desks.getByText('Een formulier van de gemeente kon niet worden ingevuld').waitFor({ timeout: 120_000 })
  expect(seen.complaints).toEqual([])
  await context.close()
})
