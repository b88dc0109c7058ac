import { BUSINESS } from '../model/answers/answers.ts'
import type { Lang } from '../model/lang.ts'
import type { Variant } from '../model/variant.ts'
import type { Change, Noted } from './change.ts'
import { newDraftId } from './draft.ts'
import { OpenDraft, type Replaced } from './open-draft.ts'
import { Autosave } from './storage/autosave.ts'
import { newOnes, readNotes } from './storage/presses.ts'
import { DraftGone, type DraftStorage, type Stored, type Told } from './storage/storage.ts'

/** What a session needs from outside. */
export interface SessionPorts {
  readonly storage: DraftStorage
  /** The current time, ISO. */
  readonly now: () => string
  /** Runs it later; returns how to cancel that. */
  readonly later: (run: () => void, milliseconds: number) => () => void
}

export type Saved = { readonly kind: 'saving' } | { readonly kind: 'saved'; readonly at: string } | { readonly kind: 'failed' | 'notKept' }

/** What other tabs of this browser are doing with the same draft. */
export interface Elsewhere {
  readonly open: boolean
  /** removed: the draft is gone, and nothing is written any more. otherRules: another tab moved it to rules that this page does not have. */
  readonly state: 'together' | 'removed' | 'otherRules'
  readonly replaced: readonly Replaced[]
}

/** An open draft as persisted on the device, in step with the other tabs of this browser that have it open. A press is noted within a moment; once
 * presses pause, the draft is put together from all notes. */
export class KeptDraft {
  readonly here: OpenDraft
  saved: Saved
  elsewhere: Elsewhere = { open: false, state: 'together', replaced: [] }
  readonly #id: string
  readonly #tab = newDraftId((bytes) => crypto.getRandomValues(bytes))
  /** Heard from other tabs, and possibly not in the draft on the device yet. */
  #heard: Noted[] = []
  /** Done here and not on the device yet, including what is being written. */
  #open: Noted[] = []
  /** The draft on the device, as last seen from here. */
  #known: { readonly revision: number; readonly rules: string }
  #unsettled: boolean
  #closed = false
  readonly #autosave: Autosave
  #writing: Promise<unknown> = Promise.resolve()
  #stopListening: () => void = () => undefined

  /** `changed` is called when the draft, or how it is kept, has changed. `quietly`: no page needs to know. */
  constructor(
    stored: Stored,
    rules: Variant,
    { today, lang }: { readonly today: string; readonly lang: Lang },
    private readonly ports: SessionPorts,
    private readonly changed: (quietly?: boolean) => void,
  ) {
    this.here = new OpenDraft(stored, rules, lang, {
      tab: this.#tab,
      dates: { today },
      now: ports.now,
      replaced: (more) => this.#noteReplaced(more),
    })
    this.#id = this.here.draft.id
    this.#known = { revision: stored.draft.revision ?? 0, rules: stored.draft.ruleSet.hash }
    this.saved = this.#savedAt(stored.draft.changed)
    // a receipt is persisted at once, so that closing the page before reading it does not lose it
    this.#unsettled = stored.notes.length > 0 || this.here.hasNewReceipt
    this.#autosave = new Autosave(ports.later, { note: () => void this.#note(), settle: () => void this.settle() })
  }

