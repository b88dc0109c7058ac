import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { InputProblem } from '../../src/model/answer-kinds/input-problem.ts'
import { fileAnswer } from '../../src/model/answers/answer-problem.ts'
import { isBsn } from '../../src/model/answers/check-digits.ts'
import { inputSchema, readTyped, typedOf } from '../../src/model/answers/input.ts'
import type { AnswerJson } from '../../src/model/schema/answer-file.ts'
import type { FactType } from '../../src/model/schema/question.ts'
import type { ResolvedQuestion } from '../../src/model/variant.ts'
import { shippedVariant } from '../engine/shipped.ts'

const question = (type: FactType, options: string[] = [], more: Partial<ResolvedQuestion> = {}): ResolvedQuestion => ({
  id: 'a.b',
  subject: 'case',
  type,
  unit: null,
  options: options.map((id) => ({
    id,
    label: { nl: id, en: id },
    countsAs: null,
    undecided: false,
    wording: null,
    from: null,
    until: null,
  })),
  label: { nl: 'a', en: 'a' },
  hint: null,
  why: null,
  topic: 't',
  sensitive: null,
  knownBy: null,
  when: null,
  derived: null,
  refinedBy: null,
  settledBy: null,
  default: null,
  prefill: null,
  likePrevious: false,
  localityOf: null,
  optional: false,
  min: null,
  max: null,
  notBefore: null,
  notAfter: null,
  abroad: null,
  wording: null,
  pattern: null,
  minTicked: null,
  maxTicked: null,
  message: null,
  lapsed: [],
  from: null,
  until: null,
  source: null,
  unverified: false,
  origin: { layer: 'base', file: '', line: 1 },
  ...more,
})
const ABROAD: ResolvedQuestion['abroad'] = { expr: { op: 'lit', value: true }, source: 'true', file: '', line: 1 }
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
    ['postcode', '12', problem('postcode')],
    ['postcode', '1234', problem('postcode')],
    ['postcode', '12345', problem('postcode')],
    ['houseNumber', '12', '12'],
    ['houseNumber', '12a', problem('houseNumber')],
    ['houseNumber', 'abc', problem('houseNumber')],
    ['houseNumber', '0', problem('houseNumber')],
    ['rsin', '999001012', '999001012'],
    ['rsin', '801234567', problem('rsin')],
    ['vat', 'nl 0012.34.567.b29', 'NL001234567B29'],
    ['vat', 'NL801230020B01', 'NL801230020B01'],
    ['vat', 'NL001234567B89', problem('vat')],
    ['vat', 'NL801230020B00', problem('vat')],
    ['vat', 'abc', problem('vat')],
    ['payrollTax', '801230020l01', '801230020L01'],
    ['payrollTax', '801230020', problem('payrollTax')],
    ['payrollTax', '801234567L01', problem('payrollTax')],
    ['payrollTax', 'abc', problem('payrollTax')],
    ['country', 'NL', 'NL'],
    ['country', 'Nederland', problem('country')],
    ['phone', '06 1234 5678', '06 1234 5678'],
    ['phone', '+31 (0)20 624 1111', '+31 (0)20 624 1111'],
    ['phone', '12', problem('phone')],
    ['phone', 'bel mij', problem('phone')],
    ['email', 'naam@voorbeeld.nl', 'naam@voorbeeld.nl'],
    ['email', 'naam@voorbeeld', problem('email')],
    ['email', "Jan.O'Neill+zaak&co@post.voorbeeld.nl", "Jan.O'Neill+zaak&co@post.voorbeeld.nl"],
    ['email', 'info@café.example', 'info@café.example'],
    ['email', 'naam@voorbeeld..nl', problem('email')],
    ['email', 'naam@@voorbeeld.nl', problem('email')],
    ['email', '<naam@voorbeeld.nl>', problem('email')],
    ['email', 'naam@voorbeeld.nl, ander@voorbeeld.nl', problem('email')],
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

  test.each<[ResolvedQuestion, string, unknown]>([
    [question('integer', [], { min: 1000, max: 2100 }), '3000', problem('outside')],
    [question('integer', [], { min: 1000, max: 2100 }), '1895', 1895],
    [question('number', [], { min: 30, max: 2000 }), '3', problem('outside')],
    [question('amount', [], { min: 0, max: 100 }), '100', 10000],
    [question('amount', [], { min: 0, max: 100 }), '100,01', problem('outside')],
    [question('date', [], { min: '1900-01-01', max: '2100-12-31' }), '0202-05-01', problem('outside')],
    [question('period', [], { min: '1900-01-01', max: '2100-12-31' }), '2020-01-01/2999-01-01', problem('outside')],
    [question('postcode', [], { abroad: ABROAD }), 'sw1a 1aa', 'SW1A 1AA'],
    [question('postcode', [], { abroad: ABROAD }), '10115', '10115'],
    [question('postcode', [], { abroad: ABROAD }), '1012ab', '1012 AB'],
    [question('postcode', [], { abroad: ABROAD }), '12', problem('postcode')],
    [question('postcode', [], { abroad: ABROAD }), '0123 AB', problem('postcode')],
    [question('kvk', [], { abroad: ABROAD }), 'HRB 123456', 'HRB 123456'],
    [question('kvk', [], { abroad: ABROAD }), 'onbekend', problem('kvk')],
  ])('with bounds, or abroad: $0.type %j gives %j', (asked, typed, gives) => {
    expect(readTyped(asked, typed)).toEqual(gives)
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
      expect(readTyped(question('iban'), wrong('NL02ABNA0123456789', at, by))).toEqual(problem('iban'))
    }),
  )
})

