import type { z } from 'zod'
import { allowsNull, fitsAt, formatsAt, isOptionalAt, keysAt, valuesAt, wordsAt } from '../files/schema-at.ts'
import { formatPath, type Path } from '../files/source.ts'
import { highest } from '../util/extremes.ts'
import type { FindingCode } from './finding.ts'
import { inYaml, meantFormat, meantKey, meantRange, meantWord, percentage, yesNoOf } from './meant.ts'
import { nearest } from './nearest.ts'

/** What one mistake in the shape of a file is called, and how it is mended. */
export interface Described {
  readonly code: FindingCode
  readonly path: Path
  /** Point at the key, not at its value. */
  readonly onKey: boolean
  readonly message: string
  readonly mend: string
  /** What was surely meant, to go on with: the value at the path, or for an unknown key the key. */
  readonly meant?: unknown
  /** Places of which nothing more is said: what is wrong there comes of this. */
  readonly covers?: readonly Path[]
}

/** How a scalar stands in the file: `0401234567`, which YAML reads as a number. */
export type Written = (path: Path) => string | null

const EXPECTED: ReadonlyMap<string, string> = new Map([
  ['string', 'a text'],
  ['number', 'a number'],
  ['int', 'a whole number'],
  ['boolean', 'true or false'],
  ['array', 'a list'],
  ['object', 'a map of keys and values'],
  ['record', 'a map of keys and values'],
  ['null', 'null'],
  ['never', 'nothing'],
])
const LANGUAGES: ReadonlyMap<string, string> = new Map([
  ['nl', 'Dutch'],
  ['en', 'English'],
])
/** Of so many unknown keys in one map the nearest known one is looked for; of more nobody reads it. */
const MOST_SUGGESTED = 100

/** A misspelt key is one mistake, not also a missing one; nor is what comes of a mistake. */
function withoutEchoes(described: readonly Described[]): Described[] {
  const meant = new Set(
    described.flatMap((issue) =>
      issue.onKey && typeof issue.meant === 'string' ? [formatPath([...issue.path.slice(0, -1), issue.meant])] : [],
    ),
  )
  const covered = new Map(described.flatMap((issue) => (issue.covers ?? []).map((path) => [formatPath(path), issue] as const)))
  return described.filter((issue) => {
    const at = formatPath(issue.path)
    return !(issue.onKey && meant.has(at)) && (covered.get(at) ?? issue) === issue
  })
}

/** The same mistake in several items of one list is one mistake: said at the first, mended for all. */
export function describeTogether(all: readonly Described[]): Described[] {
  const described = withoutEchoes(all)
  const groups = new Map<string, Described[]>()
  for (const issue of described) {
    const inList = typeof issue.path.at(-1) === 'number'
    const key = inList ? JSON.stringify([issue.path.slice(0, -1), issue.code, issue.message.split(', found ')[0]]) : JSON.stringify(issue)
    groups.set(key, [...(groups.get(key) ?? []), issue])
  }
  return [...groups.values()].map((group) => {
    const [first, ...others] = group as [Described, ...Described[]]
    if (others.length === 0) return first
    const meant = group.every((each) => typeof each.meant === 'string') ? group.map((each) => each.meant) : null
    return {
      ...first,
      message: `${first.message.replace(/\.$/, '')}, and ${others.length} more in this list like it.`,
      mend: meant ? `Write ${meant.join(', ')}.` : first.mend,
    }
  })
}

