import { formatCents, formatDate } from '../../engine/forms/format.ts'
import type { DiffJson } from '../../model/schema/diff-json.ts'
import { addAll } from '../../model/util/add-all.ts'
import { DIFF_WORDS } from '../diff/vocabulary.ts'
import { propertyInWords, sectionInWords } from '../diff/words.ts'

type Difference = DiffJson['differences'][number]
type Outcome = NonNullable<DiffJson['outcomes']>[number]
type Population = NonNullable<DiffJson['population']>

/** Maximum number of changes of the made-up businesses that are listed: those that concern most of them. */
const MOST_CHANGES = 40

/** A comparison as lines of text. Between two versions, the sides are called "was" and "wordt". */
export function differencesInWords({ lang, a, b, differences, outcomes, population }: DiffJson): string {
  const words = DIFF_WORDS[lang]
  const sides = words.sides[a.from === null ? 'towns' : 'versions']
  const [left, right] = sides
  const width = Math.max(left.length, right.length)
  const when = (side: DiffJson['a']): string =>
    a.from === null ? formatDate(side.date, lang) : side.from === null ? words.now : words.before(side.from)
  const lines = [
    `${left.padEnd(width)}  ${a.name} [${a.id}], ${when(a)}`,
    `${right.padEnd(width)}  ${b.name} [${b.id}], ${when(b)}`,
    ...(a.from === null ? [] : [words.on(formatDate(b.date, lang))]),
  ]
  if (differences.length === 0) lines.push('', words.none)
  for (const [section, group] of groupedBySection(differences)) {
    lines.push('', `${sectionInWords(section, lang)} (${words.differ(group.length)})`)
    for (const difference of group) addAll(lines, differenceLines(difference, lang, sides, a.from !== null))
  }
  if (outcomes && differences.length + changedOf(outcomes).length > 0) {
    const changed = changedOf(outcomes).length
    if (a.from === null) lines.push('', words.outcomes(changed, outcomes.length))
    else lines.push('', outcomes.length === 0 ? words.noExamples : words.examples(changed, outcomes.length))
    // between two versions only changes are worth a line
    for (const outcome of a.from === null ? outcomes : changedOf(outcomes)) addAll(lines, outcomeLines(outcome, lang, sides))
  }
  if (population && (differences.length > 0 || population.changed > 0)) addAll(lines, populationLines(population, lang))
  return lines.join('\n')
}

/** Answer files with any difference. */
export const changedOf = (outcomes: readonly Outcome[]): Outcome[] =>
  outcomes.filter(({ changes, notUsed }) => changes.length + notUsed.a.length + notUsed.b.length > 0)

/** What differs: `Leges terras: bedrag`. */
export function differenceTitle(
  { name, kind, property }: Pick<Difference, 'name' | 'kind' | 'property'>,
  lang: DiffJson['lang'],
  areVersions: boolean,
): string {
  const words = DIFF_WORDS[lang]
  const only = areVersions ? { onlyA: words.goneNow, onlyB: words.newNow } : words
  const what = kind === 'order' ? words.order(name) : kind === 'changed' ? propertyInWords(property ?? '', lang) : only[kind]
  return kind === 'order' || name === '' ? what : `${name}: ${what}`
}

function differenceLines(
  { name, item, kind, property, a, b }: Difference,
  lang: DiffJson['lang'],
  [left, right]: readonly [string, string],
  areVersions: boolean,
): string[] {
  const words = DIFF_WORDS[lang]
  const title = differenceTitle({ name, kind, property }, lang, areVersions)
  return [`  ${title} [${item}]`, ...sideLine(left, a), ...sideLine(right, b)]

  function sideLine(side: string, said: Difference['a']): string[] {
    const letter = side.padEnd(Math.max(left.length, right.length))
    if (!said) return kind === 'changed' ? [`    ${letter} ${words.nothing}`] : []
    const marks = [said.stale ? words.stale : '', said.unverified ? words.unverified : ''].filter(Boolean)
    const text = `${said.text.replace(/\s+/g, ' ')}${marks.length > 0 ? ` (${marks.join('; ')})` : ''}`
    const at = said.file ? `${said.file}:${said.line} (${said.layer})` : ''
    return [`    ${letter} ${text}${at ? `  ${at}` : ''}${said.source ? `  [${said.source}]` : ''}`]
  }
}

