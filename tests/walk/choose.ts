import type { SeenField, SeenPage } from './in-page.ts'
import type { Chance } from './random.ts'
import { answerTo, dayIn, type Person, wrongAnswerTo } from './say.ts'
import { keyOf, type Move, type Walker } from './walk.ts'
import { type Lang, WORDS } from './words.ts'

/** Postcodes that people know, by the name of the town on the list. A town that is not here is chosen from the list. */
const POSTCODES: readonly (readonly [RegExp, readonly string[], string])[] = [
  [/^Amsterdam Centrum/, ['1012 AB', '1017 CK', '1016 BV'], 'Amsterdam'],
  [/^Amsterdam Nieuw-West/, ['1062 AB', '1068 BC'], 'Amsterdam'],
  [/^Amsterdam Noord/, ['1031 AB', '1025 HG'], 'Amsterdam'],
  [/^Amsterdam Oost/, ['1091 AB', '1093 CD'], 'Amsterdam'],
  [/^Amsterdam West/, ['1052 AB', '1055 CD'], 'Amsterdam'],
  [/^Amsterdam Zuidoost/, ['1102 AB', '1101 CD'], 'Amsterdam'],
  [/^Amsterdam Zuid/, ['1071 AB', '1073 CD'], 'Amsterdam'],
  [/^Amsterdam$/, ['1012 AB'], 'Amsterdam'],
  [/^Weesp/, ['1381 AB', '1382 CD'], 'Weesp'],
  [/^Breda/, ['4811 AB', '4818 CD'], 'Breda'],
  [/^Nijmegen/, ['6511 AB', '6512 CD'], 'Nijmegen'],
  [/^Rotterdam/, ['3011 AB', '3012 CN'], 'Rotterdam'],
]
const ANYWHERE = [['2511 AB'], 'Den Haag'] as const

export function personIn(town: string, today: string): Person {
  const [, postcodes, city] = POSTCODES.find(([name]) => name.test(town)) ?? [null, ...ANYWHERE]
  return { postcodes, city, today }
}

/** How somebody is inclined: drawn once a walk. */
interface Habits {
  /** What the application is for, so often what is short. */
  readonly short: boolean
  readonly leavesOptional: number
  readonly leavesRequired: number
  readonly looksBack: number
  readonly changesMind: number
  /** Topics and lists to work on after the first questions. */
  readonly visits: number
}

/** Somebody who decides, page by page, what to do next. The same seed decides the same on the same pages. */
export class Chooser {
  private person: Person | null = null
  private readonly habits: Habits
  private readonly decided = new Set<string>()
  private visits = 0
  private presses = 0
  private rows = 0
  private stops = 0
  private avoid = false
  private readonly saidSince = new Set<string>()
  private readonly plan: Move[] = []
  private stuck = { address: '', times: 0 }

  constructor(
    private readonly chance: Chance,
    /** For what was added later: the other decisions stay what they were. */
    private readonly more: Chance,
    private readonly today: string,
    private readonly lang: Lang,
  ) {
    this.habits = {
      short: chance.often(0.45),
      leavesOptional: 0.5,
      leavesRequired: chance.pick([0, 0, 0.05, 0.3]),
      looksBack: chance.pick([0.1, 0.3, 0.6]),
      changesMind: 0.04,
      visits: chance.whole(1, 3),
    }
  }

  /** The next move; null when the walk is over and goes to the packet. */
  next(walker: Walker): Move | null {
    const planned = this.plan.shift()
    if (planned) return planned
    const { here } = walker
    if (this.presses > 160) return null
    this.presses += 1
    if (this.presses === 1 && here.lang !== this.lang) return { do: 'chooseEnglish' }
    if (here.fields.some(({ control }) => control === 'file') && here.buttons.some(({ text }) => text === this.words.begin))
      return this.begin(here)
    if (here.title === this.words.overview) return this.fromOverview(here)
    if (here.buttons.some(({ text }) => text === this.words.next)) {
      const add = here.buttons.find(({ text }) => this.words.add.test(text) && text !== this.words.next && !this.words.addRole.test(text))
      if (here.fields.some((field) => dayIn(field.label) && field.control === 'time' && field.mark === '')) return this.onHours(here)
      if (add && here.fields.some(({ label }) => label === this.words.all)) return this.onList(here, add.text)
      return this.onQuestions(walker)
    }
    const change = here.links.find(({ text }) => text === this.words.changeAnswer)
    if (change && this.stops < 6) {
      // the form is not for this answer: another one is looked for
      this.stops += 1
      this.decided.clear()
      this.avoid = true
      return { do: 'follow', link: change.text }
    }
    // a page that only tells: on to the overview, which has all
    return this.visits >= this.habits.visits ? null : { do: 'overview' }
  }

