import type { Lang } from '../model/lang.ts'
import { highest } from '../model/util/extremes.ts'
import {
  BOTTOM,
  type Bookmark,
  type Inline,
  LEFT,
  type Measure,
  type Node,
  node,
  type Page,
  type Picture,
  type Place,
  type Role,
  type Shape,
  SIDEWAYS,
  type TextRun,
  TOP,
  type Weight,
  WIDTH,
} from './document.ts'
import { HYPHEN, type Line, placed, textOf, withLinks, wrap } from './type/wrap.ts'

export interface TextOptions {
  readonly size?: number
  readonly weight?: Weight
  readonly grey?: boolean
  readonly indent?: number
  readonly after?: number
  readonly origin?: string
  /** Written by the applicant: addresses in it do not become links. */
  readonly plain?: boolean
  readonly lang?: Lang | undefined
}

/** Fills pages from top to bottom; keeps track of the position on the page and of the current structure element. */
export class Flow {
  readonly pages: Page[] = []
  readonly bookmarks: Bookmark[] = []
  /** Destinations of links. */
  readonly places = new Map<string, Place>()
  private y = TOP
  private part = ''
  /** Its first page is the last one of another flow. */
  private readonly isShared: boolean = false
  private goingOn: string | null = null
  /** Of the parts begun from here on, when it differs from that of the file. */
  private lang: Lang | null = null
  /** One or more headings with nothing below them yet: their placements, and the bookmarks and places made with them. */
  private kept: { from: number; end: number; top: number; bookmarks: number; places: string[] } | null = null
  private section: Node
  private parent: Node
  /** Prose and tables are set tighter here. */
  private isTight = false

  constructor(
    private readonly measure: Measure,
    readonly root: Node,
    /** Number of the first page this flow makes, from 1. */
    private readonly firstPage: number,
    /** Where on that page it may begin, below what is there already; null: at the top. */
    below: number | null = null,
  ) {
    this.parent = root
    this.section = root
    if (below === null) return
    this.pages.push({ part: '', placements: [] })
    this.y = below
    this.isShared = true
  }

  get pageNumber(): number {
    return this.firstPage + this.pages.length - 1
  }

  /** Width of a text in points. */
  width(text: string, weight: Weight, size: number): number {
    return this.measure(text, weight, size)
  }

  /** Height of an empty page, in points. */
  get pageHeight(): number {
    return TOP - BOTTOM
  }

  get top(): number {
    return this.y
  }

  /** Line spacing of prose, per point of font size. */
  private get step(): number {
    return this.isTight ? 1.22 : 1.35
  }

  /** The same in a table. */
  get rowStep(): number {
    return this.isTight ? 1.18 : 1.3
  }

  /** Lays this out, set tighter if its last page would otherwise be less than a third full and that saves the page. Calls `layOut` up to three times. */
  saving<T>(layOut: () => T): T {
    const before = this.checkpoint()
    const usual = layOut()
    const { length } = this.pages
    const wentOn = (this.pages[before.pages - 1]?.placements.length ?? 0) > before.placements
    const isShort = (TOP - this.y) / this.pageHeight < 1 / 3
    // a part of a single page has no page to save
    if (!isShort || length <= before.pages + (wentOn ? 0 : 1)) return usual
    this.goBackTo(before)
    this.isTight = true
    try {
      const tight = layOut()
      if (this.pages.length < length) return tight
    } finally {
      this.isTight = false
    }
    this.goBackTo(before)
    return layOut()
  }

  private checkpoint() {
    const { y, part, kept, section, parent, pages, bookmarks, places, root } = this
    return {
      state: { y, part, kept, section, parent },
      pages: pages.length,
      placements: pages.at(-1)?.placements.length ?? 0,
      bookmarks: bookmarks.length,
      places: [...places],
      children: root.children.length,
    }
  }

  /** Drops everything laid out since. */
  private goBackTo({ state, pages, placements, bookmarks, places, children }: ReturnType<Flow['checkpoint']>): void {
    ;({ y: this.y, part: this.part, kept: this.kept, section: this.section, parent: this.parent } = state)
    this.pages.length = pages
    const last = this.pages.at(-1)
    if (last) last.placements.length = placements
    this.bookmarks.length = bookmarks
    this.places.clear()
    for (const [name, place] of places) this.places.set(name, place)
    this.root.children.length = children
  }

  /** Begins a part on a new page: its name is a bookmark, an entry in the table of contents, and the running head, unless `head` is given for that. */
  begin(part: string, head = part, landscape = false): void {
    this.part = head
    if (landscape) this.sheet(head, true)
    else this.newPage()
    this.beginPart(part)
  }

