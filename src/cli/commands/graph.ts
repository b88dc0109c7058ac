import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { drawTree } from '../../authoring/draw/tree.ts'
import { readOptions, required } from '../options.ts'
import { openProject, openVariant } from '../project.ts'
import { fail } from '../report.ts'
import { type ExitCode, type Terminal, WrongUse } from '../terminal.ts'

/** `graph --variant V --format svg|mermaid`: the decision tree drawn. */
export function graph(args: readonly string[], terminal: Terminal): ExitCode {
  const options = readOptions(args, ['variant', 'format', 'out'])
  const id = required(options.variant, '--variant')
  const format = options.format ?? 'svg'
  if (format !== 'svg' && format !== 'mermaid') throw new WrongUse(`--format takes svg or mermaid, not "${format}".`)
  const { variant, findings } = openVariant(openProject(terminal.cwd, options.rules), id, options.date ?? terminal.today)
  if (!variant) return fail(findings, options, terminal)
  const drawing = drawTree(variant, format, options.lang)
  if (options.out === undefined) terminal.out(drawing)
  else writeFileSync(resolve(terminal.cwd, options.out), drawing)
  return 0
}
