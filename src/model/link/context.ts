import type { Catalogue, ListName } from '../catalogue.ts'
import { formatPath } from '../files/source.ts'
import { type Finding, type FindingCode, inBrief } from '../findings/finding.ts'
import { didYouMean } from '../findings/nearest.ts'
import { stillNamed } from '../findings/still-named.ts'
import type { Applied } from '../layers/layers.ts'
import type { Report, RuleSet } from '../rule-set.ts'
import type { Origin } from '../variant.ts'

/** What can be pointed at. */
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
  /** The catalogue without any layer. */
  readonly base: Catalogue
  /** Where each item was written. */
  readonly provenance: RuleSet['provenance']
  /** Every PDF among the files, by its path. */
  readonly pdfs: RuleSet['pdfs']
  /** `questions/terrace.area` → who took it away. */
  readonly removed: Applied['removed']
  /** Ids whose own definition has a mistake. */
  readonly lost: ReadonlySet<string>
  readonly report: Report
  /** For what is no longer there: at the line that took it away. */
  readonly reportAt: ReportAt
  /** Reports the id when nothing of that kind carries it; says whether it exists. */
  readonly refer: (target: Target, id: string, holder: object, property: string | number) => boolean
}

/** Which lists a target lives in. */
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

/** Findings land in the list; items know where they were written. */
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
  // only when somebody asks: a check has then read that list, and no other
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
