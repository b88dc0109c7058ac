import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What axe finds on the page, against WCAG 2.2 AA and good practice; empty when nothing. */
export async function violations(page: Page): Promise<{ id: string; at: string[] }[]> {
  // what lies half under the bar that stays in view can be scrolled from under it: no target is small by that
  await page.evaluate(() => window.scrollTo(0, 0))
  // one frame: no second page is needed to put the results together
  const result = await new AxeBuilder({ page })
    .withTags(TAGS)
    .options({ resultTypes: ['violations'], runOnly: TAGS })
    .setLegacyMode()
    .analyze()
  return result.violations.map(({ id, nodes }) => ({ id, at: nodes.map((node) => node.html.slice(0, 160)) }))
}

/** How far the page is wider than the window. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

/** What sticks out of the window, to find it by; what scrolls in a region of its own may be wider. */
export const sticksOut = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > innerWidth + 1 && !element.closest('.scroll'))
      .map((element) => `${element.tagName.toLowerCase()}.${element.className}: ${(element.textContent ?? '').slice(0, 80)}`)
      .slice(0, 5),
  )
