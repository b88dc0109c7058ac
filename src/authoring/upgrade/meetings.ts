import type { UpgradeJson } from '../../model/schema/upgrade-json.ts'
import { isRecord, propertyOf } from '../../model/util/record.ts'
import { isText } from '../diff/words.ts'
import { type BaseDifference, isSame } from './base-delta.ts'
import type { Touch } from './town-touches.ts'

type Kind = UpgradeJson['conflicts'][number]['kind']

/** Properties that determine what an item is: when one changes, whatever else was said about the item was about another thing. */
export const MEANING: ReadonlySet<string> = new Set([
  'type',
  'options',
  'derived',
  'refinedBy',
  'settledBy',
  'default',
  'when',
  'subject',
  'unit',
  'kind',
  'licence',
  'licences',
  'ceiling',
  'notified',
  'per',
  'rows',
  'value',
  'verdict',
  'via',
  'questions',
  'document',
  'place',
  'nights',
  'season',
])

/** Lists in which the first match decides. */
const FIRST_DECIDES: ReadonlySet<string> = new Set(['rules', 'hours'])

export const isWithin = (item: string, around: string): boolean => item === around || item.startsWith(`${around}/`)
const listOf = (item: string): string => item.slice(0, item.lastIndexOf('/'))

/** How what a town says conflicts with what the base changed; null when it does not. */
export function clash(touch: Touch, difference: BaseDifference): Kind | null {
  const { kind, item, property, before, after } = difference
  if (touch.op === 'ask') return kind === 'removed' && before && boxesIn(item, before).includes(touch.item) ? 'gone' : null
  if (touch.op === 'askAll' || touch.op === 'raise' || touch.op === 'words') return null
  if (isReplaced(touch, item)) return 'replacedHere'
  if (kind === 'removed') {
    if (touch.op === 'remove' && touch.item === item) return 'bothRemoved'
    if (isWithin(touch.item, item)) return 'gone'
    return touch.after !== null && isWithin(touch.after, item) ? 'gone' : null
  }
  if (kind === 'added') {
    if (touch.op === 'add' && isSameId(touch.item, item)) return differing(touch, after).length > 0 ? 'bothAdded' : null
    return touch.op === 'remove' && isWithin(item, touch.item) ? 'removedHere' : null
  }
  // a town that replaces a whole list gives all its items, and their order
  const whole = touch.op === 'change' && touch.property !== null && isWithin(item, `${touch.item}/${touch.property}`)
  if (whole) return 'bothChanged'
  if (kind === 'order') return touch.op === 'reorder' && listOf(touch.item) === item ? 'order' : null
  if (touch.op === 'remove' && isWithin(item, touch.item)) return 'removedHere'
  // of a list that no longer exists
  if (isWithin(touch.item, `${item}/${property}`)) return 'gone'
  if (touch.op !== 'change') return null
  if (touch.item !== item) return null
  // a figure or a rule was given for what it was; texts mostly still fit, and are only shown
  if (touch.property !== property) return MEANING.has(property ?? '') && !isText(touch.value) ? 'meansOther' : null
  return isSame(touch.value, propertyOf(after, property ?? '')) ? null : 'bothChanged'
}

/** Whether the town says what the base now says. */
export function agrees(touch: Touch, { kind, item, property, after }: BaseDifference): boolean {
  if (touch.op === 'add') return kind === 'added' && isSameId(touch.item, item) && differing(touch, after).length === 0
  return (
    touch.op === 'change' &&
    kind === 'changed' &&
    touch.item === item &&
    touch.property === property &&
    isSame(touch.value, propertyOf(after, property ?? ''))
  )
}

/** Properties in which an item that a town added differs from the one the base added. */
export const differing = (touch: Touch, after: object | null): string[] =>
  isRecord(touch.value) ? Object.entries(touch.value).flatMap(([key, value]) => (isSame(value, propertyOf(after, key)) ? [] : [key])) : []

