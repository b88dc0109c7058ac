import type { PacketContent } from '../engine/assessment.ts'
import { formatDate } from '../engine/forms/format.ts'
import { addAll } from '../model/util/add-all.ts'
import { type AttachedFile, layOutAttached } from './attached-pages.ts'
import {
  type Artifact,
  BOTTOM,
  type Bookmark,
  HEAD,
  LEFT,
  type Measure,
  node,
  type PacketDocument,
  type Page,
  RIGHT,
  SIDEWAYS,
  WIDTH,
} from './document.ts'
import { Flow } from './flow.ts'
import type { FilledForm } from './official/fill.ts'
import { layOutOfficial } from './official/lay-out-official.ts'
import { unfilledForms } from './official/unfilled.ts'
import { layOutColophon, layOutCoverage } from './parts/account.ts'
import { layOutAfter } from './parts/after.ts'
import { layOutBefore } from './parts/before.ts'
import { layOutCover } from './parts/cover-page.ts'
import { type Continued, layOutForm } from './parts/form.ts'
import { layOutRouting } from './parts/routing.ts'
import type { Substituted } from './substituted.ts'
import { TEXTS } from './texts.ts'

/** Lays out the packet: pure, the same content gives the same pages. `hash`: checksum of the embedded answers; `substituted`: boxes in which code
 * points replace characters; `attached`: the embedded files, which come last; `filled`: filled-in PDFs of the town that replace our layout, by form. */
export function layOut(
  content: PacketContent,
  hash: string,
  measure: Measure,
  substituted: readonly Substituted[] = [],
  attached: readonly AttachedFile[] = [],
  filled: ReadonlyMap<string, FilledForm> = new Map(),
): PacketDocument {
  const packet = { content, hash, measure, substituted, attached, filled }
  // the cover names the pages of the parts, so it is laid out last, and all again as long as it ends elsewhere than the body assumed
  for (let end: CoverEnd = { pages: 1, below: null }, tries = 0; ; tries++) {
    const body = bodyAfter(packet, end)
    const cover = coverBefore(packet, body)
    const ended = endOf(cover, content, tries)
    if (ended.pages === end.pages && ended.below === end.below) return together(packet, cover, body, end)
    end = ended
  }
}

/** What `layOut` is given. */
interface Laid {
  readonly content: PacketContent
  readonly hash: string
  readonly measure: Measure
  readonly substituted: readonly Substituted[]
  readonly attached: readonly AttachedFile[]
  readonly filled: ReadonlyMap<string, FilledForm>
}

/** All that comes after the cover. */
interface Body {
  readonly flow: Flow
  /** Something in its first half says whom to ask already. */
  readonly saysWhomToAsk: boolean
}

function bodyAfter({ content, hash, measure, substituted, attached, filled }: Laid, end: CoverEnd): Body {
  const flow = new Flow(measure, node('Document'), end.pages + (end.below === null ? 1 : 0), end.below)
  const forTown = content.town ?? content
  const words = TEXTS[forTown.lang]
  const signing = content.part === 'signing'
  // a signing or desk part has nothing for the applicant
  const { saysWhomToAsk } =
    signing || content.part === 'desk' ? { saysWhomToAsk: true } : flow.saving(() => layOutBefore(flow, content, TEXTS[content.lang]))
  if (forTown.lang !== content.lang) flow.speak(forTown.lang)
  if (!signing)
    flow.saving(() => {
      layOutRouting(flow, forTown, words)
      layOutCoverage(flow, forTown, words)
      layOutColophon(flow, forTown, hash, words)
    })
  const continued = signing ? [] : layOutForms(flow, forTown, filled, attached.length)
  layOutAfter(flow, forTown, hash, { continued, substituted: signing ? [] : substituted }, words)
  layOutAttached(flow, attached, forTown.lang, words)
  return { flow, saysWhomToAsk }
}

/** `drawings`: how many there are before those of the filled-in forms, whose index goes on from there. */
function layOutForms(flow: Flow, { forms, lang, signers }: PacketContent, filled: Laid['filled'], drawings: number): Continued[] {
  const order = [...filled.keys()]
  return forms.flatMap((form, index) => {
    const paper = { form, words: TEXTS[lang], lang, signers, row: null }
    const official = filled.get(form.id)
    return official
      ? layOutOfficial(flow, paper, index + 1, official, drawings + order.indexOf(form.id))
      : flow.saving(() => layOutForm(flow, paper, index + 1))
  })
}

function coverBefore({ content, hash, measure, filled }: Laid, { flow: body, saysWhomToAsk }: Body): Flow {
  const cover = new Flow(measure, node('Document'), 1)
  const forTown = content.town ?? content
  const parts = body.bookmarks.filter(({ level }) => level === 1)
  // by its title in the words of the town, which is that of its part
  const unfilled = unfilledForms(content, filled).map(({ id, title }) => ({
    title,
    part: forTown.forms.find((form) => form.id === id)?.title ?? title,
  }))
  const after = { parts, places: body.places, townWords: TEXTS[forTown.lang], saysWhomToAsk, unfilled }
  layOutCover(cover, content, hash, after, TEXTS[content.lang])
  return cover
}

