import { type ReactNode, useDeferredValue, useMemo, useState } from 'react'
import type { DraftView } from '../../../draft/session.ts'
import type { FieldGroup } from '../../../machine/pages.ts'
import { wordsIn } from '../../../model/lang.ts'
import { UNDO } from '../../text/later/undo.ts'
import { useDraft, useJourney } from '../../use-journey.ts'
import { Button } from '../frame/Button.tsx'
import { useHeld } from '../frame/press.ts'
import { ErrorSummary } from './ErrorSummary.tsx'
import { FormGroup } from './FormGroup.tsx'
import { fieldId, fieldName } from './field-name.ts'
import { Checks } from './notes/Checks.tsx'
import { type ChecksOnPage, checksUnder } from './notes/checks-under.ts'
import { Impact } from './notes/Impact.tsx'
import { termsOnPage } from './notes/terms-in.ts'
import { problemIn, problemsIn } from './problem-text.ts'
import { usePageForm } from './use-page-form.ts'

interface PageOfQuestions {
  readonly groups: readonly FieldGroup[]
  /** The first question is the heading of the page. */
  readonly heading?: boolean
  /** Shown above the questions, below the error summary. */
  readonly above?: ReactNode
  /** Key of the field somebody came for: it gets the focus. */
  readonly focus?: string | null
  /** Optional questions come last, folded away under this label. */
  readonly foldOptional?: string | null
  /** Each question can be put on the list of what is not known yet. */
  readonly mayWait?: boolean
  /** Label of the "continue" button. */
  readonly doneLabel?: string
  readonly onDone: () => void
  readonly onLater?: () => void
}

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
}: PageOfQuestions) {
  const { words, lang } = useJourney()
  const { view } = useDraft()
  const fields = useMemo(() => groups.flatMap((group) => group.fields), [groups])
  const pageForm = usePageForm(fields, { focus, mayWait, onDone })
  const { form, submit, failed, isChanged, asking } = pageForm
  const terms = useMemo(() => termsOnPage(view.variant, fields, lang), [view.variant, fields, lang])
  const { folded, ...checks } = useChecks(groups)
  const problems = problemsIn(fields, (field) => problemIn(form.formState.errors[fieldName(field.key)]?.message), words, lang)
  const isFolded = (group: FieldGroup): boolean => foldOptional !== null && group.fields.every(({ question }) => question.optional)
  const hasProblem = (group: FieldGroup): boolean => group.fields.some(({ key }) => problems.some(({ id }) => id === fieldId(key)))
  const draw = (group: FieldGroup, index: number): ReactNode => {
    const [first] = group.fields
    // a question is keyed by itself, not by its index: one that appears above must not remount those below, one of which may have the focus
    const key = group.group ? `${group.group.id}@${first?.row ?? ''}` : first?.key
    return <FormGroup key={key} group={group} parts={{ pageForm, checks, terms, mayWait }} asHeading={heading && index === 0} />
  }
  return (
    <form noValidate onSubmit={submit}>
      {failed > 0 && problems.length > 0 && <ErrorSummary key={failed} problems={problems} />}
      {above}
      {groups.filter((each) => !isFolded(each)).map(draw)}
      {groups.some(isFolded) && (
        <details className="fold" open={groups.some((each) => isFolded(each) && hasProblem(each)) || undefined}>
          <summary>{foldOptional}</summary>
          {groups.filter(isFolded).map(draw)}
        </details>
      )}
      {folded.length > 0 && <Folded shown={folded} dismiss={checks.dismiss} />}
      <p role="status" className="visually-hidden">
        {asking.keys.length > 0 && wordsIn(UNDO, lang).before.said}
      </p>
      <Impact isChanged={isChanged} />
      <Onwards label={doneLabel ?? words.next} onLater={onLater} />
    </form>
  )
}

/** The checks on the answers of a page: the questions render first, the checks on them deferred. */
function useChecks(groups: readonly FieldGroup[]): ChecksOnPage & { readonly dismiss: (key: string) => void } {
  const { view, putAway } = useDraft()
  const checked = useDeferredValue<DraftView | null>(view, null)
  const [dismissed, setDismissed] = useState<ReadonlySet<string>>(() => new Set(putAway))
  const { under, folded } = useHeld(
    useMemo(() => (checked ? checksUnder(checked, groups, dismissed) : NOTHING), [checked, groups, dismissed]),
  )
  const dismiss = (key: string): void => {
    putAway.add(key)
    setDismissed(new Set(putAway))
  }
  return { under, folded, dismiss }
}

/** Remarks that are folded away until somebody opens them. */
function Folded({ shown, dismiss }: { shown: readonly string[]; dismiss: (key: string) => void }) {
  const { words } = useJourney()
  return (
    <details className="fold">
      <summary>
        {words.outcome.severity.info} ({shown.length})
      </summary>
      <Checks shown={shown} dismiss={dismiss} />
    </details>
  )
}

function Onwards({ label, onLater }: { label: string; onLater: (() => void) | undefined }) {
  const { words } = useJourney()
  return (
    <div className="buttons">
      {/* pressing must not take the focus: saving on blur may shift the page, and the click would miss the button */}
      <Button type="submit" onMouseDown={(event) => event.preventDefault()}>
        {label}
      </Button>
      {onLater && (
        <Button look="secondary" onClick={onLater}>
          {words.later}
        </Button>
      )}
    </div>
  )
}

const NOTHING: ChecksOnPage = { under: new Map(), folded: [] }
