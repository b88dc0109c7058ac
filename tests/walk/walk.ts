import type { BrowserContext, Download, Page } from 'playwright-core'
import { overflow, violations } from '../browser/accessible.ts'
import type { SeenField, SeenPage } from './in-page.ts'
import {
  accessible,
  type Breach,
  countGrows,
  neverOver,
  type Said,
  sameAgain,
  sameInBoth,
  type TypedDay,
  wayOn,
  wayOnAfterNext,
  wrongIsTold,
} from './laws.ts'
import { NotOnPage, PageReader, type Say } from './page-reader.ts'
import { dayIn } from './say.ts'
import { type Lang, WORDS } from './words.ts'

/** One thing that somebody does. Told by the words on the page, so that a walk can be walked again without some of its moves. */
export type Move =
  | { readonly do: 'begin'; readonly postcode: string; readonly town: string }
  | { readonly do: 'say'; readonly label: string; readonly group: string; readonly nth: number; readonly say: Say }
  | { readonly do: 'sayWrong'; readonly label: string; readonly group: string; readonly nth: number; readonly say: string }
  | { readonly do: 'inOtherTab'; readonly label: string; readonly group: string; readonly nth: number; readonly say: Say }
  | { readonly do: 'continue' | 'later' | 'lookBack' | 'reload' | 'otherLanguage' | 'back' | 'overview' | 'chooseEnglish' }
  | { readonly do: 'visit'; readonly link: string }
  | { readonly do: 'change' | 'answerMissing'; readonly link: string; readonly nth: number }
  | { readonly do: 'press'; readonly button: string; readonly under: string }
  | { readonly do: 'removeAndUndo'; readonly button: string }
  | { readonly do: 'follow'; readonly link: string }

/** What is known of a control that was seen. */
export interface KnownField {
  field: SeenField
  /** Heading of its page, and how to get there. */
  readonly title: string
  readonly address: string
  /** What was said there, and how many changes there had been by then. */
  said: { readonly say: Say; readonly at: number } | null
  /** Its page was left while it stood there. */
  left: boolean
}

/** How one saying reads in a sentence. */
const sayText = (say: Say): string =>
  typeof say === 'boolean'
    ? say
      ? 'ticked'
      : 'not ticked'
    : typeof say === 'string'
      ? JSON.stringify(say)
      : 'time' in say
        ? `${say.time}${say.nextDay ? ' next day' : ''}`
        : 'from' in say
          ? `${say.from} to ${say.until}`
          : say.map((each) => JSON.stringify(each)).join(', ')

/** A move as a readable sentence. */
export function sentence(move: Move): string {
  switch (move.do) {
    case 'begin':
      return `Begin${move.postcode ? ` with postcode ${move.postcode}` : ''}${move.town ? ` and choose ${move.town}` : ''}.`
    case 'say':
      return `Say ${sayText(move.say)} at "${move.label}"${move.group ? ` (${move.group})` : ''}${move.nth > 0 ? ` number ${move.nth + 1}` : ''}.`
    case 'sayWrong':
      return `Try ${JSON.stringify(move.say)} at "${move.label}"${move.group ? ` (${move.group})` : ''}, and take it away again.`
    case 'inOtherTab':
      return `Open this page in another tab, say ${sayText(move.say)} there at "${move.label}"${move.group ? ` (${move.group})` : ''}${move.nth > 0 ? ` number ${move.nth + 1}` : ''}, and close it.`
    case 'chooseEnglish':
      return 'Choose English.'
    case 'continue':
      return 'Press continue.'
    case 'later':
      return 'Press "fill in later".'
    case 'lookBack':
      return 'Press continue, go back with the browser to look, and forward again.'
    case 'reload':
      return 'Reload the page.'
    case 'back':
      return 'Go back with the browser.'
    case 'otherLanguage':
      return 'Look at the page in the other language, and go back.'
    case 'visit':
      return `On the overview, open "${move.link}".`
    case 'change':
      return `On the review, press change at "${move.link}"${move.nth > 0 ? ` number ${move.nth + 1}` : ''}.`
    case 'answerMissing':
      return `On the review, follow the missing "${move.link}"${move.nth > 0 ? ` number ${move.nth + 1}` : ''}.`
    case 'press':
      return `Press "${move.button}"${move.under ? ` (${move.under})` : ''}.`
    case 'removeAndUndo':
      return `Press "${move.button}" and undo it.`
    case 'overview':
      return 'Go to the overview.'
    case 'follow':
      return `Follow "${move.link}".`
    default:
      return move satisfies never
  }
}

