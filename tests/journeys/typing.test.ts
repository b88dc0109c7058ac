import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AnswerFile } from '../../src/model/schema/answer-file.ts'
import { sharedSite } from '../browser/shared-site.ts'
import { chooseTown, openBrowser } from '../browser/site.ts'
import { visit } from './drafts.ts'
import { exampleOf } from './example.ts'

let browser: Browser
let folder: string
const site = sharedSite()
beforeAll(async () => {
  browser = await openBrowser()
  folder = await mkdtemp(join(tmpdir(), 'horeca1-typing-'))
}, 240_000)
afterAll(async () => {
  await browser?.close()
  await rm(folder, { recursive: true, force: true })
})

/** The café, at a place of its draft; with other answers. */
async function at(place: string, answers: AnswerFile['answers'] = {}): Promise<Page> {
  const visitor = await visit(browser, site.url)
  const page = await visitor.tab('#/nl')
  const file = join(folder, 'cafe.json')
  const cafe = exampleOf('cafe-terrace-machines')
  await writeFile(file, JSON.stringify({ ...cafe, answers: { ...cafe.answers, ...answers } }))
  await page.locator('#saved-file').setInputFiles(file)
  await page.waitForURL(/tasks$/)
  await page.evaluate((to) => {
    location.hash = location.hash.replace(/tasks$/, to)
  }, place)
  await page.waitForURL((url) => url.hash.endsWith(place))
  await page.waitForFunction(() => document.querySelector('main')?.getAttribute('data-place') === location.hash)
  return page
}

/** A slow press of the mouse where the control stands now; how far it moved meanwhile, in pixels. */
async function press(page: Page, control: Locator): Promise<number> {
  await control.scrollIntoViewIfNeeded()
  const before = await control.boundingBox()
  if (!before) throw new Error('the control is not there')
  await page.mouse.move(before.x + before.width / 2, before.y + before.height / 2)
  await page.mouse.down()
  await page.waitForTimeout(400)
  const after = await control.boundingBox()
  await page.mouse.up()
  return Math.abs((after?.y ?? Number.NaN) - before.y)
}

test('a first press right after typing is never lost: on the week', async () => {
  const page = await at('list/hours')
  const field = page.locator('#terrace-mon-close')
  await field.scrollIntoViewIfNeeded()
  await field.fill('03:30')
  const copy = page.locator('fieldset', { has: field }).getByRole('button')
  for (const night of ['tue', 'wed']) for (const part of ['open', 'close']) await page.locator(`#terrace-${night}-${part}`).fill('')
  expect(await press(page, copy)).toBe(0)
  await expect.poll(() => page.locator('#terrace-tue-close').inputValue()).toBe('03:30')
  await page.context().close()
})

test('a first press right after typing is never lost: on a page of questions, whose error is said after it', async () => {
  const page = await at('topic/business')
  const kvk = page.getByLabel(/kvk/i).first()
  await kvk.fill('9012')
  // below the field, so that its error would push it away
  const why = page.locator('.field', { has: kvk }).locator('summary')
  expect(await press(page, why)).toBe(0)
  await expect.poll(() => page.locator('.field', { has: kvk }).locator('details').getAttribute('open')).not.toBeNull()
  await expect.poll(() => kvk.getAttribute('aria-invalid')).toBe('true')
  await page.context().close()
})

test('a first press right after typing is never lost: on a question that moves when another goes away with the answer', async () => {
  const page = await at('row/p2/person.svhNumber@p2')
  await page.getByLabel('Nummer van de Verklaring Sociale Hygiëne').fill('')
  // without a number there is no day on which it was given
  const between = page.getByLabel('Datum inschrijving Register sociale hygiëne')
  expect(await between.count()).toBe(1)
  const yes = page.locator('fieldset', { hasText: 'Ook leidinggevende' }).last().getByLabel('ja', { exact: true })
  expect(await press(page, yes)).toBe(0)
  await expect.poll(() => yes.isChecked()).toBe(true)
  await expect.poll(() => between.count()).toBe(0)
  await page.context().close()
})

test('what is offered in the field somebody stands in gives way to what they type', async () => {
  // what the drawing shows is not typed
  const page = await at('row/t1/terrace.pavementWidth@t1', { 'documents.terraceChecklist': ['none'] })
  const left = page.getByRole('textbox', { name: 'Vrije ruimte die overblijft om te lopen' })
  const pavement = page.getByRole('textbox', { name: 'Breedte van de stoep' })
  await left.fill('')
  await left.press('Tab')
  await pavement.fill('6')
  await left.focus()
  await expect.poll(() => left.inputValue()).toMatch(/\d/)
  await page.keyboard.type('3,5')
  expect(await left.inputValue()).toBe('3,5')
  await page.context().close()
})

