import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { createServer, type ViteDevServer } from 'vite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import { run } from '../../src/cli/commands.ts'
import { openProject, openVariant } from '../../src/cli/project.ts'
import { openCase } from '../../src/engine/case.ts'
import { packetContent } from '../../src/engine/packet/packet-content.ts'
import { readAnswers } from '../../src/model/answers/read-answers.ts'
import type { AnswerFile } from '../../src/model/schema/answer-file.ts'
import { townOfTheGuides } from '../authoring/guide-blocks.ts'
import { sharedSite } from '../browser/shared-site.ts'
import { openBrowser, ROOT, serve } from '../browser/site.ts'
import { bytesOf, textsOf } from '../pdf/packets.ts'
import { canvas, drawPages } from '../pdf/pictures/draw-pages.ts'
import { exampleOf } from './example.ts'

// The pictures of the Dutch guides, of the town that the guides write. After a change of how these pages look:
// UPDATE_PICTURES=1 npx vitest run --config vitest.deep.config.ts --project browser tests/journeys/guide-pictures, then look at each.
const UPDATE = process.env.UPDATE_PICTURES === '1'
const FOLDER = 'docs/pictures/guides'
/** On the day of the example in the guide, so that a picture changes only with the page. */
const TODAY = '2026-03-02'

const folder = mkdtempSync(join(tmpdir(), 'horeca1-guides-'))
const site = join(folder, 'site')
let browser: Browser
let host: Awaited<ReturnType<typeof serve>>
let development: ViteDevServer | undefined
beforeAll(async () => {
  browser = await openBrowser()
  for (const name of ['rules', 'forms']) cpSync(join(ROOT, name), join(folder, name), { recursive: true })
  // the town of the guides, and the one that the examples of the base are about
  for (const name of readdirSync(join(folder, 'rules/municipalities')))
    if (!name.startsWith('voorbeeld')) rmSync(join(folder, 'rules/municipalities', name), { recursive: true })
  for (const [file, content] of Object.entries(townOfTheGuides())) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), stringify(content))
  }
  cpSync(sharedSite().folder, site, { recursive: true })
  const said: string[] = []
  const say = (line: string): void => void said.push(line)
  const args = ['town', '--rules', folder, '--variant', 'zandwijk', '--out', join(site, 'town.json'), '--only']
  expect([await run(args, { cwd: folder, today: TODAY, out: say, err: say }), said.join('\n')]).toEqual([0, expect.anything()])
  host = await serve(site)
})
afterAll(async () => {
  await browser?.close()
  await development?.close()
  host?.close()
  rmSync(folder, { recursive: true, force: true })
})

