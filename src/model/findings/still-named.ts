import type { Origin } from '../variant.ts'
import { type Finding, inBrief } from './finding.ts'

/** How many places are named; beyond that only their number is given. */
const SHOWN = 4
const STILL = ' is removed here but still used in '

/** Something that a layer removed but something else still refers to: reported where it was removed, as that is in the clerk's own file. `file` and `line`: the
 * remaining reference. */
export const stillNamed = (what: string, origin: Origin, { file, line }: { readonly file: string; readonly line: number }): Finding =>
  inBrief({
    code: 'UNKNOWN_REFERENCE',
    severity: 'error',
    file: origin.file,
    line: origin.line,
    column: 1,
    path: '',
    message: `The ${what}${STILL}${file}:${line}.`,
    mend: 'Remove or change what uses it as well, or keep it.',
  })

/** One finding for each removed thing, however many places refer to it. Elements of the law that it leaves uncovered are reported at the same line instead. */
export function gatherStillNamed(findings: readonly Finding[]): Finding[] {
  const placeOf = ({ file, line }: Finding): string => `${file}:${line}`
  const what = (finding: Finding): string | null =>
    finding.code === 'UNKNOWN_REFERENCE' && finding.message.includes(STILL)
      ? `${placeOf(finding)} ${finding.message.split(STILL)[0]}`
      : null
  const groups = new Map<string, Finding[]>()
  for (const finding of findings) {
    const key = what(finding)
    if (key !== null) groups.set(key, [...(groups.get(key) ?? []), finding])
  }
  if (groups.size === 0) return [...findings]
  const missed = new Set(findings.filter(({ code }) => code === 'ELEMENT_UNCOVERED').map(placeOf))
  const gone = new Set([...groups.values()].flatMap(([first]) => (first ? [placeOf(first)] : [])))
  const told = new Set<string>()
  return findings.flatMap((finding) => {
    // the box that referred to it prints nothing now, which the finding about the removal covers
    if (finding.code === 'ELEMENT_UNCOVERED' && !gone.has(placeOf(finding))) return []
    const key = what(finding)
    if (key === null) return [finding]
    if (told.has(key) || missed.has(placeOf(finding))) return []
    told.add(key)
    const places = [...new Set((groups.get(key) ?? []).map(({ message }) => message.split(STILL)[1]?.replace(/\.$/, '') ?? ''))]
    const more = places.length - SHOWN
    const listed = places.slice(0, SHOWN).join(', ') + (more > 0 ? ` and ${more} other places` : '')
    return [{ ...finding, message: `${finding.message.split(STILL)[0]}${STILL}${listed}.` }]
  })
}
