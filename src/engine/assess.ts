import type { Answers } from '../model/answers/answers.ts'
import { type Lang, wordsIn } from '../model/lang.ts'
import { onceFor } from '../model/util/once-for.ts'
import type { ResolvedLicence, Variant } from '../model/variant.ts'
import { questionsOf } from './asked/questions.ts'
import { skippedOf } from './asked/skipped.ts'
import type { Assessment, DocumentResult, HoursResult, LicenceResult } from './assessment.ts'
import { openCase } from './case.ts'
import type { Case, Dates } from './context.ts'
import { localise } from './forms/format.ts'
import { firedChecks } from './outcome/checks/fired-checks.ts'
import { countDocuments } from './outcome/documents.ts'
import { channelOf, validityOf } from './outcome/form-of.ts'
import { dutyOf, type HoursJudged, type VerdictState } from './states.ts'

/** Everything the engine has to say about a set of answers: pure, no clock. */
export const assess = (variant: Variant, answers: Answers, dates: Dates, lang: Lang = 'nl'): Assessment =>
  assessCase(openCase(variant, answers, dates, lang))

export function assessCase(application: Case): Assessment {
  const { variant, get, lang, dates } = application
  const stop = variant.stops.find((item) => item.id === get('stop|')) ?? null
  const { startDate, filingDate } = variant.names.application
  const start = get(`fact|${startDate}|`)
  const filing = get(`fact|${filingDate}|`)
  const questions = questionsOf(application)
  // an applicant who is sent elsewhere waits for nothing here
  const terms = stop ? [] : get('terms|')
  const opening = stop ? null : get('opening|')
  const documents = get('documents|')
  return {
    variant: variant.id,
    lang,
    dates: {
      today: dates.today,
      filing: typeof filing === 'string' ? filing : dates.today,
      start: typeof start === 'string' ? start : null,
    },
    ruleSet: variant.ruleSet,
    stop: stop ? { id: stop.id, text: `${localise(stop.text, lang)} ${localise(stop.goTo, lang)}` } : null,
    licences: variant.licences.map((licence) => licenceResult(application, licence, stop ? localise(stop.text, lang) : null)),
    extras: variant.extras.map(({ id }) => {
      const state = get(`verdict|${id}`)
      return { id, verdict: state.verdict, because: reasonsFor(application, state) }
    }),
    questions: { asked: keysOf(questions.asked), open: keysOf(questions.open) },
    counts: {
      ...get('counts|'),
      ...countDocuments(documents),
      asked: questions.asked.length + questions.needed.length,
      skipped: skippedOf(application, questions),
    },
    fees: get('fees|'),
    hours: hoursResults(get('hours|')),
    eventHours: [...get('eventHours|')],
    areas: get('areas|').map(({ id, name, state }) => ({
      id,
      name,
      state,
      chosen: variant.layers.includes(id),
    })),
    terms: terms.map(({ licence, kind, from, until, extended, latest, basis, silence }) => ({
      licence,
      kind,
      from,
      until,
      extended,
      latest,
      basis,
      silence,
    })),
    earliestOpening: opening?.best ?? null,
    opening: opening && { ...opening, delays: [...opening.delays], unknown: [...opening.unknown] },
    checks: [...firedChecks(application)],
    documents: documentResults(documents),
    advice: get('advice|'),
  }
}

/** One licence; rebuilt only when its verdict, how it is handed in, or what it rests on changed. */
function licenceResult(application: Case, licence: ResolvedLicence, stopped: string | null): LicenceResult {
  const { get } = application
  const state = get(`verdict|${licence.id}`)
  const channel = channelOf(application, licence.id)?.kind ?? 'unknown'
  // a stop says that this is not the place to apply: whatever is needed is arranged elsewhere
  if (stopped && state.verdict !== 'notNeeded' && state.verdict !== 'notAllowed') {
    return {
      id: licence.id,
      verdict: 'notNeeded',
      duty: 'elsewhere',
      via: null,
      channel,
      validity: null,
      unverified: false,
      because: [stopped],
      ask: [],
    }
  }
  // which form it has, and so how it is handed in, may depend on other answers
  const validity = validityOf(application, licence)
  const unverified = restsOnUnverified(application, licence.id)
  const known = results.get(state)
  // licences with the same rules may share one verdict object
  if (known?.id === licence.id && known.channel === channel && known.validity === validity && known.unverified === unverified) return known
  const rule = state.verdict === 'open' ? undefined : state.rules[0]
  const made: LicenceResult = {
    id: licence.id,
    verdict: state.verdict,
    duty: dutyOf(licence, state),
    via: state.verdict === 'needed' ? (rule?.via ?? null) : null,
    channel,
    validity,
    unverified,
    because: reasonsFor(application, state),
    ask: [...state.missing],
  }
  results.set(state, made)
  return made
}
const results = new WeakMap<VerdictState, LicenceResult>()

/** Exported for the list of texts. */
export const REASONS = {
  name: 'reasons',
  nl: { notKnown: (label: string) => `Dit weten wij niet van uw gemeente. Vraag het haar: ${label}` },
  en: { notKnown: (label: string) => `We do not know this of your municipality. Ask it: ${label}` },
} as const

/** The reasons for a verdict. When an unknown town value leaves several rules possible, their reasons contradict each other, so the value is named instead. */
function reasonsFor({ index, lang }: Case, { verdict, rules, parameters }: VerdictState): string[] {
  const unknown = verdict === 'ask' && rules.length > 1 ? parameters.flatMap((id) => index.parameters.get(id)?.label ?? []) : []
  if (unknown.length > 0) return [...new Set(unknown.map((label) => wordsIn(REASONS, lang).notKnown(localise(label, lang))))]
  return rules.map((rule) => localise(rule.because, lang))
}

/** Whether a rule or town value behind this verdict has not been verified against its source. */
const restsOnUnverified = ({ index, get, memo }: Case, id: string): boolean =>
  memo.someBelow(`verdict|${id}`, (cell) => {
    if (cell.startsWith('parameter|')) return index.parameters.get(cell.slice('parameter|'.length))?.values.some(isUnverified) ?? false
    return isVerdict(cell) && get(cell).rules.some(isUnverified)
  })

const isVerdict = (cell: string): cell is `verdict|${string}` => cell.startsWith('verdict|')
const isUnverified = ({ unverified }: { readonly unverified: boolean }): boolean => unverified

/** Memoised by the list each is made from: most answers leave most lists as they were. */
const hoursResults = onceFor((judged: readonly HoursJudged[]) => judged.flatMap(hoursResult))
const keysOf = onceFor((keys: readonly string[]) => [...keys])
const documentResults = onceFor((documents: readonly DocumentResult[]) => [...documents])

function hoursResult({ place, night, season, open, close, allowed, verdict, unverified }: HoursJudged): HoursResult[] {
  if (open === null || close === null) return []
  return [{ place, night, season, asked: { open, close }, allowed, verdict, unverified }]
}
