import type { z } from 'zod'
import { toFinding, writtenIn } from '../files/parse-file.ts'
import type { Path, Source } from '../files/source.ts'
import { describeIssue, describeTogether } from '../findings/describe-issue.ts'
import type { Finding, FindingCode } from '../findings/finding.ts'
import { errorAt, warningAt } from '../findings/finding-at.ts'
import { didYouMean } from '../findings/nearest.ts'
import { itemName, type Place } from '../places.ts'
import { NOT_HERE } from '../schema/licence.ts'
import { isRecord, listIn, propertyOf } from '../util/record.ts'
import { BASE } from './base.ts'
import type { Edit } from './edit.ts'
import { groundOf, isLocked } from './locked.ts'
import type { Provenance } from './provenance.ts'

/** Where the edit is written, and what it may record. */
export interface EditContext {
  readonly layer: string
  readonly source: Source
  /** Path of the text that names the place. */
  readonly at: Path
  /** Path of the text that names the item to insert after. */
  readonly afterAt: Path
  readonly provenance: Provenance
  readonly findings: Finding[]
  /** New items come before those of earlier layers: of hours windows, the first match decides. */
  readonly newFirst: boolean
  /** The form of the national Bibob questions. */
  readonly screening: string | undefined
  /** Ids of items with a mistake of their own: changing one of those is not a second mistake. */
  readonly lost: Set<string>
}

type Items = readonly object[]

/** Applies an edit to a list and returns the new list; unaffected items keep their identity. On a mistake: the same list and a finding. */
export function applyEdit(items: Items, place: Place, segments: readonly string[], edit: Edit, context: EditContext): Items {
  const [name, inside, ...rest] = segments
  if (edit.op === 'add' && (name === undefined || (inside === undefined && indexOf(items, place, name) < 0)))
    return add(items, place, name, edit, context)
  if (name === undefined)
    return refuse(items, context, 'BAD_CHANGE', `This names the whole list of ${place.word}s, not one of them.`, 'Add a slash and its id.')
  const index = indexOf(items, place, name)
  const item = items[index]
  if (item === undefined) {
    if (context.lost.has(name)) return items
    const known = items.map((item) => itemName(place, item))
    return refuse(
      items,
      context,
      'BAD_CHANGE',
      `There is no ${place.word} ${name} here to change.`,
      didYouMean(name, known, `There are: ${known.slice(0, 12).join(', ') || 'none'}.`),
    )
  }
  if ('local' in item && item.local === 'never' && isLocked(place, edit, inside, rest)) {
    const ground = groundOf(item)
    return refuse(
      items,
      context,
      'LOCKED',
      `The base does not allow towns to change the ${place.word} ${name}${ground ? ` (${ground})` : ''}.`,
      place.word === 'licence'
        ? 'Leave this change out; it follows from national law. A town may change the words, or add a rule with verdict: notAllowed or ask.'
        : 'Leave this change out; it follows from national law or from the form itself.',
    )
  }
  if (place.word === 'fee' && 'ceiling' in item && edit.op === 'change' && 'ceiling' in edit.to)
    return refuse(
      items,
      { ...context, at: [...edit.toAt, 'ceiling'] },
      'LOCKED',
      `The law sets what the fee ${name} may be at most; a town cannot change that.`,
      'Take ceiling: out of this change, and write the amount of the town under amounts:.',
    )
  if (inside !== undefined) return below(items, index, item, place, inside, rest, edit, context)
  switch (edit.op) {
    case 'add':
      return refuse(
        items,
        context,
        'DUPLICATE_ID',
        `The ${place.word} ${name} is already there.`,
        'Use op: change to change it, or give the new one another id.',
      )
    case 'change':
      return change(items, index, item, place, edit, context)
    case 'remove':
      if (place.word === 'licence' && !isScreening(item, context)) return items.with(index, withoutLicence(item, context))
      return items.toSpliced(index, 1)
    case 'reorder':
      return reorder(items, index, item, place, edit.after, context)
  }
}

