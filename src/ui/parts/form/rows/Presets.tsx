import { useId, useState } from 'react'
import type { Case } from '../../../../engine/context.ts'
import type { ExpectedParty } from '../../../../engine/facts/expected-parties.ts'
import { offeredRoles } from '../../../../engine/facts/offered-roles.ts'
import { localise } from '../../../../engine/forms/format.ts'
import { freshRow, rowsOf } from '../../../../machine/pages.ts'
import { answerKey, isPersonOrCompany, listKey } from '../../../../model/answers/answers.ts'
import type { Edit } from '../../../../model/answers/edit.ts'
import { wordsIn } from '../../../../model/lang.ts'
import type { AnswerJson } from '../../../../model/schema/answer-file.ts'
import type { ResolvedCollection } from '../../../../model/variant.ts'
import { PRESETS } from '../../../text/later/presets.ts'
import { useDraft, useJourney } from '../../../use-journey.ts'
import { Button } from '../../frame/Button.tsx'
import { toggleRole } from './role-rows.ts'

type Preset = NonNullable<ResolvedCollection['presets']>['choices'][number]

/** Common rows, added with one press: the rooms of a café, one's own role in the business. */
export function Presets({
  collection,
  parent,
  awaited,
  add,
}: {
  collection: ResolvedCollection
  parent: string | null
  /** Who is waited for has a card of its own. */
  awaited: readonly ExpectedParty[]
  add: (edits: Edit[], row: string) => void
}) {
  const { lang } = useJourney()
  const { view } = useDraft()
  const [added, setAdded] = useState<string | null>(null)
  const id = useId()
  const { presets, subject } = collection
  const { application } = view
  if (!presets) return null
  const list = { collection: collection.id, parent }
  const isEmpty = rowsOf(application.answers.lists, listKey(collection.id, parent)).length === 0
  const offered = presetsFor(application, collection, isEmpty, awaited)
  if (offered.length === 0) return null
  const choose = (preset: Preset): void => {
    const row = freshRow(application.answers.rows, subject)
    setAdded(localise(preset.label, lang))
    add(
      [
        { kind: 'addRow', ...list, id: row, subject },
        ...Object.entries(preset.answers ?? {}).map(
          ([fact, value]): Edit => ({ kind: 'answer', fact, row, value: apart(application, collection, fact, value) }),
        ),
        ...(preset.roles ?? []).flatMap((kind) => toggleRole(application, row, kind)),
      ],
      row,
    )
  }
  return (
    <section className="presets" aria-labelledby={id}>
      <h2 className="utrecht-heading-3" id={id}>
        {localise(isEmpty && awaited.length === 0 ? presets.ask : presets.more, lang)}
      </h2>
      <ul className="presets__choices">
        {offered.map((preset) => (
          <li key={preset.id}>
            <Button look="secondary" aria-describedby={preset.hint ? `${id}-${preset.id}` : undefined} onClick={() => choose(preset)}>
              {localise(preset.label, lang)}
            </Button>
            {preset.hint && (
              <span className="quiet presets__hint" id={`${id}-${preset.id}`}>
                {localise(preset.hint, lang)}
              </span>
            )}
          </li>
        ))}
      </ul>
      <p role="status">{added && wordsIn(PRESETS, lang).added(added)}</p>
    </section>
  )
}

/** Presets that fit this business: the page must offer each of their roles, which the legal form decides. Left out are those for whom a card waits. */
export function presetsFor(
  application: Case,
  { presets, subject }: ResolvedCollection,
  isEmpty: boolean,
  awaited: readonly ExpectedParty[] = [],
): readonly Preset[] {
  const roles = new Set(isPersonOrCompany(subject) ? offeredRoles(application, subject).map((role) => role.id) : [])
  const waits = new Set(awaited.map((each) => each.roles[0]))
  return (presets?.choices ?? []).filter(
    (preset) =>
      preset.only !== (isEmpty ? 'next' : 'first') &&
      (preset.roles ?? []).every((role) => roles.has(role)) &&
      !waits.has(preset.roles?.[0]),
  )
}

/** Appends a number to a name that a row of the list already has: `Opslag 2`. */
function apart({ answers, index }: Case, { id }: ResolvedCollection, fact: string, value: AnswerJson): AnswerJson {
  if (typeof value !== 'string' || index.questions.get(fact)?.type !== 'text') return value
  const taken = new Set(rowsOf(answers.lists, id).map((row) => answers.values.get(answerKey(fact, row))))
  let name = value
  for (let n = 2; taken.has(name); n += 1) name = `${value} ${n}`
  return name
}
