import { filledBoxes } from '../../src/authoring/prove/possible-boxes.ts'
import type { Case, Dates } from '../../src/engine/context.ts'
import type { Answers } from '../../src/model/answers/answers.ts'
import type { Edit } from '../../src/model/answers/edit.ts'
import type { Variant } from '../../src/model/variant.ts'
import { fillEverything } from './fill-everything.ts'
import { poolOf } from './made-up-answers.ts'
import { seededRandom } from './seeded-random.ts'

export interface EverythingCase {
  readonly name: string
  /** Everything answered. */
  readonly application: Case
  readonly edits: readonly Edit[]
  /** The boxes asked for that it fills and none before it did. */
  readonly won: readonly string[]
}

/** Businesses to which everything happens. Each question gets the answer that keeps most boxes possible, of those asked for first; lists get
 * rows and parties get roles as long as that opens boxes. What one business cannot fill, because its legal form, its kind of application or
 * its town forbids, a next one does; it ends when nothing is left or a business fills nothing new. The same seed gives the same businesses. */
export function* everythingCases(
  variant: Variant,
  stock: readonly Answers[],
  dates: Dates,
  wanted: ReadonlySet<string>,
  seed = 1,
): Generator<EverythingCase> {
  const left = new Set(wanted)
  const pool = poolOf(stock)
  const random = seededRandom(seed)
  for (let number = 1; left.size > 0; number++) {
    const { application, edits } = fillEverything(variant, dates, pool, left, random)
    const won = [...filledBoxes(application)].filter((key) => left.has(key))
    if (won.length === 0) return
    for (const key of won) left.delete(key)
    yield { name: `everything ${number} in ${variant.id}`, application, edits, won }
  }
}
