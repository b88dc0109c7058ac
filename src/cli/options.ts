import { parseArgs } from 'node:util'
import { closest } from 'fastest-levenshtein'
import type { Lang } from '../model/lang.ts'
import { IsoDate } from '../model/schema/common.ts'
import { messageOf } from '../model/util/message-of.ts'
import { WrongUse } from './terminal.ts'

const OPTIONS = {
  answers: { type: 'string' },
  'answers-dir': { type: 'string' },
  variant: { type: 'string' },
  from: { type: 'string' },
  write: { type: 'boolean' },
  date: { type: 'string' },
  lang: { type: 'string' },
  rules: { type: 'string' },
  out: { type: 'string' },
  format: { type: 'string' },
  json: { type: 'boolean' },
  set: { type: 'boolean' },
  'english-lines': { type: 'boolean' },
  strict: { type: 'boolean' },
  only: { type: 'boolean' },
  reference: { type: 'string' },
  'password-file': { type: 'string' },
  // its former name
  kenmerk: { type: 'string' },
  threads: { type: 'string' },
  help: { type: 'boolean' },
} as const
type Name = keyof typeof OPTIONS

export interface Options {
  readonly positionals: readonly string[]
  readonly answers?: string
  readonly answersDir?: string
  readonly variant?: string
  /** A folder, or a git revision. */
  readonly from?: string
  readonly date?: string
  readonly lang: Lang
  readonly rules?: string
  readonly out?: string
  readonly format?: string
  readonly json: boolean
  readonly set: boolean
  readonly strict: boolean
  readonly englishLines: boolean
  readonly only: boolean
  readonly write: boolean
  readonly reference?: string
  readonly passwordFile?: string
  readonly threads?: number
}

/** Parses the options of a command; any other option is wrong use, reported with the likeliest one. */
export function readOptions(args: readonly string[], allowed: readonly Name[]): Options {
  const names: readonly Name[] = [...allowed, 'rules', 'lang', 'date', 'json']
  for (const arg of args) {
    const name = /^--([^=]+)/.exec(arg)?.[1]
    if (name !== undefined && !names.some((known) => known === name))
      throw new WrongUse(`there is no option --${name} here. Did you mean --${closest(name, [...names])}?`)
  }
  let parsed: { values: Partial<Record<Name, string | boolean>>; positionals: string[] }
  try {
    parsed = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true, strict: true })
  } catch (error) {
    throw new WrongUse(messageOf(error))
  }
  const { values, positionals } = parsed
  const text = (name: Name): string | undefined => (typeof values[name] === 'string' ? values[name] : undefined)
  const lang = text('lang') ?? 'nl'
  if (lang !== 'nl' && lang !== 'en') throw new WrongUse(`--lang takes nl or en, not "${lang}".`)
  const date = text('date')
  if (date !== undefined && !IsoDate.safeParse(date).success)
    throw new WrongUse(`--date takes a day that exists, such as 2026-05-01, not "${date}".`)
  const threads = text('threads')
  if (threads !== undefined && !/^[1-9]\d?$/.test(threads)) throw new WrongUse(`--threads takes a number from 1 to 99, not "${threads}".`)
  const given = {
    answers: text('answers'),
    answersDir: text('answers-dir'),
    variant: text('variant'),
    from: text('from'),
    date,
    rules: text('rules'),
    out: text('out'),
    format: text('format'),
    reference: text('reference') ?? text('kenmerk'),
    passwordFile: text('password-file'),
  }
  const strings = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Partial<
    Record<keyof typeof given, string>
  >
  return {
    positionals,
    lang,
    json: values.json === true,
    set: values.set === true,
    strict: values.strict === true,
    englishLines: values['english-lines'] === true,
    only: values.only === true,
    write: values.write === true,
    ...strings,
    ...(threads !== undefined && { threads: Number(threads) }),
  }
}

export function required(value: string | undefined, what: string): string {
  if (value === undefined || value === '') throw new WrongUse(`${what} is missing.`)
  return value
}
