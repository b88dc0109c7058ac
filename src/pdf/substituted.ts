import type { PacketContent } from '../engine/assessment.ts'
import { asPrinted, notInTypeface, substituteOf } from '../model/answers/printable.ts'

/** A box whose answer has characters that no typeface of the packet has. */
export interface Substituted {
  readonly form: string
  /** Key of the box. */
  readonly box: string
  readonly characters: readonly string[]
}

/** Boxes in which code points are printed instead of characters. `has`: whether some typeface has one. */
export function substitutedIn(content: PacketContent, has: (character: string) => boolean): Substituted[] {
  return content.forms.flatMap(({ id, sections }) =>
    sections.flatMap(({ instances }) =>
      instances.flatMap(({ boxes }) =>
        boxes.flatMap(({ key, text, parts, rows, options }) => {
          const characters = notInTypeface(textsIn([text, parts, rows, options]).join(' ')).filter((character) => !has(character))
          return characters.length > 0 ? [{ form: id, box: key, characters }] : []
        }),
      ),
    ),
  )
}

/** All texts in a value, however deep. */
export function textsIn(value: unknown): string[] {
  const found: string[] = []
  const walk = (part: unknown): void => {
    if (typeof part === 'string') found.push(part)
    else if (typeof part === 'object' && part !== null) for (const inside of Object.values(part)) walk(inside)
  }
  walk(value)
  return found
}

/** Texts of a packet with characters that its own typeface does not have, each once. The page waits for this: most texts are settled at first sight. */
export const foreignTextsIn = (content: PacketContent): string[] =>
  [...new Set(textsIn({ ...content, answersJson: '' }))].filter((text) => notInTypeface(text).length > 0)

/** Everything as it is printed: composed letters, no control characters, and code points for what no typeface has. */
export function printedAs<T>(value: T, has: (character: string) => boolean): T {
  if (typeof value === 'string') {
    const lacking = new Set(notInTypeface(value).filter((character) => !has(character)))
    const text = asPrinted(value)
    return (
      lacking.size === 0 ? text : [...text].map((character) => (lacking.has(character) ? substituteOf(character) : character)).join('')
    ) as T
  }
  if (Array.isArray(value)) return value.map((item) => printedAs<unknown>(item, has)) as T
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, printedAs<unknown>(item, has)])) as T
  return value
}
