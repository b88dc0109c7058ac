import type { DrawnObject, Sheets } from './sheets.ts'

/** What is used of a canvas, of whatever kind. */
export type Pen = Pick<
  CanvasRenderingContext2D,
  | 'save' | 'restore' | 'transform' | 'beginPath' | 'moveTo' | 'lineTo' | 'bezierCurveTo' | 'closePath' | 'rect' | 'fillRect' | 'setLineDash'
  | 'fillStyle' | 'strokeStyle' | 'lineWidth' | 'lineCap' | 'lineJoin' | 'miterLimit' | 'globalAlpha'
> & {
  fill(rule?: CanvasFillRule): void
  stroke(): void
  clip(rule?: CanvasFillRule): void
  drawImage(picture: unknown, x: number, y: number, width: number, height: number): void
} // biome-ignore format: a list

/** Maximum length of a page that is drawn small, in characters of content: nobody waits for more. */
const LONGEST = 2_000_000
/** How deep drawings (form XObjects) may be nested. */
const NESTED = 12
/** Fills the place of a picture that is not decoded here. */
const SURFACE = '#c8ccd0'

/** Draws the first page of an attachment as a thumbnail, upright and `height` high: enough to see which file it is. Pictures are looked up in
 * `pictures` by their number; missing ones become a grey surface. False when it is too much to draw. */
export function drawSmall({ pages, objects }: Sheets, pen: Pen, height: number, pictures: ReadonlyMap<number, unknown>): boolean {
  const [page] = pages
  if (!page || page.content.length > LONGEST) return false
  const scale = height / page.height
  pen.fillStyle = 'white'
  pen.fillRect(0, 0, Math.ceil(page.width * scale), height)
  pen.fillStyle = 'black'
  pen.strokeStyle = 'black'
  pen.transform(scale, 0, 0, -scale, 0, height)
  const solid = new Map(page.solid.map(([name, stroke, fill]) => [name, Math.min(stroke, fill)]))
  new SmallDrawing(pen, objects, pictures, solid).run(page.content, 0)
  return true
}

/** Carries out the operators that `Redraw` writes, and no others. */
class SmallDrawing {
  /** Where the path has come to. */
  private at: readonly [x: number, y: number] = [0, 0]
  /** How the path will clip what follows it. */
  private clips: CanvasFillRule | null = null

  constructor(
    private readonly pen: Pen,
    private readonly objects: readonly DrawnObject[],
    private readonly pictures: ReadonlyMap<number, unknown>,
    /** Opacity by the name of a graphics state. */
    private readonly solid: ReadonlyMap<string, number>,
  ) {}

  run(content: string, depth: number): void {
    const before = [this.at, this.clips] as const
    ;[this.at, this.clips] = [[0, 0], null]
    this.pen.beginPath()
    let operands: string[] = []
    for (const [token] of content.matchAll(/\[[^\]]*\]|[^\s[\]]+/g)) {
      if (/^[-+.\d/[]/.test(token)) {
        operands.push(token)
        continue
      }
      if (token === 'Do') this.show(Number((operands[0] ?? '').slice(2)), depth)
      else if (!this.path(token, operands.map(Number)) && !this.paint(token)) this.style(token, operands)
      operands = []
    }
    ;[this.at, this.clips] = before
  }

  /** Operators that make a path, or move what is drawn. */
  private path(operator: string, [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0]: readonly number[]): boolean {
    const { pen } = this
    switch (operator) {
      case 'q':
        pen.save()
        return true
      case 'Q':
        pen.restore()
        return true
      case 'cm':
        pen.transform(a, b, c, d, e, f)
        return true
      case 'm':
        pen.moveTo(a, b)
        this.at = [a, b]
        return true
      case 'l':
        pen.lineTo(a, b)
        this.at = [a, b]
        return true
      case 'c':
        pen.bezierCurveTo(a, b, c, d, e, f)
        this.at = [e, f]
        return true
      case 'v':
        pen.bezierCurveTo(this.at[0], this.at[1], a, b, c, d)
        this.at = [c, d]
        return true
      case 'y':
        pen.bezierCurveTo(a, b, c, d, c, d)
        this.at = [c, d]
        return true
      case 'h':
        pen.closePath()
        return true
      case 're':
        pen.rect(a, b, c, d)
        this.at = [a, b]
        return true
      default:
        return false
    }
  }

