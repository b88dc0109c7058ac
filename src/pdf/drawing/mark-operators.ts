import { degrees, drawSvgPath, rgb as rgbOf } from 'pdf-lib'
import type { MarkPath } from '../../model/house-style/mark.ts'
import type { MarkInBox } from '../document.ts'

/** Rounded to thousandths. */
const n = (value: number): string => String(Math.round(value * 1000) / 1000)

const inThousandths = (part: string): string => (/\d/.test(part) ? n(Number(part)) : part)

/** `#RRGGBB` as three components from 0 to 1. */
export const rgb = (hex: string): string =>
  [1, 3, 5].map((at) => String(Math.round((Number.parseInt(hex.slice(at, at + 2), 16) / 255) * 100) / 100)).join(' ')

/** Resource name of a raster logo. */
export const PICTURE_MARK = 'Mark'

const BLACK = rgbOf(0, 0, 0)
const CAPS = { butt: 0, round: 1, square: 2 } as const
const JOINS = { miter: 0, round: 1, bevel: 2 } as const
/** Operators that construct a path; the others that the library adds paint it. */
const LINE = /^(?:[-\d.e ]+ [mlcvy]|h)$/

/** A logo in its box, centred and not stretched. The y axis of a logo points down, that of a page up. */
export function markOperators({ x, y, width, height, mark }: MarkInBox): string {
  const [left, top, wide, high] = mark.box
  const scale = Math.min(width / wide, height / high)
  const right = x + (width - wide * scale) / 2 - left * scale
  const up = y + height - (height - high * scale) / 2 + top * scale
  if (!('paths' in mark))
    return `q ${n(wide * scale)} 0 0 ${n(high * scale)} ${n(x + (width - wide * scale) / 2)} ${n(y + (height - high * scale) / 2)} cm /${PICTURE_MARK} Do Q`
  return [`q ${n(scale)} 0 0 ${n(-scale)} ${n(right)} ${n(up)} cm`, ...mark.paths.map(pathOperators), 'Q'].join('\n')
}

function pathOperators({ d, matrix, fill, evenOdd, stroke, strokeWidth, cap, join }: MarkPath): string {
  const line = drawSvgPath(d, { x: 0, y: 0, rotate: degrees(0), scale: 1, color: BLACK, borderColor: undefined, borderWidth: 0 })
    .map(String)
    .filter((operator) => LINE.test(operator))
    .map((operator) => operator.split(' ').map(inThousandths).join(' '))
  const paint = fill && stroke ? (evenOdd ? 'B*' : 'B') : stroke ? 'S' : evenOdd ? 'f*' : 'f'
  const style = [
    ...(fill ? [`${rgb(fill)} rg`] : []),
    ...(stroke ? [`${rgb(stroke)} RG ${n(strokeWidth)} w ${CAPS[cap]} J ${JOINS[join]} j`] : []),
  ]
  return ['q', `${matrix.map(n).join(' ')} cm`, ...style, ...line, paint, 'Q'].join('\n')
}
