import type { Session } from '../draft/session.ts'
import type { Position } from '../engine/tree/next-step.ts'
import type { Place } from '../machine/place.ts'
import { startWalk, type TreeActor } from '../machine/tree-machine.ts'

const walks = new WeakMap<Session, TreeActor>()

/** The tree actor of an open draft: the same one for as long as it is open. */
export function walkOf(session: Session): TreeActor {
  const known = walks.get(session)
  if (known) return known
  const begun = startWalk(session.view().variant)
  walks.set(session, begun)
  return begun
}

/** The page of a position in the tree. */
export function pageOf(position: Position, draft: string, back = false): Extract<Place, { draft: string }> {
  switch (position.kind) {
    case 'start':
      return { kind: 'about', draft }
    case 'step':
      return { kind: 'step', draft, step: position.id, back }
    case 'sharpen':
      return { kind: 'sharpen', draft, step: position.id }
    case 'stop':
      return { kind: 'stop', draft }
    case 'done':
      return { kind: 'outcome', draft }
    default:
      return position satisfies never
  }
}