  /** Begins a part on the page of the previous one. `below`: height of what must stay with its name. */
  beginHere(part: string, below = 80): void {
    this.part = part
    if (this.pages.length === 0) this.newPage()
    if (this.y < TOP) this.gap(16)
    this.ensure(below)
    this.beginPart(part)
  }

  private beginPart(part: string): void {
    this.keep()
    this.section = node('Sect', this.lang === null ? {} : { lang: this.lang })
    this.root.children.push(this.section)
    this.parent = this.section
    this.bookmark(part, 1)
    this.place(placeOfPart(this.bookmarks.filter(({ level }) => level === 1).length - 1))
  }

  /** Parts begun from here on are in this language. */
  speak(lang: Lang): void {
    this.lang = lang
  }

  private bookmark(title: string, level: 1 | 2 | 3): void {
    this.bookmarks.push({ title, page: this.pageNumber, top: this.y, level })
  }

  /** Links to this name lead here. */
  place(name: string): void {
    this.places.set(name, { page: this.pageNumber, top: this.y })
    this.kept?.places.push(name)
  }

  newPage(): void {
    this.pages.push({ part: this.part, placements: [] })
    this.y = TOP
    if (this.goingOn === null) return
    this.text(LEFT, this.y - 9, this.goingOn, 9, 'bold', true, null, 'page')
    this.y -= 16
  }

  /** A page of an attachment, with its own running head. */
  sheet(head: string, landscape: boolean): void {
    this.part = head
    this.pages.push({ part: head, placements: [], ...(landscape && { landscape }) })
    this.y = landscape ? TOP - SIDEWAYS : TOP
  }

  picture(picture: Omit<Picture, 'kind'>): void {
    this.pages.at(-1)?.placements.push({ kind: 'picture', ...picture })
  }

  /** Names what is laid out here again, outside the reading order, on each page that it continues on. */
  within<T>(name: string, layOut: () => T): T {
    this.goingOn = textOf(this.wrap(name, 'bold', 9, WIDTH)[0] ?? { pieces: [], broken: false })
    try {
      return layOut()
    } finally {
      this.goingOn = null
    }
  }

  /** Begins a new page when this height no longer fits; a heading with nothing below it moves along. */
  ensure(height: number): void {
    if (this.y - height >= BOTTOM) return
    const { kept } = this
    const placements = this.pages.at(-1)?.placements
    if (
      kept === null ||
      !placements ||
      kept.end !== placements.length ||
      (kept.from === 0 && !(this.isShared && this.pages.length === 1))
    ) {
      this.newPage()
      return
    }
    const heading = placements.splice(kept.from)
    const taken = kept.top - this.y
    this.newPage()
    const up = this.y - kept.top
    for (const placed of heading) this.pages.at(-1)?.placements.push({ ...placed, y: placed.y + up })
    const moved = { page: this.pageNumber, top: this.y }
    for (const [index, bookmark] of this.bookmarks.entries()) if (index >= kept.bookmarks) this.bookmarks[index] = { ...bookmark, ...moved }
    for (const name of kept.places) this.places.set(name, moved)
    this.y -= taken
    this.kept = null
  }

  /** From here on, what is placed is kept with what comes next. */
  private keep(): void {
    const { length } = this.pages.at(-1)?.placements ?? []
    if (this.kept === null || this.kept.end !== length)
      this.kept = { from: length, end: length, top: this.y, bookmarks: this.bookmarks.length, places: [] }
  }

  private keptUntilHere(): void {
    if (this.kept) this.kept = { ...this.kept, end: this.pages.at(-1)?.placements.length ?? 0 }
  }

  space(height: number): void {
    this.y -= height
  }

  /** White space between blocks. */
  gap(height: number): void {
    this.space(this.isTight ? height * 0.6 : height)
  }

  add(role: Role, within: Node = this.parent, meaning: Parameters<typeof node>[1] = {}): Node {
    const made = node(role, meaning)
    within.children.push(made)
    return made
  }

  /** `below`: height of what must be on the same page. `names`: its bookmarks, when it also says what it is about. */
  heading(level: 1 | 2 | 3, text: string, below = 40, names: readonly string[] = [text]): void {
    const size = level === 1 ? 17 : level === 2 ? 12 : 10.5
    const lines = this.wrap(text, 'bold', size, WIDTH)
    if (level > 1) this.gap(level === 2 ? 5 : 3.5)
    this.ensure(lines.length * size * 1.25 + Math.max(below, 40))
    this.keep()
    if (level === 2) {
      this.parent = this.add('Sect', this.section)
      this.bookmarkWithin(names)
    }
    this.lines(lines, this.add(`H${level}`), { size, weight: 'bold' })
    this.gap(level === 1 ? 5 : 2.5)
    this.keptUntilHere()
  }