function below(
  items: Items,
  index: number,
  item: object,
  place: Place,
  listName: string,
  rest: readonly string[],
  edit: Edit,
  context: EditContext,
): Items {
  const child = place.inside[listName]
  if (!child) {
    const isProperty = listName in place.schema.shape
    return refuse(
      items,
      context,
      'BAD_CHANGE',
      `A ${place.word} has no list of items called ${listName}.`,
      isProperty
        ? `Name the ${place.word} itself, with op: change and to: { ${listName}: … }.`
        : didYouMean(
            listName,
            Object.keys(place.inside),
            Object.keys(place.inside).length > 0 ? `It has: ${Object.keys(place.inside).join(', ')}.` : `Name the ${place.word} itself.`,
          ),
    )
  }
  const before = listIn(item, listName)
  const after = applyEdit(before, child, rest, edit, context)
  if (after === before) return items
  const made: Record<string, unknown> = { ...item, [listName]: after }
  if (after.length === 0 && !place.schema.shape[listName]?.safeParse([]).success) {
    if (!place.schema.shape[listName]?.safeParse(undefined).success)
      return refuse(
        items,
        context,
        'BAD_CHANGE',
        `This would leave a ${place.word} without any ${child.word}.`,
        `Remove the ${place.word} itself, or add another ${child.word} first.`,
      )
    delete made[listName]
  }
  context.provenance.changed(made, item, [], context.layer, context.source, context.at)
  return items.with(index, made)
}

function add(items: Items, place: Place, name: string | undefined, edit: Edit & { op: 'add' }, context: EditContext): Items {
  const given = itemName(place, edit.item)
  if (name !== undefined && given !== '' && given !== name)
    return refuse(
      items,
      context,
      'BAD_CHANGE',
      `The place names ${name}, the item ${given}.`,
      'Write the same id in both, or name only the list.',
    )
  const complete = given === '' && name !== undefined ? { ...edit.item, [place.key]: name } : edit.item
  const parsed = place.schema.safeParse(complete)
  if (!parsed.success) {
    refuseShape(parsed.error.issues, place, complete, edit.itemAt, context)
    return items
  }
  const item = parsed.data
  if (place.key !== 'kind' && indexOf(items, place, itemName(place, item)) >= 0)
    return refuse(
      items,
      { ...context, at: [...edit.itemAt, place.key] },
      'DUPLICATE_ID',
      `The ${place.word} ${itemName(place, item)} is already there.`,
      'Use op: change to change it, or give the new one another id.',
    )
  context.provenance.register(item, context.layer, context.source, edit.itemAt)
  const index = spot(items, place, edit.after, context)
  return index === null ? items : items.toSpliced(index, 0, item)
}

/** Index of a new or moved item; null with a finding when the item it should follow does not exist. */
function spot(items: Items, place: Place, after: string | null | undefined, context: EditContext): number | null {
  if (after === null) return 0
  if (after === undefined) {
    if (!context.newFirst) return items.length
    const earlier = items.findIndex((item) => context.provenance.place(item)?.layer !== context.layer)
    return earlier < 0 ? items.length : earlier
  }
  const index = indexOf(items, place, after)
  if (index >= 0) return index + 1
  const known = items.map((item) => itemName(place, item))
  refuse(
    items,
    { ...context, at: context.afterAt },
    'BAD_CHANGE',
    `There is no ${place.word} ${after} to come after.`,
    didYouMean(after, known, `There are: ${known.slice(0, 12).join(', ') || 'none'}.`),
  )
  return null
}

