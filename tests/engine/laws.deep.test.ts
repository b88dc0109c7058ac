import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assess, assessCase } from '../../src/engine/assess.ts'
import type { Assessment } from '../../src/engine/assessment.ts'
import { edit, openCase } from '../../src/engine/case.ts'
import { references } from '../../src/feel/references.ts'
import { NO_ANSWERS } from '../../src/model/answers/answers.ts'
import type { Edit } from '../../src/model/answers/edit.ts'
import type { AnswerJson } from '../../src/model/schema/answer-file.ts'
import type { ResolvedQuestion, Variant } from '../../src/model/variant.ts'
import { smallRules } from './generated-rules.ts'
import { shippedVariant } from './shipped.ts'
import { smallVariant } from './small-rules.ts'

const DATES = { today: '2026-03-01' }
const RUNS = 60

/** A plausible answer to a question, by its type. */
function answerTo(question: ResolvedQuestion): fc.Arbitrary<AnswerJson> {
  const options = (question.options ?? []).map((option) => option.id)
  switch (question.type) {
    case 'yesNo':
      return fc.boolean()
    case 'choice':
      return fc.constantFrom(...options)
    case 'multiChoice':
      return fc.subarray(options, { minLength: 1 })
    case 'integer':
    case 'number':
    case 'area':
      return fc.integer({ min: 0, max: 120 })
    case 'amount':
      return fc.integer({ min: 0, max: 10_000_000 })
    case 'date':
      return fc.constantFrom('1980-05-05', '2005-03-01', '2026-05-01', '2028-06-01')
    case 'time':
      return fc.constantFrom('09:00', '22:00', '00:00+1', '01:30+1', '04:00+1')
    default:
      return fc.constantFrom('a', 'Kadıköy')
  }
}

const isAsked = (question: ResolvedQuestion): boolean =>
  question.subject === 'case' &&
  !(question.derived && !question.refinedBy) &&
  question.type !== 'file' &&
  question.type !== 'party' &&
  question.type !== 'period'

/** Answers of the case, some of them; rows come in as edits below. */
const answersTo = (
  variant: Variant,
  share: number,
  questions: readonly ResolvedQuestion[] = variant.questions,
): fc.Arbitrary<[string, AnswerJson][]> =>
  fc
    .tuple(
      ...questions.filter(isAsked).map((question) => fc.option(fc.tuple(fc.constant(question.id), answerTo(question)), { freq: share })),
    )
    .map((list) => list.filter((one) => one !== null) as [string, AnswerJson][])

const rowEdits = (variant: Variant): fc.Arbitrary<Edit[]> => {
  const lists = variant.collections.filter((list) => list.id !== 'parties' && list.id !== 'roles' && list.per === null)
  if (lists.length === 0) return fc.constant([])
  const one = fc.constantFrom(...lists).chain((list) => {
    const facts = variant.questions.filter(
      (question) =>
        question.subject === list.subject &&
        !question.derived &&
        ['yesNo', 'choice', 'multiChoice', 'integer', 'number', 'area', 'date', 'time', 'text'].includes(question.type),
    )
    const id = fc.integer({ min: 1, max: 3 }).map((n) => `${list.id}${n}`)
    const row = id.chain((rowId): fc.Arbitrary<Edit[]> => {
      const add: Edit = { kind: 'addRow', collection: list.id, id: rowId, subject: list.subject }
      const fact =
        facts.length === 0
          ? fc.constant<Edit[]>([])
          : fc
              .constantFrom(...facts)
              .chain((question) => answerTo(question).map((value): Edit[] => [{ kind: 'answer', fact: question.id, row: rowId, value }]))
      return fc.oneof(
        fact.map((more) => [add, ...more]),
        fc.constant<Edit[]>([{ kind: 'complete', collection: list.id, complete: true }]),
        fc.constant<Edit[]>([{ kind: 'removeRow', collection: list.id, id: rowId }]),
      )
    })
    return row
  })
  return fc.array(one, { maxLength: 12 }).map((list) => list.flat())
}

const asEdits = (answers: readonly (readonly [string, AnswerJson])[]): Edit[] =>
  answers.map(([fact, value]) => ({ kind: 'answer', fact, value }))
const decidedIn = (result: Assessment): [string, string][] =>
  [...result.licences, ...result.extras].filter((one) => one.verdict !== 'open').map((one) => [one.id, one.verdict])
/** What an irrelevant answer may not change; checks speak about answers as such. */
const outcome = ({ checks: _checks, advice: _advice, ...rest }: Assessment) => rest

