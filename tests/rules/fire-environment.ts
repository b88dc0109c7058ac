import { openCase } from '../../src/engine/case.ts'
import type { Case } from '../../src/engine/context.ts'
import { readAnswers } from '../../src/model/answers/read-answers.ts'
import type { AnswerFile } from '../../src/model/schema/answer-file.ts'
import { shippedVariant } from '../engine/shipped.ts'
import { exampleOf } from '../journeys/example.ts'

export const TODAY = '2026-03-02'

export interface Change {
  readonly answers?: Readonly<Record<string, unknown>>
  /** Rows of a collection, in place of those of the example. */
  readonly rows?: Readonly<Record<string, readonly Record<string, unknown>[]>>
  /** Values of the town. */
  readonly town?: Readonly<Record<string, number | string>>
}

/** An example with some answers, lists and values of the town changed; an answer `undefined` is taken away, `null` is left empty by choice. */
export function changed(example: string, { answers = {}, rows = {}, town = {} }: Change): Case {
  const shipped = shippedVariant('voorbeeld')
  const variant = {
    ...shipped,
    parameters: shipped.parameters.map((parameter) => {
      const value = town[parameter.id]
      return value === undefined ? parameter : { ...parameter, values: parameter.values.map((one) => ({ ...one, value })) }
    }),
  }
  const file = exampleOf(example)
  const given = Object.entries({ ...file.answers, ...answers }).filter(([, value]) => value !== undefined && value !== null)
  const altered = {
    ...file,
    answers: Object.fromEntries(given),
    collections: { ...file.collections, ...rows },
    complete: [...new Set([...(file.complete ?? []), ...Object.keys(rows)])],
    leftEmpty: [...(file.leftEmpty ?? []), ...Object.keys(answers).filter((id) => answers[id] === null)],
  } as AnswerFile
  const { answers: read, findings } = readAnswers(altered, variant, 'test', () => ({ line: 1, column: 1 }))
  if (findings.length > 0) throw new Error(findings.map(({ path, message }) => `${path}: ${message}`).join('; '))
  return openCase(variant, read, { today: TODAY }, 'nl')
}

/** A café of sixty people with fryer, terrace and soft music, everything filled in. */
export const cafe = (change: Change): Case => changed('cafe-terrace-machines', change)

export const factOf = (application: Case, id: string): unknown => application.memo.get(`fact|${id}|`)
/** Read straight from the memo: a whole assessment per row of a table would cost a minute. */
export const checksOf = ({ variant, memo }: Case): string[] =>
  variant.checks.filter(({ id }) => memo.get(`check|${id}`).length > 0).map(({ id }) => id)

export function verdictOf({ variant, memo }: Case, id: string): string {
  const { verdict, rules } = memo.get(`verdict|${id}`)
  return verdict === 'needed' ? (rules[0]?.duty ?? variant.licences.find((one) => one.id === id)?.duty ?? 'none') : verdict
}
