import { describe, expect, test } from 'vitest'
import { openProject, openVariant } from '../../src/cli/project.ts'
import { assessCase } from '../../src/engine/assess.ts'
import type { Assessment } from '../../src/engine/assessment.ts'
import { edit, openCase } from '../../src/engine/case.ts'
import { NO_ANSWERS } from '../../src/model/answers/answers.ts'
import type { AnswerJson } from '../../src/model/schema/answer-file.ts'
import type { Variant } from '../../src/model/variant.ts'

const { variant } = openVariant(openProject(process.cwd(), undefined), 'voorbeeld', '2026-03-02')
if (!variant) throw new Error('voorbeeld has mistakes')

const CAFE: Readonly<Record<string, AnswerJson>> = {
  'application.startDate': '2026-09-01',
  'application.kind': 'new',
  'premises.kind': 'building',
  'activity.main': 'drinking',
  'activity.alcohol': 'onSite',
}
function opening(answers: Readonly<Record<string, AnswerJson>>, rules: Variant = variant as Variant): Assessment['opening'] {
  const application = openCase(rules, NO_ANSWERS, { today: '2026-03-02' })
  return assessCase(
    edit(
      application,
      Object.entries({ ...CAFE, ...answers }).map(([fact, value]) => ({ kind: 'answer' as const, fact, row: null, value })),
    ),
  ).opening
}

describe('the day on which the doors may open is a range', () => {
  test('at best eight weeks after a complete application, which end on a working day', () => {
    // handed in on Monday 2 March 2026: eight weeks later is King's Day
    expect(opening({})).toMatchObject({ best: '2026-04-28', extended: '2026-06-22', unknown: [] })
  })

  test('what is missing stops the clock for as long as it is missing: no day can be named', () => {
    expect(opening({})?.delays).toMatchObject([{ id: 'completion', weeks: null }])
    expect(opening({})?.delayed).toBeNull()
  })

  test('the national Bibob office may take eight weeks and once four more', () => {
    const bibob = {
      ...variant,
      delays: (variant as Variant).delays.map((delay) => ({ ...delay, when: null })),
    }
    const range = opening({}, bibob as Variant)
    expect(range?.delays).toContainEqual(expect.objectContaining({ id: 'bibobAdvice', weeks: 12 }))
    // twelve weeks on top of the extension
    expect(range?.delayed).toBe('2026-09-14')
  })

  test('what is stopped is the term as it is counted, not the working day to which its end was moved', () => {
    const rules = variant as Variant
    const noExtension = {
      ...rules,
      delays: rules.delays.map((delay) => ({ ...delay, when: null })),
      licences: rules.licences.map((licence) => ({
        ...licence,
        terms: licence.terms.map((term) => ({ ...term, extensionWeeks: null })),
      })),
    }
    // eight weeks end on King's Day, a Monday; twelve weeks later is a Monday again
    expect(opening({}, noExtension)).toMatchObject({ best: '2026-04-28', extended: null, delayed: '2026-07-20' })
  })

  test('a licence whose term nobody knows leaves the first day open, and is named', () => {
    const rules = variant as Variant
    const withoutTerm = {
      ...rules,
      licences: rules.licences.map((licence) => ({
        ...licence,
        terms: licence.terms.map((term) => (licence.id === 'exploitation' ? { ...term, weeks: null, days: null } : term)),
      })),
    }
    expect(opening({}, withoutTerm)).toMatchObject({ best: null, extended: null, delayed: null, unknown: ['exploitation'] })
  })

  test('who needs nothing waits for nothing', () => {
    expect(opening({ 'application.kind': 'closing' })).toBeNull()
  })
})
