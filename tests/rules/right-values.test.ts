import { describe, expect, test } from 'vitest'
import { readFiles } from '../../src/cli/rule-files.ts'
import { assess, assessCase } from '../../src/engine/assess.ts'
import { edit, openCase } from '../../src/engine/case.ts'
import { coverage } from '../../src/engine/forms/form-coverage.ts'
import { fileAnswer } from '../../src/model/answers/answer-problem.ts'
import { readTyped } from '../../src/model/answers/input.ts'
import { loadRuleSet } from '../../src/model/load.ts'
import { resolveVariant } from '../../src/model/resolve.ts'
import { shippedExamples } from '../authoring/shipped-examples.ts'
import { answersFor } from '../engine/answers.ts'
import { shippedVariant } from '../engine/shipped.ts'

const TODAY = '2026-11-28'
type Row = Record<string, unknown>
const asked = (id: string) => {
  const question = shippedVariant('voorbeeld').questions.find((one) => one.id === id)
  if (!question) throw new Error(`no question ${id}`)
  return question
}

describe('what cannot be right is refused where it is typed, and in the file', () => {
  test.each([
    ['a build year in the future', 'premises.buildYear', '3000', 'outside'],
    ['an exit of three centimetres', 'exit.width', '3', 'outside'],
    ['an exit typed in metres', 'exit.width', '0,9', 'outside'],
    ['two hundred hours a week', 'person.employment.hoursPerWeek', '200', 'outside'],
    ['more than the whole of the shares', 'role.share', '101', 'outside'],
    ['a room of a square centimetre', 'room.area', '0,0001', 'outside'],
    ['a birth in the Middle Ages', 'person.birthDate', '1206-05-01', 'outside'],
    ['a postcode of two digits', 'premises.address.postcode', '12', 'postcode'],
    ['a postcode without letters', 'premises.address.postcode', '1234', 'postcode'],
    ['letters as house number', 'premises.address.houseNumber', 'abc', 'houseNumber'],
    ['a VAT number of letters', 'business.vatNumber', 'abc', 'vat'],
    ['a payroll tax number of letters', 'business.payrollTaxNumber', 'abc', 'payrollTax'],
  ])('%s: %s = %s', (_, id, typed, problem) => {
    expect(readTyped(asked(id), typed)).toEqual({ problem })
    const inFile = asked(id).min === null || asked(id).type === 'date' ? typed : Number(typed.replace(',', '.'))
    expect(fileAnswer(asked(id), inFile)).toMatchObject({ problem: { code: 'ANSWER_VALUE' } })
  })

  test.each([
    ['premises.buildYear', '1350', 1350],
    ['exit.width', '85', 85],
    ['premises.address.houseNumber', '1', '1'],
    ['company.address.postcode', '10115', '10115'],
    ['company.kvkNumber', 'HRB 123456', 'HRB 123456'],
  ])('what is rare but real passes: %s = %s', (id, typed, answer) => {
    expect(readTyped(asked(id), typed)).toEqual(answer)
  })
})

