import qrcode from 'qrcode-generator'
import type { Flow } from '../flow.ts'

/** A QR code as one figure with alternative text. `x` is its left and `top` its top, in points. */
export function drawCode(flow: Flow, text: string, alt: string, x: number, top: number, size: number): void {
  const code = qrcode(0, 'M')
  code.addData(text)
  code.make()
  const count = code.getModuleCount()
  const step = size / count
  const figure = flow.add('Figure', undefined, { alt })
  for (let row = 0; row < count; row++) {
    for (let column = 0; column < count; column++) {
      // adjacent squares in a row become one bar: fewer operators, no hairlines between
      if (!code.isDark(row, column) || (column > 0 && code.isDark(row, column - 1))) continue
      let end = column
      while (end < count && code.isDark(row, end)) end++
      flow.shape({
        x: x + column * step,
        y: top - (row + 1) * step,
        width: (end - column) * step,
        height: step,
        style: 'mark',
        node: figure,
      })
    }
  }
}
