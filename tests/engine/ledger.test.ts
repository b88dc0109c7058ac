import { describe, expect, test } from 'vitest'
import { burdenOf } from '../../src/authoring/stats/burden.ts'
import { questionsOf } from '../../src/engine/asked/questions.ts'
import { edit } from '../../src/engine/case.ts'
import { coverage } from '../../src/engine/forms/form-coverage.ts'
import { explain } from '../../src/engine/why/explain.ts'
import { boxesFilledBy, ledgerOf } from '../../src/engine/why/ledger.ts'
import type { Edit } from '../../src/model/answers/edit.ts'
import { shippedExamples } from '../authoring/shipped-examples.ts'

const example = (name: string) => {
  const found = shippedExamples().find(({ file }) => file.endsWith(`/${name}.yaml`))
  if (!found) throw new Error(`there is no example ${name}`)
  return found.application
}

describe('the ledger of a question', () => {
  const cafe = example('cafe-terrace-machines')

  test('names every form on which the street of the premises stands, each with its ground', () => {
    const entries = ledgerOf(cafe.variant).get('premises.address.street') ?? []
    expect(new Set(entries.map(({ form }) => form))).toEqual(
      new Set(['alcohol', 'bibob', 'environment', 'exploitation', 'fireSafety', 'gamingMachines', 'terrace']),
    )
    expect(entries.every(({ basis }) => basis.nl.length > 0)).toBe(true)
  })

  test('follows an answer through what is computed of it', () => {
    const entries = ledgerOf(cafe.variant).get('person.firstNames') ?? []
    expect(entries.some(({ how }) => how === 'computed')).toBe(true)
    expect(entries.some(({ how }) => how === 'printed')).toBe(true)
  })

  test('counts for one person only the boxes of that person', () => {
    const rows = questionsOf(cafe).asked.filter((key) => key.startsWith('person.birthDate@'))
    expect(rows.length).toBeGreaterThan(1)
    for (const key of rows) {
      const boxes = boxesFilledBy(cafe, key)
      expect(boxes.length).toBeGreaterThan(0)
      const without = boxes.filter(({ box }) => box.state === 'filled' && box.text === null && box.rows === null)
      expect(without).toEqual([])
    }
    const all = rows.map((key) => boxesFilledBy(cafe, key).map(({ form, box }) => `${form}:${box.key}`))
    const [first = [], second = []] = all
    expect(first.filter((box) => box.includes('@')).filter((box) => second.includes(box))).toEqual([])
  })

  test('says in an explanation what stands in the box now', () => {
    const found = explain(cafe, 'premises.address.city')
    expect(found?.ledger.find(({ box }) => box === 'alcohol:AL-055' || box === 'alcohol:AL-054')?.text).toBeTruthy()
    expect(found?.boxes).toEqual(found?.ledger.map(({ box }) => box))
  })

  test('leaves no box behind: whatever box prints an answer stands in the ledger of its question', () => {
    for (const { application } of shippedExamples()) {
      const ledger = ledgerOf(application.variant)
      const printed = coverage(application).flatMap((form) =>
        form.sections.flatMap(({ instances }) =>
          instances.flatMap(({ boxes }) =>
            boxes.flatMap((box) => box.questions.map((key) => ({ key, form: form.id, nr: box.nr, state: box.state }))),
          ),
        ),
      )
      const absent = printed.filter(({ key, form, nr, state }) => {
        const [fact = key] = key.split('@')
        return state === 'filled' && !ledger.get(fact)?.some((entry) => entry.form === form && entry.nr === nr)
      })
      expect(absent).toEqual([])
    }
  })
})

describe('paper and screen in the same unit', () => {
  const cafe = example('cafe-terrace-machines')
  const before = burdenOf(cafe)

  test('an address stays four blanks with an addition to its number', () => {
    const after = burdenOf(edit(cafe, [{ kind: 'answer', fact: 'premises.address.addition', value: 'hs' }]))
    expect(after).toEqual(before)
  })

  test('a night of opening is two inputs: from and until', () => {
    const row = 'extraNight'
    const answer = (fact: string, value: string): Edit => ({ kind: 'answer', fact: `hours.${fact}`, row, value })
    const after = burdenOf(
      edit(cafe, [
        { kind: 'addRow', collection: 'hours', id: row, subject: 'hours' },
        ...[answer('place', 'inside'), answer('night', 'mon'), answer('season', 'summer'), answer('purpose', 'opening')],
        ...[answer('open', '09:00'), answer('close', '23:00')],
      ]),
    )
    expect(after.inputs - before.inputs).toBe(2)
  })

  test('a row of a table counts its cells on paper', () => {
    const row = 'extraRoom'
    const rows = [...(cafe.memo.get('listInput|rooms')?.ids ?? [])]
    const facts = questionsOf(cafe).asked.filter((key) => key.endsWith(`@${rows[0]}`))
    const copy = facts.map((key): Edit => {
      const [fact = ''] = key.split('@')
      return { kind: 'answer', fact, row, value: cafe.memo.get(`answer|${key}`) as string }
    })
    const after = burdenOf(edit(cafe, [{ kind: 'addRow', collection: 'rooms', id: row, subject: 'room' }, ...copy]))
    expect(after.inputs - before.inputs).toBe(facts.length)
    expect(after.paper - before.paper).toBeGreaterThanOrEqual(facts.length)
  })
})
