import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { exampleOf } from '../../journeys/example.ts'
import { chooseTown, openFirstPage, ROOT } from '../site.ts'

/** The day of the example: what is shown changes with the page alone. */
const TODAY = '2026-03-02'

/** A page that is looked at. */
export interface Looked {
  readonly name: string
  /** Of a filled café, the part of the address behind the draft; null: before there is a draft. */
  readonly at: string | null
  /** What is there when the page is whole. */
  readonly whole: string
}

export const TEN_PAGES: readonly Looked[] = [
  { name: 'start', at: null, whole: '.begin .hand-in, .begin details, .begin form .buttons' },
  { name: 'question', at: 'step/terrace', whole: 'main .option, main .field' },
  { name: 'outcome', at: 'outcome', whole: 'main .in-short' },
  { name: 'overview', at: 'tasks', whole: 'main .task' },
  { name: 'topic', at: 'topic/premises', whole: 'main .field' },
  { name: 'people', at: 'list/people', whole: 'main .card' },
  { name: 'hours', at: 'list/hours', whole: 'main .week' },
  { name: 'attachments', at: 'attachments', whole: 'main .card' },
  { name: 'check', at: 'review', whole: 'main h2' },
  { name: 'packet', at: 'packet', whole: 'main .send' },
]
/** What Chromium is told at its start, so that it draws letters and colours by no setting of the machine. */
export const PLAIN_DRAWING = [
  '--font-render-hinting=none',
  '--disable-lcd-text',
  '--force-color-profile=srgb',
  '--hide-scrollbars',
] as const
export const WIDTHS = [390, 1280] as const
export const SCHEMES = ['light', 'dark'] as const
/** What is seen of a page, in pixels from its top. */
const HEIGHT = 844

/** A browser window in which two machines show the same: one day, one typeface from our own packages, no motion, and the same random numbers. Only the look of the site is under test, so
 * its policy on styles from elsewhere is set aside. */
export async function stillContext(browser: Browser, width: number): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: { width, height: HEIGHT },
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
    reducedMotion: 'reduce',
    deviceScaleFactor: 1,
    bypassCSP: true,
    serviceWorkers: 'block',
  })
  await context.addInitScript(() => {
    let state = 1
    // the reference and the id of a draft
    crypto.getRandomValues = (array) => {
      const bytes = array === null ? new Uint8Array() : new Uint8Array(array.buffer, array.byteOffset, array.byteLength)
      for (let index = 0; index < bytes.length; index++) {
        state = (state * 1103515245 + 12345) % 2147483648
        bytes[index] = state >> 16
      }
      return array
    }
  })
  return context
}

const face = (folder: string, weight: number): string => {
  const bytes = readFileSync(join(ROOT, `node_modules/@expo-google-fonts/noto-sans/${folder}`))
  return `@font-face{font-family:Looked;font-weight:${weight};src:url(data:font/ttf;base64,${bytes.toString('base64')})}`
}
/** The same letters on every machine, no caret that blinks, and no bar to scroll with. */
const STILL = [
  face('400Regular/NotoSans_400Regular.ttf', 400),
  face('700Bold/NotoSans_700Bold.ttf', 700),
  ':root,body,button,input,select,textarea{font-family:Looked !important;--basis-text-font-family-default:Looked !important}',
  '*{caret-color:transparent !important;transition:none !important;animation:none !important}',
  '::-webkit-scrollbar{display:none}',
].join('\n')

async function still(page: Page): Promise<void> {
  await page.addStyleTag({ content: STILL })
  await page.evaluate(() => document.fonts.load('400 16px Looked').then(() => document.fonts.load('700 16px Looked')))
}

/** Opens the site with a filled café in a made-up town, whose rules are ours to keep as they are. */
export async function openCafe(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage()
  await page.clock.setFixedTime(`${TODAY}T10:00:00+01:00`)
  await openFirstPage(page, url)
  await still(page)
  return page
}

/** Goes to one of the pages. The first of them comes before the others. */
export async function goTo(page: Page, { at, whole }: Looked): Promise<void> {
  if (at === null) await chooseTown(page, 'voorbeeld')
  else {
    if (!page.url().includes('/tasks') && (await page.locator('#saved-file').count()) > 0) {
      const buffer = Buffer.from(JSON.stringify({ ...exampleOf('cafe-terrace-machines'), attachments: [] }))
      await page.locator('#saved-file').setInputFiles({ name: 'antwoorden.json', mimeType: 'application/json', buffer })
      await page.waitForURL(/\/tasks$/)
    }
    await page.evaluate((last) => {
      location.hash = location.hash.replace(/^(#\/nl\/[^/]+)\/.*$/, `$1/${last}`)
    }, at)
    await page.waitForFunction((last) => document.querySelector('main')?.dataset.place?.includes(last.split('/')[0] ?? ''), at)
  }
  await page.locator(whole).first().waitFor()
}

/** The page as it is seen by day or by night: a PNG. */
export async function seen(page: Page, colorScheme: 'light' | 'dark'): Promise<Buffer> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
  await page.evaluate(async () => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    scrollTo(0, 0)
    await document.fonts.ready
    // small pictures are masks: fetched when they are first shown
    const masks = [...document.querySelectorAll<HTMLElement>('main *, header *, nav *')].flatMap((each) => {
      const address = /url\("([^"]+)"\)/.exec(getComputedStyle(each).maskImage)?.[1]
      return address === undefined ? [] : [address]
    })
    await Promise.all(
      [...new Set(masks)].map(async (address) => {
        const image = new Image()
        image.src = address
        await image.decode().catch(() => undefined)
      }),
    )
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
  })
  return page.screenshot({ animations: 'disabled', caret: 'hide' })
}
