import type { ResolvedCollection } from '../../src/model/variant.ts'
import { ATTACHMENTS } from '../../src/ui/text/later/attachments.ts'
import { OUTCOME } from '../../src/ui/text/later/outcome.ts'
import { PRESETS } from '../../src/ui/text/later/presets.ts'
import { UNDO } from '../../src/ui/text/later/undo.ts'
import { NL } from '../../src/ui/text/nl.ts'
import type { PageReader, Say, SeenField, SeenLink, SeenPage } from '../walk/page-reader.ts'
import type { Subject, WantedRole, Wants } from './wants.ts'

/** What hands did with a mouse for what is pressed and a keyboard for what is typed, and the pages that were seen. */
export interface Effort {
  /** Buttons, links, ticks, a list opened and an option chosen in it. */
  clicks: number
  /** In fields, the one that leads to the field included. */
  keys: number
  /** Answers given or found filled in. */
  answers: number
  /** From mouse to keyboard or back. */
  switches: number
  pages: number
}

/** Where page and example do not say the same. */
export interface Doubt {
  /** `asked`: a page asks what the example does not say. `offered`: a page fills in what it does not say. `never`: no page asks for what it says. */
  readonly kind: 'asked' | 'offered' | 'never'
  readonly key: string
  readonly page: string
  readonly text: string
}

/** Somebody who wants to say what an example says, and has nothing but the pages to say it: links, buttons, labels. */
export class Entry {
  readonly effort: Effort = { clicks: 0, keys: 0, answers: 0, switches: 0, pages: 0 }
  readonly doubts: Doubt[] = []
  /** Everything that stood on a page as the example wants it. */
  private readonly said = new Set<string>()
  /** Rows of the example that have a card. */
  private readonly made = new Set<string>()
  private readonly log: (line: string) => void
  /** On this page something is chosen among parties, and the one that is wanted has no card yet. */
  private waits = false

  constructor(
    readonly reader: PageReader,
    readonly wants: Wants,
    log: (line: string) => void = () => undefined,
    /** Looks at every page that is come to. */
    private readonly visit: (seen: SeenPage) => Promise<void> = () => Promise.resolve(),
  ) {
    this.log = log
  }

  /** From the start page, which is open, to the page of the packet. */
  async enter(): Promise<void> {
    await this.begin()
    await this.tree()
    await this.overview()
    await this.attachments()
    // whoever has no paper is asked what it would show
    await this.overview()
    await this.review()
    for (const key of this.wants.keys()) {
      if (!this.said.has(key) && !/^role\.(kind|target)@/.test(key)) this.doubt('never', key, '', '')
    }
  }

  private async begin(): Promise<void> {
    const { wants } = this
    const seen = await this.look()
    const town = seen.fields.find(({ label }) => label === NL.start.town)
    if (town?.value !== wants.variant.name) await this.say(town ?? { label: NL.start.town }, wants.variant.name)
    await this.onward(NL.start.beginButton)
  }

  private async tree(): Promise<void> {
    for (let pages = 0; pages < 40; pages += 1) {
      const seen = await this.look()
      if (seen.title === NL.outcome.title) {
        // what may stop the plan is asked before anybody applies, and what makes the outcome exact is offered
        const exact = seen.links.find(({ text }) => /^Beantwoord eerst \d+ vra/.test(text) || text === OUTCOME.nl.toExact)
        if (exact) {
          await this.follow(exact.text)
          continue
        }
        // nothing is left where the tree asked all there is
        await this.follow(seen.links.some(({ text }) => text === NL.outcome.go) ? NL.outcome.go : NL.toTasks)
        return
      }
      if (seen.title === NL.stop.title) throw new Error(`the tree stops: ${seen.text}`)
      await this.fillPage(null)
      await this.onward(NL.next, 'or to a question more')
    }
    throw new Error('the tree does not end')
  }