  /** The same in English, small, beneath a heading and kept with it. */
  readAlong(text: string | undefined, said: string): void {
    if (text === undefined || text === said) return
    const { kept } = this
    this.space(-2)
    const follows = kept !== null && kept.end === this.pages.at(-1)?.placements.length
    this.lines(this.wrap(text, 'regular', ALONG, WIDTH), this.add('P', undefined, { lang: 'en' }), { size: ALONG, grey: true })
    this.space(2)
    if (follows) this.keptUntilHere()
  }

  /** Parts without headings, because one paragraph covers them all: each has a bookmark, together they are one element. */
  quietPart(parts: readonly (readonly string[])[], height: number): void {
    this.ensure(height)
    this.parent = this.add('Sect', this.section)
    for (const names of parts) this.bookmarkWithin(names)
  }

  /** Bookmarks the section once, and below it each person or thing that it is about. */
  private bookmarkWithin([section = '', about]: readonly string[]): void {
    const current = this.bookmarks.findLast(({ level }) => level < 3)
    if (about === undefined || current?.level !== 2 || current.title !== section) this.bookmark(section, 2)
    if (about !== undefined) this.bookmark(about, 3)
  }

  paragraph(text: string, options: TextOptions = {}): void {
    const { size = 10, weight = 'regular', indent = 0, after = 5, plain, lang } = options
    const lines = plain ? this.wrap(text, weight, size, WIDTH - indent) : this.wrapLinked(text, weight, size, WIDTH - indent)
    this.lines(lines, this.add('P', undefined, lang && { lang }), options)
    this.gap(after)
  }

  /** A bulleted or numbered list. */
  list(items: readonly string[], options: TextOptions & { readonly numbered?: boolean } = {}): void {
    const { size = 10, weight = 'regular', numbered = false, origin = '' } = options
    const indent = numbered ? 18 : 12
    const list = this.add('L', undefined, { numbering: numbered ? 'Decimal' : 'None' })
    items.forEach((item, index) => {
      const element = this.add('LI', list)
      const lines = this.wrapLinked(item, weight, size, WIDTH - indent)
      // a long item breaks across pages, a short one stays together
      this.ensure(Math.min(lines.length, 4) * size * this.step)
      if (numbered) this.text(LEFT, this.y - size, `${index + 1}.`, size, weight, false, this.add('Lbl', element), origin)
      else this.shape({ x: LEFT + 2, y: this.y - 7, width: 3, height: 3, style: 'fill' })
      this.lines(lines, this.add('LBody', element), { ...options, indent })
      this.gap(2)
    })
    this.gap(4)
  }

  /** Table of contents: parts and their pages, as links, in one list or two side by side, each below its name. `page`: the word before a number;
   * `first`: index in the file of the first part of a list, from 0; `lang`: of its names, when it differs from that of the file. */
  contents(
    lists: readonly { readonly name: string; readonly parts: readonly Bookmark[]; readonly first: number; readonly lang?: Lang }[],
    page: string,
  ): void {
    const size = 8
    const step = size * 1.25
    const half = (WIDTH - 20) / 2
    const made = lists.map((list) => ({
      ...list,
      entries: list.parts.map((part, index) => {
        const says = `${page} ${part.page}`
        return { target: { says: `${part.title}, ${says}`, place: placeOfPart(list.first + index) }, title: part.title, says }
      }),
    }))
    const linesOf = (title: string, width: number): Line<null>[] => this.wrap(title, 'regular', size, width - 46)
    const heightOf = ({ entries }: (typeof made)[number]): number =>
      entries.reduce((sum, { title }) => sum + linesOf(title, half).length * step + 2.4, 13)
    // a very long name takes the whole width, and continues on the next page
    const beside = lists.length === 2 && made.every(({ entries }) => entries.every(({ title }) => linesOf(title, half).length <= 3))
    const tallest = highest(made.map(heightOf), 0)
    if (beside) this.ensure(tallest)
    const top = this.y
    const width = beside ? half : WIDTH
    made.forEach(({ name, entries, lang }, nth) => {
      const x = beside && nth === 1 ? LEFT + half + 20 : LEFT
      if (beside) this.y = top
      else this.ensure(40)
      if (name !== '') {
        this.text(x, this.y - 9, name, 9, 'bold', false, this.add('P'), 'contents')
        this.y -= 13
      }
      const list = this.add('TOC')
      for (const { title, target, says } of entries) {
        const link = this.add('Link', this.add('Reference', this.add('TOCI', list)), { target })
        const named = lang ? this.add('Span', link, { lang }) : link
        const lines = linesOf(title, width)
        lines.forEach((line, index) => {
          if (!beside) this.ensure(step + 3)
          this.text(x, this.y - size, textOf(line), size, 'regular', false, named, 'contents', line.broken)
          // after the last line of a name
          if (index === lines.length - 1)
            this.text(x + width - this.measure(says, 'regular', size), this.y - size, says, size, 'regular', false, link, 'contents')
          this.y -= step
        })
        this.y -= 2.4
        this.shape({ x, y: this.y + 0.5, width, height: 0.5, style: 'rule' })
      }
    })
    if (beside) this.y = top - tallest
    this.space(6)
  }

