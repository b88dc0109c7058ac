import { readFileSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import { openCase } from '../engine/case.ts'
import type { Case } from '../engine/context.ts'
import { type ParsedAnswers, parseAnswerText } from '../model/answers/parse-answers.ts'
import { readAnswers } from '../model/answers/read-answers.ts'
import type { Source } from '../model/files/source.ts'
import type { Finding } from '../model/findings/finding.ts'
import { firstFindings } from '../model/findings/more-findings.ts'
import type { AnswerFile } from '../model/schema/answer-file.ts'
import { systemCode } from './files/system-code.ts'
import type { Options } from './options.ts'
import { projectRoot, readFiles } from './rule-files.ts'
import { type Terminal, WrongUse } from './terminal.ts'

export interface ReadCase {
  readonly file: AnswerFile
  /** Position of everything in that file. */
  readonly source: Source
  readonly application: Case
}

/** The answer file of --answers under its variant, ready to compute; or all that is wrong with them. */
export async function readCase(options: Options, terminal: Terminal): Promise<ReadCase | { readonly findings: readonly Finding[] }> {
  const path = options.answers
  if (path === undefined) throw new WrongUse('--answers is missing: name a JSON answer file or an example in YAML.')
  const parsed = parseAnswerFile(path, terminal.cwd)
  return 'findings' in parsed ? parsed : openParsed(parsed, options, terminal)
}

/** Like `readCase`, from a text. `name`: for the findings. */
export async function readCaseOf(
  name: string,
  text: string,
  options: Options,
  terminal: Terminal,
): Promise<ReadCase | { readonly findings: readonly Finding[] }> {
  const parsed = parseAnswerText(name, text)
  return 'findings' in parsed ? parsed : openParsed(parsed, options, terminal)
}

async function openParsed(
  parsed: ParsedAnswers,
  options: Options,
  terminal: Terminal,
): Promise<ReadCase | { readonly findings: readonly Finding[] }> {
  const { file, source } = parsed
  const files = readFiles(projectRoot(terminal.cwd, options.rules))
  const id = options.variant ?? file.variant
  if (options.variant !== undefined && options.variant !== file.variant)
    terminal.err(`note: --variant ${options.variant} is used; the file says ${file.variant}.`)
  const date = options.date ?? parsed.today ?? terminal.today
  const found = terminal.kept?.find(files, id)
  const { variant, findings } = found ? { variant: found, findings: [] } : await compiled(id, date, terminal.cwd, options.rules)
  if (!variant) return { findings }
  if (!found) terminal.kept?.keep(files, variant)
  const read = readAnswers(file, variant, source.file, (at) => source.at(at))
  if (read.findings.length > 0) return { findings: firstFindings(read.findings) }
  const dates = options.date === undefined ? { today: date } : { today: date, filing: date }
  return { file, source, application: openCase(variant, read.answers, dates, options.lang) }
}

/** Imports the compiler only when needed: most often the variant is cached. */
async function compiled(...[id, date, cwd, rules]: readonly [id: string, date: string, cwd: string, rules: string | undefined]) {
  const { openProject, openVariant } = await import('./project.ts')
  return openVariant(openProject(cwd, rules), id, date)
}

/** Reads JSON, or an example in YAML, whose title, today and expect are not answers. */
export function parseAnswerFile(path: string, cwd: string): ParsedAnswers | { findings: readonly Finding[] } {
  const full = resolve(cwd, path)
  const name = relative(cwd, full).startsWith('..') ? path : relative(cwd, full)
  let text: string
  try {
    text = readFileSync(full, 'utf8')
  } catch (error) {
    return {
      findings: [
        {
          code: 'UNREADABLE_FILE',
          severity: 'error',
          file: name,
          line: 1,
          column: 1,
          path: '',
          message: `The file cannot be read (${systemCode(error)}).`,
          mend: 'Check the path and that you may read it.',
        },
      ],
    }
  }
  return parseAnswerText(name, text)
}
