import Big from 'big.js'
import type { Page } from 'playwright-core'
import { type Case, openCase } from '../../src/engine/case.ts'
import { clock } from '../../src/engine/convert.ts'
import type { Value } from '../../src/feel/value.ts'
import { readAnswers } from '../../src/model/read-answers.ts'
import type { AnswerFile, AnswerJson, AnswerRow } from '../../src/model/schema/answer-file.ts'
import { shippedVariant } from '../engine/shipped.ts'
import { type Hands, mouse } from './hands.ts'

const NEXT = /^(Verder|Continue)$/
const idOf = (key: string): string => `q-${key.replaceAll(/[.@/]/g, '-')}`

/** Somebody who fills in a whole application by hand: every answer goes through the controls of the page. */
export class Applicant {
  /** Row ids of the example → row ids that the page gave. */
  private readonly rows = new Map<string, string>()
  /** `fact@row` (row of the page) → answer. */
  private readonly answers = new Map<string, AnswerJson>()

  constructor(
    readonly page: Page,
    readonly example: AnswerFile,
    /** Called on every page that is shown. */
    readonly look: (page: Page) => Promise<void> = async () => {},
    readonly hands: Hands = mouse(),
  ) {
    for (const [fact, value] of Object.entries(example.answers)) {
      this.answers.set(fact, value)
      this.answers.set(`${fact}@business`, value)
    }
  }

  /** What the exact answers of the example come to, where a page asks it in one number first, such as the latest closing time of a week of hours. */
  private implied(key: string): AnswerJson | undefined {
    if (key.includes('@')) return undefined
    this.known ??= openCase(
      shippedVariant(this.example.variant),
      readAnswers(this.example, shippedVariant(this.example.variant), '', () => ({ line: 1, column: 1 })).answers,
      { today: '2026-03-01' },
    )
    const value = this.known.memo.get(`fact|${key}|`) as Value
    const type = this.known.index.questions.get(key)?.type
    if (value instanceof Big) return type === 'time' ? clock(Number(value)) : type === 'amount' ? Number(value) * 100 : Number(value)
    return typeof value === 'string' || typeof value === 'boolean' ? value : undefined
  }
  private known: Case | undefined

  /** From the start page to the outcome. */
  async begin(url: string): Promise<void> {
    const { page } = this
    await page.goto(url)
    await this.hands.choose(page.locator('#town'), this.example.variant)
    await this.look(page)
    await this.hands.press(page.getByRole('button', { name: /^(Beginnen|Begin)$/ }))
    await page.locator('form fieldset').first().waitFor()
    for (let steps = 0; steps < 40; steps += 1) {
      await this.look(page)
      const [, , kind] = await this.place()
      if (kind === 'outcome' || kind === 'stop') return
      await this.fillPage()
      await this.next()
    }
    throw new Error('the tree does not end')
  }

  /** Every topic, list and attachment of the task list, then whatever the check page still names. */
  async finish(): Promise<void> {
    const { page } = this
    await this.to('tasks')
    await this.look(page)
    const topics = await page
      .locator('.task__name a[href*="/topic/"]')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')))
    for (const address of topics) {
      await this.visit(address ?? '')
      await this.walkPages('topic')
    }
    for (let round = 0; ; round += 1) {
      await this.to('review')
      if (round === 80) throw new Error(`still missing: ${await page.locator('main .alert').textContent()}`)
      if (round === 0) await this.look(page)
      const links = await page.locator('main .missing a').evaluateAll((found) => found.map((link) => link.getAttribute('href') ?? ''))
      // what a list will answer is not asked before the list
      const missing = links.find((link) => link.includes('/list/')) ?? links[0]
      if (missing === undefined) break
      await this.visit(missing)
      const [, , kind, id = ''] = await this.place()
      if (kind === 'list') await this.fillList(decodeURIComponent(id))
      else {
        const before = await page.locator('main').textContent()
        await this.fillPage()
        await this.look(page)
        await this.next()
        if (before === (await page.locator('main').textContent())) throw new Error(`stuck at ${missing}: ${before?.slice(0, 400)}`)
      }
    }
    await this.to('attachments')
    await this.look(page)
    for (const box of await page.locator('.card .option input[type=checkbox]').all()) await this.hands.check(box)
  }

