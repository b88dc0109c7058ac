import { useEffect, useRef } from 'react'
import { useJourney } from '../../use-journey.ts'

export interface Problem {
  /** Id of the control. */
  readonly id: string
  readonly label: string
  readonly text: string
  /** The field is empty. */
  readonly missing: boolean
}

/** What is missing or wrong on this page, at the top and focused; each line leads to its field. */
export function ErrorSummary({ problems }: { problems: readonly Problem[] }) {
  const { words } = useJourney()
  const summary = useRef<HTMLDivElement>(null)
  useEffect(() => summary.current?.focus(), [])
  return (
    <div
      className="utrecht-alert utrecht-alert--error alert error-summary"
      ref={summary}
      tabIndex={-1}
      role="alert"
      aria-labelledby="error-summary"
    >
      <div className="alert__text">
        <h2 id="error-summary" className="alert__title">
          {problems.every(({ missing }) => missing) ? words.missingTitle : words.errorTitle}
        </h2>
        <ul className="utrecht-unordered-list">
          {problems.map((problem) => (
            <li key={problem.id}>
              <a
                className="utrecht-link"
                href={`#${problem.id}`}
                onClick={(event) => {
                  // the fragment after # is the address of the page
                  event.preventDefault()
                  document.getElementById(problem.id)?.focus()
                }}
              >
                {problem.label}: {problem.text}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}
