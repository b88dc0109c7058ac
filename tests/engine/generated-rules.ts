import fc from 'fast-check'
import type { SmallRules } from './small-rules.ts'

const OPTIONS = ['red', 'green', 'blue']
interface Fact {
  id: string
  type: 'yesNo' | 'choice' | 'integer'
}

/** A condition over some facts; `depth` bounds its size. */
function condition(facts: readonly Fact[], depth = 2): fc.Arbitrary<string> {
  const atom = fc.constantFrom(...facts).chain((fact) => {
    if (fact.type === 'yesNo') return fc.constantFrom(fact.id, `not(${fact.id})`, `${fact.id} = false`)
    if (fact.type === 'choice')
      return fc.tuple(fc.constantFrom('=', '!='), fc.constantFrom(...OPTIONS)).map(([op, option]) => `${fact.id} ${op} "${option}"`)
    return fc.tuple(fc.constantFrom('<', '<=', '>', '>=', '='), fc.integer({ min: 0, max: 100 })).map(([op, n]) => `${fact.id} ${op} ${n}`)
  })
  if (depth === 0) return atom
  const inner = condition(facts, depth - 1)
  return fc.oneof(
    atom,
    fc.tuple(inner, fc.constantFrom('and', 'or'), inner).map(([a, op, b]) => `(${a}) ${op} (${b})`),
    fc.tuple(inner, inner, inner).map(([a, b, c]) => `if ${a} then (${b}) else (${c})`),
  )
}

const facts: fc.Arbitrary<Fact[]> = fc
  .array(fc.constantFrom<Fact['type']>('yesNo', 'choice', 'integer'), { minLength: 3, maxLength: 8 })
  .map((types) => types.map((type, index) => ({ id: `fact.f${index}`, type })))

/** Small rule sets that are right by construction: facts with conditions on earlier facts, derived facts, licences, boxes, fees, checks. */
export const smallRules: fc.Arbitrary<SmallRules> = facts.chain((list) => {
  const last = list.at(-1)
  const before = list.slice(0, -1)
  return fc
    .record({
      whens: fc.tuple(
        ...list.map((_, index) => (index === 0 ? fc.constant(null) : fc.option(condition(list.slice(0, index), 1), { freq: 3 }))),
      ),
      derived: condition(list),
      rules: fc.array(fc.tuple(condition(list), fc.constantFrom('needed', 'notNeeded', 'notAllowed')), { minLength: 1, maxLength: 4 }),
      second: condition(before),
      boxWhens: fc.tuple(...list.map(() => fc.option(condition(list, 1)))),
      check: condition(list),
      feeWhen: condition(list, 1),
      coarse: fc.constantFrom(...list.filter((fact) => fact.type === 'integer').map((fact) => fact.id), null),
    })
    .map(
      ({ whens, derived, rules, second, boxWhens, check, feeWhen, coarse }): SmallRules => ({
        questions: [
          ...list.map((fact, index) => ({
            ...fact,
            ...(fact.type === 'choice' ? { options: OPTIONS } : {}),
            ...(whens[index] ? { when: whens[index] } : {}),
          })),
          { id: 'sum.all', type: 'yesNo', derived },
          ...(coarse ? [{ id: 'coarse.many', type: 'yesNo', refinedBy: `${coarse} > 50` }] : []),
          { id: 'room.size', subject: 'room', type: 'integer' },
        ],
        collections: [{ id: 'rooms', subject: 'room' }],
        steps: before.map((fact, index) => ({ id: `step${index}`, ask: [fact.id] })),
        licences: [
          {
            id: 'permit',
            rules: [
              ...rules.map(([when, verdict], index) => ({ id: `r${index}`, when, verdict })),
              { id: 'rest', when: true, verdict: 'needed' },
            ],
          },
          {
            id: 'other',
            form: 'form',
            rules: [
              { id: 'derived', when: `sum.all and verdict("permit") = "needed"`, verdict: 'needed' },
              { id: 'second', when: coarse ? `coarse.many or (${second})` : second, verdict: 'notAllowed' },
              { id: 'rest', when: true, verdict: 'notNeeded' },
            ],
          },
        ],
        sections: [
          {
            id: 'a',
            boxes: list.map((fact, index) => ({
              nr: `A${index}`,
              type: fact.type === 'integer' ? 'number' : fact.type,
              questions: [fact.id],
              ...(boxWhens[index] ? { when: boxWhens[index] } : {}),
            })),
          },
          {
            id: 'b',
            per: 'rooms',
            boxes: [
              { nr: 'B1', type: 'number', questions: ['room.size'] },
              { nr: 'B2', type: 'number', value: 'count(rooms)' },
            ],
          },
          {
            id: 'c',
            boxes: [
              { nr: 'C1', type: 'yesNo', value: last ? 'sum.all' : 'true' },
              { nr: 'C2', type: 'signature' },
            ],
          },
        ],
        fees: [{ id: 'permit.price', licence: 'permit', when: feeWhen, amounts: [{ amount: 'if sum.all then 100 else 12.50' }] }],
        checks: [{ id: 'strange', when: check }],
      }),
    )
})
