import { type ElementHandle, errors, type Page } from 'playwright-core'
import { type FieldName, type FieldPart, readInPage, type SeenField, type SeenPage } from './in-page.ts'
import { Keys } from './keys.ts'

export type { ControlKind, FieldName, SeenField, SeenLink, SeenPage } from './in-page.ts'

/** What somebody says on a question. A text for one control; texts of options for ticks (all that shall be ticked); true or false for one tick;
 * a time with the tick "next day"; both days of a period (ISO, as a date control holds them). */
export type Say =
  | string
  | boolean
  | readonly string[]
  | { readonly time: string; readonly nextDay: boolean }
  | { readonly from: string; readonly until: string }

/** A mouse, with keys for text; the keyboard alone; or events inside the page, many times quicker than a mouse that moves, which see no button that moves
 * away or is covered. */
export type Hands = 'mouse' | 'keys' | 'page'

/** Reads and works a page as a person would: by headings, labels, hints and buttons. It knows nothing of facts, ids or forms. */
export class PageReader {
  /** Longest wait for something that a person would wait for, in milliseconds. */
  readonly patience: number
  readonly hands: Hands
  private readonly keys: Keys
  constructor(
    readonly page: Page,
    { patience = 10_000, hands = 'mouse' }: { readonly patience?: number; readonly hands?: Hands } = {},
  ) {
    this.patience = patience
    this.hands = hands
    this.keys = new Keys(page)
  }

  /** What stands on the page now. Waits until it is drawn. */
  async read(): Promise<SeenPage> {
    const until = Date.now() + this.patience
    for (;;) {
      const read = JSON.parse(await this.inside<string>('whenDrawn()')) as SeenPage
      // an address that leads nowhere shows another page, and keeps it
      if (read.drawn) return read
      if (Date.now() > until) throw new errors.TimeoutError(`the page is not drawn: ${read.address}: ${read.text.slice(0, 200)}`)
    }
  }

  /** The question with this label, or null. `group`: legend or card above it; `nth`: which of several with the same label. */
  async field(name: FieldName | string): Promise<SeenField | null> {
    const { label, group, nth } = typeof name === 'string' ? { label: name } : name
    const { fields } = await this.read()
    const match = fields.filter((each) => each.label === label && (group === undefined || each.group === group))
    return match.find((each) => nth === undefined || each.nth === nth) ?? null
  }

  /** Gives an answer: types, chooses, ticks. Throws when the page has no such question or no such option. A field that was just read is not read again. */
  async set(name: FieldName | SeenField | string, say: Say): Promise<void> {
    const of: FieldName = typeof name === 'string' ? { label: name } : { label: name.label, ...pick(name) }
    const field = typeof name === 'object' && 'control' in name ? name : await this.field(of)
    if (!field) throw new NotOnPage(`no question "${of.label}"${of.group ? ` under "${of.group}"` : ''}`)
    const exact: FieldName = { label: field.label, group: field.group, nth: field.nth }
    const refuse = (): never => {
      throw new NotOnPage(`"${field.label}" is answered with ${field.control}, not with ${JSON.stringify(say)}`)
    }
    switch (field.control) {
      case 'radio':
        if (typeof say !== 'string') return refuse()
        return this.choose(exact, say)
      case 'ticks': {
        if (typeof say === 'string' || !Array.isArray(say)) return refuse()
        for (const text of say)
          if (!field.options.some((option) => option.text === text)) throw new NotOnPage(`"${field.label}" does not offer "${text}"`)
        // away first: a tick that stands alone drops the others
        for (const { text, chosen } of field.options) if (chosen && !say.includes(text)) await this.tick({ ...exact, option: text }, false)
        for (const text of say) await this.tick({ ...exact, option: text }, true)
        return
      }
      case 'tick':
        if (typeof say !== 'boolean') return refuse()
        return this.tick(exact, say)
      case 'select': {
        if (typeof say !== 'string') return refuse()
        const control = await this.control(exact)
        // the first line of a select says "choose": an empty answer is that line
        if (this.hands === 'keys') await this.keys.choose(control, say)
        else await control.selectOption(say === '' ? { index: 0 } : { label: say })
        return
      }
      case 'time': {
        if (typeof say === 'string') return this.fill(exact, say)
        if (typeof say !== 'object' || !('time' in say)) return refuse()
        await this.fill(exact, say.time)
        if (field.nextDay !== null) await this.tick({ ...exact, part: 'nextDay' }, say.nextDay)
        return
      }
      case 'period': {
        if (typeof say !== 'object' || !('from' in say)) return refuse()
        await this.fill(exact, say.from)
        return this.fill({ ...exact, part: 'until' }, say.until)
      }
      case 'file':
        throw new NotOnPage(`"${field.label}" wants a file: use attach`)
      default:
        if (typeof say !== 'string') return refuse()
        return this.fill(exact, say)
    }
  }

