import { useState } from 'react'
import { POSTCODE, STREET } from '../../model/lies-in.ts'
import { proposeTown } from '../../model/propose-town.ts'
import { useJourney } from '../use-journey.ts'

/** Where the business comes: what was typed of the address, and the town whose rules hold. */
export interface Where {
  readonly town: string
  readonly postcode: string
  readonly street: string
}

/** The postcode proposes the town, district or area by a table on this page; the list below has the last word. */
export function TownChoice({ where, onChange }: { where: Where; onChange: (next: Where) => void }) {
  const { words, site } = useJourney()
  const [chosen, setChosen] = useState(false)
  const proposal = proposeTown(site.towns, where.postcode, where.street)
  const typed = (next: Where): void => {
    const proposed = proposeTown(site.towns, next.postcode, next.street)
    if (proposed) setChosen(false)
    onChange(proposed ? { ...next, town: proposed.id } : next)
  }
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
        <input
          id="postcode"
          className="utrecht-textbox utrecht-textbox--html-input"
          size={8}
          autoComplete="off"
          aria-describedby="postcode-hint"
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
          {complete && !chosen && (name === undefined ? words.start.notProposed : words.start.proposed(name))}
        </p>
        <select
          id="town"
          className="select"
          value={where.town}
          onChange={(event) => {
            setChosen(true)
            onChange({ ...where, town: event.target.value })
          }}
        >
          {site.towns.map((each) => (
            <option key={each.id} value={each.id}>
              {each.name}
            </option>
          ))}
        </select>
      </div>
    </>
  )
}

/** What was typed here is an answer, and is not asked again. */
export function answersOf({ postcode, street }: Where): Record<string, string> {
  const [, digits, letters] = /^\s*(\d{4})\s*([A-Za-z]{2})\s*$/.exec(postcode) ?? []
  return {
    ...(digits && letters ? { [POSTCODE]: `${digits} ${letters.toUpperCase()}` } : {}),
    ...(street.trim() ? { [STREET]: street.trim() } : {}),
  }
}
