import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { shippedExamples } from '../authoring/shipped-examples.ts'
import { sharedSite } from '../browser/shared-site.ts'
import { openBrowser } from '../browser/site.ts'
import { walkExample } from './walk-example.ts'

/** Examples that cannot be entered yet, each with what is in the way as it was seen. HORECA1_ALL=1 tries them all the same: each takes minutes. */
const NOT_YET: Readonly<Record<string, string>> = {
  'rules/base/examples/partner-joins.yaml': 'a field "Tot wanneer?" goes away while it is filled in',
  'rules/base/examples/takeover.yaml': 'the latest closing time that the pages ask first is not in it: its hours say so exactly',
  'rules/base/examples/lunchroom-without-alcohol.yaml':
    'it holds some two hundred answers that no page asks; without those five differ, one document is asked too much',
  'rules/base/examples/sports-canteen.yaml': 'it holds some 140 answers that no page asks',
  'rules/base/examples/hotel-bv-holding.yaml': 'it holds some 190 answers that no page asks',
  'rules/base/examples/cafe-terrace-machines.yaml': 'it holds some 130 answers that no page asks',
  'rules/base/examples/bibob-sole-trader.yaml': 'it holds some 70 answers that no page asks',
  'rules/base/examples/bibob-bv-holding.yaml': 'it holds some 110 answers that no page asks; a list of choices lacks what it says',
  'rules/base/examples/bibob-bv-light.yaml': 'it holds some 160 answers that no page asks',
  'rules/base/examples/bibob-vof.yaml': 'it holds some 130 answers that no page asks',
  'rules/municipalities/amsterdam/examples/cafe-with-terrace.yaml': 'it holds some 200 answers that no page asks',
  'rules/base/examples/everything-sole-trader.yaml': 'not entered to the end yet',
  'rules/base/examples/everything-vof.yaml': 'not entered since its explanations have words of their own',
  'rules/base/examples/everything-bv-holding.yaml': 'not entered since its explanations have words of their own',
}

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

test('what cannot be entered yet is a complete example', () => {
  expect(complete.length).toBeGreaterThanOrEqual(24)
  expect(Object.keys(NOT_YET).filter((file) => !complete.includes(file))).toEqual([])
})

// two pages share the machine
describe.concurrent('through the pages alone, by the words on them', () => {
  for (const file of complete) {
    const enters = file in NOT_YET && !process.env.HORECA1_ALL ? test.skip : test
    enters(
      `${file} can be entered, and gives the packet of the command line`,
      async () => {
        const entered = await walkExample(browser, sharedSite().url, join('.', file)).catch((error: unknown) => {
          report.push(`FAIL ${file}: ${String(error).split('\n')[0]}`)
          throw error
        })
        const { doubts, differences, sameAsItsAnswers, sameAsTheExample, complaints, effort, seconds } = entered
        report.push(
          `${sameAsTheExample ? 'same' : 'FAIL'} ${file}: ${seconds.toFixed(0)} s, ${effort.pages} pages, ${effort.answers} answers, ${effort.clicks} clicks, ${effort.keys} keys`,
        )
        expect({ doubts, differences, complaints }).toEqual({ doubts: [], differences: [], complaints: [] })
        expect([sameAsItsAnswers, sameAsTheExample]).toEqual([true, true])
      },
      240_000,
    )
  }
})
