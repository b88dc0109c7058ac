import type { WrittenScalar } from './source.ts'

const isBlank = (char: string | undefined): boolean => char === ' ' || char === '\n' || char === '\t' || char === '\r'

/**
 * Maps each character of a scalar's value to its offset in the file. YAML folds lines, strips indentation and escapes quotes, but never
 * reorders: walking both texts side by side, with any white space matching any other, finds the offset in all five styles.
 *
 *     when: >-            value  a = b and c
 *       a = b             file   ·>-⏎······a = b⏎······and c
 *       and c
 */
export function writtenScalar(text: string, content: string, start: number, end: number): WrittenScalar {
  const offsets: number[] = []
  let at = start
  for (const char of content) {
    if (isBlank(char)) {
      offsets.push(at)
      if (isBlank(text[at])) at += 1
      continue
    }
    const found = text.indexOf(char, at)
    if (found >= 0 && found < end) at = found
    offsets.push(at)
    at = Math.min(at + char.length, end)
    // a character outside the BMP counts twice in the value too
    if (char.length === 2) offsets.push(at)
  }
  return { text: content, offsetOf: (index) => offsets[index] ?? at }
}

/** Start of the content of a scalar: after the quote, or on the line after a block header. */
export function contentStart(text: string, start: number, end: number): number {
  const first = text[start]
  if (first === '"' || first === "'") return start + 1
  if (first !== '|' && first !== '>') return start
  const lineEnd = text.indexOf('\n', start)
  return lineEnd < 0 || lineEnd >= end ? start : lineEnd + 1
}