describe('what other answers or today contradict is told at the question, with a way out', () => {
  const told = (variant: string, answers: Row, collections: Row = {}) =>
    assess(
      shippedVariant(variant),
      answersFor(shippedVariant(variant), { answers: { 'application.kind': 'new', ...answers }, collections }),
      {
        today: TODAY,
      },
    ).checks.filter(({ id }) => id.startsWith('field.'))

  test.each<[string, string, Row, string[]]>([
    ['a postcode of Rotterdam in the centre of Amsterdam', 'amsterdam/centrum', { 'premises.address.postcode': '3012 CN' }, ['Amsterdam']],
    ['a postcode of Noord in the centre of Amsterdam', 'amsterdam/centrum', { 'premises.address.postcode': '1031 AA' }, ['Centrum']],
    ['a postcode of the centre', 'amsterdam/centrum', { 'premises.address.postcode': '1012 AB' }, []],
    ['a town that lists no postcodes', 'voorbeeld', { 'premises.address.postcode': '3012 CN' }, []],
  ])('%s', (_, variant, answers, places) => {
    const found = told(variant, answers)
    expect(found.map(({ id, severity }) => [id, severity])).toEqual(places.map(() => ['field.premises.address.postcode', 'warn']))
    for (const place of places) expect(found[0]?.message).toContain(place)
    for (const { advice } of found) expect(advice).toContain('Kijk de postcode na.')
  })

  test.each<[string, Row, string[]]>([
    ['a new business that opened years ago', { 'application.startDate': '2019-11-06' }, ['field.application.startDate']],
    ['a takeover that has been', { 'application.kind': 'takeover', 'application.startDate': '2026-11-01' }, []],
    ['a new business from today', { 'application.startDate': TODAY }, []],
    ['an application of years ago', { 'application.filingDate': '2019-11-06' }, ['field.application.filingDate']],
    [
      'a boiler looked after tomorrow',
      { 'premises.installations': ['boiler'], 'heating.inspectedOn': '2026-11-29' },
      ['field.heating.inspectedOn'],
    ],
  ])('%s', (_, answers, ids) => {
    expect(told('voorbeeld', answers).map(({ id }) => id)).toEqual(ids)
  })

  test.each<[string, Row, string[]]>([
    ['born tomorrow', { 'person.birthDate': '2026-11-29' }, ['field.person.birthDate']],
    [
      'a Belgian postcode at a Dutch address',
      { 'person.address.postcode': '1000', 'person.address.country': 'NL' },
      ['field.person.address.postcode'],
    ],
    ['a Belgian postcode in Belgium', { 'person.address.postcode': '1000', 'person.address.country': 'BE' }, []],
  ])('a person: %s', (_, row, ids) => {
    const found = told('voorbeeld', {}, { people: [{ id: 'p1', ...row }] })
    expect(found.map(({ id, row: at, severity }) => [id, at, severity])).toEqual(ids.map((id) => [id, 'p1', 'block']))
  })

  test.each<[string, Row, string[]]>([
    ['a German number of a Dutch bv', { 'company.kvkNumber': 'HRB 123456', 'company.legalForm': 'bv' }, ['field.company.kvkNumber']],
    ['a German number of a foreign company', { 'company.kvkNumber': 'HRB 123456', 'company.legalForm': 'foreign' }, []],
  ])('a company: %s', (_, row, ids) => {
    expect(told('voorbeeld', {}, { companies: [{ id: 'c1', ...row }] }).map(({ id }) => id)).toEqual(ids)
  })
})

test.each([
  { people: 46, staff: 42, guests: '4', told: [] },
  { people: 21, staff: 28, guests: '0', told: ['staffOutnumbers'] },
])('$staff staff among $people people: $guests guests', ({ people, staff, guests, told }) => {
  const variant = shippedVariant('voorbeeld')
  const [cafe] = shippedExamples().filter(({ file }) => file.endsWith('base/examples/cafe-terrace-machines.yaml'))
  if (!cafe) throw new Error('no example')
  const values = { 'premises.maxPersons': people, 'staff.maxPresent': staff }
  const application = edit(
    openCase(variant, cafe.answers, { today: TODAY }),
    Object.entries(values).map(([fact, value]) => ({ kind: 'answer', fact, row: null, value })),
  )
  const boxes = coverage(application).flatMap(({ sections }) =>
    sections.flatMap(({ instances }) => instances.flatMap((each) => each.boxes)),
  )
  expect(boxes.filter(({ nr }) => nr === 'E18').map(({ text }) => text)).toEqual([guests])
  expect(assessCase(application).checks.flatMap(({ id }) => (id === 'staffOutnumbers' ? [id] : []))).toEqual(told)
})

describe('every number and every day has bounds', () => {
  const FILE = 'rules/base/questions/premises.yaml'
  const findings = (from: string, to: string) => {
    const files = readFiles(process.cwd())
    const text = files.get(FILE) ?? ''
    const at = text.indexOf('id: premises.seats')
    files.set(FILE, text.slice(0, at) + text.slice(at).replace(from, to))
    const { ruleSet } = loadRuleSet(files)
    if (!ruleSet) throw new Error('the rule set cannot be read')
    return resolveVariant(ruleSet, 'voorbeeld')
      .findings.filter(({ code }) => code === 'NO_BOUNDS')
      .map(({ message }) => message)
  }
  test('the shipped rules have them', () => {
    expect(findings('', '')).toEqual([])
  })

  test.each([
    ['    min: 0\n    max: 100000\n', '', ['The question premises.seats (integer) has no min and no max.']],
    ['    min: 0\n    max: 100000\n', '    min: 100000\n    max: 0\n', ['The min of premises.seats lies above its max.']],
    ['    min: 0\n    max: 100000\n', '    min: 2026-01-01\n    max: 100000\n', ['The min of premises.seats is no number.']],
  ])('a question without them is a finding', (from, to, messages) => {
    expect(findings(from, to)).toEqual(messages)
  })
})
