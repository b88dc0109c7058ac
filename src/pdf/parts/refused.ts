import type { BoxCoverage } from '../../engine/assessment.ts'
import { type Inline, LEFT, type Node, type Target, WIDTH } from '../document.ts'
import type { Flow } from '../flow.ts'
import type { Line } from '../type/wrap.ts'
import { numberOf, type Paper, signedWhere } from './box.ts'

const SIZE = 7.5
const STEP = 9.5
const SEPARATOR = ' · '

/** Boxes that do not apply; `about` is their section, when none of it does. */
export interface Refused {
  readonly about: string
  readonly boxes: readonly BoxCoverage[]
}

/** Boxes that do not apply, where they would be: on grey, by reason, with their numbers; consecutive sections of which nothing applies in one. */
export function layOutRefused(flow: Flow, paper: Paper, parts: readonly Refused[]): void {
  const { words } = paper
  const said = parts.map(({ about, boxes }) => {
    const reasons = byReason(boxes, paper).join(SEPARATOR)
    return about === '' ? reasons : `${about} ${reasons.startsWith('(') ? '' : '– '}${reasons}`
  })
  layOutGrey(flow, paper, flow.wrap(`${words.notApplicable}: ${said.join(SEPARATOR)}`, 'regular', SIZE, WIDTH - 8))
}

/** Boxes that are filled in on a signing page: which ones, and where that page is. */
export function layOutSigned(flow: Flow, paper: Paper, boxes: readonly BoxCoverage[]): void {
  const { text, target } = signedWhere(paper)
  const numbers = rangesOf([...new Set(boxes.map(numberOf))], paper.words.upTo)
  const parts: { text: string; tag: Target | null }[] = [
    { text, tag: target ?? null },
    { text: `(${numbers})`, tag: null },
  ]
  layOutGrey(flow, paper, flow.wrapParts(parts, 'regular', SIZE, WIDTH - 8))
}

function byReason(boxes: readonly BoxCoverage[], { words }: Paper): string[] {
  const byReason = new Map<string, string[]>()
  for (const box of boxes) {
    const reason = box.reason === null || box.reason === words.notApplicable ? '' : box.reason
    const numbers = byReason.get(reason) ?? []
    const number = numberOf(box)
    if (!numbers.includes(number)) numbers.push(number)
    byReason.set(reason, numbers)
  }
  return [...byReason]
    .toSorted(([a], [b]) => Number(a !== '') - Number(b !== ''))
    .map(([reason, numbers]) => `${reason} (${rangesOf(numbers, words.upTo)})`.trim())
}

function layOutGrey(flow: Flow, { form }: Paper, lines: readonly Line<Inline | null>[]): void {
  const element = flow.add('P')
  const links = new Map<Inline, Node>()
  for (const line of lines) {
    flow.ensure(STEP + 2)
    flow.shape({ x: LEFT, y: flow.top - STEP - 1.5, width: WIDTH, height: STEP + 0.5, style: 'tint' })
    flow.line(line, LEFT + 4, flow.top - SIZE - 1, element, { size: SIZE, weight: 'regular', grey: true, origin: form.id, links })
    flow.space(STEP)
  }
  flow.space(1)
}

/** `AL-012 t/m AL-017, AL-019`: three or more consecutive numbers become a range. */
export function rangesOf(numbers: readonly string[], upTo: string): string {
  const runs: string[][] = []
  for (const number of numbers) {
    const last = runs.at(-1)
    if (last && follows(last.at(-1) ?? '', number)) last.push(number)
    else runs.push([number])
  }
  return runs.flatMap((run) => (run.length > 2 ? [`${run[0]} ${upTo} ${run.at(-1)}`] : run)).join(', ')
}

const PARTS = /^(.*?)(\d+)$/

/** Whether it is the next number of the same kind, written with as many digits or more. */
function follows(before: string, number: string): boolean {
  const [, head, count] = PARTS.exec(before) ?? []
  const [, nextHead, next] = PARTS.exec(number) ?? []
  return (
    head !== undefined &&
    head === nextHead &&
    Number(next) === Number(count) + 1 &&
    String(Number(count) + 1).padStart(count?.length ?? 0, '0') === next
  )
}
