import type { Variant } from '../../model/variant.ts'
import type { DrawLang } from './condition.ts'
import { drawMermaid } from './mermaid.ts'
import { outlineOf } from './outline.ts'
import { drawSvg } from './svg.ts'

/** Draws the decision tree: as Mermaid text, or as a self-contained SVG without external style sheet or font.
 * `walked`: steps on the reader's own path, marked in the drawing. */
export function drawTree(variant: Variant, format: 'mermaid' | 'svg', lang: DrawLang, walked: ReadonlySet<string> = new Set()): string {
  const outline = outlineOf(variant, lang)
  return format === 'svg' ? drawSvg(outline, lang, walked) : drawMermaid(outline, lang)
}
