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
  const solid = new Map(page.solid.map(([name, stroke, fill]) => [name, Math.min(stroke, fill)]))
  pen.fillStyle = 'white'
  pen.fillRect(0, 0, Math.ceil(page.width * scale), height)
  pen.fillStyle = 'black'
  pen.strokeStyle = 'black'
  pen.transform(scale, 0, 0, -scale, 0, height)
  run(page.content, 0)
  return true

  function run(content: string, depth: number): void {
    let operands: string[] = []
    let at: readonly [number, number] = [0, 0]
    let clips: CanvasFillRule | null = null
    const numbers = (): number[] => operands.map(Number)
    const ends = (): void => {
      if (clips) pen.clip(clips)
      clips = null
      pen.beginPath()
    }
    pen.beginPath()
    for (const [token] of content.matchAll(/\[[^\]]*\]|[^\s[\]]+/g)) {
      if (/^[-+.\d/[]/.test(token)) {
        operands.push(token)
        continue
      }
      const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = numbers()
      switch (token) {
        case 'q':
          pen.save()
          break
        case 'Q':
          pen.restore()
          break
        case 'cm':
          pen.transform(a, b, c, d, e, f)
          break
        case 'm':
          pen.moveTo(a, b)
          at = [a, b]
          break
        case 'l':
          pen.lineTo(a, b)
          at = [a, b]
          break
        case 'c':
          pen.bezierCurveTo(a, b, c, d, e, f)
          at = [e, f]
          break
        case 'v':
          pen.bezierCurveTo(at[0], at[1], a, b, c, d)
          at = [c, d]
          break
        case 'y':
          pen.bezierCurveTo(a, b, c, d, c, d)
          at = [c, d]
          break
        case 'h':
          pen.closePath()
          break
        case 're':
          pen.rect(a, b, c, d)
          at = [a, b]
          break
        case 'W':
        case 'W*':
          clips = ruleOf(token)
          break
        case 'n':
          ends()
          break
        case 'S':
        case 's':
        case 'f':
        case 'F':
        case 'f*':
        case 'B':
        case 'B*':
        case 'b':
        case 'b*':
          if (/[sb]/.test(token)) pen.closePath()
          if (/[fFBb]/.test(token)) pen.fill(ruleOf(token))
          if (/[SsBb]/.test(token)) pen.stroke()
          ends()
          break
        case 'w':
          pen.lineWidth = a
          break
        case 'J':
          pen.lineCap = CAPS[a] ?? 'butt'
          break
        case 'j':
          pen.lineJoin = JOINS[a] ?? 'miter'
          break
        case 'M':
          pen.miterLimit = a
          break
        case 'd':
          pen.setLineDash((operands[0] ?? '').slice(1, -1).split(/\s+/).filter(Boolean).map(Number))
          break
        case 'g':
        case 'rg':
          pen.fillStyle = colour(numbers())
          break
        case 'G':
        case 'RG':
          pen.strokeStyle = colour(numbers())
          break
        case 'gs':
          pen.globalAlpha = solid.get((operands[0] ?? '').slice(1)) ?? 1
          break
        case 'Do':
          show(Number((operands[0] ?? '').slice(2)), depth)
          pen.beginPath()
          break
        default:
      }
      operands = []
    }
  }

  function show(number: number, depth: number): void {
    const object = objects[number]
    if (!object || depth > NESTED) return
    pen.save()
    if (object.dict.Subtype === 'Form') run(new TextDecoder('latin1').decode(object.bytes), depth + 1)
    else {
      const picture = pictures.get(number)
      // a picture fills the unit square, its first line on top
      pen.transform(1, 0, 0, -1, 0, 1)
      if (picture) pen.drawImage(picture, 0, 0, 1, 1)
      else if (object.dict.ImageMask !== true) {
        pen.fillStyle = SURFACE
        pen.fillRect(0, 0, 1, 1)
      }
    }
    pen.restore()
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
