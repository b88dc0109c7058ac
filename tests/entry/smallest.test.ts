import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sharedSite } from '../browser/shared-site.ts'
import { openBrowser } from '../browser/site.ts'
import { walkExample } from './walk-example.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(async () => browser?.close())

// the smallest example, with mouse and keys, under a name in letters of other scripts; all as they are in examples.deep.test.ts
test('an example can be entered through the pages alone, by the words on them, and gives the packet of the command line, whatever letters it has', async () => {
  const example = readFileSync('rules/base/examples/manager-leaves.yaml', 'utf8')
  const foreign = example.replaceAll('Café De Ankerplaats', 'مقهى 茶 ☕ चाय 𒀀')
  expect(foreign).not.toBe(example)
  mkdirSync('.tmp/entry', { recursive: true })
  writeFileSync('.tmp/entry/other-scripts.yaml', foreign)
  const entered = await walkExample(browser, sharedSite().url, '.tmp/entry/other-scripts.yaml')
  expect(entered.doubts).toEqual([])
  expect(entered.differences).toEqual([])
  expect([entered.sameAsItsAnswers, entered.sameAsTheExample]).toEqual([true, true])
  expect(entered.complaints).toEqual([])
  // more than a click through: what it took is counted
  expect(entered.effort.answers).toBeGreaterThan(25)
})
