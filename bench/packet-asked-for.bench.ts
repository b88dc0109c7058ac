import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, describe } from 'vitest'
import { buildTo, openBrowser, serve } from '../tests/browser/site.ts'
import { exampleOf } from '../tests/journeys/example.ts'
import { WORDS } from '../tests/walk/words.ts'
import { way } from './way.ts'

// Whether the page can be used while a packet is put together: the longest task of its main thread, in processor time, as the machine may be busy with something
// else. In Dutch, and in English, where the forms are worked out in both languages. HORECA1_SITE names a folder with a site that was built before.

const ready = process.env.HORECA1_SITE
const folder = ready ?? mkdtempSync(join(tmpdir(), 'horeca1-site-'))
if (!ready) await buildTo(folder)
const site = await serve(folder)
const browser = await openBrowser()

/** The page of the packet of a café, before anything was made. */
async function packetPage(lang: 'nl' | 'en'): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  await page.goto(`${site.url}#/${lang}`)
  const buffer = Buffer.from(JSON.stringify({ ...exampleOf('cafe-terrace-machines'), attachments: [] }))
  await page.locator('#saved-file').setInputFiles({ name: 'answers.json', mimeType: 'application/json', buffer })
  await page.waitForURL(/\/tasks$/, { timeout: 120_000 })
  await page.goto(page.url().replace(/tasks$/, 'packet'))
  await page.locator('details.send').first().waitFor({ timeout: 120_000 })
  return page
}

interface TraceEvent {
  readonly name: string
  readonly ph: string
  readonly pid: number
  readonly tid: number
  /** Processor time, in microseconds. */
  readonly tdur?: number
  readonly args?: { readonly name?: string }
}

/** Processor time of the longest tasks of the main threads of pages while something is done, in milliseconds, longest first. */
async function tasksWhile(page: Page, act: () => Promise<void>): Promise<number[]> {
  await browser.startTracing(page, { categories: ['disabled-by-default-devtools.timeline'] })
  await act()
  const { traceEvents }: { traceEvents: TraceEvent[] } = JSON.parse((await browser.stopTracing()).toString('utf8'))
  const mains = new Set(
    traceEvents.flatMap(({ name, pid, tid, args }) => (name === 'thread_name' && args?.name === 'CrRendererMain' ? [`${pid} ${tid}`] : [])),
  )
  return traceEvents
    .flatMap(({ name, pid, tid, tdur }) => (name === 'RunTask' && mains.has(`${pid} ${tid}`) && tdur !== undefined ? [tdur / 1000] : []))
    .toSorted((a, b) => b - a)
}

async function make(page: Page, { make, anyway, download }: (typeof WORDS)['nl' | 'en']): Promise<void> {
  // what the day of today makes of the answers may hold a licence back
  await page.getByRole('button', { name: new RegExp(`^(${make}|${anyway})$`) }).click()
  await page.getByRole('button', { name: download, exact: true }).waitFor({ timeout: 300_000 })
}

const pages = { nl: await packetPage('nl'), en: await packetPage('en') }
for (const [lang, page] of Object.entries(pages) as ['nl' | 'en', Page][]) {
  const tasks = await tasksWhile(page, () => make(page, WORDS[lang]))
  if (tasks.length === 0) throw new Error('the trace holds no tasks')
  const [longest = 0, ...others] = tasks
  console.log(
    `a packet asked for in ${lang}: longest task of the page ${longest.toFixed(0)} ms of processor time, then ${others
      .slice(0, 4)
      .map((each) => each.toFixed(0))
      .join(', ')}; ${tasks.filter((each) => each > 50).length} over 50`,
  )
}

afterAll(async () => {
  await browser.close()
  site.close()
  if (!ready) rmSync(folder, { recursive: true, force: true })
})

describe('a packet of a café, asked for on the page a second time', () => {
  const again = { nl: 'Maak de pdf opnieuw', en: 'Make the PDF again' }
  for (const lang of ['nl', 'en'] as const)
    way(
      lang === 'nl' ? 'in Dutch' : 'in English, with English lines',
      async () => {
        const page = pages[lang]
        const made = page.getByRole('button', { name: WORDS[lang].download, exact: true })
        await page.getByRole('button', { name: again[lang], exact: true }).click()
        await made.waitFor({ state: 'detached', timeout: 60_000 })
        await made.waitFor({ timeout: 300_000 })
      },
      { iterations: 3, time: 0, warmupIterations: 0, warmupTime: 0 },
    )
})
