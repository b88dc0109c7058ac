// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { drawTree } from '../../src/authoring/draw/tree.ts'
import { readDrawing } from '../../src/ui/parts/read-drawing.ts'
import { shippedVariant } from '../engine/shipped.ts'

test.each(['voorbeeld', 'amsterdam/centrum'])('the tree of %s is drawn as any reader of SVG would draw it', (town) => {
  for (const lang of ['nl', 'en'] as const) {
    const svg = drawTree(shippedVariant(town), 'svg', lang)
    const whole = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement
    expect(whole.querySelector('parsererror')).toBeNull()
    // the name of the format is an attribute only in text
    whole.removeAttribute('xmlns')
    expect(readDrawing(svg).isEqualNode(whole)).toBe(true)
  }
})

test('what can run something is left out, and a text stays text', () => {
  const drawn = readDrawing(
    '<svg xmlns="x" onload="a()"><script>b()</script><a href="c"><text>in</text></a><text x="1">1 &lt; 2 &amp; 3</text></svg>',
  )
  expect(drawn.outerHTML).toBe('<svg><text x="1">1 &lt; 2 &amp; 3</text></svg>')
})
