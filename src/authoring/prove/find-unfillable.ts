import type { Finding } from '../../model/findings/finding.ts'
import type { ResolvedBox, Variant } from '../../model/variant.ts'
import { Prover } from './can-be/prover.ts'
import { Graph } from './nodes/nodes.ts'

/** Boxes that no answer can ever fill, in any of these variants: their condition contradicts that of their section, of their form, or of the questions that
 * would fill them. Only what is proven is reported: rows, dates and town values may be anything. `seen`: boxes (`form:nr`) that an example fills, which need no
 * proof. `own`: check only boxes written by these layers. */
export function findUnfillable(
  variants: readonly Variant[],
  today: string,
  seen: ReadonlySet<string>,
  own: ReadonlySet<string> | null = null,
): Finding[] {
  const possible = new Set(seen)
  return neverFilled(
    variants.map((variant) => fillableIn(variant, today, possible, own)),
    possible,
  )
}

/** Boxes of one variant (`form:nr`): those that can be filled, and those that cannot. */
export interface Fillable {
  readonly possible: readonly string[]
  readonly never: readonly { readonly box: string; readonly origin: ResolvedBox['origin'] }[]
}

/** @param possible boxes that need no proof; those found fillable are added */
export function fillableIn(variant: Variant, today: string, possible: Set<string>, own: ReadonlySet<string> | null = null): Fillable {
  const found: string[] = []
  const never: Fillable['never'][number][] = []
  let prover: Prover | null = null
  for (const form of variant.forms) {
    for (const section of form.sections) {
      for (const box of section.boxes) {
        const key = `${form.id}:${box.nr}`
        if (possible.has(key) || (own !== null && !own.has(box.origin.layer))) continue
        // in most towns every box is known to be fillable
        prover ??= new Prover(variant, today)
        if (prover.canFill(form, section, box)) {
          possible.add(key)
          found.push(key)
        } else never.push({ box: key, origin: box.origin })
      }
    }
  }
  return { possible: found, never }
}

/** Boxes that no variant can fill, given the results of each.
 * @param seen boxes that need no proof */
export function neverFilled(variants: readonly Fillable[], seen: ReadonlySet<string>): Finding[] {
  const possible = new Set([...seen, ...variants.flatMap((variant) => variant.possible)])
  const never = new Map(variants.flatMap((variant) => variant.never.map(({ box, origin }) => [box, origin] as const)))
  return [...never]
    .filter(([key]) => !possible.has(key))
    .map(([key, origin]) => ({
      code: 'BOX_NEVER_FILLED',
      severity: 'error',
      file: origin.file,
      line: origin.line,
      column: 1,
      path: `forms/${key}`,
      message: `No answer can ever fill box ${key}: its condition contradicts that of its section, its form or its questions.`,
      mend: 'Mend the condition, or take the box out.',
    }))
}

/** Boxes that a town put on a form that nobody fills in there, today or under a value it has already decided for later: where the terrace is part of another
 * licence, its form is never printed.
 * @param graph shared by several towns, it makes one node of what they have in common */
export function findNeverPrinted(variant: Variant, today: string, graph: Graph = new Graph()): Finding[] {
  // a district does not repeat what was reported for its municipality
  const isOwn = ({ origin }: ResolvedBox): boolean => origin.layer === variant.id
  const forms = variant.forms.filter((form) => form.sections.some(({ boxes }) => boxes.some(isOwn)))
  if (forms.length === 0) return []
  const later = variant.parameters.flatMap(({ values }) => values.flatMap(({ from }) => (from !== null && from > today ? [from] : [])))
  const provers = [...new Set([today, ...later])].map((day) => new Prover(variant, day, new Set(), graph))
  const printed = variant.forms.filter((form) => provers.some((prover) => prover.isPrinted(form)))
  const names = printed.map(({ id }) => id).join(', ')
  return forms
    .filter((form) => !printed.includes(form))
    .flatMap((form) =>
      form.sections.flatMap(({ boxes }) =>
        boxes.filter(isOwn).map(
          ({ nr, origin }): Finding => ({
            code: 'BOX_NEVER_FILLED',
            severity: 'error',
            file: origin.file,
            line: origin.line,
            column: 1,
            path: `forms/${form.id}:${nr}`,
            message: `Nobody fills in the form ${form.id} in ${variant.name}, so the box ${nr} is never asked.`,
            mend: `Put it on a form that is filled in here: ${names}.`,
          }),
        ),
      ),
    )
}
