import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answerProblem } from '../../src/model/answer-problem.ts'
import { type InputProblem, inputSchema, isBsn, isIban, readTyped, typedOf } from '../../src/model/input.ts'
import type { FactType } from '../../src/model/schema/question.ts'
import type { VQuestion } from '../../src/model/variant.ts'
import { shippedVariant } from '../engine/shipped.ts'

const question = (type: FactType, options: string[] = []): VQuestion => ({
  id: 'a.b',
  subject: 'case',
  type,
  unit: null,
  options: options.map((id) => ({ id, label: { nl: id, en: id }, countsAs: null })),
  label: { nl: 'a', en: 'a' },
  hint: null,
  why: null,
  topic: 't',
  sensitive: null,
  when: null,
  derived: null,
  refinedBy: null,
  settledBy: null,
  default: null,
  prefill: null,
  likePrevious: false,
  optional: false,
  source: null,
  unverified: false,
  origin: { layer: 'base', file: '', line: 1 },
})
const problem = (of: InputProblem) => ({ problem: of })

describe('what somebody types becomes an answer, or says what is wrong', () => {
  test.each<[FactType, string, unknown]>([
    ['text', '  Café  ', 'Café'],
    ['text', '   ', undefined],
    ['integer', '12', 12],
    ['integer', '1.250', 1250],
    ['integer', '12,5', problem('wholeNumber')],
    ['integer', '-3', problem('negative')],
    ['area', '35,5', 35.5],
    ['area', '35.5', 35.5],
    ['area', '1.035,25', 1035.25],
    ['number', 'veel', problem('number')],
    ['amount', '€ 1.882,10', 188210],
    ['amount', '12,50', 1250],
    ['amount', '1,250.50', 125050],
    ['amount', '250,-', 25000],
    ['amount', '0,125', problem('amount')],
    ['date', '2026-02-28', '2026-02-28'],
    ['date', '2026-02-30', problem('date')],
    ['time', '9:05', '09:05'],
    ['time', '01.00+1', '01:00+1'],
    ['time', '24:00', problem('time')],
    ['period', '2021-01-01/2022-06-30', '2021-01-01/2022-06-30'],
    ['period', '2022-06-30/2021-01-01', problem('periodOrder')],
    ['period', '2021-01-01/', problem('period')],
    ['postcode', '1011ab', '1011 AB'],
    ['postcode', '0123 AB', problem('postcode')],
    ['postcode', '12345', '12345'],
    ['postcode', 'SW1A 1AA', 'SW1A 1AA'],
    ['phone', '06 1234 5678', '06 1234 5678'],
    ['phone', '+31 (0)20 624 1111', '+31 (0)20 624 1111'],
    ['phone', '12', problem('phone')],
    ['phone', 'bel mij', problem('phone')],
    ['email', 'naam@voorbeeld.nl', 'naam@voorbeeld.nl'],
    ['email', 'naam@voorbeeld', problem('email')],
    ['kvk', '9012 3457', '90123457'],
    ['kvk', '9012345', problem('kvk')],
    ['branch', '000051234568', '000051234568'],
    ['branch', '51234568', problem('branch')],
    ['bsn', '111222333', '111222333'],
    ['bsn', '111222334', problem('bsn')],
    ['bsn', '000000000', problem('bsn')],
    ['iban', 'nl02 abna 0123 4567 89', 'NL02ABNA0123456789'],
    ['iban', 'NL02ABNA0123456788', problem('iban')],
    ['iban', 'DE89370400440532013000', 'DE89370400440532013000'],
    ['yesNo', 'true', true],
    ['yesNo', 'misschien', problem('option')],
  ])('%s: %j gives %j', (type, typed, gives) => {
    expect(readTyped(question(type), typed)).toEqual(gives)
  })

  test.each<[string[], unknown]>([
    [['bar'], ['bar']],
    [[], undefined],
    [['bar', 'none'], problem('noneWithOthers')],
    [['cellar'], problem('option')],
  ])('ticked %j gives %j', (typed, gives) => {
    expect(readTyped(question('multiChoice', ['bar', 'none']), typed)).toEqual(gives)
  })
})

test('one wrong digit is always noticed, in a citizen service number and in an account number', () => {
  const wrong = (text: string, at: number, by: number): string => {
    const digit = Number(text[at])
    return `${text.slice(0, at)}${(digit + by) % 10}${text.slice(at + 1)}`
  }
  fc.assert(
    fc.property(fc.nat({ max: 8 }), fc.integer({ min: 1, max: 9 }), (at, by) => {
      expect(isBsn(wrong('111222333', at, by))).toBe(false)
    }),
  )
  fc.assert(
    fc.property(fc.integer({ min: 8, max: 17 }), fc.integer({ min: 1, max: 9 }), (at, by) => {
      expect(isIban(wrong('NL02ABNA0123456789', at, by))).toBe(false)
    }),
  )
})

test('every question of the catalogue: what the page shows of an answer reads back as that answer, and fits the answer file', () => {
  for (const each of shippedVariant('voorbeeld').questions) {
    if (each.type === 'file' || each.type === 'party') continue
    const answer = {
      yesNo: true,
      choice: each.options?.[0]?.id,
      multiChoice: [each.options?.[0]?.id],
      integer: 1250,
      number: 2.25,
      amount: 188210,
      area: 35.5,
      date: '2026-02-28',
      time: '01:00+1',
      period: '2021-01-01/2022-06-30',
      postcode: '1011 AB',
      phone: '020 624 1111',
      email: 'a@b.nl',
      kvk: '90123457',
      branch: '000051234568',
      bsn: '111222333',
      iban: 'NL02ABNA0123456789',
      country: 'NL',
      text: 'x',
      longText: 'x\ny',
    }[each.type]
    const read = inputSchema(each).safeParse(typedOf(each, answer as string))
    expect([each.id, read.success && read.data]).toEqual([each.id, answer])
    expect([each.id, answerProblem(each, answer as string)]).toEqual([each.id, null])
  }
})
