import { readdirSync } from 'node:fs'
import { lastWord, type Stash } from '../../src/draft/stash.ts'
import { questionsOf } from '../../src/engine/asked/questions.ts'
import { edit, openCase } from '../../src/engine/case.ts'
import { clashes } from '../../src/engine/facts/clashes.ts'
import type { Answers } from '../../src/model/answers/answers.ts'
import type { Edit } from '../../src/model/answers/edit.ts'
import type { AnswerFile, AnswerJson } from '../../src/model/schema/answer-file.ts'
import { answersFor } from '../engine/answers.ts'
import { shippedVariant } from '../engine/shipped.ts'
import { exampleOf } from '../journeys/example.ts'
import { answerTo, reactTo } from '../made-up/generate-businesses.ts'
import { poolOf } from '../made-up/made-up-answers.ts'
import { seededRandom } from '../made-up/seeded-random.ts'

const COMPLETE = readdirSync('rules/base/examples')
  .map((file) => file.replace('.yaml', ''))
  .filter((name) => !/^(stop|outcome|event)-/.test(name))

const examples = new Map<string, readonly Answers[]>()
function examplesIn(town: string): readonly Answers[] {
  const variant = shippedVariant(town)
  // a town has the documents that its boxes take
  const known = new Set(variant.documents.map(({ id }) => id))
  const of = (file: AnswerFile): AnswerFile => ({
    ...file,
    variant: town,
    attachments: file.attachments.filter(({ document }) => known.has(document.split('@')[0] ?? document)),
  })
  const found = examples.get(town) ?? COMPLETE.map((name) => answersFor(variant, of(exampleOf(name))))
  examples.set(town, found)
  return found
}

/** Most answers that are given in one go, of what he knows beforehand. */
const AT_ONCE = 8

/** Somebody without a plan. First he gives a part of the answers of an example, in any order; then he answers whatever is asked, changes his mind, reopens a list, takes a row out.
 * Says after which edits he contradicts himself. `steps`: how many times he does something. `apply`: what becomes of his edits. Every answer goes through it, as on the pages: a
 * file that contradicts itself when it comes is another matter (it is told). */
export function answerAnything(town: string, seed: number, steps: number, apply: typeof lastWord = lastWord): readonly string[] {
  const random = seededRandom(seed)
  const stock = examplesIn(town)
  const pool = poolOf(stock)
  const pick = <T>(items: readonly T[]): T | undefined => items[Math.floor(random() * items.length)]
  const base = pick(stock)
  if (!base) throw new Error('there are no examples')
  const part = random()
  let application = openCase(shippedVariant(town), { ...base, values: new Map() }, { today: '2026-03-02' })
  let aside: Stash = {}
  const clashed: string[] = []
  const known = shuffled([...base.values].filter(() => random() < part))
  for (let step = -1; known.length > 0; step--) does(step, known.splice(0, 1 + Math.floor(random() * AT_ONCE)).map(given))
  for (let step = 0; step < steps; step++) does(step, something())
  return clashed

  function does(step: number, edits: readonly Edit[]): void {
    if (edits.length === 0) return
    const made = apply(application, edits, aside)
    application = made.application
    aside = made.aside
    const found = clashes(application).map(({ id, row }) => `${id}${row ? `@${row}` : ''}`)
    if (found.length > 0) clashed.push(`seed ${seed}, step ${step}: ${found.join(', ')} after ${JSON.stringify(made.edits)}`)
  }
  function shuffled<T>(items: T[]): T[] {
    for (let last = items.length - 1; last > 0; last--) {
      const other = Math.floor(random() * (last + 1))
      ;[items[last], items[other]] = [items[other] as T, items[last] as T]
    }
    return items
  }
  function something(): Edit[] {
    const { open, asked } = questionsOf(application)
    const what = random()
    if (what < 0.15) return answered(pick(asked))
    if (what < 0.2) return reopened(pick(application.variant.collections.filter(({ per }) => per === null))?.id ?? '')
    const key = pick(open)
    return key === undefined ? answered(pick(asked)) : reactTo(application, key, pool, random)
  }
  function answered(key: string | undefined): Edit[] {
    const made = key === undefined ? null : answerTo(application, key, pool, random)
    return made ? [made] : []
  }
  function reopened(collection: string): Edit[] {
    const { ids } = application.memo.get(`listInput|${collection}`) ?? { ids: [] }
    const id = pick(ids)
    const open: Edit = { kind: 'complete', collection, parent: null, complete: false }
    return id !== undefined && random() < 0.5 ? [open, { kind: 'removeRow', collection, parent: null, id }] : [open]
  }
}

const given = ([key, value]: readonly [string, AnswerJson]): Edit => {
  const [fact = key, row = null] = key.split('@')
  return { kind: 'answer', fact, row, value }
}

/** Edits as they are, with nothing that goes with them. */
export const asTheyAre: typeof lastWord = (before, edits, aside) => ({ application: edit(before, edits), edits, aside })
