import type { Catalogue, ListName } from '../catalogue.ts'
import { formatPath } from '../files/source.ts'
import { type Finding, type FindingCode, inBrief } from '../findings/finding.ts'
import { didYouMean } from '../findings/nearest.ts'
import { stillNamed } from '../findings/still-named.ts'
import type { Applied } from '../layers/layers.ts'
import type { Report, RuleSet } from '../rule-set.ts'
import type { Origin } from '../variant.ts'

/** What can be referred to. */
export type Target =
  | 'question'
  | 'licence'
  | 'licence or extra'
  | 'form'
  | 'list'
  | 'collection'
  | 'role'
  | 'document'
  | 'advice item'
  | 'step'
  | 'topic'
  | 'respondent'
  | 'parameter'

export type ReportAt = (code: FindingCode, severity: Finding['severity'], origin: Origin | undefined, message: string, mend: string) => void

export interface LinkContext {
  readonly catalogue: Catalogue
  /** The catalogue without any layers. */
  readonly base: Catalogue
  /** Where each item was written. */
  readonly provenance: RuleSet['provenance']
  /** Every PDF among the files, by its path. */
  readonly pdfs: RuleSet['pdfs']
  /** `questions/terrace.area` → the layer that removed it. */
  readonly removed: Applied['removed']
  /** Ids whose own definition has a mistake. */
  readonly lost: ReadonlySet<string>
  readonly report: Report
  /** For something that was removed: reports at the line that removed it. */
  readonly reportAt: ReportAt
  /** Reports an id that no item of that kind has; returns whether it exists. */
  readonly refer: (target: Target, id: string, holder: object, property: string | number) => boolean
}

/** The lists in which a target is looked up. */
const LISTS: Readonly<Record<Target, readonly ListName[]>> = {
  question: ['questions'],
  licence: ['licences'],
  'licence or extra': ['licences', 'extras'],
  form: ['forms'],
  list: ['collections', 'aliases'],
  collection: ['collections'],
  role: ['roles'],
  document: ['documents'],
  'advice item': ['advice'],
  step: ['steps'],
  topic: ['topics'],
  respondent: ['respondents'],
  parameter: ['parameters'],
}

/** Adds findings to the list; items know where they were written. */
export const reporter =
  (ruleSet: RuleSet, findings: Finding[]): Report =>
  (code, severity, item, property, message, mend) => {
    const place = ruleSet.provenance.place(item, property)
    findings.push(
      inBrief(
        place
          ? { code, severity, file: place.source.file, ...place.source.at(place.path), path: formatPath(place.path), message, mend }
          : { code, severity, file: '', line: 1, column: 1, path: '', message, mend },
      ),
    )
  }

export const reporterAt =
  (findings: Finding[]): ReportAt =>
  (code, severity, origin, message, mend) => {
    findings.push(inBrief({ code, severity, file: origin?.file ?? '', line: origin?.line ?? 1, column: 1, path: '', message, mend }))
  }

export function linkContext(ruleSet: RuleSet, { catalogue, removed, lost }: Applied, findings: Finding[]): LinkContext {
  const ids = (items: readonly { id: string }[]) => items.map(({ id }) => id)
  const known = new Map<Target, ReadonlySet<string>>()
  // lazy, so that a check only counts as reading the lists that it uses
  const knownAs = (target: Target): ReadonlySet<string> => {
    const found = known.get(target) ?? new Set(LISTS[target].flatMap((list) => ids(catalogue[list])))
    known.set(target, found)
    return found
  }
  const report = reporter(ruleSet, findings)
  const placeOf = (holder: object, property: string | number) => {
    const place = ruleSet.provenance.place(holder, property)
    return { file: place?.source.file ?? '', line: place?.source.at(place.path).line ?? 1 }
  }
  const refer: LinkContext['refer'] = (target, id, holder, property) => {
    if (knownAs(target).has(id) || lost.has(id)) return true
    const origin = LISTS[target].map((list) => removed.get(`${list}/${id}`)).find((each) => each !== undefined)
    if (origin) findings.push(stillNamed(`${target} ${id}`, origin, placeOf(holder, property)))
    else
      report(
        'UNKNOWN_REFERENCE',
        'error',
        holder,
        property,
        `There is no ${target} ${id}.`,
        didYouMean(id, knownAs(target), `Write the id of an existing ${target}, or add it.`),
      )
    return false
  }
  return {
    catalogue,
    base: ruleSet.base,
    provenance: ruleSet.provenance,
    pdfs: ruleSet.pdfs,
    removed,
    lost,
    report,
    reportAt: reporterAt(findings),
    refer,
  }
}
