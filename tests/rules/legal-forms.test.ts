import { describe, expect, test } from 'vitest'
import { openCase } from '../../src/engine/case.ts'
import type { Case } from '../../src/engine/context.ts'
import { coverage } from '../../src/engine/forms/form-coverage.ts'
import { readerOf } from '../../src/engine/reader.ts'
import { evaluate } from '../../src/feel/evaluate/evaluate.ts'
import type { Compiled, Expr } from '../../src/feel/expr.ts'
import { partsOf, references } from '../../src/feel/references.ts'
import { isUnknown } from '../../src/feel/value.ts'
import type { AnswerJson } from '../../src/model/schema/answer-file.ts'
import { answersFor } from '../engine/answers.ts'
import { shippedVariant } from '../engine/shipped.ts'

/** What a condition may read of the legal form. */
const OF_FORM: ReadonlySet<string> = new Set(['business.legalForm', 'business.otherIsEntity', 'business.isLegalEntity'])

const variant = shippedVariant('voorbeeld')
const forms = (variant.questions.find(({ id }) => id === 'business.legalForm')?.options ?? []).flatMap(({ id, undecided }) =>
  undecided ? [] : [id],
)
const caseOf = (answers: Readonly<Record<string, AnswerJson>>): Case =>
  openCase(variant, answersFor(variant, { answers, collections: {}, complete: [], leftEmpty: [] }), { today: '2026-03-02' })
const other = (isEntity: boolean) => caseOf({ 'business.legalForm': 'other', 'business.otherIsEntity': isEntity })
const cases = new Map(forms.filter((form) => form !== 'other').map((form) => [form, caseOf({ 'business.legalForm': form })]))
const isEntity = (application: Case): boolean => application.get('fact|business.isLegalEntity|') === true
const people = [...cases].filter(([, one]) => !isEntity(one))
const entities = [...cases].filter(([form, one]) => isEntity(one) && form !== 'foreign')
const odd = [
  { name: 'another form that is a legal entity', one: other(true), like: entities },
  { name: 'another form that is none', one: other(false), like: people },
  { name: 'a foreign legal entity', one: caseOf({ 'business.legalForm': 'foreign' }), like: entities },
]

/** The largest parts of an expression that read nothing but the legal form. What stands beside each other in an and or an or belongs together. */
function partsAboutForm(expr: Expr): Expr[] {
  const { facts, collections, aliases, parameters, verdicts } = references(expr)
  const own =
    facts.length > 0 &&
    facts.every((id) => OF_FORM.has(id)) &&
    [collections, aliases, parameters, verdicts].every(({ length }) => length === 0)
  if (own && isClosed(expr)) return isPlain(expr) ? [] : [expr]
  if (expr.op !== 'and' && expr.op !== 'or') return partsOf(expr).flatMap(partsAboutForm)
  const operands = flat(expr, expr.op)
  const about = operands.filter((each) => partsAboutForm(each)[0] === each || isPlainAboutForm(each))
  const rest = operands.filter((each) => !about.includes(each)).flatMap(partsAboutForm)
  return about.length === 0 ? rest : [about.length === 1 && about[0] ? about[0] : { op: expr.op, args: about }, ...rest]
}
const flat = (expr: Expr, op: 'and' | 'or'): Expr[] => (expr.op === op ? expr.args.flatMap((each) => flat(each, op)) : [expr])
const isClosed = (expr: Expr): boolean => expr.op !== 'var' && partsOf(expr).every(isClosed)
/** The fact itself is no condition, unless it is yes or no. */
const isPlain = (expr: Expr): boolean => expr.op === 'fact' && expr.id === 'business.legalForm'
const isPlainAboutForm = (expr: Expr): boolean => expr.op === 'fact' && expr.id === 'business.isLegalEntity'

function compiledIn(part: unknown, found: Compiled[] = []): Compiled[] {
  if (typeof part !== 'object' || part === null) return found
  if ('expr' in part && 'source' in part) found.push(part as Compiled)
  else for (const inner of Object.values(part)) compiledIn(inner, found)
  return found
}

const truth = (expr: Expr, application: Case): boolean | string => {
  const value = evaluate(expr, readerOf(application), {})
  return isUnknown(value) ? 'unknown' : value === true
}

