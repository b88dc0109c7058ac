import type { Place } from '../places.ts'
import { propertyOf } from '../util/record.ts'
import type { Edit } from './edit.ts'

/** Texts of a locked item, which a town may reword: they decide nothing. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  licence: ['name', 'authority', 'source', 'unverified'],
  rule: ['because', 'source', 'unverified'],
}

/** What a town may still decide about a licence of national law: that it is not available here, or that one must ask. Whether it is needed is for the law. */
const STRICTER: ReadonlySet<unknown> = new Set(['notAllowed', 'ask'])

const named = (edit: Edit): readonly string[] => (edit.op === 'change' ? Object.keys(edit.to) : [])

/** Whether the law forbids an edit of an item that is `local: never`, or of what is inside it. Its position among its siblings is free. */
export function isLocked(place: Place, edit: Edit, inside: string | undefined, rest: readonly string[]): boolean {
  const onlyWords = (word: string): boolean => edit.op === 'change' && named(edit).every((property) => WORDS[word]?.includes(property))
  if (inside === undefined) return edit.op !== 'reorder' && !onlyWords(place.word)
  if (place.word !== 'licence') return true
  // a term may be shorter here
  if (inside === 'terms') return edit.op === 'remove'
  if (edit.op === 'add') return inside !== 'rules' || !STRICTER.has(propertyOf(edit.item, 'verdict'))
  return inside !== 'rules' || rest.length === 0 || !onlyWords('rule')
}

/** The legal ground of a lock, as given by the item. */
export function groundOf(item: object): string {
  const { law, source, values } = item as {
    readonly law?: { readonly nl: string }
    readonly source?: string
    readonly values?: readonly { readonly source?: string }[]
  }
  return law?.nl ?? source ?? values?.find((value) => value.source !== undefined)?.source ?? ''
}
