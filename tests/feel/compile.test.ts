import { describe, expect, test } from 'vitest'
import { compileFeel } from '../../src/feel/compile/compile.ts'
import { references } from '../../src/feel/references.ts'
import type { Scope, Type } from '../../src/feel/type.ts'
import { NAMES } from './names.ts'

const compile = (source: string, scope: Scope = {}, expected: Type | null = null) => compileFeel(source, NAMES, scope, expected)

describe('an expression that is right', () => {
  test.each<{ source: string; scope?: Scope; type: string }>([
    { source: 'shop.address.street = "Kade"', type: 'boolean' },
    { source: 'shop.colour in ("red", "blue")', type: 'boolean' },
    { source: '(shop.size in [1..10]) or shop.size between 20 and 30', type: 'boolean' },
    { source: 'if shop.open then 12.50 else shop.price * 2', type: 'number' },
    { source: 'count(rooms[area > 35 and kind = "bar"]) >= 1', type: 'boolean' },
    { source: 'some r in rooms satisfies r.area > town.limit', type: 'boolean' },
    { source: 'every p in managers satisfies years between(p.birthDate, today()) >= 21', type: 'boolean' },
    { source: 'some p in parties satisfies (some r in p.roles satisfies r.kind = "manager" and r.target = business)', type: 'boolean' },
    { source: 'for l in loans return l.lender.name', type: 'list' },
    { source: 'applicant.birthDate < date("2005-03-01")', type: 'boolean' },
    { source: 'room.area + 1', scope: { row: 'room' }, type: 'number' },
    { source: 'if party.kind = "company" then company.kvkNumber else null', scope: { row: 'party' }, type: 'string' },
    { source: 'role.kind = "manager"', scope: { row: 'person', role: true }, type: 'boolean' },
    { source: 'count(roles) > 0', scope: { row: 'person' }, type: 'boolean' },
    { source: 'shop.closes > clock("01:00+1")', type: 'boolean' },
    { source: 'verdict("alcohol") = "needed" and attached("floorPlan")', type: 'boolean' },
    { source: 'join(documents("alcohol"), ", ")', type: 'string' },
    { source: 'list contains(shop.tags, "red")', type: 'boolean' },
    { source: 'rooms[1].area', type: 'number' },
    { source: '-shop.size < min(1, 2, shop.price)', type: 'boolean' },
    { source: 'shop.name + ": " + string(shop.size)', type: 'string' },
  ])('$source', ({ source, scope, type }) => {
    const result = compile(source, scope)
    expect(result).toMatchObject({ ok: true, type: { kind: type } })
    expect(JSON.parse(JSON.stringify(result))).toEqual(result)
  })
})