  /** Gives an answer as `set` does, in one go inside the page: focus, a click or an input event, and what stands there afterwards. Many times
   * quicker than a mouse that moves; it sees no button that moves away. Null when the page has no such question or option. */
  async say(field: SeenField, say: Say): Promise<SeenPage | null> {
    const { label, group, nth } = field
    const on = (value: string | boolean, more: FieldPart = {}): [FieldName & FieldPart, string | boolean] => [
      { label, group, nth, ...more },
      value,
    ]
    const steps: [FieldName & FieldPart, string | boolean][] =
      field.control === 'radio' && typeof say === 'string'
        ? [on(true, { option: say })]
        : field.control === 'ticks' && typeof say === 'object' && !('time' in say) && !('from' in say)
          ? [
              ...field.options.filter(({ text, chosen }) => chosen && !say.includes(text)).map(({ text }) => on(false, { option: text })),
              ...say.map((text) => on(true, { option: text })),
            ]
          : typeof say === 'string' || typeof say === 'boolean'
            ? [on(say)]
            : 'time' in say
              ? [on(say.time), ...(field.nextDay === null ? [] : [on(say.nextDay, { part: 'nextDay' })])]
              : 'from' in say
                ? [on(say.from), on(say.until, { part: 'until' })]
                : []
    if (steps.length === 0) return null
    return JSON.parse(await this.inside<string>(`say(${JSON.stringify(steps)})`)) as SeenPage | null
  }

  /** Chooses a file for the control with this label. */
  async attach(
    name: FieldName | string,
    file: { readonly name: string; readonly mimeType: string; readonly buffer: Buffer },
  ): Promise<void> {
    const of: FieldName = typeof name === 'string' ? { label: name } : name
    const control = await this.control(of)
    await control.setInputFiles(file)
  }

