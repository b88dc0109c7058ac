import type { Lang } from '../../model/lang.ts'
import { BASE } from '../../model/layers/base.ts'
import { loadRuleSet } from '../../model/load.ts'
import { variantIds } from '../../model/resolve.ts'
import type { DiffJson } from '../../model/schema/diff-json.ts'
import { type Rules, soundVariant } from '../../model/sound-variant.ts'
import { type ComparedSide, compareVersions } from '../compare/compare-versions.ts'
import { changedOf, differenceTitle, groupedBySection, outcomeChanges, populationInWords } from '../compare/diff-in-words.ts'
import { DIFF_WORDS } from '../diff/vocabulary.ts'
import { sectionInWords } from '../diff/words.ts'
import type { Judgement } from './judge-town.ts'

/** What differs from what the site ships, for a municipality or one of its districts. */
export interface ComparedTown {
  readonly id: string
  readonly name: string
  /** What it is compared with: itself as on the site, or what it refines. */
  readonly with: 'itself' | 'municipality' | 'base'
  readonly date: string
  /** In the language that was asked for. */
  readonly sections: readonly {
    readonly title: string
    readonly rows: readonly { readonly what: string; readonly was: string; readonly becomes: string }[]
  }[]
  /** Examples with another outcome, each with a line per change. */
  readonly outcomes: readonly { readonly file: string; readonly lines: readonly string[] }[]
  /** What changes for made-up businesses; null: nothing. */
  readonly businesses: ReturnType<typeof populationInWords> | null
}

export interface TownChanges {
  /** Whether the site ships this municipality. */
  readonly isShipped: boolean
  /** Each one that differs; a district lists only what its municipality does not. */
  readonly towns: readonly ComparedTown[]
  /** Districts and areas that the site has and these files lack. */
  readonly gone: readonly { readonly id: string; readonly name: string }[]
}

/** What these files change compared with what the site ships, as `horeca1 diff` says it; for a new municipality, where it departs from the base.
 * null: these files have errors, or those that are shipped do.
 * @param shipped every file of the site's rules with those of this municipality; null: the site ships none of that name */
export function compareTown(
  { judged: { town }, rules, resolve }: Judgement,
  shipped: ReadonlyMap<string, string> | null,
  options: { readonly date: string; readonly lang: Lang },
): TownChanges | null {
  const before: Rules = shipped ? { files: shipped, ...loadRuleSet(shipped) } : rules
  if (!rules.ruleSet || !before.ruleSet) return null
  const idsIn = ({ ruleSet }: Rules): string[] =>
    (ruleSet ? variantIds(ruleSet) : []).filter((id) => id === town || id.startsWith(`${town}/`))
  const known = new Set(shipped ? idsIn(before) : [])
  const sideOf = (of: Rules, id: string): ComparedSide | null => {
    const { variant } = soundVariant(of, (ruleSet) => resolve(ruleSet, id))
    return variant && of.ruleSet ? { ruleSet: of.ruleSet, variant, date: options.date, dated: true } : null
  }
  const told = new Set<string>()
  const towns: ComparedTown[] = []
  for (const id of [town, ...idsIn(rules).filter((each) => each !== town)]) {
    const against = known.has(id) ? 'itself' : id === town ? 'base' : 'municipality'
    const [a, b] = [sideOf(before, against === 'itself' ? id : against === 'base' ? BASE : town), sideOf(rules, id)]
    if (!a || !b) return null
    const { differences, population, outcomes, date } = compareVersions(a, b, rules.files, {
      lang: options.lang,
      dated: a.ruleSet === b.ruleSet,
      businesses: id === town,
    })
    const fresh = differences.filter((difference) => !told.has(keyOf(difference)))
    if (id === town) for (const difference of differences) told.add(keyOf(difference))
    const changed = changedOf(outcomes ?? [])
    const isFelt = population !== null && population.changed > 0
    if (fresh.length === 0 && changed.length === 0 && !isFelt) continue
    towns.push({
      id,
      name: b.variant.name,
      with: against,
      date,
      sections: sectionsOf(fresh, options.lang),
      outcomes: changed.map(({ file, changes }) => ({ file, lines: outcomeChanges(changes, options.lang) })),
      businesses: isFelt ? populationInWords(population, options.lang) : null,
    })
  }
  const own = new Set(idsIn(rules))
  const gone = [...known].filter((id) => !own.has(id)).map((id) => ({ id, name: before.ruleSet?.layers.get(id)?.name ?? id }))
  return { isShipped: shipped !== null, towns, gone }
}

function sectionsOf(differences: DiffJson['differences'], lang: Lang): ComparedTown['sections'] {
  const words = DIFF_WORDS[lang]
  return [...groupedBySection(differences)].map(([section, group]) => ({
    title: `${sectionInWords(section, lang)} (${words.differ(group.length)})`,
    rows: group.map((difference) => ({
      what: differenceTitle(difference, lang, true),
      was: difference.a?.text ?? words.nothing,
      becomes: difference.b?.text ?? words.nothing,
    })),
  }))
}

const keyOf = ({ section, item, property, kind, a, b }: DiffJson['differences'][number]): string =>
  JSON.stringify([section, item, property, kind, a?.text, b?.text])
