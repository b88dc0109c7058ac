import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { NL } from '../../src/ui/text/nl.ts'
import { shippedExamples } from '../authoring/shipped-examples.ts'
import { sharedSite } from '../browser/shared-site.ts'
import { openBrowser, ROOT } from '../browser/site.ts'
import { boxesOf, contentOf } from '../pdf/packets.ts'
import { type Paper, paperOf, secondsOnPaper, secondsOnScreen } from './burden.ts'
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

/** Minutes of hands and thought that entering these may take at most. */
const WALKS: Readonly<Record<string, number>> = {
  'rules/municipalities/amsterdam/examples/cafe-terrace-machines.yaml': 60,
  'rules/municipalities/breda/examples/lunchroom-complete.yaml': 20,
  'rules/municipalities/rotterdam/examples/manager-added.yaml': 8,
}

interface Figures {
  readonly screen: Effort & { readonly minutes: number }
  readonly paper: Paper & { readonly minutes: number }
  readonly walks: Readonly<Record<string, Effort & { readonly minutes: number }>>
}
const BURDEN_FILE = join(ROOT, 'docs/burden.json')
const published = (): Figures => JSON.parse(readFileSync(BURDEN_FILE, 'utf8'))
/** Written one at a time: two pages are walked at once. */
function publish(change: (figures: Figures) => Figures): void {
  if (process.env.PICTURES) writeFileSync(BURDEN_FILE, `${JSON.stringify(change(published()), null, 2)}\n`)
}
const minutes = (seconds: number): number => Math.round(seconds / 6) / 10
// a rule that changes may move a figure a little; what is published has to follow when it moves more than a tenth
const holdFigure = (name: string, now: number, then: number | undefined): void =>
  expect(Math.abs(now - (then ?? Number.NaN)) / (then ?? Number.NaN), `${name}: ${now} now, ${then} in docs/burden.json`).toBeLessThan(0.1)

function holdWalk(file: string, atMost: number, effort: Effort): void {
  const walked = { ...effort, minutes: minutes(secondsOnScreen(effort)) }
  publish((figures) => ({ ...figures, walks: { ...figures.walks, [file]: walked } }))
  const before = published().walks[file]
  for (const metric of ['clicks', 'keys', 'answers', 'pages'] as const) holdFigure(`${file} ${metric}`, walked[metric], before?.[metric])
  expect(walked.minutes).toBeLessThanOrEqual(atMost)
}

/** The figures of the README (docs/burden.json). PICTURES=1 npm run test:deep -- tests/entry/examples writes them anew, with the pictures. */
function holdBurden(effort: Effort): void {
  const paper = paperOf(boxesOf(contentOf(BURDEN)).map(({ box }) => box))
  const figures = {
    screen: { ...effort, minutes: minutes(secondsOnScreen(effort)) },
    paper: { ...paper, minutes: minutes(secondsOnPaper(paper)) },
  }
  publish((all) => ({ ...all, ...figures }))
  const { screen, paper: onPaper } = published()
  for (const metric of ['clicks', 'keys'] as const) holdFigure(`screen.${metric}`, figures.screen[metric], screen[metric])
  for (const metric of ['boxes', 'letters'] as const) holdFigure(`paper.${metric}`, figures.paper[metric], onPaper[metric])
  expect(figures.screen.minutes).toBeLessThan(figures.paper.minutes)
}

test('there are complete examples of every kind to enter', () => {
  expect(Object.keys(WALKS).filter((file) => !complete.includes(file))).toEqual([])
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
      const atMost = WALKS[file]
      if (atMost !== undefined) holdWalk(file, atMost, entered.effort)
      const { doubts, differences, sameAsItsAnswers, sameAsTheExample, complaints, effort, seconds } = entered
      report.push(
        `${sameAsTheExample ? 'same' : 'FAIL'} ${file}: ${seconds.toFixed(0)} s, ${effort.pages} pages, ${effort.answers} answers, ${effort.clicks} clicks, ${effort.keys} keys`,
      )
      expect({ doubts, differences, complaints }).toEqual({ doubts: [], differences: [], complaints: [] })
      expect([sameAsItsAnswers, sameAsTheExample]).toEqual([true, true])
    })
  }
})
