import { readFileSync } from 'node:fs'
import { PDFDocument } from 'pdf-lib'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { violations } from '../browser/accessible.ts'
import { sharedSite } from '../browser/shared-site.ts'
import { chooseTown, openBrowser } from '../browser/site.ts'
import { begin, onDisk, saved, type Visitor, visit } from './drafts.ts'

const site = sharedSite()
let browser: Browser
let visitor: Visitor
let page: Page
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())
afterEach(() => visitor?.context.close())
const open = async (hash = '', before = ''): Promise<void> => {
  visitor = await visit(browser, site.url, { serviceWorkers: 'block' })
  if (before) await visitor.context.addInitScript(before)
  page = await visitor.tab(hash)
}
/** Writes are refused as a full device does, while `full` is set. */
const FULL = `
  for (const name of ['put', 'add']) {
    const whole = IDBObjectStore.prototype[name]
    IDBObjectStore.prototype[name] = function (...all) {
      if (!sessionStorage.full) return whole.apply(this, all)
      const request = whole.apply(this, all)
      this.transaction.abort()
      throw new DOMException('full', 'QuotaExceededError')
    }
  }
  if (!sessionStorage.known) { sessionStorage.known = 1; sessionStorage.full = 1 }
`
const full = (on: boolean): Promise<void> =>
  page.evaluate((now) => (now ? sessionStorage.setItem('full', '1') : sessionStorage.removeItem('full')), on)
const give = (name: string, text: string): Promise<void> =>
  page.setInputFiles('#saved-file', { name, mimeType: 'application/json', buffer: Buffer.from(text) })
const says = async (text: RegExp | string): Promise<void> => page.locator('.alert', { hasText: text }).first().waitFor()
const ANSWERS = { schema: 1, variant: 'voorbeeld', answers: { 'application.kind': 'new' } }

describe('a device that is full', () => {
  test('beginning: it is said, and one goes on without saving', async () => {
    await open('', FULL)
    await chooseTown(page, 'voorbeeld')
    await page.getByRole('button', { name: 'Beginnen' }).click()
    await says('dit apparaat heeft geen ruimte')
    expect(await violations(page)).toEqual([])
    await page.getByRole('button', { name: 'Ga verder zonder te bewaren' }).click()
    await page.getByRole('heading', { name: 'Uw aanvraag' }).waitFor()
    await page.getByLabel('nieuwe zaak').check()
    await page.locator('[data-saved=notKept]').waitFor()
  })

  test('opening a saved file: it is said, and tried again when there is room', async () => {
    await open('', FULL)
    await give('mijn.json', JSON.stringify(ANSWERS))
    await says('dit apparaat heeft geen ruimte')
    await full(false)
    await page.getByRole('button', { name: 'Probeer opnieuw' }).click()
    await page.locator('main[data-place*="/tasks"]').waitFor()
    expect((await onDisk(page)).drafts).toHaveLength(1)
  })

  test('an answer and an attachment: both are said, nothing is shown that is not kept, and with room all is kept', async () => {
    await open('', FULL)
    await full(false)
    await give(
      'mijn.json',
      JSON.stringify({ ...ANSWERS, answers: { ...ANSWERS.answers, 'activity.alcohol': 'onSite', 'premises.kind': 'building' } }),
    )
    await page.locator('main[data-place*="/tasks"]').waitFor()
    await page.goto(page.url().replace('/tasks', '/attachments'))
    const input = page.locator('main input[type=file]').first()
    await input.waitFor({ state: 'attached' })
    await full(true)
    const plan = await PDFDocument.create()
    plan.addPage()
    await input.setInputFiles({ name: 'plattegrond.pdf', mimeType: 'application/pdf', buffer: Buffer.from(await plan.save()) })
    await says('plattegrond.pdf is niet toegevoegd')
    expect(await page.getByText(/^Toegevoegd:/).count()).toBe(0)
    expect((await onDisk(page)).files).toEqual([])
    await page.goto(page.url().replace('/attachments', '/about'))
    await page.getByLabel('overname').check()
    await says('Uw laatste antwoorden zijn niet bewaard op dit apparaat')
    expect(await violations(page)).toEqual([])
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Download uw antwoorden als bestand' }).click()
    expect(JSON.parse(readFileSync(await (await download).path(), 'utf8')).answers['application.kind']).toBe('takeover')
    await full(false)
    await page.getByRole('button', { name: 'Probeer opnieuw' }).click()
    await saved(page)
    await page.reload()
    await page.getByLabel('overname').waitFor()
    expect(await page.getByLabel('overname').isChecked()).toBe(true)
  })
})

