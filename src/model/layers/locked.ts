import type { Place } from '../places.ts'
import { propertyOf } from '../util/record.ts'
import type { Edit } from './edit.ts'

/** Words of a locked item, which a town may make its own: they decide nothing. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  licence: ['name', 'authority', 'source', 'unverified'],
  rule: ['because', 'source', 'unverified'],
}

/** What a town may still decide on a licence of national law: that it cannot be had here, or that it must be asked. Whether it is needed is the law's. */
const STRICTER: ReadonlySet<unknown> = new Set(['notAllowed', 'ask'])

const named = (edit: Edit): readonly string[] => (edit.op === 'change' ? Object.keys(edit.to) : [])

/** Whether the law refuses an edit of an item that is `local: never`, or of what is inside it. Where it stands among its neighbours is free. */
export function isLocked(place: Place, edit: Edit, inside: string | undefined, rest: readonly string[]): boolean {
  const onlyWords = (word: string): boolean => edit.op === 'change' && named(edit).every((property) => WORDS[word]?.includes(property))
  if (inside === undefined) return edit.op !== 'reorder' && !onlyWords(place.word)
  if (place.word !== 'licence') return true
  // how long it takes may be shorter here
  if (inside === 'terms') return edit.op === 'remove'
  if (edit.op === 'add') return inside !== 'rules' || !STRICTER.has(propertyOf(edit.item, 'verdict'))
  return inside !== 'rules' || rest.length === 0 || !onlyWords('rule')
}

/** The ground of a lock, as the item itself names it. */
export function groundOf(item: object): string {
  const { law, source, values } = item as {
    readonly law?: { readonly nl: string }
    readonly source?: string
    readonly values?: readonly { readonly source?: string }[]
  }
  return law?.nl ?? source ?? values?.find((value) => value.source !== undefined)?.source ?? ''
}
