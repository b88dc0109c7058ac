import { useId } from 'react'
import type { ExpectedParty } from '../../../../engine/facts/expected-parties.ts'
import { localise } from '../../../../engine/forms/format.ts'
import { freshRow, rowsOf } from '../../../../machine/pages.ts'
import type { Edit } from '../../../../model/answers/edit.ts'
import { wordsIn } from '../../../../model/lang.ts'
import type { ResolvedCollection } from '../../../../model/variant.ts'
import { PRESETS } from '../../../text/later/presets.ts'
import { useDraft, useJourney } from '../../../use-journey.ts'
import { Button } from '../../frame/Button.tsx'
import { rowTitle } from '../../row-title.ts'
import { inBusiness, toggleRole } from './role-rows.ts'

/** Maximum number of people for whom "that is …" is offered. */
const OFFERED = 4

/** Who is known to take part and was not entered yet, each a card that waits for a name: one press gives a person the roles, which can be changed there. Somebody who
 * was entered already is pointed at. */
export function Awaited({
  collection,
  awaited,
  add,
  give,
}: {
  collection: ResolvedCollection
  awaited: readonly ExpectedParty[]
  add: (edits: Edit[], row: string) => void
  give: (edits: Edit[]) => void
}) {
  const { words, lang } = useJourney()
  const { view } = useDraft()
  const id = useId()
  const text = wordsIn(PRESETS, lang)
  const { application } = view
  const rows = rowsOf(application.answers.lists, collection.id)
  if (awaited.length === 0) return null
  const fillIn = (roles: readonly string[]): void => {
    const row = freshRow(application.answers.rows, collection.subject)
    add(
      [
        { kind: 'addRow', collection: collection.id, parent: null, id: row, subject: collection.subject },
        ...roles.flatMap((role) => toggleRole(application, row, role)),
      ],
      row,
    )
  }
  const isThis = (row: string, roles: readonly string[]): void =>
    give(roles.filter((role) => inBusiness(application, row, role) === undefined).flatMap((role) => toggleRole(application, row, role)))
  return (
    <section aria-labelledby={id}>
      <h2 className="utrecht-heading-3" id={id}>
        {text.awaited}
      </h2>
      <ul className="cards">
        {awaited.map(({ expected, roles }) => {
          const title = localise(expected.label, lang)
          const others = rows.filter((row) => inBusiness(application, row, roles[0] ?? '') === undefined).slice(0, OFFERED)
          return (
            <li key={expected.id} className="card">
              <h3 className="card__title">{title}</h3>
              <p className="card__actions">
                <Button look="secondary" aria-label={`${text.fillIn}: ${title}`} onClick={() => fillIn(roles)}>
                  {text.fillIn}
                </Button>
                {others.map((row) => {
                  const name = text.isThis(rowTitle(view, row, lang, words))
                  return (
                    <Button key={row} look="subtle" aria-label={`${name}: ${title}`} onClick={() => isThis(row, roles)}>
                      {name}
                    </Button>
                  )
                })}
              </p>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
