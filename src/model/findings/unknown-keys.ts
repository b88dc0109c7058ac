import type { z } from 'zod'
import { formatsAt, holdsAt, isOptionalAt, keysAt } from '../files/schema-at.ts'
import type { Path } from '../files/source.ts'
import type { Described, Written } from './described.ts'
import { capital, entriesAt, isPlain, shortly, valueAt } from './found-value.ts'
import { LANGUAGES } from './languages-in-words.ts'
import { INVISIBLE, withoutInvisible } from './look-alikes.ts'
import { inYaml, meantFormat, meantKey } from './meant.ts'

/** Suggestions are computed for this many unknown keys in one map; nobody reads more. */
const MOST_SUGGESTED = 100

/** Describes keys that a map may not have: which of them are one slip together, and what was meant. */
export function describeUnknownKeys(
  keys: readonly string[],
  schema: z.core.$ZodType,
  path: Path,
  root: unknown,
  written: Written,
): Described[] {
  const known = keysAt(schema, path)
  const isCut = (key: string): boolean => valueAt(root, [...path, key]) === null
  const cut = keys.filter(isCut)
  const other = keys.filter((key) => !isCut(key))
  return [
    ...(oneCut(cut, known, schema, path, root) ?? cut.map((key) => cutByComma(key, path, root))),
    ...(oneTooHigh(other, known, schema, path) ??
      otherLanguage(other, known, path, root) ??
      other.map((key, index) => unknownKey(key, path, index < MOST_SUGGESTED ? known : [], schema, root, written))),
  ]
}

function unknownKey(
  key: string,
  path: Path,
  known: readonly string[],
  schema: z.core.$ZodType,
  root: unknown,
  written: Written,
): Described {
  const own: Described = { code: 'BAD_SHAPE', path: [...path, key], onKey: true, message: '', mend: '' }
  if (valueAt(root, [...path, 'op']) === 'remove' && ['to', 'item'].includes(key))
    return { ...own, message: `A removal needs no ${key}:.`, mend: 'Remove it, or write op: change.' }
  // for a map that may be written in two ways, `known` has the keys of both
  if (known.includes(key) && meantKey(key, known) === key) {
    const others = entriesAt(root, path).flatMap(([other]) => (other === key || !known.includes(other) ? [] : [other]))
    return { ...own, message: `The keys ${[key, ...others].join(', ')} do not go together.`, mend: 'Keep those of one of the two ways.' }
  }
  // or the only required key that is missing, if this value is valid for it
  const lacking = known.filter((each) => !isOptionalAt(schema, [...path, each]) && valueAt(root, [...path, each]) === undefined)
  const value = valueAt(root, [...path, key])
  const [only] = lacking
  const fits = only !== undefined && lacking.length === 1 && typeof value === 'object' && holdsAt(schema, [...path, only], value)
  const meant = meantKey(key, known) ?? (fits ? only : null)
  // in the file itself: a change is described together with the item that it changes
  if (meant !== null && written([...path, meant]) !== null)
    return { ...own, message: `The key ${shortly(key)} is not known here.`, mend: `${meant}: is already given. Remove ${shortly(key)}:.` }
  return { ...own, meant: meant ?? undefined, message: `The key ${shortly(key)} is not known here.`, mend: mendKey(key, known, meant) }
}

const mendKey = (key: string, known: readonly string[], meant: string | null): string => {
  if (key.search(INVISIBLE) >= 0) return `There is an invisible character in it. Type ${withoutInvisible(key)} again.`
  return meant === null ? (known.length > 0 ? `Known keys: ${known.join(', ')}.` : 'Remove it.') : `Did you mean ${meant}?`
}

/** `{ amount: 12,50 }` and `{ nl: Red, wood }`: between braces a comma ends the value, and the rest becomes a key without a value. */
function cutByComma(key: string, path: Path, root: unknown): Described {
  const beside = entriesAt(root, path)
  // JavaScript puts integer keys first in an object, wherever they were
  const isNumber = /^\d+$/.test(key)
  const [name, value] =
    (isNumber ? beside.find(([, other]) => typeof other === 'number') : beside[beside.findIndex(([other]) => other === key) - 1]) ?? []
  const number = isNumber && typeof value === 'number' ? `${value}.${key}` : null
  return {
    code: 'BAD_SHAPE',
    path: [...path, key],
    onKey: true,
    message: `Between { and } a comma ends a value, so "${shortly(key)}" is read as a key of its own.`,
    mend: number
      ? `Write ${number}, with a dot.`
      : `Put the whole text${name === undefined ? '' : ` of ${name}`} in quotes: "${shortly(`${isPlain(value) ? value : '…'}, ${key}`)}".`,
  }
}