/** One zod issue in words of the file: a union becomes the mistake of the branch that came nearest. */
export function describeIssue(
  schema: z.core.$ZodType,
  root: unknown,
  issue: z.core.$ZodIssue,
  written: Written = () => null,
  prefix: Path = [],
): Described[] {
  const path: Path = [...prefix, ...issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part))]
  const found = valueAt(root, path)
  const bad: Bad = (message, mend, { onKey = false, meant } = {}) => [{ code: 'BAD_SHAPE', path, onKey, message, mend, meant }]
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(schema, path)
    const isCut = (key: string): boolean => valueAt(root, [...path, key]) === null
    const cut = issue.keys.filter(isCut)
    const other = issue.keys.filter((key) => !isCut(key))
    return [
      ...(oneCut(cut, known, schema, path, root) ?? cut.map((key) => cutByComma(key, path, root))),
      ...(oneTooHigh(other, known, schema, path) ??
        otherLanguage(other, known, path, root) ??
        other.map((key, index) => unknownKey(key, path, index < MOST_SUGGESTED ? known : []))),
    ]
  }
  if (issue.code === 'invalid_union' && issue.errors.length > 0) return union(schema, root, issue, path, written)
  const last = path.at(-1)
  const language = typeof last === 'string' ? LANGUAGES.get(last) : undefined
  if (language && (found === undefined || found === '' || found === null))
    return [
      {
        code: 'MISSING_TRANSLATION',
        path,
        onKey: true,
        message: `The ${language} text of ${formatPath(path.slice(0, -1))} is missing.`,
        mend: `Add ${last}: with the text in ${language}.`,
      },
    ]
  if (found === undefined) {
    const values = valuesAt(schema, path)
    const words = values.map(String)
    const what = words.length > 0 ? `, one of ${listWords(words)}` : ''
    return bad(
      `The key ${String(last ?? '')} is missing here${what}.`,
      `Add ${String(last ?? 'it')}:${words.length === 1 ? ` ${words[0]}` : textShape(schema, path)}.`,
      { onKey: true, ...(words.length === 1 ? { meant: values[0] } : {}) },
    )
  }
  switch (issue.code) {
    case 'invalid_type':
      if (found === null && path.length === 0)
        return bad('The file is empty.', `Write the keys ${keysAt(schema, path).slice(0, 4).join(', ')} in it.`)
      if (found === null && typeof last === 'string') return bad(`Nothing stands behind ${last}:.`, mendNothing(schema, path))
      return bad(
        `Expected ${EXPECTED.get(issue.expected) ?? issue.expected}, found ${show(found)}.`,
        mendType(schema, path, issue.expected, found, written(path)),
        { meant: meantType(schema, path, issue.expected, found, written(path)) },
      )
    case 'invalid_value':
      return oneOf(issue.values.map(String), found, bad)
    case 'invalid_union': {
      const words = wordsAt(schema, path)
      return words.length > 0
        ? oneOf(words, found, bad)
        : bad(`${show(found)} fits none of the forms this may have.`, 'Compare it with the description of this file kind.')
    }
    case 'invalid_format': {
      const meant = meantFormat(issue.message, String(found), String(last))
      const isNone = meant === null && /^(?:geen|none|nvt|n\.v\.t\.|-)$/i.test(String(found)) && allowsNull(schema, path)
      return bad(
        `${capital(issue.message)}, found ${show(found)}.`,
        isNone ? 'Write null: then there is none.' : mendFormat(issue.message, meant),
        meant !== null && typeof meant === 'object' ? { meant: meant.write } : isNone ? { meant: null } : {},
      )
    }
    case 'too_small':
      return issue.origin === 'string'
        ? bad(
            'The text is empty.',
            keysAt(schema, path.slice(0, -1)).includes('unverified') && last === 'source'
              ? NO_SOURCE
              : 'Write the text, or leave the key out.',
          )
        : bad(
            `Expected at least ${issue.minimum}${issue.origin === 'array' ? ' in this list' : ''}, found ${issue.origin === 'array' ? 'fewer' : show(found)}.`,
            'Add what is missing.',
          )
    case 'invalid_key':
      return bad(`The key ${String(last)} is not allowed here.`, 'Write another key.', { onKey: true })
    default:
      return bad(`${capital(issue.message)}, found ${show(found)}.`, mendOther(issue.message, found))
  }
}

type Bad = (message: string, mend: string, more?: { onKey?: boolean; meant?: unknown }) => Described[]

/** How a missing text, or list of texts, is written. */
function textShape(schema: z.core.$ZodType, path: Path): string {
  if (keysAt(schema, path).includes('nl')) return ' { nl: "…", en: "…" }'
  return keysAt(schema, [...path, 0]).includes('nl') ? ' [{ nl: "…", en: "…" }]' : ''
}

function unknownKey(key: string, path: Path, known: readonly string[]): Described {
  return {
    code: 'BAD_SHAPE',
    path: [...path, key],
    onKey: true,
    meant: meantKey(key, known) ?? undefined,
    message: `The key ${shortly(key)} is not known here.`,
    mend: mendKey(key, known),
  }
}

const mendKey = (key: string, known: readonly string[]): string => {
  if (key.search(INVISIBLE) >= 0) return `There is an invisible character in it. Type ${key.replace(INVISIBLE, '')} again.`
  const meant = meantKey(key, known)
  return meant === null ? (known.length > 0 ? `Known keys: ${known.join(', ')}.` : 'Remove it.') : `Did you mean ${meant}?`
}

/** Signs without a width, which come along when one copies from a web page. */
const INVISIBLE = /[\u200B\u200C\u2060\uFEFF\u00AD]/g

const isPlain = (value: unknown): boolean => ['string', 'number', 'boolean'].includes(typeof value)