/** A page of the site, somewhat wider than a phone. */
async function open(address: string): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 760, height: 900 }, locale: 'nl-NL', acceptDownloads: true })).newPage()
  await page.clock.setFixedTime(`${TODAY}T10:00:00`)
  await page.goto(address, { timeout: 300_000 })
  await page.locator('main h1').waitFor({ timeout: 300_000 })
  return page
}
/** Answers that were kept, opened at a place of the application. */
async function opened(address: string, file: object, place: string): Promise<Page> {
  const page = await open(address)
  const buffer = Buffer.from(JSON.stringify({ ...file, attachments: [] }))
  await page.locator('#saved-file').setInputFiles({ name: 'antwoorden.json', mimeType: 'application/json', buffer })
  await page.waitForURL(/\/(tasks|step|about|outcome)/)
  await page.evaluate((last) => {
    location.hash = location.hash.replace(/^(#\/nl\/[a-z0-9]+)\/.*$/, `$1/${last}`)
  }, place)
  return page
}
/** An eetcafé with a terrace in the town of the guides. */
const eetcafe = (): AnswerFile => {
  const cafe = exampleOf('cafe', 'texel')
  const terrace = { 'activity.terrace': ['publicGround'], 'activity.terraceAlcohol': true, 'activity.main': 'meal' }
  const row = {
    id: 't1',
    'terrace.landOwner': 'municipality',
    'terrace.area': 24,
    'terrace.kind': 'facade',
    'terrace.furniture.material': 'wood',
  }
  return {
    ...cafe,
    variant: 'zandwijk',
    answers: { ...cafe.answers, ...terrace },
    collections: { terraces: [row] },
    complete: ['terraces'],
  }
}

interface GuidePicture {
  readonly name: string
  /** Where it is shown. */
  readonly guide: string
  /** Headings of the page it was taken of: a page without them is another page, and the picture is to be made again. */
  readonly headings: readonly string[]
  /** What it is shown for. */
  readonly words: readonly string[]
  /** How much of the page is shown, in pixels from the top. */
  readonly height: number
  come(): Promise<Page>
}
const PICTURES: readonly GuidePicture[] = [
  {
    name: 'eerste-pagina',
    guide: 'handleiding-gemeente.md',
    headings: ['Vergunningen voor uw horecazaak', 'Nieuwe aanvraag'],
    words: ['Voorstel: Zandwijk'],
    height: 640,
    async come() {
      const page = await open(host.url)
      await page.getByLabel('Postcode', { exact: false }).fill('9971 AB')
      await expect.poll(() => page.locator('#town').inputValue()).toBe('zandwijk')
      return page
    },
  },
  {
    name: 'uitkomst',
    guide: 'handleiding-gemeente.md',
    headings: ['Dit heeft u nodig'],
    words: ['964,00'],
    height: 860,
    come: () => opened(host.url, eetcafe(), 'outcome'),
  },
  {
    name: 'stoelen',
    guide: 'handleiding-gemeente.md',
    headings: ['Terras 1 (3/3)'],
    words: ['Kunt u de stoelen stapelen?'],
    height: 560,
    come: () => opened(host.url, eetcafe(), 'row/t1/zandwijk.stackable@t1'),
  },
  {
    name: 'melding-bij-een-fout',
    guide: 'handleiding-medewerker.md',
    headings: ['Meldingen over de regelbestanden (1)', 'Vergunningen voor uw horecazaak'],
    words: ['rules/municipalities/zandwijk/municipality.yaml', 'Laat de eerste periode eindigen'],
    height: 400,
    come: mistaken,
  },
  {
    name: 'pdf-controleren',
    guide: 'handleiding-medewerker.md',
    headings: ['Een pdf controleren', 'Gegevens', 'Ondertekeningsbladen', 'Eén bestand per afdeling'],
    words: ['De bladzijden zeggen wat de antwoorden zeggen.'],
    height: 790,
    come: checked,
  },
]

/** The site while a clerk writes, with a mistake that is often made: two amounts for one day. */
async function mistaken(): Promise<Page> {
  const wrong = join(folder, 'wrong')
  for (const part of ['rules', 'forms']) cpSync(join(folder, part), join(wrong, part), { recursive: true })
  for (const part of ['src', 'public', 'index.html', 'package.json', 'tsconfig.json', 'vite.config.ts'])
    cpSync(join(ROOT, part), join(wrong, part), { recursive: true })
  symlinkSync(join(ROOT, 'node_modules'), join(wrong, 'node_modules'))
  const file = join(wrong, 'rules/municipalities/zandwijk/municipality.yaml')
  const sound = readFileSync(file, 'utf8')
  writeFileSync(file, sound.replace('until: 2026-12-31', 'until: 2027-01-31'))
  expect(readFileSync(file, 'utf8')).not.toBe(sound)
  development = await createServer({
    root: wrong,
    configFile: join(wrong, 'vite.config.ts'),
    cacheDir: join(wrong, '.cache'),
    logLevel: 'error',
    server: { host: '127.0.0.1', port: 41733, fs: { strict: false } },
  })
  await development.listen()
  const page = await open(development.resolvedUrls?.local[0] ?? '')
  await page.locator('.findings .error').first().waitFor({ timeout: 300_000 })
  return page
}

/** Somebody who takes in a packet has it checked. */
async function checked(): Promise<Page> {
  const page = await opened(sharedSite().url, exampleOf('manager-change'), 'packet')
  await page.getByRole('button', { name: 'Maak de pdf', exact: true }).click()
  const save = page.getByRole('button', { name: 'Download de pdf', exact: true })
  await save.waitFor()
  const [made] = await Promise.all([page.waitForEvent('download'), save.click()])
  const buffer = readFileSync(await made.path())
  await page.goto(`${sharedSite().url}#/nl/verify`)
  await page.locator('#packet-to-check').setInputFiles({ name: 'pakket.pdf', mimeType: 'application/pdf', buffer })
  return page
}

/** That a picture is there, is small, and stands in its guide with words for who cannot see it. */
function shown(name: string, guide: string): void {
  expect(statSync(join(ROOT, FOLDER, `${name}.png`)).size).toBeLessThan(120_000)
  const page = readFileSync(join(ROOT, 'docs', guide), 'utf8')
  const alt = new RegExp(`!\\[([^\\]]{30,})\\]\\(pictures/guides/${name}\\.png\\)`).exec(page)?.[1] ?? ''
  expect(alt, `${guide} shows ${name}.png`).not.toBe('')
}

describe('a picture of a guide', () => {
  test.each(PICTURES)('$name is of a page that still is what it was', async ({ name, guide, headings, words, height, come }) => {
    const page = await come()
    for (const word of words) await page.getByText(word, { exact: false }).first().waitFor()
    expect(await page.locator('h1, h2, h3').allTextContents()).toEqual(expect.arrayContaining([...headings]))
    if (UPDATE) {
      mkdirSync(join(ROOT, FOLDER), { recursive: true })
      await page.evaluate(() => {
        if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
      })
      await page.screenshot({ path: join(ROOT, FOLDER, `${name}.png`), clip: { x: 0, y: 0, width: 760, height }, fullPage: true })
    }
    await page.context().close()
    shown(name, guide)
  })

  test.skipIf(canvas === null)('vastgesteld is of a form that says who adopted it', async () => {
    if (canvas === null) throw new Error('no renderer')
    const { variant } = openVariant(openProject(ROOT, folder), 'zandwijk', TODAY)
    if (!variant) throw new Error('the town of the guides has mistakes')
    const { answers } = readAnswers({ ...eetcafe(), schema: 1 }, variant, 'eetcafe', () => ({ line: 1, column: 1 }))
    const content = packetContent(openCase(variant, answers, { today: TODAY }, 'nl'), 'H1-TEST-0001', '{}')
    const bytes = await bytesOf({ ...content, forms: content.forms.filter(({ id }) => id === 'exploitation') })
    const texts = await textsOf(bytes)
    const page = texts.findIndex((text) => text.includes('Aangenomen door de gemeente'))
    expect(texts[page]).toContain('Z-2026-0412')
    if (UPDATE) {
      const [picture] = await drawPages(bytes, [page + 1], canvas, 84)
      if (!picture) throw new Error('nothing was drawn')
      const image = await canvas.loadImage(picture.webp)
      // the head of the form
      const cut = canvas.createCanvas(picture.width, 400)
      cut.getContext('2d').drawImage(image, 0, 0)
      writeFileSync(join(ROOT, FOLDER, 'vastgesteld.png'), cut.toBuffer('image/png'))
    }
    shown('vastgesteld', 'adoptie.md')
  })
})
