import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sharedSite } from '../shared-site.ts'
import { openBrowser } from '../site.ts'
import { goTo, openCafe, PLAIN_DRAWING, stillContext, TEN_PAGES } from './ten-pages.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser(PLAIN_DRAWING)
})
afterAll(() => browser?.close())

/** Words of a page that are broken over two lines although they would fit on one, and texts that are cut off. An address may break anywhere, and a long name of a
 * town may be cut off in the head of the page: it stands whole on the first one. */
const spoilt = (page: Page, longest: number): Promise<string[]> =>
  page.evaluate((longest) => {
    const found: string[] = []
    // what is there for a screen reader alone is a point wide
    const isPoint = (element: Element | null): boolean =>
      element !== null && (element.getBoundingClientRect().width <= 2 || isPoint(element.parentElement))
    const shown = (element: Element): boolean =>
      element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !isPoint(element)
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const parent = node.parentElement
      if (!parent || !shown(parent)) continue
      for (const { 0: word, index } of (node.textContent ?? '').matchAll(/[\p{L}\p{N}]{2,}/gu)) {
        if (word.length > longest) continue
        const range = document.createRange()
        range.setStart(node, index)
        range.setEnd(node, index + word.length)
        const lines = new Set([...range.getClientRects()].map(({ bottom }) => Math.round(bottom)))
        const around = (node.textContent ?? '').slice(Math.max(0, index - 30), index + word.length + 30)
        if (lines.size > 1 && !/\w[./@]\w/.test(around)) found.push(`broken: ${word}`)
      }
      const { overflow, textOverflow } = getComputedStyle(parent)
      if (
        !parent.matches('.head__town') &&
        overflow !== 'visible' &&
        textOverflow === 'ellipsis' &&
        parent.scrollWidth > parent.clientWidth
      )
        found.push(`cut off: ${parent.textContent}`)
    }
    return [...new Set(found)]
  }, longest)

test.each([
  { width: 320, longest: 16 },
  { width: 390, longest: 22 },
])('on $width px no word of up to $longest letters is broken and no text is cut off', async ({ width, longest }) => {
  const context = await stillContext(browser, width)
  const page = await openCafe(context, sharedSite().url)
  const found: string[] = []
  for (const looked of TEN_PAGES) {
    await goTo(page, looked)
    // as it is for somebody who has most of it before them
    await page.evaluate((state) => {
      for (const element of document.querySelectorAll('.task > .task__state')) element.textContent = state
    }, 'Nog te doen: 10 vragen en 2 lijsten')
    found.push(...(await spoilt(page, longest)).map((words) => `${looked.name}: ${words}`))
  }
  // a title without room is seen
  await page.addStyleTag({ content: 'h1{inline-size:2ch !important;overflow-wrap:anywhere !important}' })
  expect(await spoilt(page, longest)).not.toEqual([])
  await context.close()
  expect(found).toEqual([])
})
