import { readdirSync } from 'node:fs'
import { answerTo, reactTo } from '../../src/authoring/generate-businesses.ts'
import { poolOf } from '../../src/authoring/made-up-answers.ts'
import { seededRandom } from '../../src/authoring/seeded-random.ts'
import { lastWord, type SetAside } from '../../src/draft/set-aside.ts'
import { type Edit, edit, type ListInput, openCase } from '../../src/engine/case.ts'
import { clashes } from '../../src/engine/clashes.ts'
import { questionsOf } from '../../src/engine/questions.ts'
import type { Answers } from '../../src/model/answers.ts'
import { answersFor } from '../engine/answers.ts'
import { shippedVariant } from '../engine/shipped.ts'
import { exampleOf } from '../journeys/example.ts'

const COMPLETE = readdirSync('rules/base/examples')
  .map((file) => file.replace('.yaml', ''))
  .filter((name) => !/^(stop|outcome|event)-/.test(name))

const examples = new Map<string, readonly Answers[]>()
function examplesIn(town: string): readonly Answers[] {
  const found = examples.get(town) ?? COMPLETE.map((name) => answersFor(shippedVariant(town), { ...exampleOf(name), variant: town }))
  examples.set(town, found)
  return found
}

/** Somebody without a plan, with a part of the answers of an example: answers whatever is asked, in any order, changes his mind, reopens a list, takes a row out. Says after which
 * edits he contradicts himself. `steps`: how many times he does something. `apply`: what becomes of his edits. */
export function answerAnything(town: string, seed: number, steps: number, apply: typeof lastWord = lastWord): readonly string[] {
  const random = seededRandom(seed)
  const stock = examplesIn(town)
  const pool = poolOf(stock)
  const pick = <T>(items: readonly T[]): T | undefined => items[Math.floor(random() * items.length)]
  const base = pick(stock)
  if (!base) throw new Error('there are no examples')
  const part = random()
  const start = { ...base, values: new Map([...base.values].filter(() => random() < part)) }
  let one = openCase(shippedVariant(town), start, { today: '2026-03-02' })
  let aside: SetAside = {}
  const clashed: string[] = []
  for (let step = 0; step < steps; step++) {
    const edits = something()
    if (edits.length === 0) continue
    const made = apply(one, edits, aside)
    one = made.one
    aside = made.aside
    const found = clashes(one).map(({ id, row }) => `${id}${row ? `@${row}` : ''}`)
    if (found.length > 0) clashed.push(`seed ${seed}, step ${step}: ${found.join(', ')} after ${JSON.stringify(made.edits)}`)
  }
  return clashed

  function something(): Edit[] {
    const { open, asked } = questionsOf(one)
    const what = random()
    if (what < 0.15) return answered(pick(asked))
    if (what < 0.2) return reopened(pick(one.variant.collections.filter(({ per }) => per === null))?.id ?? '')
    const key = pick(open)
    return key === undefined ? answered(pick(asked)) : reactTo(one, key, pool, random)
  }
  function answered(key: string | undefined): Edit[] {
    const made = key === undefined ? null : answerTo(one, key, pool, random)
    return made ? [made] : []
  }
  function reopened(collection: string): Edit[] {
    const { ids } = (one.memo.get(`listInput|${collection}`) as ListInput | undefined) ?? { ids: [] }
    const id = pick(ids)
    const open: Edit = { kind: 'complete', collection, parent: null, complete: false }
    return id !== undefined && random() < 0.5 ? [open, { kind: 'removeRow', collection, parent: null, id }] : [open]
  }
}

/** Edits as they are, with nothing that goes with them. */
export const asTheyAre: typeof lastWord = (before, edits, aside) => ({ one: edit(before, edits), edits, aside })
