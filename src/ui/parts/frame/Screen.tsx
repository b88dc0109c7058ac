import { type ReactNode, useEffect, useRef } from 'react'
import { bare } from '../../../model/languages/bare.ts'

/** The first page leaves the focus where the browser put it; every later one moves it to its heading. */
let shown = 0

/** One page: its heading, the title of the document, and the focus after navigation. Each place has a page of its own. */
export function Screen({ title, above, children }: { title: string; above?: ReactNode; children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null)
  // a name typed on a card becomes its title: that is not a new page, so the field keeps the focus
  useEffect(() => {
    document.title = `${bare(title)} - Horeca1`
  }, [title])
  useEffect(() => {
    shown += 1
    if (shown === 1) return
    heading.current?.focus({ preventScroll: true })
    window.scrollTo(0, 0)
  }, [])
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
