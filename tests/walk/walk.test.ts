import { afterAll, expect, test } from 'vitest'
import { sharedSite } from '../browser/shared-site.ts'
import { openBrowser, ROOT } from '../browser/site.ts'
import { OpenBrowser, shortest, told, walk } from './run.ts'
import { Terminal } from './terminal/terminal.ts'

/** Two short walks at every change; these and more, forty in all, in walk.deep.test.ts, as many as one wants with `npm run walk`. */
const SEEDS = [1004, 1027]

const browser = new OpenBrowser(openBrowser)
const terminal = new Terminal(ROOT)
afterAll(async () => {
  terminal.close()
  await browser.close()
})

test.each(SEEDS)('walk %i through the pages keeps every law', async (seed) => {
  const site = { url: sharedSite().url, root: ROOT }
  const walked = await walk(browser, site, terminal, seed)
  if (walked.breaches.length > 0) expect.fail(told(await shortest(browser, site, terminal, walked, 12)))
  expect(walked.stuck, told(walked)).toBeNull()
})
