import { useRef } from 'react'
import type { DraftView } from '../../draft/session.ts'
import { type Field, nextAddress, type OpenPage, openPage, pageWithin } from '../../machine/pages.ts'
import { useDraft } from '../use-journey.ts'

/** What may be asked in a place. `shown`: fields that have been on the page, which stay. */
export type FieldsOf = (view: DraftView, shown: ReadonlySet<string>) => readonly Field[]

const NONE: ReadonlySet<string> = new Set()

/** The page that an address points at, for as long as it is open, and `nextNow`: where "continue" leads after the answers of this page. */
export function usePages(
  fieldsOf: FieldsOf,
  at: string | null,
  scope: string,
  first: 'first' | 'open' = 'first',
): OpenPage & { readonly anchor: string; readonly nextNow: () => string | null } {
  const { session, view } = useDraft()
  const key = `${scope}|${at ?? ''}`
  const here = useRef<Here | null>(null)
  if (here.current?.key !== key) {
    const fields = fieldsOf(view, NONE)
    const page = openPage(view.variant, fields, at, first)
    here.current = { key, of: view, page, openBefore: new Set(fields.flatMap((field) => (field.open ? [field.key] : []))) }
  } else if (here.current.of !== view) {
    const { edges } = here.current.page
    here.current = { ...here.current, of: view, page: pageWithin(view.variant, fieldsOf(view, edges.shown), edges) }
  }
  const { page, openBefore } = here.current
  const nextNow = (): string | null => {
    const now = session.view()
    return nextAddress(now.variant, fieldsOf(now, page.edges.shown), page.edges, openBefore)
  }
  return { ...page, anchor: page.edges.from, nextNow }
}

/** The page that is open. */
interface Here {
  readonly key: string
  /** The view it was computed from. */
  readonly of: DraftView
  readonly page: OpenPage
  /** Keys of the fields that were open when the page was. */
  readonly openBefore: ReadonlySet<string>
}
