import { readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { overflow, violations } from './accessible.ts'
import { sharedSite } from './shared-site.ts'
import { chooseTown, openBrowser, ROOT, watch } from './site.ts'

let browser: Browser
const site = sharedSite()
let context: BrowserContext
let page: Page
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
})
afterEach(() => context?.close())

const open = async (hash = '', viewport = { width: 1280, height: 900 }): Promise<ReturnType<typeof watch>> => {
  context = await browser.newContext({ viewport, acceptDownloads: true })
  page = await context.newPage()
  const seen = watch(page)
  await page.goto(`${site.url}${hash}`)
  await page.locator('main h1').waitFor()
  return seen
}
const begin = async (town = 'voorbeeld'): Promise<void> => {
  await chooseTown(page, town)
  await page.getByRole('button', { name: 'Beginnen' }).click()
  await page.getByRole('heading', { name: 'Uw aanvraag' }).waitFor()
}
const saved = (): Promise<void> => page.locator('[data-saved=saved]').waitFor()

describe('the first page', () => {
  test.each([
    { lang: 'nl', width: 320, other: 1280 },
    { lang: 'en', width: 1280, other: 320 },
  ])('meets WCAG 2.2 AA as far as axe sees, in $lang at $width px, and fits in $other px as well', async ({ lang, width, other }) => {
    const seen = await open(`#/${lang}`, { width, height: 700 })
    const holds = async (): Promise<void> => {
      for (const wide of [other, width]) {
        await page.setViewportSize({ width: wide, height: 700 })
        expect(await overflow(page)).toBeLessThanOrEqual(0)
      }
      expect(await violations(page)).toEqual([])
    }
    await holds()
    for (const info of ['privacy', 'accessibility', 'notices']) {
      await page.goto(`${site.url}#/${lang}/info/${info}`)
      await page.locator('main h1', { hasText: /Privacy|Toegankelijkheid|Accessibility|Software/ }).waitFor()
      await holds()
    }
    expect(seen.complaints).toEqual([])
  })

  test('names the work of others that it holds, with the licence texts and a bill of materials', async () => {
    await open('#/nl/info/notices')
    const notice = page.locator('main details', { hasText: /\breact 19/ })
    await notice.locator('summary').click()
    await notice.getByText('Permission is hereby granted').waitFor()
    for (const name of ['Alle licentieteksten als tekstbestand', 'Lijst van alle onderdelen']) {
      const href = await page.getByRole('link', { name }).getAttribute('href')
      const file = readFileSync(join(site.folder, href ?? ''), 'utf8')
      expect(file).toContain('xstate')
    }
  })

  test('weighs at most 140 kB of script and style, compressed', async () => {
    const { requests } = await open()
    const html = readFileSync(join(site.folder, 'index.html'), 'utf8')
    const first = [...html.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.(?:js|css))"/g)].map(([, file = '']) => file)
    const weight = first.reduce((sum, file) => sum + gzipSync(readFileSync(join(site.folder, file))).length, 0)
    expect(first.length).toBeGreaterThanOrEqual(2)
    expect(weight / 1000).toBeLessThanOrEqual(140)
    // and no font, packet code or town is fetched before somebody begins
    const eager = requests.filter((request) => /\.ttf|\.woff|typeface|packet-client|voorbeeld|amsterdam/.test(request))
    expect(eager).toEqual([])
  })

  test('fetches packet code and fonts ahead, once somebody has begun, and no other town', async () => {
    const { requests } = await open()
    const fetched = Promise.all(
      ['packet-client', '400Regular', '700Bold'].map((part) => page.waitForResponse((response) => response.url().includes(part))),
    )
    await begin()
    for (const response of await fetched) expect(response.ok()).toBe(true)
    expect(requests.filter((request) => /amsterdam|voorbeeld-licht/.test(request))).toEqual([])
  })

  test('carries no YAML and no FEEL parser, but where a municipality tries its own files', () => {
    const code = readdirSync(join(site.folder, 'assets'))
      .filter((file) => file.endsWith('.js') && !/^configure\.worker-/.test(file))
      .map((file) => ({ file, text: readFileSync(join(site.folder, 'assets', file), 'utf8') }))
    // the page of notices names every package, also those of the program alone
    for (const { file, text } of code.filter((one) => !one.text.includes('Permission is hereby granted')))
      expect(/YAMLParseError|BuiltInFunctionName|lezer/.exec(text)?.[0], file).toBeUndefined()
    expect(code.length).toBeGreaterThan(10)
  })
})

