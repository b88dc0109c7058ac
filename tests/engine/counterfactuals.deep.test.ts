import { describe, expect, test } from 'vitest'
import { type Edit, edit } from '../../src/engine/case.ts'
import type { Case } from '../../src/engine/context.ts'
import { counterfactuals } from '../../src/engine/why/counterfactuals.ts'
import { shippedExamples } from '../authoring/shipped-examples.ts'

const verdict = (one: Case, id: string): string => one.memo.get(`verdict|${id}`).verdict
const fires = (one: Case, id: string): boolean => one.memo.get(`check|${id}`).length > 0
const example = (name: string): Case => {
  const found = shippedExamples().find(({ file }) => file.endsWith(`/${name}.yaml`))
  if (!found) throw new Error(`there is no example ${name}`)
  return found.one
}
const answering = (one: Case, answers: Readonly<Record<string, string | number | boolean>>): Case =>
  edit(
    one,
    Object.entries(answers).map(([key, value]): Edit => {
      const [fact = key, row = null] = key.split('@')
      return { kind: 'answer', fact, row, value }
    }),
  )

describe('what would change an outcome', () => {
  test('every change that is named flips the verdict or silences the check, in every example', () => {
    let tried = 0
    for (const { one } of shippedExamples()) {
      for (const { id } of one.variant.licences) {
        for (const { changes, outcome } of counterfactuals(one, id)) {
          const then = answering(one, Object.fromEntries(changes.map(({ key, value }) => [key, value as string])))
          expect(outcome).not.toBe(verdict(one, id))
          expect(verdict(then, id)).toBe(outcome)
          tried++
        }
      }
      for (const { id } of one.variant.checks.filter(({ severity }) => severity === 'block')) {
        for (const { changes } of counterfactuals(one, id)) {
          expect(fires(one, id)).toBe(true)
          expect(fires(answering(one, Object.fromEntries(changes.map(({ key, value }) => [key, value as string]))), id)).toBe(false)
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
    const one = answering(example('cafe-terrace-machines'), { 'premises.maxPersons': 80 })
    const found = counterfactuals(one, 'fireSafety').find(({ changes }) => changes.some(({ key }) => key === 'premises.maxPersons'))
    expect(found?.changes).toEqual([{ key: 'premises.maxPersons', value: 50 }])
    expect(verdict(answering(one, { 'premises.maxPersons': 51 }), 'fireSafety')).toBe('needed')
  })

  test('a manager who is too young is told the day on which it would be well', () => {
    const one = example('cafe-terrace-machines')
    const person = one.memo.get('listInput|people') ?? { ids: [] }
    const block = one.variant.checks.find(
      ({ severity, when, per }) => severity === 'block' && per === 'managers' && when.source.includes('person.ageAtStart'),
    )
    if (!block) throw new Error('no block on the age of managers')
    const young = answering(one, { [`person.birthDate@${person.ids[0]}`]: '2010-06-15' })
    expect(fires(young, block.id)).toBe(true)
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
    const one = answering(example('cafe-terrace-machines'), {})
    const open = edit(one, [{ kind: 'answer', fact: 'activity.alcohol', value: undefined }])
    expect(verdict(open, 'alcohol')).toBe('open')
    expect(counterfactuals(open, 'alcohol')).toEqual([])
    const quiet = one.variant.checks.find(({ id }) => !fires(one, id))
    expect(counterfactuals(one, quiet?.id ?? '')).toEqual([])
  })
})
