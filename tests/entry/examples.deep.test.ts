import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { shippedExamples } from '../authoring/shipped-examples.ts'
import { sharedSite } from '../browser/shared-site.ts'
import { openBrowser } from '../browser/site.ts'
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

test('there are complete examples of every kind to enter', () => {
  expect(complete.length).toBeGreaterThanOrEqual(24)
})

// two pages share the machine
describe.concurrent('through the pages alone, by the words on them', () => {
  for (const file of complete) {
    test(`${file} can be entered, and gives the packet of the command line`, async () => {
      // inside the page: with mouse and keys this takes a quarter of an hour; smallest.test.ts enters two like that
      const entered = await walkExample(browser, sharedSite().url, join('.', file), undefined, true).catch((error: unknown) => {
        report.push(`FAIL ${file}: ${String(error).split('\n')[0]}`)
        throw error
      })
      const { doubts, differences, sameAsItsAnswers, sameAsTheExample, complaints, effort, seconds } = entered
      report.push(
        `${sameAsTheExample ? 'same' : 'FAIL'} ${file}: ${seconds.toFixed(0)} s, ${effort.pages} pages, ${effort.answers} answers, ${effort.clicks} clicks, ${effort.keys} keys`,
      )
      expect({ doubts, differences, complaints }).toEqual({ doubts: [], differences: [], complaints: [] })
      expect([sameAsItsAnswers, sameAsTheExample]).toEqual([true, true])
    }, 600_000)
  }
})