  /** Leaves the control that has the focus, as a person does who clicks beside it. */
  async leave(): Promise<void> {
    await this.page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur())
  }

  /** Presses a button by its words. `under`: heading above it. Throws when it is not there. */
  async press(text: string, under?: string): Promise<void> {
    const button = await this.element({ button: { text, ...(under === undefined ? {} : { under }) } })
    if (!button) throw new NotOnPage(`no button "${text}"${under ? ` under "${under}"` : ''}`)
    await this.click(button)
  }

  /** Follows a link of the page by its words, or the link with this address. */
  async follow(link: { readonly text: string; readonly href?: string }): Promise<void> {
    const seen = await this.read()
    const found = seen.links.find((each) => each.text === link.text && (link.href === undefined || each.href === link.href))
    if (!found) throw new NotOnPage(`no link "${link.text}"`)
    const there = await this.page
      .locator(`main a[href=${JSON.stringify(found.href)}]`)
      .first()
      .elementHandle({ timeout: this.patience })
    if (!there) throw new NotOnPage(`no link "${link.text}"`)
    await this.click(there)
  }

  private async click(what: ElementHandle<HTMLElement | SVGElement>): Promise<void> {
    if (this.hands === 'keys') await this.keys.press(what)
    else if (this.hands === 'page') await what.dispatchEvent('click')
    else await what.click({ timeout: this.patience })
  }

  /** Opens every "Why do we ask this?" on the page, and reads: the boxes of each question stand in what is read. */
  async readInside(): Promise<SeenPage> {
    await this.page.evaluate(OPEN_WHYS)
    return this.read()
  }

  private async choose(of: FieldName, option: string): Promise<void> {
    await this.on({ ...of, option }, (control) =>
      this.hands === 'keys' ? this.keys.toggle(control, true) : control.check({ timeout: this.patience, force: true }),
    )
  }

  private async tick(of: FieldName & FieldPart, on: boolean): Promise<void> {
    await this.on(of, async (control) => {
      if (this.hands === 'keys') await this.keys.toggle(control, on)
      else if ((await control.isChecked()) !== on) await control.click({ timeout: this.patience })
    })
  }

  private async fill(of: FieldName & FieldPart, text: string): Promise<void> {
    await this.on(of, async (control) => {
      if ((await control.inputValue()) === text) return
      if (this.hands === 'keys') await this.keys.type(control, text)
      else await control.fill(text, { timeout: this.patience })
    })
  }

  /** What follows from the answer before may draw the page anew just now: then the control is looked for again. */
  private async on(of: FieldName & FieldPart, act: (control: ElementHandle<HTMLElement | SVGElement>) => Promise<void>): Promise<void> {
    for (let tries = 0; ; tries += 1) {
      try {
        return await act(await this.control(of))
      } catch (error) {
        if (tries > 2 || !(error instanceof Error) || !error.message.includes('not attached')) throw error
      }
    }
  }

  private async control(of: FieldName & FieldPart): Promise<ElementHandle<HTMLElement | SVGElement>> {
    const found = await this.element({ field: of })
    if (!found) throw new NotOnPage(`no control "${of.label}"${of.option ? `: "${of.option}"` : ''}`)
    return found
  }

  /** Calls one of the functions that were put into the page. */
  private async inside<T>(call: string): Promise<T> {
    const found = await this.page.evaluate<T | undefined>(`${EYES}?.${call}`)
    if (found !== undefined) return found
    await this.install()
    return this.page.evaluate<T>(`${EYES}.${call}`)
  }

  /** Once a document: sent with every look, these functions took a fifth of the time of a walk. */
  private async install(): Promise<void> {
    if (!(await this.page.evaluate(`${EYES} !== undefined`))) await this.page.evaluate(INSTALL)
  }

  private async element(find: NonNullable<Parameters<typeof readInPage>[0]>): Promise<ElementHandle<HTMLElement | SVGElement> | null> {
    await this.install()
    const handle = await this.page.evaluateHandle(`${EYES}.read(${JSON.stringify(find)})`)
    return handle.asElement() as ElementHandle<HTMLElement | SVGElement> | null
  }
}

/** What was looked for does not stand on the page. */
export class NotOnPage extends Error {}

/** Where the functions below stand in a page. */
const EYES = 'window.eyesOfReader'
/** Sent as text, and what they read comes back as text: a page of two hundred fields is many small values otherwise. A page under a strict policy makes no code of its own.
 * Some transpilers leave calls of `__name` in a function. */
const INSTALL = `(() => {
  const __name = (each) => each
  const read = ${readInPage.toString()}
  const frame = () => new Promise((done) => requestAnimationFrame(done))
  const whenDrawn = async () => {
    let now = read(null)
    for (let frames = 0; !(now.drawn && now.arrived) && frames < 60; frames += 1) {
      await frame()
      now = read(null)
    }
    return JSON.stringify(now)
  }
  const say = async (steps) => {
    for (const [what, value] of steps) {
      const control = read({ field: what })
      if (!control) return 'null'
      control.scrollIntoView({ block: 'center' })
      control.focus()
      if (typeof value === 'boolean') {
        if (control.checked !== value) control.click()
      } else if (control instanceof HTMLSelectElement) {
        const option = [...control.options].find((each) => each.text.replace(/\\s+/g, ' ').trim() === value)
        if (!option) return 'null'
        control.value = option.value
        control.dispatchEvent(new Event('change', { bubbles: true }))
      } else {
        // past the setter that React puts on a control, as a key does
        Object.getOwnPropertyDescriptor(Object.getPrototypeOf(control), 'value').set.call(control, value)
        control.dispatchEvent(new Event('input', { bubbles: true }))
      }
      await frame()
    }
    return JSON.stringify(read(null))
  }
  ${EYES} = { read, whenDrawn, say }
})()`
/** What stands behind "why" is looked up when it opens: the event of opening comes a frame later. */
const OPEN_WHYS = `(async () => {
  const closed = [...document.querySelectorAll('main form details:not([open])')]
  for (const each of closed) each.open = true
  if (closed.length > 0) await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 20)))
})()`
const pick = ({ group, nth }: FieldName): Partial<FieldName> => ({
  ...(group === undefined ? {} : { group }),
  ...(nth === undefined ? {} : { nth }),
})
