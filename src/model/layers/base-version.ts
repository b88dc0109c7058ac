import type { Finding } from '../findings/finding.ts'
import { errorAt, ofLayer } from '../findings/finding-at.ts'
import { itemAt, splitPlace } from '../places.ts'
import type { RuleSet } from '../rule-set.ts'

/** Negative when `a` is older: compares year, release and patch. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number))
  for (const index of [0, 1, 2]) {
    const difference = (left?.[index] ?? 0) - (right?.[index] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

/** Reports towns made against another base, and what is untrue in the changelog of the base. */
export function checkBaseVersions(ruleSet: RuleSet): Finding[] {
  const { base, layers } = ruleSet
  const here = base.head.version
  const towns = [...layers.values()].flatMap((layer): Finding[] => {
    const { basedOn } = layer.data
    const difference = basedOn === undefined ? 0 : compareVersions(basedOn, here)
    if (basedOn === undefined || difference === 0) return []
    return [
      ofLayer(
        layer,
        ['basedOn'],
        'BASE_VERSION',
        'warning',
        `${layer.name} is based on version ${basedOn} of the base, but the current version is ${here}.`,
        difference < 0
          ? `Run upgrade --variant ${layer.id}: it says what the base changed, and what you have to decide.`
          : 'Take over the newer base first, or write the current version.',
      ),
    ]
  })
  return [...towns, ...checkLog(ruleSet)]
}

function checkLog({ base, changelog, provenance }: RuleSet): Finding[] {
  const findings: Finding[] = []
  const report = (item: object, property: string, message: string, mend: string): void => {
    const place = provenance.place(item, property)
    if (place) findings.push(errorAt(place.source, place.path, 'BASE_LOG', message, mend))
  }
  const [newest] = changelog
  if (!newest) return findings
  const here = base.head.version
  if (newest.version !== here)
    report(
      newest,
      'version',
      `The newest version in the log is ${newest.version}, and the base is version ${here}.`,
      'Begin the log with the version of ruleset.yaml, also when nothing changed.',
    )
  for (const [index, older] of changelog.entries()) {
    const newer = changelog[index - 1]
    if (newer && compareVersions(newer.version, older.version) <= 0)
      report(
        older,
        'version',
        `Version ${newer.version} does not belong before ${older.version}: the newest comes first.`,
        'Put the versions in order, each once.',
      )
  }
  // only the newest: what older versions name may have been removed since
  for (const change of newest.changes) {
    const where = splitPlace(change.at)
    const there = 'unknown' in where ? undefined : itemAt(base, where.list, where.segments)
    const gone = change.removed === true || change.renamedTo !== undefined
    if (there && gone)
      report(change, 'at', `${change.at} is listed as removed, but is still in the base.`, 'Leave removed or renamedTo out.')
    const another =
      'unknown' in where || change.renamedTo === undefined
        ? change.at
        : [where.list, ...where.segments.slice(0, -1), change.renamedTo].join('/')
    const target = splitPlace(another)
    if ((!there && !gone) || 'unknown' in target || (change.renamedTo !== undefined && !itemAt(base, target.list, target.segments)))
      report(
        change,
        change.renamedTo === undefined ? 'at' : 'renamedTo',
        `There is no ${another} in the base.`,
        'Write a place as fees/alcohol.new, or say with removed: true or renamedTo: that it is gone.',
      )
  }
  return findings
}
