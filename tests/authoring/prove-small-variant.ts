import type { Compiled, Expr } from '../../src/feel/expr.ts'
import type { Origin, ResolvedParameter, ResolvedQuestion, ResolvedRule, Variant } from '../../src/model/variant.ts'
import { namesOf } from '../made-up/fact-names.ts'

/** A tree in a few words, for tests. */
export interface Small {
  readonly questions: readonly (Partial<ResolvedQuestion> & { readonly id: string })[]
  readonly steps: readonly { readonly id: string; readonly ask: readonly string[]; readonly when?: Expr }[]
  readonly stops?: readonly { readonly id: string; readonly after: string; readonly when: Expr }[]
  readonly licences?: readonly {
    readonly id: string
    readonly rules: readonly { readonly id?: string; readonly when: Expr; readonly verdict: ResolvedRule['verdict'] }[]
  }[]
  readonly parameters?: readonly {
    readonly id: string
    readonly type: ResolvedParameter['type']
    readonly value: string | number | boolean | null
    readonly options?: readonly string[]
  }[]
  readonly maxSteps?: number
}

const origin: Origin = { layer: 'base', file: 'rules/base/tree.yaml', line: 1 }
const marked = { source: null, unverified: false, origin }
const text = (words: string): { nl: string; en: string } => ({ nl: words, en: words })

export const lit = (value: string | boolean | null): Expr => ({ op: 'lit', value })
export const num = (value: number): Expr => ({ op: 'num', value: String(value) })
export const fact = (id: string): Expr => ({ op: 'fact', id })
export const town = (id: string): Expr => ({ op: 'parameter', id })
export const is = (id: string, value: string | boolean): Expr => ({ op: '=', left: fact(id), right: lit(value) })
export const has = (id: string, option: string): Expr => ({ op: 'call', fn: 'list contains', args: [fact(id), lit(option)] })
export const and = (...args: Expr[]): Expr => ({ op: 'and', args })
export const or = (...args: Expr[]): Expr => ({ op: 'or', args })
export const not = (arg: Expr): Expr => ({ op: 'not', arg })
export const verdictOf = (id: string): Expr => ({ op: 'call', fn: 'verdict', args: [lit(id)] })
export const otherwise: Expr = lit(true)

const compiled = (expr: Expr, line = 1): Compiled => ({ expr, source: JSON.stringify(expr), file: origin.file, line })

export const options = (...ids: string[]): ResolvedQuestion['options'] =>
  ids.map((id) => ({ id, label: text(id), countsAs: null, undecided: false, wording: null, from: null, until: null }))

export function smallVariant(small: Small): Variant {
  return {
    id: 'test',
    name: 'Test',
    ruleSet: { id: 'test', version: '2026.1.0', hash: '' },
    layers: ['base'],
    languages: ['nl', 'en'],
    title: text('Test'),
    maxSteps: small.maxSteps ?? 20,
    topics: [],
    respondents: [],
    glossary: [],
    seasons: [],
    calendar: { label: { nl: 'x', en: 'x' }, marks: [], holidays: [], equated: [], equatedUntil: null },
    delays: [],
    names: namesOf(small.questions),
    questions: small.questions.map((question) => ({
      subject: 'case',
      type: question.options ? 'choice' : 'yesNo',
      unit: null,
      options: null,
      label: text(question.id),
      hint: null,
      why: null,
      topic: 'test',
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
      optional: false,
      ...marked,
      ...question,
    })),
    collections: [],
    roles: [],
    aliases: [],
    groups: [],
    steps: small.steps.map((step, index) => ({
      id: step.id,
      number: null,
      title: text(step.id),
      hint: null,
      ask: step.ask,
      when: step.when ? compiled(step.when, index + 1) : null,
      ...marked,
      origin: { ...origin, line: index + 1 },
    })),
    stops: (small.stops ?? []).map((stop) => ({
      id: stop.id,
      after: stop.after,
      when: compiled(stop.when),
      text: text(stop.id),
      goTo: text('elsewhere'),
      advice: [],
      from: null,
      until: null,
      ...marked,
    })),
    licences: (small.licences ?? []).map((licence) => ({
      id: licence.id,
      name: text(licence.id),
      icon: null,
      law: text(''),
      authority: text(''),
      duty: 'permit',
      form: null,
      forms: [],
      caseType: null,
      validity: [],
      after: [],
      prescribedForm: false,
      terms: [],
      rules: licence.rules.map((rule, index) => ({
        id: rule.id ?? `rule${index + 1}`,
        when: compiled(rule.when),
        verdict: rule.verdict,
        duty: null,
        via: null,
        refines: false,
        because: text(''),
        from: null,
        until: null,
        ...marked,
      })),
      ...marked,
    })),
    extras: [],
    forms: [],
    fees: [],
    hours: [],
    checks: [],
    documents: [],
    advice: [],
    parameters: (small.parameters ?? []).map((one) => ({
      id: one.id,
      type: one.type,
      options: one.options?.map((id) => ({ id, label: text(id) })) ?? null,
      label: text(one.id),
      owed: false,
      unit: null,
      values: [{ value: one.value, from: null, until: null, decidedBy: 'filingDate', ...marked }],
      origin,
    })),
    channels: [],
    statuses: [],
    branding: { colours: {}, fontStack: [], mark: null, districtLine: null, ofTown: false, footer: null, privacy: [], accessibility: [] },
    contact: null,
    contactMarks: null,
    postcodes: [],
    localities: [],
    areas: [],
    bibob: null,
    changesOn: [],
  }
}

/** Conditions for questions and so on. */
export const when = (expr: Expr): Compiled => compiled(expr)

/** A licence whose verdict waits for every one of these questions, whatever is answered: each page of a tree is asked then. */
export const waitsForAll = (ids: readonly string[]): NonNullable<Small['licences']>[number] => ({
  id: 'all',
  rules: [
    ...ids.map((id) => ({ id: `reads${id.replaceAll('.', '')}`, when: is(id, 'nobody says this'), verdict: 'notAllowed' as const })),
    { when: otherwise, verdict: 'needed' },
  ],
})