describe('files that are none', () => {
  test('deep, broken, of nobody, with a name that turns round: said in Dutch, with no error left over', async () => {
    await open()
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(String(error)))
    const deep = `${'{"collections":{"a":[{"id":"a",'.repeat(5)}"x":1`
    await give('diep.json', `{"schema":1,"variant":"voorbeeld","answers":${'['.repeat(100_000)}`)
    await says(/diep\.json: dit is geen bestand met antwoorden/)
    await give('half.json', deep)
    await says(/half\.json: dit is geen bestand met antwoorden/)
    const back = { kind: 'horeca1.return', schema: 1, reference: 'H1-AAAA-BBBB', person: 'p1', complete: true, pages: 2, pdf: '***' }
    await give('terug.json', JSON.stringify(back))
    await says(/terug\.json: dit bestand is beschadigd/)
    await give('terug2.json', JSON.stringify({ ...back, pdf: null, pages: -5 }))
    await says(/terug2\.json: dit bestand is beschadigd/)
    const invitation = {
      kind: 'horeca1.invitation',
      schema: 1,
      reference: 'H1-AAAA-BBBB',
      person: 'p1',
      name: 'y',
      business: 'x',
      file: ANSWERS,
    }
    await give('uitnodiging.json', JSON.stringify(invitation))
    await says(/uitnodiging\.json: dit bestand is beschadigd/)
    await give('\u202Enosj.exe.json', '{')
    await says(/_nosj\.exe\.json: dit is geen bestand/)
    // a part about somebody who is not there
    await give('goed.json', JSON.stringify(ANSWERS))
    await page.locator('main[data-place*="/tasks"]').waitFor()
    await saved(page)
    const [{ reference }] = (await onDisk(page)).drafts as [{ reference: string }]
    await page.goto(`${site.url}#/nl`)
    await give('deel.json', JSON.stringify({ ...back, reference, pdf: null }))
    await says('iemand die niet in deze aanvraag staat')
    expect(errors).toEqual([])
  })
})

describe('a maker of packets that fails', () => {
  const silent = `
    const Whole = Worker
    window.Worker = class extends Whole { postMessage(...all) { if (!window.speaks) return; super.postMessage(...all) } }
  `
  test('it never answers: stopped by hand or after a while, and tried again', async () => {
    await open('', silent)
    await page.clock.install()
    const draft = await begin(page)
    await page.goto(`${site.url}#/nl/${draft}/packet`)
    const make = page.getByRole('button', { name: 'Maak de pdf', exact: true })
    await make.click()
    await page.getByRole('button', { name: 'Stoppen' }).click()
    await make.click()
    await page.getByText('De pdf wordt gemaakt').waitFor()
    await page.waitForTimeout(500)
    await page.clock.fastForward(95_000)
    await says('Dit duurde te lang en is gestopt')
    await page.evaluate(() => Object.assign(window, { speaks: true }))
    await make.click()
    await page.getByText(/De pdf is klaar/).waitFor()
  })

  test('opening a pdf: said, can be stopped', async () => {
    await open('', silent)
    await page.setInputFiles('#saved-file', { name: 'x.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') })
    await page.getByText('Het bestand wordt geopend').waitFor()
    expect(await violations(page)).toEqual([])
    await page.getByRole('button', { name: 'Stoppen' }).click()
    await page.getByText('Het bestand wordt geopend').waitFor({ state: 'detached' })
    await page.evaluate(() => Object.assign(window, { speaks: true }))
    await page.setInputFiles('#saved-file', { name: 'x.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') })
    await says(/x\.pdf: (deze|in deze) pdf/)
  })
})

