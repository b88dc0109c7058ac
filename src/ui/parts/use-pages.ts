import { useMemo, useRef } from 'react'
import { askingOrder, type Field, type Page, pageAt, pagesOf } from '../../machine/pages.ts'
import type { Variant } from '../../model/variant.ts'

/** The page that an address points at. While it is open its edges stay: a question that appears after an answer joins this page, and what was
 * answered does not jump to another one. */
export function usePages(variant: Variant, fields: readonly Field[], at: string | null, scope: string) {
  const key = `${scope}|${at ?? ''}`
  const edges = useRef<{ key: string; from: string; until: string | null } | null>(null)
  return useMemo(() => {
    const pages = pagesOf(variant, fields)
    if (edges.current?.key !== key) {
      const index = pageAt(pages, at)
      edges.current = { key, from: pages[index]?.anchor ?? '', until: pages[index + 1]?.anchor ?? null }
    }
    const { from, until } = edges.current
    const order = askingOrder(variant)
    const rank = (anchor: string): number => order.get(anchor.split('@')[0] ?? '') ?? 0
    const here = fields.filter((field) => rank(field.key) >= rank(from) && (until === null || rank(field.key) < rank(until)))
    const number = Math.max(
      pages.findIndex((page) => page.anchor === from),
      0,
    )
    const later = pages.find((page) => until !== null && rank(page.anchor) >= rank(until))
    const before = [...pages].reverse().find((page) => rank(page.anchor) < rank(from))
    return {
      anchor: from,
      groups: pagesGroups(variant, here),
      number,
      total: pages.length,
      next: later?.anchor ?? null,
      previous: before?.anchor ?? null,
    }
  }, [variant, fields, at, key])
}

const pagesGroups = (variant: Variant, fields: readonly Field[]): Page['groups'] => pagesOf(variant, fields).flatMap((page) => page.groups)