/** Somebody on the site, and what they saw and said so far. */
export class Walker {
  readonly reader: PageReader
  now: SeenPage | null = null
  readonly breaches: Breach[] = []
  readonly known = new Map<string, KnownField>()
  /** How often a law was looked at. */
  readonly judged = new Map<string, number>()
  /** Answers, rows and ticks that were changed so far. */
  changes = 0
  /** Something was typed or pressed since the page was opened: what follows from it may not be drawn yet. */
  private unsteady = false
  private pass: { readonly topic: string; readonly pages: SeenPage[] } | null = null
  private readonly refused = new Map<string, Set<string>>()
  readonly complaints: string[] = []
  readonly elsewhere: string[] = []
  readonly page: Page

  private constructor(
    page: Page,
    readonly url: string,
    /** Answers inside the page; else with mouse and keys, as slowly as that is. */
    private readonly isQuick: boolean,
    /** Kinds of pages that were looked at for accessibility, in this walk and others; null: that is left out. */
    private readonly inspected: Set<string> | null,
  ) {
    this.page = page
    this.reader = new PageReader(page, { patience: 20_000 })
    page.on('request', (request) => {
      const to = request.url()
      if (!to.startsWith(url) && !to.startsWith(`blob:${url}`) && !to.startsWith('data:')) this.elsewhere.push(to)
    })
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') this.complaints.push(message.text())
    })
    page.on('pageerror', (error) => this.complaints.push(error.message))
  }

  static async open(context: BrowserContext, url: string, isQuick = true, inspected: Set<string> | null = null): Promise<Walker> {
    const walker = new Walker(await context.newPage(), url, isQuick, inspected)
    // with the made-up towns, which are in no public list
    await walker.page.goto(`${url}?examples`)
    walker.see(await walker.reader.read())
    return walker
  }

  get here(): SeenPage {
    if (!this.now) throw new Error('no page was read yet')
    return this.now
  }
  get lang(): Lang {
    return this.here.lang === 'en' ? 'en' : 'nl'
  }
  get words(): (typeof WORDS)[Lang] {
    return WORDS[this.lang]
  }

  /** Does it; false when the page does not offer it, as when an earlier move was left out. */
  async perform(move: Move): Promise<boolean> {
    const complaints = this.complaints.length
    const elsewhere = this.elsewhere.length
    try {
      if (!(await this.act(move))) return false
    } catch (error) {
      if (error instanceof NotOnPage) return false
      throw error
    }
    this.judge('wayOn', wayOn(this.here))
    await this.inspect()
    for (const text of this.complaints.slice(complaints))
      this.breaches.push({ law: 'noComplaint', what: `on "${this.here.title}": ${text}` })
    for (const to of this.elsewhere.slice(elsewhere)) this.breaches.push({ law: 'ownSite', what: `"${this.here.title}" asks ${to}` })
    this.count('noComplaint')
    this.count('ownSite')
    return true
  }

  /** Looks at a page of a kind that was not looked at before: by where it is (any person is one person) and the controls on it. */
  async inspect(): Promise<void> {
    const { address, fields, lang, messages } = this.here
    const [, , draft = '', ...where] = address.split('/')
    const place = draft === 'info' ? where[0] : where.slice(0, 2).join('/').replaceAll(/\d+/g, '')
    const kinds = [...new Set([...fields.map(({ control }) => control), ...messages.map(({ kind }) => kind)])].toSorted()
    const kind = `${place} ${lang} ${kinds.join(' ')}`
    if (!this.inspected || this.inspected.has(kind)) return
    this.inspected.add(kind)
    const found = await violations(this.page)
    const size = this.page.viewportSize() ?? { width: 1280, height: 900 }
    await this.page.setViewportSize({ width: 320, height: 640 })
    const wider = await overflow(this.page)
    await this.page.setViewportSize(size)
    this.judge('accessible', accessible(this.here, found, wider))
  }

  private async act(move: Move): Promise<boolean> {
    const { reader } = this
    switch (move.do) {
      case 'begin': {
        if (this.isDraft(this.here.address)) return false
        const [postcode, town] = [
          this.here.fields.find(({ label }) => /postcode/i.test(label)),
          this.here.fields.find(({ control }) => control === 'select'),
        ]
        if (postcode && move.postcode) await reader.set(postcode, move.postcode)
        if (town && move.town) await reader.set(town, move.town)
        const before = this.here
        await reader.press(this.words.begin)
        await this.arrive(before)
        return true
      }
      case 'say': {
        const field = this.here.fields.find((one) => one.label === move.label && one.group === move.group && one.nth === move.nth)
        if (!field) return false
        if (this.isQuick) {
          const after = await reader.say(field, move.say)
          if (!after) return false
          this.see(after)
        } else {
          await reader.set(field, move.say)
          this.see(await reader.read())
        }
        await this.agree()
        this.changes += 1
        this.unsteady = true
        const known = this.known.get(keyOf(this.here, field))
        if (known) known.said = { say: move.say, at: this.changes }
        return true
      }
      case 'sayWrong': {
        const field = this.here.fields.find((one) => one.label === move.label && one.group === move.group && one.nth === move.nth)
        if (field?.value !== '') return false
        const key = keyOf(this.here, field)
        await reader.say(field, move.say)
        await reader.leave()
        const wrong = (now: SeenPage): Breach[] =>
          wrongIsTold(
            move.say,
            now.fields.find((one) => keyOf(now, one) === key),
          )
        this.judge('wrongIsTold', wrong(await this.patiently(wrong)))
        // taken away again: somebody who cannot say it leaves it empty
        await reader.say(field, '')
        await reader.leave()
        this.changes += 1
        this.unsteady = true
        this.see(await reader.read())
        return true
      }
      case 'inOtherTab':
        return this.inOtherTab(move)
      case 'chooseEnglish':
        if (this.here.lang === 'en') return false
        await this.speak('en')
        return true
      case 'continue':
        return this.goOn(this.words.next)
      case 'later':
        return this.goOn(this.words.later)
      case 'lookBack':
        return this.lookBack()
      case 'reload': {
        const before = await this.steady()
        await this.page.reload()
        const after = await this.patiently((now) => [...kept(before, now), ...countGrows(before, now, 'reloading')])
        this.judge('kept', kept(before, after))
        this.judge('countGrows', countGrows(before, after, 'reloading'))
        return true
      }
      case 'back': {
        if (!this.isDraft(this.here.address)) return false
        await this.leave()
        const before = this.here
        await this.page.goBack({ waitUntil: 'commit' })
        await this.arrive(before)
        if (!this.isDraft(this.here.address)) {
          await this.page.goForward({ waitUntil: 'commit' })
          await this.arrive(this.here)
        }
        return true
      }
      case 'otherLanguage': {
        const before = await this.steady()
        await this.speak(before.lang === 'en' ? 'nl' : 'en')
        const after = await this.patiently((now) => [...sameInBoth(before, now), ...countGrows(before, now, 'another language')])
        this.judge('sameInBoth', sameInBoth(before, after))
        await this.speak(before.lang === 'en' ? 'en' : 'nl')
        const again = await this.patiently((now) => [...sameAgain(before, now), ...countGrows(before, now, 'another language and back')])
        this.judge('sameAgain', sameAgain(before, again))
        this.judge('countGrows', countGrows(before, again, 'another language and back'))
        return true
      }
      case 'visit': {
        await this.leave()
        if (!(await this.toOverview())) return false
        const overview = this.here
        const link = overview.links.find(({ text }) => text === move.link)
        if (!link) return false
        await reader.follow(link)
        await this.arrive(overview)
        this.pass = overview.cards.some(({ title }) => title === move.link) ? { topic: move.link, pages: [] } : null
        return true
      }
      case 'change':
      case 'answerMissing': {
        await this.leave()
        this.pass = null
        if (!(await this.toReview())) return false
        const review = this.here
        const text = move.do === 'change' ? `${this.words.change}: ${move.link}` : move.link
        const link = review.links.filter((one) => one.text === text)[move.nth]
        if (!link) return false
        await reader.follow(link)
        await this.arrive(review)
        return true
      }
      case 'press': {
        if (!this.here.buttons.some(({ text, under, disabled }) => text === move.button && under === move.under && !disabled)) return false
        this.pass = null
        const before = this.here
        await reader.press(move.button, move.under)
        if (this.words.remove.test(move.button)) this.forget(move.button.replace(this.words.remove, ''), before)
        this.changes += 1
        this.unsteady = true
        await this.arrive(before, 400)
        await this.agree()
        return true
      }
      case 'removeAndUndo': {
        if (!this.here.buttons.some(({ text }) => text === move.button)) return false
        const before = await this.steady()
        await reader.press(move.button)
        await this.arrive(before, 400)
        await this.agree()
        await reader.press(this.words.undo)
        const cards = (page: SeenPage): string => page.cards.map(({ title, text }) => `${title} ${text}`).join(' / ')
        const wrong = (after: SeenPage): Breach[] => [
          ...sameAgain(before, after, 'undone'),
          ...countGrows(before, after, 'undoing').map(({ what }): Breach => ({ law: 'undone', what })),
          ...(cards(after) === cards(before) ? [] : [{ law: 'undone', what: `"${cards(before)}" became "${cards(after)}"` } as const]),
        ]
        this.judge('undone', wrong(await this.patiently(wrong)))
        return true
      }
      case 'overview': {
        if (!this.isDraft(this.here.address) || this.here.title === this.words.overview) return false
        await this.leave()
        this.pass = null
        return this.toOverview()
      }
      case 'follow': {
        const link = this.here.links.find(({ text }) => text === move.link)
        if (!link) return false
        const before = this.here
        await reader.follow(link)
        await this.arrive(before)
        return true
      }
      default:
        return move satisfies never
    }
  }

  /** The same page in another tab: what stands here stands there, and what is said there stands here a moment later. */
  private async inOtherTab({ label, group, nth, say }: Extract<Move, { do: 'inOtherTab' }>): Promise<boolean> {
    const before = await this.steady()
    const page = await this.page.context().newPage()
    page.on('pageerror', (error) => this.complaints.push(`in another tab: ${error.message}`))
    try {
      const reader = new PageReader(page, { patience: 20_000 })
      await page.goto(`${this.url}${before.address}`)
      const there = await reader.read()
      this.judge('bothTabs', kept(before, there, 'bothTabs'))
      const field = there.fields.find((one) => one.label === label && one.group === group && one.nth === nth)
      const said = field && (await reader.say(field, say))
      if (!field || !said) return false
      await reader.leave()
      const key = keyOf(there, field)
      const known = this.known.get(key)
      this.changes += 1
      this.unsteady = true
      if (known) known.said = { say, at: this.changes }
      // what it is read as is shown once the field was left
      let now = said
      const wrong = (here: SeenPage): Breach[] => sameField(now, here, key)
      const until = Date.now() + 20_000
      do {
        now = await reader.read()
        // what has consequences is asked there too
        const asked = now.buttons.some(({ text }) => text === this.words.doIt)
        if (asked) await reader.press(this.words.doIt)
        if (asked) now = await reader.read()
        this.see(await this.reader.read())
      } while (wrong(this.here).length > 0 && Date.now() < until)
      this.judge('bothTabs', wrong(this.here))
    } finally {
      await page.close()
    }
    await this.page.bringToFront()
    this.see(await this.reader.read())
    return true
  }

  /** What has consequences is asked before it is done: yes, to each. */
  private async agree(): Promise<void> {
    const { doIt } = this.words
    while (this.here.buttons.some(({ text }) => text === doIt)) {
      const before = this.here
      await this.reader.press(doIt)
      await this.arrive(before, 400)
    }
  }

  /** "Continue" or "later": looks into the boxes of the page first. */
  private async goOn(button: string): Promise<boolean> {
    if (!this.here.buttons.some(({ text }) => text === button)) return false
    this.see(await this.reader.readInside())
    const before = this.here
    await this.markProblems()
    await this.reader.press(button)
    await this.arrive(before)
    await this.agree()
    const wrong = wayOnAfterNext(before, this.here)
    if (wrong.length > 0) await this.patiently((now) => wayOnAfterNext(before, now))
    this.judge('wayOn', wayOnAfterNext(before, this.here))
    if (this.here.problems.length > 0) return this.wasRefused()
    // what was filled in beforehand becomes an answer by going on
    if (before.fields.some((field) => field.value !== '' && !this.known.get(keyOf(before, field))?.said)) this.changes += 1
    for (const field of before.fields) {
      const known = this.known.get(keyOf(before, field))
      if (known) known.left = true
    }
    // "later" takes nothing over that was only offered: it may count as left
    const offered = (field: SeenField): boolean => !this.known.get(keyOf(before, field))?.said
    const fields = before.fields.map((field) => (button === this.words.later && offered(field) ? { ...field, value: '' } : field))
    await this.passOn({ ...before, fields })
    return true
  }

  private async passOn(before: SeenPage): Promise<void> {
    this.pass?.pages.push(before)
    if (!this.pass || this.here.title !== this.words.overview) return
    const { topic, pages } = this.pass
    this.pass = null
    const overview = await this.patiently((now) => neverOver(topic, pages, now))
    this.judge('neverOver', neverOver(topic, pages, overview))
  }

  /** A value that the page refuses again and again, though each one was what its words ask for. */
  private wasRefused(): boolean {
    for (const field of this.here.fields) {
      if (!field.error || field.value === '') continue
      const tried = this.refused.get(keyOf(this.here, field)) ?? new Set()
      tried.add(field.value)
      this.refused.set(keyOf(this.here, field), tried)
      this.judge(
        'canBeSaid',
        tried.size < 4
          ? []
          : [{ law: 'canBeSaid', what: `"${field.label}" (${this.here.title}) refuses ${[...tried].join(', ')}: ${field.error}` }],
      )
    }
    return true
  }

  /** Goes on, looks back, and goes forward again: nothing may have changed. */
  private async lookBack(): Promise<boolean> {
    if (!this.here.buttons.some(({ text }) => text === this.words.next)) return false
    const before = await this.steady()
    if (!(await this.goOn(this.words.next)) || this.here.problems.length > 0) return true
    const after = this.here
    if (after.address === before.address) return true
    const overtakes = before.fields.some((field) => field.value !== '' && !this.known.get(keyOf(before, field))?.said)
    if (!overtakes) {
      const steady = await this.patiently((now) => countGrows(before, now, 'continue'))
      this.judge('countGrows', countGrows(before, steady, 'continue'))
    }
    const pass = this.pass
    await this.page.goBack({ waitUntil: 'commit' })
    await this.arrive(after)
    const again = await this.patiently((now) => sameAgain(before, now))
    if (await this.standsNext(before, again)) {
      this.judge('sameAgain', [])
      return true
    }
    this.judge('sameAgain', sameAgain(before, again))
    await this.page.goForward({ waitUntil: 'commit' })
    await this.arrive(again)
    this.pass = pass
    return true
  }

  /** Questions that stood at the end of a page and are on the next one now, for others came in before them: "continue" leads to them. */
  private async standsNext(before: SeenPage, again: SeenPage): Promise<boolean> {
    const names = (page: SeenPage): Set<string> => new Set(page.fields.map((field) => keyOf(page, field)))
    const there = names(again)
    const gone = [...names(before)].filter((name) => !there.has(name))
    const onlyGone =
      sameAgain(before, again).length > 0 && sameAgain(before, { ...again, fields: [...before.fields, ...again.fields] }).length === 0
    if (gone.length === 0 || !onlyGone || !again.buttons.some(({ text }) => text === this.words.next)) return false
    this.pass = null
    await this.reader.press(this.words.next)
    await this.arrive(again)
    const next = names(this.here)
    if (gone.every((name) => next.has(name))) return true
    await this.page.goBack({ waitUntil: 'commit' })
    await this.arrive(this.here)
    return false
  }

  /** Leaves the field and waits until what follows from it stands there. */
  private async steady(): Promise<SeenPage> {
    await this.reader.leave()
    await this.page.waitForTimeout(this.unsteady ? 320 : 60)
    this.unsteady = false
    this.see(await this.reader.read())
    return this.here
  }

  /** Reads until nothing is wrong any more, or patience ends: what is drawn a moment later is no fault. */
  private async patiently(wrong: (now: SeenPage) => readonly Breach[], patience = 15_000): Promise<SeenPage> {
    const until = Date.now() + patience
    for (;;) {
      this.see(await this.reader.read())
      if (Date.now() > until || wrong(this.here).length === 0) return this.here
      await this.page.waitForTimeout(100)
    }
  }

  /** Goes away from a page by a link: keeps what stood there. */
  private async leave(): Promise<void> {
    if (this.here.fields.some(({ why }) => why === 'closed')) {
      this.see(await this.reader.readInside())
    }
    for (const field of this.here.fields) {
      const known = this.known.get(keyOf(this.here, field))
      if (known) known.left = true
    }
  }

  private async markProblems(): Promise<void> {
    await this.page.evaluate(`document.querySelectorAll('main [role=alert]').forEach((each) => each.setAttribute('data-read', ''))`)
  }

  /** Waits until another page stands there, or the same one says what is wrong. */
  async arrive(before: SeenPage, patience = 3_000): Promise<void> {
    await this.page
      // a function: a page under a strict policy makes no code of a string
      .waitForFunction(
        (address) => location.hash !== address || document.querySelector('main [role=alert]:not([data-read]) li') !== null,
        before.address,
        { timeout: patience, polling: 'raf' },
      )
      .catch(() => undefined)
    this.see(await this.reader.read())
    if (this.here.address !== before.address) this.unsteady = false
  }

  /** Takes note of a page that was read. */
  see(page: SeenPage): void {
    this.now = page
    for (const field of page.fields) {
      const key = keyOf(page, field)
      const known = this.known.get(key)
      // boxes are seen when the panel stands open
      const boxes = field.why === 'open' ? field.boxes : (known?.field.boxes ?? [])
      if (known) known.field = { ...field, boxes }
      else this.known.set(key, { field, title: page.title, address: page.address, said: null, left: false })
    }
  }

  /** A row that was taken away is looked for no more: by the link of its card, for its pages were called otherwise before it had a name. */
  private forget(name: string, list: SeenPage): void {
    const card = list.links.find(({ text }) => this.words.openRow.test(text) && text.replace(this.words.openRow, '') === name)
    for (const [key, { title, address }] of this.known)
      if (title === name || (card && (address === card.href || address.startsWith(`${card.href}/`)))) this.known.delete(key)
  }

  async speak(lang: Lang): Promise<void> {
    const before = this.here
    if (before.lang === lang) return
    await this.page.getByRole('button', { name: WORDS[lang].language, exact: true }).click()
    await this.arrive(before)
  }

  async toOverview(): Promise<boolean> {
    if (this.here.title === this.words.overview) return true
    return this.toPlace('tasks')
  }

  async toReview(): Promise<boolean> {
    return this.toPlace('review')
  }

  /** Through the address bar, as with a bookmark: pages are not left by chance here. */
  async toPlace(place: 'tasks' | 'review' | 'packet' | 'attachments'): Promise<boolean> {
    const [, lang, draft] = this.here.address.split('/')
    if (!lang || !draft || draft === 'info') return false
    await this.toAddress(`#/${lang}/${draft}/${place}`)
    return this.here.address.endsWith(`/${place}`)
  }

  async toAddress(address: string): Promise<void> {
    const before = this.here
    if (before.address === address) return
    await this.page.evaluate(`location.hash = ${JSON.stringify(address)}`)
    await this.arrive(before)
  }

  private isDraft = (address: string): boolean => address.split('/').length > 3 && !address.includes('/info/')

  judge(law: Breach['law'], breaches: readonly Breach[]): void {
    this.count(law)
    this.breaches.push(...breaches)
  }
  private count(law: Breach['law']): void {
    this.judged.set(law, (this.judged.get(law) ?? 0) + 1)
  }

  /** Answers that were given, as they stand now. */
  said(): (Said & { readonly key: string; readonly address: string })[] {
    return [...this.known].flatMap(([key, { field, title, address, said }]) =>
      said ? [{ key, address, field, page: title, say: said.say, boxes: field.boxes }] : [],
    )
  }

  /** The week as it stood on the hours page when it was seen last; null when it was never seen. */
  week(): TypedDay[] | null {
    const times = [...this.known.values()].filter(
      ({ field }) => field.control === 'time' && dayIn(field.label) !== null && !/terras|schenken|terrace|serving/i.test(field.group),
    )
    if (times.length === 0) return null
    const days = [...new Set(times.map(({ field }) => dayIn(field.label) ?? ''))]
    const value = (day: string, part: RegExp): string =>
      times.find(({ field }) => dayIn(field.label) === day && part.test(field.label))?.field.value ?? ''
    return days.map((day) => ({ day, open: value(day, /open|van/i), close: value(day, /dicht|sluit|tot|close/i) }))
  }

  /** Presses a button that gives a file, and keeps the file. */
  async download(button: string): Promise<Download> {
    const [download] = await Promise.all([this.page.waitForEvent('download', { timeout: 30_000 }), this.reader.press(button)])
    return download
  }
}

