import type { z } from 'zod'
import { allowsNull, holdsAt, keysAt, valuesAt, wordsAt } from '../files/schema-at.ts'
import { formatPath, type Path } from '../files/source.ts'
import { highest } from '../util/extremes.ts'
import type { Described, Written } from './described.ts'
import { capital, show, valueAt } from './found-value.ts'
import { LANGUAGES } from './languages-in-words.ts'
import { decimal, feast, meantFormat, meantRange, meantWord } from './meant.ts'
import { EXPECTED, meantType, mendFeast, mendFormat, mendNothing, mendOther, mendType, NO_SOURCE, ofOneLanguage } from './mend-value.ts'
import { nearest } from './nearest.ts'
import { describeUnknownKeys } from './unknown-keys.ts'

/** Drops consequences of other mistakes: a misspelt key is not also a missing one. */
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

/** The same mistake in several items of one list is one finding: reported at the first, mended for all. */
export function describeTogether(all: readonly Described[]): Described[] {
  const described = withoutEchoes(all)
  const groups = new Map<string, Described[]>()
  for (const issue of described) {
    const inList = typeof issue.path.at(-1) === 'number'
    const key = isMisspelt(issue)
      ? JSON.stringify([issue.path.slice(0, -1), issue.code, 'key'])
      : inList || issue.kin !== undefined
        ? JSON.stringify([issue.path.slice(0, -1), issue.code, issue.message.split(', found ')[0]])
        : JSON.stringify(issue)
    groups.set(key, [...(groups.get(key) ?? []), issue])
  }
  return [...groups.values()].flatMap((group) => {
    const [first, ...others] = group
    if (first === undefined || others.length === 0) return group
    if (isMisspelt(first))
      return {
        ...first,
        message: `The keys ${group.map(({ path }) => String(path.at(-1))).join(', ')} are not known here.`,
        mend: `Write ${group.map(({ meant }) => String(meant)).join(', ')}.`,
      }
    if (first.kin !== undefined)
      return {
        ...first,
        message: `${first.message.replace(/\.$/, '')}, and ${others.length} more beside it like it.`,
        mend: `Write ${group.map(({ kin }) => kin).join(' and ')}.`,
      }
    const meant = group.every((each) => typeof each.meant === 'string') ? group.map((each) => each.meant) : null
    return {
      ...first,
      message: `${first.message.replace(/\.$/, '')}, and ${others.length} more in this list like it.`,
      mend: meant ? `Write ${meant.join(', ')}.` : first.mend,
    }
  })
}

/** A key by another name, of which it is certain what was meant. */
const isMisspelt = ({ onKey, meant, mend }: Described): boolean => onKey && typeof meant === 'string' && mend === `Did you mean ${meant}?`

/** Describes one zod issue in terms of the file; for a union, the mistake of the closest branch. */
export function describeIssue(
  schema: z.core.$ZodType,
  root: unknown,
  issue: z.core.$ZodIssue,
  written: Written = () => null,
  prefix: Path = [],
): Described[] {
  const path: Path = [...prefix, ...issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part))]
  const found = valueAt(root, path)
  const bad: Bad = (message, mend, { onKey = false, meant, kin } = {}) => [
    { code: 'BAD_SHAPE', path, onKey, message, mend, meant, ...(kin === undefined ? {} : { kin }) },
  ]
  if (issue.code === 'unrecognized_keys') return describeUnknownKeys(issue.keys, schema, path, root, written)
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
      if (found === null && typeof last === 'string') return bad(`There is nothing after ${last}:.`, mendNothing(schema, path))
      return bad(
        `Expected ${EXPECTED.get(issue.expected) ?? issue.expected}, found ${show(found)}.`,
        mendType(schema, path, issue.expected, found, written(path)),
        { meant: meantType(schema, path, issue.expected, found, written(path)), kin: ofOneLanguage(schema, path, found) },
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
      // digits between quotes, where either a number or a day is allowed
      const number = decimal(String(found))
      if (number !== null && holdsAt(schema, path, Number(number)))
        return bad(`Expected a number, found ${show(found)}.`, `Write ${number}.`, { meant: Number(number) })
      const meant = meantFormat(issue.message, String(found), String(last))
      const moving = meant === null && issue.message.includes('month and day') ? feast(String(found)) : null
      if (moving !== null) return bad(`${capital(issue.message)}, found ${show(found)}.`, mendFeast(moving))
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

type Bad = (message: string, mend: string, more?: { onKey?: boolean; meant?: unknown; kin?: string | undefined }) => Described[]

/** How to write a missing text, or list of texts. */
function textShape(schema: z.core.$ZodType, path: Path): string {
  if (keysAt(schema, path).includes('nl')) return ' { nl: "…", en: "…" }'
  return keysAt(schema, [...path, 0]).includes('nl') ? ' [{ nl: "…", en: "…" }]' : ''
}

function union(schema: z.core.$ZodType, root: unknown, issue: z.core.$ZodIssueInvalidUnion, path: Path, written: Written): Described[] {
  // the branch that got furthest into the value is the one that was meant
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
  const wanted = own.flatMap((issue) => (issue.code === 'invalid_value' ? issue.values.map(String) : []))
  const word = typeof found === 'string' ? meantWord(found, wanted) : null
  return [
    {
      code: 'BAD_SHAPE',
      path,
      onKey: false,
      message: `Expected ${words.join(' or ') || 'something else'}, found ${show(found)}.`,
      mend:
        word !== null
          ? `Write ${word}.`
          : mendType(schema, path, own.find((issue) => issue.code === 'invalid_type')?.expected ?? '', found, written(path)),
      ...(word === null ? {} : { meant: word }),
    },
  ]
}

function oneOf(words: readonly string[], found: unknown, bad: Bad): Described[] {
  const message = `Expected ${listWords(words)}, found ${show(found)}.`
  const level = typeof found === 'number' ? words.filter((word) => word.replace(/^[A-Z]+/, '') === String(found)) : []
  const sure = typeof found === 'string' ? meantWord(found, words) : level.length === 1 ? (level[0] ?? null) : null
  if (sure !== null) return bad(message, `Write ${sure}.`, { meant: sure })
  const range = typeof found === 'string' ? meantRange(found, words) : null
  if (range !== null) return bad(message, `Write ${range.join(', ')}.`, { meant: range[0] })
  const near = typeof found === 'string' ? nearest(found, words) : null
  return bad(message, near ? `Did you mean ${near}?` : `Write ${listWords(words)}.`, { meant: near ?? undefined })
}

const listWords = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`
