import type { DraftView } from './session.ts'

/** Whether a packet made from the one still holds for the other: everything it prints and carries is the same. Saving, other tabs and the place in
 * the journey do not count. */
export const samePacket = (before: DraftView, now: DraftView): boolean =>
  before.application === now.application && carried(before) === carried(now)

const carried = ({ draft: { reference, files, returned, parked, aside, typed, copied, waiting } }: DraftView): string =>
  JSON.stringify([
    reference,
    files,
    returned,
    parked,
    aside,
    typed,
    waiting,
    Object.entries(copied).filter(([key]) => !key.startsWith(SEND)),
  ])

const SEND = 'send:'

/** Key of the steps ticked while a licence is handed in, beside the answers copied for it. By then the packet has been made: ticking does not make it
 * outdated. */
export const sendKey = (licence: string): string => `${SEND}${licence}`