  private begin(here: SeenPage): Move {
    const towns = here.fields.find(({ control }) => control === 'select')?.options.map(({ text }) => text) ?? []
    const town = this.chance.pick(towns)
    this.person = personIn(town, this.today)
    const known = POSTCODES.some(([name]) => name.test(town))
    return { do: 'begin', postcode: known && this.chance.often(0.4) ? this.chance.pick(this.person.postcodes) : '', town }
  }

  private onQuestions(walker: Walker): Move {
    const { chance, habits } = this
    const { here } = walker
    const canWait = here.buttons.some(({ text }) => text === this.words.later)
    const times = this.stuck.address === here.address ? this.stuck.times + 1 : 0
    this.stuck = { address: here.address, times }
    for (const field of here.fields) {
      if (field.disabled || field.control === 'file') continue
      const key = keyOf(here, field)
      // a message stays until the page is sent again: what was said since then may be right
      const isWrong =
        !this.saidSince.has(key) &&
        (field.error !== '' || (here.problems.length > 0 && field.value === '' && !field.optional && field.mark !== ''))
      if (this.decided.has(key) && !isWrong) continue
      const wasDecided = this.decided.has(key)
      this.decided.add(key)
      this.saidSince.add(key)
      if (isWrong && canWait && field.value === '' && chance.often(0.5)) return { do: 'later' }
      if (!isWrong) {
        if (field.value !== '' && !this.avoid && !chance.often(habits.changesMind)) continue
        if (field.optional && chance.often(habits.leavesOptional)) continue
        if (canWait && !field.optional && chance.often(habits.leavesRequired)) continue
        if (field.control === 'tick') continue
      } else if (wasDecided && times > 12) return canWait ? { do: 'later' } : this.toWork(here)
      const move = this.say(
        this.avoid && field.control === 'radio' ? { ...field, options: field.options.filter(({ chosen }) => !chosen) } : field,
      )
      this.avoid = false
      const wrong = field.value === '' && chance.often(0.15) ? wrongAnswerTo(field, chance) : null
      if (wrong === null) return move
      this.plan.push(move)
      return { do: 'sayWrong', label: field.label, group: field.group, nth: field.nth, say: wrong }
    }
    if (here.problems.length > 0 && canWait && times > 3) return { do: 'later' }
    if (chance.often(0.02)) return { do: 'otherLanguage' }
    const elsewhere = here.fields.filter(({ control, disabled }) => !disabled && control !== 'file' && control !== 'tick')
    if (elsewhere.length > 0 && this.more.often(0.05)) {
      const said = this.say(this.more.pick(elsewhere), this.more)
      if (said.do === 'say') return { ...said, do: 'inOtherTab' }
    }
    if (chance.often(0.03)) return { do: 'reload' }
    if (chance.often(0.02)) return { do: 'back' }
    const reuse = here.buttons.find(({ text }) => this.words.reuse.test(text))
    if (reuse && chance.often(0.3) && !this.decided.has(`${here.address}|${reuse.text}`)) {
      this.decided.add(`${here.address}|${reuse.text}`)
      return { do: 'press', button: reuse.text, under: reuse.under }
    }
    if (canWait && chance.often(habits.leavesRequired / 2)) return { do: 'later' }
    this.saidSince.clear()
    return { do: chance.often(habits.looksBack) ? 'lookBack' : 'continue' }
  }

  private get words(): (typeof WORDS)[Lang] {
    return WORDS[this.lang]
  }