const CATALOGUE = shippedVariant('voorbeeld').questions.filter(
  ({ type, derived, refinedBy }) => type !== 'file' && type !== 'party' && !(derived && !refinedBy),
)

/** Something of the shape of each type: often right, often not. */
const given = (asked: ResolvedQuestion): fc.Arbitrary<AnswerJson> => {
  const options = (asked.options ?? []).map(({ id }) => id)
  switch (asked.type) {
    case 'yesNo':
      return fc.boolean()
    case 'choice':
      return fc.constantFrom(...options, 'nothingOfTheKind')
    case 'multiChoice':
      return fc.array(fc.constantFrom(...options), { maxLength: 4 })
    case 'integer':
    case 'number':
    case 'area':
    case 'amount': {
      const edges = [asked.min, asked.max].flatMap((bound) =>
        typeof bound === 'number' ? [bound - 1, bound, bound + 1, bound * 100, bound * 100 + 1] : [],
      )
      return fc.oneof(
        fc.constantFrom(0, ...edges),
        fc.nat(),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.constantFrom(0.1, 2.25, 1e21, 1e-9),
      )
    }
    default:
      return fc.oneof(
        fc.constantFrom(
          ...Object.values(RIGHT),
          '',
          ' ',
          '2026-02-30',
          '1700-01-01',
          '2026-01-01/2025-01-01',
          '12',
          '1234',
          'abc',
          '0',
          '24:00',
          '9:5',
          'a@b',
          '@p1',
        ),
        fc.string({ maxLength: 12 }),
      )
  }
}

const RIGHT = {
  date: '2026-02-28',
  time: '01:00+1',
  period: '2021-01-01/2022-06-30',
  houseNumber: '12',
  postcode: '1011 AB',
  phone: '020 624 1111',
  email: 'a@b.nl',
  kvk: '90123457',
  branch: '000051234568',
  bsn: '111222333',
  rsin: '999001012',
  vat: 'NL001234567B29',
  payrollTax: '801230020L01',
  iban: 'NL02ABNA0123456789',
  country: 'NL',
  text: 'x',
  longText: 'x\ny',
}

test('a value that is right on the page is right in the file, and the reverse: both keep the same', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...CATALOGUE).chain((asked) => fc.tuple(fc.constant(asked), given(asked))),
      ([asked, value]) => {
        const file = fileAnswer(asked, value)
        if ('answer' in file) {
          expect(readTyped(asked, typedOf(asked, file.answer))).toEqual(file.answer)
          expect(fileAnswer(asked, file.answer)).toEqual(file)
        }
        const page = readTyped(asked, typedOf(asked, value))
        if (page === undefined || (typeof page === 'object' && !Array.isArray(page))) return
        expect(fileAnswer(asked, page)).toEqual({ answer: page })
      },
    ),
    { numRuns: 3000 },
  )
})

test('every question of the catalogue takes a right answer, shows it and reads it back', () => {
  for (const asked of CATALOGUE) {
    const middle = typeof asked.min === 'number' && typeof asked.max === 'number' ? Math.round((asked.min + asked.max) / 2) : 0
    const answer =
      asked.type === 'yesNo'
        ? true
        : asked.type === 'choice'
          ? asked.options?.[0]?.id
          : asked.type === 'multiChoice'
            ? [asked.options?.[0]?.id ?? '']
            : asked.type === 'amount'
              ? middle * 100
              : (RIGHT[asked.type as keyof typeof RIGHT] ?? middle)
    const read = inputSchema(asked).safeParse(typedOf(asked, answer))
    expect([asked.id, read.success && read.data]).toEqual([asked.id, answer])
    expect([asked.id, fileAnswer(asked, answer ?? '')]).toEqual([asked.id, { answer }])
  }
})
