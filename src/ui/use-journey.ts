import { createContext, useCallback, useContext, useSyncExternalStore } from 'react'
import type { DraftView, Session } from '../draft/session.ts'
import type { Place } from '../machine/place.ts'
import type { Lang } from '../model/lang.ts'
import { afterPress, isAiming } from './parts/frame/press.ts'
import type { Site } from './site.ts'
import { textIn, type Words } from './text.ts'

/** What every page has at hand. */
export interface Journey {
  readonly site: Site
  readonly lang: Lang
  /** Goes to a place; `replace`: the back button skips where we are now. */
  readonly go: (place: Place, how?: 'push' | 'replace') => void
  /** Address of a place, for links. */
  readonly href: (place: Place) => string
  readonly session: Session | null
}

export const JourneyContext = createContext<Journey | null>(null)

export function useJourney(): Journey & { readonly words: Words } {
  const journey = useContext(JourneyContext)
  if (!journey) throw new Error('a page outside the journey')
  return { ...journey, words: textIn(journey.lang) }
}

/** The open draft as it is now; renders again after every edit, but not under a finger or mouse that is down. */
export function useDraft(): { readonly session: Session; readonly view: DraftView } {
  const { session } = useJourney()
  if (!session) throw new Error('a page of a draft without a draft')
  const subscribe = useCallback((listener: () => void) => session.subscribe(() => afterPress(listener)), [session])
  const view = useSyncExternalStore(
    subscribe,
    useCallback(() => shownOf(session), [session]),
  )
  return { session, view }
}

/** The view that the pages last drew. A page that is drawn anew under a press for a reason of its own (a field that is left) draws that one again. */
const lastShown = new WeakMap<Session, DraftView>()
function shownOf(session: Session): DraftView {
  const before = lastShown.get(session)
  if (before && isAiming()) return before
  const now = session.view()
  lastShown.set(session, now)
  return now
}
