import type { z } from 'zod'
import { formatsAt, keysAt, valuesAt, wordsAt } from '../files/schema-at.ts'
import { formatPath, type Path } from '../files/source.ts'
import { ClockTime, IsoDate, TownId } from '../schema/common.ts'
import { highest } from '../util/extremes.ts'
import type { FindingCode } from './finding.ts'
import { didYouMean, nearest } from './nearest.ts'

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
}

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

/** What a Dutch clerk writes for a word of the files. */
const DUTCH_FOR_WORDS: ReadonlyMap<string, string> = new Map([
  ['ma', 'mon'],
  ['di', 'tue'],
  ['wo', 'wed'],
  ['do', 'thu'],
  ['vr', 'fri'],
  ['za', 'sat'],
  ['zo', 'sun'],
  ['zomer', 'summer'],
  ['winter', 'winter'],
  ['binnen', 'inside'],
  ['terras', 'terrace'],
  ['toevoegen', 'add'],
  ['wijzig', 'change'],
  ['wijzigen', 'change'],
  ['verwijder', 'remove'],
  ['verwijderen', 'remove'],
  ['verplaats', 'reorder'],
  ['verplaatsen', 'reorder'],
  ['nodig', 'needed'],
  ['melding', 'notification'],
  ['tekst', 'text'],
  ['getal', 'number'],
  ['keuze', 'choice'],
  ['datum', 'date'],
  ['bedrag', 'amount'],
])

/** The same mistake in several items of one list is one mistake: said at the first, mended for all. */
export function describeTogether(described: readonly Described[]): Described[] {
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
export function describeIssue(schema: z.core.$ZodType, root: unknown, issue: z.core.$ZodIssue, prefix: Path = []): Described[] {
  const path: Path = [...prefix, ...issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part))]
  const found = valueAt(root, path)
  const bad: Bad = (message, mend, { onKey = false, meant } = {}) => [{ code: 'BAD_SHAPE', path, onKey, message, mend, meant }]
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(schema, path)
    return issue.keys.map((key, index) =>
      valueAt(root, [...path, key]) === null ? cutByComma(key, path, root) : unknownKey(key, path, index < MOST_SUGGESTED ? known : []),
    )
  }
  if (issue.code === 'invalid_union' && issue.errors.length > 0) return union(schema, root, issue, path)
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
      return bad(
        `Expected ${EXPECTED.get(issue.expected) ?? issue.expected}, found ${show(found)}.`,
        mendType(schema, path, issue.expected, found),
        { meant: meantType(issue.expected, found) },
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
      const mend = mendFormat(issue.message, found)
      const meant = /^Write (\S+)\.$/.exec(mend)?.[1]
      return bad(`${capital(issue.message)}, found ${show(found)}.`, mend, meant === undefined ? {} : { meant })
    }
    case 'too_small':
      return issue.origin === 'string'
        ? bad('The text is empty.', 'Write the text, or leave the key out.')
        : bad(
            `Expected at least ${issue.minimum}${issue.origin === 'array' ? ' in this list' : ''}, found ${issue.origin === 'array' ? 'fewer' : show(found)}.`,
            'Add what is missing.',
          )
    case 'invalid_key':
      return bad(`The key ${String(last)} is not allowed here.`, 'Write another key.', { onKey: true })
    default:
      return bad(`${capital(issue.message)}, found ${show(found)}.`, 'Write it as the message says.')
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
    meant: nearest(key, known) ?? undefined,
    message: `The key ${shortly(key)} is not known here.`,
    mend: didYouMean(key, known, known.length > 0 ? `Known keys: ${known.join(', ')}.` : 'Remove it.'),
  }
}

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

function union(schema: z.core.$ZodType, root: unknown, issue: z.core.$ZodIssueInvalidUnion, path: Path): Described[] {
  // The branch that got furthest into the value is the one that was meant.
  const depth = (branch: readonly z.core.$ZodIssue[]): number =>
    highest(
      branch.map((issue) => issue.path.length),
      0,
    )
  const deep = issue.errors.filter((branch) => depth(branch) > 0 || branch.some((issue) => issue.code === 'unrecognized_keys'))
  const best = deep.toSorted((a, b) => depth(b) - depth(a) || a.length - b.length)[0]
  if (best) return best.flatMap((issue) => describeIssue(schema, root, issue, path))
  const own = issue.errors.flat()
  const formats = own.find((issue) => issue.code === 'invalid_format')
  const found = valueAt(root, path)
  if (formats && typeof found === 'string') return describeIssue(schema, root, formats, path)
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
      mend: mendType(schema, path, own.find((issue) => issue.code === 'invalid_type')?.expected ?? '', found),
    },
  ]
}

function oneOf(words: readonly string[], found: unknown, bad: Bad): Described[] {
  const translated = typeof found === 'string' ? DUTCH_FOR_WORDS.get(found.toLowerCase()) : undefined
  if (translated !== undefined && words.includes(translated))
    return bad(`Expected ${listWords(words)}, found ${show(found)}.`, `Write ${translated}.`, { meant: translated })
  const near = typeof found === 'string' ? nearest(found, words) : null
  return bad(`Expected ${listWords(words)}, found ${show(found)}.`, near ? `Did you mean ${near}?` : `Write ${listWords(words)}.`, {
    meant: near ?? undefined,
  })
}

