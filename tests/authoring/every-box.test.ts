import { expect, test } from 'vitest'
import { aimAtBox } from '../../src/authoring/aim-at-box.ts'
import { filledBoxes } from '../../src/authoring/find-unfillable.ts'
import { generateBusinesses } from '../../src/authoring/generate-businesses.ts'
import { edit, openCase } from '../../src/engine/case.ts'
import type { Answers } from '../../src/model/answers.ts'
import type { Variant } from '../../src/model/variant.ts'
import { shippedVariant } from '../engine/shipped.ts'
import { shippedExamples } from './shipped-examples.ts'

const DATES = { today: '2026-03-02' }
const TRIES = 300

/** A town that asks everything: each yes-or-no of the towns is yes. */
const strict: Variant = {
  ...shippedVariant('voorbeeld'),
  parameters: shippedVariant('voorbeeld').parameters.map((parameter) =>
    parameter.type === 'yesNo'
      ? { ...parameter, values: parameter.values.slice(0, 1).map((value) => ({ ...value, value: true, from: null, until: null })) }
      : parameter,
  ),
}
const boxes = strict.forms.flatMap((form) => form.sections.flatMap((section) => section.boxes.map(({ nr }) => ({ form: form.id, nr }))))
const stock = shippedExamples().flatMap(({ answers, complete }) => (complete ? [answers] : []))

/** The same people, each supported by one more: a chain that chance seldom makes. */
function supported(answers: Answers): Answers {
  const people = answers.lists.get('people') ?? []
  const values = new Map(answers.values)
  const rows = new Map(answers.rows).set('helper', { id: 'helper', subject: 'person', collection: 'people', parent: null })
  const roles = people.map((person) => ({ id: `helper/${person}`, target: person }))
  for (const { id, target } of roles) {
    rows.set(id, { id, subject: 'role', collection: 'roles', parent: 'helper' })
    values
      .set(`role.kind@${id}`, 'supporter')
      .set(`role.target@${id}`, `@${target}`)
      .set(`dossier.livelihood.means@${target}`, ['someoneElse'])
  }
  const lists = new Map(answers.lists).set('people', [...people, 'helper']).set(
    'helper/roles',
    roles.map(({ id }) => id),
  )
  return { ...answers, values, rows, lists }
}

/** A company that is director of a company that is director: the second layer. */
function secondLayer(): string[] {
  const holding = shippedExamples().find(({ file }) => file.endsWith('/hotel-bv-holding.yaml'))?.answers
  const role = [...(holding?.values ?? [])].find(
    ([key, value]) => key.startsWith('role.kind@') && value === 'director' && key.includes('@c'),
  )
  const [director] = role?.[0].split('@')[1]?.split('/') ?? []
  if (!holding || director === undefined) throw new Error('the example with a holding as director is gone')
  const one = edit(openCase(strict, holding, DATES), [
    { kind: 'addRow', collection: 'companies', id: 'above', subject: 'company' },
    { kind: 'answer', fact: 'company.statutoryName', row: 'above', value: 'Łukasz Beheer BV' },
    { kind: 'addRow', collection: 'roles', parent: 'above', id: 'above/director', subject: 'role' },
    { kind: 'answer', fact: 'role.kind', row: 'above/director', value: 'director' },
    { kind: 'answer', fact: 'role.target', row: 'above/director', value: `@${director}` },
  ])
  return filledBoxes(one)
}

test('every box of every form is filled by an example or by a made-up business', { timeout: 600_000 }, () => {
  const filled = new Set([...shippedExamples().flatMap(({ one }) => filledBoxes(one)), ...secondLayer()])
  const meet = (from: readonly Answers[], count: number, seed: number, form?: string, nr?: string): void => {
    const aim = form !== undefined && nr !== undefined ? aimAtBox(strict, form, nr) : null
    for (const { one } of generateBusinesses(strict, from, DATES, count, seed, aim)) {
      for (const box of filledBoxes(one)) filled.add(box)
      if (aim && filled.has(`${form}:${nr}`)) return
    }
  }
  meet(stock, 100, 1)
  meet(stock.map(supported), 60, 2)
  for (const { form, nr } of boxes) if (!filled.has(`${form}:${nr}`)) meet([...stock, ...stock.map(supported)], TRIES, 11, form, nr)
  expect(boxes.length).toBeGreaterThan(800)
  expect(boxes.map(({ form, nr }) => `${form}:${nr}`).filter((box) => !filled.has(box))).toEqual([])
})
