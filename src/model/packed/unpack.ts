import type { Variant } from '../variant.ts'
import { type Code, FIRST_SHAPE, LIST, NUMBER, type Packed, WORDS } from './packed.ts'

/** A text of an unpacked variant: its English words may come later. */
interface Words {
  readonly nl: string
  en: string
}

/** An unpacked variant, and how its English words are put in their places. Before that the Dutch words stand there. */
export interface Unpacked {
  readonly variant: Variant
  addEnglish(words: readonly string[]): void
}

/** Makes the variant again. What stands in more than one place becomes one object: nothing of a variant is ever changed but its English words. */
export function unpackVariant({ shapes, root, nl }: Packed): Unpacked {
  const texts = nl.map((words): Words => ({ nl: words, en: words }))
  const made: unknown[] = []
  const value = (code: Code | undefined): unknown => {
    if (typeof code === 'number') return made[code]
    if (typeof code !== 'object' || code === null) return code
    const kind = Number(code[0])
    if (kind >= 0) return whole(kind, code)
    const first = whole(-1 - kind, code)
    made.push(first)
    return first
  }
  const whole = (kind: number, code: readonly Code[]): unknown => {
    if (kind === NUMBER) return code[1]
    if (kind === WORDS) return texts[Number(code[1])]
    if (kind === LIST) {
      const list: unknown[] = []
      for (let at = 1; at < code.length; at++) list.push(value(code[at]))
      return list
    }
    const object: Record<string, unknown> = {}
    let at = 1
    for (const field of shapes[kind - FIRST_SHAPE] ?? []) {
      if (typeof field === 'string') object[field] = value(code[at++])
      else object[field[0]] = field[1]
    }
    return object
  }
  return {
    // packed from a variant by the build of the same site
    variant: value(root) as Variant,
    addEnglish: (words) => {
      for (const [at, text] of texts.entries()) text.en = words[at] ?? text.nl
    },
  }
}