  /** Topic by topic, then the lists of each, until the overview says that all is done. */
  private async overview(): Promise<void> {
    const { variant } = this.wants
    const topics = new Set(variant.topics.map(({ label }) => label.nl))
    const lists = new Map(variant.collections.filter(({ id }) => id !== 'roles' && id !== 'parties').map(({ id, label }) => [label.nl, id]))
    /** Topics that were looked through for what may stay empty. */
    const swept = new Set<string>()
    for (let round = 0; round < 12; round += 1) {
      const names = (await this.look()).links.filter(({ text }) => topics.has(text) || lists.has(text))
      let worked = false
      for (const { text: name, href } of names) {
        // what was answered meanwhile may have closed it
        const link = (await this.reader.read()).links.find((each) => each.text === name && each.href === href)
        const list = lists.get(name)
        const waits = list !== undefined && this.waiting(list)
        if (!link || !(isOpen(link) || waits)) continue
        worked = true
        await this.follow(name, href)
        if (list === undefined) await this.topic()
        else await this.list(list, null)
        if ((await this.reader.read()).title !== NL.tasks.title) throw new Error(`"${name}" does not lead back to the overview`)
      }
      if (worked) continue
      // nothing has to be said any more: what somebody still wants to say is looked for where it belongs
      const label = variant.topics.find(
        ({ id, label: { nl } }) => !swept.has(nl) && this.unsaid(id) && names.some(({ text }) => text === nl),
      )?.label.nl
      if (label !== undefined) {
        swept.add(label)
        await this.follow(label)
        await this.topic()
        continue
      }
      const list = names.find(({ text }) => lists.has(text) && !swept.has(text) && this.unsaidIn(lists.get(text) ?? ''))
      if (list === undefined) return
      swept.add(list.text)
      await this.follow(list.text, list.href)
      await this.list(lists.get(list.text) ?? '', null, true)
    }
    const left = (await this.look()).links.filter(isOpen).map(({ text, beside }) => `${text} ${beside}`)
    throw new Error(`the overview does not come to an end: ${left.join('; ')}`)
  }

  /** Is there something to say about the case under this topic that no page has asked yet? */
  private unsaid(topic: string): boolean {
    return this.wants
      .keys()
      .concat([...this.wants.answers.leftEmpty])
      .some((key) => !/@(?!business$)/.test(key) && !this.said.has(key) && this.wants.question(key.split('@')[0] ?? '')?.topic === topic)
  }

  /** The same for the rows of a list. */
  private unsaidIn(collection: string): boolean {
    return this.wants.rows(collection, null).some((row) => this.unsaidOf(row))
  }

  private unsaidOf(row: string): boolean {
    return this.wants.keys().some((key) => key.endsWith(`@${row}`) && !this.said.has(key))
  }

  private async topic(): Promise<void> {
    for (let pages = 0; pages < 30; pages += 1) {
      const seen = await this.look()
      if (seen.title === NL.tasks.title) return
      if (!seen.buttons.some(({ text }) => text === NL.next)) return this.follow(NL.toTasks)
      await this.fillPage(null)
      await this.onward(NL.next)
    }
    throw new Error('a topic does not end')
  }

  /** Is there something to say about a row of this list that could not be said before? */
  private waiting(collection: string): boolean {
    return this.wants.rows(collection, null).some((row) => !this.made.has(row) || this.elsewhere(row).length > 0)
  }

  /** Roles of a party in others that have a card by now, and that were not said yet. */
  private elsewhere(row: string): WantedRole[] {
    return this.wants.roles(row).filter(({ id, of }) => of !== null && this.made.has(of) && !this.said.has(id))
  }

  /** @param sweeps opens the cards of which something could be said that need not be said */
  private async list(collection: string, parent: string | null, sweeps = false): Promise<void> {
    const { variant } = this.wants
    const one = variant.collections.find(({ id }) => id === collection)
    if (!one) throw new Error(collection)
    const title = (await this.look()).title
    if (one.subject === 'hours') return this.hours()
    for (const row of this.wants.rows(collection, parent)) {
      if (this.made.has(row)) continue
      await this.onward(await this.cardFor(one, row))
      this.made.add(row)
      await this.row(row, title)
      await this.nested(row, parent, title)
    }
    // what could not be said before: a party that had no card yet
    for (const row of this.wants.rows(collection, parent)) {
      const cards = await this.cards()
      const card = cards[this.wants.rows(collection, parent).indexOf(row)]
      if (!card || !(isOpen(card) || this.elsewhere(row).length > 0 || (sweeps && this.unsaidOf(row)))) continue
      await this.open(card)
      await this.row(row, title)
      await this.nested(row, parent, title)
    }
    await this.tick(NL.list.complete, this.wants.isComplete(collection, parent))
    await this.onward(NL.next)
  }