/** Cover and body as one document, with its running heads and feet. */
function together({ content, measure }: Laid, cover: Flow, { flow: body }: Body, end: CoverEnd): PacketDocument {
  const pages = joined(cover.pages, body.pages, end.below !== null)
  decorateAll(pages, content, body.bookmarks, measure)
  const root = node('Document')
  addAll(root.children, [...cover.root.children, ...body.root.children])
  return {
    pages,
    root,
    bookmarks: [...cover.bookmarks, ...body.bookmarks],
    places: body.places,
    lang: content.lang,
    title: content.title,
    colour: content.colours.primary ?? '#1f3d7a',
  }
}

/** Running heads and feet. Each part for the town counts its own sheets. */
function decorateAll(pages: readonly Page[], content: PacketContent, bookmarks: readonly Bookmark[], measure: Measure): void {
  const words = TEXTS[content.lang]
  const forTown = content.town ?? content
  const townWords = TEXTS[forTown.lang]
  const otherwise = content.part === 'signing' ? 1 : Number.POSITIVE_INFINITY
  const town = bookmarks.find(({ title }) => title === townWords.forTown)?.page ?? otherwise
  const countOf = new Map<string, number>()
  for (const { part } of pages) countOf.set(part, (countOf.get(part) ?? 0) + 1)
  const seen = new Map<string, number>()
  pages.forEach((page, index) => {
    const nth = (seen.get(page.part) ?? 0) + 1
    seen.set(page.part, nth)
    const isTown = index + 1 >= town
    const below = isTown
      ? `${townWords.townHalf} · ${townWords.sheet} ${nth} ${townWords.of} ${countOf.get(page.part)}`
      : words.forApplicant
    decorate(page, { number: index + 1, total: pages.length, below }, isTown ? forTown : content, measure)
  })
}

/** Number of pages of a cover, and how far down its last one is used; null: what follows begins on a new page. */
interface CoverEnd {
  readonly pages: number
  readonly below: number | null
}

/** A cover that takes half a page may share it with what else is for the applicant. Where the layout does not converge, they do not share a page. */
function endOf(cover: Flow, { part }: PacketContent, tries: number): CoverEnd {
  const left = (cover.top - BOTTOM) / cover.pageHeight
  return { pages: cover.pages.length, below: part === 'whole' && left > 0.4 && tries < 4 ? cover.top : null }
}

function joined(cover: readonly Page[], body: readonly Page[], isShared: boolean): Page[] {
  const [last, first] = [cover.at(-1), body[0]]
  if (!isShared || !last || !first) return [...cover, ...body]
  return [...cover.slice(0, -1), { part: last.part, placements: [...last.placements, ...first.placements] }, ...body.slice(1)]
}

/** Running head and foot: the same on every page, outside the reading order. `below`: for whom or what the page is. */
export function decorate(
  page: Page,
  { number, total, below }: { readonly number: number; readonly total: number; readonly below: string },
  content: PacketContent,
  measure: Measure,
): void {
  const words = TEXTS[content.lang]
  // a landscape page is wider and lower
  const [right, width, top] = page.landscape ? [RIGHT + SIDEWAYS, WIDTH + SIDEWAYS, HEAD - SIDEWAYS] : [RIGHT, WIDTH, HEAD]
  let artifact: Artifact = 'head'
  const put = (x: number, y: number, text: string, weight: 'regular' | 'bold' = 'regular', size = 8): void => {
    if (text) page.placements.push({ kind: 'text', x, y, text, size, weight, grey: true, node: null, artifact, origin: 'page' })
  }
  const square = { x: LEFT, y: top - 4, width: 15, height: 15, node: null, artifact } as const
  if (content.mark) page.placements.push({ kind: 'mark', ...square, mark: content.mark })
  else {
    page.placements.push({ kind: 'rect', ...square, style: 'fill' })
    const letter = content.variantName.slice(0, 1).toUpperCase()
    page.placements.push({
      kind: 'text',
      x: LEFT + 7.5 - measure(letter, 'bold', 10) / 2,
      y: top,
      text: letter,
      size: 10,
      weight: 'bold',
      grey: false,
      white: true,
      node: null,
      artifact,
      origin: 'page',
    })
  }
  put(LEFT + 21, top, content.variantName, 'bold')
  const part = shortened(page.part, measure, width - 220)
  put(LEFT + 110, top, part)
  put(right - measure(content.reference, 'bold', 8), top, content.reference, 'bold')
  page.placements.push({ kind: 'rect', x: LEFT, y: top - 8, width, height: 0.5, style: 'rule', node: null, artifact })
  artifact = 'foot'
  const foot = BOTTOM - 20
  const { ruleSet, dates } = content.assessment
  put(LEFT, foot, `${ruleSet.id} ${ruleSet.version} · ${formatDate(dates.today, content.lang)}`)
  put(LEFT + 200, foot, below)
  const pages = `${words.page} ${number} ${words.of} ${total}`
  put(right - measure(pages, 'regular', 8), foot, pages)
}

function shortened(text: string, measure: Measure, width: number): string {
  let [short, used] = ['', measure('…', 'regular', 8)]
  if (text.length < 200 && measure(text, 'regular', 8) <= width) return text
  for (const letter of text) {
    used += measure(letter, 'regular', 8)
    if (used > width) break
    short += letter
  }
  return `${short}…`
}
