import { minutes } from '../../../feel/clock.ts'
import { meantWord } from '../../findings/meant.ts'
import { didYouMean } from '../../findings/nearest.ts'
import type { LinkContext } from '../context.ts'

type HoursWindow = LinkContext['catalogue']['hours'][number]

const NIGHTS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
/** No night starts before this hour: an earlier closing time, without +1, is meant for after midnight. */
const MORNING = 6 * 60

/** Windows of opening hours: none ends before it starts, none is unreachable, and no night is missing. */
export function checkWindows(context: LinkContext): void {
  const { catalogue, lost, report, provenance } = context
  const known = catalogue.hours.filter((window) => checkWindow(window, context))
  const sound = catalogue.hours.filter((window) => endsAfterItOpens(window, context))
  let isSound = sound.length === catalogue.hours.length && known.length === catalogue.hours.length
  for (const [index, window] of sound.entries()) {
    // a layer's windows take precedence over those below it, which are overridden on purpose
    const first = sound
      .slice(0, index)
      .find((earlier) => provenance.place(earlier)?.layer === provenance.place(window)?.layer && covers(earlier, window))
    if (first) {
      isSound = false
      report(
        'BAD_HOURS',
        'error',
        window,
        'nights',
        `The window ${window.id} is never reached: ${first.id} comes before it and covers all of its nights.`,
        'Put the narrower one first, give each its own nights, or remove one.',
      )
    }
  }
  // the nights of a window with a mistake of its own are unknown
  if (!isSound || lost.size > 0) return
  for (const place of new Set(sound.map(({ place }) => place))) {
    const ordinary = sound.filter((window) => window.place === place && window.event === undefined)
    const missing = NIGHTS.filter((night) => !ordinary.some(({ nights }) => nights.includes(night)))
    const [first] = ordinary
    if (first && missing.length > 0)
      report(
        'BAD_HOURS',
        'error',
        first,
        'nights',
        `No window for the place ${place} covers ${missing.join(', ')}.`,
        'Add these nights to a window, or give them one of their own; open: null and close: null say that there is no limit.',
      )
  }
}

/** Checks that applicants give hours for the place of a window, and that nobody is admitted or served after closing time. false: nobody gives hours for its
 * place. */
function checkWindow(window: HoursWindow, { catalogue, report }: LinkContext): boolean {
  const places = catalogue.questions.find(({ id }) => id === catalogue.head.names.hours.place)?.options?.map(({ id }) => id) ?? [
    'inside',
    'terrace',
  ]
  if (!places.includes(window.place))
    report(
      'BAD_HOURS',
      'error',
      window,
      'place',
      `The window ${window.id} is of the place ${window.place}, for which nobody gives hours.`,
      meantPlace(
        window.place,
        places,
        `Write one of: ${places.join(', ')}; or add it to the options of ${catalogue.head.names.hours.place || 'the question about the place'}.`,
      ),
    )
  for (const property of ['admission', 'lastServing'] as const) {
    const time = window[property]
    if (time !== undefined && window.open !== null && minutes(time) <= minutes(window.open)) {
      report(
        'BAD_HOURS',
        'error',
        window,
        property,
        `In the window ${window.id} ${property} is ${time}, before it opens at ${window.open}.`,
        time.includes('+') ? 'Write a time while it is open.' : `A time after midnight has +1: write ${time}+1.`,
      )
      continue
    }
    if (time === undefined || window.close === null || minutes(time) <= minutes(window.close)) continue
    report(
      'BAD_HOURS',
      'error',
      window,
      property,
      `In the window ${window.id} ${property} is ${time}, later than it closes at ${window.close}.`,
      'Write a time before it closes; after midnight with +1.',
    )
  }
  return places.includes(window.place)
}

function meantPlace(place: string, places: readonly string[], otherwise: string): string {
  const word = meantWord(place, places)
  return word === null ? didYouMean(place, places, otherwise) : `Write ${word}.`
}

function endsAfterItOpens(window: HoursWindow, { report }: LinkContext): boolean {
  if (window.close === null) return true
  const close = minutes(window.close)
  const open = window.open === null ? null : minutes(window.open)
  if (close > (open ?? MORNING)) return true
  report(
    'BAD_HOURS',
    'error',
    window,
    'close',
    open === null
      ? `${window.close} is in the early morning of the day itself.`
      : `The window ${window.id} closes at ${window.close}, before it opens at ${window.open}.`,
    `A time after midnight has +1: write ${window.close.slice(0, 5)}+1.`,
  )
  return false
}

/** Whether the first applies wherever the second does. */
const covers = (first: HoursWindow, second: HoursWindow): boolean =>
  first.place === second.place &&
  first.when === undefined &&
  first.event === undefined &&
  first.yearly === undefined &&
  (first.season === 'all' || first.season === second.season) &&
  second.nights.every((night) => first.nights.includes(night)) &&
  (first.from ?? '') <= (second.from ?? '') &&
  (first.until ?? '9999') >= (second.until ?? '9999')
