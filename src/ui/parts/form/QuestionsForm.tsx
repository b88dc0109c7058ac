import { Fragment, type ReactNode, useDeferredValue, useMemo, useState } from 'react'
import { useWatch } from 'react-hook-form'
import type { DraftView } from '../../../draft/session.ts'
import { formatAnswer } from '../../../engine/answer-kinds/print-answer.ts'
import { takesOver } from '../../../engine/facts/prefill.ts'
import { localise, partyName } from '../../../engine/forms/format.ts'
import type { Field, FieldGroup } from '../../../machine/pages.ts'
import { isProblem } from '../../../model/answer-kinds/input-problem.ts'
import { readTyped, type Typed } from '../../../model/answers/input.ts'
import { wordsIn } from '../../../model/lang.ts'
import { UNDO } from '../../text/later/undo.ts'
import { useDraft, useJourney } from '../../use-journey.ts'
import { Button } from '../frame/Button.tsx'
import { useHeld } from '../frame/press.ts'
import { roleWords } from '../row-title.ts'
import { AddressReuse } from './AddressReuse.tsx'
import { ErrorSummary } from './ErrorSummary.tsx'
import { FieldBlock } from './FieldBlock.tsx'
import { fieldId, fieldName } from './field-name.ts'
import { BeforeChange } from './notes/BeforeChange.tsx'
import { Checks } from './notes/Checks.tsx'
import { type ChecksOnPage, checksUnder } from './notes/checks-under.ts'
import { Impact } from './notes/Impact.tsx'
import { NotYet } from './notes/NotYet.tsx'
import { termsOnPage } from './notes/terms-in.ts'
import type { PageControl } from './page-schema.ts'
import { problemIn, problemText } from './problem-text.ts'
import { usePageForm } from './use-page-form.ts'

/** The questions of one page. Each answer goes to the draft at once; "continue" points out what is missing or wrong. */
export function QuestionsForm({
  groups,
  heading = false,
  above,
  focus = null,
  foldOptional = null,
  mayWait = false,
  doneLabel,
  onDone,
  onLater,
}: {
  groups: readonly FieldGroup[]
  /** The first question is the heading of the page. */
  heading?: boolean
  /** Shown above the questions, below the error summary. */
  above?: ReactNode
  /** Key of the field somebody came for: it gets the focus. */
  focus?: string | null
  /** Optional questions come last, folded away under this label. */
  foldOptional?: string | null
  /** Each question can be put on the list of what is not known yet. */
  mayWait?: boolean
  /** Label of the "continue" button. */
  doneLabel?: string
  onDone: () => void
  onLater?: () => void
}) {
  const { words, lang } = useJourney()
  const { view, putAway } = useDraft()
  const fields = useMemo(() => groups.flatMap((group) => group.fields), [groups])
  const { form, submit, failed, isChanged, asking, effectFor, decide, typing, save, isOnlyOffered } = usePageForm(fields, {
    focus,
    mayWait,
    onDone,
  })
  const terms = useMemo(() => termsOnPage(view.variant, fields, lang), [view.variant, fields, lang])
  // the questions render first, the checks on them deferred
  const checked = useDeferredValue<DraftView | null>(view, null)
  const [dismissed, setDismissed] = useState<ReadonlySet<string>>(() => new Set(putAway))
  const { under, folded } = useHeld(
    useMemo(() => (checked ? checksUnder(checked, groups, dismissed) : NOTHING), [checked, groups, dismissed]),
  )
  const dismiss = (key: string): void => {
    putAway.add(key)
    setDismissed(new Set(putAway))
  }
  const problems = fields.flatMap((field) => {
    const problem = problemIn(form.formState.errors[fieldName(field.key)]?.message)
    return problem
      ? [
          {
            id: fieldId(field.key),
            label: localise(field.question.label, lang),
            missing: problem === 'required',
            text: problemText(words, field.question, problem, lang),
          },
        ]
      : []
  })
  const isTakenOver = (field: Field, typed: Typed | undefined): boolean => takesOver(field.question) && isOnlyOffered(field, typed)
  const introFor = ({ key, question }: Field): string => {
    const text = wordsIn(UNDO, lang).before
    const printed = (answer: ReturnType<typeof readTyped>): string =>
      answer === undefined || isProblem(answer)
        ? text.empty
        : formatAnswer(question, answer, lang, (party) => partyName(view.application, party))
    const typed = readTyped(question, form.getValues(fieldName(key)) ?? '')
    return text.intro(printed(view.application.answers.values.get(key)), printed(typed))
  }
  const questionOn = (field: Field): ReactNode => {
    const effect = asking.keys.includes(field.key) ? effectFor(field) : null
    return (
      effect && (
        <BeforeChange
          about={fieldId(field.key)}
          intro={introFor(field)}
          effect={effect}
          focused={asking.goesOn && asking.keys[0] === field.key}
          decide={(does) => decide(field, does)}
        />
      )
    )
  }
  // a group says that it was prefilled once, for all its fields
  const block = (field: Field, asHeading: boolean, says = true) => (
    <FieldBlock
      key={field.key}
      field={field}
      control={form.control}
      onAnswered={save}
      onTyped={typing}
      asHeading={asHeading}
      isTakenOver={(typed) => says && isTakenOver(field, typed)}
      terms={terms.get(field.key) ?? []}
    >
      {questionOn(field)}
      <Checks shown={under.get(field.key) ?? []} dismiss={dismiss} />
      {mayWait && !field.question.optional && <NotYet field={field} />}
    </FieldBlock>
  )
  const isFolded = ({ fields: parts }: FieldGroup): boolean => foldOptional !== null && parts.every(({ question }) => question.optional)
  const holds = ({ fields: parts }: FieldGroup, id: string): boolean => parts.some(({ key }) => fieldId(key) === id)
  const draw = ({ group, fields: parts }: FieldGroup, index: number): ReactNode =>
    group ? (
      <fieldset key={`${group.id}@${parts[0]?.row ?? ''}`} className="utrecht-form-fieldset group">
        <legend className="utrecht-form-fieldset__legend group__legend">
          {group.kind === 'role' ? roleWords(view, parts[0]?.row ?? '', lang) : localise(group.label, lang)}
        </legend>
        {group.kind === 'address' && <AddressReuse group={group} row={parts[0]?.row ?? null} />}
        <TakenOver fields={parts} control={form.control} isTakenOver={isTakenOver} />
        {parts.map((field) => block(field, false, false))}
      </fieldset>
    ) : (
      // keyed by question, not by index: a question that appears above must not remount those below, one of which may have the focus
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
      <p role="status" className="visually-hidden">
        {asking.keys.length > 0 && wordsIn(UNDO, lang).before.said}
      </p>
      <Impact isChanged={isChanged} />
      <div className="buttons">
        {/* pressing must not take the focus: saving on blur may shift the page, and the click would miss the button */}
        <Button type="submit" onMouseDown={(event) => event.preventDefault()}>
          {doneLabel ?? words.next}
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

/** Says that fields of a group were prefilled from another answer. */
function TakenOver({
  fields,
  control,
  isTakenOver,
}: {
  fields: readonly Field[]
  control: PageControl
  isTakenOver: (field: Field, typed: Typed | undefined) => boolean
}) {
  const { words } = useJourney()
  const typed = useWatch({ control, name: fields.map(({ key }) => fieldName(key)) })
  const some = fields.some((field, index) => isTakenOver(field, typed[index]))
  return some && <p className="utrecht-form-field-description">{words.takenOver}</p>
}

const NOTHING: ChecksOnPage = { under: new Map(), folded: [] }
