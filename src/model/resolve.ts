import type { Catalogue } from './catalogue.ts'
import { changesOf, overTime } from './dated/variant-on.ts'
import type { Finding } from './findings/finding.ts'
import { ofFile } from './findings/finding-at.ts'
import { didYouMean } from './findings/nearest.ts'
import { sortFindings } from './findings/sort-findings.ts'
import { gatherStillNamed } from './findings/still-named.ts'
import { notAsked } from './layers/asked.ts'
import { BASE } from './layers/base.ts'
import { catalogueOf, wholeBase } from './layers/layers.ts'
import { reporter, reporterAt } from './link/context.ts'
import { checkAttachedReads } from './link/forms/attached-reads.ts'
import { checkElements, type JudgedElement, judgeElements } from './link/forms/elements.ts'
import { checkReasons } from './link/forms/reasons.ts'
import { checkDuties } from './link/licences/duties.ts'
import { checkLicenceReads } from './link/licences/licence-reads.ts'
import { checkVerdictRules } from './link/licences/verdict-rules.ts'
import { checkOrder } from './link/questions/order.ts'
import { checkCycles } from './link/references/cycles.ts'
import { noteValues } from './link/texts/notes.ts'
import { checkHiddenPeriods } from './link/town/periods.ts'
import { checkTownValues } from './link/town/town-values.ts'
import { linkCatalogue } from './link.ts'
import { resolveBibob } from './resolve/bibob.ts'
import { marked } from './resolve/compiler.ts'
import { resolveElements } from './resolve/elements.ts'
import { resolveForm } from './resolve/forms.ts'
import { resolveAdvice, resolveCheck, resolveDelay, resolveDocument, resolveExtra, resolveLicence } from './resolve/licences.ts'
import { resolveAliases, resolveCollections, resolveQuestion, resolveRoles, resolveTree } from './resolve/questions.ts'
import { type Resolving, resolving } from './resolve/resolving.ts'
import { watched } from './resolve/shared.ts'
import { compileTextCases } from './resolve/text-cases.ts'
import { resolveTown } from './resolve/town.ts'
import type { Layer, RuleSet } from './rule-set.ts'
import { usedFacts } from './used-facts.ts'
import { canonicalJson } from './util/canonical-json.ts'
import { listsOf } from './util/once-for.ts'
import type { ResolvedArea, Variant } from './variant.ts'

export interface ResolveOptions {
  /** The day of the request: adds notes about tariffs of an earlier year, and values not given for that day. */
  readonly date?: string
  /** SHA-256 in hex, injected as the browser and Node have different implementations; without it the hash stays empty. */
  readonly hash?: (text: string) => string
  /** For the base: with every box that a town might ask. */
  readonly whole?: boolean
}

/** Merges the layers of a town and compiles every expression. The variant is null when anything it depends on is wrong. One whose forms lack what the law
 * requires is still returned, so that it can be inspected and counted; to ship a variant, require that it has no errors. */
export function resolveVariant(
  ruleSet: RuleSet,
  id: string,
  options: ResolveOptions = {},
): { variant: Variant | null; findings: Finding[] } {
  const applied = options.whole === true && id === BASE ? wholeBase(ruleSet) : catalogueOf(ruleSet, id)
  if (!applied) return { variant: null, findings: [unknownVariant(ruleSet, id)] }
  const findings: Finding[] = [...applied.findings, ...linkCatalogue(ruleSet, applied)]
  const context = watched(resolving(ruleSet, applied, findings))
  const idle = notAsked(context).map((form) => resolveForm(context, form))
  const content = onlyUsefulSteps(compile(context, id, options.hash), idle)
  const report = reporter(ruleSet, findings)
  // what the law requires must be met in every period
  const elements = resolveElements(context)
  for (const held of overTime(content))
    checkElements(judgeElements(elements, held, applied.removed), applied, ruleSet.base, report, reporterAt(findings))
  checkCycles(content, applied.catalogue, report, ruleSet.provenance)
  checkOrder(content, applied.catalogue, report)
  checkReasons(content, applied.catalogue, report)
  checkLicenceReads(content, applied.catalogue, report)
  checkAttachedReads(content, applied.catalogue, report)
  checkDuties(content, applied.catalogue, report)
  checkVerdictRules(content, idle, applied.catalogue, report)
  checkTownValues({ ...content, forms: [...content.forms, ...idle] }, applied.catalogue, report, ruleSet.provenance)
  noteValues(ruleSet, applied, options.date, findings)
  const below = ruleSet.layers.get(id)?.extends
  if (options.date !== undefined && below !== undefined)
    checkHiddenPeriods(ruleSet, applied, catalogueOf(ruleSet, below), options.date, report)
  const wrong = applied.layers.some((layer) => ruleSet.broken.has(layer)) || findings.some(isBroken)
  const told = sortFindings(gatherStillNamed(findings))
  if (wrong) return { variant: null, findings: told }
  const hash = options.hash?.(canonicalJson(content, writtenItems)) ?? ''
  return { variant: { ...content, ruleSet: { ...content.ruleSet, hash } }, findings: told }
}

/** Memoised per item, as towns share most items. */
const writtenItems = new WeakMap<object, string>()

const isBroken = ({ severity, code }: Finding): boolean => severity === 'error' && code !== 'ELEMENT_UNCOVERED'

/** Checks what the law requires in an application against the forms of a variant, which was resolved from the same rule set. */
export function statutoryElements(ruleSet: RuleSet, variant: Variant): JudgedElement[] {
  const applied = catalogueOf(ruleSet, variant.id)
  return applied ? judgeElements(resolveElements(resolving(ruleSet, applied, [])), variant, applied.removed) : []
}

