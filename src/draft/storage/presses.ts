import { highest } from '../../model/util/extremes.ts'
import { type Change, inOrder, keyOf, Noted } from '../change.ts'
import type { Draft } from '../draft.ts'

/** A press is noted within this many milliseconds, or not at all. */
const LATELY = 600_000
/** How many tabs a draft remembers. */
const TABS = 50

/** Which presses of which tabs are in the answers here, and which of two presses about the same thing wins: the later one, in whatever order they
 * arrive. */
export class Presses {
  /** Timestamp of the last change, by what it is about: an older one that arrives later has no effect. */
  private readonly stamps: Map<string, string>
  /** Per tab, the last press that is in the answers here. None before it is missing. */
  private readonly applied: Map<string, number>
  /** Monotonic: never behind what was noted, whatever the clock of the device does. */
  private clock: number

  constructor(
    private readonly tab: string,
    { stamps = {}, noted = {} }: Draft,
  ) {
    this.stamps = new Map(Object.entries(stamps))
    this.applied = new Map(Object.entries(noted))
    this.clock = latestOf(this.stamps.values())
  }

  /** Makes a press of this tab. */
  make(changes: readonly Change[], now: string, under: Pick<Noted, 'draft' | 'rules' | 'asked'>): Noted {
    this.clock = Math.max(this.clock + 1, Date.parse(now))
    return { ...under, tab: this.tab, n: this.lastOf(this.tab) + 1, at: this.clock, changes }
  }

  /** Marks a press as applied; returns the changes that no later press superseded. */
  take(noted: Noted): readonly Change[] {
    this.applied.set(noted.tab, Math.max(noted.n, this.lastOf(noted.tab)))
    this.clock = Math.max(this.clock, noted.at)
    const stamp = stampOf(noted)
    const fresh = noted.changes.filter((change) => (this.stamps.get(keyOf(change)) ?? '') <= stamp)
    for (const change of fresh) this.stamps.set(keyOf(change), stamp)
    return fresh
  }

  /** Marks everything that another tab put together as applied. */
  adopt({ stamps = {}, noted = {} }: Draft): void {
    for (const [key, stamp] of Object.entries(stamps)) if ((this.stamps.get(key) ?? '') < stamp) this.stamps.set(key, stamp)
    this.clock = Math.max(this.clock, latestOf(this.stamps.values()))
    for (const [each, n] of Object.entries(noted)) if (each !== this.tab) this.applied.set(each, n)
  }

  lastOf(tab: string): number {
    return this.applied.get(tab) ?? 0
  }

  /** The part of this that a draft stores. */
  kept(): Required<Pick<Draft, 'noted' | 'stamps'>> {
    const lately = stampOf({ at: this.clock - LATELY, tab: '' })
    return {
      noted: Object.fromEntries([...this.applied].slice(-TABS)),
      stamps: Object.fromEntries([...this.stamps].filter(([, stamp]) => stamp > lately)),
    }
  }
}

const latestOf = (stamps: Iterable<string>): number =>
  highest(
    [...stamps].map((stamp) => Number(stamp.split(' ')[0])),
    0,
  )
const stampOf = ({ at, tab }: Pick<Noted, 'at' | 'tab'>): string => `${String(at).padStart(16, '0')} ${tab}`

/** Presses that are not in a stored draft yet, earliest first. */
export const newOnes = (notes: readonly Noted[], { noted = {} }: Draft): Noted[] =>
  inOrder(notes.filter(({ tab, n }) => n > (noted[tab] ?? 0)))

/** Each press once. */
export const eachOnce = (notes: readonly Noted[]): Noted[] => [...new Map(notes.map((each) => [`${each.tab} ${each.n}`, each])).values()]

/** Parses notes; unreadable ones are put aside. */
export function readNotes(notes: readonly unknown[], putAside: (parked: Draft['parked']) => void): Noted[] {
  return notes.flatMap((each) => {
    const read = Noted.safeParse(each)
    if (!read.success) putAside([{ what: 'note', value: each }])
    return read.success ? [read.data] : []
  })
}
