import { references } from '../feel/references.ts'
import { type Answers, type AttachmentState, answerKey, listKey } from '../model/answers/answers.ts'
import type { Lang } from '../model/lang.ts'
import type { AnswerJson } from '../model/schema/answer-file.ts'
import type { Subject } from '../model/schema/question.ts'
import type { Variant, VQuestion } from '../model/variant.ts'
import type { Get } from './cell-values.ts'
import { compute } from './cells.ts'
import type { Case, CaseMemo, Dates, Index } from './context.ts'
import { Memo } from './incremental/memo.ts'
import { same } from './incremental/same.ts'
import type { ListInput } from './states.ts'

const indexes = new WeakMap<Variant, Index>()

export function indexOf(variant: Variant): Index {
  const known = indexes.get(variant)
  if (known) return known
  const by = <T extends { readonly id: string }>(items: readonly T[]) => new Map(items.map((item) => [item.id, item]))
  const index: Index = {
    questions: by(variant.questions),
    collections: by(variant.collections),
    aliases: by(variant.aliases),
    parameters: by(variant.parameters),
    licences: by(variant.licences),
    forms: by(variant.forms),
    checks: by(variant.checks),
    documents: by(variant.documents),
    settledBy: settledIn(variant),
    doubled: variant.questions.filter(({ refinedBy, settledBy }) => refinedBy !== null || settledBy !== null),
  }
  indexes.set(variant, index)
  return index
}

function settledIn(variant: Variant): ReadonlyMap<string, readonly VQuestion[]> {
  const found = new Map<string, VQuestion[]>()
  for (const question of variant.questions)
    for (const fact of question.settledBy ? references(question.settledBy.expr).facts : [])
      found.set(fact, [...(found.get(fact) ?? []), question])
  return found
}

/** A case over these answers. Nothing is computed before it is read. */
export function openCase(variant: Variant, answers: Answers, dates: Dates, lang: Lang = 'nl'): Case {
  const index = indexOf(variant)
  const context = { variant, index, dates, lang }
  // the one place that gives the cells their types: each is computed by its own function of CELLS
  const memo = Memo.create(inputsOf(answers), (id, get) => compute(context, id, get as Get), same) as unknown as CaseMemo
  return { ...context, memo }
}

function* inputsOf(answers: Answers): Generator<readonly [string, unknown]> {
  for (const [key, value] of answers.values) yield [`answer|${key}`, value]
  for (const [id, row] of answers.rows) yield [`row|${id}`, row.subject]
  for (const key of new Set([...answers.lists.keys(), ...answers.complete])) {
    yield [`listInput|${key}`, { ids: answers.lists.get(key) ?? [], complete: answers.complete.has(key) } satisfies ListInput]
  }
  for (const key of answers.leftEmpty) yield [`leftEmpty|${key}`, true]
  for (const [key, state] of answers.attachments) yield [`attachment|${key}`, state]
}

export type Edit =
  /** value undefined takes the answer back */
  | { kind: 'answer'; fact: string; row?: string | null; value: AnswerJson | undefined }
  /** `at`: its place in the list, from 0; without one it stands last. */
  | { kind: 'addRow'; collection: string; parent?: string | null; id: string; subject: Subject; at?: number | undefined }
  | { kind: 'removeRow'; collection: string; parent?: string | null; id: string }
  | { kind: 'complete'; collection: string; parent?: string | null; complete: boolean }
  | { kind: 'leftEmpty'; fact: string; row?: string | null; left: boolean }
  | { kind: 'attach'; document: string; row?: string | null; state: AttachmentState | undefined }

/** The case after these edits: shares all that they do not touch. */
export function edit(before: Case, edits: readonly Edit[]): Case {
  const inputs = new Map<string, unknown>()
  /** Lists as these edits leave them so far. */
  const lists = new Map<string, ListInput>()
  const put = (key: string, now: ListInput): void => {
    lists.set(key, now)
    inputs.set(key, now)
  }
  const list = (collection: string, parent: string | null | undefined): [string, ListInput] => {
    const key = `listInput|${listKey(collection, parent ?? null)}` as const
    return [key, lists.get(key) ?? before.memo.get(key) ?? { ids: [], complete: false }]
  }
  for (const one of edits) {
    switch (one.kind) {
      case 'answer':
        inputs.set(`answer|${answerKey(one.fact, one.row ?? null)}`, one.value)
        break
      case 'addRow': {
        const [key, now] = list(one.collection, one.parent)
        if (!now.ids.includes(one.id)) put(key, { ...now, ids: now.ids.toSpliced(one.at ?? now.ids.length, 0, one.id) })
        inputs.set(`row|${one.id}`, one.subject)
        break
      }
      case 'removeRow': {
        const [key, now] = list(one.collection, one.parent)
        put(key, { ...now, ids: now.ids.filter((id) => id !== one.id) })
        break
      }
      case 'complete': {
        const [key, now] = list(one.collection, one.parent)
        put(key, { ...now, complete: one.complete })
        break
      }
      case 'leftEmpty':
        inputs.set(`leftEmpty|${answerKey(one.fact, one.row ?? null)}`, one.left ? true : undefined)
        break
      case 'attach':
        inputs.set(`attachment|${answerKey(one.document, one.row ?? null)}`, one.state)
        break
      default:
        one satisfies never
    }
  }
  return { ...before, memo: before.memo.edited(inputs) }
}
