import type { DraftView } from './session.ts'

/** Whether a packet that was made of the one is the packet of the other: all that it prints and carries along is the same. Saving, other tabs, and where
 * somebody stands are no part of it. */
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

/** Where the steps stand that were ticked while a licence was handed in, beside the answers that were copied for it. Who ticks them has the packet
 * already: it stays the one that was made. */
export const sendKey = (licence: string): string => `${SEND}${licence}`
