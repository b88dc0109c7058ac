import { exampleStats, statsOf } from '../authoring/stats.ts'
import { listVariants } from '../model/resolve.ts'
import { checkExamples } from './check.ts'
import { readOptions } from './options.ts'
import { openProject, openVariant } from './project.ts'
import { fail } from './report.ts'
import type { ExitCode, Terminal } from './terminal.ts'

/** `stats`: boxes per form, questions, shared, derived; per example boxes on paper against inputs asked. Counts are over reconstructed boxes. */
export function stats(args: readonly string[], terminal: Terminal): ExitCode {
  const options = readOptions(args, ['variant'])
  const date = options.date ?? terminal.today
  const project = openProject(terminal.cwd, options.rules)
  const known = project.ruleSet ? listVariants(project.ruleSet).map(({ id }) => id) : []
  const first = options.variant ?? known.find((id) => id === 'base') ?? known[0] ?? ''
  const { variant, findings } = openVariant(project, first, date)
  if (!variant) return fail(findings, options.json, terminal)
  const rules = statsOf(variant)
  const open = (id: string, on: string) => (known.includes(id) ? openVariant(project, id, on).variant : undefined)
  const examples = checkExamples(project.files, project.ruleSet?.examples ?? [], open, options.variant).flatMap(({ title, assessment }) => {
    if (!assessment) return []
    const forms = new Set(assessment.licences.filter((item) => item.verdict === 'needed' && item.via === null).map((item) => item.id)).size
    return [exampleStats(title, assessment, forms)]
  })
  const ratios = examples.map((one) => one.ratio).sort((a, b) => a - b)
  const median = ratios[Math.floor((ratios.length - 1) / 2)] ?? null
  if (options.json) {
    terminal.out(
      JSON.stringify({ ...rules, examples, medianRatio: median, note: 'boxes are rows of our reconstruction of the paper forms' }, null, 2),
    )
    return 0
  }
  const { questions } = rules
  const lines = [
    `${rules.variant}: ${rules.boxes} boxes (reconstructed), ${questions.total} questions: ${questions.asked} asked, ${questions.derived} derived, ${questions.refined} computed once exact, ${questions.shared} on two or more forms`,
    '',
  ]
  lines.push('form                 boxes  unverified  facts  shared')
  for (const form of rules.forms)
    lines.push(
      `${form.id.padEnd(20)} ${String(form.boxes).padStart(5)}  ${String(form.unverified).padStart(10)}  ${String(form.facts).padStart(5)}  ${String(form.shared).padStart(6)}`,
    )
  lines.push('', 'example: boxes on paper → inputs asked')
  for (const one of examples)
    lines.push(
      `${String(one.paper).padStart(5)} → ${String(one.asked).padStart(4)} (${Math.round(one.ratio * 100)} %)${one.open > 0 ? ` ${one.open} open` : ''}  ${one.title} [${one.variant}]`,
    )
  if (median !== null) lines.push(`median ${Math.round(median * 100)} %`)
  terminal.out(lines.join('\n'))
  return 0
}
