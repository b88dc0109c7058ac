import { zodResolver } from '@hookform/resolvers/zod'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useForm } from 'react-hook-form'
import { type Effect, effectOf } from '../../../draft/effect.ts'
import type { DraftView } from '../../../draft/session.ts'
import { prefillOf } from '../../../engine/facts/prefill.ts'
import type { Field } from '../../../machine/pages.ts'
import { isProblem } from '../../../model/answer-kinds/input-problem.ts'
import type { Edit } from '../../../model/answers/edit.ts'
import { readTyped, type Typed, typedOf } from '../../../model/answers/input.ts'
import type { AnswerJson } from '../../../model/schema/answer-file.ts'
import { useDraft, useJourney } from '../../use-journey.ts'
import { afterPress, useHeld } from '../frame/press.ts'
import { CONTROLS } from './controls/controls.ts'
import { fieldId, fieldName } from './field-name.ts'
import { isHalf } from './half-typed.ts'
import { type PageAnswers, pageSchema, type Values } from './page-schema.ts'

/** The fields of one page: react-hook-form holds what is being typed, the draft everything else; a change that other things depend on is confirmed first. */
export function usePageForm(
  fields: readonly Field[],
  { focus, mayWait, onDone }: { readonly focus: string | null; readonly mayWait: boolean; readonly onDone: () => void },
) {
  const { site } = useJourney()
  const { session, view } = useDraft()
  const offered = useMemo(() => offeredOn(view, fields), [view, fields])
  const waiting = mayWait ? view.draft.waiting : undefined
  const form = useForm<Values, unknown, PageAnswers>({
    // the draft owns the value of a field, except for what is being typed: a field that appears, an address that is copied and an answer from another tab all
    // come from there
    values: useMemo(
      () => Object.fromEntries(fields.map((field) => [fieldName(field.key), keptOf(view, offered, field)])),
      [view, offered, fields],
    ),
    resetOptions: { keepDirtyValues: true, keepErrors: true },
    resolver: useMemo(() => zodResolver(pageSchema(fields, waiting)), [fields, waiting]),
    mode: 'onSubmit',
    reValidateMode: 'onSubmit',
    shouldFocusError: false,
  })
  // react-hook-form tracks dirty fields only if they are read; without them new `values` would overwrite what is typed
  void form.formState.dirtyFields
  const [failed, setFailed] = useState(0)
  const [isChanged, setChanged] = useState(false)
  /** Keys of fields with a change that other things depend on, not decided yet. `goesOn`: "continue" was pressed, and waits for the decision. */
  const [undecided, setUndecided] = useState<Undecided>(NONE_UNDECIDED)
  // nothing moves during a press
  const asking = useHeld(undecided)
  const submitLatest = useRef<() => Promise<void>>(() => Promise.resolve())
  /** Keys of fields that were unanswered at first: nothing depends on ticks begun on this page yet. */
  const [begun] = useState(() => new Set(fields.flatMap(({ key }) => (view.application.answers.values.has(key) ? [] : [key]))))
  /** Prefilled and unchanged: an answer only when the page is left by "continue". */
  const isOnlyOffered = (field: Field, typed: Typed | undefined): boolean =>
    offered.has(field.key) && String(typed) === String(typedOf(field.question, offered.get(field.key)))
  /** What a field holds becomes the answer; if it is invalid, the answer is withdrawn and the text stays as typed. */
  const editsFor = (field: Field, typed: Typed | undefined): Edit[] => {
    const { answers } = session.view().application
    const read = readTyped(field.question, typed ?? '')
    const value = isProblem(read) ? undefined : read
    const before = answers.values.get(field.key)
    const [fact = '', row = null] = field.key.split('@')
    return [
      ...(JSON.stringify(before) === JSON.stringify(value) ? [] : [{ kind: 'answer', fact, row, value } as const]),
      ...(!isEmpty(typed) && answers.leftEmpty.has(field.key) ? [{ kind: 'leftEmpty', fact, row, left: false } as const] : []),
    ]
  }
  /** Side effects of changing the answer, tried out on the open case; null: none, or there was no answer before. */
  const effectFor = (field: Field): Effect | null => {
    const typed = form.getValues(fieldName(field.key))
    if (!session.view().application.answers.values.has(field.key) || isProblem(readTyped(field.question, typed ?? ''))) return null
    if (typeof typed !== 'string' && begun.has(field.key)) return null
    return effectOf(session.view(), editsFor(field, typed))
  }
  /** Makes the pending change, or restores the field. */
  const decide = (field: Field, does: boolean): void => {
    const rest = undecided.keys.filter((key) => key !== field.key)
    const name = fieldName(field.key)
    if (does) {
      saveThese([field])
      setChanged(true)
    } else session.type(field.key, null)
    form.resetField(name, { defaultValue: keptOf(session.view(), offeredOn(session.view(), [field]), field) })
    setUndecided({ keys: rest, goesOn: undecided.goesOn && rest.length > 0 })
    // after the field has rendered: resetting the form cancels a submit in progress
    const goesOn = undecided.goesOn && does && rest.length === 0
    site.later(() => (goesOn ? void submitLatest.current() : focusOn(fieldId(field.key))), 0)
  }
  /** Shows what is wrong with a field on blur, and clears it once mended. */
  const tellProblem = (field: Field): void => {
    const name = fieldName(field.key)
    const typed = form.getValues(name)
    const read = readTyped(field.question, typed ?? '')
    if (isHalf(name)) form.setError(name, { type: 'half', message: 'half' })
    else if (isProblem(read)) form.setError(name, { type: 'answer', message: read.problem })
    else if (!isEmpty(typed) || form.formState.errors[name]?.type === 'half') form.clearErrors(name)
  }
  const sayProblem = useRef(tellProblem)
  sayProblem.current = tellProblem
  const weighTyped = useRef(effectFor)
  weighTyped.current = effectFor
  // typed on an earlier visit: half an answer, or a change not decided on
  useEffect(() => {
    const typed = fields.filter(({ key }) => key in session.view().draft.typed && !form.getFieldState(fieldName(key)).isDirty)
    for (const field of typed) sayProblem.current(field)
    const waits = typed.flatMap((field) => (weighTyped.current(field) === null ? [] : [field.key]))
    if (waits.length > 0) setUndecided((before) => ({ ...before, keys: [...new Set([...before.keys, ...waits])] }))
  }, [fields, form, session])
  /** Keeps what is typed, at every key. */
  const typing = (field: Field, typed: Typed): void => {
    if (CONTROLS[field.question.type].atOnce || typeof typed !== 'string') return
    session.type(field.key, typed)
  }
  /** Edited since it last showed the draft's value. */
  const isTouched = (field: Field): boolean => form.getFieldState(fieldName(field.key)).isDirty || field.key in session.view().draft.typed
  const save = (field: Field): void => {
    const typed = form.getValues(fieldName(field.key))
    if (!CONTROLS[field.question.type].atOnce && isOnlyOffered(field, typed)) return
    const before = session.view().application.answers.values.get(field.key)
    const waits = isTouched(field) && effectFor(field) !== null
    if (waits !== undecided.keys.includes(field.key))
      setUndecided(({ keys, goesOn }) => ({
        keys: waits ? [...keys, field.key] : keys.filter((key) => key !== field.key),
        goesOn: goesOn && waits,
      }))
    if (waits) return
    if (isTouched(field)) saveThese([field])
    const now = session.view().application.answers.values.get(field.key)
    if (before !== undefined && JSON.stringify(before) !== JSON.stringify(now)) setChanged(true)
    afterPress(() => {
      showKept([field], true)
      sayProblem.current(field)
    })
  }
  const saveThese = (these: readonly Field[], more: readonly Edit[] = []): void => {
    session.apply([...these.flatMap((field) => editsFor(field, form.getValues(fieldName(field.key)))), ...more])
    for (const field of these) {
      const typed = form.getValues(fieldName(field.key))
      if (field.key in session.view().draft.typed && !isProblem(readTyped(field.question, typed ?? ''))) session.type(field.key, null)
    }
  }
  /** From here on these fields follow the draft, whoever changes it; `left`: in the draft's own notation, as nobody is typing there any more. */
  const showKept = (these: readonly Field[], left: boolean): void => {
    const now = session.view()
    for (const field of these) {
      const name = fieldName(field.key)
      const [typed, kept] = [form.getValues(name), keptOf(now, offeredOn(now, [field]), field)]
      if (form.getFieldState(name).isDirty && (left || String(typed) === String(kept)))
        form.resetField(name, { defaultValue: kept, keepError: true })
    }
  }
  const saveTyped = (): void => {
    // an undecided change is not made: its text is still in the field when one comes back
    const touched = fields.filter(
      (field) => isTouched(field) && !isOnlyOffered(field, form.getValues(fieldName(field.key))) && effectFor(field) === null,
    )
    saveThese(touched)
    showKept(touched, false)
  }
  const saveLatest = useRef(saveTyped)
  saveLatest.current = saveTyped
  // what was typed is kept, however the page is left
  useEffect(() => {
    const keep = (): void => saveLatest.current()
    const noMore = session.handsOver(keep)
    return () => {
      noMore()
      keep()
    }
  }, [session])

  // after the page has focused its heading
  useEffect(() => (focus === null ? undefined : site.later(() => focusOn(fieldId(focus)), 0)), [focus, site])

  const submit = form.handleSubmit(
    () => {
      const waiting = fields.filter((field) => isTouched(field) && effectFor(field) !== null)
      if (waiting.length > 0) return setUndecided({ keys: waiting.map(({ key }) => key), goesOn: true })
      // an optional question that was shown and not filled in is left empty by choice
      const empty = fields.filter((field) => field.question.optional && isEmpty(form.getValues(fieldName(field.key))))
      saveThese(
        fields,
        empty
          .filter((field) => !view.application.answers.leftEmpty.has(field.key))
          .map((field): Edit => ({ kind: 'leftEmpty', fact: field.question.id, row: field.key.split('@')[1] ?? null, left: true })),
      )
      onDone()
    },
    () => setFailed((count) => count + 1),
  )
  submitLatest.current = submit
  return { form, submit, failed, isChanged, asking, effectFor, decide, typing, save, isOnlyOffered }
}