/** Keys without a value that are one slip together: a colour as `rgb(0, 70, 153)`, or a language without its colon. null: another slip. */
function oneCut(cut: readonly string[], known: readonly string[], schema: z.core.$ZodType, path: Path, root: unknown): Described[] | null {
  const [first] = cut
  if (first === undefined) return null
  const beside = entriesAt(root, path)
  const opened = beside.find(([key, value]) => known.includes(key) && typeof value === 'string' && /\([^)]*$/.test(value))
  if (opened && cut.at(-1)?.endsWith(')')) {
    const [name, value] = opened
    const text = [value, ...cut].join(', ')
    const [format] = formatsAt(schema, [...path, name])
    const meant = format === undefined ? null : meantFormat(format, text, name)
    return [
      {
        code: 'BAD_SHAPE',
        path: [...path, name],
        onKey: false,
        message: `${capital(format ?? 'expected a text')}, found "${shortly(text)}".`,
        mend:
          meant !== null && typeof meant === 'object'
            ? `Write ${inYaml(meant.write)}.`
            : `Put the whole text of ${name} in quotes: "${shortly(text)}".`,
        ...(meant !== null && typeof meant === 'object' ? { meant: meant.write } : {}),
        covers: [[...path, name]],
      },
    ]
  }
  const [word = ''] = first.split(' ')
  if (cut.length > 1 || !known.includes(word) || beside.some(([key]) => key === word)) return null
  return [
    {
      code: 'BAD_SHAPE',
      path: [...path, first],
      onKey: true,
      meant: word,
      message: `There is no colon behind "${word}".`,
      mend: `Write ${word}: with a space behind the colon.`,
    },
  ]
}

/** Keys that belong in the items of a list, written as siblings of that list: one slip. null: another slip. */
function oneTooHigh(keys: readonly string[], known: readonly string[], schema: z.core.$ZodType, path: Path): Described[] | null {
  const [first] = keys
  if (first === undefined || keys.length < 2) return null
  const list = known.find((key) => {
    const inside = keysAt(schema, [...path, key, 0])
    return keys.every((each) => inside.includes(each))
  })
  if (list === undefined) return null
  const item = keys.slice(0, 3).map((key) => `${key}: …`)
  return [
    {
      code: 'BAD_SHAPE',
      path: [...path, first],
      onKey: true,
      message: `The keys ${keys.join(', ')} belong in an item of the list ${list}.`,
      mend: `Write ${list}: [{ ${item.join(', ')} }].`,
      covers: [[...path, list]],
    },
  ]
}

/** A text in another language, instead of a required one: one slip. null: another slip. */
function otherLanguage(keys: readonly string[], known: readonly string[], path: Path, root: unknown): Described[] | null {
  const [key] = keys
  // in a language file the translation is under to:
  if (key !== undefined && keys.length === 1 && /^[a-z]{2,3}$/.test(key) && known.includes('to') && known.includes('nl'))
    return valueAt(root, [...path, 'to']) === undefined
      ? [
          {
            code: 'BAD_SHAPE',
            path: [...path, key],
            onKey: true,
            meant: 'to',
            message: `The key ${key} is not known here.`,
            mend: 'Write to: with the text in the language of this file.',
            covers: [[...path, 'to']],
          },
        ]
      : null
  const lacks = ['nl', 'en'].filter((language) => known.includes(language) && valueAt(root, [...path, language]) === undefined)
  const [language] = lacks
  if (key === undefined || keys.length > 1 || !/^[a-z]{2}$/.test(key) || language === undefined || lacks.length > 1) return null
  return [
    {
      code: 'BAD_SHAPE',
      path: [...path, key],
      onKey: true,
      message: `The key ${key} is not known here.`,
      mend: `Write ${language}: with the text in ${LANGUAGES.get(language)}. Other languages have files of their own, in languages/.`,
      covers: [[...path, language]],
    },
  ]
}
