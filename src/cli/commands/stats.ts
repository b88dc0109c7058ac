import { overlaysOf } from '../../authoring/diff/overlay.ts'
import { exampleStats, medianRatio, ofFilled, ofPrinted, statsOf } from '../../authoring/stats.ts'
import { BASE } from '../../model/layers/layers.ts'
import { resolveVariant, variantIds } from '../../model/resolve.ts'
import type { Variant } from '../../model/variant.ts'
import { readOptions } from '../options.ts'
import { openProject, openVariant } from '../project.ts'
import { fail } from '../report.ts'
import type { ExitCode, Terminal } from '../terminal.ts'
import { checkExamples } from './check.ts'

/** `stats`: boxes per form, questions, shared, derived; per overlay its lines and what repeats the layer below;
 * per example boxes on paper against inputs asked. Counts are over reconstructed boxes. */
export function stats(args: readonly string[], terminal: Terminal): ExitCode {
  const options = readOptions(args, ['variant'])
  const date = options.date ?? terminal.today
  const project = openProject(terminal.cwd, options.rules)
  const known = project.ruleSet ? variantIds(project.ruleSet) : []
  const base = options.variant === undefined && project.ruleSet ? resolveVariant(project.ruleSet, BASE, { date }) : null
  const { variant, findings } = base ?? openVariant(project, options.variant ?? '', date)
  if (!variant) return fail(findings, options.json, terminal)
  const rules = statsOf(variant)
  const open = (id: string): Variant | null | undefined => (known.includes(id) ? openVariant(project, id, date).variant : undefined)
  const examples = checkExamples(project.files, project.ruleSet?.examples ?? [], open, options.variant).flatMap(
    ({ title, one, complete }) => (one ? [exampleStats(title, one, complete)] : []),
  )
  const overlays = (project.ruleSet ? overlaysOf(project.ruleSet, project.files) : []).map(({ repeats, ...overlay }) => ({
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
          overlays,
          examples: examples.map((one) => ({ ...one, ofPrinted: ofPrinted(one), ofFilled: ofFilled(one) })),
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
  lines.push('form                 boxes  unverified  facts  shared')
  for (const form of rules.forms)
    lines.push(
      `${form.id.padEnd(20)} ${String(form.boxes).padStart(5)}  ${String(form.unverified).padStart(10)}  ${String(form.facts).padStart(5)}  ${String(form.shared).padStart(6)}`,
    )
  lines.push('', 'overlay                      lines  entries  repeat what is below')
  for (const one of overlays)
    lines.push(
      `${one.layer.padEnd(28)} ${String(one.lines).padStart(5)}  ${String(one.entries).padStart(7)}  ${Math.round(one.share * 100)} % (${one.repeated})${one.at.length > 0 ? ` ${one.at.join(', ')}` : ''}`,
    )
  lines.push(
    '',
    'Per example, an address as four on both sides: blanks printed on the forms, those to fill in on paper → inputs here',
    '(answers typed or chosen + taken over from another answer + documents + signing), and what is not taken over as a part of both.',
    'printed  to fill → inputs (typed + taken + documents + signing)  of printed  of to fill',
  )
  for (const one of examples.toSorted((a, b) => Number(b.complete) - Number(a.complete))) {
    const state = one.complete ? '' : one.paper === 0 ? ' (no form)' : ` (outcome only, ${one.open} open)`
    const typed = one.inputs - one.takenOver - one.documents - one.signings
    const counted = `${pad(one.printed, 7)}  ${pad(one.paper, 7)} → ${pad(one.inputs, 6)} (${pad(typed, 3)} + ${pad(one.takenOver, 2)} + ${pad(one.documents, 2)} + ${pad(one.signings, 2)})`
    const parts = one.paper === 0 ? '' : ` ${percent(ofPrinted(one)).padStart(5)} ${percent(ofFilled(one)).padStart(5)}`
    lines.push(`${counted}${parts}${state}  ${one.title} [${one.variant}]`)
  }
  if (median !== null && medianOfFilled !== null)
    lines.push(`median of the complete examples: ${percent(median)} of the printed blanks, ${percent(medianOfFilled)} of those to fill in`)
  terminal.out(lines.join('\n'))
  return 0
}

/** What the Amsterdam form of 2007 reached: 500 questions on paper, 320 on screen. */
const FEWER_IN_2007 = 1 - 320 / 500
const pad = (count: number, width: number): string => String(count).padStart(width)
const percent = (part: number): string => `${Math.round(part * 100)} %`