function outcomeLines({ file, notUsed, changes }: Outcome, lang: DiffJson['lang'], [left, right]: readonly [string, string]): string[] {
  const words = DIFF_WORDS[lang]
  const unused = ([letter, paths]: readonly [string, readonly string[]]): string[] =>
    paths.length === 0 ? [] : [`  ${words.notUsed(letter, paths.length)}: ${paths.join(', ')}`]
  const told = outcomeChanges(changes, lang).map((line) => `  ${line}`)
  const lines = [...unused([left, notUsed.a]), ...unused([right, notUsed.b]), ...told]
  return ['', file, ...(lines.length > 0 ? lines : [`  ${words.sameOutcome}`])]
}

/** What differs for one business, one line each: `leges 10,00 → 12,00`. */
export const outcomeChanges = (changes: Outcome['changes'], lang: DiffJson['lang']): string[] =>
  alike(changes).map(([change, names]) => changeInWords(change, names, lang))

const changeInWords = (change: Outcome['changes'][number], names: string, lang: DiffJson['lang']): string =>
  `${titleOf(change, names, lang)}: ${change.a ?? DIFF_WORDS[lang].nothing} → ${change.b ?? DIFF_WORDS[lang].nothing}`

function titleOf({ what }: Pick<Outcome['changes'][number], 'what'>, names: string, lang: DiffJson['lang']): string {
  const word = DIFF_WORDS[lang].outcome[what]
  return `${word}${names === word ? '' : ` ${names}`}`
}

/** What changes for which of the made-up businesses, most widespread first. */
export function populationInWords(
  { businesses, changed, once, yearly, changes }: Population,
  lang: DiffJson['lang'],
): {
  readonly short: string
  readonly totals: readonly string[]
  readonly changes: readonly { readonly what: string; readonly whom: string }[]
  /** null: all are listed. */
  readonly rest: string | null
} {
  const words = DIFF_WORDS[lang]
  const totals: string[] = []
  for (const [what, sums] of [
    ['feeTotal', once],
    ['feeYearly', yearly],
  ] as const)
    for (const direction of ['higher', 'lower'] as const) {
      const paying = sums[direction]
      if (!paying) continue
      const { leastCents, mostCents } = paying
      const range = [...new Set([formatCents(leastCents, lang), formatCents(mostCents, lang)])].join(` ${words.to} `)
      totals.push(`${words.outcome[what]}: ${words[direction === 'higher' ? 'more' : 'less'](paying.businesses, range)}`)
    }
  const told = changes.toSorted((one, other) => other.businesses - one.businesses)
  return {
    short: words.businesses(changed, businesses),
    totals,
    changes: told.slice(0, MOST_CHANGES).map((change) => {
      const answers = change.who.map(({ question, answer }) => `${question} ${answer}`).join('; ')
      const count = change.businesses === businesses ? words.forAll : words.forSome(change.businesses)
      return {
        what: changeInWords(change, change.name, lang),
        whom: `${count}${answers === '' ? '' : `, ${change.exactly ? words.exactly : words.all}: ${answers}`}`,
      }
    }),
    rest: told.length > MOST_CHANGES ? words.rest(told.length - MOST_CHANGES) : null,
  }
}

function populationLines(population: Population, lang: DiffJson['lang']): string[] {
  const { short, totals, changes, rest } = populationInWords(population, lang)
  return [
    '',
    short,
    ...totals.map((line) => `  ${line}`),
    ...changes.flatMap(({ what, whom }) => [`  ${what}`, `    ${whom}`]),
    ...(rest === null ? [] : [`  ${rest}`]),
  ]
}

/** Grouped by section, in order of appearance. */
export function groupedBySection(differences: readonly Difference[]): Map<string, Difference[]> {
  const groups = new Map<string, Difference[]>()
  for (const difference of differences) groups.set(difference.section, [...(groups.get(difference.section) ?? []), difference])
  return groups
}

/** The same change from and to the same value is one line: seven nights, ten questions. */
function alike(changes: Outcome['changes']): [Outcome['changes'][number], string][] {
  const groups = new Map<string, Outcome['changes']>()
  for (const change of changes) {
    const key = [change.what, change.a, change.b].join('\n')
    groups.set(key, [...(groups.get(key) ?? []), change])
  }
  return [...groups.values()].flatMap((group) => (group[0] ? [[group[0], [...new Set(group.map(({ name }) => name))].join('; ')]] : []))
}
