import type { ReactNode } from 'react'

/** A wide table scrolls inside its own region, and not the page. */
export function Sideways({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard (WCAG 2.1.1)
    <section className="scroll" tabIndex={0} aria-labelledby={label}>
      {children}
    </section>
  )
}
