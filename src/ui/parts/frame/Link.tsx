import type { ReactNode } from 'react'
import type { Place } from '../../../machine/place.ts'
import { useJourney } from '../../use-journey.ts'

/** A link to a place in the journey; `button` makes it look like the primary action, `look` like a secondary one. */
export function Link({
  to,
  button = false,
  look,
  children,
  label,
  current,
}: {
  to: Place
  button?: boolean
  look?: 'secondary'
  children: ReactNode
  label?: string
  /** The link to the current place, among its siblings. */
  current?: 'step'
}) {
  const { href } = useJourney()
  return (
    <a
      className={
        button ? 'utrecht-button utrecht-button--primary-action' : look ? 'utrecht-button utrecht-button--secondary-action' : 'utrecht-link'
      }
      href={href(to)}
      aria-label={label}
      aria-current={current}
    >
      {children}
    </a>
  )
}
