/** Delay from a press to its note, and to the whole draft, in milliseconds. */
const NOTE = 30
const SETTLE = 400

type Later = (run: () => void, milliseconds: number) => () => void

/** When a draft is written: every press is noted within a moment, and the draft is put together once presses pause (debounced). */
export class Autosave {
  private noting = false
  private cancelNote: (() => void) | null = null
  private cancelSettle: (() => void) | null = null

  constructor(
    private readonly later: Later,
    private readonly write: { readonly note: () => void; readonly settle: () => void },
  ) {}

  /** Somebody did something. */
  pressed(): void {
    if (!this.noting) {
      this.noting = true
      this.cancelNote = this.later(this.write.note, NOTE)
    }
    this.cancelSettle?.()
    this.cancelSettle = this.later(this.write.settle, SETTLE)
  }

  /** Everything so far is being noted. */
  noted(): void {
    this.noting = false
    this.cancelNote?.()
  }

  stop(): void {
    this.noted()
    this.cancelSettle?.()
  }
}
