import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { chooseTown, openFirstPage, watch } from '../browser/site.ts'

/** Somebody with one browser, who opens tabs. */
export interface Visitor {
  readonly context: BrowserContext
  /** A tab, at an address behind `#`. */
  tab(hash?: string): Promise<Page>
  /** What the tabs complained of. */
  readonly complaints: readonly string[]
}

/** `serviceWorkers: 'block'` where a test takes the place of the host: what the worker has kept is never asked of a host. */
export async function visit(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<Visitor> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, acceptDownloads: true, ...options })
  const complaints: string[] = []
  return {
    context,
    complaints,
    async tab(hash = '') {
      const page = await context.newPage()
      const seen = watch(page)
      page.on('close', () => complaints.push(...seen.complaints))
      if (hash === '') await openFirstPage(page, url)
      else await page.goto(`${url}${hash}`)
      await page.locator('main h1').waitFor()
      return page
    },
  }
}

/** Begins an application; the part of the address that names it. */
export async function begin(page: Page): Promise<string> {
  await chooseTown(page, 'voorbeeld')
  await page.getByRole('button', { name: 'Beginnen' }).click()
  await page.getByRole('heading', { name: 'Uw aanvraag' }).waitFor()
  const id = /#\/nl\/([a-z0-9]+)\//.exec(page.url())?.[1]
  if (!id) throw new Error(`no draft in ${page.url()}`)
  return id
}

/** Everything on the disk of the browser, as text: the drafts, what was noted, the files. */
export function onDisk(page: Page): Promise<{ drafts: unknown[]; notes: unknown[]; files: string[] }> {
  return page.evaluate(async () => {
    const open = await new Promise<IDBDatabase>((done, fail) => {
      const request = indexedDB.open('horeca1')
      request.onsuccess = () => done(request.result)
      request.onerror = () => fail(request.error)
    })
    const all = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((done, fail) => {
        request.onsuccess = () => done(request.result)
        request.onerror = () => fail(request.error)
      })
    const tx = open.transaction(['drafts', 'notes', 'files'])
    const found = {
      drafts: await all(tx.objectStore('drafts').getAll()),
      notes: await all(tx.objectStore('notes').getAll()),
      files: (await all(tx.objectStore('files').getAllKeys())).map(String),
    }
    open.close()
    return found
  })
}

/** Ends the process of a page, as a phone does that needs the memory. */
export async function crash(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  const gone = page.waitForEvent('crash')
  // never answered
  void devtools.send('Page.crash').catch(() => undefined)
  await gone
}

export const saved = (page: Page): Promise<void> => page.locator('[data-saved=saved]').waitFor()