function laws(name: string, variants: fc.Arbitrary<Variant>, share: number): void {
  describe(name, () => {
    test('the order of the answers does not matter', () => {
      fc.assert(
        fc.property(
          variants.chain((variant) =>
            answersTo(variant, share).chain((answers) =>
              fc.tuple(fc.constant(variant), fc.constant(answers), fc.shuffledSubarray(answers, { minLength: answers.length })),
            ),
          ),
          ([variant, answers, shuffled]) => {
            const start = openCase(variant, NO_ANSWERS, DATES)
            const step = (list: readonly (readonly [string, AnswerJson])[]) =>
              assessCase(asEdits(list).reduce((application, change) => edit(application, [change]), start))
            expect(step(shuffled)).toEqual(step(answers))
          },
        ),
        { numRuns: RUNS },
      )
    })

    test('after any chain of edits everything is as from scratch', () => {
      fc.assert(
        fc.property(
          variants.chain((variant) => fc.tuple(fc.constant(variant), answersTo(variant, share), answersTo(variant, 2), rowEdits(variant))),
          ([variant, first, second, rows]) => {
            const edits: Edit[] = [
              ...asEdits(first),
              ...rows,
              ...asEdits(second),
              ...first.slice(0, 5).map(([fact]): Edit => ({ kind: 'answer', fact, value: undefined })),
            ]
            let application = openCase(variant, NO_ANSWERS, DATES)
            edits.forEach((change, index) => {
              application = edit(application, [change])
              if (index % 4 === 0) assessCase(application)
            })
            expect(assessCase(application)).toEqual(assessCase(edit(openCase(variant, NO_ANSWERS, DATES), edits)))
            // what is saved of a case is the case
            expect(assessCase(openCase(variant, application.answers, DATES))).toEqual(assessCase(application))
          },
        ),
        { numRuns: RUNS },
      )
    })

    test('what is decided on some answers stays decided when more come', () => {
      fc.assert(
        fc.property(
          variants.chain((variant) =>
            answersTo(variant, share, uncontested(variant)).chain((answers) =>
              fc.tuple(fc.constant(variant), fc.constant(answers), fc.subarray(answers)),
            ),
          ),
          ([variant, answers, some]) => {
            const all = assess(variant, { ...NO_ANSWERS, values: new Map(answers) }, DATES)
            const part = assess(variant, { ...NO_ANSWERS, values: new Map(some) }, DATES)
            // a stop overrules the licences: what was open becomes "elsewhere"
            fc.pre(all.stop === null && part.stop === null)
            const now = new Map(decidedIn(all))
            for (const [id, verdict] of decidedIn(part)) expect([id, now.get(id)]).toEqual([id, verdict])
          },
        ),
        { numRuns: RUNS },
      )
    })

    test('each fact is asked at most once per subject, and what is answered is not open', () => {
      fc.assert(
        fc.property(
          variants.chain((variant) => fc.tuple(fc.constant(variant), answersTo(variant, share), rowEdits(variant))),
          ([variant, answers, rows]) => {
            const { asked, open } = assessCase(edit(openCase(variant, NO_ANSWERS, DATES), [...asEdits(answers), ...rows])).questions
            // "not known yet" is an answer to go on with, and open until there is one
            const toCome = answers.flatMap(([key, value]) => {
              const options = variant.questions.find(({ id }) => id === key.split('@')[0])?.options
              return options?.some((option) => option.undecided && option.id === value) ? [key] : []
            })
            const settled = asked.filter((key) => !toCome.includes(key))
            expect(new Set([...settled, ...open]).size).toBe(settled.length + open.length)
          },
        ),
        { numRuns: RUNS },
      )
    })

    test('an answer that is used nowhere changes nothing', () => {
      fc.assert(
        fc.property(
          variants.chain((variant) => fc.tuple(fc.constant(variant), answersTo(variant, share))),
          ([variant, answers]) => {
            const result = assess(variant, { ...NO_ANSWERS, values: new Map(answers) }, DATES)
            const used = new Set(result.questions.asked)
            const without = assess(variant, { ...NO_ANSWERS, values: new Map(answers.filter(([id]) => used.has(id))) }, DATES)
            expect(outcome(without)).toEqual(outcome(result))
          },
        ),
        { numRuns: RUNS },
      )
    })

    test('the boxes of every form are the sum of the six states', () => {
      fc.assert(
        fc.property(
          variants.chain((variant) => fc.tuple(fc.constant(variant), answersTo(variant, share), rowEdits(variant))),
          ([variant, answers, rows]) => {
            const { counts } = assessCase(edit(openCase(variant, NO_ANSWERS, DATES), [...asEdits(answers), ...rows]))
            expect(counts.filled + counts.notApplicable + counts.signature + counts.empty + counts.authority + counts.missing).toBe(
              counts.boxes,
            )
          },
        ),
        { numRuns: RUNS },
      )
    })
  })
}

/** Questions without the exact facts behind a coarse one: an exact answer may contradict the class given before, and that is a check. */
function uncontested(variant: Variant): ResolvedQuestion[] {
  const exact = new Set(variant.questions.flatMap((question) => (question.refinedBy ? references(question.refinedBy.expr).facts : [])))
  return variant.questions.filter((question) => !exact.has(question.id) && !question.settledBy)
}

laws(
  'generated rule sets',
  smallRules.map((rules) => smallVariant(rules)),
  4,
)
laws('the rule set that is shipped', fc.constantFrom('voorbeeld', 'amsterdam/centrum').map(shippedVariant), 6)

test('an overlay without changes gives what its base gives', () => {
  fc.assert(
    fc.property(
      smallRules.chain((rules) => answersTo(smallVariant(rules), 4).map((answers) => [rules, answers] as const)),
      ([rules, answers]) => {
        const values = { ...NO_ANSWERS, values: new Map(answers) }
        const { variant: _town, ruleSet: _ruleSet, ...town } = assess(smallVariant({ ...rules, changes: [] }, 'town'), values, DATES)
        const { variant: _base, ruleSet: _own, ...base } = assess(smallVariant(rules, 'base'), values, DATES)
        expect(town).toEqual(base)
      },
    ),
    { numRuns: 20 },
  )
})
