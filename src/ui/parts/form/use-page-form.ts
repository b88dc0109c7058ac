import { zodResolver } from '@hookform/resolvers/zod'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useForm } from 'react-hook-form'
import type { Field } from '../../../machine/pages.ts'
import { useDraft, useJourney } from '../../use-journey.ts'
import { afterPress, useHeld } from '../frame/press.ts'
import { CONTROLS } from './controls/controls.ts'
import { fieldId, fieldName } from './field-name.ts'
import { keptOf, offeredOn, PageFields } from './page-fields.ts'
import { type PageAnswers, pageSchema, type Values } from './page-schema.ts'

/** The fields of one page: react-hook-form holds what is being typed, the draft everything else; a change that other things depend on is confirmed first. */
export function usePageForm(
  fields: readonly Field[],
  { focus, mayWait, onDone }: { readonly focus: string | null; readonly mayWait: boolean; readonly onDone: () => void },
) {
  const { site } = useJourney()
  const { session } = useDraft()
  const { form, page } = useFields(fields, mayWait)
  const [failed, setFailed] = useState(0)
  const [isChanged, setChanged] = useState(false)
  const [undecided, setUndecided] = useUndecided(fields, page)
  // nothing moves during a press
  const asking = useHeld(undecided)
  const submitLatest = useRef<() => Promise<void>>(() => Promise.resolve())
  /** Makes the pending change, or restores the field. */
  const decide = (field: Field, does: boolean): void => {
    const rest = undecided.keys.filter((key) => key !== field.key)
    if (does) {
      page.saveThese([field])
      setChanged(true)
    } else session.type(field.key, null)
    page.showDraft(field)
    setUndecided({ keys: rest, goesOn: undecided.goesOn && rest.length > 0 })
    // after the field has rendered: resetting the form cancels a submit in progress
    const goesOn = undecided.goesOn && does && rest.length === 0
    site.later(() => (goesOn ? void submitLatest.current() : focusOn(fieldId(field.key))), 0)
  }
  const latest = useLatest(page)
  const save = (field: Field): void => {
    if (!CONTROLS[field.question.type].atOnce && page.isOnlyOffered(field, page.typedIn(field))) return
    const before = page.answerTo(field)
    const waits = page.needsDecision(field)
    if (waits !== undecided.keys.includes(field.key))
      setUndecided(({ keys, goesOn }) => ({
        keys: waits ? [...keys, field.key] : keys.filter((key) => key !== field.key),
        goesOn: goesOn && waits,
      }))
    if (waits) return
    if (page.isTouched(field)) page.saveThese([field])
    if (before !== undefined && JSON.stringify(before) !== JSON.stringify(page.answerTo(field))) setChanged(true)
    afterPress(() => {
      page.showKept([field], true)
      latest.current.tellProblem(field)
    })
  }
  useHandingOver(fields, page)
  // after the page has focused its heading
  useEffect(() => (focus === null ? undefined : site.later(() => focusOn(fieldId(focus)), 0)), [focus, site])

  const submit = form.handleSubmit(
    () => {
      const waiting = fields.filter((field) => page.needsDecision(field))
      if (waiting.length > 0) return setUndecided({ keys: waiting.map(({ key }) => key), goesOn: true })
      page.saveAll(fields)
      onDone()
    },
    () => setFailed((count) => count + 1),
  )
  submitLatest.current = submit
  return { form, page, submit, failed, isChanged, asking, decide, save }
}

/** The fields as react-hook-form has them. */
function useFields(fields: readonly Field[], mayWait: boolean) {
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
  const [begun] = useState(() => new Set(fields.flatMap(({ key }) => (view.application.answers.values.has(key) ? [] : [key]))))
  return { form, page: new PageFields(form, session, offered, begun) }
}

/** Changes that wait for a yes or no: keys of fields. `goesOn`: "continue" was pressed, and waits for the decision. */
interface Undecided {
  readonly keys: readonly string[]
  readonly goesOn: boolean
}
const NONE_UNDECIDED: Undecided = { keys: [], goesOn: false }

/** Begins with what was typed on an earlier visit: half an answer, whose problem is told, or a change not decided on. */
function useUndecided(fields: readonly Field[], page: PageFields) {
  const { session } = useDraft()
  const [undecided, setUndecided] = useState<Undecided>(NONE_UNDECIDED)
  const latest = useLatest(page)
  useEffect(() => {
    const { current } = latest
    const typed = fields.filter((field) => field.key in session.view().draft.typed && !current.isDirty(field))
    for (const field of typed) current.tellProblem(field)
    const waits = typed.flatMap((field) => (current.effectFor(field) === null ? [] : [field.key]))
    if (waits.length > 0) setUndecided((before) => ({ ...before, keys: [...new Set([...before.keys, ...waits])] }))
  }, [fields, session, latest])
  return [undecided, setUndecided] as const
}

/** Keeps what was typed, however the page is left. */
function useHandingOver(fields: readonly Field[], page: PageFields): void {
  const { session } = useDraft()
  const saveLatest = useLatest(() => page.saveTyped(fields))
  useEffect(() => {
    const keep = (): void => saveLatest.current()
    const noMore = session.handsOver(keep)
    return () => {
      noMore()
      keep()
    }
  }, [session, saveLatest])
}

/** The value of the last render, for what runs after it. */
function useLatest<T>(value: T) {
  const latest = useRef(value)
  latest.current = value
  return latest
}

function focusOn(id: string): void {
  const first = document.getElementById(id)
  const control = first?.closest('.options')?.querySelector<HTMLElement>('input:checked') ?? first
  control?.scrollIntoView?.({ block: 'center' })
  control?.focus({ preventScroll: true })
}
