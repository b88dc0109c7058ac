import type { Finding } from './finding.ts'
import { firstFindings } from './more-findings.ts'

const WEIGHT: Readonly<Record<Finding['severity'], number>> = { error: 0, warning: 1, note: 2 }

/** Errors first, then by position; duplicates (seen through several towns) are dropped. Of a file with very many errors only the first, and how many more there
 * are. */
export function sortFindings(findings: readonly Finding[]): Finding[] {
  const once = new Map(
    findings.map((finding) => [
      `${finding.code}|${finding.file}|${finding.line}|${finding.column}|${finding.path}|${finding.message}`,
      finding,
    ]),
  )
  return firstFindings([...once.values()].toSorted(byPlace))
}

const byPlace = (a: Finding, b: Finding): number =>
  WEIGHT[a.severity] - WEIGHT[b.severity] || compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.code, b.code)

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