describe('nothing leaves the device', () => {
  const attempts = (address: string): Record<string, string> => ({
    fetch: `fetch('${address}').then(() => 'out', (error) => String(error))`,
    image: `new Promise((done) => { const image = new Image(); image.onload = () => done('out'); image.onerror = () => done('stopped'); image.src = '${address}/x.png' })`,
    websocket: `new Promise((done) => { try { const socket = new WebSocket('${address.replace('http', 'ws')}'); socket.onopen = () => done('out'); socket.onerror = () => done('stopped') } catch (error) { done(String(error)) } })`,
    eval: `(() => { try { return (0, eval)('"out"') } catch (error) { return String(error) } })()`,
  })

  test('neither from the page nor from a worker: not by fetch, image, beacon, socket, form or eval', async () => {
    await open()
    const reached: string[] = []
    const listener = createServer((request, response) => {
      reached.push(request.url ?? '')
      response.writeHead(200, { 'Access-Control-Allow-Origin': '*' }).end()
    })
    listener.on('upgrade', (request) => reached.push(request.url ?? ''))
    await new Promise<void>((done) => listener.listen(0, '127.0.0.1', done))
    const other = `http://127.0.0.1:${(listener.address() as AddressInfo).port}`
    const violated: string[] = []
    await page.exposeFunction('violated', (what: string) => violated.push(what))
    await page.evaluate(() =>
      document.addEventListener('securitypolicyviolation', (event) =>
        (window as unknown as { violated(what: string): void }).violated(event.effectiveDirective),
      ),
    )
    for (const [way, code] of Object.entries(attempts(other))) {
      if (way === 'eval') continue
      // run as a script of the site would run: what the protocol evaluates is not under the policy
      expect([way, await page.evaluate(code)]).not.toEqual([way, 'out'])
    }
    await page.evaluate((address) => navigator.sendBeacon(address, 'answers'), other)
    const inWorker = await page.evaluate(
      async ({ ways }) => {
        const code = `(async () => { const out = {}; ${ways.map(([way, attempt]) => `out['${way}'] = await (async () => { try { return await ${attempt} } catch (error) { return String(error) } })()`).join(';')}; postMessage(out) })()`
        const worker = new Worker(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })))
        return new Promise<Record<string, string>>((done) => {
          worker.onmessage = ({ data }) => done(data)
        })
      },
      { ways: Object.entries(attempts(other)).filter(([way]) => way !== 'image') },
    )
    for (const [way, outcome] of Object.entries(inWorker)) expect([way, outcome]).not.toEqual([way, 'out'])
    // a service worker would not be under the policy of the page: none can be registered
    const service = await page.evaluate(() =>
      navigator.serviceWorker.register(URL.createObjectURL(new Blob(['']))).then(
        () => 'registered',
        (error) => String(error),
      ),
    )
    expect(service).not.toBe('registered')
    expect(
      await page.evaluate(async () => (async () => navigator.serviceWorker.register('./sw.js'))().then(() => 'registered', String)),
    ).not.toBe('registered')
    const planted = await page.evaluate(() => {
      const script = document.createElement('script')
      try {
        // no text becomes code
        script.textContent = 'window.planted = true'
      } catch {}
      document.body.append(script)
      return 'planted' in window
    })
    expect(planted).toBe(false)
    await page.waitForTimeout(200)
    listener.close()
    expect(reached).toEqual([])
    expect([...new Set(violated)]).toEqual(expect.arrayContaining(['connect-src', 'img-src', 'require-trusted-types-for']))
  })

  test('the policy stands in the page and in the header file alike', async () => {
    const meta = /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(readFileSync(join(site.folder, 'index.html'), 'utf8'))?.[1]
    const header = /Content-Security-Policy: (.+)/.exec(readFileSync(join(site.folder, '_headers'), 'utf8'))?.[1]
    // a page cannot say by itself who may frame it
    expect(header).toBe(`${meta}; frame-ancestors 'none'`)
    expect(readFileSync(join(ROOT, 'docs/hosting.md'), 'utf8')).toContain(header)
    expect(meta).not.toMatch(/unsafe|https?:|\*/)
  })
})