function meantType(expected: string, found: unknown): unknown {
  if ((expected === 'number' || expected === 'int') && typeof found === 'string' && decimal(found)) return Number(decimal(found))
  if (expected === 'int' && typeof found === 'number') return Math.round(found)
  if (expected === 'string' && (typeof found === 'number' || typeof found === 'boolean')) return String(found)
  if (expected === 'boolean' && typeof found === 'string') return yesNoOf(found) ?? undefined
  return expected === 'array' && typeof found === 'string' ? [found] : undefined
}

/** What people write for true and false, in either language; null: something else. */
export const yesNoOf = (text: string): boolean | null => (/^(yes|ja|on)$/i.test(text) ? true : /^(no|nee|off)$/i.test(text) ? false : null)

function mendType(schema: z.core.$ZodType, path: Path, expected: string, found: unknown): string {
  if ((expected === 'number' || expected === 'int') && typeof found === 'string') {
    const number = decimal(found)
    return number ? `Write ${number}.` : 'Write a number: digits, with a dot before decimals.'
  }
  if (expected === 'boolean' && typeof found === 'string' && yesNoOf(found) !== null) return `Write ${yesNoOf(found)}.`
  if (expected === 'string' && (typeof found === 'number' || typeof found === 'boolean')) {
    // what YAML read is no longer what was written: 02.00 is 2
    const [format] = formatsAt(schema, path)
    return format === undefined ? `Put it in quotes: "${found}".` : `Put it in quotes, ${format.replace(/^expected /, 'as ')}.`
  }
  if (expected === 'array')
    return typeof found === 'object' && found !== null
      ? `Put a hyphen before it: ${String(path.at(-1) ?? '')}: [{ … }], or each on a line of its own behind a hyphen.`
      : 'Write a list: each item on a line of its own behind a hyphen.'
  const keys = keysAt(schema, path)
  if (keys.includes('nl') && typeof found === 'string') return `Write both languages: { nl: "${found}", en: "…" }.`
  return keys.length > 0
    ? `Write a map with the keys ${keys.slice(0, 8).join(', ')}.`
    : `Write ${EXPECTED.get(expected) ?? 'another value'}.`
}

/** `12,50` and `1.250,00` as people write money: the same with a dot. */
export function decimal(text: string): string | null {
  const bare = text.replace(/^€\s*/, '').trim()
  if (/^\d+(\.\d+)?$/.test(bare)) return bare
  if (/^\d{1,3}(\.\d{3})*,\d+$/.test(bare) || /^\d+,\d+$/.test(bare)) return bare.replaceAll('.', '').replace(',', '.')
  return null
}

function mendFormat(message: string, found: unknown): string {
  const text = String(found).replace(/[“”„"]/g, '')
  const day = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(text)
  const iso = day ? `${day[3]}-${day[2]?.padStart(2, '0')}-${day[1]?.padStart(2, '0')}` : text
  if (message.includes('date') && /^\d{4}-\d{2}-\d{2}$/.test(iso))
    return IsoDate.safeParse(iso).success ? `Write ${iso}.` : 'There is no such day. Write a day of the calendar, like 2026-01-31.'
  const clock = /^(\d{1,2})[.:](\d{2})(\+1)?$/.exec(text)
  if (message.includes('time') && clock) {
    const hour = Number(clock[1])
    // 24:00 and 26:00 are said of the night after
    const time = `${String(hour % 24).padStart(2, '0')}:${clock[2]}${hour >= 24 ? '+1' : (clock[3] ?? '')}`
    if (hour < 48 && ClockTime.safeParse(time).success) return `Write ${time}.`
  }
  const colour = /^#([0-9A-Fa-f])([0-9A-Fa-f])([0-9A-Fa-f])$/.exec(text)
  if (message.includes('colour') && colour)
    return `Write #${colour
      .slice(1)
      .map((digit) => digit.repeat(2))
      .join('')}.`
  if (/^[\w-]+(\.[\w-]+)+(\/\S*)?$/.test(text) && /url/i.test(message)) return `Write https://${text}.`
  const lower = text
    .trim()
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
  if (message.includes('lower-case') && TownId.safeParse(lower).success) return `Write ${lower}.`
  const camel = text
    .trim()
    .replace(/[-_\s]+([A-Za-z0-9])/g, (_, letter: string) => letter.toUpperCase())
    .replace(/^[A-Z]/, (letter) => letter.toLowerCase())
  // one word is wanted, and a whole id was written: its last part is the word
  if (message.includes('one camelCase') && /\.[a-z][A-Za-z0-9]*$/.test(camel)) return `Write ${camel.slice(camel.lastIndexOf('.') + 1)}.`
  if (message.includes('camelCase') && /^[a-z][A-Za-z0-9]*(\.[a-z][A-Za-z0-9]*)*$/.test(camel)) return `Write ${camel}.`
  const example = /(?:such as|as) ([^,]+)/.exec(message)?.[1]
  return example ? `Write it like ${example}.` : 'Write it as the message says.'
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
