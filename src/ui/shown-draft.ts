import type { DraftView, Session } from '../draft/session.ts'
import { afterPress, isAiming } from './parts/frame/press.ts'

/** The open draft as its pages show it. */
export interface ShownDraft {
  readonly session: Session
  /** Tells of every edit, but not under a finger or mouse that is down. */
  readonly subscribe: (listener: () => void) => () => void
  /** What the pages draw. One that is drawn anew under a press for a reason of its own (a field that is left) draws again what it drew before. */
  readonly view: () => DraftView
  /** Remarks that were read and put away, while the draft is open. */
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