  /** Lines of one element, breaking across pages. */
  lines(
    lines: readonly Line<Inline | null>[],
    within: Node,
    { size = 10, weight = 'regular', grey = false, indent = 0, origin = '' }: TextOptions = {},
  ): void {
    const links = new Map<Inline, Node>()
    for (const line of lines) {
      this.ensure(size * this.step)
      this.line(line, LEFT + indent, this.y - size, within, { size, weight, grey, origin, links })
      this.y -= size * this.step
    }
  }

  /** One line; `links` holds the elements of the links in its text, as a long address continues on the next line. */
  line(
    line: Line<Inline | null>,
    x: number,
    y: number,
    within: Node,
    how: { size: number; weight: Weight; grey: boolean; origin: string; links: Map<Inline, Node> },
  ): void {
    const { size, weight, grey, origin, links } = how
    for (const { text, tag, at } of placed(line, this.measure, weight, size)) {
      let element = within
      if (tag) {
        element = links.get(tag) ?? ('lang' in tag ? this.add('Span', within, tag) : this.add('Link', within, { target: tag }))
        links.set(tag, element)
      }
      this.text(x + at, y, text, size, weight, grey || (tag !== null && 'lang' in tag), element, origin, line.broken)
    }
  }

  /** `within` null: the header of a table, repeated on its next page. */
  text(
    x: number,
    y: number,
    text: string,
    size: number,
    weight: Weight,
    grey: boolean,
    within: Node | null,
    origin: string,
    broken = false,
  ): void {
    if (text === '') return
    const run: TextRun = { kind: 'text', x, y, text, size, weight, grey, node: within, origin }
    const placements = this.pages.at(-1)?.placements
    placements?.push(within === null ? { ...run, artifact: 'repeated' } : broken ? { ...run, broken } : run)
    // an artifact: the hyphen is seen, but screen readers say the whole word
    if (broken && HYPHENATED.test(text))
      placements?.push({ ...run, x: x + this.measure(text, weight, size), text: HYPHEN, node: null, artifact: 'layout' })
  }

  /** Invisible text where a picture shows the same words, so that they are read aloud and found; scaled down to end on the page. */
  hidden(x: number, y: number, text: string, size: number, room: number, within: Node, origin = ''): void {
    if (text === '') return
    const width = this.measure(text, 'regular', size)
    const fitted = width > room ? Math.max(0.1, (size * room) / width) : size
    const run: TextRun = { kind: 'text', x, y, text, size: fitted, weight: 'regular', grey: false, node: within, origin, hidden: true }
    this.pages.at(-1)?.placements.push(run)
  }

  shape(shape: Omit<Shape, 'kind' | 'node'> & { node?: Node }): void {
    this.pages.at(-1)?.placements.push({ kind: 'rect', node: null, ...shape })
  }

  /** Breaks at spaces; a word wider than the line is broken where it must. */
  wrap(text: string, weight: Weight, size: number, width: number): Line<null>[] {
    return this.wrapParts([{ text, tag: null }], weight, size, width)
  }

  /** Whether a paragraph fits on the rest of this page. */
  hasRoom(text: string, size: number): boolean {
    return this.y - this.wrapLinked(text, 'regular', size, WIDTH).length * size * this.step >= BOTTOM
  }

  /** The same, with the addresses in it as links. */
  wrapLinked(text: string, weight: Weight, size: number, width: number): Line<Inline | null>[] {
    return this.wrapParts(withLinks(text), weight, size, width)
  }

  wrapParts<T>(parts: readonly { readonly text: string; readonly tag: T }[], weight: Weight, size: number, width: number): Line<T>[] {
    return wrap(parts, (text) => this.measure(text, weight, size), width)
  }

  moveTo(y: number): void {
    this.y = y
  }
}

/** Scripts in which a broken word gets a hyphen. */
const HYPHENATED = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Armenian}\p{Script=Georgian}]\p{M}*$/u

/** Font size of English beneath Dutch. */
export const ALONG = 7.5

/** Name of the place where a part begins, from 0. */
export const placeOfPart = (index: number): string => `part ${index}`
