import type { Answers } from '../model/answers/answers.ts'
import type { Lang } from '../model/lang.ts'
import { onceFor } from '../model/util/once-for.ts'
import type { Variant } from '../model/variant.ts'
import { questionsOf } from './asked/questions.ts'
import { skippedOf } from './asked/skipped.ts'
import type { Assessment, DocumentResult, HoursResult, LicenceResult } from './assessment.ts'
import { openCase } from './case.ts'
import type { Case, Dates } from './context.ts'
import { localise } from './forms/format.ts'
import { firedChecks } from './outcome/checks/fired-checks.ts'
import { countDocuments } from './outcome/documents.ts'
import { isElsewhere } from './outcome/licence-results.ts'
import type { AreaState, HoursJudged, OpeningState, TermState } from './states.ts'

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
  const terms = stop ? NO_TERMS : get('terms|')
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
    licences: licencesIn(application),
    extras: get('extras|'),
    questions: { asked: keysOf(questions.asked), open: keysOf(questions.open) },
    counts: {
      ...get('counts|'),
      ...documentCounts(documents),
      asked: questions.asked.length + questions.needed.length,
      skipped: skippedOf(application, questions),
    },
    fees: get('fees|'),
    hours: hoursResults(get('hours|')),
    eventHours: [...get('eventHours|')],
    areas: areaResults(variant)(get('areas|')),
    terms: termResults(terms),
    earliestOpening: opening?.best ?? null,
    opening: opening && openingResult(opening),
    checks: [...firedChecks(application)],
    documents: documentResults(documents),
    advice: get('advice|'),
  }
}

/** Every licence; the same objects while nothing about them changes. */
function licencesIn(application: Case): LicenceResult[] {
  const { index, get } = application
  const stopped = get('stop|') !== null
  return get('licences|').map((licence, at) => {
    const verdict = index.ids.verdicts[at]
    if (verdict === undefined || (stopped && isElsewhere(get(verdict)))) return licence
    return restsOnUnverified(application, verdict) ? unverifiedOf(licence) : licence
  })
}
const unverifiedOf = onceFor((licence: LicenceResult): LicenceResult => ({ ...licence, unverified: true }))

/** Whether a rule or town value behind this verdict has not been verified against its source. */
const restsOnUnverified = ({ index, get, memo }: Case, verdict: string): boolean =>
  memo.someBelow(verdict, (cell) => {
    if (cell.startsWith('parameter|')) return index.parameters.get(cell.slice('parameter|'.length))?.values.some(isUnverified) ?? false
    return isVerdict(cell) && get(cell).rules.some(isUnverified)
  })

const isVerdict = (cell: string): cell is `verdict|${string}` => cell.startsWith('verdict|')
const isUnverified = ({ unverified }: { readonly unverified: boolean }): boolean => unverified

/** Memoised by the list each is made from: most answers leave most lists as they were. */
const hoursResults = onceFor((judged: readonly HoursJudged[]) => judged.flatMap(hoursResult))
const keysOf = onceFor((keys: readonly string[]) => [...keys])
const documentCounts = onceFor(countDocuments)
const termResults = onceFor((terms: readonly TermState[]) =>
  terms.map(({ licence, kind, from, until, extended, latest, basis, silence }) => ({
    licence,
    kind,
    from,
    until,
    extended,
    latest,
    basis,
    silence,
  })),
)
const NO_TERMS: readonly TermState[] = []
const openingResult = onceFor((opening: OpeningState) => ({ ...opening, delays: [...opening.delays], unknown: [...opening.unknown] }))
const areaResults = onceFor(({ layers }: Variant) =>
  onceFor((areas: readonly AreaState[]) => areas.map(({ id, name, state }) => ({ id, name, state, chosen: layers.includes(id) }))),
)
const documentResults = onceFor((documents: readonly DocumentResult[]) => [...documents])

function hoursResult({ place, night, season, open, close, allowed, verdict, unverified }: HoursJudged): HoursResult[] {
  if (open === null || close === null) return []
  return [{ place, night, season, asked: { open, close }, allowed, verdict, unverified }]
}
