import { references } from '../../feel/references.ts'
import { isCertain, isRow, type Value } from '../../feel/value.ts'
import { answerKey } from '../../model/answers/answers.ts'
import { wordsIn } from '../../model/lang.ts'
import type { ResolvedQuestion } from '../../model/variant.ts'
import { asValue } from '../answer-kinds/as-value.ts'
import type { Assessment } from '../assessment.ts'
import type { Case, Reading } from '../context.ts'
import { localise } from '../forms/format.ts'
import { same } from '../incremental/same.ts'
import { rowRef } from '../reader.ts'
import type { Clash } from '../states.ts'
import { refinedValue, settledValue } from './facts.ts'

/** Exported for the list of texts. */
export const CLASHES = {
  name: 'clashes',
  nl: {
    refined: (label: string) => `U gaf eerder een ander antwoord op "${label}". Wij rekenen met wat u daarna precies invulde.`,
    ruled: (label: string) => `Wat u invulde bij "${label}" kunt u hier niet kiezen: de gemeente bepaalt het. Wij rekenen daarmee.`,
    settled: (label: string) => `Uw antwoord op "${label}" past niet bij wat u eerder aankruiste. Wij rekenen met dit antwoord.`,
  },
  en: {
    refined: (label: string) => `You gave another answer to "${label}" before. We use what you filled in exactly afterwards.`,
    ruled: (label: string) => `Your answer to "${label}" cannot be chosen here: the municipality decides it. We use what it decided.`,
    settled: (label: string) => `Your answer to "${label}" does not fit what you ticked before. We use this answer.`,
  },
} as const

/** Answers contradicted by another answer. Of a coarse and an exact answer the exact one is used, and we say so. */
export function clashesCell(reading: Reading): Assessment['checks'] {
  const words = wordsIn(CLASHES, reading.lang)
  return reading.index.doubled.flatMap((question) =>
    rowsAbout(reading, question).flatMap((row) => {
      const kind = reading.get(`clash|${question.id}|${row ?? ''}`)
      if (!kind || (kind === 'refined' && question.subject !== 'case')) return []
      const message = words[kind === 'refined' && isRuled(question) ? 'ruled' : kind](localise(question.label, reading.lang))
      return [{ id: `clash.${question.id}`, severity: 'warn' as const, licences: [], row, message, advice: null, unverified: false }]
    }),
  )
}

export const clashes = ({ get }: Case): Assessment['checks'] => get('clashes|')

/** Whether the exact value comes from the town's rules, not from an answer. */
function isRuled({ refinedBy }: ResolvedQuestion): boolean {
  if (!refinedBy) return false
  const { facts, collections, aliases, parameters } = references(refinedBy.expr)
  return parameters.length > 0 && [facts, collections, aliases].every(({ length }) => length === 0)
}

/** What contradicts the answer to a question: nothing, the exact facts behind it, or an earlier answer. */
export const contradicted = (application: Case, { id }: ResolvedQuestion, row: string | null): Clash =>
  application.get(`clash|${id}|${row ?? ''}`)

/** `clash|fact|row`. */
export function clashCell(reading: Reading, [id = '', row = '']: readonly string[]): Clash {
  const question = reading.index.questions.get(id)
  const answer = reading.get(`answer|${answerKey(id, row || null)}`)
  if (!question || answer === undefined) return null
  const given = asValue(question, answer, (of) => rowRef(reading, of))
  const ref = row ? rowRef(reading, row) : null
  const bindings = ref ? { row: ref } : {}
  const differs = (other: Value): boolean => other !== null && isCertain(other) && !same(other, given)
  if (reading.get(`fact|${id}|${row}`) === null) return null
  if (differs(refinedValue(reading, question, ref))) return 'refined'
  return differs(settledValue(reading, question, bindings)) ? 'settled' : null
}

/** Rows a question is about; null stands for the case. */
export const rowsOf = (application: Case, question: ResolvedQuestion): readonly (string | null)[] => rowsAbout(application, question)

function rowsAbout({ variant, get }: Reading, { subject }: ResolvedQuestion): readonly (string | null)[] {
  if (subject === 'case') return [null]
  const list = variant.collections.find((each) => each.subject === subject && each.per === null)
  const value = list ? get(`list|${list.id}|`) : null
  return value ? value.items.filter(isRow).map(({ id }) => id) : []
}
