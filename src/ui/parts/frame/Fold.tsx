import { type ReactNode, useState } from 'react'

/** A collapsible section of a page: its heading is found among the headings, open or not. Printed open. */
export function Fold({ id, title, short, children }: { id: string; title: string; short?: ReactNode; children: ReactNode }) {
  return (
    <details className="fold fold--part">
      <summary>
        <h2 className="utrecht-heading-2" id={id}>
          {title}
        </h2>
        {short !== undefined && <span className="fold__short">{short}</span>}
      </summary>
      <div className="fold__content">{children}</div>
    </details>
  )
}

/** Whether a section is open, for content that takes time to compute: it is computed only then. */
export function useOpened(): readonly [boolean, (event: { readonly currentTarget: HTMLDetailsElement }) => void] {
  const [open, setOpen] = useState(false)
  return [open, (event) => setOpen(event.currentTarget.open)]
}
