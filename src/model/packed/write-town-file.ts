import type { Finding } from '../findings/finding.ts'
import { languagesOf } from '../languages/check-languages.ts'
import { ofBothLanguages, ofTownFile } from '../languages/language-chunk.ts'
import { BASE } from '../layers/base.ts'
import { listVariants, type resolveVariant } from '../resolve.ts'
import type { RuleSet } from '../rule-set.ts'
import { type Rules, soundVariant } from '../sound-variant.ts'
import type { Variant } from '../variant.ts'
import { type BasePack, packBase, packVariant } from './pack.ts'
import type { TownFile } from './town-file.ts'

/** Identifies the base of a diff: its rules and texts, in the shape that the program gives them. */
export const baseDigest = ({ packed, en }: Pick<BasePack, 'packed' | 'en'>, sha256: (text: string) => string): string =>
  sha256(JSON.stringify([packed, en])).slice(0, 32)

/** Makes `town.json`: a municipality and its districts and areas, each as a diff against the base. Returns the findings instead when the rules are invalid.
 * @param resolve resolves a variant; callers that make many pass a caching one */
export function writeTownFile(
  rules: Rules,
  id: string,
  how: {
    readonly resolve: (ruleSet: RuleSet, id: string) => ReturnType<typeof resolveVariant>
    readonly sha256: (text: string) => string
    /** Whether the site offers only these towns. */
    readonly only: boolean
  },
): { readonly file: TownFile; readonly variants: readonly Variant[] } | { readonly findings: readonly Finding[] } {
  const places = rules.ruleSet ? listVariants(rules.ruleSet).filter((place) => place.id === id || place.id.startsWith(`${id}/`)) : []
  const found: Variant[] = []
  for (const name of [BASE, id, ...places.flatMap((place) => (place.id === id ? [] : [place.id]))]) {
    const { variant, findings } = soundVariant(rules, (ruleSet) => how.resolve(ruleSet, name))
    if (!variant) return { findings }
    found.push(variant)
  }
  const [base, ...variants] = found
  if (!base) return { findings: rules.findings }
  const pack = packBase(base)
  const languages = rules.ruleSet ? languagesOf(rules.ruleSet) : []
  const file: TownFile = {
    schema: 1,
    base: baseDigest(pack, how.sha256),
    only: how.only,
    towns: variants.flatMap((variant) => {
      const place = places.find((each) => each.id === variant.id)
      if (!place) return []
      const { postcode, street } = variant.names.premises
      const { packed, en } = packVariant(variant, pack)
      const spoken = languages.map((language) => [language.tag, ofTownFile(language, { nl: packed.nl, en })] as const)
      const both = languages.map((language) => [language.tag, ofBothLanguages(language, variant, base)] as const)
      return [
        {
          place: { ...place, address: { postcode, street } },
          packed,
          words: en,
          // translations of the town's own texts; without language files the property is absent
          ...(spoken.length > 0 && { languages: Object.fromEntries(spoken) }),
          ...(both.some(([, texts]) => texts.length > 0) && { bothLanguages: Object.fromEntries(both) }),
        },
      ]
    }),
  }
  return { file, variants }
}

/** `town.json` of a site that has only the towns it was built with. */
export const NO_TOWNS: TownFile = { schema: 1, base: '', only: false, towns: [] }

/** The PDFs that forms of these towns are filled in on, each once. */
export const officialsOf = (variants: readonly Variant[]): NonNullable<Variant['forms'][number]['official']>[] => [
  ...new Map(
    variants.flatMap(({ forms }) => forms.flatMap(({ official }) => (official ? [[official.digest, official] as const] : []))),
  ).values(),
]