/** The same control wherever it is seen again. */
export function keyOf(page: SeenPage, field: SeenField): string {
  if (field.mark) return field.mark
  const [, , , ...where] = page.address.split('/')
  return `${where.slice(0, 2).join('/')}|${field.group}|${field.label}|${field.nth}`
}

/** What stood in the fields stands in them after a reload. A field may go when what was typed hides it. */
export function kept(before: SeenPage, after: SeenPage, law: 'kept' | 'bothTabs' = 'kept'): Breach[] {
  const now = new Map(after.fields.map((field) => [keyOf(after, field), field]))
  return before.fields.flatMap((field): Breach[] => {
    const again = now.get(keyOf(before, field))
    if (!again || field.control === 'file' || again.value === field.value) return []
    return [
      {
        law,
        what: `on "${before.title}", "${field.label}" was ${JSON.stringify(field.value)} and is ${JSON.stringify(again.value)} ${law === 'kept' ? 'after a reload' : 'in another tab'}`,
      },
    ]
  })
}

/** One field of the same page in two tabs. It may go in both when its own answer hides it. */
export function sameField(there: SeenPage, here: SeenPage, key: string): Breach[] {
  const [one, other] = [there, here].map((page) => page.fields.find((field) => keyOf(page, field) === key)?.value)
  return one === other
    ? []
    : [{ law: 'bothTabs', what: `on "${here.title}", ${key} is ${JSON.stringify(one)} in the other tab and ${JSON.stringify(other)} here` }]
}
