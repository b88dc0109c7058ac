import { expect, test } from 'vitest'
import { compileFeel } from '../../src/feel/compile/compile.ts'
import { FUNCTIONS } from '../../src/feel/functions.ts'
import { sharedConditionsAgree } from './conditions.ts'
import { CALLS, FOR_FEELIN } from './expressions.ts'
import { agreesWithFeelin, holdsForCompletions } from './laws.ts'
import { NAMES } from './names.ts'

// law.deep.test.ts runs the same twenty times as long, and counts that every function and operator occurred

test('every function of the table is generated, and known to be of the standard or of ours', () => {
  const names = [...FUNCTIONS.keys()]
  expect(names.filter((name) => !CALLS.some((call) => call.name === name))).toEqual([])
  expect(names.filter((name) => !FOR_FEELIN.has(name))).toEqual([])
})

test('what partial answers decide, every completion decides the same; nothing throws, and every value has the type that was checked', () => {
  const { ran, decided } = holdsForCompletions(1000)
  // the law says nothing when nothing is ever decided, or when all is
  expect(decided).toBeGreaterThan(ran / 5)
  expect(decided).toBeLessThan(ran)
})

test('what is null on both sides of + may stand where a text or a number is asked', () => {
  for (const source of ['join(["a"], min([]) + max([]))', 'abs(min([]) + max([]))', 'null + null + shop.size', 'null + null + shop.name'])
    expect(compileFeel(source, NAMES, {}, null), source).toMatchObject({ ok: true })
})

test('on full answers every expression gives what FEEL gives', () => {
  expect(agreesWithFeelin(500, { nulls: false }).ran).toBeGreaterThan(150)
})

test('and also where facts do not exist', () => {
  expect(agreesWithFeelin(500, { nulls: true }).ran).toBeGreaterThan(150)
})

test('conditions of voorbeeld give what FEEL gives', () => sharedConditionsAgree('voorbeeld', 1))
