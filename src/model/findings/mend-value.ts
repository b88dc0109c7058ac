import type { z } from 'zod'
import { fitsAt, formatsAt, isOptionalAt, keysAt, wordsAt } from '../files/schema-at.ts'
import type { Path } from '../files/source.ts'
import { isPlain, shortly } from './found-value.ts'
import { feast, figure, inYaml, meantFormat, meantRange, meantWord, yesNoOf } from './meant.ts'

/** Names of value types in messages. */
export const EXPECTED: ReadonlyMap<string, string> = new Map([
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
/** The value that was certainly meant by one of another type; undefined when uncertain. */
export function meantType(schema: z.core.$ZodType, path: Path, expected: string, found: unknown, written: string | null): unknown {
  if ((expected === 'number' || expected === 'int') && typeof found === 'string') {
    const number = figure(found)
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

/** `fri, sat` and `9998` where a list of words is expected: that list. null: not a list of words, or not such words. */
function meantList(schema: z.core.$ZodType, path: Path, found: unknown, written: string | null): string[] | null {
  if (!isPlain(found)) return null
  const words = wordsAt(schema, [...path, 0])
  const text = written ?? String(found)
  if (words.length === 0 && !fitsAt(schema, [...path, 0], text) && keysAt(schema, [...path, 0]).length > 0) return null
  const parts = text.split(words.length > 0 ? /\s*[,;]\s*|\s+(?:en|and)\s+/ : /\s*[,;]\s*/).filter((part) => part !== '')
  return parts.flatMap((part) => meantRange(part, words) ?? [meantWord(part, words) ?? part])
}

/** How to mend a value of the wrong type. */
export function mendType(schema: z.core.$ZodType, path: Path, expected: string, found: unknown, written: string | null): string {
  if ((expected === 'number' || expected === 'int') && typeof found === 'string') {
    const number = figure(found)
    const named = path.at(-1) === 'afterEaster' ? feast(found) : null
    if (named !== null) return mendFeast(named)
    return number ? `Write ${number}.` : 'Write a number: digits, with a dot before decimals.'
  }
  if (expected === 'boolean' && typeof found === 'string' && yesNoOf(found) !== null) return `Write ${yesNoOf(found)}.`
  if (expected === 'string' && (typeof found === 'number' || typeof found === 'boolean')) {
    // what YAML read differs from what was written: 02.00 is 2, and 0401234567 lost its leading zero
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
  const named = keys.includes('afterEaster') && typeof found === 'string' ? feast(found) : null
  if (named !== null) return mendFeast(named)
  const one = ofOneLanguage(schema, path, found)
  if (one !== undefined) return `Write ${one}.`
  if (keys.includes('nl') && typeof found === 'string') return `Write both languages: { nl: "${found}", en: "…" }.`
  return keys.length > 0
    ? `Write a map with the keys ${keys.slice(0, 8).join(', ')}.`
    : `Write ${EXPECTED.get(expected) ?? 'another value'}.`
}

/** How the nights of a feast are written. */
export const mendFeast = (named: NonNullable<ReturnType<typeof feast>>): string =>
  `Write yearly: { ${Object.entries(named)
    .map(([key, value]) => `${key}: ${value}`)
    .join(', ')} }.`

/** For a word without a language, where one language is enough: how it should read. */
export const ofOneLanguage = (schema: z.core.$ZodType, path: Path, found: unknown): string | undefined =>
  typeof found === 'string' && keysAt(schema, path).includes('nl') && isOptionalAt(schema, [...path, 'nl'])
    ? `${String(path.at(-1))}: { nl: ${found} }`
    : undefined

/** For an empty source. */
export const NO_SOURCE = 'Write the article, or the address where you read it. Did nobody look? Then write unverified: true in its place.'

/** For a key without a value. */
export function mendNothing(schema: z.core.$ZodType, path: Path): string {
  const key = String(path.at(-1))
  if (key === 'source' && keysAt(schema, path.slice(0, -1)).includes('unverified')) return NO_SOURCE
  return isOptionalAt(schema, path) ? 'Fill it in, or remove this line.' : 'Write it.'
}

/** How to mend a value that one of our own refinements refused. */
export function mendOther(message: string, found: unknown): string {
  const [, from, until] = (typeof found === 'string' ? /^(\d{4})-(\d{4})$/.exec(found) : null) ?? []
  if (from !== undefined && until !== undefined) return `Write ${until}-${from}.`
  const [, inside] = (typeof found === 'string' ? /^\/(.+)\/[a-z]*$/.exec(found) : null) ?? []
  if (inside !== undefined && message.includes('regular expression')) return `Write ${inYaml(inside)}.`
  if (message.includes('on this side')) return 'Write the other side, or take side: out.'
  if (message.includes('becomes other')) return 'Write the properties that change, or remove this change.'
  const example = /such as (\S+)$/.exec(message)?.[1]
  if (example !== undefined) return `Write it like ${example}.`
  return message.includes('before') ? 'Write the lower one behind from: and the higher one behind until:.' : 'Write it as the message says.'
}

/** How to mend a text in the wrong format.
 * @param message what the schema expects */
export function mendFormat(message: string, meant: ReturnType<typeof meantFormat>): string {
  const example = /(?:such as|as) ([^,]+)/.exec(message)?.[1]
  if (meant === 'noSuchDay') return `There is no such day. Write a day of the calendar, like ${example ?? '2026-01-31'}.`
  if (meant !== null) return `Write ${inYaml(meant.write)}.`
  return example ? `Write it like ${inYaml(example)}.` : 'Write it as the message says.'
}
