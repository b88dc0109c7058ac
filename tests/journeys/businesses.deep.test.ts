import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AnswerFile } from '../../src/model/schema/answer-file.ts'
import { readPacket } from '../../src/pdf/read.ts'
import { sharedSite } from '../browser/shared-site.ts'
import { openBrowser, ROOT, watch } from '../browser/site.ts'
import { boxesOf, contentOf } from '../pdf/packets.ts'
import { Applicant } from './applicant.ts'
import { paperOf, secondsOnPaper, secondsOnScreen } from './burden.ts'
import { exampleOf } from './example.ts'
import { mouse } from './hands.ts'
import { picture } from './picture.ts'
import { type Tally, tallied } from './tally.ts'

let browser: Browser
const site = sharedSite()
const folder = mkdtempSync(join(tmpdir(), 'horeca1-journeys-'))
beforeAll(async () => {
  browser = await openBrowser()
}, 120_000)
afterAll(async () => {
  await browser?.close()
  rmSync(folder, { recursive: true, force: true })
})

/** The business whose walk is held against paper. */
const BURDEN = 'cafe-terrace-machines'

/** The figures of the README (docs/burden.json). PICTURES=1 npm test -- tests/journeys writes them anew, with the pictures. */
function holdBurden(tally: Tally): void {
  const paper = paperOf(boxesOf(contentOf(`rules/base/examples/${BURDEN}.yaml`)).map(({ box }) => box))
  const minutes = (seconds: number): number => Math.round(seconds / 6) / 10
  const figures = {
    screen: { ...tally, minutes: minutes(secondsOnScreen(tally)) },
    paper: { ...paper, minutes: minutes(secondsOnPaper(paper)) },
  }
  const file = join(ROOT, 'docs/burden.json')
  if (process.env.PICTURES) writeFileSync(file, `${JSON.stringify(figures, null, 2)}\n`)
  const published = JSON.parse(readFileSync(file, 'utf8')) as typeof figures
  // a rule that changes may move a figure a little; the README has to follow when it moves more than a tenth
  for (const [side, metric] of [
    ['screen', 'clicks'],
    ['screen', 'keys'],
    ['paper', 'boxes'],
    ['paper', 'letters'],
  ] as const) {
    const [now, then] = [figures, published].map((one) => (one[side] as Record<string, number>)[metric] ?? Number.NaN) as [number, number]
    expect(Math.abs(now - then) / then, `${side}.${metric}: ${now} now, ${then} in docs/burden.json`).toBeLessThan(0.1)
  }
  expect(figures.screen.minutes).toBeLessThan(figures.paper.minutes)
}

const BUSINESSES = ['lunchroom-without-alcohol', 'cafe-terrace-machines', 'hotel-bv-holding', 'manager-change']

describe.each(BUSINESSES)('%s, filled in by hand in a browser', (name) => {
  test('gives the packet of the command line, made of the same answers', async () => {
    const example = exampleOf(name)
    const context = await browser.newContext({ acceptDownloads: true, viewport: { width: 1280, height: 900 } })
    const page = await context.newPage()
    const seen = watch(page)
    const { hands, tally } = tallied(mouse())
    const applicant = new Applicant(page, example, undefined, hands)
    await applicant.begin(site.url)
    if (name === 'cafe-terrace-machines') await picture(page, 'outcome')
    await applicant.finish()
    if (name === 'cafe-terrace-machines') {
      await applicant.to('tasks')
      await picture(page, 'tasks')
    }
    await applicant.to('packet')
    expect(await page.locator('main .utrecht-alert--ok').count(), (await page.locator('main .alert').first().textContent()) ?? '').toBe(1)
    await page.getByRole('button', { name: 'Maak de pdf', exact: true }).click()
    const save = page.getByRole('button', { name: 'Download de pdf', exact: true })
    await save.waitFor({ timeout: 30_000 })
    const [download] = await Promise.all([page.waitForEvent('download'), save.click()])
    const fromBrowser = join(folder, `${name}.pdf`)
    await download.saveAs(fromBrowser)
    const kenmerk = /H1-\w{4}-\w{4}/.exec(download.suggestedFilename())?.[0] ?? ''
    await context.close()

    const inside = await readPacket(new Uint8Array(readFileSync(fromBrowser)))
    if (!inside.ok) throw new Error(inside.problem)
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
    if (name === BURDEN) holdBurden(tally)
    expect(seen.complaints).toEqual([])
    expect(seen.requests.filter((request) => !request.startsWith(`GET ${site.url}`) && !request.startsWith('GET blob:'))).toEqual([])
  }, 240_000)
})