  /** Starts listening to the other tabs, and announces this one. */
  join(): void {
    this.#stopListening = this.ports.storage.listen((told) => this.#hear(told))
    this.ports.storage.tell({ kind: 'here', draft: this.#id, tab: this.#tab })
  }

  /** One press. */
  did(changes: readonly Change[]): void {
    if (changes.length === 0) return
    const noted = this.here.press(changes)
    if (this.#closed || this.elsewhere.state === 'removed') {
      this.changed()
      return
    }
    this.#open = [...this.#open, noted]
    this.#unsettled = true
    this.ports.storage.tell({ kind: 'did', noted })
    const quiet = changes.every(({ kind }) => kind === 'place' || kind === 'typed' || kind === 'withTopic')
    if (!quiet) this.saved = this.ports.storage.keeps ? { kind: 'saving' } : { kind: 'notKept' }
    this.#autosave.pressed()
    this.changed(quiet)
  }

  /** Resolves once everything is written, including what is still pending. */
  written(): Promise<unknown> {
    return this.#unsettled ? this.settle() : this.#writing
  }

  /** For when the page may be gone right after: what this notes survives. */
  leave(): void {
    if (this.#open.length > 0 && !this.#closed && this.elsewhere.state === 'together') this.ports.storage.noteLast(this.#id, this.#open)
  }

  /** The applicant has seen which answers another tab changed. */
  seen(): void {
    if (this.elsewhere.replaced.length === 0) return
    this.elsewhere = { ...this.elsewhere, replaced: [] }
    this.changed()
  }

  close(): void {
    this.#closed = true
    this.#autosave.stop()
    this.#stopListening()
    this.ports.storage.tell({ kind: 'left', draft: this.#id, tab: this.#tab })
  }

  /** Puts the draft together on the device, including what other tabs did. */
  async settle(): Promise<void> {
    this.#autosave.stop()
    if (this.#closed || this.elsewhere.state !== 'together') return
    const { here } = this
    const mine = this.#open
    const before = here.draft.revision
    let next = this.#known.revision
    let others = false
    let isNew = false
    const work = this.ports.storage.settle(this.#id, (from) => {
      const since = newOnes(readNotes(from.notes, here.park), from.draft)
      const { hash } = from.draft.ruleSet
      if (hash !== here.rules && hash !== this.#known.rules) {
        others = true
        return null
      }
      const revision = from.draft.revision ?? 0
      if (revision !== this.#known.revision) here.adopt(from.draft, since, [...this.#heard, ...this.#open])
      else here.catchUpOn(since)
      isNew = this.#unsettled || from.notes.length > 0 || hash !== here.rules
      next = isNew ? revision + 1 : revision
      return isNew ? here.together(next) : null
    })
    const settled = work.then(
      () => {
        if (others) this.elsewhere = { ...this.elsewhere, state: 'otherRules' }
        else this.#hasSettled(next, mine, isNew)
        this.changed()
      },
      (error: unknown) => {
        here.draft = { ...here.draft, revision: before }
        // notes are persisted already: only the rest is at risk
        if (error instanceof DraftGone || this.#open.length > 0) this.#lost(error)
        else this.changed()
      },
    )
    this.#writing = Promise.all([this.#writing, settled])
    await settled
  }

  #hasSettled(revision: number, mine: readonly Noted[], isNew: boolean): void {
    const { here } = this
    this.#known = { revision, rules: here.rules }
    this.#open = this.#open.filter((each) => !mine.includes(each))
    this.#unsettled = this.#open.length > 0
    if (!this.#unsettled) this.saved = this.#savedAt(here.draft.changed)
    this.#heard = newOnes(this.#heard, here.draft)
    if (isNew) this.ports.storage.tell({ kind: 'settled', draft: this.#id, tab: this.#tab, noted: here.draft.noted ?? {} })
  }

  #note(): Promise<void> {
    this.#autosave.noted()
    const these = this.#open
    if (these.length === 0 || this.#closed || this.elsewhere.state === 'removed') return Promise.resolve()
    const written = this.ports.storage.note(this.#id, these).then(
      () => {
        this.#open = this.#open.filter((each) => !these.includes(each))
        if (this.#open.length === 0) this.#setSaved(this.#savedAt(this.ports.now()))
      },
      (error: unknown) => this.#lost(error),
    )
    this.#writing = Promise.all([this.#writing, written])
    return written
  }

  #hear(told: Told): void {
    if (this.#closed) return
    if (told.kind === 'did') {
      if (told.noted.draft === this.#id) this.#receive(told.noted)
      return
    }
    if (told.draft !== this.#id) return
    if (told.kind === 'removed') this.#gone()
    else if (told.kind === 'restored') {
      this.elsewhere = { ...this.elsewhere, state: 'together' }
      this.changed()
      void this.settle()
    } else if ('tab' in told && told.tab === this.#tab) return
    else if (told.kind === 'settled') {
      if (Object.entries(told.noted).some(([each, n]) => n > this.here.presses.lastOf(each))) void this.settle()
    } else {
      if (told.kind === 'here') this.ports.storage.tell({ kind: 'alsoHere', draft: this.#id, tab: this.#tab })
      this.elsewhere = { ...this.elsewhere, open: told.kind !== 'left' }
      this.changed()
    }
  }

  #receive(noted: Noted): void {
    const { here } = this
    const next = here.presses.lastOf(noted.tab) + 1
    if (noted.n < next || this.elsewhere.state !== 'together') return
    const rows = new Set([
      ...here.application.answers.rows.keys(),
      BUSINESS,
      ...noted.changes.flatMap((each) => (each.kind === 'addRow' ? [each.id] : [])),
    ])
    // something was missed: read the device again
    if (noted.n > next || noted.changes.some((each) => 'row' in each && each.row && !rows.has(each.row))) {
      void this.settle()
      return
    }
    this.#heard = [...this.#heard, noted]
    here.hear(noted)
    this.elsewhere = { ...this.elsewhere, open: true }
    this.changed()
  }

  #noteReplaced(more: readonly Replaced[]): void {
    const keys = new Set(more.map(({ key }) => key))
    this.elsewhere = { ...this.elsewhere, replaced: [...this.elsewhere.replaced.filter(({ key }) => !keys.has(key)), ...more] }
  }

  #savedAt(at: string): Saved {
    return this.ports.storage.keeps ? { kind: 'saved', at } : { kind: 'notKept' }
  }

  #setSaved(next: Saved): void {
    if (next.kind === this.saved.kind && next.kind !== 'saved') return
    this.saved = next
    this.changed()
  }

  #lost(error: unknown): void {
    if (error instanceof DraftGone) this.#gone()
    else this.#setSaved({ kind: 'failed' })
  }

  #gone(): void {
    if (this.elsewhere.state === 'removed') return
    this.#autosave.stop()
    this.elsewhere = { ...this.elsewhere, state: 'removed' }
    this.changed()
  }
}