  /** The button that adds this row: of a card that waits for somebody with its roles, else the one that adds an empty row. */
  private async cardFor({ one, expected }: ResolvedCollection, row: string): Promise<string> {
    const add = NL.list.add(one.nl)
    const labels = new Map(this.wants.variant.roles.map(({ id, label }) => [id, label.nl]))
    const has = new Set(this.wants.roles(row).flatMap(({ label, of }) => (of === null ? [label] : [])))
    const fits = (expected ?? []).filter(({ roles }) => roles.every((role) => has.has(labels.get(role) ?? '')))
    const { buttons } = await this.reader.read()
    const waits = fits.map(({ label }) => `${PRESETS.nl.fillIn}: ${label.nl}`)
    return waits.find((text) => buttons.some((button) => button.text === text)) ?? add
  }

  /** Links that open the cards of a list, in order, with what the card says beside them. */
  private async cards(): Promise<SeenLink[]> {
    const { links, cards } = await this.reader.read()
    const left = [...cards]
    return links.flatMap((link) => {
      if (!link.text.startsWith(`${NL.list.edit}: `)) return []
      const at = left.findIndex(({ title }) => link.text === `${NL.list.edit}: ${title}`)
      const [card] = at < 0 ? [] : left.splice(at, 1)
      return [{ ...link, beside: card?.text ?? '' }]
    })
  }

  private async open(card: SeenLink): Promise<void> {
    await this.follow(card.text, card.href)
  }

  /** All pages of a row, until its list stands there again. */
  private async row(row: string, list: string): Promise<void> {
    for (let pages = 0; pages < 30; pages += 1) {
      const seen = await this.look()
      if (seen.title === list) return
      if (pages === 0) await this.roles(row, seen)
      const waits = await this.fillPage(row)
      await this.onward(waits ? NL.later : NL.next)
    }
    throw new Error(`${row} does not end`)
  }

  private async roles(row: string, seen: SeenPage): Promise<void> {
    for (const role of this.wants.roles(row)) {
      if (role.of !== null || this.said.has(role.id)) continue
      const ticks = seen.fields.find(({ options }) => options.some(({ text }) => text === role.label))
      if (!ticks) throw new Error(`no page offers the role "${role.label}"`)
      const chosen = (await this.reader.field(ticks))?.options.filter(({ chosen }) => chosen).map(({ text }) => text) ?? []
      await this.say(ticks, [...chosen, role.label])
      this.said.add(role.id)
    }
    for (const role of this.elsewhere(row)) {
      await this.press(NL.party.addRole)
      const selects = (await this.reader.read()).fields.filter(({ label, control }) => label === NL.party.of && control === 'select')
      const of = selects.at(-1)
      const kind = (await this.reader.read()).fields.filter(({ label, control }) => label === NL.party.roles && control === 'select').at(-1)
      if (!of || !kind || role.of === null) throw new Error(`a role in another company cannot be said: "${role.label}"`)
      await this.say(kind, role.label)
      await this.say(of, this.wants.nameOf(role.of))
      this.said.add(role.id)
    }
  }

  /** Lists of one party: they stand under its own questions. */
  private async nested(row: string, parent: string | null, list: string): Promise<void> {
    if (parent !== null) return
    const { variant } = this.wants
    const lists = variant.collections.filter(({ per, id }) => per === 'party' && id !== 'roles')
    if (!['person', 'company'].includes(this.wants.answers.rows.get(row)?.subject ?? '')) return
    const card = (await this.cards())[this.wants.rows(this.wants.answers.rows.get(row)?.collection ?? '', null).indexOf(row)]
    if (!card) return
    await this.open(card)
    const names = new Map(lists.map(({ id, label }) => [label.nl, id]))
    const visited = new Set<string>()
    for (;;) {
      const link = (await this.look()).links.find(
        (each) => names.has(each.text) && !visited.has(each.text) && (each.beside.includes(NL.list.open) || isOpen(each)),
      )
      if (!link) break
      visited.add(link.text)
      await this.follow(link.text, link.href)
      await this.list(names.get(link.text) ?? '', row)
    }
    await this.follow(list)
  }

  private async hours(): Promise<void> {
    const { wants } = this
    const read = (row: string, name: string): string => String(wants.answers.values.get(`hours.${name}@${row}`) ?? '')
    const night = (id: string): string => wants.question('hours.night')?.options?.find((each) => each.id === id)?.label.nl ?? id
    for (const row of wants.rows('hours', null)) {
      const group = read(row, 'purpose') === 'serving' ? NL.hours.serving : (NL.hours.place[read(row, 'place')] ?? '')
      for (const edge of ['open', 'close'] as const)
        await this.say({ label: `${night(read(row, 'night'))}, ${NL.hours[edge]}`, group }, read(row, edge).replace('+1', ''))
      this.made.add(row)
      for (const name of ['place', 'night', 'season', 'purpose', 'open', 'close']) this.said.add(`hours.${name}@${row}`)
    }
    await this.reader.leave()
    await this.tick(NL.hours.complete, wants.isComplete('hours', null))
    await this.onward(NL.next)
  }