/** What is wrong with a condition: it treats a form that is not on our list unlike every one that is of the same sort. */
function strangeIn(expr: Expr): string[] {
  return partsAboutForm(expr).flatMap((part) => {
    const of = (list: typeof people): Set<boolean | string> => new Set(list.map(([, one]) => truth(part, one)))
    // it asks about the odd form itself: which one it is
    if (!of(people).has(true) && !of(entities).has(true)) return []
    return odd.filter(({ one, like }) => !of(like).has(truth(part, one))).map(({ name }) => name)
  })
}

describe('a condition that lists legal forms treats every form', () => {
  const towns = ['voorbeeld', 'amsterdam/centrum', 'breda', 'groningen', 'nijmegen', 'rotterdam', 'texel', 'utrecht']
  const all = new Map(
    towns.flatMap((town) => compiledIn(shippedVariant(town)).map((one) => [`${one.file}:${one.line} ${one.source}`, one.expr] as const)),
  )
  const about = [...all].filter(([, expr]) => partsAboutForm(expr).length > 0)

  test('there are many of them', () => {
    expect(about.length).toBeGreaterThan(40)
  })

  test('a form that is not on our list is treated as one of its sort', () => {
    expect(about.flatMap(([where, expr]) => strangeIn(expr).map((name) => `${where}: ${name}`))).toEqual([])
  })

  // planted: each is wrong about one form
  const fact = { op: 'fact', id: 'business.legalForm' } as const
  const is = (form: string): Expr => ({ op: '=', left: fact, right: { op: 'lit', value: form } })
  const oneOf = (...names: string[]): Expr => ({ op: 'or', args: names.map(is) })
  test.each([
    [
      'who is none of the four is taken for a legal entity',
      { op: 'not', arg: oneOf('soleTrader', 'vof', 'cv', 'maatschap') },
      [odd[1]?.name],
    ],
    [
      'any other form is taken for a legal entity',
      oneOf('bv', 'nv', 'association', 'foundation', 'other', 'foreign', 'cooperative', 'mutual', 'church'),
      [odd[1]?.name],
    ],
    ['a general partner of an entity', oneOf('cv', 'other'), [odd[0]?.name]],
    [
      'a foreign company is forgotten',
      {
        op: 'and',
        args: [
          { op: 'fact', id: 'business.isLegalEntity' },
          { op: 'not', arg: is('foreign') },
        ],
      },
      [odd[2]?.name],
    ],
  ] satisfies [string, Expr, (string | undefined)[]][])('%s: that is seen', (_what, expr, names) => {
    expect(strangeIn(expr)).toEqual(names)
  })
  test.each([
    ['a sole trader', is('soleTrader')],
    ['anybody but a sole trader', { op: 'not', arg: is('soleTrader') }],
    ['companies with shares', oneOf('bv', 'nv')],
    ['which other form', oneOf('foreign', 'other')],
  ] satisfies [string, Expr][])('%s: nothing is wrong with that', (_what, expr) => {
    expect(strangeIn(expr)).toEqual([])
  })
})

describe('Bibob asks a form that is none of ours what it asks of its sort', () => {
  const stateOf = (isLegal: boolean) => {
    const answers = {
      'business.legalForm': 'other',
      'business.otherIsEntity': isLegal,
      'business.aim': 'commercial',
      'application.kind': 'new',
      'activity.alcohol': 'onSite',
    }
    const boxes = coverage(caseOf({ ...answers, 'premises.largeRoom': 'yes', 'activity.main': 'drinking' })).flatMap(({ id, sections }) =>
      id === 'bibob' ? sections.flatMap(({ instances }) => instances.flatMap((each) => each.boxes)) : [],
    )
    return (nr: string) => boxes.find((box) => box.nr === nr)?.state
  }
  test('a partnership under foreign law is no legal entity there', () => {
    const state = stateOf(false)
    expect([state('1F.1'), state('1F.2')]).toEqual(['notApplicable', 'notApplicable'])
    expect(state('1C.1')).not.toBe('notApplicable')
  })
  test('an owners’ association is', () => {
    expect(stateOf(true)('1F.1')).toBe('filled')
  })
})
