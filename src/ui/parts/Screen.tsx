import { type ReactNode, useEffect, useRef } from 'react'

/** The first page that is shown keeps the focus of the browser; every later one gives it to its heading. */
let shown = 0

/** One page: its heading, the title of the document, and the focus after navigation. */
export function Screen({ title, above, children }: { title: string; above?: ReactNode; children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${title} - Horeca1`
    shown += 1
    if (shown > 1) {
      heading.current?.focus({ preventScroll: true })
      window.scrollTo(0, 0)
    }
  }, [title])
  return (
    <>
      {above}
      <h1 className="utrecht-heading-1" ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {children}
    </>
  )
}
