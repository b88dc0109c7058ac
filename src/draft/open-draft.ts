import { assessCase } from '../engine/assess.ts'
import type { Assessment } from '../engine/assessment.ts'
import { edit, openCase } from '../engine/case.ts'
import type { Case, Dates } from '../engine/context.ts'
import { answerKey } from '../model/answers/answers.ts'
import { type Edit, edited } from '../model/answers/edit.ts'
import type { Lang } from '../model/lang.ts'
import type { AnswerJson } from '../model/schema/answer-file.ts'
import type { Variant } from '../model/variant.ts'
import { applyBeside, type Change, inOrder, isEdit, type Noted } from './change.ts'
import { diffAnswers } from './diff-answers.ts'
import type { Draft } from './draft.ts'
import { answersIn, ofKnownRows, type Park, underRules } from './other-rules/find-place.ts'
import { type Asked, receiptFor, wordingsFor } from './other-rules/receipt.ts'
import { putTogether } from './put-together.ts'
import { lastWord } from './stash.ts'
import { eachOnce, newOnes, Presses, readNotes } from './storage/presses.ts'
import type { Stored } from './storage/storage.ts'
import { withoutAnswered } from './typed.ts'
import { besideNow, type Done, forOthers, History, inverseOf } from './undo.ts'

/** An answer of this tab that another tab changed. */
export interface Replaced {
  /** `fact` or `fact@row`. */
  readonly key: string
  readonly before: AnswerJson
  readonly now: AnswerJson | undefined
}

/** What an open draft needs from the tab it is open in. */
interface Surroundings {
  readonly tab: string
  readonly dates: Dates
  /** The current time, ISO. */
  readonly now: () => string
  /** Called with the answers that another tab changed. */
  readonly replaced: (more: readonly Replaced[]) => void
}

/** A draft under the rules of this page: its answers as a case, and what presses of this and of other tabs do to it. When it is written and who is
 * told is up to `KeptDraft`. */
export class OpenDraft {
  draft: Draft
  application: Case
  readonly presses: Presses
  readonly history = new History()
  /** The current rules affect it in a way nobody has been told yet. */
  readonly hasNewReceipt: boolean
  #assessed: { readonly of: Case; readonly as: Assessment } | null = null