function focusOn(id: string): void {
  const first = document.getElementById(id)
  const control = first?.closest('.options')?.querySelector<HTMLElement>('input:checked') ?? first
  control?.scrollIntoView?.({ block: 'center' })
  control?.focus({ preventScroll: true })
}

/** What the draft holds for a field: text that is no answer as it was typed, else the answer, else the prefill. */
const keptOf = ({ draft, application }: DraftView, offered: ReadonlyMap<string, AnswerJson>, { key, question }: Field): Typed =>
  draft.typed[key] ?? typedOf(question, application.answers.values.get(key) ?? offered.get(key))

/** Prefills that other answers offer for the fields that are still open. */
function offeredOn({ application }: DraftView, fields: readonly Field[]): ReadonlyMap<string, AnswerJson> {
  const { answers } = application
  const found = new Map<string, AnswerJson>()
  for (const { key, question, row } of fields) {
    if (answers.values.has(key) || answers.leftEmpty.has(key)) continue
    const offer = prefillOf(application, question, row)
    if (offer !== null) found.set(key, offer)
  }
  return found
}

/** Changes that wait for a yes or no. */
interface Undecided {
  readonly keys: readonly string[]
  readonly goesOn: boolean
}
const NONE_UNDECIDED: Undecided = { keys: [], goesOn: false }

/** react-hook-form gives null for a radio group in which nothing is chosen. */
const isEmpty = (typed: Typed | null | undefined): boolean => typed === undefined || typed === null || typed.length === 0
