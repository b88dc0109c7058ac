import Big from 'big.js'
import { openCase } from '../../engine/case.ts'
import { readerOf } from '../../engine/reader.ts'
import { evaluate } from '../../feel/evaluate/evaluate.ts'
import { references } from '../../feel/references.ts'
import type { Value } from '../../feel/value.ts'
import { NO_ANSWERS } from '../../model/answers/answers.ts'
import type { Finding } from '../../model/findings/finding.ts'
import type { AnswerJson } from '../../model/schema/answer-file.ts'
import type { ResolvedFee, Variant } from '../../model/variant.ts'

/** Amounts that no town may charge, whatever the applicant answers: above the legal maximum, or negative. */
export const findWrongAmounts = (variant: Variant, date: string): Finding[] => [
  ...findAboveCeiling(variant, date),
  ...findNegative(variant, date),
]

function findNegative(variant: Variant, date: string): Finding[] {
  return variant.fees.flatMap(({ id, amounts }) =>
    amounts.flatMap(({ amount }) => {
      if (!amount) return []
      const worst = combinations(variant, [amount])
        .map((answers) => ({ answers, asked: evaluate(amount.expr, readerWith(variant, answers, date), {}) }))
        .filter((found): found is typeof found & { asked: Big } => found.asked instanceof Big && found.asked.lt(0))
        .toSorted((a, b) => a.asked.cmp(b.asked))[0]
      if (!worst) return []
      return [
        {
          code: 'NEGATIVE_AMOUNT' as const,
          severity: 'error' as const,
          file: amount.file,
          line: amount.line,
          column: 1,
          path: `fees/${id}`,
          message: `The amount of ${id} is ${worst.asked.toFixed(2)} euro${whenSaid(worst.answers)}: less than nothing.`,
          mend: 'Write what is paid. What is given back is no fee; a reduction is a part of the formula that stays above nothing.',
        },
      ]
    }),
  )
}

const readerWith = (variant: Variant, answers: readonly [string, AnswerJson][], date: string) =>
  readerOf(openCase(variant, { ...NO_ANSWERS, values: new Map(answers) }, { today: date }))

function whenSaid(answers: readonly [string, AnswerJson][]): string {
  const when = answers.map(([fact, answer]) => `${fact} ${answer}`).join(', ')
  return when ? ` for ${when}` : ''
}

function findAboveCeiling(variant: Variant, date: string): Finding[] {
  return variant.fees.flatMap(({ id, amounts, ceiling }) =>
    amounts.flatMap(({ amount }) => {
      if (!ceiling || !amount) return []
      const worst = combinations(variant, [amount, ceiling.amount])
        .map((answers) => {
          const reader = readerWith(variant, answers, date)
          return { answers, asked: evaluate(amount.expr, reader, {}), most: evaluate(ceiling.amount.expr, reader, {}) }
        })
        .filter(isAbove)
        .toSorted((a, b) => Number(b.asked.minus(b.most).minus(a.asked.minus(a.most))))[0]
      if (!worst) return []
      return [
        {
          code: 'FEE_ABOVE_CEILING' as const,
          severity: 'error' as const,
          file: amount.file,
          line: amount.line,
          column: 1,
          path: `fees/${id}`,
          message: `The amount of ${id} is ${worst.asked.toFixed(2)} euro${whenSaid(worst.answers)}; the law allows ${worst.most.toFixed(2)} at most${ceiling.source ? ` (${ceiling.source})` : ''}.`,
          mend: 'Lower the amount. What is charged beside it, such as handling, is a fee line of its own with its own source.',
        },
      ]
    }),
  )
}

const isAbove = <T extends { asked: Value; most: Value }>(found: T): found is T & { asked: Big; most: Big } =>
  found.asked instanceof Big && found.most instanceof Big && found.asked.gt(found.most)

/** Every set of answers that the formulas distinguish; one without answers when they read something that cannot be enumerated. */
function combinations(
  variant: Variant,
  formulas: readonly NonNullable<ResolvedFee['amounts'][number]['amount']>[],
): [string, AnswerJson][][] {
  const facts = [...new Set(formulas.flatMap(({ expr }) => references(expr).facts))]
  return facts.reduce<[string, AnswerJson][][]>(
    (sets, fact) => {
      const answers = answersOf(variant, fact)
      return answers.length === 0 ? sets : sets.flatMap((set) => answers.map((answer): [string, AnswerJson][] => [...set, [fact, answer]]))
    },
    [[]],
  )
}

function answersOf(variant: Variant, fact: string): AnswerJson[] {
  const question = variant.questions.find(({ id }) => id === fact)
  if (question?.subject !== 'case') return []
  if (question.type === 'choice') return question.options?.map(({ id }) => id) ?? []
  if (question.type === 'yesNo') return [true, false]
  return question.type === 'integer' ? [1, 2, 3] : []
}
