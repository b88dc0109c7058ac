import { Fragment, useEffect, useMemo, useState } from 'react'
import { type Effect, effectOf } from '../../../../draft/effect.ts'
import { questionsOf } from '../../../../engine/asked/questions.ts'
import { edit } from '../../../../engine/case.ts'
import type { Case } from '../../../../engine/context.ts'
import { offeredElsewhere, offeredRoles } from '../../../../engine/facts/offered-roles.ts'
import { localise } from '../../../../engine/forms/format.ts'
import { rowsOf } from '../../../../machine/pages.ts'
import { answerKey, BUSINESS, listKey } from '../../../../model/answers/answers.ts'
import { wordsIn } from '../../../../model/lang.ts'
import type { ResolvedRole } from '../../../../model/variant.ts'
import { UNDO } from '../../../text/later/undo.ts'
import { useDraft, useJourney } from '../../../use-journey.ts'
import { Button } from '../../frame/Button.tsx'
import { rowTitle } from '../../row-title.ts'
import { partyChoices } from '../controls/party-choices.ts'
import { BeforeChange } from '../notes/BeforeChange.tsx'
import { inBusiness, toggleRole } from './role-rows.ts'

/** How many inputs are asked; the tick itself does not count. */
const countOf = (application: Case): number => {
  const { asked, open } = questionsOf(application)
  const names = application.variant.names.role
  return [...asked, ...open].filter((key) => !key.startsWith(`${names.kind}@`) && !key.startsWith(`${names.target}@`)).length
}

/** Why a party matters: checkboxes for the roles that fit this business, and for those the party already has. Each says who has it, and how many questions
 * come with it. */
export function Roles({ party }: { party: string }) {
  const { words, lang } = useJourney()
  const { view } = useDraft()
  const { variant, application } = view
  const { answers } = application
  const subject = answers.rows.get(party)?.subject === 'company' ? 'company' : 'person'
  const roles = useMemo(() => {
    const offered = new Set(offeredRoles(application, subject))
    return variant.roles.filter((role) => offered.has(role) || inBusiness(application, party, role.id) !== undefined)
  }, [application, variant, party, subject])
  const difference = useDifference(application, party, roles)
  const { asking, toggle, decide } = useTicks(party, roles)
  return (
    <fieldset className="utrecht-form-field field">
      <legend className="utrecht-form-label field__label">{words.party.roles}</legend>
      <div className="utrecht-form-field-description" id="roles-hint">
        {words.party.rolesHint}
      </div>
      <div className="options">
        {roles.map((role) => {
          const by = difference.get(role.id) ?? 0
          const has = inBusiness(application, party, role.id) !== undefined
          const isAsked = asking?.role === role.id
          return (
            <Fragment key={role.id}>
              <RoleTick role={role} by={by} has={has} checked={has && !isAsked} onToggle={() => toggle(role.id)} />
              {isAsked && (
                <BeforeChange
                  about={`role-${role.id}`}
                  intro={wordsIn(UNDO, lang).before.roleOff(localise(role.label, lang), rowTitle(view, party, lang, words))}
                  effect={asking.effect}
                  focused={false}
                  decide={decide}
                />
              )}
            </Fragment>
          )
        })}
      </div>
      <p role="status" className="visually-hidden">
        {asking && wordsIn(UNDO, lang).before.said}
      </p>
      <RolesElsewhere party={party} />
    </fieldset>
  )
}

/** Ticks and unticks roles; one that other things depend on is unticked only once that is confirmed. */
function useTicks(party: string, roles: readonly ResolvedRole[]) {
  const { session, view } = useDraft()
  const { application } = view
  /** Roles ticked before this page was opened: unticking one ticked here needs no confirmation. */
  const [before] = useState(() => new Set(roles.flatMap(({ id }) => (inBusiness(application, party, id) === undefined ? [] : [id]))))
  const [asking, setAsking] = useState<{ readonly role: string; readonly effect: Effect } | null>(null)
  const toggle = (role: string): void => {
    const now = session.view()
    if (asking?.role === role) {
      setAsking(null)
      return
    }
    const edits = toggleRole(now.application, party, role)
    const effect = before.has(role) && inBusiness(now.application, party, role) !== undefined ? effectOf(now, edits) : null
    if (effect) setAsking({ role, effect })
    else session.apply(edits)
  }
  const decide = (does: boolean): void => {
    if (!asking) return
    setAsking(null)
    if (does) session.apply(toggleRole(session.view().application, party, asking.role))
    document.getElementById(`role-${asking.role}`)?.focus()
  }
  return { asking, toggle, decide }
}

