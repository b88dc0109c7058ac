import { useEffect, useMemo, useState } from 'react'
import { type Edit, edit } from '../../../engine/case.ts'
import type { Case } from '../../../engine/context.ts'
import { offeredRoles } from '../../../engine/facts/offered-roles.ts'
import { say } from '../../../engine/forms/print.ts'
import { questionsOf } from '../../../engine/questions.ts'
import { rowsOf } from '../../../machine/pages.ts'
import { type Answers, answerKey, BUSINESS, listKey } from '../../../model/answers/answers.ts'
import { useDraft, useJourney } from '../../use-journey.ts'
import { Button } from '../frame/Button.tsx'
import { partyChoices } from './party-choices.ts'

/** The role row of a party in the business with this kind. */
function inBusiness(answers: Answers, party: string, kind: string): string | undefined {
  return rowsOf(answers.lists, listKey('roles', party)).find((role) => {
    const target = answers.values.get(answerKey('role.target', role))
    return answers.values.get(answerKey('role.kind', role)) === kind && (target === undefined || target === `@${BUSINESS}`)
  })
}

/** Ticks a role, or takes the tick away. */
function toggle(answers: Answers, party: string, kind: string): Edit[] {
  const have = inBusiness(answers, party, kind)
  if (have !== undefined) return [{ kind: 'removeRow', collection: 'roles', parent: party, id: have }]
  const id = `${party}/${kind}`
  return [
    { kind: 'addRow', collection: 'roles', parent: party, id, subject: 'role' },
    { kind: 'answer', fact: 'role.kind', row: id, value: kind },
    { kind: 'leftEmpty', fact: 'role.target', row: id, left: true },
  ]
}

/** Inputs that are asked; the tick itself is none. */
const countOf = (one: Case): number => {
  const { asked, open } = questionsOf(one)
  return [...asked, ...open].filter((key) => !key.startsWith('role.kind@') && !key.startsWith('role.target@')).length
}

/** Why a party matters: ticks for the roles that this business has a use for, with those that it has already. Each says who has it, and how many
 * questions come with it. */
export function Roles({ party }: { party: string }) {
  const { words, lang } = useJourney()
  const { session, view } = useDraft()
  const { variant, answers, one } = view
  const subject = answers.rows.get(party)?.subject === 'company' ? 'company' : 'person'
  const roles = useMemo(() => {
    const offered = new Set(offeredRoles(one, subject))
    return variant.roles.filter((role) => offered.has(role) || inBusiness(answers, party, role.id) !== undefined)
  }, [one, variant, answers, party, subject])
  const difference = useDifference(one, answers, party, roles)
  return (
    <fieldset className="utrecht-form-field field">
      <legend className="utrecht-form-label field__label">{words.party.roles}</legend>
      <div className="utrecht-form-field-description" id="roles-hint">
        {words.party.rolesHint}
      </div>
      <div className="options">
        {roles.map((role) => {
          const by = difference.get(role.id) ?? 0
          const has = inBusiness(answers, party, role.id) !== undefined
          return (
            <label key={role.id} className="option" htmlFor={`role-${role.id}`}>
              <input
                type="checkbox"
                id={`role-${role.id}`}
                className="utrecht-checkbox utrecht-checkbox--html-input"
                aria-labelledby={`role-${role.id}-label`}
                aria-describedby={role.hint ? `roles-hint role-${role.id}-hint` : 'roles-hint'}
                checked={has}
                onChange={() => session.apply(toggle(answers, party, role.id))}
              />
              <span>
                <span id={`role-${role.id}-label`}>
                  {say(role.label, lang)}
                  {!has && by > 0 && <span className="quiet"> {words.party.comes(by)}</span>}
                  {has && by < 0 && <span className="quiet"> {words.party.goes(-by)}</span>}
                </span>
                {role.hint && (
                  <span className="option__hint" id={`role-${role.id}-hint`}>
                    {say(role.hint, lang)}
                  </span>
                )}
              </span>
            </label>
          )
        })}
      </div>
      <RolesElsewhere party={party} />
    </fieldset>
  )
}

const NONE: ReadonlyMap<string, number> = new Map()

/** How many questions each tick brings or takes. Twenty cases are computed for it: one at a time, after the page stands there, so that
 * with many people nobody waits for it. */
function useDifference(one: Case, answers: Answers, party: string, roles: readonly { readonly id: string }[]): ReadonlyMap<string, number> {
  const { site } = useJourney()
  const [found, setFound] = useState<{ readonly of: Case; readonly by: ReadonlyMap<string, number> }>({ of: one, by: NONE })
  useEffect(() => {
    const by = new Map<string, number>()
    let cancel = (): void => {}
    const next = (left: readonly { readonly id: string }[], wait: number): (() => void) =>
      site.later(() => {
        const [role, ...rest] = left
        if (!role) return setFound({ of: one, by })
        by.set(role.id, countOf(edit(one, toggle(answers, party, role.id))) - countOf(one))
        cancel = next(rest, 10)
      }, wait)
    cancel = next(roles, 300)
    return () => cancel()
  }, [one, answers, party, roles, site])
  return found.of === one ? found.by : NONE
}

/** Roles in another company, such as director of the holding. */
function RolesElsewhere({ party }: { party: string }) {
  const { words, lang } = useJourney()
  const { session, view } = useDraft()
  const { variant, answers } = view
  const list = { collection: 'roles', parent: party } as const
  const read = (fact: string, role: string): string => String(answers.values.get(answerKey(fact, role)) ?? '')
  const elsewhere = rowsOf(answers.lists, listKey('roles', party)).filter((role) => {
    const target = read('role.target', role)
    return (target !== '' && target !== `@${BUSINESS}`) || (target === '' && !answers.leftEmpty.has(answerKey('role.target', role)))
  })
  const kinds = variant.roles.filter(
    (role) => role.targets && (role.parties === 'any' || role.parties === answers.rows.get(party)?.subject),
  )
  const targets = partyChoices(view, words, party).filter((choice) => choice.id !== `@${BUSINESS}`)
  if (targets.length === 0 || kinds.length === 0) return null
  const set = (fact: string, role: string, value: string): void =>
    session.apply([{ kind: 'answer', fact, row: role, value: value || undefined }])
  const select = (role: string, fact: string, label: string, options: readonly { id: string; text: string }[]) => (
    <select className="select" aria-label={label} value={read(fact, role)} onChange={(event) => set(fact, role, event.target.value)}>
      <option value="">{words.choose}</option>
      {options.map((option) => (
        <option key={option.id} value={option.id}>
          {option.text}
        </option>
      ))}
    </select>
  )
  const add = (): void => {
    let n = 1
    while (answers.rows.has(`${party}/elsewhere/${n}`)) n += 1
    session.apply([{ kind: 'addRow', ...list, id: `${party}/elsewhere/${n}`, subject: 'role' }])
  }
  return (
    <>
      {elsewhere.map((role) => (
        <p key={role} className="with-unit">
          {select(
            role,
            'role.kind',
            words.party.roles,
            kinds.map((kind) => ({ id: kind.id, text: say(kind.label, lang) })),
          )}
          {select(role, 'role.target', words.party.of, targets)}
          <Button look="subtle" onClick={() => session.apply([{ kind: 'removeRow', ...list, id: role }])}>
            {words.list.remove}
          </Button>
        </p>
      ))}
      <Button look="subtle" onClick={add}>
        {words.party.addRole}
      </Button>
    </>
  )
}
