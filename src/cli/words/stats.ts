import type { Overlay } from '../../authoring/diff/overlay.ts'
import type { AnswersNeeded } from '../../authoring/stats/answers-needed.ts'
import { type EvidenceStats, extraOf } from '../../authoring/stats/evidence.ts'
import { type ExampleStats, ofFilled, ofPrinted, type RuleSetStats } from '../../authoring/stats/stats.ts'
import type { StatutoryStats } from '../../authoring/stats/statutory.ts'

/** All that `stats` counts. */
export interface Stats {
  readonly rules: RuleSetStats
  readonly towns: readonly TownStats[]
  /** By town. */
  readonly tree: Readonly<Record<string, AnswersNeeded>>
  readonly overlays: readonly OverlayStats[]
  readonly examples: readonly ExampleStats[]
  readonly medianRatio: number | null
  readonly medianOfFilled: number | null
}

export interface TownStats {
  readonly variant: string
  readonly statutory: StatutoryStats
  readonly evidence: EvidenceStats
  readonly forms: readonly { readonly id: string; readonly evidence: EvidenceStats }[]
}

export interface OverlayStats extends Omit<Overlay, 'repeats'> {
  readonly repeated: number
  /** Of its entries, as a fraction. */
  readonly share: number
  /** Places of what repeats the layer below. */
  readonly at: readonly string[]
}

/** What the Amsterdam form of 2007 achieved: 500 questions on paper, 320 on screen. */
export const FEWER_IN_2007 = 1 - 320 / 500

/** What `stats` counts, as lines for people. */
export const statsInWords = (stats: Stats): string =>
  [
    ...questionLines(stats.rules),
    '',
    ...formLines(stats.rules),
    '',
    ...evidenceLines(stats),
    '',
    ...lackLines(stats),
    '',
    ...treeLines(stats.tree),
    '',
    ...overlayLines(stats.overlays),
    '',
    ...exampleLines(stats),
  ].join('\n')

const questionLines = ({ variant, boxes, questions, fewer }: RuleSetStats): string[] => [
  `${variant}: ${boxes} boxes (reconstructed: rows of our reading, not blanks on a scanned form)`,
  `${questions.total} facts: ${questions.asked} asked, ${questions.derived} derived, ${questions.refined} computed once exact, ${questions.settled} settled by an earlier answer, ${questions.prefilled} filled in beforehand, ${questions.shared} on two or more forms`,
  `${percent(fewer)} fewer questions than boxes (the original of 2007: ${percent(FEWER_IN_2007)}, from 500 to 320)`,
]

const formLines = ({ forms }: RuleSetStats): string[] => [
  'form                 boxes  unverified  facts  shared  elements of the law  held by boxes',
  ...forms.map(
    ({ id, boxes, unverified, facts, shared, statutory }) =>
      `${id.padEnd(20)} ${pad(boxes, 5)}  ${pad(unverified, 10)}  ${pad(facts, 5)}  ${pad(shared, 6)}  ${ofLaw(statutory).padStart(19)}  ${pad(statutory.boxes, 13)}`,
  ),
]

function evidenceLines({ rules, towns }: Stats): string[] {
  const asking = towns.length > 0 ? towns : [rules]
  return [
    'boxes that the law wants + that forms of municipalities have + others, per form and in all',
    `${''.padEnd(28)}${rules.forms.map(({ id }) => id.padStart(16)).join('')}${'in all'.padStart(16)}`,
    ...asking.map(({ variant, forms, evidence }) => {
      const own = new Map(forms.map((form) => [form.id, ofThree(form.evidence)]))
      const columns = rules.forms.map(({ id }) => (own.get(id) ?? '–').padStart(16))
      return `${variant.padEnd(28)}${columns.join('')}${ofThree(evidence).padStart(16)}`
    }),
  ]
}

function lackLines({ rules, towns }: Stats): string[] {
  const lacking = [rules, ...towns].filter(({ statutory }) => statutory.missing.length > 0)
  const { notAsked } = rules.statutory
  return [
    ...lacking.map(({ variant, statutory }) => `${variant} lacks ${statutory.missing.join(', ')}`),
    ...(notAsked.length > 0 ? [`not asked, because they lapsed: ${notAsked.join(', ')}`] : []),
  ]
}

const treeLines = (tree: Stats['tree']): string[] => [
  'answers until every verdict is settled, over made-up businesses     median   mean   max  no order below',
  ...Object.entries(tree).map(
    ([id, { median, mean, max, optimum }]) =>
      `${id.padEnd(66)} ${pad(median, 7)} ${mean.toFixed(2).padStart(6)} ${pad(max, 5)}  ${optimum.toFixed(2).padStart(14)}`,
  ),
]

const overlayLines = (overlays: Stats['overlays']): string[] => [
  'overlay                      lines  entries  repeat what is below',
  ...overlays.map(
    ({ layer, lines, entries, share, repeated, at }) =>
      `${layer.padEnd(28)} ${pad(lines, 5)}  ${pad(entries, 7)}  ${Math.round(share * 100)} % (${repeated})${at.length > 0 ? ` ${at.join(', ')}` : ''}`,
  ),
]

function exampleLines({ examples, medianRatio, medianOfFilled }: Stats): string[] {
  const sorted = examples.toSorted((a, b) => Number(b.complete) - Number(a.complete))
  return [
    'Per example, an address as four on both sides: blanks printed on the forms, those to fill in on paper → inputs here',
    '(answers typed or chosen + taken over from another answer + documents + signing), and what is not taken over as a part of both.',
    'printed  to fill → inputs (typed + taken + documents + signing)  of printed  of to fill',
    ...sorted.map(exampleLine),
    ...(medianRatio !== null && medianOfFilled !== null
      ? [`median of the complete examples: ${percent(medianRatio)} of the printed blanks, ${percent(medianOfFilled)} of those to fill in`]
      : []),
  ]
}

function exampleLine(example: ExampleStats): string {
  const { complete, paper, open, printed, inputs, typed, takenOver, documents, signings, title, variant } = example
  const state = complete ? '' : paper === 0 ? ' (no form)' : ` (outcome only, ${open} open)`
  const counted = `${pad(printed, 7)}  ${pad(paper, 7)} → ${pad(inputs, 6)} (${pad(typed, 3)} + ${pad(takenOver, 2)} + ${pad(documents, 2)} + ${pad(signings, 2)})`
  const parts = paper === 0 ? '' : ` ${percent(ofPrinted(example)).padStart(5)} ${percent(ofFilled(example)).padStart(5)}`
  return `${counted}${parts}${state}  ${title} [${variant}]`
}

const ofLaw = ({ covered, elements }: { readonly covered: number; readonly elements: number }): string =>
  elements === 0 ? 'none listed' : `${covered} of ${elements}`
const ofThree = (evidence: EvidenceStats): string => `${evidence.statute}+${evidence.form}+${extraOf(evidence)}`
const pad = (count: number, width: number): string => String(count).padStart(width)
const percent = (part: number): string => `${Math.round(part * 100)} %`
