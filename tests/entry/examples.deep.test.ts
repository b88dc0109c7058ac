import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { NL } from '../../src/ui/text/nl.ts'
import { shippedExamples } from '../authoring/shipped-examples.ts'
import { sharedSite } from '../browser/shared-site.ts'
import { openBrowser, ROOT } from '../browser/site.ts'
import { boxesOf, contentOf } from '../pdf/packets.ts'
import { paperOf, secondsOnPaper, secondsOnScreen } from './burden.ts'
import type { Effort } from './enter.ts'
import { picture } from './picture.ts'
import { walkExample } from './walk-example.ts'

/** Every example that says `missing: 0`, wherever it stands. */
const complete = shippedExamples()
  .filter((example) => example.complete)
  .map(({ file }) => file)
const report: string[] = []

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  console.info(report.toSorted().join('\n'))
})

/** The business whose entry is held against paper. */
const BURDEN = 'rules/base/examples/cafe-terrace-machines.yaml'

/** The figures of the README (docs/burden.json). PICTURES=1 npm run test:deep -- tests/entry/examples writes them anew, with the pictures. */
function holdBurden(effort: Effort): void {
  const paper = paperOf(boxesOf(contentOf(BURDEN)).map(({ box }) => box))
  const minutes = (seconds: number): number => Math.round(seconds / 6) / 10
  const figures = {
    screen: { ...effort, minutes: minutes(secondsOnScreen(effort)) },
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

test('there are complete examples of every kind to enter', () => {
  expect(complete.length).toBeGreaterThanOrEqual(24)
})

// two pages share the machine
describe.concurrent('through the pages alone, by the words on them', () => {
  for (const file of complete) {
    test(`${file} can be entered, and gives the packet of the command line`, async () => {
      // inside the page: with mouse and keys this takes a quarter of an hour; smallest.test.ts enters two like that
      const entered = await walkExample(browser, sharedSite().url, join('.', file), {
        hands: 'page',
        // for the README
        look: async (page, { title }) => {
          if (file !== BURDEN) return
          if (title === NL.outcome.title) await picture(page, 'outcome')
          if (title === NL.tasks.title) await picture(page, 'tasks')
        },
      }).catch((error: unknown) => {
        report.push(`FAIL ${file}: ${String(error).split('\n')[0]}`)
        throw error
      })
      if (file === BURDEN) holdBurden(entered.effort)
      const { doubts, differences, sameAsItsAnswers, sameAsTheExample, complaints, effort, seconds } = entered
      report.push(
        `${sameAsTheExample ? 'same' : 'FAIL'} ${file}: ${seconds.toFixed(0)} s, ${effort.pages} pages, ${effort.answers} answers, ${effort.clicks} clicks, ${effort.keys} keys`,
      )
      expect({ doubts, differences, complaints }).toEqual({ doubts: [], differences: [], complaints: [] })
      expect([sameAsItsAnswers, sameAsTheExample]).toEqual([true, true])
    })
  }
})