function change(items: Items, index: number, item: object, place: Place, edit: Edit & { op: 'change' }, context: EditContext): Items {
  const name = itemName(place, item)
  const merged: Record<string, unknown> = { ...item }
  for (const [property, given] of Object.entries(edit.to)) {
    const schema = place.schema.shape[property]
    const some = partsIn(given)
    const slip = some ? null : dutchParts(given)
    if (slip)
      return refuse(
        items,
        { ...context, at: [...edit.toAt, property, slip.key] },
        'BAD_SHAPE',
        `The key ${slip.key} is not known here.`,
        `Did you mean ${slip.meant}?`,
      )
    const made = some ? withParts(merged[property], some) : { value: given }
    if (!('value' in made))
      return refuse(
        items,
        { ...context, at: [...edit.toAt, property] },
        'BAD_CHANGE',
        'absent' in made
          ? `${made.absent} is not in ${property} of the ${place.word} ${name}.`
          : `${made.twice} is already in ${property} of the ${place.word} ${name}.`,
        'Write add: with what comes, remove: with what goes and, of a list, after: with what it comes after.',
      )
    const { value } = made
    const hidden = some || !isListOfTown(property, place, item, context) ? [] : lostFrom(merged[property], value)
    if (hidden.length > 0)
      context.findings.push(
        warningAt(
          context.source,
          [...edit.toAt, property],
          'HIDES_PERIOD',
          `This list takes the place of that of ${context.provenance.place(item, property)?.layer}, which has ${hidden.join(', ')} too.`,
          `Write ${property}: { ${added(merged[property], value)}remove: [${hidden.join(', ')}] }, or repeat what must stay.`,
        ),
      )
    // null removes an optional property, unless null is one of its own values ("no limit", "not known")
    if (value === null && schema?.safeParse(undefined).success && !schema.safeParse(null).success) delete merged[property]
    else merged[property] = value
  }
  if (itemName(place, merged) !== name)
    return refuse(
      items,
      context,
      'BAD_CHANGE',
      `The id of the ${place.word} ${name} cannot be changed: answers and other files know it by that name.`,
      'Remove it and add another one.',
    )
  const parsed = place.schema.safeParse(merged)
  if (!parsed.success) {
    refuseShape(parsed.error.issues, place, merged, edit.toAt, context)
    return items
  }
  const made: Record<string, unknown> = { ...item }
  const properties = Object.keys(edit.to)
  for (const property of properties) {
    if (!(property in merged)) delete made[property]
    else {
      made[property] = parsed.data[property]
      context.provenance.register(made[property], context.layer, context.source, [...edit.toAt, property])
    }
  }
  context.provenance.changed(made, item, properties, context.layer, context.source, edit.toAt)
  return items.with(index, made)
}

/** Whether a list was set by a town below, not by the base. Hours and dated lists have their own rules. */
const isListOfTown = (property: string, { word }: Place, item: object, { provenance, layer }: EditContext): boolean => {
  const from = provenance.place(item, property)?.layer
  return from !== undefined && from !== BASE && from !== layer && word !== 'hours window' && !['values', 'amounts'].includes(property)
}

/** What a list has that the previous one lacks, written as an addition. */
function added(before: unknown, after: unknown): string {
  const come = lostFrom(after, before)
  return come.length > 0 ? `add: [${come.join(', ')}], ` : ''
}

/** Plain items of a list that the other list lacks. */
const lostFrom = (before: unknown, after: unknown): string[] =>
  Array.isArray(before) && Array.isArray(after)
    ? before.filter((item) => (typeof item === 'string' || typeof item === 'number') && !after.includes(item)).map(String)
    : []

/** No town can remove Bibob: the loader says how it is switched off. */
const isScreening = (item: object, { screening }: EditContext): boolean => screening !== undefined && propertyOf(item, 'form') === screening

/** A licence that a town does not have: it is never needed, so that references to it in the base stay valid. */
function withoutLicence(item: object, { provenance, layer, source, at }: EditContext): object {
  const rules = [{ ...NOT_HERE }]
  provenance.register(rules, layer, source, at)
  const made = { ...item, rules, terms: [] }
  provenance.changed(made, item, ['rules', 'terms'], layer, source, at)
  return made
}

/** A partial change of a list or map: what to add, what to remove, and in a list where to insert. */
interface Parts {
  readonly add?: unknown
  readonly remove?: unknown
  readonly after?: unknown
}