  async fillList(list: string): Promise<void> {
    const { page } = this
    const at = list.lastIndexOf('/')
    const collection = list.slice(at + 1)
    const parent = at < 0 ? null : list.slice(0, at)
    await this.look(page)
    if (collection === 'hours') await this.fillHours()
    else {
      for (const row of this.rowsOf(collection, parent)) await this.addRow(row)
    }
    await this.hands.check(page.locator('#complete'))
    await this.next()
  }

  private rowsOf(collection: string, parent: string | null): readonly AnswerRow[] {
    if (parent === null) return this.example.collections[collection] ?? []
    const all = [...(this.example.collections.people ?? []), ...(this.example.collections.companies ?? [])]
    return all.find((row) => this.rows.get(row.id) === parent)?.collections?.[collection] ?? []
  }

  private async addRow(row: AnswerRow): Promise<void> {
    const { page } = this
    if (this.rows.has(row.id)) return
    await this.settled()
    await this.hands.press(page.locator('.buttons button').first())
    await page.waitForURL(/\/row\//)
    await this.settled()
    const id = (await this.place())[3] ?? ''
    this.rows.set(row.id, id)
    for (const [fact, value] of Object.entries(row)) {
      if (fact === 'id' || fact === 'roles' || fact === 'collections') continue
      this.answers.set(`${fact}@${id}`, value as AnswerJson)
    }
    for (const role of row.roles ?? []) {
      const kind = typeof role === 'string' ? role : role.role
      if (typeof role !== 'string') {
        for (const [name, value] of Object.entries(role)) {
          if (name !== 'role' && name !== 'of' && value !== undefined) this.answers.set(`role.${name}@${id}/${kind}`, value)
        }
      }
      if (typeof role === 'string' || role.of === undefined) await this.hands.check(page.locator(`#role-${kind}`))
    }
    await this.look(page)
    await this.walkPages('row')
  }

  /** A week of seven nights is copied from its first night, and typed over where a night differs. */
  private async fillHours(): Promise<void> {
    const nights = (this.example.collections.hours ?? []).map((row) => {
      const read = (name: string): string => String(row[name] ?? row[`hours.${name}`] ?? '')
      return { place: read('place'), id: `#${read('place')}-${read('night')}`, open: read('open'), close: read('close').replace('+1', '') }
    })
    for (const place of new Set(nights.map((night) => night.place))) {
      const week = nights.filter((night) => night.place === place)
      for (const [index, night] of week.entries()) {
        await this.write(this.page.locator(`${night.id}-open`), night.open)
        await this.write(this.page.locator(`${night.id}-close`), night.close)
        await this.page.locator(`${night.id}-close`).blur()
        if (index === 0 && week.length === 7)
          await this.hands.press(this.page.locator('fieldset', { has: this.page.locator(`${night.id}-open`) }).getByRole('button'))
      }
    }
  }

  /** What stands there already, filled in beforehand or before, is read and not typed again. */
  private async write(control: ReturnType<Page['locator']>, text: string): Promise<void> {
    if ((await control.inputValue()) === text) this.hands.accept()
    else await this.hands.type(control, text)
  }

  private async walkPages(kind: 'topic' | 'row'): Promise<void> {
    for (let pages = 0; pages < 30; pages += 1) {
      if ((await this.place())[2] !== kind) return
      await this.look(this.page)
      if ((await this.page.locator('main form').count()) === 0) return
      await this.fillPage()
      await this.next()
    }
  }

  /** Fills in all that stands on the page, and what appears meanwhile. */
  async fillPage(): Promise<void> {
    const done = new Set<string>()
    for (;;) {
      const names = await this.page
        .locator('main form .field')
        .evaluateAll((fields) => fields.map((field) => field.querySelector('[name]')?.getAttribute('name') ?? ''))
      const name = names.find((each) => each !== '' && !done.has(each))
      if (name === undefined) return
      done.add(name)
      await this.fill(name)
    }
  }

  private async fill(name: string): Promise<void> {
    const key = this.keyOf(name)
    const value = this.answers.get(key) ?? this.implied(key)
    if (value === undefined) return
    const control = this.page.locator(`#${idOf(key)}`)
    if ((await control.count()) === 0) return
    const kind = await control.evaluate((element) => (element instanceof HTMLInputElement ? element.type : element.tagName.toLowerCase()))
    const field = this.page.locator('.field', { has: control })
    switch (kind) {
      case 'radio':
        await this.hands.check(field.locator(`input[value="${String(value)}"]`))
        break
      case 'checkbox':
        for (const option of Array.isArray(value) ? value : [String(value)])
          await this.hands.check(field.locator(`input[value="${option}"]`))
        break
      case 'select':
        await this.hands.choose(
          control,
          typeof value === 'string' && value.startsWith('@') ? `@${this.rows.get(value.slice(1)) ?? value.slice(1)}` : String(value),
        )
        break
      case 'time': {
        const [clock = '', next] = String(value).split('+')
        await this.write(control, clock)
        await this.hands.set(field.locator('input[type=checkbox]'), next !== undefined)
        break
      }
      case 'date':
        if (String(value).includes('/')) {
          const [from = '', until = ''] = String(value).split('/')
          await this.write(control, from)
          await this.write(field.locator('input[type=date]').nth(1), until)
        } else await this.write(control, String(value))
        break
      default:
        await this.write(control, await this.written(control, value))
    }
  }

  /** Money is whole cents in the file and euro on the page; numbers have a Dutch comma. */
  private async written(control: ReturnType<Page['locator']>, value: AnswerJson): Promise<string> {
    if (typeof value !== 'number') return String(value)
    const money = await control.evaluate((element) => element.closest('.with-unit')?.textContent?.startsWith('€') ?? false)
    return String(money ? (value / 100).toFixed(2) : value).replace('.', ',')
  }

  /** Names in the form have slashes where keys have dots, and rows of roles have slashes of their own. */
  private keyOf(name: string): string {
    const [fact = '', ...row] = name.split('@')
    return [fact.replaceAll('/', '.'), ...row].join('@')
  }

  async next(): Promise<void> {
    const before = this.page.url()
    await this.hands.press(this.page.getByRole('button', { name: NEXT }).last())
    await this.page
      .waitForFunction((url) => location.href !== url || document.querySelector('.error-summary') !== null, before, { timeout: 5_000 })
      .catch(async () => {
        throw new Error(`the page does not go on: ${before}: ${await this.page.locator('main').textContent()}`)
      })
    const errors = await this.page.locator('.error-summary li').allTextContents()
    if (errors.length === 0) return
    // a question that the example leaves open is left open here too
    const later = this.page.getByRole('button', { name: /^(Later invullen|Fill in later)$/ })
    if ((await later.count()) === 0) throw new Error(`${before}: ${errors.join('; ')}`)
    await this.hands.press(later)
    await this.page.waitForFunction((url) => location.href !== url, before)
  }

  /** Until the page that is shown is the page of the address. */
  private async settled(): Promise<void> {
    await this.page.waitForFunction(
      () => document.querySelector('main')?.getAttribute('data-place') === location.hash && document.querySelector('main h1') !== null,
    )
  }

  /** Parts of the address: language, draft, kind, id. */
  async place(): Promise<string[]> {
    await this.settled()
    return (await this.page.evaluate(() => location.hash)).slice(2).split('/').map(decodeURIComponent)
  }

  async to(kind: string): Promise<void> {
    const [lang, draft] = await this.place()
    await this.visit(`#/${lang}/${draft}/${kind}`)
  }

  /** By the link on the page where it has one. */
  private async visit(address: string): Promise<void> {
    if ((await this.page.evaluate(() => location.hash)) === address) return
    const link = this.page.locator(`main a[href="${address}"]`).first()
    if ((await link.count()) > 0 && (await link.isVisible())) await this.hands.press(link)
    else
      await this.hands.follow(() =>
        this.page.evaluate((hash) => {
          location.hash = hash
        }, address),
      )
    // a topic opens at its first page with something open, and says so in the address
    await this.page.waitForFunction((hash) => decodeURIComponent(location.hash).startsWith(decodeURIComponent(hash)), address)
    await this.settled()
  }
}
