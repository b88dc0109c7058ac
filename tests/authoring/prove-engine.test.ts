import fc from 'fast-check'
import { expect, test } from 'vitest'
import { proveTree } from '../../src/authoring/prove/tree.ts'
import { assessCase } from '../../src/engine/assess.ts'
import { openCase } from '../../src/engine/case.ts'
import { isList } from '../../src/feel/value.ts'
import { NO_ANSWERS } from '../../src/model/answers/answers.ts'
import type { AnswerJson } from '../../src/model/schema/answer-file.ts'
import { countVerdicts } from './count-verdicts.ts'
import { bruteForce } from './prove-brute-force.ts'
import { smallTree } from './prove-generated.ts'
import { options, smallVariant } from './prove-small-variant.ts'

const TODAY = '2026-05-01'

test('the proof says of every path what the engine says at its end', () => {
  fc.assert(
    fc.property(smallTree, (small) => {
      // The engine is given what people click on; "don't know" counting for another option is its own business.
      const variant = smallVariant({
        ...small,
        questions: small.questions.map((question) => (question.id === 'e' ? { ...question, options: options('x', 'y') } : question)),
      })
      const counted: Record<string, Record<string, bigint>> = { first: {}, second: {} }
      let waits = false
      bruteForce(variant, (answers, stop) => {
        const values = new Map(
          [...answers].map(([id, value]): [string, AnswerJson] => [
            id,
            value !== null && typeof value === 'object' && isList(value)
              ? value.items.map(String)
              : typeof value === 'boolean'
                ? value
                : String(value),
          ]),
        )
        const application = openCase(variant, { ...NO_ANSWERS, values }, { today: TODAY })
        const { at } = application.memo.get('path|')
        if (at.kind === 'step' || at.kind === 'start') {
          // nobody can answer what the walk waits for: the proof says so, and looks what would come behind it
          waits = true
          return
        }
        const said = assessCase(application)
        expect(said.stop?.id ?? null).toBe(stop)
        if (stop === null)
          for (const { id, verdict } of said.licences) counted[id] = { ...counted[id], [verdict]: (counted[id]?.[verdict] ?? 0n) + 1n }
      })
      if (waits) expect(proveTree(variant, TODAY).findings.map(({ code }) => code)).toContain('TREE_DEAD_END')
      else expect(Object.fromEntries(countVerdicts(variant, TODAY).map(({ id, verdicts }) => [id, verdicts]))).toEqual(counted)
    }),
    { numRuns: 25 },
  )
})
