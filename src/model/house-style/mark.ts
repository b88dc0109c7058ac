import { type Matrix, SAME, times } from '../util/matrix.ts'
import type { PictureMark } from './picture-mark.ts'

/** One shape of a logo: its outline in the units of the logo, and its paint. Colours are `#RRGGBB`. */
export interface MarkPath {
  readonly d: string
  readonly fill: string | null
  readonly evenOdd: boolean
  readonly stroke: string | null
  readonly strokeWidth: number
  readonly cap: 'butt' | 'round' | 'square'
  readonly join: 'miter' | 'round' | 'bevel'
  /** From its units to those of the logo: a, b, c, d, e, f of an affine matrix. */
  readonly matrix: Matrix
}

/** The logo of a town: vector shapes, or pixels. */
export type Mark = DrawnMark | PictureMark

/** A picture of nothing but shapes: what remains of an SVG after sanitising. */
export interface DrawnMark {
  readonly box: readonly [x: number, y: number, width: number, height: number]
  readonly paths: readonly MarkPath[]
}

/** Why a file is not accepted as a logo: `holds` names what is not allowed, `broken` the part that is not well-formed. */
export type MarkProblem = { readonly holds: string } | { readonly broken: string }

interface Element {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: Element[]
}

/** Shape elements, with their geometry attributes. */
const SHAPES: Readonly<Record<string, readonly string[]>> = {
  path: ['d'],
  rect: ['x', 'y', 'width', 'height', 'rx', 'ry'],
  circle: ['cx', 'cy', 'r'],
  ellipse: ['cx', 'cy', 'rx', 'ry'],
  line: ['x1', 'y1', 'x2', 'y2'],
  polyline: ['points'],
  polygon: ['points'],
}
/** Container elements. */
const HOLDERS: Readonly<Record<string, readonly string[]>> = {
  svg: ['viewBox', 'width', 'height', 'version', 'preserveAspectRatio', 'baseProfile'],
  g: [],
}
/** Descriptive elements, ignored: the page itself says whose logo it is. */
const SILENT = new Set(['title', 'desc', 'metadata'])
const PAINT = ['fill', 'fill-rule', 'stroke', 'stroke-width', 'stroke-linecap', 'stroke-linejoin', 'stroke-miterlimit']
/** Attributes written by editors that do not affect a shape. */
const IGNORED = /^(?:xmlns|xmlns:[a-z]+|xml:space|id|class|role|aria-[a-z]+|data-[a-z-]+|focusable|clip-rule)$/
const TAG = /<(\/?)([A-Za-z][\w:-]*)((?:\s+[A-Za-z_:][\w:.-]*\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y
const ATTRIBUTE = /([A-Za-z_:][\w:.-]*)\s*=\s*(?:"([^"]*)"|'([^']*)')/g
/** No logo has more shapes than this. */
const MOST_ELEMENTS = 500
/** PDF has no larger numbers, and multiplying beyond them could overflow to Infinity. */
const LARGEST = 1_000_000

class Refused extends Error {
  constructor(readonly problem: MarkProblem) {
    super()
  }
}
const refuse = (problem: MarkProblem): never => {
  throw new Refused(problem)
}

/** Sanitises an SVG by an allow-list: shapes with plain colours. Nothing of its text is passed on: what is drawn is rebuilt from the shapes, so that no script,
 * style, address or text can survive. */
export function readMark(svg: string): DrawnMark | { readonly problem: MarkProblem } {
  try {
    return drawingOf(parse(svg))
  } catch (error) {
    if (error instanceof Refused) return { problem: error.problem }
    throw error
  }
}

function parse(text: string): Element {
  const svg = text.replace(/^\uFEFF?\s*(?:<\?xml[^>]*\?>)?/, '').replace(/<!--.*?-->/gs, '')
  if (/<!(?:DOCTYPE|ENTITY)/i.test(svg)) refuse({ holds: 'a DOCTYPE' })
  if (/<!\[CDATA\[/.test(svg)) refuse({ holds: 'CDATA' })
  const open: Element[] = []
  let root: Element | null = null
  let count = 0
  let silent = 0
  for (let at = 0; at < svg.length; ) {
    const next = svg.indexOf('<', at)
    const words = svg.slice(at, next < 0 ? undefined : next)
    if (words.trim() !== '' && silent === 0) refuse({ holds: 'text' })
    if (next < 0) break
    TAG.lastIndex = next
    const tag = TAG.exec(svg)
    if (!tag) return refuse({ broken: `"${svg.slice(next, next + 30).replace(/\s+/g, ' ')}"` })
    at = TAG.lastIndex
    const [, closes, name = '', written = '', empty] = tag
    if (closes) {
      const last = open.pop()
      if (last?.name !== name) refuse({ broken: `</${name}>` })
      if (SILENT.has(name)) silent -= 1
      continue
    }
    // refused before its content is parsed
    if (silent === 0 && !(name in SHAPES || name in HOLDERS || SILENT.has(name))) refuse({ holds: `<${name}>` })
    count += 1
    if (count > MOST_ELEMENTS) refuse({ holds: `more than ${MOST_ELEMENTS} shapes` })
    const attributes = new Map<string, string>()
    for (const [, key = '', double, single] of written.matchAll(ATTRIBUTE)) attributes.set(key, double ?? single ?? '')
    const element: Element = { name, attributes, children: [] }
    const holder = open.at(-1)
    if (holder) holder.children.push(element)
    else if (root) refuse({ broken: `<${name}>` })
    else root = element
    if (empty) continue
    open.push(element)
    if (SILENT.has(name)) silent += 1
  }
  const [unclosed] = open
  if (unclosed) refuse({ broken: `<${unclosed.name}>` })
  return root ?? refuse({ broken: '""' })
}

function drawingOf(root: Element): DrawnMark {
  if (root.name !== 'svg') refuse({ holds: `<${root.name}>` })
  const paths: MarkPath[] = []
  const size = (name: string): number => number(root.attributes.get(name)?.replace(/px$/, '') ?? '0', name)
  const viewBox = root.attributes.get('viewBox')
  const [x = 0, y = 0, width = size('width'), height = size('height')] = viewBox ? numbers(viewBox) : []
  if (!(width > 0 && height > 0)) refuse({ broken: 'viewBox' })
  walk(root, DEFAULT, [1, 0, 0, 1, 0, 0], paths)
  if (paths.length === 0) refuse({ broken: '0 shapes' })
  const box = [x, y, width, height] as const
  for (const value of [...box, ...paths.flatMap(({ d, matrix, strokeWidth }) => [...numbers(d), ...matrix, strokeWidth])])
    if (!(Math.abs(value) <= LARGEST)) refuse({ holds: `"${value}"` })
  return { box, paths }
}

type Paint = Omit<MarkPath, 'd' | 'matrix'>
const DEFAULT: Paint = { fill: '#000000', evenOdd: false, stroke: null, strokeWidth: 1, cap: 'butt', join: 'miter' }

function walk({ name, attributes, children }: Element, above: Paint, around: Matrix, paths: MarkPath[]): void {
  if (SILENT.has(name)) return
  const own = SHAPES[name] ?? HOLDERS[name] ?? refuse({ holds: `<${name}>` })
  for (const key of attributes.keys())
    if (![...own, ...PAINT, 'transform', 'style'].includes(key) && !IGNORED.test(key)) refuse({ holds: key })
  const given = new Map([...attributes, ...declarations(attributes.get('style') ?? '')])
  const paint = paintOf(given, above)
  const matrix = times(matrixOf(given.get('transform') ?? ''), around)
  if (name in SHAPES) {
    const d = lineOf(name, given)
    if (d !== '' && (paint.fill !== null || paint.stroke !== null)) paths.push({ ...paint, d, matrix })
  }
  for (const child of children) walk(child, paint, matrix, paths)
}

function declarations(style: string): [string, string][] {
  return style
    .split(';')
    .filter((part) => part.trim() !== '')
    .map((part): [string, string] => {
      const [key = '', value = ''] = part.split(':').map((side) => side.trim())
      if (!PAINT.includes(key)) refuse({ holds: `style ${key}` })
      return [key, value]
    })
}

function paintOf(given: ReadonlyMap<string, string>, above: Paint): Paint {
  const one = <T extends string>(name: string, words: readonly T[], otherwise: T): T => {
    const value = given.get(name)
    return value === undefined ? otherwise : (words.find((word) => word === value) ?? refuse({ holds: `${name}="${value.slice(0, 20)}"` }))
  }
  return {
    fill: colour(given.get('fill'), above.fill),
    evenOdd: one('fill-rule', ['evenodd', 'nonzero'], above.evenOdd ? 'evenodd' : 'nonzero') === 'evenodd',
    stroke: colour(given.get('stroke'), above.stroke),
    strokeWidth: number(given.get('stroke-width')?.replace(/px$/, '') ?? String(above.strokeWidth), 'stroke-width'),
    cap: one('stroke-linecap', ['butt', 'round', 'square'], above.cap),
    join: one('stroke-linejoin', ['miter', 'round', 'bevel'], above.join),
  }
}

const NAMED: ReadonlyMap<string, string> = new Map([
  ['white', '#FFFFFF'],
  ['black', '#000000'],
])

function colour(value: string | undefined, above: string | null): string | null {
  if (value === undefined) return above
  if (value === 'none' || value === 'transparent') return null
  const known = NAMED.get(value.toLowerCase()) ?? value
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(known)
  const hex = short
    ? `#${short
        .slice(1)
        .map((digit) => digit.repeat(2))
        .join('')}`
    : known
  return /^#[0-9a-f]{6}$/i.test(hex) ? hex.toUpperCase() : refuse({ holds: `"${value.slice(0, 30)}"` })
}

const NUMBER = /[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?/gi

function number(text: string, name: string): number {
  const value = Number(text)
  return text.trim() !== '' && Number.isFinite(value) ? value : refuse({ holds: `${name}="${text.slice(0, 20)}"` })
}

const numbers = (text: string): number[] => (text.match(NUMBER) ?? []).map(Number)

/** Path data of a shape. */
function lineOf(name: string, given: ReadonlyMap<string, string>): string {
  const at = (key: string, otherwise = 0): number => {
    const text = given.get(key)
    return text === undefined ? otherwise : number(text.replace(/px$/, ''), key)
  }
  switch (name) {
    case 'path': {
      const d = given.get('d') ?? ''
      return /^[\s,MmLlHhVvCcSsQqTtAaZzEe0-9.+-]*$/.test(d) && /^\s*(?:[Mm]|$)/.test(d) ? d.trim() : refuse({ holds: 'd' })
    }
    case 'rect': {
      const [x, y, width, height] = [at('x'), at('y'), at('width'), at('height')]
      const [rx, ry] = [Math.min(at('rx', at('ry')), width / 2), Math.min(at('ry', at('rx')), height / 2)]
      if (rx === 0 || ry === 0) return `M${x} ${y}h${width}v${height}h${-width}z`
      const arc = (dx: number, dy: number): string => `a${rx} ${ry} 0 0 1 ${dx} ${dy}`
      return `M${x + rx} ${y}h${width - 2 * rx}${arc(rx, ry)}v${height - 2 * ry}${arc(-rx, ry)}h${2 * rx - width}${arc(-rx, -ry)}v${2 * ry - height}${arc(rx, -ry)}z`
    }
    case 'circle':
    case 'ellipse': {
      const [cx, cy] = [at('cx'), at('cy')]
      const [rx, ry] = name === 'circle' ? [at('r'), at('r')] : [at('rx'), at('ry')]
      return `M${cx - rx} ${cy}a${rx} ${ry} 0 1 0 ${2 * rx} 0a${rx} ${ry} 0 1 0 ${-2 * rx} 0z`
    }
    case 'line':
      return `M${at('x1')} ${at('y1')}L${at('x2')} ${at('y2')}`
    default: {
      const points = numbers(given.get('points') ?? '')
      const pairs = points.flatMap((value, index) => (index % 2 === 0 ? [`${value} ${points[index + 1] ?? 0}`] : []))
      return pairs.length === 0 ? '' : `M${pairs.join('L')}${name === 'polygon' ? 'z' : ''}`
    }
  }
}

function matrixOf(transform: string): Matrix {
  let whole: Matrix = SAME
  const rest = transform.replace(/(matrix|translate|scale|rotate)\s*\(([^)]*)\)/g, (_, kind: string, list: string) => {
    const [a = 0, b, c = 0, d = 0, e = 0, f = 0] = numbers(list)
    if (kind === 'matrix') whole = times([a, b ?? 0, c, d, e, f], whole)
    else if (kind === 'translate') whole = times([1, 0, 0, 1, a, b ?? 0], whole)
    else if (kind === 'scale') whole = times([a, 0, 0, b ?? a, 0, 0], whole)
    else {
      const [cos, sin] = [Math.cos((a * Math.PI) / 180), Math.sin((a * Math.PI) / 180)]
      const [x, y] = [b ?? 0, c]
      whole = times([cos, sin, -sin, cos, x - cos * x + sin * y, y - sin * x - cos * y], whole)
    }
    return ''
  })
  return rest.replace(/[\s,]/g, '') === '' ? whole : refuse({ holds: `transform="${transform.slice(0, 20)}"` })
}
