import { afterAll, expect, test } from 'vitest'
import { sharedSite } from '../browser/shared-site.ts'
import { openBrowser, ROOT } from '../browser/site.ts'
import { LAWS } from './laws.ts'
import { OpenBrowser, table, told, walkMany } from './run.ts'

/** Seven minutes on two quiet cores. More of them: `npm run walk -- --walks 100 --seed 2000`. */
const WALKS = 40

const browser = new OpenBrowser(openBrowser)
afterAll(() => browser.close())

test(`${WALKS} walks through the pages keep every law, and look at each of them`, async () => {
  const summary = await walkMany(
    browser,
    { url: sharedSite().url, root: ROOT },
    {
      walks: WALKS,
      seed: 1000,
      beside: 2,
      // a walk that failed is had again by its seed; a short one is found with `npm run walk`
      shrinkLimit: 8,
      say: (line) => console.info(line),
    },
  )
  expect(summary.failed.map(told).join('\n\n')).toBe('')
  expect(summary.walks.filter(({ stuck }) => stuck !== null).map(({ seed, stuck }) => `${seed}: ${stuck}`)).toEqual([])
  // a law that no walk came to says nothing
  const never = Object.keys(LAWS).filter((law) => law !== 'canBeSaid' && !summary.walks.some(({ judged }) => (judged.get(law) ?? 0) > 0))
  expect(never, table(summary)).toEqual([])
}, 2_400_000)