describe('the net under everything', () => {
  test.each([
    { what: 'an error', plant: "setTimeout(() => { throw new Error('planted') })" },
    { what: 'a rejection', plant: "setTimeout(() => Promise.reject(new Error('planted')))" },
  ])('$what that nobody catches is said, with a way on', async ({ plant }) => {
    await open()
    await begin(page)
    await page.evaluate(plant)
    await says('Er ging iets mis op deze pagina')
    expect(await violations(page)).toEqual([])
    expect(await page.getByRole('button', { name: 'Download uw antwoorden als bestand' }).count()).toBe(1)
    await page.getByRole('button', { name: 'Verdergaan' }).click()
    await page.locator('.alert', { hasText: 'Er ging iets mis' }).waitFor({ state: 'detached' })
    expect(await page.getByLabel('nieuwe zaak').count()).toBe(1)
  })
})

describe('offline', () => {
  test('at once: what cannot be fetched is said in Dutch, and tried again without loading the page anew', async () => {
    // as any visitor: the page is loaded once more for the made-up towns, and fetches nothing ahead before that
    await open('#/nl')
    await visitor.context.route(/draft-room|DraftPages/, (route) => (offline ? route.abort() : route.continue()))
    let offline = true
    await chooseTown(page, 'voorbeeld')
    await page.getByRole('button', { name: 'Beginnen' }).click()
    await says('Misschien heeft u geen internet')
    expect(await page.getByText(/fetch|module/).count()).toBe(0)
    offline = false
    await page.getByRole('button', { name: 'Probeer opnieuw' }).click()
    await page.getByRole('heading', { name: 'Uw aanvraag' }).waitFor()
  })

  test('a page of the draft that was not fetched yet; the others are there', async () => {
    await open()
    let offline = true
    await visitor.context.route(/TreePage/, (route) => (offline ? route.abort() : route.continue()))
    const draft = await begin(page)
    await page.goto(`${site.url}#/nl/${draft}/tree`)
    await says('Misschien heeft u geen internet')
    expect(await page.getByText('Laad de pagina opnieuw').count()).toBe(0)
    offline = false
    await page.getByRole('button', { name: 'Probeer opnieuw' }).click()
    await page.getByRole('heading', { name: 'Alle vragen en waar ze toe leiden' }).waitFor()
    await page.waitForTimeout(3000)
    await visitor.context.setOffline(true)
    for (const [address, heading] of [
      ['sources', 'Bronnen en open punten'],
      ['compare', 'Vergelijk gemeenten'],
      ['copy/exploitation', 'Antwoorden overnemen'],
    ] as const) {
      await page.goto(`${site.url}#/nl/${draft}/${address}`)
      await page.getByRole('heading', { name: heading }).first().waitFor()
    }
  })
})

test('a draft that cannot be read is saved as it is, and removed on purpose', async () => {
  await open()
  const draft = await begin(page)
  await page.evaluate(async (id) => {
    const open = await new Promise<IDBDatabase>((done) => {
      const request = indexedDB.open('horeca1')
      request.onsuccess = () => done(request.result)
    })
    const store = open.transaction('drafts', 'readwrite').objectStore('drafts')
    await new Promise((done) => {
      store.put({ schema: 2, id, answers: new Map([['x', new Uint8Array([1, 2])]]) }, id).onsuccess = done
    })
    open.close()
  }, draft)
  await page.goto(`${site.url}#/nl`)
  await page.reload()
  await says('1 bewaarde aanvraag kan deze site niet lezen')
  expect(await violations(page)).toEqual([])
  const card = page.locator('.alert li', { hasText: draft })
  const download = page.waitForEvent('download')
  await card.getByRole('button', { name: 'Bewaar als bestand' }).click()
  expect(JSON.parse(readFileSync(await (await download).path(), 'utf8'))).toEqual({
    schema: 2,
    id: draft,
    answers: [['x', [1, 2]]],
  })
  await card.getByRole('button', { name: 'Verwijderen' }).click()
  await card.getByRole('button', { name: 'Ja, verwijder' }).click()
  await card.waitFor({ state: 'detached' })
  expect((await onDisk(page)).drafts).toEqual([])
})

