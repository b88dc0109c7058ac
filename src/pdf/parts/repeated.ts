import type { BoxCoverage, SectionCoverage } from '../../engine/assessment.ts'
import { highest } from '../../model/util/extremes.ts'
import { WIDTH } from '../document.ts'
import type { Flow } from '../flow.ts'
import { layOutTable } from '../table.ts'
import { isLong, numberOf, type Paper } from './box.ts'
import { layOutRefused } from './refused.ts'

const HEAD_SIZE = 7.5
const SIZE = 8.5
/** More columns than this do not read as a table. */
const MOST = 8
const IN_TABLE = new Set(['text', 'number', 'amount', 'date', 'time', 'timeRange', 'yesNo', 'choice', 'multiChoice'])

/** Whether a section is asked per row. */
export const isRepeated = ({ instances }: SectionCoverage): boolean => instances.every(({ row }) => row !== null)

/** Rows that are asked the same become lines of one table: number and label are in its header, once. False, and nothing laid out, when they do not
 * fit in one. */
export function layOutRepeated(flow: Flow, paper: Paper, { title: heading, english, instances }: SectionCoverage): boolean {
  const numbers = instances[0]?.boxes.map(numberOf) ?? []
  const alike = instances.every(({ boxes }) => boxes.length === numbers.length && boxes.every((box, at) => numberOf(box) === numbers[at]))
  const boxes = instances.flatMap((instance) => instance.boxes)
  if (!alike || !boxes.every(fitsCell)) return false
  const shown = numbers.flatMap((_, at) => (instances.some((instance) => instance.boxes[at]?.state !== 'notApplicable') ? [at] : []))
  const columns = shown.map((at) => instances.flatMap((instance) => instance.boxes[at] ?? []))
  if (columns.length === 0 || columns.length > MOST) return false
  const { words } = paper
  const names = instances.map(({ title }, index) => (title === String(index + 1) ? `${title}.` : `${index + 1}. ${title ?? ''}`))
  const heads = [heading, ...columns.map(([box]) => (box ? `${numberOf(box)}\n${box.label}` : ''))]
  const cells = instances.map((_, row) => [names[row] ?? '', ...columns.map((column) => cellText(column[row], words))])
  const along = [english ?? null, ...columns.map(([box]) => box?.english?.label ?? null)]
  const widths = heads.map((head, column) => {
    const texts = cells.map((row) => row[column] ?? '')
    const longestWord = highest([
      ...head.split(/\s+/).map((word) => flow.width(word, 'bold', HEAD_SIZE)),
      ...(along[column] ?? '').split(/\s+/).map((word) => flow.width(word, 'regular', HEAD_SIZE)),
      ...texts.flatMap((text) => text.split(/\s+/).map((word) => flow.width(word, 'regular', SIZE))),
    ])
    const longest = highest(texts.map((text) => flow.width(text, 'regular', SIZE)))
    return { least: longestWord + 10, wanted: Math.min(Math.max(longest, longestWord) + 10, 130) }
  })
  const least = widths.reduce((sum, width) => sum + width.least, 0)
  if (least > WIDTH) return false
  const wanted = widths.reduce((sum, width) => sum + Math.max(width.wanted, width.least), 0)
  const share = wanted > least ? (WIDTH - least) / (wanted - least) : 0
  const rest = Math.max(0, WIDTH - wanted) / widths.length
  const room = widths.map(({ least: narrow, wanted: wide }) => narrow + (Math.max(wide, narrow) - narrow) * Math.min(1, share) + rest)
  flow.heading(2, heading, 60)
  flow.readAlong(english, heading)
  flow.within(`${heading} (${words.goesOn})`, () => {
    const langs = columns.map((column) => column.find(({ textLang }) => textLang && textLang !== paper.lang)?.textLang ?? null)
    const isOpen = boxes.some(({ state }) => state === 'missing')
    layOutTable(flow, heads, cells, room, {
      size: SIZE,
      headSize: HEAD_SIZE,
      english: along,
      origin: `${paper.form.id}:${heading}`,
      plain: true,
      langs: [null, ...langs],
      ...(isOpen && { least: 22 }),
    })
    const refused = boxes.filter(({ state }) => state === 'notApplicable')
    if (refused.length > 0) layOutRefused(flow, paper, [{ about: '', boxes: refused }])
  })
  return true
}

const fitsCell = (box: BoxCoverage): boolean =>
  IN_TABLE.has(box.type) &&
  box.heading === null &&
  box.item === null &&
  box.parts === null &&
  box.rows === null &&
  !isLong(box) &&
  (box.text ?? '').length <= 80 &&
  box.label.length <= 90 &&
  !(box.state === 'missing' && box.options !== null)

function cellText(box: BoxCoverage | undefined, words: Paper['words']): string {
  switch (box?.state) {
    case 'filled':
      return box.text ?? ''
    case 'missing':
      return words.open
    case 'notApplicable':
      return words.na
    case 'empty':
      return words.empty
    case 'authority':
      return words.authority
    default:
      return ''
  }
}