test('whoever goes on before a page is drawn gets where they went', async () => {
  const page = await (await visit(browser, site.url)).tab('#/nl')
  await chooseTown(page, 'voorbeeld')
  // the browser tells of the second address late, as a busy one does: the page of the first is drawn meanwhile
  await page.evaluate(() => {
    const push = history.pushState.bind(history)
    history.pushState = (state, title, address) => {
      push(state, title, address)
      history.pushState = push
      queueMicrotask(() => push(state, title, String(address).replace(/[^/]*$/, 'tasks')))
      setTimeout(() => window.dispatchEvent(new Event('hashchange')), 1000)
    }
  })
  await page.getByRole('button', { name: 'Beginnen' }).click()
  await page.locator('main[data-place$="/tasks"]').waitFor()
  expect(page.url()).toMatch(/tasks$/)
  await page.context().close()
})

test('half an answer that was typed a tenth of a second ago is there after a reload, with what is wrong with it', async () => {
  const page = await at('topic/business')
  const kvk = page.getByLabel(/kvk/i).first()
  await kvk.click()
  await kvk.press('Control+a')
  await page.keyboard.type('9012')
  await page.waitForTimeout(100)
  await page.reload()
  await page.locator('main h1').waitFor()
  await expect.poll(() => page.getByLabel(/kvk/i).first().inputValue()).toBe('9012')
  await expect.poll(() => page.getByText(/Een KVK-nummer heeft 8 cijfers/).count()).toBeGreaterThan(0)
  await page.context().close()
})

test('a key adds and takes away nothing but in its own field, on the longest page', async () => {
  const page = await at('topic/business')
  const name = page.locator('main form input[type=text]').first()
  await name.click()
  const elsewhere = await page.evaluate(async () => {
    const input = document.activeElement as HTMLInputElement
    const field = input.closest('fieldset, .field, .utrecht-form-field') ?? input.parentElement
    const drawn: string[] = []
    const observer = new MutationObserver((changes) => {
      for (const { target } of changes) if (!field?.contains(target)) drawn.push(target.nodeName)
    })
    const type = async () => {
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, `${input.value}x`)
      input.dispatchEvent(new Event('input', { bubbles: true }))
      await new Promise(requestAnimationFrame)
      await new Promise(requestAnimationFrame)
    }
    observer.observe(document.querySelector('main form') as Element, { subtree: true, childList: true, characterData: true })
    for (let n = 0; n < 10; n += 1) await type()
    observer.disconnect()
    return drawn
  })
  expect(elsewhere).toEqual([])
  await page.context().close()
})

test('a date and a time of which a part is typed stay in view, are told, and hold the page', async () => {
  const about = await at('about')
  const date = about.getByLabel(/^Wanneer wilt u open/)
  await date.fill('')
  await date.pressSequentially('12')
  await about.getByRole('button', { name: 'Verder' }).click()
  expect(await about.locator('.field', { has: date }).textContent()).toContain('Vul de hele datum of tijd in')
  expect([about.url().endsWith('/about'), await date.evaluate((field: HTMLInputElement) => field.validity.badInput)]).toEqual([true, true])
  await date.fill('2027-06-01')
  await date.blur()
  await expect.poll(() => about.locator('.field', { has: date }).textContent()).not.toContain('Vul de hele datum of tijd in')
  await about.context().close()
  const week = await at('list/hours')
  const time = week.locator('#inside-mon-open')
  await time.focus()
  await time.press('Backspace')
  await week.getByRole('button', { name: 'Verder' }).click()
  expect(await week.locator('#inside-mon-says').textContent()).toContain('Vul de hele datum of tijd in')
  expect([week.url().endsWith('list/hours'), await time.evaluate((field) => field === document.activeElement)]).toEqual([true, true])
  await week.context().close()
})

test('on paper nothing shows where somebody stood on the page', async () => {
  const page = await at('topic/business')
  await page.getByLabel(/kvk/i).first().focus()
  await page.keyboard.press('Tab')
  /** Colours of the frame that can be seen: what has no style, or is transparent, cannot. */
  const frame = () =>
    page.evaluate(() => {
      const { outlineStyle, outlineColor, boxShadow } = getComputedStyle(document.activeElement ?? document.body)
      const clear = 'rgba(0, 0, 0, 0)'
      return [outlineStyle === 'none' ? clear : outlineColor, boxShadow === 'none' ? clear : boxShadow].filter(
        (each) => !each.startsWith(clear),
      )
    })
  expect((await frame()).join()).toMatch(/255, 221, 0/)
  await page.emulateMedia({ media: 'print' })
  await expect.poll(frame).toEqual([])
  await page.context().close()
})
