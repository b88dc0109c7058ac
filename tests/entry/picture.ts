import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { ROOT } from '../browser/site.ts'

/** A picture for the README, made by a journey. Only when asked for (PICTURES=1 npm run test:deep -- tests/entry): they would change at every run. */
export async function picture(page: Page, name: string): Promise<void> {
  if (!process.env.PICTURES) return
  await page.evaluate(() => {
    window.scrollTo(0, 0)
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  })
  await page.screenshot({ path: join(ROOT, 'docs/pictures', `${name}.png`), clip: { x: 0, y: 0, width: 1280, height: 860 } })
}
