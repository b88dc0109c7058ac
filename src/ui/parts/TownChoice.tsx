import { type ReactNode, useState } from 'react'
import { proposeTown } from '../../model/address/propose-town.ts'
import type { Site, TownEntry } from '../site.ts'
import { isMany } from '../towns/is-many.ts'
import { useJourney } from '../use-journey.ts'
import { Button } from './frame/Button.tsx'
import { fetched } from './frame/Fetched.tsx'

// the towns of a whole country are too many for a list to scroll through
const TownSearch = fetched(() => import('./TownSearch.tsx').then((module) => module.TownSearch))

/** Where the business will be: what was typed of the address, and the town whose rules apply. */
export interface Where {
  readonly town: string
  readonly postcode: string
  readonly street: string
}

interface Choice {
  readonly where: Where
  readonly onChange: (next: Where) => void
  /** Somebody tried to begin: what is missing is pointed out. */
  readonly asked: boolean
}

/** The postcode proposes the town, district or area by a table on this page; the list below has the last word. */
export function TownChoice({ where, onChange, asked }: Choice) {
  const { words, site } = useJourney()
  const [chosen, setChosen] = useState(false)
  const proposal = proposeTown(site.towns, where.postcode, where.street)
  const typed = (next: Where): void => {
    const proposed = proposeTown(site.towns, next.postcode, next.street)
    if (proposed) setChosen(false)
    // a town proposed by an earlier postcode does not outlive that postcode
    onChange(proposed ? { ...next, town: proposed.id } : { ...next, town: chosen ? next.town : '' })
  }
  const choose = (town: string): void => {
    setChosen(true)
    onChange({ ...where, town })
  }
  const noTown = asked && where.town === ''
  const proposes = !chosen && /^\s*\d{4}/.test(where.postcode)
  const name = site.towns.find(({ id }) => id === proposal?.id)?.name
  return (
    <>
      <AddressLine
        id="postcode"
        label={words.start.postcode}
        hint={words.start.postcodeHint}
        size={8}
        problem={canBecomePostcode(where.postcode) && (!asked || isPostcode(where.postcode)) ? null : words.problems.postcode}
        value={where.postcode}
        onChange={(postcode) => typed({ ...where, postcode })}
      />
      {proposal?.needsStreet && (
        <AddressLine
          id="street"
          label={words.start.street}
          hint={words.start.streetHint}
          value={where.street}
          onChange={(street) => typed({ ...where, street })}
        />
      )}
      <div className="utrecht-form-field field">
        <label className="utrecht-form-label field__label" htmlFor="town">
          {words.start.town}
        </label>
        <p role="status" className="quiet">
          {proposes && (name === undefined ? words.start.notProposed : words.start.proposed(name))}
          {where.town === BASE && words.start.elsewhere}
        </p>
        {noTown && <Mistake id="town">{words.start.chooseTown}</Mistake>}
        <Towns town={where.town} problem={noTown ? 'town-error' : undefined} onChoose={choose} />
        {proposes && name === undefined && hasBase(site) && where.town !== BASE && (
          <Button look="secondary" onClick={() => choose(BASE)}>
            {words.start.goOnWithoutTown}
          </Button>
        )}
      </div>
    </>
  )
}

/** A line of the address. `problem`: null when there is none; absent: any text is right. */
function AddressLine({
  id,
  label,
  hint,
  size,
  problem,
  value,
  onChange,
}: {
  id: string
  label: string
  hint: string
  size?: number
  problem?: string | null
  value: string
  onChange: (text: string) => void
}) {
  return (
    <div className="utrecht-form-field field">
      <label className="utrecht-form-label field__label" htmlFor={id}>
        {label}
      </label>
      <p className="utrecht-form-field-description" id={`${id}-hint`}>
        {hint}
      </p>
      {problem !== undefined && <div role="status">{problem && <Mistake id={id}>{problem}</Mistake>}</div>}
      <input
        id={id}
        className="utrecht-textbox utrecht-textbox--html-input"
        size={size}
        autoComplete="off"
        aria-describedby={problem ? `${id}-hint ${id}-error` : `${id}-hint`}
        aria-invalid={problem === undefined ? undefined : problem !== null}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  )
}

/** What is wrong with the field that has this id. */
function Mistake({ id, children }: { id: string; children: ReactNode }) {
  const { words } = useJourney()
  return (
    <p className="utrecht-form-field-error-message" id={`${id}-error`}>
      <span className="visually-hidden">{words.errorPrefix} </span>
      {children}
    </p>
  )
}

/** The towns of this site; no applicant should mistake a made-up one for theirs. `problem`: id of the message that a town is missing. */
function Towns({ town, problem, onChoose }: { town: string; problem: string | undefined; onChoose: (id: string) => void }) {
  const { words, site } = useJourney()
  const examples = site.showsExamples ? site.towns.filter(({ example }) => example) : []
  const real = site.towns.filter(({ id, example }) => !example && id !== BASE)
  const base = hasBase(site) ? { id: BASE, name: words.start.notListed } : null
  if (isMany(real))
    return <TownSearch id="town" towns={real} examples={examples} base={base} chosen={town} problem={problem} onChoose={onChoose} />
  return (
    <select
      id="town"
      className="select"
      value={town}
      aria-invalid={problem !== undefined}
      aria-describedby={problem}
      onChange={(event) => onChoose(event.target.value)}
    >
      <option value="">{words.choose}</option>
      {real.map(optionOf)}
      {base && optionOf(base)}
      {examples.length > 0 && <optgroup label={words.start.examples}>{examples.map(optionOf)}</optgroup>}
    </select>
  )
}

const optionOf = ({ id, name }: Pick<TownEntry, 'id' | 'name'>) => (
  <option key={id} value={id}>
    {name}
  </option>
)

const hasBase = ({ towns }: Site): boolean => towns.some(({ id }) => id === BASE)

/** The rules of the country alone, for a town without rules on this site. */
const BASE = 'base'

/** Optional; four digits are enough to propose a town. */
export const isPostcode = (typed: string): boolean => typed.trim() === '' || /^\s*[1-9]\d{3}\s*([A-Za-z]{2})?\s*$/.test(typed)
/** Whether it may become a postcode, as somebody may still be typing. */
const canBecomePostcode = (typed: string): boolean => /^\s*(?:[1-9]\d{0,2}|[1-9]\d{3}\s*[A-Za-z]{0,2})?\s*$/.test(typed)

/** What was typed here is an answer, and is not asked again. */
export function answersOf({ postcode, street }: Where, address: TownEntry['address']): Record<string, string> {
  const [, digits, letters] = /^\s*(\d{4})\s*([A-Za-z]{2})\s*$/.exec(postcode) ?? []
  return {
    ...(digits && letters ? { [address.postcode]: `${digits} ${letters.toUpperCase()}` } : {}),
    ...(street.trim() ? { [address.street]: street.trim() } : {}),
  }
}