describe('an expression that is wrong is found with its place and how to mend it', () => {
  test.each<{ source: string; code: string; at: string; mend: string; scope?: Scope; expected?: Type }>([
    { source: 'shop.opne', code: 'FEEL_UNKNOWN_NAME', at: 'shop.opne', mend: 'shop.open' },
    // a name that looks alike under another topic misleads
    { source: 'town.colour = "red"', code: 'FEEL_UNKNOWN_NAME', at: 'town.colour', mend: 'What there is of town.: town.limit' },
    { source: 'shop.colour = "purple"', code: 'FEEL_UNKNOWN_OPTION', at: 'shop.colour = "purple"', mend: 'red, green, blue' },
    { source: 'shop.colour in ("red", "gren")', code: 'FEEL_UNKNOWN_OPTION', at: '"gren"', mend: 'green' },
    { source: 'list contains(shop.tags, "blu")', code: 'FEEL_UNKNOWN_OPTION', at: 'list contains(shop.tags, "blu")', mend: 'blue' },
    { source: 'shop.size = "5"', code: 'FEEL_TYPE', at: 'shop.size = "5"', mend: 'same type' },
    { source: 'shop.tags = "red"', code: 'FEEL_TYPE', at: 'shop.tags = "red"', mend: 'list contains' },
    { source: 'shop.size == 5', code: 'FEEL_SYNTAX', at: '==', mend: 'Write = instead of ==' },
    { source: 'shop.size in [1..10] or shop.open', code: 'FEEL_SYNTAX', at: '[1..10] or shop.open', mend: 'brackets' },
    { source: 'shop.open and', code: 'FEEL_SYNTAX', at: '', mend: 'Look for' },
    { source: 'shop.open and shop.size', code: 'FEEL_TYPE', at: 'shop.size', mend: 'Compare it' },
    { source: 'shop.open < shop.warm', code: 'FEEL_TYPE', at: 'shop.open < shop.warm', mend: '= or !=' },
    { source: 'shop.size + shop.open', code: 'FEEL_TYPE', at: 'shop.open', mend: 'numbers' },
    { source: 'room.area > 3', code: 'FEEL_UNKNOWN_NAME', at: 'room.area', mend: 'some x in' },
    { source: 'some r in rooms satisfies r.aera > 3', code: 'FEEL_UNKNOWN_NAME', at: 'r.aera', mend: 'area' },
    { source: 'count(shop.size)', code: 'FEEL_TYPE', at: 'shop.size', mend: 'feel.md' },
    { source: 'abs(1, 2)', code: 'FEEL_TYPE', at: 'abs(1, 2)', mend: 'as many' },
    { source: 'cuont(rooms) > 1', code: 'FEEL_UNKNOWN_NAME', at: 'cuont', mend: 'count' },
    { source: 'verdict("alcohl") = "needed"', code: 'FEEL_UNKNOWN_NAME', at: '"alcohl"', mend: 'alcohol' },
    { source: 'verdict("alcohol") = "yes"', code: 'FEEL_UNKNOWN_OPTION', at: 'verdict("alcohol") = "yes"', mend: 'needed' },
    { source: 'date("2026-02-30") < shop.since', code: 'FEEL_TYPE', at: 'date("2026-02-30")', mend: 'exists' },
    { source: 'shop.closes > clock("25:00")', code: 'FEEL_TYPE', at: 'clock("25:00")', mend: '01:00+1' },
    { source: 'if shop.open then 1 else "a"', code: 'FEEL_TYPE', at: 'if shop.open then 1 else "a"', mend: 'same type' },
    { source: 'shop.size ** 2', code: 'FEEL_UNSUPPORTED', at: 'shop.size ** 2', mend: '+, -, * or /' },
    { source: 'function(x) x', code: 'FEEL_UNSUPPORTED', at: 'function(x) x', mend: 'feel.md' },
    { source: 'shop.size', code: 'FEEL_TYPE', at: 'shop.size', mend: 'Compare it', expected: { kind: 'boolean' } },
    { source: 'max(1, "a")', code: 'FEEL_TYPE', at: 'max(1, "a")', mend: 'one type' },
    { source: 'sum(1, "a") > 0', code: 'FEEL_TYPE', at: 'sum(1, "a")', mend: 'one type' },
    { source: 'max()', code: 'FEEL_TYPE', at: 'max()', mend: 'as many' },
    { source: 'max([true])', code: 'FEEL_TYPE', at: '[true]', mend: 'feel.md' },
    { source: 'concatenate(["a"], [1])', code: 'FEEL_TYPE', at: 'concatenate(["a"], [1])', mend: 'one type' },
    { source: 'join([1, 2])', code: 'FEEL_TYPE', at: '[1, 2]', mend: 'feel.md' },
    { source: 'string(rooms)', code: 'FEEL_TYPE', at: 'rooms', mend: 'feel.md' },
    { source: 'docuemnts("alcohol") = []', code: 'FEEL_UNKNOWN_NAME', at: 'docuemnts', mend: 'documents' },
  ])('$source', ({ source, code, at, mend, scope, expected }) => {
    const result = compile(source, scope, expected ?? null)
    expect(result.ok).toBe(false)
    if (result.ok) return
    const found = result.problems.find((problem) => problem.code === code)
    expect(found, JSON.stringify(result.problems)).toBeDefined()
    if (at) expect(source.slice(found?.from, found?.to)).toBe(at)
    expect(found?.mend).toContain(mend)
  })

  test('all problems are told, not only the first', () => {
    const result = compile('shop.opne and shop.colour = "purple" and shop.size > "x"')
    expect(result.ok ? [] : result.problems.map((problem) => problem.code)).toEqual([
      'FEEL_UNKNOWN_NAME',
      'FEEL_UNKNOWN_OPTION',
      'FEEL_TYPE',
    ])
  })
})

test('what an expression names is found for the checks of the rule set', () => {
  const result = compile(
    'verdict("terrace") = "needed" and (some p in managers satisfies p.birthDate < today()) and count(rooms) > town.limit and attached("floorPlan") and shop.open',
  )
  expect(result.ok && references(result.expr)).toEqual({
    facts: ['person.birthDate', 'shop.open'],
    collections: ['rooms'],
    aliases: ['managers'],
    parameters: ['town.limit'],
    verdicts: ['terrace'],
    duties: [],
    documents: ['floorPlan'],
    fees: [],
  })
})
