import { checkExample } from '../../authoring/check-example.ts'
import { overlaysOf } from '../../authoring/diff/overlay.ts'
import { UntilSettled } from '../../authoring/prove/first/until-settled.ts'
import { treeKey } from '../../authoring/prove/reads.ts'
import { type AnswersNeeded, answersNeeded, madeUpBusinesses, saidIn } from '../../authoring/stats/answers-needed.ts'
import { type EvidenceStats, evidenceStats, extraOf } from '../../authoring/stats/evidence.ts'
import { exampleStats, medianRatio, ofFilled, ofPrinted, statsOf } from '../../authoring/stats/stats.ts'
import { statutoryStats } from '../../authoring/stats/statutory.ts'
import { BASE } from '../../model/layers/base.ts'
import { resolveVariant, statutoryElements, variantIds } from '../../model/resolve.ts'
import type { Variant } from '../../model/variant.ts'
import { readOptions } from '../options.ts'
import { openProject, openVariant } from '../project.ts'
import { fail } from '../report.ts'
import type { ExitCode, Terminal } from '../terminal.ts'

/** `stats`: boxes per form, questions, shared, derived, and how far the forms cover what the law wants to know; per overlay its lines and what repeats the
 * layer below; per example the boxes on paper against the inputs asked. Counts are over reconstructed boxes. */