test('no text becomes code: the policy holds, and the tree and the packet are made under it', async () => {
  await open()
  const draft = await begin(page)
  const violated: string[] = []
  await page.exposeFunction('violated', (what: string) => violated.push(what))
  await page.evaluate(() =>
    document.addEventListener('securitypolicyviolation', (event) =>
      (window as unknown as { violated(what: string): void }).violated(event.effectiveDirective),
    ),
  )
  await page.goto(`${site.url}#/nl/${draft}/tree`)
  await page.locator('section.drawing svg path, section.drawing svg rect').first().waitFor()
  await page.goto(`${site.url}#/nl/${draft}/packet`)
  await page.getByRole('button', { name: 'Maak de pdf', exact: true }).click()
  await page.getByText(/De pdf is klaar/).waitFor()
  expect(violated).toEqual([])
  const refused = await page.evaluate(() =>
    [
      () => {
        document.createElement('div').innerHTML = '<b>x</b>'
      },
      () => new DOMParser().parseFromString('<b/>', 'text/html'),
      () => new Worker('data:text/javascript,1'),
      () =>
        (globalThis as unknown as { trustedTypes: { createPolicy(name: string, rules: object): unknown } }).trustedTypes.createPolicy(
          'other',
          {},
        ),
    ].map((attempt) => {
      try {
        attempt()
        return 'done'
      } catch (error) {
        return (error as Error).name
      }
    }),
  )
  expect(refused).toEqual(['TypeError', 'TypeError', 'TypeError', 'TypeError'])
})

describe('rules that were renewed while somebody was busy', () => {
  /** The site as it was under the rules before: served in place of the rules of now. */
  // those of the town, and those that all towns share
  const RULES = /assets\/(?:voorbeeld-(?!licht)|shared-(?!english))[\w-]+\.js$/
  const older = (script: string): string =>
    script
      // packed: version and hash stand beside each other, texts in a list
      .replace(/"\d{4}\.\d+\.\d+","[0-9a-f]{64}"/, '"2025.9.0","older"')
      .replace('"Waarvoor is uw aanvraag?"', '"Wat vraagt u aan?"')

  test('a receipt says what is kept and which question reads differently, until it was seen', async () => {
    await open()
    await page.route(RULES, async (route) => {
      const response = await route.fetch()
      await route.fulfill({ response, body: older(await response.text()) })
    })
    const id = await begin(page)
    await page.getByRole('group', { name: 'Wat vraagt u aan?' }).getByLabel('nieuwe zaak').check()
    await saved(page)
    await expect.poll(async () => JSON.stringify((await onDisk(page)).drafts), { timeout: 20_000 }).toContain('"asked":{"application.kind"')
    await page.unroute(RULES)
    await page.reload()
    await page.getByText('De regels zijn vernieuwd').waitFor()
    await page.getByText('U begon met de regels van versie 2025.9.0.').waitFor()
    const receipt = page.locator('.alert', { hasText: 'De regels zijn vernieuwd' })
    expect(await receipt.textContent()).toContain('Waarvoor is uw aanvraag?: nieuwe zaak. Eerst stond er: “Wat vraagt u aan?”.')
    expect(await violations(page)).toEqual([])
    await receipt.getByRole('link', { name: 'Waarvoor is uw aanvraag?' }).click()
    await page.getByRole('group', { name: 'Waarvoor is uw aanvraag?' }).waitFor()
    await page.reload()
    await receipt.waitFor()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      receipt.getByRole('button', { name: 'Bewaar dit overzicht als bestand' }).click(),
    ])
    expect(JSON.parse(readFileSync(await download.path(), 'utf8'))).toMatchObject({
      from: '2025.9.0',
      kept: 1,
      recheck: [{ key: 'application.kind' }],
    })
    await receipt.getByRole('button', { name: 'Ik heb dit gezien' }).click()
    await receipt.waitFor({ state: 'detached' })
    await saved(page)
    await page.reload()
    await page.locator(`main[data-place*="${id}"]`).waitFor()
    await page.waitForTimeout(500)
    expect(await receipt.count()).toBe(0)
  })
})