  private say(field: SeenField, chance = this.chance): Move {
    const person = this.person ?? personIn('', this.today)
    const isReason = this.words.what.test(field.label)
    const short = field.options.find(({ text }) => this.words.manager.test(text))
    const fresh = field.options.find(({ text }) => this.words.newBusiness.test(text))
    const say =
      isReason && short && this.habits.short
        ? short.text
        : isReason && fresh && chance.often(0.5)
          ? fresh.text
          : answerTo(field, person, chance)
    return { do: 'say', label: field.label, group: field.group, nth: field.nth, say }
  }

  /** Days of the week: the first, copied or not, or a few of them. */
  private onHours(here: SeenPage): Move {
    const { chance } = this
    const inside = here.fields.filter(
      (field) =>
        field.control === 'time' &&
        dayIn(field.label) &&
        field.group === (here.fields.find(({ control }) => control === 'time')?.group ?? ''),
    )
    const late = chance.often(0.3)
    const [open, close] = [`${chance.pick(['09', '10', '11'])}:00`, late ? `0${chance.whole(1, 3)}:00` : `${chance.whole(17, 22)}:00`]
    const days = [...new Set(inside.map(({ label }) => dayIn(label)))]
    const copies = chance.often(0.5)
    const chosen = copies ? days.slice(0, 1) : days.filter(() => chance.often(0.6))
    for (const field of inside) {
      if (!chosen.includes(dayIn(field.label))) continue
      const isOpening = !/dicht|sluit|tot|close/i.test(field.label)
      this.plan.push({ do: 'say', label: field.label, group: field.group, nth: field.nth, say: isOpening ? open : close })
    }
    const copy = here.buttons.find(({ text }) => text === this.words.sameEveryDay)
    if (copies && copy) this.plan.push({ do: 'press', button: copy.text, under: copy.under })
    const all = here.fields.find(({ label }) => label === this.words.allHours)
    if (all && chance.often(0.8)) this.plan.push({ do: 'say', label: all.label, group: all.group, nth: all.nth, say: true })
    if (chance.often(0.2)) this.plan.push({ do: 'reload' })
    this.plan.push({ do: 'continue' })
    return this.plan.shift() as Move
  }

  private onList(here: SeenPage, add: string): Move {
    const { chance } = this
    const tried = `${here.address}|list`
    const remove = here.buttons.find(({ text }) => this.words.remove.test(text))
    if (remove && chance.often(0.25) && !this.decided.has(`${here.address}|undo`)) {
      this.decided.add(`${here.address}|undo`)
      return { do: 'removeAndUndo', button: remove.text }
    }
    if (remove && chance.often(0.08))
      return { do: 'press', button: remove.text, under: here.buttons.find(({ text }) => text === remove.text)?.under ?? '' }
    if (!this.decided.has(tried) && this.rows < 3 && chance.often(0.8)) {
      if (chance.often(0.7)) this.decided.add(tried)
      this.rows += 1
      return { do: 'press', button: add, under: here.buttons.find(({ text }) => text === add)?.under ?? '' }
    }
    const all = here.fields.find(({ label }) => label === this.words.all)
    if (all && all.value === '' && !this.decided.has(`${here.address}|all`) && chance.often(0.75)) {
      this.decided.add(`${here.address}|all`)
      return { do: 'say', label: all.label, group: all.group, nth: all.nth, say: true }
    }
    this.decided.add(tried)
    return { do: 'continue' }
  }

  /** What is told with a count is work; lists inside a topic are links of their own. */
  private fromOverview(here: SeenPage): Move | null {
    if (this.visits >= this.habits.visits) return null
    return this.toWork(here)
  }

  private toWork(here: SeenPage): Move {
    const { chance } = this
    if (here.title !== this.words.overview) return { do: 'overview' }
    this.visits += 1
    const work = here.links.filter(
      ({ text }) =>
        ![this.words.outcome, this.words.review, this.words.packet, this.words.attachments, this.words.search].some(
          (each) => each === text,
        ) && !this.words.beginNow.test(text),
    )
    const open = work.filter(({ beside }) => this.words.todo.test(beside))
    const hours = work.find(({ text }) => this.words.hours.test(text))
    if (hours && chance.often(0.3)) return { do: 'visit', link: hours.text }
    if (work.length === 0) return { do: 'visit', link: this.words.review }
    return { do: 'visit', link: chance.pick(open.length > 0 && chance.often(0.8) ? open : work).text }
  }
}
