import { useWatch } from 'react-hook-form'
import { formatAnswer } from '../../../engine/answer-kinds/print-answer.ts'
import { takesOver } from '../../../engine/facts/prefill.ts'
import { localise, partyName } from '../../../engine/forms/format.ts'
import type { Field, FieldGroup } from '../../../machine/pages.ts'
import { isProblem } from '../../../model/answer-kinds/input-problem.ts'
import { readTyped, type Typed } from '../../../model/answers/input.ts'
import { wordsIn } from '../../../model/lang.ts'
import { UNDO } from '../../text/later/undo.ts'
import { useDraft, useJourney } from '../../use-journey.ts'
import { roleWords } from '../row-title.ts'
import { AddressReuse } from './AddressReuse.tsx'
import { FieldBlock } from './FieldBlock.tsx'
import { fieldId, fieldName } from './field-name.ts'
import { BeforeChange } from './notes/BeforeChange.tsx'
import { Checks } from './notes/Checks.tsx'
import type { ChecksOnPage } from './notes/checks-under.ts'
import { NotYet } from './notes/NotYet.tsx'
import type { Term } from './notes/terms-in.ts'
import type { PageFields } from './page-fields.ts'
import type { usePageForm } from './use-page-form.ts'

/** What every question of a page needs of that page. */
export interface PageParts {
  readonly pageForm: ReturnType<typeof usePageForm>
  readonly checks: Pick<ChecksOnPage, 'under'> & { readonly dismiss: (key: string) => void }
  /** Words that are explained, by the key of the field in which they come first. */
  readonly terms: ReadonlyMap<string, readonly Term[]>
  readonly mayWait: boolean
}

/** Questions that people see as one thing, or one question. `asHeading`: it is the heading of the page. */
export function FormGroup({ group: { group, fields }, parts, asHeading }: { group: FieldGroup; parts: PageParts; asHeading: boolean }) {
  const { lang } = useJourney()
  const { view } = useDraft()
  if (!group) return fields.map((field) => <Question key={field.key} field={field} parts={parts} asHeading={asHeading} />)
  return (
    <fieldset className="utrecht-form-fieldset group">
      <legend className="utrecht-form-fieldset__legend group__legend">
        {group.kind === 'role' ? roleWords(view, fields[0]?.row ?? '', lang) : localise(group.label, lang)}
      </legend>
      {group.kind === 'address' && <AddressReuse group={group} row={fields[0]?.row ?? null} />}
      <TakenOver fields={fields} parts={parts} />
      {fields.map((field) => (
        <Question key={field.key} field={field} parts={parts} isInGroup />
      ))}
    </fieldset>
  )
}

/** One question, with what follows from its answer. A group says that it was prefilled once, for all its fields. */
function Question({
  field,
  parts,
  asHeading = false,
  isInGroup = false,
}: {
  field: Field
  parts: PageParts
  asHeading?: boolean
  isInGroup?: boolean
}) {
  const { pageForm, checks, terms, mayWait } = parts
  const { form, page, save } = pageForm
  return (
    <FieldBlock
      field={field}
      control={form.control}
      onAnswered={save}
      onTyped={(typedIn, typed) => page.keepTyping(typedIn, typed)}
      asHeading={asHeading}
      isTakenOver={(typed) => !isInGroup && isTakenOver(page, field, typed)}
      terms={terms.get(field.key) ?? []}
    >
      <AskBefore field={field} pageForm={pageForm} />
      <Checks shown={checks.under.get(field.key) ?? []} dismiss={checks.dismiss} />
      {mayWait && !field.question.optional && <NotYet field={field} />}
    </FieldBlock>
  )
}

/** Asks before a change that other things depend on, while it waits for a decision. */
function AskBefore({ field, pageForm }: { field: Field } & Pick<PageParts, 'pageForm'>) {
  const { lang } = useJourney()
  const { view } = useDraft()
  const { page, asking, decide } = pageForm
  const effect = asking.keys.includes(field.key) ? page.effectFor(field) : null
  if (!effect) return null
  const { key, question } = field
  const text = wordsIn(UNDO, lang).before
  const printed = (answer: ReturnType<typeof readTyped>): string =>
    answer === undefined || isProblem(answer)
      ? text.empty
      : formatAnswer(question, answer, lang, (party) => partyName(view.application, party))
  return (
    <BeforeChange
      about={fieldId(key)}
      intro={text.intro(printed(view.application.answers.values.get(key)), printed(readTyped(question, page.typedIn(field) ?? '')))}
      effect={effect}
      focused={asking.goesOn && asking.keys[0] === key}
      decide={(does) => decide(field, does)}
    />
  )
}

/** Says that fields of a group were prefilled from another answer. */
function TakenOver({ fields, parts: { pageForm } }: { fields: readonly Field[]; parts: PageParts }) {
  const { words } = useJourney()
  const typed = useWatch({ control: pageForm.form.control, name: fields.map(({ key }) => fieldName(key)) })
  const some = fields.some((field, index) => isTakenOver(pageForm.page, field, typed[index]))
  return some && <p className="utrecht-form-field-description">{words.takenOver}</p>
}

const isTakenOver = (page: PageFields, field: Field, typed: Typed | undefined): boolean =>
  takesOver(field.question) && page.isOnlyOffered(field, typed)
