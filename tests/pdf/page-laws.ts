import dutch from 'hyphen/nl/index.js'
import { PDFDocument } from 'pdf-lib'
import type { PacketContent } from '../../src/engine/assessment.ts'
import { BOTTOM, type Measure, type Node, type PacketDocument, TOP } from '../../src/pdf/document.ts'
import { layOut } from '../../src/pdf/lay-out.ts'
import { embedTypeface } from '../../src/pdf/type/typeface.ts'
import { FONTS } from './packets.ts'

let measure: Measure | null = null

/** A packet as it is laid out, with the widths of the typeface it is printed in. */
export async function pagesOf(content: PacketContent): Promise<PacketDocument> {
  measure ??= (await embedTypeface(await PDFDocument.create(), FONTS)).measure
  return layOut(content, 'a'.repeat(64), measure)
}

/** How much of a page is used, from its top down to its last text: 1 is all. */
const usedOf = ({ placements }: PacketDocument['pages'][number]): number => {
  const lowest = placements.reduce((low, one) => (one.node ? Math.min(low, one.y) : low), TOP)
  return (TOP - lowest) / (TOP - BOTTOM)
}

/** What a reader would call a bad page, in words: less than a third used although the part goes on, a heading or the head of a table alone at the foot. */
export function badPages({ pages, bookmarks, root }: PacketDocument): string[] {
  const begins = new Set(bookmarks.filter(({ level, top }) => level === 1 && top > TOP - 1).map(({ page }) => page))
  const rows = rowOfHeader(root)
  return pages.flatMap((page, index) => {
    const number = index + 1
    const isLast = number === pages.length || begins.has(number + 1)
    const used = Math.round(usedOf(page) * 100)
    const last = page.placements.findLast((one) => one.kind === 'text' && one.node)
    const at = `page ${number} (${page.part})`
    return [
      ...(isLast || used >= 33 ? [] : [`${at} is used for ${used}%`]),
      ...(last?.node && /^H\d$/.test(last.node.role) ? [`${at} ends with a heading`] : []),
      ...(last?.node && rows.has(last.node) ? [`${at} ends with the head of a table`] : []),
    ]
  })
}

/** Headers of columns, where a table has lines below them. */
function rowOfHeader(root: Node): Set<Node> {
  const found = new Set<Node>()
  const walk = (node: Node): void => {
    if (node.role === 'TH' && node.scope === 'Column') found.add(node)
    for (const child of node.children) walk(child)
  }
  walk(root)
  return found
}

/** Where the number of each box of a form stands, from the left: `form:number`. Boxes in tables have columns of their own, and an answer of many lines
 * has the whole width. */
export function placesOf({ pages, root }: PacketDocument, { forms }: PacketContent): Map<string, Set<number>> {
  const long = new Set(
    forms.flatMap(({ id, sections }) =>
      sections.flatMap(({ instances }) =>
        instances.flatMap(({ boxes }) => boxes.flatMap(({ key, text }) => ((text?.length ?? 0) > 80 ? [`${id}:${key}`] : []))),
      ),
    ),
  )
  const labels = new Set<Node>()
  const walk = (node: Node, inTable: boolean): void => {
    if (node.role === 'Lbl' && !inTable) labels.add(node)
    for (const child of node.children) walk(child, inTable || node.role === 'Table')
  }
  walk(root, false)
  const found = new Map<string, Set<number>>()
  for (const one of pages.flatMap(({ placements }) => placements)) {
    if (one.kind !== 'text' || !one.node || !labels.has(one.node) || one.size !== 8 || long.has(one.origin)) continue
    const key = `${one.origin.split(':')[0]}:${one.text}`
    found.set(key, (found.get(key) ?? new Set()).add(Math.round(one.x)))
  }
  return found
}

/** Words that go on in the next line elsewhere than between two syllables or behind a sign, as they are printed: `Aanwezigheidsvergunnin|g`. */
export function badCuts({ pages }: PacketDocument): string[] {
  const runs = pages.flatMap(({ placements }) => placements).filter((one) => one.kind === 'text')
  return runs.flatMap((run, index) => {
    if (!run.broken) return []
    const next = runs.slice(index + 1).find(({ node, text }) => node === run.node && text !== '')
    const [before, after] = [run.text.split(/\s/).at(-1) ?? '', next?.text.split(/\s/)[0] ?? '']
    const [left, right] = [/[\p{L}\p{M}]*$/u.exec(before)?.[0] ?? '', /^[\p{L}\p{M}]*/u.exec(after)?.[0] ?? '']
    if (/[/@._\-?&=\u2013]$/.test(before)) return []
    const cuts = dutch.hyphenateSync(left + right, { hyphenChar: '|' }).split('|')
    const ends = cuts.map((_, at) => cuts.slice(0, at + 1).join(''))
    return left !== '' && right !== '' && ends.includes(left) ? [] : [`${before}|${after}`]
  })
}

/** Headings that lie more than one level below the heading before them: a reader program misses the level between (ISO 14289-1, 7.4.2). */
export function skippedLevels({ root }: PacketDocument): string[] {
  const found: string[] = []
  let before = 0
  const walk = ({ role, children }: Node): void => {
    const [, level] = /^H(\d)$/.exec(role) ?? []
    if (level !== undefined) {
      if (Number(level) > before + 1) found.push(`${role} after ${before === 0 ? 'none' : `H${before}`}`)
      before = Number(level)
    }
    for (const child of children) walk(child)
  }
  walk(root)
  return found
}
