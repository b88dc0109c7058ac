import type { ReactNode } from 'react'

export type AlertKind = 'info' | 'ok' | 'warning' | 'error'
const SIGN: Readonly<Record<AlertKind, string>> = { info: 'i', ok: '✓', warning: '!', error: '×' }

/** A message in the page, its kind conveyed by a sign and a border, not by colour alone. */
export function Alert({ kind, title, children }: { kind: AlertKind; title?: string; children: ReactNode }) {
  return (
    <div className={`utrecht-alert utrecht-alert--${kind} alert`}>
      <span className="alert__sign" aria-hidden="true">
        {SIGN[kind]}
      </span>
      <div className="alert__text">
        {title !== undefined && <p className="alert__title">{title}</p>}
        {children}
      </div>
    </div>
  )
}
