import type { Variant } from '../variant.ts'
import { type Code, comesBack, FIRST_SHAPE, LIST, NUMBER, numbersOfWords, OF_BASE, type Packed, partsOf, WORDS } from './packed.ts'

/** A text of an unpacked variant: its English words may come later. */
interface Words {
  readonly nl: string
  en: string
}

/** An unpacked variant, and how its English words are put in their places. Before that the Dutch words stand there. */
export interface Unpacked {
  readonly variant: Variant
  /** The words of the town, and before them those of the base when the town is a difference from it. */
  addEnglish(words: readonly string[]): void
  /** Puts the words of another language in the place of the English ones, once those are there. */
  translate(to: (nl: string, en: string) => string): void
}

/** Makes the variant again. What stands in more than one place becomes one object: nothing of a variant is ever changed but its English words. Parts
 * of the base are made anew for every town: two towns share no object.
 * @param base what the town is the difference from; null: it stands alone */
export function unpackVariant({ shapes, root, nl }: Packed, base: Packed | null = null): Unpacked {
  const texts = [...(base?.nl ?? []), ...nl].map((words): Words => ({ nl: words, en: words }))
  const kinds = [...(base?.shapes ?? []), ...shapes]
  const ofBase = base ? partsOf(base.root) : []
  const own = partsOf(root)
  const numbers = new Map([...numbersOfWords(ofBase, 0), ...numbersOfWords(own, base?.nl.length ?? 0)])
  const made = new Map<readonly Code[], unknown>()
  /** Texts of a period have both languages in the rules. */
  const dated: Words[] = []
  const valueIn = (repeats: readonly (readonly Code[])[]): ((code: Code | undefined) => unknown) => {
    const value = (code: Code | undefined): unknown => {
      if (typeof code === 'number') return value(repeats[code])
      if (typeof code !== 'object' || code === null) return code
      const kind = Number(code[0])
      if (kind >= 0) return whole(kind, code)
      if (!made.has(code)) made.set(code, whole(-1 - kind, code))
      return made.get(code)
    }
    const whole = (kind: number, code: readonly Code[]): unknown => {
      if (kind === NUMBER) return code[1]
      if (kind === WORDS) return texts[numbers.get(code) ?? Number(code[1])]
      if (kind === OF_BASE) return valueOfBase(ofBase[Number(code[1])])
      if (kind === LIST) {
        const list: unknown[] = []
        for (let at = 1; at < code.length; at++) list.push(value(code[at]))
        return list
      }
      const object: Record<string, unknown> = {}
      let at = 1
      for (const field of kinds[kind - FIRST_SHAPE] ?? []) {
        if (typeof field === 'string') object[field] = value(code[at++])
        else object[field[0]] = field[1]
      }
      if (typeof object.nl === 'string' && typeof object.en === 'string') dated.push(object as unknown as Words)
      return object
    }
    return value
  }
  const valueOfBase = valueIn(ofBase.filter(comesBack))
  return {
    // packed from a variant by the build of the same site
    variant: valueIn(own.filter(comesBack))(root) as Variant,
    addEnglish: (words) => {
      for (const [at, text] of texts.entries()) text.en = words[at] ?? text.nl
    },
    translate: (to) => {
      for (const text of [...texts, ...dated]) text.en = to(text.nl, text.en)
    },
  }
}