  private async attachments(): Promise<void> {
    const link = (await this.look()).links.find(({ text }) => text === NL.tasks.attachments)
    if (!link) return
    await this.follow(NL.tasks.attachments)
    const seen = await this.look()
    for (const field of seen.fields) {
      if (field.label !== ATTACHMENTS.nl.later && field.label !== ATTACHMENTS.nl.noneOfThese) continue
      const wish = this.wants.attachment(field.group)
      if (wish === undefined) this.doubt('asked', `attachment ${field.group}`, seen.title, field.group)
      else if ((wish === 'none') === (field.label === ATTACHMENTS.nl.noneOfThese)) await this.say(field, true)
    }
    await this.follow(NL.toTasks)
  }

  /** Nothing may be missing there; then on to the packet. */
  private async review(): Promise<void> {
    await this.follow(NL.tasks.review)
    const seen = await this.look()
    if (!seen.messages.some(({ text }) => text.includes(NL.review.complete)))
      throw new Error(`still missing: ${seen.messages.map(({ text }) => text).join('; ')}`)
    await this.follow(NL.tasks.packet)
  }

  /** Answers all that stands on the page and what appears meanwhile; true when a choice among parties has to wait for one that has no card yet. */
  private async fillPage(subject: Subject): Promise<boolean> {
    const done = new Set<string>()
    this.waits = false
    let seen = await this.reader.read()
    let quiet = QUIET_READS
    for (let looks = 0; looks < 300; looks += 1) {
      const left = seen.fields.filter((field) => !done.has(nameOf(field)))
      if (left.length === 0) {
        if (quiet === QUIET_READS) return this.waits
        // what follows from the last answer may be drawn a moment later, and on a busy machine some moments
        await new Promise((later) => setTimeout(later, 20))
        seen = await this.reader.read()
        quiet += 1
        continue
      }
      quiet = 0
      for (const field of left) {
        done.add(nameOf(field))
        const after = await this.answer(subject, field, seen)
        if (after) {
          seen = after
          break
        }
      }
    }
    throw new Error('the page does not stop asking')
  }

  /** What stands there afterwards, when the page may have changed by it. */
  private async answer(subject: Subject, field: SeenField, seen: SeenPage): Promise<SeenPage | null> {
    const wish = this.wants.wishFor(subject, field, seen.title)
    if (!wish) return null
    const now = shownIn(field)
    if (wish.kind === 'silent') {
      if (field.value !== '') this.doubt('offered', wish.key, seen.title, field.value)
      else if (!field.optional) this.doubt('asked', wish.key, seen.title, field.label)
      return null
    }
    if (field.control === 'select' && typeof wish.say === 'string' && !field.options.some(({ text }) => text === wish.say)) {
      this.waits = true
      return null
    }
    this.said.add(wish.key)
    if (wish.say === null) return null
    if (same(now, wish.say)) {
      this.effort.answers += field.value === '' ? 0 : 1
      return null
    }
    const after = await this.say(field, wish.say)
    return TYPED.has(field.control) ? null : (after ?? (await this.reader.read()))
  }

  private doubt(kind: Doubt['kind'], key: string, page: string, text: string): void {
    if (!this.doubts.some((each) => each.key === key && each.kind === kind)) this.doubts.push({ kind, key, page, text })
  }

  // Hands: each gesture is counted.

  private async look(): Promise<SeenPage> {
    const seen = await this.reader.read()
    this.effort.pages += 1
    await this.visit(seen)
    this.log(`${seen.title} ${seen.position ? `(${seen.position.number}/${seen.position.total})` : ''}`)
    return seen
  }

