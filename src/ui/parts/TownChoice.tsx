import { useState } from 'react'
import { proposeTown } from '../../model/address/propose-town.ts'
import type { TownEntry } from '../site.ts'
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

/** The postcode proposes the town, district or area by a table on this page; the list below has the last word. */
export function TownChoice({
  where,
  onChange,
  asked,
}: {
  where: Where
  onChange: (next: Where) => void
  /** Somebody tried to begin: what is missing is pointed out. */
  asked: boolean
}) {
  const { words, site } = useJourney()
  const [chosen, setChosen] = useState(false)
  const proposal = proposeTown(site.towns, where.postcode, where.street)
  const typed = (next: Where): void => {
    const proposed = proposeTown(site.towns, next.postcode, next.street)
    if (proposed) setChosen(false)
    // a town proposed by an earlier postcode does not outlive that postcode
    onChange(proposed ? { ...next, town: proposed.id } : { ...next, town: chosen ? next.town : '' })
  }
  const noPostcode = !canBecomePostcode(where.postcode) || (asked && !isPostcode(where.postcode))
  // no applicant should mistake a made-up town for theirs
  const examples = site.towns.filter(({ example }) => example)
  const real = site.towns.filter(({ id, example }) => !example && id !== BASE)
  const choose = (town: string): void => {
    setChosen(true)
    onChange({ ...where, town })
  }
  const groups = [
    { label: null, towns: real },
    { label: words.start.examples, towns: site.showsExamples ? examples : [] },
  ]
  const hasBase = site.towns.some(({ id }) => id === BASE)
  const noTown = asked && where.town === ''
  const complete = /^\s*\d{4}/.test(where.postcode)
  const name = site.towns.find(({ id }) => id === proposal?.id)?.name
  return (
    <>
      <div className="utrecht-form-field field">
        <label className="utrecht-form-label field__label" htmlFor="postcode">
          {words.start.postcode}
        </label>
        <p className="utrecht-form-field-description" id="postcode-hint">
          {words.start.postcodeHint}
        </p>
        <div role="status">
          {noPostcode && (
            <p className="utrecht-form-field-error-message" id="postcode-error">
              <span className="visually-hidden">{words.errorPrefix} </span>
              {words.problems.postcode}
            </p>
          )}
        </div>
        <input
          id="postcode"
          className="utrecht-textbox utrecht-textbox--html-input"
          size={8}
          autoComplete="off"
          aria-describedby={noPostcode ? 'postcode-hint postcode-error' : 'postcode-hint'}
          aria-invalid={noPostcode}
          value={where.postcode}
          onChange={(event) => typed({ ...where, postcode: event.target.value })}
        />
      </div>
      {proposal?.needsStreet && (
        <div className="utrecht-form-field field">
          <label className="utrecht-form-label field__label" htmlFor="street">
            {words.start.street}
          </label>
          <p className="utrecht-form-field-description" id="street-hint">
            {words.start.streetHint}
          </p>
          <input
            id="street"
            className="utrecht-textbox utrecht-textbox--html-input"
            autoComplete="off"
            aria-describedby="street-hint"
            value={where.street}
            onChange={(event) => typed({ ...where, street: event.target.value })}
          />
        </div>
      )}
      <div className="utrecht-form-field field">
        <label className="utrecht-form-label field__label" htmlFor="town">
          {words.start.town}
        </label>
        <p role="status" className="quiet">
          {complete && !chosen && name !== undefined && words.start.proposed(name)}
          {complete && !chosen && name === undefined && words.start.notProposed}
          {where.town === BASE && words.start.elsewhere}
        </p>
        {noTown && (
          <p className="utrecht-form-field-error-message" id="town-error">
            <span className="visually-hidden">{words.errorPrefix} </span>
            {words.start.chooseTown}
          </p>
        )}
        {isMany(real) ? (
          <TownSearch
            id="town"
            towns={real}
            examples={site.showsExamples ? examples : []}
            base={hasBase ? { id: BASE, name: words.start.notListed } : null}
            chosen={where.town}
            problem={noTown ? 'town-error' : undefined}
            onChoose={choose}
          />
        ) : (
          <select
            id="town"
            className="select"
            value={where.town}
            aria-invalid={noTown}
            aria-describedby={noTown ? 'town-error' : undefined}
            onChange={(event) => choose(event.target.value)}
          >
            <option value="">{words.choose}</option>
            {groups.map(({ label, towns }) => {
              const options = towns.map((each) => (
                <option key={each.id} value={each.id}>
                  {each.name}
                </option>
              ))
              if (label === null)
                return [
                  ...options,
                  hasBase && (
                    <option key={BASE} value={BASE}>
                      {words.start.notListed}
                    </option>
                  ),
                ]
              return (
                options.length > 0 && (
                  <optgroup key={label} label={label}>
                    {options}
                  </optgroup>
                )
              )
            })}
          </select>
        )}
        {complete && !chosen && name === undefined && hasBase && where.town !== BASE && (
          <Button look="secondary" onClick={() => choose(BASE)}>
            {words.start.goOnWithoutTown}
          </Button>
        )}
      </div>
    </>
  )
}

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