/** The same id, or the same box number on one form. */
function isSameId(one: string, other: string): boolean {
  if (one === other) return true
  const [form, box] = boxIn(one) ?? []
  const [otherForm, otherBox] = boxIn(other) ?? []
  return form !== undefined && form === otherForm && box === otherBox
}
const boxIn = (item: string): readonly string[] | null => /^forms\/([^/]+)\/sections\/[^/]+\/boxes\/([^/]+)$/.exec(item)?.slice(1) ?? null

function isAskedBox({ item: asked }: Touch, item: string): boolean {
  const [form, box] = boxIn(item) ?? []
  return `${form}/${box}` === asked
}

/** A form of the town that replaces one of the base, without the sections they share. */
function isReplaced({ op, value }: Touch, item: string): boolean {
  const replaces = propertyOf(value, 'replaces')
  if (op !== 'add' || typeof replaces !== 'string' || !isWithin(item, `forms/${replaces}`)) return false
  const shares = propertyOf(value, 'shares')
  const shared = Array.isArray(shares) ? shares : []
  return !shared.some((section) => isWithin(item, `forms/${propertyOf(section, 'form')}/sections/${propertyOf(section, 'section')}`))
}

/** How what a town says may have changed meaning beside a change of the base, although they changed nothing in common. */
export type Look = UpgradeJson['toLookAt'][number]['how']

/** @param unasked boxes of the base that only some towns ask, `exploitation/EX-079` */
export function looksAt(touch: Touch, difference: BaseDifference, unasked: ReadonlySet<string>): Look | null {
  const { kind, item, property, before, after } = difference
  switch (touch.op) {
    case 'ask':
      return kind === 'changed' && isAskedBox(touch, item) ? 'sameItem' : null
    case 'askAll': {
      const boxes = kind === 'added' && after ? boxesIn(item, after) : []
      return boxes.some((box) => unasked.has(box)) ? 'asked' : null
    }
    case 'raise': {
      const except = propertyOf(touch.value, 'except')
      const isSpared = Array.isArray(except) && except.some((id) => item === `fees/${id}`)
      return !isSpared && kind === 'changed' && item.startsWith('fees/') && RAISED.has(property ?? '') ? 'raised' : null
    }
    case 'words':
      return hasWords(touch.value, property === null ? [before, after] : [propertyOf(before, property), propertyOf(after, property)])
        ? 'words'
        : null
    default: {
      if (kind === 'changed' && touch.op === 'change' && touch.item === item) return 'sameItem'
      // what is inside it now belongs to another thing
      if (kind === 'changed' && MEANING.has(property ?? '') && touch.item !== item && isWithin(touch.item, item)) return 'sameItem'
      const list = kind === 'order' ? item : listOf(item)
      const decides = kind !== 'changed' || MEANING.has(property ?? '')
      const isFirst = FIRST_DECIDES.has(list.slice(list.lastIndexOf('/') + 1))
      return decides && isFirst && listOf(touch.item) === list && touch.item !== item ? 'sameList' : null
    }
  }
}

/** What decides whether a raise applies to a fee. */
const RAISED: ReadonlySet<string> = new Set(['ceiling', 'local', 'amounts'])

/** Boxes within an item of the forms, `exploitation/EX-079`. */
function boxesIn(item: string, value: object): string[] {
  const [list, form] = item.split('/')
  if (list !== 'forms' || form === undefined) return []
  const found: string[] = []
  const look = (inside: unknown): void => {
    if (Array.isArray(inside)) for (const part of inside) look(part)
    const nr = propertyOf(inside, 'nr')
    if (typeof nr === 'string') found.push(`${form}/${nr}`)
    for (const list of ['sections', 'boxes']) if (isRecord(inside)) look(propertyOf(inside, list))
  }
  look(value)
  return found
}

/** Whether a text contains the word that a town replaces. */
function hasWords(words: unknown, values: readonly unknown[]): boolean {
  const from = propertyOf(words, 'from')
  const look = (value: unknown): boolean => {
    if (Array.isArray(value)) return value.some(look)
    if (!isRecord(value)) return false
    return Object.entries(value).some(([key, text]) => {
      const word = key === 'nl' || key === 'en' ? propertyOf(from, key) : undefined
      return typeof text === 'string' ? typeof word === 'string' && text.toLowerCase().includes(word.toLowerCase()) : look(text)
    })
  }
  return values.some(look)
}
