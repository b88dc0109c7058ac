import { Fragment, type ReactNode, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { type FieldErrors, type Resolver, useForm } from 'react-hook-form'
import type { DraftView, Session } from '../../../draft/session.ts'
import type { Edit } from '../../../engine/case.ts'
import { prefillOf, takesOver } from '../../../engine/facts/prefill.ts'
import { say } from '../../../engine/forms/print.ts'
import type { Field, FieldGroup } from '../../../machine/pages.ts'
import { inputSchema, readTyped, type Typed, typedOf } from '../../../model/answers/input.ts'
import { isProblem } from '../../../model/answers/judge-answer.ts'
import { unprintable } from '../../../model/answers/printable.ts'
import type { AnswerJson } from '../../../model/schema/answer-file.ts'
import { useDraft, useJourney } from '../../use-journey.ts'
import { Button } from '../frame/Button.tsx'
import { afterPress, useHeld } from '../frame/press.ts'
import { roleWords } from '../row-title.ts'
import { AddressReuse } from './AddressReuse.tsx'
import { Checks } from './Checks.tsx'
import type { Values } from './Control.tsx'
import { type ChecksOnPage, checksUnder } from './checks-under.ts'
import { ErrorSummary } from './ErrorSummary.tsx'
import { FieldBlock, fieldId, fieldName } from './FieldBlock.tsx'
import { isHalf } from './half-typed.ts'
import { type PageProblem, problemText } from './problem-text.ts'

/** The questions of one page. Each answer goes to the draft at once; "continue" asks for what is missing or wrong. */
export function QuestionsForm({
  groups,
  heading = false,
  above,
  focus = null,
  foldOptional = null,
  onDone,
  onLater,
}: {
  groups: readonly FieldGroup[]
  /** The first question is the heading of the page. */
  heading?: boolean
  /** What stands before the questions; what is wrong with them stands above it. */
  above?: ReactNode
  /** The field somebody came for, by its key: it has the focus. */
  focus?: string | null
  /** What may stay empty stands last, folded away under these words. */
  foldOptional?: string | null
  onDone: () => void
  onLater?: () => void
}) {
  const { words, lang, site } = useJourney()
  const { session, view } = useDraft()
  const fields = useMemo(() => groups.flatMap((group) => group.fields), [groups])
  const now = useRef(fields)
  now.current = fields
  const form = useForm<Values>({
    defaultValues: {},
    resolver: resolverFor(now),
    mode: 'onSubmit',
    reValidateMode: 'onSubmit',
    shouldFocusError: false,
  })
  const [failed, setFailed] = useState(0)
  // the questions come first, what the rules have to say about them a moment later
  const checked = useDeferredValue<DraftView | null>(view, null)
  const [dismissed, setDismissed] = useState<ReadonlySet<string>>(() => putAway.get(session) ?? new Set())
  const { under, folded } = useHeld(
    useMemo(() => (checked ? checksUnder(checked, groups, dismissed) : NOTHING), [checked, groups, dismissed]),
  )
  const dismiss = (key: string): void => {
    const next = new Set([...(putAway.get(session) ?? []), key])
    putAway.set(session, next)
    setDismissed(next)
  }
  const offered = useMemo(() => offeredOn(view, fields), [view, fields])
  /** Filled in beforehand and not changed: an answer only when the page is left by "continue". */
  const isOnlyOffered = (field: Field, typed: Typed | undefined): boolean =>
    offered.has(field.key) && String(typed) === String(typedOf(field.question, offered.get(field.key)))
  const lastOffered = useRef(offered)
  const lastStored = useRef(new Map<string, string>())

  // a field that appears, or an answer that came from elsewhere (an address taken over), fills in what the page shows
  useEffect(() => {
    for (const field of fields) {
      // what was typed and is no answer is shown as it was typed, with what is wrong with it
      const half = session.view().draft.typed[field.key]
      const stored = half ?? typedOf(field.question, view.answers.values.get(field.key) ?? offered.get(field.key))
      const shown = form.getValues(fieldName(field.key))
      const before = lastOffered.current.get(field.key)
      // typed here and kept, and then changed in another tab: the field shows what holds
      const untouched =
        lastStored.current.get(field.key) === String(shown) ||
        !form.formState.dirtyFields[fieldName(field.key)] ||
        (before !== undefined && String(shown) === String(typedOf(field.question, before)))
      if (shown === undefined || (untouched && String(shown) !== String(stored))) {
        form.setValue(fieldName(field.key), stored as Typed)
        takeOver(fieldId(field.key))
      }
      if (half !== undefined && !lastStored.current.has(field.key)) sayProblem.current(field)
      lastStored.current.set(field.key, String(stored))
    }
    lastOffered.current = offered
  }, [fields, view.answers, offered, form, session])

  /** What a field says becomes the answer; what it says and is no answer takes the answer back, and stays as it was typed. */
  const editsFor = (field: Field, typed: Typed | undefined): Edit[] => {
    const { answers } = session.view()
    const read = readTyped(field.question, typed ?? '')
    const value = isProblem(read) ? undefined : read
    const before = answers.values.get(field.key)
    const [fact = '', row = null] = field.key.split('@')
    return [
      ...(JSON.stringify(before) === JSON.stringify(value) ? [] : [{ kind: 'answer', fact, row, value } as const]),
      ...(!isEmpty(typed) && answers.leftEmpty.has(field.key) ? [{ kind: 'leftEmpty', fact, row, left: false } as const] : []),
    ]
  }
  /** What is wrong with a field is said when it is left, and gone when it is mended. */
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
  /** Kept with every key; what cannot stand on paper is said while it is typed. */
  const typing = (field: Field, text: string): void => {
    session.type(field.key, text)
    const said = form.formState.errors[fieldName(field.key)]?.message === 'unprintable'
    if (said || unprintable(text).length > 0) afterPress(() => sayProblem.current(field))
  }
  const save = (field: Field): void => {
    const typed = form.getValues(fieldName(field.key))
    if (!AT_ONCE.has(field.question.type) && isOnlyOffered(field, typed)) return
    saveThese([field])
    afterPress(() => sayProblem.current(field))
  }
  const saveThese = (these: readonly Field[]): void => {
    session.apply(these.flatMap((field) => editsFor(field, form.getValues(fieldName(field.key)))))
    for (const field of these) {
      const typed = form.getValues(fieldName(field.key))
      if (!(field.key in session.view().draft.typed)) continue
      if (!isProblem(readTyped(field.question, typed ?? ''))) session.type(field.key, null)
    }
  }
  const saveTyped = (): void => saveThese(fields.filter((field) => !isOnlyOffered(field, form.getValues(fieldName(field.key)))))
  const saveLatest = useRef(saveTyped)
  saveLatest.current = saveTyped
  // leaving by any way keeps what was typed
  useEffect(() => {
    const keep = (): void => saveLatest.current()
    const noMore = session.handsOver(keep)
    return () => {
      noMore()
      keep()
    }
  }, [session])

  // after the page has given its heading the focus
  useEffect(() => (focus === null ? undefined : site.later(() => focusOn(fieldId(focus)), 0)), [focus, site])

  const submit = form.handleSubmit(
    () => {
      saveThese(fields)
      // an optional question that was shown and not filled in is left empty by choice
      const empty = fields.filter((field) => field.question.optional && isEmpty(form.getValues(fieldName(field.key))))
      session.apply(
        empty
          .filter((field) => !view.answers.leftEmpty.has(field.key))
          .map((field): Edit => ({ kind: 'leftEmpty', fact: field.question.id, row: field.key.split('@')[1] ?? null, left: true })),
      )
      onDone()
    },
    () => setFailed((count) => count + 1),
  )
  const problems = fields.flatMap((field) => {
    const problem = form.formState.errors[fieldName(field.key)]?.message as PageProblem | undefined
    return problem
      ? [
          {
            id: fieldId(field.key),
            label: say(field.question.label, lang),
            text: problemText(words, field.question, problem, lang, String(form.getValues(fieldName(field.key)) ?? '')),
          },
        ]
      : []
  })
  const isTakenOver = (field: Field): boolean =>
    offered.has(field.key) && takesOver(field.question) && isOnlyOffered(field, form.watch(fieldName(field.key)))
  // a group says it once, for all its fields
  const block = (field: Field, asHeading: boolean, says = true) => (
    <FieldBlock
      key={field.key}
      field={field}
      form={form}
      onAnswered={save}
      onTyped={typing}
      asHeading={asHeading}
      takenOver={says && isTakenOver(field)}
    >
      <Checks shown={under.get(field.key) ?? []} dismiss={dismiss} />
    </FieldBlock>
  )
  const isFolded = ({ fields: parts }: FieldGroup): boolean => foldOptional !== null && parts.every(({ question }) => question.optional)
  const holds = ({ fields: parts }: FieldGroup, id: string): boolean => parts.some(({ key }) => fieldId(key) === id)
  const draw = ({ group, fields: parts }: FieldGroup, index: number): ReactNode =>
    group ? (
      <fieldset key={`${group.id}@${parts[0]?.row ?? ''}`} className="utrecht-form-fieldset group">
        <legend className="utrecht-form-fieldset__legend group__legend">
          {group.kind === 'role' ? roleWords(view, parts[0]?.row ?? '', lang) : say(group.label, lang)}
        </legend>
        {group.kind === 'address' && <AddressReuse group={group} row={parts[0]?.row ?? null} />}
        {parts.some(isTakenOver) && <p className="utrecht-form-field-description">{words.takenOver}</p>}
        {parts.map((field) => block(field, false, false))}
      </fieldset>
    ) : (
      // by its question and not by its place: a question that appears above must not make those below anew, with the focus in them
      <Fragment key={parts[0]?.key}>{parts.map((field) => block(field, heading && index === 0))}</Fragment>
    )
  return (
    <form noValidate onSubmit={submit}>
      {failed > 0 && problems.length > 0 && <ErrorSummary key={failed} problems={problems} />}
      {above}
      {groups.filter((each) => !isFolded(each)).map(draw)}
      {groups.some(isFolded) && (
        <details className="fold" open={problems.some(({ id }) => groups.some((each) => isFolded(each) && holds(each, id))) || undefined}>
          <summary>{foldOptional}</summary>
          {groups.filter(isFolded).map(draw)}
        </details>
      )}
      {folded.length > 0 && (
        <details className="fold">
          <summary>
            {words.outcome.severity.info} ({folded.length})
          </summary>
          <Checks shown={folded} dismiss={dismiss} />
        </details>
      )}
      <div className="buttons">
        {/* pressing must not take the focus: saving on blur may move the page, and the press would miss the button */}
        <Button type="submit" onMouseDown={(event) => event.preventDefault()}>
          {words.next}
        </Button>
        {onLater && (
          <Button look="secondary" onClick={onLater}>
            {words.later}
          </Button>
        )}
      </div>
    </form>
  )
}

/** What comes into the field somebody stands in already gives way to the next key, as it does for who enters a filled field. */
function takeOver(id: string): void {
  const control = document.activeElement
  if (control instanceof HTMLInputElement && control.id === id) control.select()
}

function focusOn(id: string): void {
  const control = document.getElementById(id)
  control?.scrollIntoView?.({ block: 'center' })
  control?.focus({ preventScroll: true })
}

/** What other answers offer for the fields that are still open. */
function offeredOn({ one, answers }: DraftView, fields: readonly Field[]): ReadonlyMap<string, AnswerJson> {
  const found = new Map<string, AnswerJson>()
  for (const { key, question, row } of fields) {
    if (answers.values.has(key) || answers.leftEmpty.has(key)) continue
    const offer = prefillOf(one, question, row)
    if (offer !== null) found.set(key, offer)
  }
  return found
}

const NOTHING: ChecksOnPage = { under: new Map(), folded: [] }

/** What was read and put away, while the draft is open. */
const putAway = new WeakMap<Session, ReadonlySet<string>>()

/** Answered with one press: what follows from it may be shown at once. */
const AT_ONCE = new Set(['yesNo', 'choice', 'multiChoice', 'country', 'party'])

/** Nothing chosen in a group of radio buttons is null to react-hook-form. */
const isEmpty = (typed: Typed | null | undefined): boolean => typed === undefined || typed === null || typed.length === 0

/** The schemas of the fields that stand on the page now, as react-hook-form wants to hear them. */
const resolverFor =
  (fields: { readonly current: readonly Field[] }): Resolver<Values> =>
  (values) => {
    const errors: FieldErrors<Values> = {}
    const answers: Record<string, AnswerJson> = {}
    for (const field of fields.current) {
      const name = fieldName(field.key)
      const read = inputSchema(field.question).safeParse(values[name])
      const problem = read.success
        ? read.data === undefined && !field.question.optional && (field.open || !field.question.refinedBy)
          ? 'required'
          : null
        : (read.error.issues[0]?.message ?? 'required')
      if (isHalf(name)) errors[name] = { type: 'half', message: 'half' }
      else if (problem) errors[name] = { type: 'answer', message: problem }
      else if (read.success && read.data !== undefined) answers[name] = read.data
    }
    return Object.keys(errors).length > 0 ? { values: {}, errors } : { values: values, errors: {} }
  }