  /** Operators that use the path up: filling, stroking, clipping. */
  private paint(operator: string): boolean {
    const { pen } = this
    if (operator === 'W' || operator === 'W*') {
      this.clips = ruleOf(operator)
      return true
    }
    if (!/^(?:n|[SsfF]|[Bb]\*?|f\*)$/.test(operator)) return false
    if (/[sb]/.test(operator)) pen.closePath()
    if (/[fFBb]/.test(operator)) pen.fill(ruleOf(operator))
    if (/[SsBb]/.test(operator)) pen.stroke()
    if (this.clips) pen.clip(this.clips)
    this.clips = null
    pen.beginPath()
    return true
  }

  /** Operators that say how the next path looks. */
  private style(operator: string, operands: readonly string[]): void {
    const { pen } = this
    const [first = ''] = operands
    const numbers = operands.map(Number)
    const [a = 0] = numbers
    switch (operator) {
      case 'w':
        pen.lineWidth = a
        return
      case 'J':
        pen.lineCap = CAPS[a] ?? 'butt'
        return
      case 'j':
        pen.lineJoin = JOINS[a] ?? 'miter'
        return
      case 'M':
        pen.miterLimit = a
        return
      case 'd':
        pen.setLineDash(first.slice(1, -1).split(/\s+/).filter(Boolean).map(Number))
        return
      case 'g':
      case 'rg':
        pen.fillStyle = colour(numbers)
        return
      case 'G':
      case 'RG':
        pen.strokeStyle = colour(numbers)
        return
      case 'gs':
        pen.globalAlpha = this.solid.get(first.slice(1)) ?? 1
        return
      default:
    }
  }

  /** A drawing or picture in its place. */
  private show(number: number, depth: number): void {
    const { pen } = this
    const object = this.objects[number]
    if (object && depth <= NESTED) {
      pen.save()
      if (object.dict.Subtype === 'Form') this.run(new TextDecoder('latin1').decode(object.bytes), depth + 1)
      else this.picture(object, this.pictures.get(number))
      pen.restore()
    }
    pen.beginPath()
  }

  private picture(object: DrawnObject, picture: unknown): void {
    const { pen } = this
    // a picture fills the unit square, its first line on top
    pen.transform(1, 0, 0, -1, 0, 1)
    if (picture) pen.drawImage(picture, 0, 0, 1, 1)
    else if (object.dict.ImageMask !== true) {
      pen.fillStyle = SURFACE
      pen.fillRect(0, 0, 1, 1)
    }
  }
}

const ruleOf = (token: string): CanvasFillRule => (token.endsWith('*') ? 'evenodd' : 'nonzero')
const CAPS: readonly CanvasLineCap[] = ['butt', 'round', 'square']
const JOINS: readonly CanvasLineJoin[] = ['miter', 'round', 'bevel']

function colour(parts: readonly number[]): string {
  const [red = 0, green = red, blue = red] = parts
  return `rgb(${[red, green, blue].map((part) => Math.round(part * 255)).join(' ')})`
}

/** Pictures of the first page that a browser decodes by itself: their numbers and files. */
export function photosOf({ pages, objects }: Sheets): (readonly [number: number, object: DrawnObject])[] {
  return (pages[0]?.uses ?? []).flatMap((number) => {
    const object = objects[number]
    return object?.dict.Filter === 'DCTDecode' ? [[number, object] as const] : []
  })
}
