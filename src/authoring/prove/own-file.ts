import type { Finding } from '../../model/findings/finding.ts'
import { BASE } from '../../model/layers/base.ts'
import type { Origin, Variant } from '../../model/variant.ts'

/** Findings located in a file of the base that is sound by itself are moved to the change in a layer that caused them, so that clerks mend their own file. */
export function inOwnFile(findings: readonly Finding[], variant: Variant, removed: ReadonlyMap<string, Origin>): Finding[] {
  const changes = [...removed].map(([place, origin]) => ({ place, origin })).concat(changedIn(variant))
  return findings.map((finding) => {
    if (changes.some(({ origin }) => origin.file === finding.file && origin.line === finding.line)) return finding
    const cause = changes.find(({ place }) => concerns(finding, place))
    return cause ? { ...finding, file: cause.origin.file, line: cause.origin.line, column: 1 } : finding
  })
}

/** Whether the change is of that very item, of a part of it, or of something the finding names. */
function concerns({ path, message }: Finding, place: string): boolean {
  const [list = '', id = ''] = place.split('/')
  return path === place || path.startsWith(`${place}/`) || place.startsWith(`${path}/`) || (list === 'questions' && message.includes(id))
}

/** Conditions and items written by a layer, with their place. */
function changedIn(variant: Variant): { readonly place: string; readonly origin: Origin }[] {
  const written = [
    ...[...variant.licences, ...variant.extras].flatMap((item) =>
      item.rules.map((rule) => ({ place: `licences/${item.id}/rules/${rule.id}`, when: rule.when, origin: rule.origin })),
    ),
    ...variant.questions.map((question) => ({ place: `questions/${question.id}`, when: question.when, origin: question.origin })),
    ...variant.steps.map((step, index) => ({ place: `steps[${index}]`, when: step.when, origin: step.origin })),
    ...variant.stops.map((stop, index) => ({ place: `stops[${index}]`, when: stop.when, origin: stop.origin })),
  ]
  return written.flatMap(({ place, when, origin }) => {
    if (origin.layer !== BASE) return [{ place, origin }]
    // a condition that a layer gave an item of the base
    return when && when.file !== '' && when.file !== origin.file
      ? [{ place, origin: { layer: variant.id, file: when.file, line: when.line } }]
      : []
  })
}
