import { describe, expect, test } from 'vitest'
import { edit } from '../../src/engine/case.ts'
import type { Case } from '../../src/engine/context.ts'
import { counterfactuals } from '../../src/engine/why/counterfactuals.ts'
import type { Edit } from '../../src/model/answers/edit.ts'
import { shippedExamples } from '../authoring/shipped-examples.ts'

const verdict = (application: Case, id: string): string => application.memo.get(`verdict|${id}`).verdict
const fires = (application: Case, id: string): boolean => application.memo.get(`check|${id}`).length > 0
const example = (name: string): Case => {
  const found = shippedExamples().find(({ file }) => file.endsWith(`/${name}.yaml`))
  if (!found) throw new Error(`there is no example ${name}`)
  return found.application
}
const answering = (application: Case, answers: Readonly<Record<string, string | number | boolean>>): Case =>
  edit(
    application,
    Object.entries(answers).map(([key, value]): Edit => {
      const [fact = key, row = null] = key.split('@')
      return { kind: 'answer', fact, row, value }
    }),
  )

describe('what would change an outcome', () => {
  test('every change that is named flips the verdict or silences the check, in every example', () => {
    let tried = 0
    for (const { application } of shippedExamples()) {
      for (const { id } of application.variant.licences) {
        for (const { changes, outcome } of counterfactuals(application, id)) {
          const then = answering(application, Object.fromEntries(changes.map(({ key, value }) => [key, value as string])))
          expect(outcome).not.toBe(verdict(application, id))
          expect(verdict(then, id)).toBe(outcome)
          tried++
        }
      }
      for (const { id } of application.variant.checks.filter(({ severity }) => severity === 'block')) {
        for (const { changes } of counterfactuals(application, id)) {
          expect(fires(application, id)).toBe(true)
          expect(fires(answering(application, Object.fromEntries(changes.map(({ key, value }) => [key, value as string]))), id)).toBe(false)
          tried++
        }
      }
    }
    expect(tried).toBeGreaterThan(100)
  })

  test('a tea room without alcohol would need the licence when it serves', () => {
    const [first] = counterfactuals(example('outcome-quiet-tea-room'), 'alcohol')
    expect(first?.changes).toEqual([{ key: 'activity.alcohol', value: 'onSite' }])
    expect(first?.outcome).toBe('needed')
  })

  test('a number moves no farther than the bound of the law', () => {
    const application = answering(example('cafe-terrace-machines'), { 'premises.maxPersons': 80 })
    const found = counterfactuals(application, 'fireSafety').find(({ changes }) => changes.some(({ key }) => key === 'premises.maxPersons'))
    expect(found?.changes).toEqual([{ key: 'premises.maxPersons', value: 50 }])
    expect(verdict(answering(application, { 'premises.maxPersons': 51 }), 'fireSafety')).toBe('needed')
  })

  test('a manager who is too young is told the day on which it would be well', () => {
    const application = example('cafe-terrace-machines')
    const person = application.memo.get('listInput|people') ?? { ids: [] }
    const young = answering(application, { [`person.birthDate@${person.ids[0]}`]: '2010-06-15' })
    // one of them speaks: of the licence that asks the greatest age
    const [block, ...others] = application.variant.checks.filter(
      ({ id, severity, when, per }) =>
        severity === 'block' && per !== null && when.source.includes('person.ageAtStart') && fires(young, id),
    )
    if (!block) throw new Error('no block on the age of managers')
    expect(others).toEqual([])
    const born = counterfactuals(young, block.id).flatMap(({ changes }) => changes.filter(({ key }) => key.startsWith('person.birthDate')))
    expect(born).toHaveLength(1)
    const [{ key, value } = { key: '', value: '' }] = born
    const dayLater = new Date(Date.parse(`${value}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
    expect(fires(answering(young, { [key]: String(value) }), block.id)).toBe(false)
    expect(fires(answering(young, { [key]: dayLater }), block.id)).toBe(true)
  })

  test('is said in the language of the case, with the answer then and the answer now', () => {
    const dutch = example('outcome-quiet-tea-room')
    expect(counterfactuals(dutch, 'alcohol')[0]?.text).toMatch(/^Antwoordt u bij ".+" ".+" \(nu "nee"\), dan is de uitkomst: nodig\.$/)
    expect(counterfactuals({ ...dutch, lang: 'en' }, 'alcohol')[0]?.text).toMatch(
      /^If you answer ".+" to ".+" \(now "no"\), the outcome is: needed\.$/,
    )
  })

  test('of an outcome that is still open there is nothing to change, nor of a check that does not fire', () => {
    const application = answering(example('cafe-terrace-machines'), {})
    const open = edit(application, [{ kind: 'answer', fact: 'activity.alcohol', value: undefined }])
    expect(verdict(open, 'alcohol')).toBe('open')
    expect(counterfactuals(open, 'alcohol')).toEqual([])
    const quiet = application.variant.checks.find(({ id }) => !fires(application, id))
    expect(counterfactuals(application, quiet?.id ?? '')).toEqual([])
  })
})
