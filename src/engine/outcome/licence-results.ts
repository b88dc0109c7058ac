import { wordsIn } from '../../model/lang.ts'
import type { ResolvedLicence } from '../../model/variant.ts'
import type { Assessment, LicenceResult } from '../assessment.ts'
import type { Reading } from '../context.ts'
import { localise } from '../forms/format.ts'
import { dutyOf, type VerdictState } from '../states.ts'
import { channelOf, validityOf } from './form-of.ts'

/** The licences, `licences|`, or one of them, `licences|licence`. Whether its verdict is verified is not among what they say: that is searched for outside
 * of cells. */
export function licencesCell(reading: Reading, [id = '']: readonly string[]): readonly LicenceResult[] {
  if (id === '') return reading.index.ids.licences.flatMap((cell) => reading.get(cell))
  const licence = reading.index.licences.get(id)
  return licence ? [licenceResult(reading, licence)] : []
}

function licenceResult(reading: Reading, licence: ResolvedLicence): LicenceResult {
  const state = reading.get(`verdict|${licence.id}`)
  const channel = channelOf(reading, licence.id)?.kind ?? 'unknown'
  const stop = reading.get('stop|')
  const stopped = stop === null ? undefined : reading.variant.stops.find((item) => item.id === stop)
  if (stopped && isElsewhere(state)) {
    return {
      id: licence.id,
      verdict: 'notNeeded',
      duty: 'elsewhere',
      via: null,
      channel,
      validity: null,
      unverified: false,
      because: [localise(stopped.text, reading.lang)],
      ask: [],
    }
  }
  const rule = state.verdict === 'open' ? undefined : state.rules[0]
  return {
    id: licence.id,
    verdict: state.verdict,
    duty: dutyOf(licence, state),
    via: state.verdict === 'needed' ? (rule?.via ?? null) : null,
    channel,
    validity: validityOf(reading, licence),
    unverified: false,
    because: reasonsFor(reading, state),
    ask: [...state.missing],
  }
}

/** Whether a licence is arranged elsewhere after a stop, which says that this is not the place to apply: whatever may be needed is. */
export const isElsewhere = ({ verdict }: VerdictState): boolean => verdict !== 'notNeeded' && verdict !== 'notAllowed'

/** What is decided beside the licences: `extras|`. */
export const extrasCell = (reading: Reading): Assessment['extras'] =>
  reading.variant.extras.map(({ id }) => {
    const state = reading.get(`verdict|${id}`)
    return { id, verdict: state.verdict, because: reasonsFor(reading, state) }
  })

/** Exported for the list of texts. */
export const REASONS = {
  name: 'reasons',
  nl: { notKnown: (label: string) => `Dit weten wij niet van uw gemeente. Vraag het haar: ${label}` },
  en: { notKnown: (label: string) => `We do not know this of your municipality. Ask it: ${label}` },
} as const

/** The reasons for a verdict. When an unknown town value leaves several rules possible, their reasons contradict each other, so the value is named instead. */
function reasonsFor({ index, lang }: Reading, { verdict, rules, parameters }: VerdictState): string[] {
  const unknown = verdict === 'ask' && rules.length > 1 ? parameters.flatMap((id) => index.parameters.get(id)?.label ?? []) : []
  if (unknown.length > 0) return [...new Set(unknown.map((label) => wordsIn(REASONS, lang).notKnown(localise(label, lang))))]
  return rules.map((rule) => localise(rule.because, lang))
}
