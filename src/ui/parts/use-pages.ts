import { useRef } from 'react'
import type { DraftView } from '../../draft/session.ts'
import { type Edges, type Field, type OpenPage, openPage, pageWithin } from '../../machine/pages.ts'
import { useDraft } from '../use-journey.ts'

/** What may be asked in a place. `shown`: fields that have stood on the page, which stay. */
export type FieldsOf = (view: DraftView, shown: ReadonlySet<string>) => readonly Field[]

const NONE: ReadonlySet<string> = new Set()

/** The page that an address points at, as long as somebody stands on it, and `next`: where "continue" leads after the answers of this page. */
export function usePages(
  fieldsOf: FieldsOf,
  at: string | null,
  scope: string,
  first: 'first' | 'open' = 'first',
): OpenPage & { readonly anchor: string; readonly nextNow: () => string | null } {
  const { session, view } = useDraft()
  const key = `${scope}|${at ?? ''}`
  const here = useRef<{ readonly key: string; readonly edges: Edges; readonly of: DraftView; readonly page: OpenPage } | null>(null)
  const pageOf = (now: DraftView): OpenPage =>
    here.current?.key === key
      ? pageWithin(now.variant, fieldsOf(now, here.current.edges.shown), here.current.edges)
      : openPage(now.variant, fieldsOf(now, NONE), at, first)
  if (here.current?.key !== key || here.current.of !== view) {
    const page = pageOf(view)
    here.current = { key, edges: page.edges, of: view, page }
  }
  const { page } = here.current
  return { ...page, anchor: page.edges.from, nextNow: () => pageOf(session.view()).next }
}
