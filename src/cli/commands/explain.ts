import { closest } from 'fastest-levenshtein'
import { explain as explainId, knownIds } from '../../engine/why/explain.ts'
import { addAll } from '../../model/util/add-all.ts'
import { readOptions, required } from '../options.ts'
import { readCase } from '../read-case.ts'
import { fail } from '../report.ts'
import { type ExitCode, type Terminal, WrongUse } from '../terminal.ts'

/** `explain --answers F ID`: why a verdict, question, fee, check or box is what it is, down to file and line. */
export async function explain(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const options = readOptions(args, ['answers', 'variant'])
  // a box as `asks:` writes it, terrace/TE-030, as well
  const id = required(options.positionals[0], 'The id to explain').replace('/', ':')
  const read = await readCase(options, terminal)
  if ('findings' in read) return fail(read.findings, options, terminal)
  const found = explainId(read.application, id)
  if (!found) throw new WrongUse(`nothing here is called "${id}". Did you mean ${closest(id, knownIds(read.application))}?`)
  if (options.json) {
    terminal.out(JSON.stringify(found, null, 2))
    return 0
  }
  const lines = [`${found.kind} ${found.id}`, `  ${found.outcome}`, '', 'rules']
  for (const rule of found.rules) {
    lines.push(
      `  ${rule.file}:${rule.line}${rule.layer ? ` (${rule.layer})` : ''}  ${rule.text}  = ${rule.value}${rule.source ? `  [${rule.source}]` : ''}${rule.unverified ? '  unverified' : ''}`,
    )
  }
  if (found.answers.length > 0)
    addAll(lines, ['', 'answers', ...found.answers.map((item) => `  ${item.question}: ${item.answer}  (${item.label})`)])
  if (found.parameters.length > 0) {
    addAll(lines, [
      '',
      'town values',
      ...found.parameters.map(
        (item) =>
          `  ${item.id} = ${item.value}  ${item.file}:${item.line}${item.source ? `  [${item.source}]` : ''}${item.unverified ? '  unverified' : ''}`,
      ),
    ])
  }
  if (found.missing.length > 0) lines.push('', `still to answer: ${found.missing.join(', ')}`)
  if (found.changes.length > 0) addAll(lines, ['', 'what would change this', ...found.changes.map((line) => `  ${line}`)])
  if (found.ledger.length > 0) {
    lines.push('', `fills ${found.ledger.length} ${found.ledger.length === 1 ? 'box' : 'boxes'}`)
    for (const { box, label, how, basis, evidence, text } of found.ledger)
      lines.push(
        `  ${box}  ${label}  [${[basis, evidence].filter(Boolean).join('; ')}]${how === 'computed' ? '  computed' : ''}${text === null ? '' : `  = ${text}`}`,
      )
  }
  terminal.out(lines.join('\n'))
  return 0
}
