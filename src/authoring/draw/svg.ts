import { wordsIn } from '../../model/lang.ts'
import type { DrawLang } from './condition.ts'
import type { Outline, OutlineStep } from './outline.ts'

/** Exported for the list of texts. */
export const DRAWING = {
  name: 'drawing',
  nl: { end: 'Uitkomst', only: 'Alleen als', stop: 'Andere weg', walked: 'uw weg', skipped: 'anders overslaan' },
  en: { end: 'Outcome', only: 'Only if', stop: 'Elsewhere', walked: 'your path', skipped: 'skipped otherwise' },
} as const

/** The column of steps fits a phone of 320 px; only the stops need horizontal scrolling. */
const STEP = { x: 26, width: 252 }
const STOP = { x: 314, width: 252 }
const WIDTH = STOP.x + STOP.width + 12
const LINE = 20
const PAD = 12
const GAP = 34
/** Average width of a character of 15 px; slightly generous, so that text fits its box in any sans-serif. */
const CHAR = 7.8
const INK = '#1a1a1a'
const QUIET = '#4a4a4a'

/** Steps as boxes from top to bottom, stops beside them. Steps with a condition have a dashed border and a line that bypasses them. Presentation attributes
 * only, so that a page with a strict content security policy renders it. */
export function drawSvg(outline: Outline, lang: DrawLang, walked: ReadonlySet<string>): string {
  const words = wordsIn(DRAWING, lang)
  const parts: string[] = []
  let y = 16
  for (const step of outline.steps) {
    const lines = stepLines(step, lang, walked.has(step.id) ? words.walked : null)
    const stops = step.stops.map((stop) => [
      ...wrap(`${words.stop}: ${stop.condition}`, STOP.width, 'bold'),
      ...wrap(stop.text, STOP.width),
    ])
    const height = boxHeight(lines)
    const stopsHeight = stops.reduce((sum, stop) => sum + boxHeight(stop) + 12, -12)
    parts.push(box(STEP.x, y, STEP.width, lines, { dashed: step.condition !== null, strong: walked.has(step.id), fill: '#ffffff' }))
    if (step.condition !== null) parts.push(bypass(y, height))
    let stopY = y
    for (const stop of stops) {
      const from = stopY + 20 < y + height ? STEP.x + STEP.width : STEP.x + STEP.width / 2
      parts.push(
        arrow(from, stopY + 20, STOP.x, stopY + 20),
        box(STOP.x, stopY, STOP.width, stop, { dashed: false, strong: false, fill: '#fdf1e7' }),
      )
      stopY += boxHeight(stop) + 12
    }
    const bottom = y + Math.max(height, stopsHeight)
    parts.push(arrow(STEP.x + STEP.width / 2, y + height, STEP.x + STEP.width / 2, bottom + GAP))
    y = bottom + GAP
  }
  const end = wrap(words.end, STEP.width, 'bold')
  parts.push(box(STEP.x, y, STEP.width, end, { dashed: false, strong: false, fill: '#e8f1e8' }))
  const height = y + boxHeight(end) + 16
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="tree-title tree-desc" lang="${lang}" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" font-family="'Noto Sans', Arial, sans-serif" font-size="15">`,
    `<title id="tree-title">${escaped(outline.title)}</title>`,
    `<desc id="tree-desc">${escaped([outline.summary, ...outline.steps.map((step) => spoken(step, lang))].join(' '))}</desc>`,
    `<rect width="${WIDTH}" height="${height}" fill="#f7f7f7"/>`,
    '<defs><marker id="tree-arrow" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" orient="auto-start-reverse">',
    `<path d="M0 0 10 5 0 10z" fill="${INK}"/></marker></defs>`,
    ...parts,
    '</svg>',
    '',
  ].join('\n')
}

interface Line {
  readonly text: string
  readonly weight: 'normal' | 'bold'
  readonly colour: string
}

function stepLines(step: OutlineStep, lang: DrawLang, mark: string | null): Line[] {
  const words = wordsIn(DRAWING, lang)
  return [
    ...(step.condition === null ? [] : wrap(`${words.only} ${step.condition} (${words.skipped})`, STEP.width, 'normal', QUIET)),
    ...wrap(`${step.place}. ${step.title}${mark ? ` (${mark})` : ''}`, STEP.width, 'bold'),
    ...step.questions.flatMap((question) => [
      ...(step.questions.length > 1 && question.label !== step.title ? wrap(question.label, STEP.width) : []),
      ...(question.options.length > 0 ? wrap(`– ${question.options.join(' · ')}`, STEP.width, 'normal', QUIET) : []),
    ]),
  ]
}

const spoken = (step: OutlineStep, lang: DrawLang): string => {
  const words = wordsIn(DRAWING, lang)
  const stops = step.stops.map((stop) => ` ${words.stop}: ${stop.condition}.`)
  return `${step.place}. ${step.title}${step.condition ? ` (${words.only.toLowerCase()} ${step.condition})` : ''}${/[.?!]$/.test(step.title) && !step.condition ? '' : '.'}${stops.join('')}`
}

/** Wraps text into lines that fit a box. */
function wrap(text: string, width: number, weight: Line['weight'] = 'normal', colour = INK): Line[] {
  const fits = Math.floor((width - 2 * PAD) / (weight === 'bold' ? CHAR * 1.07 : CHAR))
  const lines: string[] = []
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= fits) lines[lines.length - 1] = `${last} ${word}`
    else for (let at = 0; at < Math.max(word.length, 1); at += fits) lines.push(word.slice(at, at + fits))
  }
  return lines.map((line) => ({ text: line, weight, colour }))
}

const boxHeight = (lines: readonly Line[]): number => lines.length * LINE + 2 * PAD

function box(
  x: number,
  y: number,
  width: number,
  lines: readonly Line[],
  look: { dashed: boolean; strong: boolean; fill: string },
): string {
  const texts = lines.map(
    (line, index) =>
      `<text x="${x + PAD}" y="${y + PAD + 15 + index * LINE}" fill="${line.colour}"${line.weight === 'bold' ? ' font-weight="bold"' : ''}>${escaped(line.text)}</text>`,
  )
  return [
    `<g><rect x="${x}" y="${y}" width="${width}" height="${boxHeight(lines)}" rx="6" fill="${look.fill}" stroke="${INK}" stroke-width="${look.strong ? 4 : 1.5}"${look.dashed ? ' stroke-dasharray="6 4"' : ''}/>`,
    ...texts,
    '</g>',
  ].join('\n')
}

const arrow = (x1: number, y1: number, x2: number, y2: number): string =>
  `<path d="M${x1} ${y1}L${x2} ${y2}" stroke="${INK}" stroke-width="1.5" fill="none" marker-end="url(#tree-arrow)"/>`

/** From the line above a step, around its left side, to the line below it. */
const bypass = (y: number, height: number): string => {
  const middle = STEP.x + STEP.width / 2
  return `<path d="M${middle} ${y - GAP + 14}H12V${y + height + 10}H${middle - 2}" stroke="${INK}" stroke-width="1.5" stroke-dasharray="6 4" fill="none" marker-end="url(#tree-arrow)"/>`
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
/** XML allows no control characters, however they got into a text. */
const escaped = (text: string): string => text.replace(/\p{Cc}/gu, ' ').replace(/[&<>"']/g, (char) => ENTITIES[char] ?? char)