/** `by`: how many questions the tick adds, or takes away. */
function RoleTick({
  role,
  by,
  has,
  checked,
  onToggle,
}: {
  role: ResolvedRole
  by: number
  has: boolean
  checked: boolean
  onToggle: () => void
}) {
  const { words, lang } = useJourney()
  return (
    <label className="option" htmlFor={`role-${role.id}`}>
      <input
        type="checkbox"
        id={`role-${role.id}`}
        className="utrecht-checkbox utrecht-checkbox--html-input"
        aria-labelledby={`role-${role.id}-label`}
        aria-describedby={role.hint ? `roles-hint role-${role.id}-hint` : 'roles-hint'}
        checked={checked}
        onChange={onToggle}
      />
      <span>
        <span id={`role-${role.id}-label`}>
          {localise(role.label, lang)}
          {!has && by > 0 && <span className="quiet"> {words.party.comes(by)}</span>}
          {has && by < 0 && <span className="quiet"> {words.party.goes(-by)}</span>}
        </span>
        {role.hint && (
          <span className="option__hint" id={`role-${role.id}-hint`}>
            {localise(role.hint, lang)}
          </span>
        )}
      </span>
    </label>
  )
}

const NONE: ReadonlyMap<string, number> = new Map()

/** How many questions each tick adds or removes. That takes some twenty cases, computed one at a time once the page is shown, so that nobody waits for it
 * even with many people. */
function useDifference(application: Case, party: string, roles: readonly { readonly id: string }[]): ReadonlyMap<string, number> {
  const { site } = useJourney()
  const [found, setFound] = useState<{ readonly of: Case; readonly by: ReadonlyMap<string, number> }>({ of: application, by: NONE })
  useEffect(() => {
    const by = new Map<string, number>()
    let cancel = (): void => {}
    const next = (left: readonly { readonly id: string }[], wait: number): (() => void) =>
      site.later(() => {
        const [role, ...rest] = left
        if (!role) return setFound({ of: application, by })
        by.set(role.id, countOf(edit(application, toggleRole(application, party, role.id))) - countOf(application))
        cancel = next(rest, 10)
      }, wait)
    cancel = next(roles, 300)
    return () => cancel()
  }, [application, party, roles, site])
  return found.of === application ? found.by : NONE
}

/** Roles in another company, such as director of the holding. */
function RolesElsewhere({ party }: { party: string }) {
  const { words, lang } = useJourney()
  const { session, view } = useDraft()
  const { variant, application } = view
  const { answers } = application
  const list = { collection: 'roles', parent: party } as const
  const names = variant.names.role
  const read = (fact: string, role: string): string => String(answers.values.get(answerKey(fact, role)) ?? '')
  const elsewhere = rowsOf(answers.lists, listKey('roles', party)).filter((role) => {
    const target = read(names.target, role)
    return (target !== '' && target !== `@${BUSINESS}`) || (target === '' && !answers.leftEmpty.has(answerKey(names.target, role)))
  })
  const offered = offeredElsewhere(application, answers.rows.get(party)?.subject === 'company' ? 'company' : 'person')
  /** Includes the one that was chosen, even if it is no longer offered. */
  const kindsOf = (role: string): readonly ResolvedRole[] =>
    variant.roles.filter((kind) => offered.includes(kind) || kind.id === read(names.kind, role))
  const targets = partyChoices(view, words, party).filter((choice) => choice.id !== `@${BUSINESS}`)
  if (targets.length === 0 || (offered.length === 0 && elsewhere.length === 0)) return null
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
            names.kind,
            words.party.roles,
            kindsOf(role).map((kind) => ({ id: kind.id, text: localise(kind.label, lang) })),
          )}
          {select(role, names.target, words.party.of, targets)}
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
