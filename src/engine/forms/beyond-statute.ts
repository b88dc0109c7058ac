import type { ResolvedBox, ResolvedSection } from '../../model/variant.ts'

const SIGNING = ['signature', 'signaturePlace', 'signatureDate']

/** The boxes of these sections that no law asks, only this town or practice elsewhere. Signing asks nothing. */
export const beyondStatute = (sections: readonly ResolvedSection[]): ResolvedBox[] =>
  sections.flatMap(({ boxes }) =>
    boxes.filter(({ type, evidenceKind }) => evidenceKind !== null && evidenceKind !== 'statute' && !SIGNING.includes(type)),
  )

/** The numbers of some boxes of a form, in form order, neighbours collapsed into ranges: `EX-002–EX-010, EX-013`. Those not in `applying`, by number, are left
 * out; they do not break a range. */
export function numbersInBrief(sections: readonly ResolvedSection[], some: readonly ResolvedBox[], applying: ReadonlySet<string>): string {
  const chosen = new Set(some)
  const runs: ResolvedBox[][] = []
  let run: ResolvedBox[] | null = null
  for (const box of sections.flatMap(({ boxes }) => boxes)) {
    if (!chosen.has(box)) run = null
    else if (run === null) {
      run = [box]
      runs.push(run)
    } else run.push(box)
  }
  const name = (box: ResolvedBox | undefined): string => box?.official ?? box?.nr ?? ''
  return runs
    .map((boxes) => boxes.filter(({ nr }) => applying.has(nr)))
    .filter(({ length }) => length > 0)
    .map((boxes) => (boxes.length > 2 ? `${name(boxes[0])}–${name(boxes.at(-1))}` : boxes.map(name).join(', ')))
    .join(', ')
}
