import type { Finding } from './finding.ts'

/** Nobody mends more than this in one file at once. */
export const MOST_FINDINGS = 100

/** `and N more`, at the position of the last finding that is reported. */
export const moreFindings = (last: Finding, count: number): Finding => ({
  ...last,
  code: 'MORE_FINDINGS',
  path: '',
  message: `There ${count === 1 ? 'is 1 more mistake' : `are ${count} more mistakes`} in this file from here on.`,
  mend: 'Mend those above first; many may have one cause. Check that this is the file you meant.',
})

/** Findings in order; of a file with very many errors only the first. */
export function firstFindings(findings: readonly Finding[]): Finding[] {
  const counts = new Map<string, number>()
  const kept: Finding[] = []
  const lasts = new Map<string, Finding>()
  for (const finding of findings) {
    if (finding.severity !== 'error' || finding.code === 'MORE_FINDINGS') {
      kept.push(finding)
      continue
    }
    const count = (counts.get(finding.file) ?? 0) + 1
    counts.set(finding.file, count)
    if (count > MOST_FINDINGS) continue
    kept.push(finding)
    lasts.set(finding.file, finding)
  }
  for (const [file, last] of lasts) {
    const more = (counts.get(file) ?? 0) - MOST_FINDINGS
    if (more > 0) kept.push(moreFindings(last, more))
  }
  return kept
}
