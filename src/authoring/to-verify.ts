import type { Catalogue } from '../model/catalogue.ts'
import type { Finding } from '../model/findings/finding.ts'
import type { Lang } from '../model/lang.ts'
import type { Text } from '../model/schema/common.ts'
import { inPeriods } from './diff/dated.ts'
import { foundIn } from './new/found-in.ts'

/** A note with its context, for readers who do not know the ids: what it is about, what holds until then, and where that is usually found. */
export interface NoteToVerify extends Finding {
  readonly about: Text | null
}

export interface ToVerify {
  /** Values and texts in the files of the municipality that nobody verified against their source, or that are unknown. */
  readonly own: readonly NoteToVerify[]
  /** Values of the base (`town.…`) that nobody verified, or knows, for this town. */
  readonly ofBase: readonly NoteToVerify[]
}

/** What still has to be looked up for one town: the notes on it (UNVERIFIED, UNKNOWN_VALUE, STALE), each with its place and how to resolve it.
 * @param catalogue what is in force in the town */
export function toVerify(findings: readonly Finding[], variant: string, catalogue: Catalogue): ToVerify {
  const { own, ofBase } = notesOn(findings, variant)
  const told = (finding: Finding): NoteToVerify => ({ ...finding, about: aboutOf(finding, catalogue) })
  return { own: own.map(told), ofBase: ofBase.map(told) }
}

/** The same notes without their context: of a whole country they are only counted. */
export function notesOn(findings: readonly Finding[], variant: string): { readonly [of in keyof ToVerify]: readonly Finding[] } {
  const folder = `rules/municipalities/${variant.split('/')[0]}/`
  const notes = findings.filter(({ severity }) => severity === 'note')
  return {
    own: notes.filter(({ file }) => file.startsWith(folder)),
    ofBase: notes.filter(({ file, path }) => !file.startsWith(folder) && path.startsWith('parameters')),
  }
}

const WORDS = {
  nl: { now: (value: string) => ` Nu: ${value}.`, found: (where: string) => ` Meestal te vinden in: ${where}.` },
  en: { now: (value: string) => ` Now: ${value}.`, found: (where: string) => ` Mostly found in: ${where}.` },
} as const

/** `Tot en met zoveel slapers geldt die vrijstelling. Nu: 5. Meestal te vinden in: APV.` */
function aboutOf({ message }: Finding, catalogue: Catalogue): Text | null {
  const id = /\b(?:value of|its own|amount of) ([\w.]+\w)/.exec(message)?.[1]
  const parameter = catalogue.parameters.find((each) => each.id === id)
  const item = parameter ?? catalogue.fees.find((each) => each.id === id)
  if (!item) return null
  const where = parameter ? foundIn(catalogue, parameter) : (item.foundIn ?? null)
  const isKnown = parameter?.values.some(({ value }) => value !== null) ?? false
  const say = (lang: Lang): string => {
    const options = new Map(parameter?.options?.map((option) => [option.id, option.label[lang]]))
    const said = parameter && isKnown ? inPeriods(lang, withOptions(parameter, options), 'values') : null
    return [
      ended(item.label[lang]),
      said === null ? '' : WORDS[lang].now(said),
      where === null ? '' : WORDS[lang].found(where[lang].replace(/\.$/, '')),
    ].join('')
  }
  return { nl: say('nl'), en: say('en') }
}

/** Chosen values, by the labels of their options. */
const withOptions = (parameter: Catalogue['parameters'][number], options: ReadonlyMap<string, string>): object => ({
  ...parameter,
  values: parameter.values.map((entry) => ({ ...entry, value: options.get(String(entry.value)) ?? entry.value })),
})

const ended = (text: string): string => (/[.?!]$/.test(text) ? text : `${text}.`)