  constructor(
    { draft: stored, notes }: Stored,
    public variant: Variant,
    lang: Lang,
    private readonly around: Surroundings,
  ) {
    this.presses = new Presses(around.tab, stored)
    let parked: Draft['parked'] = []
    const answers = answersIn(stored, variant, (found) => {
      parked = found
    })
    this.draft = { ...stored, ruleSet: variant.ruleSet, parked: [...stored.parked, ...parked] }
    this.application = openCase(variant, answers, around.dates, lang)
    const before = newOnes(readNotes(notes, this.park), stored)
    for (const noted of before)
      this.application = edit(this.application, ofKnownRows(this.accept(noted, true), this.application.answers, this.park))
    const asked = { ...(stored.ruleSet.hash !== variant.ruleSet.hash && stored.asked) }
    for (const noted of before) Object.assign(asked, this.#askedElsewhere(noted))
    const receipt = this.#receiptUnder(stored.ruleSet, asked, stored.parked.length)
    if (receipt) this.draft = { ...this.draft, receipt }
    this.hasNewReceipt = receipt !== (stored.receipt ?? null)
  }

  get rules(): string {
    return this.variant.ruleSet.hash
  }

  assessmentOf(application: Case): Assessment {
    if (this.#assessed?.of !== application) this.#assessed = { of: application, as: assessCase(application) }
    return this.#assessed.as
  }

  /** Parks what these rules have no place for, each item once. */
  readonly park: Park = (more) => {
    const fresh = more.filter((each) => !this.draft.parked.some((had) => isSame(had, each)))
    if (fresh.length > 0) this.draft = { ...this.draft, parked: [...this.draft.parked, ...fresh] }
  }

  /** Turns changes into a press of this tab, and counts it as done. */
  press(changes: readonly Change[]): Noted {
    const answered = changes.flatMap((each) => (each.kind === 'answer' && each.value !== undefined ? [each.fact] : []))
    const asked = answered.length > 0 ? { asked: wordingsFor(answered, this.variant) } : {}
    const noted = this.presses.make(changes, this.around.now(), { draft: this.draft.id, rules: this.rules, ...asked })
    this.accept(noted)
    return noted
  }

  /** Applies a noted press to the draft; returns the edits that still count, for the case. */
  accept(noted: Noted, withPlace = noted.tab === this.around.tab): Edit[] {
    const fresh = this.presses.take(noted)
    this.draft = applyBeside(
      this.draft,
      fresh.filter(({ kind }) => withPlace || kind !== 'place'),
    )
    const edits = fresh.filter(isEdit)
    return noted.rules === this.rules ? edits : underRules(edits, this.variant, this.park)
  }

  /** Applies what somebody says, with all that follows from it. `more`: undone together with what was done just before. */
  say(asked: readonly Edit[], more: boolean): Change[] {
    const edits = asked.filter((each) => this.#isAskable(each))
    if (edits.length === 0) return []
    const { aside, waiting = {} } = this.draft
    const made = lastWord(this.application, edits, aside)
    const before = this.application.answers
    this.application = made.application
    const moved = [...new Set([...Object.keys(aside), ...Object.keys(made.aside)])].filter((key) => !isSame(aside[key], made.aside[key]))
    const beside = [
      ...moved.map((key): Change => ({ kind: 'aside', key, value: made.aside[key] })),
      ...answeredBy(made.edits).flatMap((key): Change[] => (key in waiting ? [{ kind: 'waiting', key, respondent: undefined }] : [])),
    ]
    const back = [...inverseOf(made.edits, before, this.application.answers), ...besideNow(this.draft, beside)]
    // skipping a field is no answer, and the check page shows it again
    if (back.some(({ kind }) => kind !== 'leftEmpty')) this.history.did({ edits, back }, more)
    const typed = Object.keys(this.draft.typed).filter((key) => !(key in withoutAnswered(this.draft.typed, made.edits)))
    return [...forOthers(made.edits, before), ...beside, ...typed.map(notTyped)]
  }

  /** Undoes or redoes. Nothing is derived from it again: what had to give way is part of what is restored. */
  goBack(which: 'undo' | 'redo'): Change[] {
    const done: Done | null = which === 'undo' ? this.history.last : this.history.lastUndone
    if (!done) return []
    const before = this.application.answers
    const edits = done.back.filter(isEdit)
    this.application = edit(this.application, edits)
    const back = [...inverseOf(edits, before, this.application.answers), ...besideNow(this.draft, done.back)]
    if (which === 'undo') this.history.undid(back)
    else this.history.redid(back)
    const typed = edits.flatMap((each) => (each.kind === 'answer' && keyOfAnswer(each) in this.draft.typed ? [keyOfAnswer(each)] : []))
    return [...forOthers(edits, before), ...done.back.filter((each) => !isEdit(each)), ...typed.map(notTyped)]
  }

  /** Not undoable: a file comes and goes with its bytes, which no press brings back. */
  attach(each: Edit): void {
    this.application = edit(this.application, [each])
    this.history.forget([each])
  }

  /** Switches the language. `words`: the same rules with other texts. */
  speak(lang: Lang, words: Variant): void {
    this.variant = words
    this.application = openCase(words, this.application.answers, this.around.dates, lang)
  }

  /** Takes in a press of another tab. */
  hear(noted: Noted): void {
    const parkedBefore = this.draft.parked.length
    this.#takeIn(this.accept(noted))
    if (noted.rules === this.rules) return
    const receipt = this.#receiptUnder(this.variant.ruleSet, this.#askedElsewhere(noted), parkedBefore)
    if (receipt) this.draft = { ...this.draft, receipt }
  }

  /** Takes in presses that are on the device and that this tab has not heard of. */
  catchUpOn(notes: readonly Noted[]): void {
    for (const noted of notes)
      if (noted.n > this.presses.lastOf(noted.tab)) this.#takeIn(ofKnownRows(this.accept(noted), this.application.answers, this.park))
  }

  /** Adopts what another tab put together and everything noted since: the answers here become the same. */
  adopt(theirs: Draft, since: readonly Noted[], here: readonly Noted[]): void {
    const { place, parked: had } = this.draft
    this.draft = { ...theirs, place }
    this.park(had)
    let target = answersIn(theirs, this.variant, this.park)
    this.presses.adopt(theirs)
    for (const noted of inOrder(eachOnce([...since, ...newOnes(here, theirs)])))
      target = edited(target, ofKnownRows(this.accept(noted, false), target, this.park))
    this.#takeIn(diffAnswers(this.application.answers, target))
  }

  /** The draft as persisted. */
  together(revision: number): Draft {
    const { application } = this
    this.draft = {
      ...putTogether(this.draft, application, this.assessmentOf(application)),
      ...this.presses.kept(),
      revision,
      changed: this.around.now(),
    }
    return this.draft
  }

  /** Applies edits of other tabs. */
  #takeIn(edits: readonly Edit[]): void {
    if (edits.length === 0) return
    const replaced = edits.flatMap((each): Replaced[] => {
      if (each.kind !== 'answer') return []
      const key = keyOfAnswer(each)
      const before = this.application.answers.values.get(key)
      return before === undefined || isSame(before, each.value) ? [] : [{ key, before, now: each.value }]
    })
    if (replaced.length > 0) this.around.replaced(replaced)
    this.history.forget(edits)
    this.application = edit(this.application, edits)
  }

  /** Computed facts take no answer: a file that held one would be rejected. */
  #isAskable(each: Edit): boolean {
    return each.kind !== 'answer' || each.value === undefined || !this.application.index.questions.get(each.fact)?.derived
  }

  /** How the questions of a press were worded, if it was made under other rules. */
  #askedElsewhere({ rules, asked = {} }: Noted): Asked {
    return rules === this.rules ? {} : asked
  }

  /** What other rules mean for the answers and for what was parked since. */
  #receiptUnder(ruleSet: Draft['ruleSet'], asked: Asked, parkedBefore: number): Draft['receipt'] | null {
    const { receipt, parked } = this.draft
    const withoutPlace = parked.slice(parkedBefore)
    return receiptFor({ ruleSet, asked, receipt }, this.application.answers, withoutPlace, this.variant, this.around.now())
  }
}

const answeredBy = (edits: readonly Edit[]): string[] =>
  edits.flatMap((each) => (each.kind === 'answer' && each.value !== undefined ? [keyOfAnswer(each)] : []))
const notTyped = (key: string): Change => ({ kind: 'typed', key, text: undefined })
const keyOfAnswer = ({ fact, row }: { readonly fact: string; readonly row?: string | null }): string => answerKey(fact, row ?? null)
const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)