/** `{ amount: 12,50 }` and `{ nl: Red, wood }`: between braces a comma ends the value, and what follows becomes a key that holds nothing. */
function cutByComma(key: string, path: Path, root: unknown): Described {
  const beside = Object.entries((valueAt(root, path) ?? {}) as Record<string, unknown>)
  // a key of digits comes first in an object, wherever it stood
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

/** Keys that hold nothing and are one slip together: a colour as `rgb(0, 70, 153)`, or a language of which the colon was forgotten. null: another slip. */
function oneCut(cut: readonly string[], known: readonly string[], schema: z.core.$ZodType, path: Path, root: unknown): Described[] | null {
  const [first] = cut
  if (first === undefined) return null
  const beside = Object.entries((valueAt(root, path) ?? {}) as Record<string, unknown>)
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

/** Keys that belong in the items of a list, written beside where that list should stand: one slip. null: another slip. */
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

/** A text in a language that is not written here, in the place of one that must be: one slip. null: another slip. */
function otherLanguage(keys: readonly string[], known: readonly string[], path: Path, root: unknown): Described[] | null {
  const [key] = keys
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

function union(schema: z.core.$ZodType, root: unknown, issue: z.core.$ZodIssueInvalidUnion, path: Path, written: Written): Described[] {
  // The branch that got furthest into the value is the one that was meant.
  const depth = (branch: readonly z.core.$ZodIssue[]): number =>
    highest(
      branch.map((issue) => issue.path.length),
      0,
    )
  const deep = issue.errors.filter((branch) => depth(branch) > 0 || branch.some((issue) => issue.code === 'unrecognized_keys'))
  const best = deep.toSorted((a, b) => depth(b) - depth(a) || a.length - b.length)[0]
  if (best) return best.flatMap((issue) => describeIssue(schema, root, issue, written, path))
  const own = issue.errors.flat()
  const formats = own.find((issue) => issue.code === 'invalid_format')
  const found = valueAt(root, path)
  if (formats && typeof found === 'string') return describeIssue(schema, root, formats, written, path)
  const words = [
    ...new Set(
      own.flatMap((issue) =>
        issue.code === 'invalid_type'
          ? [EXPECTED.get(issue.expected) ?? issue.expected]
          : issue.code === 'invalid_value'
            ? issue.values.map(String)
            : [],
      ),
    ),
  ]
  if (found === undefined)
    return [
      {
        code: 'BAD_SHAPE',
        path,
        onKey: true,
        message: `The key ${String(path.at(-1) ?? '')} is missing here.`,
        mend: `Add ${String(path.at(-1) ?? 'it')}:.`,
      },
    ]
  return [
    {
      code: 'BAD_SHAPE',
      path,
      onKey: false,
      message: `Expected ${words.join(' or ') || 'something else'}, found ${show(found)}.`,
      mend: mendType(schema, path, own.find((issue) => issue.code === 'invalid_type')?.expected ?? '', found, written(path)),
    },
  ]
}

function oneOf(words: readonly string[], found: unknown, bad: Bad): Described[] {
  const message = `Expected ${listWords(words)}, found ${show(found)}.`
  const sure = typeof found === 'string' ? meantWord(found, words) : null
  if (sure !== null) return bad(message, `Write ${sure}.`, { meant: sure })
  const range = typeof found === 'string' ? meantRange(found, words) : null
  if (range !== null) return bad(message, `Write ${range.join(', ')}.`, { meant: range[0] })
  const near = typeof found === 'string' ? nearest(found, words) : null
  return bad(message, near ? `Did you mean ${near}?` : `Write ${listWords(words)}.`, { meant: near ?? undefined })
}

function meantType(schema: z.core.$ZodType, path: Path, expected: string, found: unknown, written: string | null): unknown {
  if ((expected === 'number' || expected === 'int') && typeof found === 'string') {
    const number = percentage(found)
    return number === null ? undefined : Number(number)
  }
  if (expected === 'int' && typeof found === 'number') return Math.round(found)
  if (expected === 'string' && (typeof found === 'number' || typeof found === 'boolean')) {
    const text = written ?? String(found)
    const [format] = formatsAt(schema, path)
    const meant = format === undefined || fitsAt(schema, path, text) ? null : meantFormat(format, text, String(path.at(-1)))
    return meant !== null && typeof meant === 'object' ? meant.write : text
  }
  if (expected === 'boolean' && typeof found === 'string') return yesNoOf(found) ?? undefined
  return expected === 'array' ? (meantList(schema, path, found, written) ?? undefined) : undefined
}

/** `fri, sat` and `9998` where a list of words belongs: the list. null: a list of other things, or no words. */
function meantList(schema: z.core.$ZodType, path: Path, found: unknown, written: string | null): string[] | null {
  if (!isPlain(found)) return null
  const words = wordsAt(schema, [...path, 0])
  const text = written ?? String(found)
  if (words.length === 0 && !fitsAt(schema, [...path, 0], text) && keysAt(schema, [...path, 0]).length > 0) return null
  const parts = text.split(words.length > 0 ? /\s*[,;]\s*|\s+(?:en|and)\s+/ : /\s*[,;]\s*/).filter((part) => part !== '')
  return parts.flatMap((part) => meantRange(part, words) ?? [meantWord(part, words) ?? part])
}

function mendType(schema: z.core.$ZodType, path: Path, expected: string, found: unknown, written: string | null): string {
  if ((expected === 'number' || expected === 'int') && typeof found === 'string') {
    const number = percentage(found)
    return number ? `Write ${number}.` : 'Write a number: digits, with a dot before decimals.'
  }
  if (expected === 'boolean' && typeof found === 'string' && yesNoOf(found) !== null) return `Write ${yesNoOf(found)}.`
  if (expected === 'string' && (typeof found === 'number' || typeof found === 'boolean')) {
    // what YAML read is no longer what was written: 02.00 is 2, and 0401234567 has lost its nought
    const text = written ?? String(found)
    const [format] = formatsAt(schema, path)
    if (format === undefined || fitsAt(schema, path, text)) return `Put it in quotes: "${shortly(text)}".`
    const meant = meantFormat(format, text, String(path.at(-1)))
    return meant === null ? `Put it in quotes, ${format.replace(/^expected /, 'as ')}.` : mendFormat(format, meant)
  }
  if (expected === 'array') {
    const list = meantList(schema, path, found, written)
    if (list !== null) return `Write a list: [${shortly(list.map(inYaml).join(', '))}].`
    const key = String(path.at(-1) ?? '')
    const one = key.replace(/s$/, '')
    if (isPlain(found) && one !== key && keysAt(schema, [...path, 0]).includes(one))
      return `Write ${key}: [{ ${one}: ${shortly(written ?? String(found))}, … }].`
    return typeof found === 'object' && found !== null
      ? `Put a hyphen before it: ${key}: [{ … }], or each on a line of its own behind a hyphen.`
      : 'Write a list: each item on a line of its own behind a hyphen.'
  }
  const keys = keysAt(schema, path)
  if (keys.includes('nl') && typeof found === 'string') return `Write both languages: { nl: "${found}", en: "…" }.`
  return keys.length > 0
    ? `Write a map with the keys ${keys.slice(0, 8).join(', ')}.`
    : `Write ${EXPECTED.get(expected) ?? 'another value'}.`
}

const NO_SOURCE = 'Write the article, or the address where you read it. Did nobody look? Then write unverified: true in its place.'

/** Of a key behind which nothing stands. */
function mendNothing(schema: z.core.$ZodType, path: Path): string {
  const key = String(path.at(-1))
  if (key === 'source' && keysAt(schema, path.slice(0, -1)).includes('unverified')) return NO_SOURCE
  return isOptionalAt(schema, path) ? 'Write it, or take this line out.' : 'Write it.'
}

/** What a check of our own refused. */
function mendOther(message: string, found: unknown): string {
  const [, from, until] = (typeof found === 'string' ? /^(\d{4})-(\d{4})$/.exec(found) : null) ?? []
  if (from !== undefined && until !== undefined) return `Write ${until}-${from}.`
  return message.includes('before') ? 'Write the lower one behind from: and the higher one behind until:.' : 'Write it as the message says.'
}

function mendFormat(message: string, meant: ReturnType<typeof meantFormat>): string {
  if (meant === 'noSuchDay') return 'There is no such day. Write a day of the calendar, like 2026-01-31.'
  if (meant !== null) return `Write ${inYaml(meant.write)}.`
  const example = /(?:such as|as) ([^,]+)/.exec(message)?.[1]
  return example ? `Write it like ${inYaml(example)}.` : 'Write it as the message says.'
}

export function valueAt(root: unknown, path: Path): unknown {
  let here = root
  for (const part of path) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, part)) return undefined
    here = (here as Record<string | number, unknown>)[part]
  }
  return here
}

/** A text in a message: of a long one the beginning. */
export const shortly = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}…` : text)

/** A found value in a message: short. */
export function show(value: unknown): string {
  if (typeof value === 'string') return `"${shortly(value)}"`
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object' && value !== null) return 'a map'
  return value === undefined ? 'nothing' : String(value)
}

const listWords = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`
const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`
