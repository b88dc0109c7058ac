import Holidays from 'date-holidays'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assess } from '../../src/engine/assess.ts'
import type { Assessment } from '../../src/engine/assessment.ts'
import { answersFor } from '../engine/answers.ts'
import { shippedVariant } from '../engine/shipped.ts'
import { type Answer, CAFE } from './situations/situation.ts'

const TODAY = '2026-11-30'
const variant = shippedVariant('voorbeeld')

function say(answers: Readonly<Record<string, Answer>>, town = 'voorbeeld', lang: 'nl' | 'en' = 'nl'): Assessment {
  const rules = shippedVariant(town)
  return assess(
    rules,
    answersFor(rules, { answers: { ...CAFE, 'application.startDate': '2027-06-01', ...answers } }),
    { today: TODAY },
    lang,
  )
}
const decision = (one: Assessment, licence = 'alcohol') => one.terms.find((term) => term.licence === licence && term.kind === 'decision')

// a calendar of our own: days by the clock of the language, holidays by a library
const DAY = 86_400_000
const later = (day: string, days: number): string => new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10)
const between = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY
const library = new Holidays('NL')
const OF_THE_ACT = new Set(['Goede Vrijdag', 'Bevrijdingsdag'])
const isOff = (day: string): boolean =>
  [0, 6].includes(new Date(day).getUTCDay()) ||
  variant.calendar.equated.includes(day) ||
  library
    .getHolidays(Number(day.slice(0, 4)))
    .some(({ date, type, name }) => date.startsWith(day) && (type === 'public' || OF_THE_ACT.has(name)))
const workingDay = (day: string): string => (isOff(day) ? workingDay(later(day, 1)) : day)

describe('the uniform public procedure of a club (Alcoholwet art. 6, Awb 3:18)', () => {
  const CLUB: Readonly<Record<string, Answer>> = { 'business.aim': 'paracommercial', 'business.legalForm': 'association' }

  test.each([
    { filed: '2026-03-02', until: '2026-09-02', because: 'the same day six months later, not 26 weeks' },
    { filed: '2026-08-31', until: '2027-02-28', because: 'February has no 31st; a Sunday, and so long a term does not run on' },
    { filed: '2026-06-25', until: '2026-12-25', because: 'nor does it at Christmas' },
  ])('$filed: $until, $because', ({ filed, until }) => {
    const term = decision(say({ ...CLUB, 'application.filingDate': filed }))
    expect(term).toMatchObject({ until, extended: null })
  })

  test('has no fixed extension: a reasonable time, which stands among what may make it later', () => {
    const ids = (one: Assessment): string[] => one.opening?.delays.map(({ id }) => id) ?? []
    expect(ids(say(CLUB))).toContain('publicProcedure')
    expect(ids(say({}))).not.toContain('publicProcedure')
    expect(say(CLUB).opening?.delays.find(({ id }) => id === 'publicProcedure')).toMatchObject({
      weeks: null,
      basis: 'Awb artikel 3:18 lid 2',
    })
  })
})

describe('the clock stands still from the request to complete until it is complete (Awb 4:5 and 4:15)', () => {
  const filed = '2026-09-01'
  const asked = (from: string, until: string): Readonly<Record<string, Answer>> => ({
    'application.filingDate': filed,
    'application.completionAsked': from,
    'application.completedOn': until,
  })

  test('the day of the letter and the day of the answer are not counted', () => {
    expect(decision(say({ 'application.filingDate': filed }))?.until).toBe('2026-10-27')
    expect(decision(say(asked('2026-09-10', '2026-09-20')))?.until).toBe('2026-11-05')
    expect(decision(say(asked('2026-09-10', '2026-09-11')))?.until).toBe('2026-10-27')
    expect(decision(say(asked('2026-09-10', '2026-09-10')))?.until).toBe('2026-10-27')
  })

  test('for whatever days, as a calendar beside it says; the extension moves along', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 25 }), (first, length) => {
        const from = later(filed, first)
        const term = decision(say(asked(from, later(from, length))))
        const end = later(filed, 56 + Math.max(0, length - 1))
        // longer than twelve weeks by standing still is still a term of eight
        expect(term?.until).toBe(workingDay(end))
        expect(between(end, term?.extended ?? '')).toBeGreaterThanOrEqual(56)
      }),
      { numRuns: 60 },
    )
  })

  test('what ended no longer stands among what may come; while it lasts it does', () => {
    const ids = (answers: Readonly<Record<string, Answer>>): string[] => say(answers).opening?.delays.map(({ id }) => id) ?? []
    expect(ids({ 'application.filingDate': filed })).toContain('completion')
    expect(ids({ 'application.filingDate': filed, 'application.completionAsked': '2026-09-10' })).toContain('completion')
    expect(ids(asked('2026-09-10', '2026-09-20'))).not.toContain('completion')
  })

  test('is asked of who handed in before, and of nobody else; it may stay empty', () => {
    const questions = (answers: Readonly<Record<string, Answer>>) => say(answers).questions
    expect(questions({}).open).not.toContain('application.completionAsked')
    expect(questions({ 'application.filingDate': TODAY }).open).not.toContain('application.completionAsked')
    expect(questions({ 'application.filingDate': filed }).open).toContain('application.completionAsked')
    expect(questions({ 'application.filingDate': filed }).open).not.toContain('application.completedOn')
    expect(questions({ 'application.filingDate': filed, 'application.completionAsked': '2026-09-10' }).open).toContain(
      'application.completedOn',
    )
  })
})

describe('what it means when the decision is late', () => {
  test.each([
    { town: 'voorbeeld', licence: 'exploitation', lang: 'nl', says: /nog geen vergunning.*4\.1\.3\.3 is niet van toepassing/ },
    { town: 'voorbeeld', licence: 'exploitation', lang: 'en', says: /no permit yet.*excludes.*4\.1\.3\.3/ },
    { town: 'amsterdam', licence: 'exploitation', lang: 'nl', says: /soms vanzelf.*4\.1\.3\.3.*Vraag dat na bij uw gemeente/ },
    { town: 'amsterdam', licence: 'exploitation', lang: 'en', says: /sometimes.*4\.1\.3\.3.*Ask your municipality/ },
    { town: 'voorbeeld', licence: 'alcohol', lang: 'nl', says: /nog geen vergunning.*Alcoholwet artikel 3/ },
  ] as const)('$town, $licence, $lang', ({ town, licence, lang, says }) => {
    expect(decision(say({}, town, lang), licence)?.silence).toMatch(says)
  })

  test('a terrace of the made-up town is there by law, for its by-law says so', () => {
    const one = say({ 'activity.terrace': ['publicGround'], 'activity.terraceAlcohol': false })
    expect(decision(one, 'terrace')?.silence).toMatch(/vanzelf.*van toepassing volgens de APV/)
  })

  test('every decision on a licence says what silence means', () => {
    const silent = variant.licences.flatMap(({ id, terms }) =>
      terms.flatMap(({ kind, silence, days }) => (kind === 'decision' && silence.length === 0 && days === null ? [id] : [])),
    )
    expect(silent).toEqual([])
  })
})
