import type { Compiled, Expr } from '../../../feel/expr.ts'
import type { Finding } from '../../../model/findings/finding.ts'
import { formsOf } from '../../../model/forms-of.ts'
import { BASE } from '../../../model/layers/base.ts'
import type { Variant } from '../../../model/variant.ts'
import type { Graph } from '../nodes/nodes.ts'
import { Prover } from './prover.ts'

/** Something whose wording depends on the case. */
interface Worded {
  /** Its name in findings: `documents/floorPlan`. */
  readonly path: string
  readonly wording: readonly { readonly when: Compiled }[] | null
  /** What holds wherever its wording is read. */
  readonly given: readonly Expr[]
}

/** Wordings that nobody ever reads: their condition never holds, or an earlier line holds whenever it does; and an item's own words when some line always
 * holds. Checks what the layers of a town wrote, or for the base, the base. Rows and dates may be anything. */
export function findIdleWords(variant: Variant, today: string, graph?: Graph): Finding[] {
  const items = wordedIn(variant).filter(({ wording }) => wording?.some(({ when }) => isOwn(variant, when)))
  if (items.length === 0) return []
  const prover = new Prover(variant, today, undefined, graph)
  return items.flatMap(({ path, wording, given }) => {
    const lines = wording ?? []
    const idle = lines.flatMap(({ when }, index): Finding[] => {
      if (!isOwn(variant, when)) return []
      const at = { path: lineOf(path, index), when }
      if (!prover.canHold([...given, when.expr]))
        return [idleAt(at, 'This condition never holds, so these words are never read.', 'Correct the condition, or remove the line.')]
      const before = lines.slice(0, index).map((line) => line.when.expr)
      return prover.canHold([...given, when.expr], before)
        ? []
        : [
            idleAt(
              at,
              'Whenever this condition holds an earlier line holds too, so these words are never read.',
              'Put the narrower condition first.',
            ),
          ]
    })
    const last = lines.at(-1)
    const always =
      idle.length === 0 &&
      last &&
      isOwn(variant, last.when) &&
      !prover.canHold(
        given,
        lines.map(({ when }) => when.expr),
      )
    return always
      ? [
          idleAt(
            { path: lineOf(path, lines.length - 1), when: last.when },
            'One of these conditions always holds, so the words of the item itself are never read.',
            'Use the words of the last line as those of the item itself, and remove that line.',
          ),
        ]
      : idle
  })
}

/** The path of a line; the lines of a text are a list of their own. */
const lineOf = (path: string, index: number): string => (path.endsWith('.cases') ? `${path}[${index}]` : `${path}/wording[${index}]`)

const isOwn = ({ id }: Variant, { file }: Compiled): boolean => id === BASE || !/^(rules\/base|forms)\//.test(file)

const idleAt = ({ path, when }: { readonly path: string; readonly when: Compiled }, message: string, mend: string): Finding => ({
  code: 'WORDS_NEVER_READ',
  severity: 'error',
  file: when.file,
  line: when.line,
  column: 1,
  path,
  message,
  mend,
})

function wordedIn(variant: Variant): Worded[] {
  const of = (...conditions: readonly (Compiled | null)[]): Expr[] => conditions.flatMap((each) => (each ? [each.expr] : []))
  const boxes = variant.forms.flatMap((form) => [
    ...form.sections.flatMap(({ id, when, boxes }) =>
      boxes.map((box) => ({ box, path: `forms/${form.id}/sections/${id}`, given: of(when) })),
    ),
    ...form.blocks.flatMap(({ id, boxes }) => boxes.map((box) => ({ box, path: `forms/${form.id}/blocks/${id}`, given: [] }))),
  ])
  return [
    ...variant.questions.flatMap(({ id, when, wording, options }) => [
      { path: `questions/${id}`, wording, given: of(when) },
      ...(options ?? []).map((option) => ({ path: `questions/${id}/options/${option.id}`, wording: option.wording, given: of(when) })),
    ]),
    ...variant.forms.map(({ id, wording }) => ({ path: `forms/${id}`, wording, given: neededFor(variant, id) })),
    ...boxes.map(({ box, path, given }) => ({ path: `${path}/boxes/${box.nr}`, wording: box.wording, given: [...given, ...of(box.when)] })),
    ...variant.documents.map(({ id, wording, when }) => ({ path: `documents/${id}`, wording, given: of(when) })),
    ...variant.fees.map(({ id, wording, when }) => ({ path: `fees/${id}`, wording, given: of(when) })),
    ...variant.checks.map(({ id, wording, when }) => ({ path: `checks/${id}`, wording, given: of(when) })),
    ...variant.advice.map(({ id, wording, when }) => ({ path: `advice/${id}`, wording, given: of(when) })),
    ...(variant.textCases ?? []).map(({ at, lines }) => ({ path: at, wording: lines, given: [] })),
  ]
}

/** The condition that one of the licences of a form is needed. */
function neededFor({ licences }: Variant, form: string): Expr[] {
  const args = licences
    .filter((licence) => formsOf(licence).includes(form))
    .map(
      ({ id }): Expr => ({
        op: '=',
        left: { op: 'call', fn: 'verdict', args: [{ op: 'lit', value: id }] },
        right: { op: 'lit', value: 'needed' },
      }),
    )
  return args.length > 0 ? [{ op: 'or', args }] : []
}