export function stats(args: readonly string[], terminal: Terminal): ExitCode {
  const options = readOptions(args, ['variant'])
  const date = options.date ?? terminal.today
  const project = openProject(terminal.cwd, options.rules)
  const { ruleSet } = project
  const { variant: opened, findings } = openVariant(project, options.variant ?? BASE, date)
  // one that lacks elements of the law is counted too, to show that
  const look = (id: string): Variant | null => (ruleSet ? resolveVariant(ruleSet, id, { date }).variant : null)
  const variant = opened ?? look(options.variant ?? BASE)
  if (!variant || !ruleSet) return fail(findings, options, terminal)
  const known = variantIds(ruleSet)
  const rules = statsOf(variant, statutoryElements(ruleSet, variant))
  const open = (id: string): Variant | null | undefined => (known.includes(id) ? openVariant(project, id, date).variant : undefined)
  const towns = (options.variant === undefined ? known : []).flatMap((id) => {
    const town = open(id) ?? look(id)
    if (!town) return []
    const forms = town.forms.map((form) => ({ id: form.id, evidence: evidenceStats([form]) }))
    return [{ variant: id, statutory: statutoryStats(statutoryElements(ruleSet, town)), evidence: evidenceStats(town.forms), forms }]
  })
  const checked = ruleSet.examples
    .map((name) => checkExample(name, project.files.get(name) ?? '', open))
    .filter(({ variant }) => options.variant === undefined || variant === options.variant)
  const examples = checked.flatMap(({ title, application, complete }) => (application ? [exampleStats(title, application, complete)] : []))
  const tree = treeStats()
  const overlays = overlaysOf(ruleSet, project.files).map(({ repeats, ...overlay }) => ({
    ...overlay,
    repeated: repeats.length,
    share: overlay.entries === 0 ? 0 : repeats.length / overlay.entries,
    at: repeats.map(({ file, line, path }) => `${file}:${line} ${path}`),
  }))
  const median = medianRatio(examples, ofPrinted)
  const medianOfFilled = medianRatio(examples, ofFilled)
  if (options.json) {
    terminal.out(
      JSON.stringify(
        {
          ...rules,
          fewerIn2007: FEWER_IN_2007,
          towns,
          tree,
          overlays,
          examples: examples.map((example) => ({ ...example, ofPrinted: ofPrinted(example), ofFilled: ofFilled(example) })),
          medianRatio: median,
          medianOfFilled,
          note: 'boxes are rows of our reconstruction of the paper forms',
        },
        null,
        2,
      ),
    )
    return 0
  }
  const { questions } = rules
  const lines = [
    `${rules.variant}: ${rules.boxes} boxes (reconstructed: rows of our reading, not blanks on a scanned form)`,
    `${questions.total} facts: ${questions.asked} asked, ${questions.derived} derived, ${questions.refined} computed once exact, ${questions.settled} settled by an earlier answer, ${questions.prefilled} filled in beforehand, ${questions.shared} on two or more forms`,
    `${percent(rules.fewer)} fewer questions than boxes (the original of 2007: ${percent(FEWER_IN_2007)}, from 500 to 320)`,
    '',
  ]
  lines.push('form                 boxes  unverified  facts  shared  elements of the law  held by boxes')
  for (const form of rules.forms)
    lines.push(
      `${form.id.padEnd(20)} ${String(form.boxes).padStart(5)}  ${String(form.unverified).padStart(10)}  ${String(form.facts).padStart(5)}  ${String(form.shared).padStart(6)}  ${ofLaw(form.statutory).padStart(19)}  ${String(form.statutory.boxes).padStart(13)}`,
    )
  const asking = towns.length > 0 ? towns : [rules]
  lines.push('', 'boxes that the law wants + that forms of municipalities have + others, per form and in all')
  lines.push(`${''.padEnd(28)}${rules.forms.map(({ id }) => id.padStart(16)).join('')}${'in all'.padStart(16)}`)
  for (const { variant: id, forms, evidence } of asking) {
    const of = (form: string): string => forms.filter((other) => other.id === form).map((form) => ofThree(form.evidence))[0] ?? '–'
    lines.push(`${id.padEnd(28)}${rules.forms.map((form) => of(form.id).padStart(16)).join('')}${ofThree(evidence).padStart(16)}`)
  }
  lines.push('')
  for (const { variant: id, statutory } of [rules, ...towns])
    if (statutory.missing.length > 0) lines.push(`${id} lacks ${statutory.missing.join(', ')}`)
  if (rules.statutory.notAsked.length > 0) lines.push(`not asked, because they lapsed: ${rules.statutory.notAsked.join(', ')}`)
  lines.push('', 'answers until every verdict is settled, over made-up businesses     median   mean   max  no order below')
  for (const [id, { median: middle, mean, max, optimum }] of Object.entries(tree))
    lines.push(`${id.padEnd(66)} ${pad(middle, 7)} ${mean.toFixed(2).padStart(6)} ${pad(max, 5)}  ${optimum.toFixed(2).padStart(14)}`)
  lines.push('', 'overlay                      lines  entries  repeat what is below')
  for (const overlay of overlays)
    lines.push(
      `${overlay.layer.padEnd(28)} ${String(overlay.lines).padStart(5)}  ${String(overlay.entries).padStart(7)}  ${Math.round(overlay.share * 100)} % (${overlay.repeated})${overlay.at.length > 0 ? ` ${overlay.at.join(', ')}` : ''}`,
    )
  lines.push(
    '',
    'Per example, an address as four on both sides: blanks printed on the forms, those to fill in on paper → inputs here',
    '(answers typed or chosen + taken over from another answer + documents + signing), and what is not taken over as a part of both.',
    'printed  to fill → inputs (typed + taken + documents + signing)  of printed  of to fill',
  )
  for (const example of examples.toSorted((a, b) => Number(b.complete) - Number(a.complete))) {
    const state = example.complete ? '' : example.paper === 0 ? ' (no form)' : ` (outcome only, ${example.open} open)`
    const counted = `${pad(example.printed, 7)}  ${pad(example.paper, 7)} → ${pad(example.inputs, 6)} (${pad(example.typed, 3)} + ${pad(example.takenOver, 2)} + ${pad(example.documents, 2)} + ${pad(example.signings, 2)})`
    const parts = example.paper === 0 ? '' : ` ${percent(ofPrinted(example)).padStart(5)} ${percent(ofFilled(example)).padStart(5)}`
    lines.push(`${counted}${parts}${state}  ${example.title} [${example.variant}]`)
  }
  if (median !== null && medianOfFilled !== null)
    lines.push(`median of the complete examples: ${percent(median)} of the printed blanks, ${percent(medianOfFilled)} of those to fill in`)
  terminal.out(lines.join('\n'))
  return 0

  /** Per town; towns with identical trees are walked once. */
  function treeStats(): Readonly<Record<string, AnswersNeeded>> {
    const said = checked.flatMap(({ application }) => (application ? [saidIn(application)] : []))
    const walked = new Map<string, AnswersNeeded>()
    if (said.length === 0) return {}
    const ids = options.variant === undefined ? known : [options.variant]
    return Object.fromEntries(
      ids.flatMap((id): [string, AnswersNeeded][] => {
        const town = open(id)
        if (!town) return []
        const key = treeKey(town)
        const needed = walked.get(key) ?? answersNeeded(new UntilSettled(town, date), madeUpBusinesses(town, said))
        walked.set(key, needed)
        return [[id, needed]]
      }),
    )
  }
}

/** What the Amsterdam form of 2007 achieved: 500 questions on paper, 320 on screen. */
const FEWER_IN_2007 = 1 - 320 / 500
const ofLaw = ({ covered, elements }: { readonly covered: number; readonly elements: number }): string =>
  elements === 0 ? 'none listed' : `${covered} of ${elements}`
const ofThree = (evidence: EvidenceStats): string => `${evidence.statute}+${evidence.form}+${extraOf(evidence)}`
const pad = (count: number, width: number): string => String(count).padStart(width)
const percent = (part: number): string => `${Math.round(part * 100)} %`
