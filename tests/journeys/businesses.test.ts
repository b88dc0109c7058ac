import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AnswerFile } from '../../src/model/schema/answer-file.ts'
import { readPacket } from '../../src/pdf/read.ts'
import { buildSite, openBrowser, ROOT, watch } from '../browser/site.ts'
import { Applicant } from './applicant.ts'
import { exampleOf } from './example.ts'
import { picture } from './picture.ts'

let browser: Browser
let site: Awaited<ReturnType<typeof buildSite>>
const folder = mkdtempSync(join(tmpdir(), 'horeca1-journeys-'))
beforeAll(async () => {
  browser = await openBrowser()
  site = await buildSite()
}, 120_000)
afterAll(async () => {
  await browser?.close()
  site?.close()
  rmSync(folder, { recursive: true, force: true })
})

const BUSINESSES = ['lunchroom-without-alcohol', 'cafe-terrace-machines', 'hotel-bv-holding']

describe.each(BUSINESSES)('%s, filled in by hand in a browser', (name) => {
  test('gives the packet of the command line, made of the same answers', async () => {
    const example = exampleOf(name)
    const context = await browser.newContext({ acceptDownloads: true, viewport: { width: 1280, height: 900 } })
    const page = await context.newPage()
    const seen = watch(page)
    const applicant = new Applicant(page, example)
    await applicant.begin(site.url)
    if (name === 'cafe-terrace-machines') await picture(page, 'outcome')
    await applicant.finish()
    if (name === 'cafe-terrace-machines') {
      await applicant.to('tasks')
      await picture(page, 'tasks')
    }
    await applicant.to('packet')
    expect(await page.locator('main .utrecht-alert--ok').count(), (await page.locator('main .alert').first().textContent()) ?? '').toBe(1)
    await page.getByRole('button', { name: 'Maak de pdf' }).click()
    const save = page.getByRole('button', { name: 'Download de pdf' })
    await save.waitFor({ timeout: 30_000 })
    const [download] = await Promise.all([page.waitForEvent('download'), save.click()])
    const fromBrowser = join(folder, `${name}.pdf`)
    await download.saveAs(fromBrowser)
    const kenmerk = /H1-\w{4}-\w{4}/.exec(download.suggestedFilename())?.[0] ?? ''
    await context.close()

    const inside = await readPacket(new Uint8Array(readFileSync(fromBrowser)))
    if (!inside.ok) throw new Error(inside.message)
    const answers = join(folder, `${name}.json`)
    const fromTerminal = join(folder, `${name}-terminal.pdf`)
    writeFileSync(answers, inside.answersJson)
    const today = new Intl.DateTimeFormat('sv-SE').format(new Date())
    execFileSync(
      process.execPath,
      ['scripts/horeca1.mjs', 'packet', '--answers', answers, '--out', fromTerminal, '--kenmerk', kenmerk, '--date', today],
      {
        cwd: ROOT,
      },
    )
    expect(readFileSync(fromBrowser).equals(readFileSync(fromTerminal))).toBe(true)
    // every answer of the example arrived
    const file = JSON.parse(inside.answersJson) as AnswerFile
    const used = Object.entries(file.answers)
    expect(used.length).toBeGreaterThan(20)
    for (const [fact, value] of used) expect({ fact, value }).toEqual({ fact, value: example.answers[fact] })
    for (const [list, rows] of Object.entries(example.collections))
      if (file.collections[list]) expect([list, file.collections[list]?.length]).toEqual([list, rows.length])
    expect(seen.complaints).toEqual([])
    expect(seen.requests.filter((request) => !request.startsWith(`GET ${site.url}`) && !request.startsWith('GET blob:'))).toEqual([])
  }, 240_000)
})
