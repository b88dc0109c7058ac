import { createContext, useContext, useSyncExternalStore } from 'react'
import type { ActorRefFrom } from 'xstate'
import type { DraftView, Session } from '../draft/session.ts'
import type { journey } from '../machine/journey.ts'
import type { Place } from '../machine/place.ts'
import type { Lang } from '../model/lang.ts'
import type { ShownDraft } from './shown-draft.ts'
import type { Site } from './site.ts'
import { textIn, type Words } from './text.ts'

/** What every page has access to. */
export interface Journey {
  readonly site: Site
  readonly lang: Lang
  /** Goes to a place; `replace`: the back button skips where we are now. */
  readonly go: (place: Place, how?: 'push' | 'replace') => void
  /** Address of a place, for links. */
  readonly href: (place: Place) => string
  /** The running journey machine; it holds the open draft. */
  readonly journey: ActorRefFrom<typeof journey>
  readonly shown: ShownDraft | null
}

export const JourneyContext = createContext<Journey | null>(null)

export function useJourney(): Journey & { readonly words: Words; readonly session: Session | null } {
  const context = useContext(JourneyContext)
  if (!context) throw new Error('a page outside the journey')
  return { ...context, words: textIn(context.lang), session: context.shown?.session ?? null }
}

/** The open draft as it is now; re-renders after every edit. */
export function useDraft(): { readonly session: Session; readonly view: DraftView; readonly putAway: Set<string> } {
  const { shown } = useJourney()
  if (!shown) throw new Error('a page of a draft without a draft')
  const view = useSyncExternalStore(shown.subscribe, shown.view)
  return { session: shown.session, view, putAway: shown.putAway }
}
