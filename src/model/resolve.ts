import type { Finding } from './findings/finding.ts'
import { ofFile } from './findings/finding-at.ts'
import { didYouMean } from './findings/nearest.ts'
import { sortFindings } from './findings/sort-findings.ts'
import { BASE, catalogueOf } from './layers/layers.ts'
import { reporter } from './link/context.ts'
import { checkCycles } from './link/cycles.ts'
import { checkOrder } from './link/order.ts'
import { checkReasons } from './link/reasons.ts'
import { noteValues } from './link/texts/notes.ts'
import { linkCatalogue } from './link.ts'
import { resolveBibob } from './resolve/bibob.ts'
import { marked, type Resolving, resolving } from './resolve/compiler.ts'
import { resolveForm } from './resolve/forms.ts'
import { resolveAdvice, resolveCheck, resolveDocument, resolveExtra, resolveLicence } from './resolve/licences.ts'
import { resolveAliases, resolveCollections, resolveQuestion, resolveRoles, resolveTree } from './resolve/questions.ts'
import { resolveTown } from './resolve/town.ts'
import type { Layer, RuleSet } from './rule-set.ts'
import { canonicalJson } from './util/canonical-json.ts'
import type { VArea, Variant } from './variant.ts'

export interface ResolveOptions {
  /** Day the rules are asked for: notes tariffs of an earlier year, and values not given for that day. */
  readonly date?: string
  /** sha-256 in hex. The browser and Node have different ones, both outside this room; without it the hash stays empty. */
  readonly hash?: (text: string) => string
}

/** Puts the layers of a town together and compiles every expression. The variant is null when anything it rests on is wrong. */
export function resolveVariant(
  ruleSet: RuleSet,
  id: string,
  options: ResolveOptions = {},
): { variant: Variant | null; findings: Finding[] } {
  const applied = catalogueOf(ruleSet, id)
  if (!applied) return { variant: null, findings: [unknownVariant(ruleSet, id)] }
  const findings: Finding[] = [...applied.findings, ...linkCatalogue(ruleSet, applied)]
  const content = compile(resolving(ruleSet, applied, findings), id, options.hash)
  const report = reporter(ruleSet, findings)
  checkCycles(content, applied.catalogue, report)
  checkOrder(content, applied.catalogue, report)
  checkReasons(content, applied.catalogue, report)
  noteValues(ruleSet, applied, options.date, report)
  const wrong = applied.layers.some((layer) => ruleSet.broken.has(layer)) || findings.some(({ severity }) => severity === 'error')
  if (wrong) return { variant: null, findings: sortFindings(findings) }
  const hash = options.hash?.(canonicalJson(content)) ?? ''
  return { variant: { ...content, ruleSet: { ...content.ruleSet, hash } }, findings: sortFindings(findings) }
}

/** Every town, district and named area, in the order of their ids, with the postcodes it is proposed for; an area with where it lies. */
export const listVariants = (
  ruleSet: RuleSet,
): { id: string; name: string; extends: string; example: boolean; postcodes: readonly string[]; area: Layer['area'] }[] =>
  [...ruleSet.layers.values()]
    .map((layer) => ({
      id: layer.id,
      name: layer.name,
      extends: layer.extends,
      example: layer.data.example === true,
      postcodes: layer.data.postcodes ?? [],
      area: layer.area,
    }))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))

/** Ids that `resolveVariant` takes: every town, district and named area, and the base. */
export const variantIds = (ruleSet: RuleSet): string[] => [...listVariants(ruleSet).map(({ id }) => id), BASE]

function compile(context: Resolving, id: string, hash: ResolveOptions['hash']): Variant {
  const { catalogue, ruleSet } = context
  const { head } = catalogue
  return {
    id,
    name: ruleSet.layers.get(id)?.name ?? head.title.nl,
    ruleSet: { id: head.id, version: head.version, hash: '' },
    layers: context.layers,
    languages: head.languages,
    title: head.title,
    maxSteps: head.maxSteps,
    topics: catalogue.topics.map((topic) => ({ id: topic.id, label: topic.label, sensitive: topic.sensitive === true })),
    seasons: catalogue.seasons.map((season) => ({ ...marked(context, season), id: season.id, from: season.from, until: season.until })),
    questions: catalogue.questions.map((question) => resolveQuestion(context, question)),
    collections: resolveCollections(context),
    roles: resolveRoles(context),
    aliases: resolveAliases(context),
    groups: catalogue.groups,
    ...resolveTree(context),
    licences: catalogue.licences.map((licence) => resolveLicence(context, licence)),
    extras: catalogue.extras.map((extra) => resolveExtra(context, extra)),
    forms: catalogue.forms.map((form) => resolveForm(context, form)),
    checks: catalogue.checks.map((check) => resolveCheck(context, check)),
    documents: catalogue.documents.map((document) => resolveDocument(context, document)),
    advice: catalogue.advice.map((item) => resolveAdvice(context, item)),
    ...resolveTown(context),
    postcodes: context.layers.flatMap((layer) => {
      const { name, data } = ruleSet.layers.get(layer) ?? {}
      return name && data?.postcodes ? [{ name, listed: data.postcodes }] : []
    }),
    areas: areasOf(context),
    bibob: resolveBibob(context, hash),
  }
}

const areasOf = ({ ruleSet, layers }: Resolving): VArea[] =>
  [...ruleSet.layers.values()].flatMap(({ id, name, extends: below, area }) =>
    area && layers.includes(below) ? [{ id, name, ...area }] : [],
  )

function unknownVariant(ruleSet: RuleSet, id: string): Finding {
  const ids = [...ruleSet.layers.keys()]
  return ofFile(
    '',
    'error',
    'UNKNOWN_VARIANT',
    `There is no town or district ${id}.`,
    didYouMean(id, ids, `Choose one of: ${ids.join(', ')}.`),
  )
}