  private async say(field: Pick<SeenField, 'label'> & Partial<SeenField>, say: Say): Promise<SeenPage | null> {
    this.log(`  ${field.label}${field.group ? ` (${field.group})` : ''}: ${JSON.stringify(say)}`)
    this.effort.answers += 1
    if (typeof say === 'string' && field.control !== 'radio' && field.control !== 'select') this.type(1 + keysFor(say, field.control))
    else if (typeof say === 'object' && 'time' in say) this.type(5)
    else if (typeof say === 'object' && 'from' in say) this.type(18)
    else if (Array.isArray(say)) {
      const chosen = (field.options ?? []).filter((option) => option.chosen).map(({ text }) => text)
      this.click([...say, ...chosen].filter((text) => !(say.includes(text) && chosen.includes(text))).length)
    } else this.click(field.control === 'select' ? 2 : 1)
    const seen = 'control' in field ? (field as SeenField) : this.reader.hands === 'page' ? await this.reader.field(field) : null
    const after = this.reader.hands === 'page' && seen ? await this.reader.say(seen, say) : null
    if (!after) await this.reader.set(seen ?? field, say)
    return after
  }

  private at: 'mouse' | 'keyboard' = 'mouse'

  private click(times: number): void {
    if (times > 0) this.move('mouse')
    this.effort.clicks += times
  }

  private type(keys: number): void {
    this.move('keyboard')
    this.effort.keys += keys
  }

  private move(to: 'mouse' | 'keyboard'): void {
    if (this.at !== to) this.effort.switches += 1
    this.at = to
  }

  private async tick(label: string, on: boolean): Promise<void> {
    const field = (await this.reader.read()).fields.find((each) => each.label === label)
    if (!field) throw new Error(`no tick "${label}"`)
    if ((field.value === 'on') !== on) await this.say(field, on)
  }

  /** Presses a button as soon as it stands there. */
  async press(text: string): Promise<void> {
    this.click(1)
    const until = Date.now() + this.reader.patience
    while (!(await this.reader.read()).buttons.some((button) => button.text === text) && Date.now() < until)
      await new Promise((done) => setTimeout(done, 20))
    await this.reader.press(text)
  }

  /** Presses a button that leads to another page; in the tree an answer that was typed may also bring the next question to the same page. */
  private async onward(text: string, orTo?: 'or to a question more'): Promise<void> {
    const before = await this.reader.read()
    await this.press(text)
    let more = 0
    for (let reads = 0; reads < 200; reads += 1) {
      const seen = await this.reader.read()
      if (seen.address !== before.address) return
      // what an exact answer turns is told first
      if (seen.buttons.some((button) => button.text === UNDO.nl.before.doIt)) await this.press(UNDO.nl.before.doIt)
      more = seen.fields.length > before.fields.length ? more + 1 : 0
      if (orTo !== undefined && (more > 20 || (more > 0 && seen.problems.length > 0))) return
      if (seen.problems.length > 0) throw new Error(`"${seen.title}" refuses: ${seen.problems.join('; ')}`)
      await new Promise((done) => setTimeout(done, 20))
    }
    throw new Error(`"${text}" on "${before.title}" leads nowhere`)
  }

  private async follow(text: string, href?: string): Promise<void> {
    this.click(1)
    await this.reader.follow(href === undefined ? { text } : { text, href })
  }
}

/** So often nothing new stands on a page before it is left. */
const QUIET_READS = 3
const TYPED: ReadonlySet<string> = new Set(['text', 'textarea', 'date', 'time', 'period'])
const nameOf = ({ group, label, nth }: SeenField): string => `${group}|${label}|${nth}`
/** "nog 3 vragen", "(2, nog 1 vraag)", "Nog te doen: 2 vragen en 1 lijst", "Nog 1 vraag mag leeg blijven". */
const isOpen = ({ beside }: SeenLink): boolean => /\bnog (te doen|\d+ (vra|lijst))/i.test(beside)

/** What stands in a control, as somebody would say it. */
function shownIn(field: SeenField): Say {
  if (field.control === 'ticks') return field.options.filter(({ chosen }) => chosen).map(({ text }) => text)
  if (field.control === 'time') return { time: field.value, nextDay: field.nextDay ?? false }
  if (field.control === 'period') {
    const [from = '', until = ''] = field.value.split('/')
    return { from, until }
  }
  return field.value
}

const same = (a: Say, b: Say): boolean =>
  Array.isArray(a) && Array.isArray(b)
    ? a.length === b.length && a.every((text) => b.includes(text))
    : JSON.stringify(a) === JSON.stringify(b)

/** A date is eight digits and a time four: the control writes the rest itself. Shift counts as a key. */
function keysFor(text: string, control: string | undefined): number {
  if (control === 'date' || control === 'time') return text.replace(/\D/g, '').length
  return [...text].length + [...text].filter((letter) => letter !== letter.toLowerCase()).length
}
