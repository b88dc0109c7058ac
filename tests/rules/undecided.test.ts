import { describe, expect, test } from 'vitest'
import { leftOf } from '../../src/engine/asked/left.ts'
import { edit, openCase } from '../../src/engine/case.ts'
import { coverage } from '../../src/engine/forms/form-coverage.ts'
import { answersFor } from '../engine/answers.ts'
import { shippedVariant } from '../engine/shipped.ts'
import { exampleOf } from '../journeys/example.ts'

const answers = ['voorbeeld', 'amsterdam'].flatMap((town) =>
  shippedVariant(town).questions.flatMap(({ id, options }) =>
    (options ?? []).filter(({ undecided }) => undecided).map((option) => ({ town, fact: id, value: option.id })),
  ),
)

describe('an answer that is still to come', () => {
  test('is offered somewhere', () => {
    expect(answers.length).toBeGreaterThanOrEqual(3)
  })

  test.each(answers)('$fact: $value in $town stands on no paper, and is counted as left', ({ town, fact, value }) => {
    const variant = shippedVariant(town)
    // a day before the new opening hours of Amsterdam begin
    const file = exampleOf('cafe-terrace-machines')
    const café = openCase(variant, answersFor(variant, { ...file, answers: { ...file.answers, 'application.startDate': '2026-05-01' } }), {
      today: '2026-03-01',
    })
    const application = edit(café, [{ kind: 'answer', fact, value }])
    const own = coverage(application).flatMap((form) =>
      form.sections.flatMap(({ id, instances }) => {
        const section = application.index.forms.get(form.id)?.sections.find((each) => each.id === id)
        // by the question, by what is derived from it, or by a formula
        const isBehind = (asked: string): boolean =>
          asked === fact || (application.index.questions.get(asked)?.derived?.source.includes(fact) ?? false)
        const named = new Set(
          section?.boxes.flatMap(({ nr, questions, value: formula }) =>
            questions?.some(isBehind) || formula?.source.includes(fact) ? [nr] : [],
          ),
        )
        return instances.flatMap(({ boxes }) => boxes.filter(({ nr, state }) => named.has(nr) && state !== 'notApplicable'))
      }),
    )
    expect(own.length).toBeGreaterThan(0)
    // nowhere in the packet, as part of another box either
    const printed = JSON.stringify(coverage(application).map(({ sections }) => sections.map(({ instances }) => instances)))
    expect(printed).not.toContain(`"text":"${value}`)
    expect(printed).not.toContain(`: ${value}`)
    for (const box of own) expect([box.nr, box.state, box.questions]).toEqual([box.nr, 'missing', expect.arrayContaining([fact])])
    expect(leftOf(application).answers).toContain(fact)
    expect(leftOf(café).answers).not.toContain('business.legalForm')
  })
})
