import type { Variant } from '../variant.ts'
import { type Code, comesBack, FIRST_SHAPE, LIST, NUMBER, numbersOfWords, OF_BASE, type Packed, partsOf, WORDS } from './packed.ts'

/** A text of an unpacked variant, whose English may be added later. */
interface Words {
  readonly nl: string
  en: string
}

/** An unpacked variant, and how to add its English texts. Until then they are Dutch. */
export interface Unpacked {
  readonly variant: Variant
  /** The texts of the town, preceded by those of the base when the town is a diff against it. */
  addEnglish(words: readonly string[]): void
  /** Replaces the English texts, once they are there, by those of another language. */
  translate(to: (nl: string, en: string) => string): void
}

/** Unpacks a variant. Repeated values become one shared object, which is safe as nothing in a variant is mutated but its English texts. Parts of the base are
 * created anew for every town, so that two towns share no object.
 * @param base what the town is a diff against; null: it is self-contained */
export function unpackVariant({ shapes, root, nl }: Packed, base: Packed | null = null): Unpacked {
  const texts = [...(base?.nl ?? []), ...nl].map((words): Words => ({ nl: words, en: words }))
  const kinds = [...(base?.shapes ?? []), ...shapes]
  const ofBase = base ? partsOf(base.root) : []
  const own = partsOf(root)
  const numbers = new Map([...numbersOfWords(ofBase, 0), ...numbersOfWords(own, base?.nl.length ?? 0)])
  const made = new Map<readonly Code[], unknown>()
  /** Dated texts, which the rules hold in both languages. */
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
    // trusted: packed from a variant by the same build of the site
    variant: valueIn(own.filter(comesBack))(root) as Variant,
    addEnglish: (words) => {
      for (const [at, text] of texts.entries()) text.en = words[at] ?? text.nl
    },
    translate: (to) => {
      for (const text of [...texts, ...dated]) text.en = to(text.nl, text.en)
    },
  }
}
