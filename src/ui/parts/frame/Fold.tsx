import { type ReactNode, useState } from 'react'

/** A part of a page that is opened by who wants it: its heading is found among the headings, open or not. On paper it is open. */
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

/** The same for what costs time to find out: looked for when it is opened. */
export function useOpened(): readonly [boolean, (event: { readonly currentTarget: HTMLDetailsElement }) => void] {
  const [open, setOpen] = useState(false)
  return [open, (event) => setOpen(event.currentTarget.open)]
}
