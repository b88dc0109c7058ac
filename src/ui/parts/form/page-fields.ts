import type { UseFormReturn } from 'react-hook-form'
import { type Effect, effectOf } from '../../../draft/effect.ts'
import type { DraftView, Session } from '../../../draft/session.ts'
import { prefillOf } from '../../../engine/facts/prefill.ts'
import type { Field } from '../../../machine/pages.ts'
import { isProblem } from '../../../model/answer-kinds/input-problem.ts'
import type { Edit } from '../../../model/answers/edit.ts'
import { readTyped, type Typed, typedOf } from '../../../model/answers/input.ts'
import type { AnswerJson } from '../../../model/schema/answer-file.ts'
import { CONTROLS } from './controls/controls.ts'
import { fieldName } from './field-name.ts'
import { isHalf } from './half-typed.ts'
import type { PageAnswers, Values } from './page-schema.ts'

/** The fields of a page, between what is typed in them and what the draft holds. */
export class PageFields {
  constructor(
    private readonly form: UseFormReturn<Values, unknown, PageAnswers>,
    private readonly session: Session,
    /** Prefills, by key. */
    private readonly offered: ReadonlyMap<string, AnswerJson>,
    /** Keys of fields that were unanswered at first: nothing depends on ticks begun on this page yet. */
    private readonly begun: ReadonlySet<string>,
  ) {}

  typedIn(field: Field): Typed | undefined {
    return this.form.getValues(fieldName(field.key))
  }

  answerTo({ key }: Field): AnswerJson | undefined {
    return this.session.view().application.answers.values.get(key)
  }

  isDirty({ key }: Field): boolean {
    return this.form.getFieldState(fieldName(key)).isDirty
  }

  /** Edited since it last showed the draft's value. */
  isTouched(field: Field): boolean {
    return this.isDirty(field) || field.key in this.session.view().draft.typed
  }

  /** Prefilled and unchanged: an answer only when the page is left by "continue". */
  isOnlyOffered(field: Field, typed: Typed | undefined): boolean {
    return this.offered.has(field.key) && String(typed) === String(typedOf(field.question, this.offered.get(field.key)))
  }

  /** Side effects of changing the answer, tried out on the open case; null: none, or there was no answer before. */
  effectFor(field: Field): Effect | null {
    const typed = this.typedIn(field)
    if (this.answerTo(field) === undefined || isProblem(readTyped(field.question, typed ?? ''))) return null
    if (typeof typed !== 'string' && this.begun.has(field.key)) return null
    return effectOf(this.session.view(), this.editsFor(field, typed))
  }

  /** A change that other things depend on: it is confirmed first. */
  needsDecision(field: Field): boolean {
    return this.isTouched(field) && this.effectFor(field) !== null
  }

  /** What a field holds becomes the answer; if it is invalid, the answer is withdrawn and the text stays as typed. */
  private editsFor(field: Field, typed: Typed | undefined): Edit[] {
    const { answers } = this.session.view().application
    const read = readTyped(field.question, typed ?? '')
    const value = isProblem(read) ? undefined : read
    const before = answers.values.get(field.key)
    const [fact = '', row = null] = field.key.split('@')
    return [
      ...(JSON.stringify(before) === JSON.stringify(value) ? [] : [{ kind: 'answer', fact, row, value } as const]),
      ...(!isEmpty(typed) && answers.leftEmpty.has(field.key) ? [{ kind: 'leftEmpty', fact, row, left: false } as const] : []),
    ]
  }

  /** Makes answers of what these fields hold; `more`: edits that go along. */
  saveThese(these: readonly Field[], more: readonly Edit[] = []): void {
    const { session } = this
    session.apply([...these.flatMap((field) => this.editsFor(field, this.typedIn(field))), ...more])
    for (const field of these)
      if (field.key in session.view().draft.typed && !isProblem(readTyped(field.question, this.typedIn(field) ?? '')))
        session.type(field.key, null)
  }

  /** Makes answers of the whole page. An optional question that was shown and not filled in is left empty by choice. */
  saveAll(fields: readonly Field[]): void {
    const { leftEmpty } = this.session.view().application.answers
    const skipped = fields.filter((field) => field.question.optional && isEmpty(this.typedIn(field)) && !leftEmpty.has(field.key))
    this.saveThese(
      fields,
      skipped.map(({ key, question }): Edit => ({ kind: 'leftEmpty', fact: question.id, row: key.split('@')[1] ?? null, left: true })),
    )
  }

  /** Makes answers of what was typed, as the page is left. An undecided change is not made: its text is still in the field when one comes back. */
  saveTyped(fields: readonly Field[]): void {
    const touched = fields.filter(
      (field) => this.isTouched(field) && !this.isOnlyOffered(field, this.typedIn(field)) && this.effectFor(field) === null,
    )
    this.saveThese(touched)
    this.showKept(touched, false)
  }

  /** From here on these fields follow the draft, whoever changes it; `left`: in the draft's own notation, as nobody is typing there any more. */
  showKept(these: readonly Field[], left: boolean): void {
    const now = this.session.view()
    for (const field of these) {
      const kept = keptNow(now, field)
      if (this.isDirty(field) && (left || String(this.typedIn(field)) === String(kept)))
        this.form.resetField(fieldName(field.key), { defaultValue: kept, keepError: true })
    }
  }

  /** Shows what the draft holds, whatever was typed. */
  showDraft(field: Field): void {
    this.form.resetField(fieldName(field.key), { defaultValue: keptNow(this.session.view(), field) })
  }

  /** Shows what is wrong with a field on blur, and clears it once mended. */
  tellProblem(field: Field): void {
    const { form } = this
    const name = fieldName(field.key)
    const typed = this.typedIn(field)
    const read = readTyped(field.question, typed ?? '')
    if (isHalf(name)) form.setError(name, { type: 'half', message: 'half' })
    else if (isProblem(read)) form.setError(name, { type: 'answer', message: read.problem })
    else if (!isEmpty(typed) || form.formState.errors[name]?.type === 'half') form.clearErrors(name)
  }

  /** Keeps what is typed, at every key. */
  keepTyping(field: Field, typed: Typed): void {
    if (CONTROLS[field.question.type].atOnce || typeof typed !== 'string') return
    this.session.type(field.key, typed)
  }
}

/** What the draft holds for a field: text that is no answer as it was typed, else the answer, else the prefill. */
export const keptOf = ({ draft, application }: DraftView, offered: ReadonlyMap<string, AnswerJson>, { key, question }: Field): Typed =>
  draft.typed[key] ?? typedOf(question, application.answers.values.get(key) ?? offered.get(key))

const keptNow = (now: DraftView, field: Field): Typed => keptOf(now, offeredOn(now, [field]), field)

/** Prefills that other answers offer for the fields that are still open. */
export function offeredOn({ application }: DraftView, fields: readonly Field[]): ReadonlyMap<string, AnswerJson> {
  const { answers } = application
  const found = new Map<string, AnswerJson>()
  for (const { key, question, row } of fields) {
    if (answers.values.has(key) || answers.leftEmpty.has(key)) continue
    const offer = prefillOf(application, question, row)
    if (offer !== null) found.set(key, offer)
  }
  return found
}

/** react-hook-form gives null for a radio group in which nothing is chosen. */
const isEmpty = (typed: Typed | null | undefined): boolean => typed === undefined || typed === null || typed.length === 0