/** `{ add: …, remove: … }` as a value: the rest of the list or map stays as in the layer below. */
function partsIn(value: unknown): Parts | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
  const keys = Object.keys(value)
  return keys.some((key) => key === 'add' || key === 'remove') && keys.every((key) => PARTS.has(key)) ? value : null
}
const PARTS: ReadonlySet<string> = new Set(['add', 'remove', 'after'])
const DUTCH_PARTS: ReadonlyMap<string, string> = new Map([
  ['toevoegen', 'add'],
  ['erbij', 'add'],
  ['verwijderen', 'remove'],
  ['weg', 'remove'],
  ['eraf', 'remove'],
  ['na', 'after'],
  ['achter', 'after'],
])

/** The first Dutch key of what was certainly meant as parts, and its proper name; null: it is something else. */
function dutchParts(value: unknown): { key: string; meant: string } | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
  const keys = Object.keys(value)
  const [key] = keys.filter((each) => DUTCH_PARTS.has(each))
  return key !== undefined && keys.every((each) => PARTS.has(each) || DUTCH_PARTS.has(each))
    ? { key, meant: DUTCH_PARTS.get(key) ?? '' }
    : null
}

function withParts(before: unknown, { add, remove = [], after }: Parts): { value: unknown } | { absent: string } | { twice: string } {
  const gone: readonly unknown[] = Array.isArray(remove) ? remove : [remove]
  const isList = Array.isArray(before) || (before === undefined && Array.isArray(add))
  if (isList) {
    const list: readonly unknown[] = Array.isArray(before) ? before : []
    const come: readonly unknown[] = add === undefined ? [] : Array.isArray(add) ? add : [add]
    const absent = gone.find((item) => !list.includes(item))
    if (absent !== undefined) return { absent: String(absent) }
    const twice = come.find((item) => list.includes(item))
    if (twice !== undefined) return { twice: String(twice) }
    const rest = list.filter((item) => !gone.includes(item))
    if (after !== undefined && !rest.includes(after)) return { absent: String(after) }
    const at = after === undefined ? rest.length : rest.indexOf(after) + 1
    return { value: [...rest.slice(0, at), ...come, ...rest.slice(at)] }
  }
  const map = isRecord(before) ? before : {}
  const absent = gone.find((item) => !Object.hasOwn(map, String(item)))
  if (absent !== undefined) return { absent: String(absent) }
  const rest = Object.fromEntries(Object.entries(map).filter(([key]) => !gone.includes(key)))
  return { value: { ...rest, ...(typeof add === 'object' ? add : {}) } }
}

function reorder(items: Items, index: number, item: object, place: Place, after: string | null, context: EditContext): Items {
  if (after !== null && after === itemName(place, item))
    return refuse(items, context, 'BAD_CHANGE', 'An item cannot come after itself.', 'Name another item, or null for the first place.')
  const rest = items.toSpliced(index, 1)
  const to = spot(rest, place, after, context)
  return to === null || to === index ? items : rest.toSpliced(to, 0, item)
}

function indexOf(items: Items, place: Place, name: string): number {
  const index = items.findIndex((item) => itemName(place, item) === name)
  if (index >= 0 || place.key !== 'kind') return index
  // items without an id of their own can also be named by their number
  return /^[1-9]\d*$/.test(name) && Number(name) <= items.length ? Number(name) - 1 : -1
}

/** Reports what is wrong with the shape of an item; references to it are not a second mistake. */
function refuseShape(issues: readonly z.core.$ZodIssue[], place: Place, item: object, at: Path, context: EditContext): void {
  const name = itemName(place, item)
  if (name !== '') context.lost.add(name)
  for (const each of describeTogether(issues.flatMap((issue) => describeIssue(place.schema, item, issue, writtenIn(context.source, at))))) {
    if (typeof each.meant === 'string' && each.path.at(-1) === place.key) context.lost.add(each.meant)
    context.findings.push(toFinding(context.source, { ...each, path: [...at, ...each.path] }))
  }
}

function refuse(items: Items, context: EditContext, code: FindingCode, message: string, mend: string): Items {
  context.findings.push(errorAt(context.source, context.at, code, message, mend))
  return items
}
