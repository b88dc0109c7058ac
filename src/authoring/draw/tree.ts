import type { Variant } from '../../model/variant.ts'
import type { DrawLang } from './condition.ts'
import { drawMermaid } from './mermaid.ts'
import { outlineOf } from './outline.ts'
import { drawSvg } from './svg.ts'

/** The decision tree drawn: Mermaid text, or an SVG of its own that needs no style sheet and no font from elsewhere.
 * `walked`: steps of one's own path, marked in the drawing. */
export function drawTree(variant: Variant, format: 'mermaid' | 'svg', lang: DrawLang, walked: ReadonlySet<string> = new Set()): string {
  const outline = outlineOf(variant, lang)
  return format === 'svg' ? drawSvg(outline, lang, walked) : drawMermaid(outline, lang)
}