describe('an answer is never lost', () => {
  test('on reload, back, another language, and closing the page', async () => {
    await open()
    await begin()
    await page.getByLabel('nieuwe zaak').check()
    await page.locator('#q-application-startDate').fill('2027-06-01')
    await page.getByRole('button', { name: 'Verder' }).click()
    await page.getByRole('heading', { name: 'Waar komt uw zaak?' }).waitFor()
    await page.locator('input[value=building]').check()
    await saved()
    await page.reload()
    await page.locator('input[value=building]:checked').waitFor()
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByRole('heading', { name: 'Where will your business be?' }).waitFor()
    expect(await page.locator('input[value=building]').isChecked()).toBe(true)
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en')
    await page.goBack()
    await page.goBack()
    await page.getByRole('heading', { name: 'Uw aanvraag' }).waitFor()
    expect(await page.getByLabel('nieuwe zaak').isChecked()).toBe(true)
    await page.close()
    page = await context.newPage()
    await page.goto(site.url)
    await page.getByRole('link', { name: /^Verdergaan/ }).click()
    await page.locator('main h1').waitFor()
    await page.goto(page.url().replace(/\/(tasks|about)$/, '/step/place'))
    await page.locator('input[value=building]:checked').waitFor()
  })

  test('a changed mind parks what no longer counts, and changing back brings it back', async () => {
    await open()
    await begin()
    await page.getByLabel('nieuwe zaak').check()
    await page.locator('#q-application-startDate').fill('2027-06-01')
    await page.getByRole('button', { name: 'Verder' }).click()
    await page.locator('input[value=building]').check()
    await page.goto(page.url().replace(/\/step\/.*$/, '/topic/premises/premises.wasHospitality'))
    await page.locator('#q-premises-wasHospitality').check()
    await page.locator('#q-premises-previousUse').fill('Bakkerij')
    await page.locator('#q-premises-wasHospitality-2').check()
    // told before it is done
    await page.getByRole('button', { name: 'Ja, verander het' }).click()
    await page.locator('#q-premises-previousUse').waitFor({ state: 'detached' })
    await page.locator('#q-premises-wasHospitality').check()
    await page.locator('#q-premises-previousUse').waitFor()
    expect(await page.locator('#q-premises-previousUse').inputValue()).toBe('Bakkerij')
  })

  test('a stop page says where to go instead, and leads back to the answer', async () => {
    await open()
    await begin()
    await page.getByLabel('nieuwe zaak').check()
    await page.locator('#q-application-startDate').fill('2027-06-01')
    await page.getByRole('button', { name: 'Verder' }).click()
    await page.locator('input[value=mobile]').check()
    await page.getByRole('button', { name: 'Verder' }).click()
    await page.getByRole('heading', { name: 'Dit formulier is niet voor u' }).waitFor()
    expect(await violations(page)).toEqual([])
    await page.getByRole('link', { name: 'Antwoord veranderen' }).click()
    await page.locator('input[value=mobile]:checked').waitFor()
  })

  test('on a device of somebody else nothing is kept', async () => {
    await open()
    await chooseTown(page, 'voorbeeld')
    await page.locator('#not-mine').check()
    await begin()
    await page.getByLabel('nieuwe zaak').check()
    await page.locator('[data-saved=notKept]').waitFor()
    await page.goto(site.url)
    await page.reload()
    await page.locator('#town').waitFor()
    expect(await page.getByRole('link', { name: /^Verdergaan/ }).count()).toBe(0)
    expect(await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))).toEqual(['horeca1'])
  })

  test('a file of something else is refused with the reason, and a good one opens after it', async () => {
    await open()
    const give = (name: string, text: string): Promise<void> =>
      page.setInputFiles('#saved-file', { name, mimeType: 'application/json', buffer: Buffer.from(text) })
    for (const [text, says] of [
      ['{', 'JSON'],
      ['{"schema":2,"variant":"voorbeeld"}', 'schema'],
      ['{"schema":1,"variant":"atlantis"}', 'atlantis'],
    ] as const) {
      await give('x.json', text)
      await page.locator('.utrecht-alert--error', { hasText: says }).waitFor()
    }
    await give('x.json', '{"schema":1,"variant":"voorbeeld","answers":{"application.kind":"new","no.such":1}}')
    await page.locator('.utrecht-alert--info', { hasText: 'no.such' }).waitFor()
  })

  test('a removed draft can be taken back', async () => {
    await open()
    await begin()
    await page.getByLabel('nieuwe zaak').check()
    await saved()
    await page.goto(site.url)
    await page.getByRole('button', { name: /^Verwijderen/ }).click()
    await page.getByRole('button', { name: 'Ongedaan maken' }).click()
    await page.getByRole('link', { name: /^Verdergaan/ }).waitFor()
  })

  test('a draft that is not here is said, and the page can be used', async () => {
    await open('#/nl/abcdef123456/tasks')
    await page.getByText('Deze aanvraag staat niet op dit apparaat.').waitFor()
    await begin()
  })
})