/** Every town, district and named area, sorted by id, with the postcodes it is suggested for; an area also with where it lies. */
export const listVariants = (
  ruleSet: RuleSet,
): {
  id: string
  name: string
  extends: string
  example: boolean
  /** The municipality itself offers the site. */
  ofTown: boolean
  postcodes: readonly string[]
  area: Layer['area']
}[] =>
  [...ruleSet.layers.values()]
    .map((layer) => ({
      id: layer.id,
      name: layer.name,
      extends: layer.extends,
      example: layer.data.example === true,
      ofTown: catalogueOf(ruleSet, layer.id)?.catalogue.branding?.ofTown === true,
      postcodes: layer.data.postcodes ?? [],
      area: layer.area,
    }))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))

/** Ids that `resolveVariant` accepts: every town, district and named area, and the base. */
export const variantIds = (ruleSet: RuleSet): string[] => [...listVariants(ruleSet).map(({ id }) => id), BASE]

function compile(context: Resolving, id: string, hash: ResolveOptions['hash']): Variant {
  const { catalogue, ruleSet } = context
  const { head } = catalogue
  const content: Omit<Variant, 'changesOn' | 'textCases'> = {
    id,
    name: ruleSet.layers.get(id)?.name ?? head.title.nl,
    ruleSet: { id: head.id, version: head.version, hash: '' },
    layers: context.layers,
    languages: head.languages,
    title: head.title,
    maxSteps: head.maxSteps,
    topics: catalogue.topics.map((topic) => ({
      id: topic.id,
      label: topic.label,
      icon: topic.icon ?? null,
      sensitive: topic.sensitive === true,
      knownBy: topic.knownBy ?? null,
    })),
    respondents: catalogue.respondents.map(({ id, label, self }) => ({ id, label, self: self === true })),
    seasons: catalogue.seasons.map((season) => ({ ...marked(context, season), id: season.id, from: season.from, until: season.until })),
    calendar: calendarOf(context, head.calendar),
    names: head.names,
    questions: LISTS.questions(context, catalogue.questions),
    collections: resolveCollections(context),
    roles: resolveRoles(context),
    aliases: resolveAliases(context),
    groups: catalogue.groups,
    glossary: catalogue.glossary.map((term) => ({
      ...marked(context, term),
      id: term.id,
      term: term.term,
      also: term.also ?? null,
      meaning: term.meaning,
    })),
    ...resolveTree(context),
    licences: LISTS.licences(context, catalogue.licences),
    extras: LISTS.extras(context, catalogue.extras),
    delays: LISTS.delays(context, catalogue.delays),
    forms: LISTS.forms(context, catalogue.forms),
    checks: LISTS.checks(context, catalogue.checks),
    documents: LISTS.documents(context, catalogue.documents),
    advice: LISTS.advice(context, catalogue.advice),
    ...resolveTown(context),
    postcodes: context.layers.flatMap((layer) => {
      const { name, data } = ruleSet.layers.get(layer) ?? {}
      return name && data?.postcodes ? [{ name, listed: data.postcodes }] : []
    }),
    localities: context.layers.flatMap((layer) =>
      (ruleSet.layers.get(layer)?.data.localities?.places ?? []).map(({ name, postcodes }) => ({ name, postcodes })),
    ),
    areas: areasOf(context),
    bibob: resolveBibob(context, hash),
  }
  const textCases = compileTextCases(context, content)
  return { ...content, changesOn: changesOf(content), ...(textCases.length > 0 && { textCases }) }
}

/** Resolves each item of a list. Towns with the same items share the list of them as well. */
function listOf<Item, Resolved>(
  resolve: (context: Resolving, item: Item) => Resolved,
): (context: Resolving, items: readonly Item[]) => readonly Resolved[] {
  const shared = listsOf<Resolved>()
  return (context, items) =>
    shared(
      context.catalogue.head,
      items.map((item) => resolve(context, item)),
    )
}

const LISTS = {
  questions: listOf(resolveQuestion),
  licences: listOf(resolveLicence),
  extras: listOf(resolveExtra),
  delays: listOf(resolveDelay),
  forms: listOf(resolveForm),
  checks: listOf(resolveCheck),
  documents: listOf(resolveDocument),
  advice: listOf(resolveAdvice),
}

/** Drops questions from the tree that are only needed for boxes not asked here. */
function onlyUsefulSteps(content: Variant, idle: Variant['forms']): Variant {
  if (idle.length === 0) return content
  const wanted = usedFacts(content, idle)
  const used = usedFacts(content)
  const steps = content.steps.flatMap((step) => {
    const ask = step.ask.filter((id) => used.has(id) || !wanted.has(id))
    if (ask.length === step.ask.length) return [step]
    return ask.length > 0 || content.stops.some(({ after }) => after === step.id) ? [{ ...step, ask }] : []
  })
  return { ...content, steps }
}

function calendarOf(context: Resolving, calendar: Catalogue['head']['calendar']): Variant['calendar'] {
  const { label = context.catalogue.head.title, holidays = [], equated = [] } = calendar ?? {}
  return {
    label,
    marks: calendar ? [calendar, ...equated].map((item) => marked(context, item)) : [],
    holidays,
    equated: equated.flatMap(({ days }) => days),
    equatedUntil:
      equated
        .map(({ until }) => until)
        .toSorted()
        .at(-1) ?? null,
  }
}

const areasOf = ({ ruleSet, layers }: Resolving): ResolvedArea[] =>
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
