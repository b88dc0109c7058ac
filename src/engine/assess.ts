import type { Answers } from '../model/answers/answers.ts'
import type { Lang } from '../model/lang.ts'
import type { Variant, VLicence } from '../model/variant.ts'
import type { Assessment, FeeLine, HoursResult, LicenceResult } from './assessment.ts'
import { openCase } from './case.ts'
import type { Case, Dates } from './context.ts'
import { FILING_DATE, START_DATE } from './facts/dated.ts'
import { countBoxes, coverage } from './forms/cover.ts'
import { say } from './forms/print.ts'
import { countDocuments } from './outcome/documents.ts'
import { firedChecks } from './outcome/fired-checks.ts'
import { questionsOf, reach } from './questions.ts'
import type { HoursJudged, VerdictState } from './states.ts'

/** Everything the engine has to say about a set of answers: pure, no clock. */
export const assess = (variant: Variant, answers: Answers, dates: Dates, lang: Lang = 'nl'): Assessment =>
  assessCase(openCase(variant, answers, dates, lang))

export function assessCase(one: Case): Assessment {
  const { variant, memo, lang, dates } = one
  const stop = variant.stops.find((item) => item.id === memo.get('stop|')) ?? null
  const start = memo.get(`fact|${START_DATE}|`)
  const filing = memo.get(`fact|${FILING_DATE}|`)
  const questions = questionsOf(one)
  // who is sent elsewhere waits for nothing here
  const terms = stop ? [] : memo.get('terms|')
  const met = new Set([...questions.asked, ...questions.open].map((key) => key.split('@')[0]))
  const documents = variant.documents.flatMap(({ id }) => [...memo.get(`document|${id}`).results])
  return {
    variant: variant.id,
    lang,
    dates: {
      today: dates.today,
      filing: typeof filing === 'string' ? filing : dates.today,
      start: typeof start === 'string' ? start : null,
    },
    ruleSet: variant.ruleSet,
    stop: stop ? { id: stop.id, text: `${say(stop.text, lang)} ${say(stop.goTo, lang)}` } : null,
    licences: variant.licences.map((licence) => licenceResult(one, licence, stop ? say(stop.text, lang) : null)),
    extras: variant.extras.map(({ id }) => {
      const { verdict, rules } = memo.get(`verdict|${id}`)
      return { id, verdict, because: rules.map((rule) => say(rule.because, lang)) }
    }),
    questions: { asked: [...questions.asked], open: [...questions.open] },
    counts: {
      ...countBoxes(coverage(one)),
      ...countDocuments(documents),
      asked: questions.asked.length + questions.needed.length,
      skipped: variant.questions.filter((question) => !(question.derived && !question.refinedBy) && !met.has(question.id)).length,
    },
    fees: feesOf(one),
    hours: memo.get('hours|').flatMap(hoursResult),
    eventHours: [...memo.get('eventHours|')],
    areas: memo.get('areas|').map(({ id, name, state }) => ({
      id,
      name,
      state,
      chosen: variant.layers.includes(id),
    })),
    terms: terms.map(({ licence, kind, from, until, extended, latest, basis }) => ({
      licence,
      kind,
      from,
      until,
      extended,
      latest,
      basis,
    })),
    earliestOpening:
      terms
        .filter(({ kind }) => kind !== 'deadline')
        .map(({ until }) => until)
        .sort()
        .at(-1) ?? null,
    checks: [...firedChecks(one)],
    documents,
    advice: memo.get('advice|'),
  }
}

function licenceResult(one: Case, licence: VLicence, stopped: string | null): LicenceResult {
  const state = one.memo.get(`verdict|${licence.id}`)
  const channel = one.variant.channels.find((item) => item.id === licence.id)?.kind ?? 'unknown'
  // a stop says that this is not the place to apply: whatever is needed is arranged elsewhere
  if (stopped && state.verdict !== 'notNeeded' && state.verdict !== 'notAllowed') {
    return { id: licence.id, verdict: 'notNeeded', duty: 'elsewhere', via: null, channel, unverified: false, because: [stopped], ask: [] }
  }
  const rule = state.verdict === 'open' ? undefined : state.rules[0]
  const duty =
    state.verdict === 'needed'
      ? (rule?.duty ?? licence.duty)
      : state.verdict === 'notNeeded'
        ? (rule?.duty ?? 'none')
        : (rule?.duty ?? licence.duty)
  return {
    id: licence.id,
    verdict: state.verdict,
    duty,
    via: state.verdict === 'needed' ? (rule?.via ?? null) : null,
    channel,
    unverified: restsOnUnverified(one, licence.id, state),
    because: state.rules.map((item) => say(item.because, one.lang)),
    ask: [...state.missing],
  }
}

/** Whether a rule or town value in the chain to this verdict was read by nobody in its source. */
function restsOnUnverified(one: Case, id: string, state: VerdictState): boolean {
  if (state.rules.some((rule) => rule.unverified)) return true
  for (const cell of reach(one, [`verdict|${id}`])) {
    const [kind, name = ''] = cell.split('|')
    if (kind === 'parameter' && one.index.parameters.get(name)?.values.some((value) => value.unverified)) return true
    if (kind === 'verdict' && name !== id && one.memo.get(`verdict|${name}`).rules.some((rule) => rule.unverified)) return true
  }
  return false
}

function feesOf({ variant, memo }: Case): Assessment['fees'] {
  const lines = variant.fees.map(({ id }) => memo.get(`fee|${id}`).line).filter((line) => line !== null)
  const sum = (some: readonly FeeLine[]): number => some.reduce((total, line) => total + (line.cents ?? 0), 0)
  const once = lines.filter((line) => line.kind === 'once')
  const known = once.filter((line) => line.cents !== null && !line.stale)
  const yearly = lines.filter((line) => line.kind === 'yearly' && line.cents !== null && !line.stale)
  const open = variant.fees.some(({ id }) => memo.get(`fee|${id}`).missing.length > 0)
  return {
    lines,
    totalCents: open || known.length < once.length ? null : sum(known),
    knownCents: sum(known),
    yearlyCents: sum(yearly),
    unknown: lines.filter((line) => (line.kind === 'once' || line.kind === 'yearly') && line.cents === null).map((line) => line.id),
  }
}

function hoursResult({ place, night, season, open, close, allowed, verdict, unverified }: HoursJudged): HoursResult[] {
  if (open === null || close === null) return []
  return [{ place, night, season, asked: { open, close }, allowed, verdict, unverified }]
}
