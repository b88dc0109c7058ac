import type { DraftView, Session } from '../draft/session.ts'
import { afterPress, isAiming } from './parts/frame/press.ts'

/** The open draft as its pages show it. */
export interface ShownDraft {
  readonly session: Session
  /** Notifies of every edit, but not while a finger or the mouse is down. */
  readonly subscribe: (listener: () => void) => () => void
  /** What the pages render. A re-render during a press (losing focus causes one) gets the view it had before. */
  readonly view: () => DraftView
  /** Remarks that were dismissed, remembered while the draft is open. */
  readonly putAway: Set<string>
}

export function showDraft(session: Session): ShownDraft {
  let shown: DraftView | null = null
  return {
    session,
    subscribe: (listener) => session.subscribe(() => afterPress(listener)),
    view() {
      if (!shown || !isAiming()) shown = session.view()
      return shown
    },
    putAway: new Set(),
  }
}
