import type { PacketContent } from '../engine/assessment.ts'
import { printDate } from '../engine/forms/print.ts'
import { addAll } from '../model/util/add-all.ts'
import { BOTTOM, HEAD, LEFT, type Measure, node, type PacketDocument, type Page, RIGHT, WIDTH } from './document.ts'
import { Flow } from './flow.ts'
import { layOutAfter } from './parts/after.ts'
import { layOutBefore } from './parts/before.ts'
import { layOutCover } from './parts/cover.ts'
import { type Continued, layOutForm } from './parts/form.ts'
import { TEXTS } from './texts.ts'

/** Lays the packet out: pure, the same content gives the same pages. `hash` is the checksum of the embedded answers. */
export function layOut(content: PacketContent, hash: string, measure: Measure): PacketDocument {
  const words = TEXTS[content.lang]
  // the cover names the pages of the parts, so it is made last, as often as its own length turns out otherwise
  for (let coverPages = 1; ; coverPages++) {
    const body = new Flow(measure, node('Document'), coverPages + 1)
    const signing = content.part === 'signing'
    if (!signing) layOutBefore(body, content, words)
    const continued: Continued[] = signing ? [] : content.forms.flatMap((form) => layOutForm(body, form, words))
    layOutAfter(body, content, hash, continued, words)
    const cover = new Flow(measure, node('Document'), 1)
    layOutCover(cover, content, hash, body.bookmarks, words)
    if (cover.pages.length > coverPages) continue
    const pages = [...cover.pages, ...body.pages]
    pages.forEach((page, index) => {
      decorate(page, index + 1, pages.length, content, measure)
    })
    const root = node('Document')
    addAll(root.children, [...cover.root.children, ...body.root.children])
    return {
      pages,
      root,
      bookmarks: [...cover.bookmarks, ...body.bookmarks],
      lang: content.lang,
      title: content.title,
      colour: content.colours.primary ?? '#1f3d7a',
    }
  }
}

/** Running head and foot: the same on every page, outside the reading order. */
function decorate(page: Page, number: number, total: number, content: PacketContent, measure: Measure): void {
  const words = TEXTS[content.lang]
  const put = (x: number, y: number, text: string, weight: 'regular' | 'bold' = 'regular', size = 8): void => {
    if (text) page.placements.push({ kind: 'text', x, y, text, size, weight, grey: true, node: null, origin: 'page' })
  }
  const top = HEAD
  page.placements.push({ kind: 'rect', x: LEFT, y: top - 4, width: 15, height: 15, style: 'fill', node: null })
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
    origin: 'page',
  })
  put(LEFT + 21, top, content.variantName, 'bold')
  const part = shortened(page.part, measure, WIDTH - 220)
  put(LEFT + 110, top, part)
  put(RIGHT - measure(content.kenmerk, 'bold', 8), top, content.kenmerk, 'bold')
  page.placements.push({ kind: 'rect', x: LEFT, y: top - 8, width: WIDTH, height: 0.5, style: 'rule', node: null })
  const foot = BOTTOM - 24
  const { ruleSet, dates } = content.assessment
  put(LEFT, foot, `${ruleSet.id} ${ruleSet.version} · ${printDate(dates.today, content.lang)}`)
  const pages = `${words.page} ${number} ${words.of} ${total}`
  put(RIGHT - measure(pages, 'regular', 8), foot, pages)
}

function shortened(text: string, measure: Measure, width: number): string {
  if (measure(text, 'regular', 8) <= width) return text
  let short = text
  while (short.length > 1 && measure(`${short}…`, 'regular', 8) > width) short = short.slice(0, -1)
  return `${short}…`
}
