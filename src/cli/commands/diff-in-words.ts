import { DIFF_WORDS } from '../../authoring/diff/vocabulary.ts'
import { propertyInWords } from '../../authoring/diff/words.ts'
import { formatDate } from '../../engine/forms/format.ts'
import type { DiffJson } from '../../model/schema/diff-json.ts'
import { addAll } from '../../model/util/add-all.ts'

type Difference = DiffJson['differences'][number]
type Outcome = NonNullable<DiffJson['outcomes']>[number]

/** A comparison as lines for people. */
export function differencesInWords({ lang, a, b, differences, outcomes }: DiffJson): string {
  const words = DIFF_WORDS[lang]
  const lines = [`A  ${a.name} [${a.id}], ${formatDate(a.date, lang)}`, `B  ${b.name} [${b.id}], ${formatDate(b.date, lang)}`]
  if (differences.length === 0) lines.push('', words.none)
  for (const [section, group] of grouped(differences)) {
    lines.push('', `${words.sections[section as keyof typeof words.sections] ?? section} (${words.differ(group.length)})`)
    for (const difference of group) addAll(lines, differenceLines(difference, lang))
  }
  if (outcomes) {
    const changed = outcomes.filter(({ changes, notUsed }) => changes.length + notUsed.a.length + notUsed.b.length > 0)
    lines.push('', words.outcomes(changed.length, outcomes.length))
    for (const outcome of outcomes) addAll(lines, outcomeLines(outcome, lang))
  }
  return lines.join('\n')
}

function differenceLines({ name, item, kind, property, a, b }: Difference, lang: DiffJson['lang']): string[] {
  const words = DIFF_WORDS[lang]
  const what = kind === 'order' ? words.order(name) : kind === 'changed' ? propertyInWords(property ?? '', lang) : words[kind]
  const title = kind === 'order' || name === '' ? what : `${name}: ${what}`
  return [`  ${title} [${item}]`, ...sideLine('A', a), ...sideLine('B', b)]

  function sideLine(letter: string, said: Difference['a']): string[] {
    if (!said) return kind === 'changed' ? [`    ${letter} ${words.nothing}`] : []
    const marks = [said.stale ? words.stale : '', said.unverified ? words.unverified : ''].filter(Boolean)
    const text = `${said.text.replace(/\s+/g, ' ')}${marks.length > 0 ? ` (${marks.join('; ')})` : ''}`
    const at = said.file ? `${said.file}:${said.line} (${said.layer})` : ''
    return [`    ${letter} ${text}${at ? `  ${at}` : ''}${said.source ? `  [${said.source}]` : ''}`]
  }
}

function outcomeLines({ file, notUsed, changes }: Outcome, lang: DiffJson['lang']): string[] {
  const words = DIFF_WORDS[lang]
  const unused = ([letter, paths]: readonly [string, readonly string[]]): string[] =>
    paths.length === 0 ? [] : [`  ${words.notUsed(letter, paths.length)}: ${paths.join(', ')}`]
  const told = alike(changes).map(
    ([{ what, a, b }, names]) =>
      `  ${words.outcome[what]}${names === words.outcome[what] ? '' : ` ${names}`}: ${a ?? words.nothing} → ${b ?? words.nothing}`,
  )
  const lines = [...unused(['A', notUsed.a]), ...unused(['B', notUsed.b]), ...told]
  return ['', file, ...(lines.length > 0 ? lines : [`  ${words.sameOutcome}`])]
}

/** By section, in the order in which the sections come. */
function grouped(differences: readonly Difference[]): Map<string, Difference[]> {
  const groups = new Map<string, Difference[]>()
  for (const difference of differences) groups.set(difference.section, [...(groups.get(difference.section) ?? []), difference])
  return groups
}

/** What changed from the same to the same is one line: seven nights, ten questions. */
function alike(changes: Outcome['changes']): [Outcome['changes'][number], string][] {
  const groups = new Map<string, Outcome['changes']>()
  for (const change of changes) {
    const key = [change.what, change.a, change.b].join('\n')
    groups.set(key, [...(groups.get(key) ?? []), change])
  }
  return [...groups.values()].flatMap((group) => (group[0] ? [[group[0], [...new Set(group.map(({ name }) => name))].join('; ')]] : []))
}
